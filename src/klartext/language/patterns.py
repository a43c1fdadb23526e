"""Patterns of the protected spans; each is written down once, here.

They run over a text in which spans that are already taken are replaced by the private-use
characters ``PLACEHOLDER_MARK`` and ``TAKEN_MARK``, one for one. Where a pattern has a group
``it``, only that group is the span: the words before it are its cue.
"""

from __future__ import annotations

import re

PLACEHOLDER_MARK = "\ue000"
TAKEN_MARK = "\ue001"

MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
    "oktober", "november", "dezember",
)  # fmt: skip
MONTH_NAMES = "|".join(month.capitalize() for month in MONTHS)
"""The names as alternatives of a regular expression."""

_MONTH = (
    rf"(?:(?:{MONTH_NAMES}|Jänner)(?!\w)"
    r"|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
DATE = re.compile(
    rf"(?<![\d.])(?<!Version )(?<!Nr\. )(?<!Ziffer )(?:"
    rf"(?P<day>{_DAY})\. ?(?P<month>0?[1-9]|1[0-2])\. ?"
    rf"(?P<year>(?:19|20)\d{{2}}(?!\d)|\d{{2}}(?!\d|[-/]\w|\.\d))"
    rf"|(?P<day2>{_DAY})\. ?(?P<name>{_MONTH})(?: (?P<year2>(?:19|20)\d{{2}})(?!\d))?"
    rf"|(?P<iso>(?:19|20)\d{{2}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d))",
    re.IGNORECASE,
)

_CLOCK = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
TIME = re.compile(
    rf"(?<![\d.,:])(?P<clock>{_CLOCK}) ?Uhr\b"
    r"|(?<![\d:.,])(?P<short>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])",
    re.IGNORECASE,
)

AMOUNT = re.compile(
    r"(?<![\w,.])(?P<number>(?:\d{1,3}(?:[. ']\d{3})+|\d+)(?:,(?:\d{2}|-{1,2}|–))?)"
    r"(?P<factor> (?:Tsd\.|Mio\.|Mrd\.|Millionen|Milliarden))? ?(?:€|EUR\b|Euro\b|Cent\b)"
    r"|(?:€|\bEUR) ?(?P<number2>\d+(?:[. ]\d{3})*(?:,(?:\d{2}|-))?)",
    re.IGNORECASE,
)
AMOUNT_CUE = re.compile(r"€|EUR|Cent", re.IGNORECASE)

ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?\b")

_NUMBER_END = r"(?:\+?\(?\d[\d ()/–-]{4,20}\d|\d{2,6})"
PHONE = re.compile(
    rf"\b(?:Tel(?:efon)?(?:nummer)?|Fon|Mobil|Hotline|Rufnummer|Durchwahl|(?:Tele)?[Ff]ax)\b"
    rf"[^\d+\n{PLACEHOLDER_MARK}{TAKEN_MARK}]{{0,25}}(?P<it>{_NUMBER_END})"
    r"|(?<![\w./-])(?P<it2>(?:\+49|0049|0) ?\(?\d{2,5}\)? ?[ /–-]{1,3} ?\d[\d /–-]{3,14}\d)"
    r"|(?<![\w./-])(?P<it3>\(0\d{2,5}\) ?\d[\d /–-]{3,14}\d)"
    r"|\b(?:Behördennummer|Notruf|Bereitschaftsdienst)"
    rf"[^\d{PLACEHOLDER_MARK}{TAKEN_MARK}]{{0,15}}(?P<it4>11[0-9](?: ?117)?)\b",
    re.IGNORECASE,
)

EMAIL = re.compile(r"\b[\w.+%-]+(?:@| ?\(at\) ?)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>«»)]+"
    r"|(?<![@\w.-])[a-z0-9äöüß-]+(?:\.[a-z0-9äöüß-]+)*"
    r"\.(?:de|eu|com|org|net|bund|berlin|hamburg|bayern|nrw)(?:/[^\s<>)]*)?(?![\w@-])",
    re.IGNORECASE,
)
WEB_CUE = re.compile(
    r"www\.|://|\w\.(?:de|eu|com|org|net|bund|berlin|hamburg|bayern|nrw)(?!\w)", re.I
)

_STREET_WORD = (
    r"(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer"
    r"|[Cc]haussee|[Mm]arkt|[Pp]ark|[Ww]all|[Kk]ai|[Hh]of)"
)
_HOUSE = r" \d{1,4}(?: ?[a-z](?!\w))?(?: ?[-–/] ?\d{1,4}(?: ?[a-z](?!\w))?)?(?![\w])"
_NO_STREET = (
    r"(?!(?:D(?:ie|er|as|en|em|iese[rnsm]?)|Sie|Wir|Ihre?[rnsm]?|Bitte|Nach|Zu|In|Im|Am|Auf|An|Ab"
    r"|Von|Vom|Zum|Zur|Mit|Bei|Beim|Und|Oder|Unsere?[rnsm]?|Eine?[rnsm]?|Kein|Zimmer|Adresse"
    r"|Anschrift|Haus|Frau|Herrn?|Amt|Raum|Kommen|Hausnummer)\b)"
)
_BEFORE_STREET = (
    r"(?:(?:Am|An de[rmn]|Auf de[rmn]|Im|In de[rn]|Zu[mr]|Hinter de[rmn]|Unter den|Vor de[mr]) )?"
    rf"(?:{_NO_STREET}[A-ZÄÖÜ](?:[\wäöüß'-]+|[a-z]{{1,3}}\.) ){{0,2}}?"
)
STREET = re.compile(
    rf"(?:Straße|Str\.) des \d{{1,2}}\. [A-ZÄÖÜ]\w+{_HOUSE}"
    r"|Postfach \d[\d ]{1,9}(?<! )"
    rf"|(?<![\w-]){_BEFORE_STREET}"
    r"(?:[A-ZÄÖÜ][\wäöüß'-]*(?:\.-[A-ZÄÖÜ][\wäöüß'-]*)*-)?"
    rf"(?:[A-ZÄÖÜ][\wäöüß]*?)?{_STREET_WORD}{_HOUSE}"
)
STREET_CUE = re.compile(
    r"(?:traße|trasse|tr\.|eg|latz|llee|asse|ing|amm|fer|ssee|arkt|ark|all|kai|hof|Hof|Kai) \d"
    r"|Postfach \d|(?:Straße|Str\.) des \d"
)
PLACE = re.compile(
    r"(?:(?<=\n)|(?<=, )|^)\d{5} (?!Euro|EUR|Personen|Fälle)[A-ZÄÖÜ][\wäöüß-]+"
    r"(?:(?: am| an der| bei| im)? [A-ZÄÖÜ][\wäöüß-]+(?=\n|$))?"
)

_PIECE = r"(?:[\wÄÖÜ./–-]*\d[\w./–-]*|[A-ZÄÖÜ]{1,4}(?![\w])|–|-)"
REFERENCE = re.compile(
    r"\b(?:Az\.?|AZ|Aktenzeichen|Geschäftszeichen|Gesch\.-?Z\.?|GZ|Unser Zeichen|Mein Zeichen"
    r"|Ihr Zeichen|Vorgangsnummer|Terminnummer|Kassenzeichen|Kundennummer|AZR-Nummer|Steuernummer"
    r"|Steuer-ID|Identifikationsnummer|Antragsnummer|Rechnungsnummer|Bescheidnummer|Passnummer)"
    r"(?:[:.]| lautet:?| ist(?: die)?)*\s*\"?(?=[^\n]{0,25}\d)"
    rf"(?P<it>{_PIECE}(?: {_PIECE}){{0,6}}(?<![./–\- ]))"
    r"|(?<![\w./-])(?:(?:[LSB] )?\d{1,3}|[IVX]{1,5}) (?:[A-Z]{1,3}|BvR|BvL|BvF|StR|Sa|Ca|Ta) "
    r"\d{1,5}/\d{2}(?:\.[A-Z])?(?!\w)"
    r"|(?<![\w./-])(?=[\w.-]*/)(?=[\w./-]*[A-Z]{2}[A-Z/.-]*\d|[\w./-]*\d[/.-]?[A-Z]{2})"
    r"[A-Z0-9]+(?:[./-][A-Z0-9]+)*[/-]\d{3,}(?:[./-][A-Z0-9]+)*(?!\w)"
)

QUOTES = {"„": "“”", "»": "«", "«": "»", "‚": "‘’", "›": "‹", "‹": "›", "“": "”", '"': '"'}
"""Opening quotation mark and the marks that may close it."""
QUOTE_MARK = re.compile('[„“”»«‚‘’›‹"]')
