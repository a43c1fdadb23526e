"""Pattern of citations: *§ 5 Abs. 1 Nr. 2 AufenthG i. V. m. Art. 6 GG* is one span."""

from __future__ import annotations

import re

from klartext.language import laws

_NO_MEASURE = r"(?! (?:Tag|Woch|Monat|Jahr|Euro|Uhr|Stund|Prozent|%|€))"
_ORDINAL_PART = r"(?:Alternative|Alt|Halbsatz|Halbs|Hs|Spiegelstrich|Variante|Var)\b\.?"
_SECTION = r"\d+(?:\.\d+)*[a-z]{0,2}(?!\w)(?: [a-z](?![\w.]))?"
_NUMERAL = r"(?:\d+(?:\.\d+)*(?:[a-z]| [a-z](?!\.))?|[IVX]+)(?!\w)"
_LETTER = r"[a-z]{1,2}(?!\w)\)?"
_JOINED = r"(?:, ?| und | u\. | oder | bis | sowie | ?[-–/] ?)"
_MORE_NUMERALS = (
    rf"(?:{_JOINED}\d+(?:[a-z]| [a-z](?!\.))?(?!\w|[.,]\d){_NO_MEASURE}(?!\. ?{_ORDINAL_PART}))*"
)
_NUMBERED_PART = (
    r"(?:Abs\.|Absatz(?:es)?|Absätzen?|UAbs\.|Unterabs\.|Unterabsatz(?:es)?|S\.|Satz(?:es)?|Sätzen?"
    r"|Nrn?\.|Nummern?|HS|Hs\.|Halbs\.|Halbsatz(?:es)?|Alt\.|Alternative|Var\.|Variante"
    r"|Ziff\.|Ziffern?)"
    rf" ?{_NUMERAL}{_MORE_NUMERALS}"
)
_LETTERED_PART = (
    r"(?:Buchst\.|Buchstaben?|lit\.|Doppelbuchst\.|Doppelbuchstabe)"
    rf" ?{_LETTER}(?:{_JOINED}{_LETTER})*(?: [a-z]{{2}}\))?"
)
_PART = (
    r"(?:,? ?(?:und |oder |sowie )?"
    rf"(?:\d\. ?{_ORDINAL_PART}|{_NUMBERED_PART}|{_LETTERED_PART}))"
)
_FOLLOWING = r"(?: ?ff?\b\.?)?"
_ONE = rf"{_SECTION}{_NO_MEASURE}{_PART}*{_FOLLOWING}"
_WITH = r"(?:i\. ?V\. ?m\.|iVm\.?|in Verbindung mit)"
_JOIN = rf"(?:(?:,| und| u\.| oder| bis| sowie| bzw\.| ?[-–]| {_WITH}) ?)"

_PARAGRAPH = (
    rf"§§? ?{_ONE}"
    rf"(?:{_JOIN}(?:§§? ?)?{_ONE}(?!\. ?{_ORDINAL_PART}))*"
    rf"(?:,? (?:{laws.IN_CITATION}))?"
)
_ARTICLE_WORD = r"Art(?:\.|ikeln?|ikels) ?"
_ARTICLE = rf"{_ARTICLE_WORD}{_ONE}(?:{_JOIN}(?:{_ARTICLE_WORD})?{_ONE})*,? (?:{laws.IN_CITATION})"
CITATION = re.compile(
    rf"(?<!\w)(?:{_PARAGRAPH}|{_ARTICLE})"
    rf"(?:,? {_WITH} (?:{_PARAGRAPH}|{_ARTICLE}|(?:dem )?{laws.LONG_NAME}))*"
)
"""One or several paragraphs or articles with their parts and law; *i. V. m.* joins two."""

EUROPEAN_ACT = re.compile(laws.EUROPEAN_ACT)
"""A regulation or directive of the EU outside a citation: *VO (EU) 2024/1351*."""
