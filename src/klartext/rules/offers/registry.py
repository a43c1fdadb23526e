"""Where offers register themselves."""

from __future__ import annotations

from collections.abc import Callable

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.registering import register
from klartext.types import Applicability, Suggestion

Offer = tuple[tuple[Suggestion, ...], dict[str, str]]
OfferFunction = Callable[[LetterContext, Candidate], Offer]
OFFERS: dict[str, OfferFunction] = {}


def offer(name: str) -> Callable[[OfferFunction], OfferFunction]:
    """Register an offer under the name rule files use."""
    return register(OFFERS, name)


def advice(*labels: str) -> tuple[Suggestion, ...]:
    """Suggestions that only say what to do."""
    return tuple(Suggestion(label, (), Applicability.SHOW) for label in labels)
