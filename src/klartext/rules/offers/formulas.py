"""Fixed formulas said directly: the pattern of the glossary, filled from the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from klartext.glossary.fidelity import is_faithful
from klartext.glossary.model import Action
from klartext.language import clause_order
from klartext.language.lexicon import open_lexicon
from klartext.language.pipeline import LEXICON
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Applicability, Edit, Suggestion, TextRange

_NOTICE = "Bitte beachten Sie: ⟨S.v2⟩."
_OWN_PATTERNS = {
    "hin , dass": _NOTICE,
    "hinweisen , dass": _NOTICE,
    "aufmerksam , dass": _NOTICE,
    "darauf hingewiesen , dass": _NOTICE,
    "darauf hingewiesen , daß": _NOTICE,
    "hin , daß": _NOTICE,
    "gemacht , dass": _NOTICE,
    "hinzuweisen , dass": _NOTICE,
    "zu bedenken gegeben , dass": _NOTICE,
    "zu bedenken , dass": _NOTICE,
    "beachten , dass": _NOTICE,
    "hingewiesen werden , dass": _NOTICE,
    "davon in kenntnis , dass": "⟨S.v2⟩.",
    "davon in kenntnis gesetzt , dass": "⟨S.v2⟩.",
    "bekannt , dass": "⟨S.v2⟩.",
    "festzuhalten , dass": "⟨S.v2⟩.",
    "anzumerken , dass": "⟨S.v2⟩.",
    "angemerkt , dass": "⟨S.v2⟩.",
    "erwähnt , dass": "⟨S.v2⟩.",
    "zu erwähnen , dass": "⟨S.v2⟩.",
    "bleiben , dass": "⟨S.v2⟩.",
    "gezwungen ,": "… müssen …",
    "genötigt ,": "… müssen …",
    "leider mitteilen , dass": "Leider ⟨S.inv⟩.",
    "mitteilen , dass": "⟨S.v2⟩.",
    "mit , dass": "⟨S.v2⟩.",
    "mitgeteilt , dass": "⟨S.v2⟩.",
    "mitteilen zu können , dass": "⟨S.v2⟩.",
    "festgestellt , dass": "Wir haben festgestellt: …",
    "festgestellt werden , dass": "Wir haben festgestellt: …",
    "festzustellen , dass": "Wir haben festgestellt: …",
    "festzustellen , daß": "Wir haben festgestellt: …",
    "gegenstandslos": "Dann ist dieser Brief für Sie erledigt.",
    "veranlasst ,": "Deshalb …",
    "interesse ,": "Es hilft Ihnen, wenn …",
    "vollständigkeit": "ist vielleicht nicht vollständig",
    "zugrunde": "Das ist passiert: …",
    "ergeht folgender": "Wir entscheiden: …",
    "ergeht folgender bescheid": "Wir entscheiden: …",
    "ergeht folgende entscheidung": "Wir entscheiden: …",
    "ergeht folgende verfügung": "Wir entscheiden: …",
    "bitten sie ,": "Bitte ⟨Imperativ⟩ Sie ⟨Rest⟩.",
    "bitte sie ,": "Bitte ⟨Imperativ⟩ Sie ⟨Rest⟩.",
}
"""End of a formula of the rule file → what to write."""
_MODALS = frozenset("kann können soll sollen darf dürfen muss müssen".split())
"""Their force is compared as such, whatever word says it."""
_CLAUSE_SLOT = re.compile(r"⟨S\.(?:v2|inv)⟩")
_SLOT_OF = re.compile(r"⟨[^⟩]+⟩\.?")
_REQUEST = "⟨Imperativ⟩ Sie ⟨Rest⟩"
_SLOTS = ("⟨S.v2⟩", "⟨S.inv⟩", "⟨Inf⟩", "⟨zu-Inf⟩", _REQUEST)


@offer("direct-wording")
def direct_wording(context: LetterContext, candidate: Candidate) -> Offer:
    """*Wir teilen Ihnen mit, dass X fertig ist* → *X ist fertig*."""
    filled = [_filled(context, candidate, pattern) for pattern in _patterns(candidate)]
    best = tuple(item for item in filled if item is not None)[:1]
    if not best and candidate.hit is None:
        wordings = (_SLOT_OF.sub("…", pattern) for pattern in _patterns(candidate))
        best = advice(*(wording for wording in wordings if wording.strip("… .")))
    return best, {}


def _patterns(candidate: Candidate) -> list[str]:
    if candidate.hit is not None:
        rebuilt = candidate.hit.entry.with_action(Action.REBUILD)
        return [item.text for item in rebuilt]
    entry = candidate.entry or ""
    return [text for end, text in _OWN_PATTERNS.items() if entry.endswith(end)][:1]


def _filled(context: LetterContext, candidate: Candidate, pattern: str) -> Suggestion | None:
    clause = _slot(candidate)
    if clause is None or pattern.count("⟨") - pattern.count("⟨Rest⟩") != 1 or "…" in pattern:
        return None
    name = next((item for item in _SLOTS if item in pattern), None)
    content = _content(name, clause) if name is not None else None
    if name is None or content is None:
        return None
    before, after = pattern.split(name)
    if not before or before.endswith(": "):
        content = content[:1].upper() + content[1:]
    text = before + content + after
    whole = candidate.sentence
    terms = context.glossary.legal_forms - _MODALS
    if _CLAUSE_SLOT.fullmatch(name):
        # the clause is taken over as it is; the frame around it is vetted with the glossary
        same = is_faithful(clause_order.text(clause), content, terms)
    else:
        # without *zu*, because *haben … zu* would read as a duty
        plain = clause_order.infinitive(clause) or clause_order.text(clause)
        same = is_faithful(f"{candidate.text} {plain}", text, terms, ("SIE", "WIR"))
    if not same:
        return None
    edit = Edit(TextRange(whole.start_char, whole.end_char), text)
    return Suggestion(text, (edit,), Applicability.REVIEW)


def _content(name: str, clause: Sequence[Token]) -> str | None:
    """The clause in the form a slot of the pattern asks for."""
    if name == "⟨S.v2⟩":
        return clause_order.verb_second(clause, open_lexicon(LEXICON))
    if name == "⟨S.inv⟩":
        return clause_order.verb_first(clause, open_lexicon(LEXICON))
    if name == "⟨Inf⟩":
        return clause_order.infinitive(clause)
    if name == _REQUEST:
        return clause_order.request(clause)
    return clause_order.text(clause)


def _slot(candidate: Candidate) -> Sequence[Token] | None:
    """What follows a formula that opens the sentence, up to the final full stop."""
    sentence = [token for token in candidate.sentence if not token.is_space]
    if len(candidate.ranges) != 1 or not sentence or sentence[-1].text != ".":
        return None
    place = candidate.ranges[0]
    if sentence[0].idx != place.start:
        return None
    slot = [token for token in sentence[:-1] if token.idx >= place.end]
    if slot and slot[0].text == ",":
        slot = slot[1:]
    return slot or None
