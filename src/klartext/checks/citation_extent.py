"""How far a citation reaches in the sentence: its law's whole name, its short form, its partner."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from klartext.rules import predicates

_LAWS = ("gesetz", "gesetzes", "gesetze", "ordnung", "satzung", "buch", "buches", "vertrag",
         "vertrags", "vertrages", "richtlinie", "richtlinien", "verordnungen")  # fmt: skip
_NAME_GOES_ON = frozenset({"ART", "APPR", "APPRART", "NN", "NE", "ADJA", "KON", "TRUNC"})
_ABOUT = frozenset("über zur zum für".split())
_BRACKET = 5
"""Tokens of a bracket that holds the short form of a law."""
_SIGN = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,8}[A-ZÄÖÜ]")
"""The short form of a law: *FS*, *LBauO*."""
_LINKS = (("i.", "V.", "m."), ("i.", "V.m."), ("i.V.m.",), ("in", "Verbindung", "mit"))


def whole_citation(citation: Span, others: list[Span]) -> Span:
    """*§ 3 des Straßengesetzes (StrG) i. V. m. § 4 FeV* from its first span to its last word."""
    doc, end, stop = citation.doc, citation.end, citation.sent.end
    while True:
        end = _after_name(doc[citation.start : end], stop)
        end = _after_bracket(doc[citation.start : end], stop)
        partner = _linked(doc[citation.start : end], others)
        if partner is None:
            return doc[citation.start : end]
        end = partner.end


def _after_name(span: Span, stop: int) -> int:
    """Behind *des Gesetzes über …*, *Nordrhein-Westfalen*, *Erstes Buch*."""
    doc, end = span.doc, span.end
    if end + 1 < stop and doc[end].tag_ == "ADJA" and doc[end + 1].lower_ in ("buch", "buches"):
        return end + 2 + (end + 2 < stop and doc[end + 2].text == "Sozialgesetzbuch")
    if end < stop and doc[end - 1].tag_ == "CARD" and _SIGN.fullmatch(doc[end].text):
        return end + 1
    if end < stop and doc[end].tag_ in ("ART", "PPOSAT"):
        name = next((t.i for t in doc[end + 1 : stop] if t.tag_ != "ADJA"), end)
        end = name + 1 if _is_law(doc[name]) else end
    if not _is_law(doc[end - 1]):
        return end
    law = doc[end - 1]
    own = {token.i for token in law.subtree}
    if end < stop and doc[end].lower_ in _ABOUT and end in own:
        while end < stop and end in own and doc[end].tag_ in _NAME_GOES_ON:
            end += 1
    elif end < stop and doc[end].tag_ == "NE" and end in own:
        end += 1
    return end


def _is_law(token: Token) -> bool:
    return token.tag_ in ("NN", "NE") and token.lower_.endswith(_LAWS)


def _after_bracket(span: Span, stop: int) -> int:
    doc, end = span.doc, span.end
    if end >= stop or doc[end].text != "(":
        return end
    inside = doc[end : min(end + _BRACKET, stop)]
    close = next((token.i for token in inside if token.text == ")"), None)
    if close is None or any(predicates.finite(token) for token in doc[end:close]):
        return end
    return close + 1


def _linked(span: Span, others: list[Span]) -> Span | None:
    """The citation that *i. V. m.* ties to this one."""
    doc = span.doc
    for other in others:
        if other.start >= span.end:
            link = tuple(token.text for token in doc[span.end : other.start])
            return other if link in _LINKS else None
    return None
