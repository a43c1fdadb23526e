"""Guards about fixed formulas."""

from __future__ import annotations

from klartext.language.spans import SpanLabel
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard


@guard("in-quotation-marks")
def in_quotation_marks(context: LetterContext, candidate: Candidate) -> bool:
    """The formula stands in quotation marks: somebody else says it."""
    return any(
        span.start_char <= candidate.ranges[0].start < span.end_char
        for span in candidate.parsed.spans(SpanLabel.QUOTE)
    )
