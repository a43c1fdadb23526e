"""What a filler can become: nothing, or a word everybody uses."""

from __future__ import annotations

from klartext.glossary import Action
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, offer


@offer("filler")
def filler(context: LetterContext, candidate: Candidate) -> Offer:
    """Fill ``{rat}``: whether to leave the word out, or which word to write instead."""
    entry = candidate.hit.entry if candidate.hit is not None else None
    words = [f"„{item.plain}“" for item in entry.with_action(Action.REPLACE)] if entry else []
    if not words:
        return (), {"rat": "können Sie streichen, der Sinn bleibt."}
    instead = " oder ".join(words)
    if entry is not None and entry.with_action(Action.DELETE):
        return (), {"rat": f"sagt wenig. Streichen Sie es, oder schreiben Sie {instead}."}
    return (), {"rat": f"geht einfacher: {instead}."}
