"""Protected spans of a passage, as the language room found them."""

from __future__ import annotations

from collections.abc import Iterable

from klartext.language.spans import SpanLabel
from klartext.letters.outline import Passage
from klartext.types import TextRange


def spans_of(passage: Passage, *labels: SpanLabel) -> list[TextRange]:
    """Ranges of the protected spans of the passage's block with one of the labels, in order."""
    return [span.range for span in passage.spans if span.label in labels]


def has_span(passage: Passage, *labels: SpanLabel) -> bool:
    """Whether the passage touches a protected span with one of the labels."""
    return any(
        span.label in labels and span.range.overlaps(passage.range) for span in passage.spans
    )


def labels_in(passage: Passage) -> frozenset[str]:
    """Labels of all protected spans the passage touches."""
    return frozenset(span.label for span in passage.spans if span.range.overlaps(passage.range))


def covered(position: int, ranges: Iterable[TextRange]) -> bool:
    """Whether one of the ranges holds this position."""
    return any(found.start <= position < found.end for found in ranges)
