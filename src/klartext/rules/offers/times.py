"""What to name instead of a vague time."""

from __future__ import annotations

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, advice, offer

_CONDITIONS = frozenset("wenn falls sobald sofern sollte sollten".split())
_BEFORE = frozenset({"vor", "bevor", "vorm", "ehe"})
_DATE = "„bis zum ⟨Datum⟩“"
_DAYS = "„innerhalb von ⟨Zahl⟩ Tagen“"
_WEEKS_BEFORE = "„mindestens ⟨Zahl⟩ Wochen vorher“"


@offer("name-a-date")
def name_a_date(context: LetterContext, candidate: Candidate) -> Offer:
    """A date; where an event of unknown date decides, a number of days before or after it."""
    words = {token.lower_ for token in candidate.sentence}
    if candidate.text.lower() == "bis auf weiteres":
        return advice(_DATE), {}
    if candidate.text.lower() == "rechtzeitig" and words & _BEFORE:
        return advice(_WEEKS_BEFORE), {}
    if any(token.tag_ == "KOUS" and token.lower_ in _CONDITIONS for token in candidate.sentence):
        return advice(_DAYS), {}
    if candidate.sentence[0].lower_ in _CONDITIONS:
        return advice(_DAYS), {}
    return advice(_DATE, _DAYS), {}
