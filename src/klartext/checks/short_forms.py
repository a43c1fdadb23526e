"""Short forms nobody needs written out, and short forms of statutes."""

from __future__ import annotations

import re

EVERYDAY = frozenset(
    """
    ABC AC ADAC ADFC ADSL AfD AIDS AOK API ARD ASB AT AWO BAföG BASF BBC BER BGH BH BIC BLZ BMW
    BRD BSC BVG CD CDs CDU CE CEO CH CSD CSU CSV CV DB DC DDR DE DEFA DFB DGB DHL DIN DJ DLRG DM
    DNA DNS DRK DSL DVD DVDs EC EDV EG ELSTER EM EN ESTA EU EUR EWG EWR FAQ FAQs FC FCKW FDP FFP
    FH FIFA FKK FR FSK GAU GB GBP GbR GEMA GEZ gGmbH GmbH GmbHs GPS GS GSM HH HIV HSPA HTML HTTP
    HTTPS IBAN IC ICE ID IG IHK IHKs IKEA ILO IM IP IQ IRE ISBN ISDN ISO IT JJ JJJJ JPEG JPG KfW
    KFZ Kfz KG KGaA KI KITA KiTa KO KZ KZs LED LKW Lkw LKWs LTE MAN MB MBA MBit MDR MfS MHz MIME
    MINT MM MMS MP MRT MSC NABU NATO NDR NFC NGO NR NRW NS OCR OECD OHG OK OP OSZE PC PCR PCs
    PDF PDFs PIN PINs PKW Pkw PKWs PLZ PNG PP PS PUK QR RB RE RFID RSS RTL RWE SAP SARS SE SED SEPA
    SIM SMS SMTP SOS SPD SS SSL SUV SWR TA TAN TANs TH TSV TT TU TV TVs TÜV UdSSR UEFA UFO UG
    UHD UMTS UN UNESCO UNHCR UNICEF UNO UPS URL USA USB USD UV VDE VDI VDSL VHS VIP VJ VoIP VW
    WC WDR WG WGs WHO WLAN WM WWF WWW XML XXL ZDF ZIP
    """.split()
)
"""Names known in this form, everyday short forms, legal forms of firms, forms of a date."""

UNITS = frozenset("kWh MWh GWh kW MW GW MHz GHz kHz MB GB TB KB Mbit Gbit mAh dB hPa kVA".split())

_STATUTE = re.compile(r"\w*(?:G|GB|O|VO|V|AV|BV)\b|\w*Bl")
_EVERYDAY_CAPITALS = frozenset(short.upper() for short in EVERYDAY)

MEANS_MORE = frozenset("AB BA BMI EA EASY ED GU HS SG VA VO".split())
"""In the glossary with one meaning, but usual with another one outside of its field."""


def is_everyday(short: str) -> bool:
    """Whether nobody needs the form written out; a plural or genitive *s* does not count."""
    if short in UNITS:
        return True
    return any(form.upper() in _EVERYDAY_CAPITALS for form in (short, short.removesuffix("s")))


def is_statute(short: str) -> bool:
    """Whether a form is built like the short form of a statute or a gazette (*WoGG*, *BGBl*)."""
    if _STATUTE.fullmatch(short) is None:
        return False
    return not short.isupper() or short.endswith(("G", "GB", "VO", "AO", "PO", "GO"))
