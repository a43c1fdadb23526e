"""Short forms nobody needs written out, and short forms of statutes."""

from __future__ import annotations

import re

EVERYDAY = frozenset(
    """
    ABC ADAC AfD AG AIDS AOK ARD BAföG BASF BBC BER BH BIC BLZ BMW BRD CD CDs CDU CE CSU DB DDR DFB
    DHL DIN DLRG DM DNA DNS DRK DVD DVDs EC EG EM EN ESTA EU EUR EWG FAQ FAQs FC FCKW FDP FFP FIFA
    FKK GAU GB GBP GEMA GEZ GbR gGmbH GmbH GPS HIV HTML HTTP ICE ID IBAN IC IKEA IM IP IQ IRE ISBN
    ISO IT KFZ KfW Kfz KG KGaA KiTa KITA KO LED LKW Lkw LKWs MAN MB MBit MDR MHz MMS MP MRT NATO
    NDR NGO NRW NS OECD OHG OK OSZE PC PCs PCR PDF PDFs PIN PINs PKW Pkw PKWs PLZ PS QR RAF RB RE
    RTL RWE SAP SARS SE SED SEPA SIM SMS SOS SPD SS SSL SUV SWR TAN TANs TSV TU TÜV TV TVs UEFA UFO
    UG UHD UN UNESCO UNHCR UNICEF UNO UPS URL USA USB USD UV VW VHS VIP WC WDR WG WGs WHO WLAN WM
    WWF WWW XXL ZDF ELSTER BGH OSTERN CO DE AT CH FR NR TT MM JJ JJJJ HH PP AC DC TH FH HIV SB LTE
    DSL ISDN CV OP IG BUND KZ KZs DJ FSK GmbHs IHK IHKs EWR SE CE CEO NABU DGB ILO VHS BSC MSC MBA
    """.split()
)
"""Names known in this form, everyday short forms, legal forms of firms, forms of a date."""

UNITS = frozenset("kWh MWh GWh kW MW GW MHz GHz kHz MB GB TB KB Mbit Gbit mAh dB hPa kVA VA".split())

_STATUTE = re.compile(r"\w*(?:G|GB|O|VO|V|AV|BV)\b|\w*Bl")


def is_statute(short: str) -> bool:
    """Whether a form is built like the short form of a statute or a gazette (*WoGG*, *BGBl*)."""
    if _STATUTE.fullmatch(short) is None:
        return False
    return not short.isupper() or short.endswith(("G", "GB", "VO", "AO", "PO", "GO"))
