"""Short names of German and European laws, as they stand in citations and alone."""

from __future__ import annotations

import re
from functools import lru_cache

from klartext.language.word_sets import words

_CAPITALS_ONLY = words(
    """
    AEG AEUV AGG AMG AO ASOG BBG BDG BDSG BGB BGG BJG BMG BVG DSGVO EFZG EGBGB EGV EMRK EUV FAG FEG
    FGG FGO GBO GEG GFK GG GKG GOZ GRCh GVG HBO HGB HGO HOAI IFG IRG KAG KHG KSVG KVG KWG LBO LDSG
    LHO LKO LKrO LStVG LVG LVwG LVwVG MBO MPG OBG OEG OWG PAG POG RDG RVG SGB SGG SOG SPG THG TKG
    TMG TTDSG UIG UVG UWG VAG VIG VVG WBO WEG WHG WRV ZPO ZVG
    """
)
_NO_LAWS = words("ArbG BPatG BVerfG BVerwG BayOLG BfV EuG FinG KfzV LArbG LSozG SozG VerfG VerwG")

SHORT_NAME = re.compile(r"(?<![\w.@/-])[A-ZÄÖÜ]\w*[GVOBKh](?![\w@])(?!-\w)(?:/EU\b)?(?: [IVX]+\b)?")
"""Candidates for a law standing alone; ``is_short_name`` decides."""

_MIXED = r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[a-zäöüß][A-Za-zÄÖÜäöüß]*(?:G|V|O|GB|GO)(?![\w])"

LONG_NAME = (
    r"(?!(?:Tages|Haus|Reihen|Rang|Sitz|Größen|Unter|An|Ver|Zu)ordnung)"
    r"(?:[A-ZÄÖÜ][\wäöüß-]*(?:gesetz(?:buch)?|[a-zäöüß]ordnung|verordnung|satzung|konvention)"
    r"(?:e?s)?|Grundgesetz(?:es)?|Satzung|Verordnung)\b"
)
_SOCIAL_CODE = (
    r"(?:Ersten?|Zweiten?|Dritten?|Vierten?|Fünften?|Sechsten?|Siebten?|Achten?|Neunten?|Zehnten?"
    r"|Elften?|Zwölften?|Vierzehnten?) Buch(?:e?s)? (?:des )?Sozialgesetzbuch(?:e?s)?"
)

EUROPEAN_ACT = (
    r"(?:VO|RL|Verordnung|Richtlinie|Beschluss(?:es)?|ABl\.) ?\((?:EU|EG|EWG|Euratom)\)"
    r"(?: Nr\.)? ?\d+/\d+"
    r"|(?:Richtlinie|RL|Rahmenbeschluss(?:es)?) (?:Nr\. )?\d{2,4}/\d+/(?:EU|EG|EWG|JI)"
)

IN_CITATION = (
    rf"(?:(?:des|der|dem) )?(?:{EUROPEAN_ACT}|{_SOCIAL_CODE})"
    r"|SGB(?:[ -][IVX]+\b)?(?: \d{1,2}\b(?!\.))?"
    r"|[A-ZÄÖÜ][\w]*(?:-[IVX]+)?-(?:VO|AO|GVO|RL)\b"
    rf"|(?:\d\d?\. ?)?{_MIXED}(?:/EU\b|-[A-Z]{{2,3}}\b)?(?: (?:NRW|BW|Bln|LSA|Bbg|Rh-Pf)\b)?"
    r"|[A-ZÄÖÜ]{1,7}[GVOBK](?![\w])(?:-[A-Z]{2,3}\b)?(?!-\w)(?: (?:NRW|BW|Bln|LSA|Bbg)\b)?"
    r"|GRCh\b|TVöD\b|TV-L\b|BAföG\b"
    rf"|(?:(?:des|der|dem) )?{LONG_NAME}"
)
"""What may follow paragraph or article in a citation."""


@lru_cache(maxsize=4096)
def is_short_name(word: str) -> bool:
    """Whether a word without any citation around it is the short name of a law.

    Mixed capitals ending in G, V, O or GB (*AufenthG*, *BauGB*) or a known name in capitals;
    courts (*BVerwG*) and joint-stock companies (*MusterAG*) are none.
    """
    name = word.partition(" ")[0].removesuffix("/EU")
    if name in _CAPITALS_ONLY:
        return True
    if name in _NO_LAWS or name.endswith(("TV", "KG", "KV")) or re.search(r"[a-zäöüß]AG$", name):
        return False
    return bool(re.fullmatch(_MIXED, name)) and sum(map(str.isupper, name)) >= 2
