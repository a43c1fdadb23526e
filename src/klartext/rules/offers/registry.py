"""Where offers register themselves."""

from __future__ import annotations

from collections.abc import Callable

from klartext.rules.context import Candidate, LetterContext
from klartext.types import Applicability, Suggestion

Offer = tuple[tuple[Suggestion, ...], dict[str, str]]
OfferFunction = Callable[[LetterContext, Candidate], Offer]
OFFERS: dict[str, OfferFunction] = {}


def offer(name: str) -> Callable[[OfferFunction], OfferFunction]:
    """Register an offer under the name rule files use."""

    def register(function: OfferFunction) -> OfferFunction:
        if name in OFFERS:
            raise ValueError(f"{name!r} is registered twice")
        OFFERS[name] = function
        return function

    return register


def advice(*labels: str) -> tuple[Suggestion, ...]:
    """Suggestions that only say what to do."""
    return tuple(Suggestion(label, (), Applicability.SHOW) for label in labels)
