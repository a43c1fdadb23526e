"""What a filler can become: nothing, or a word everybody uses."""

from __future__ import annotations

from klartext.glossary import Action
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, offer
from klartext.types import Applicability, Edit, Suggestion, TextRange


@offer("filler")
def filler(context: LetterContext, candidate: Candidate) -> Offer:
    """Fill ``{rat}``: whether to leave the word out, or which word to write instead."""
    if candidate.hit is None:
        last = list(candidate.tokens())[-1]
        gap = Edit(TextRange(candidate.ranges[0].start, last.idx + len(last.text_with_ws)), "")
        without = Suggestion(f"ohne „{candidate.text}“", (gap,), Applicability.REVIEW)
        return (without,), {"rat": "können Sie streichen, der Sinn bleibt."}
    entry = candidate.hit.entry if candidate.hit is not None else None
    words = [f"„{item.plain}“" for item in entry.with_action(Action.REPLACE)] if entry else []
    if not words:
        return (), {"rat": "können Sie streichen, der Sinn bleibt."}
    instead = " oder ".join(words)
    if entry is not None and entry.with_action(Action.DELETE):
        return (), {"rat": f"sagt wenig. Streichen Sie es, oder schreiben Sie {instead}."}
    return (), {"rat": f"geht einfacher: {instead}."}
