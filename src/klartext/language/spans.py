"""Names of protected spans: stretches of text that are one thing, not words to be judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klartext.types import TextRange

GROUP = "protected"
"""Key in ``Doc.spans`` under which the pipeline keeps them; ``Span.label_`` is the value below."""


class SpanLabel(StrEnum):
    """What a protected span is."""

    PLACEHOLDER = "PLACEHOLDER"
    CITATION = "CITATION"
    DATE = "DATE"
    TIME = "TIME"
    AMOUNT = "AMOUNT"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    WEB = "WEB"
    ACCOUNT = "ACCOUNT"
    ADDRESS = "ADDRESS"
    REFERENCE = "REFERENCE"
    LAW = "LAW"
    ABBREVIATION = "ABBREVIATION"
    QUOTE = "QUOTE"


@dataclass(frozen=True, slots=True)
class ProtectedSpan:
    """One protected stretch. ``value`` is what it means where that is known (ISO date, number)."""

    label: SpanLabel
    range: TextRange
    value: str | None = None
