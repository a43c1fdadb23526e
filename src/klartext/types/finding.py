"""What rules report: findings, suggestions, measures, scores."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from klartext.types.letter import TextRange
from klartext.types.values import Applicability, Severity


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace one range of a block's text."""

    range: TextRange
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to improve a place. Its edits are applied all together or not at all.

    ``label`` is what a person reads; with applicability ``show`` there may be no edit.
    """

    label: str
    edits: tuple[Edit, ...]
    applicability: Applicability

    def __post_init__(self) -> None:
        ordered = sorted(self.edits, key=lambda edit: edit.range)
        for first, second in pairwise(ordered):
            if first.range.end > second.range.start:
                raise ValueError("edits of one suggestion overlap")

    def apply(self, text: str) -> str:
        """The text with all edits made."""
        for edit in sorted(self.edits, key=lambda edit: edit.range, reverse=True):
            text = text[: edit.range.start] + edit.text + text[edit.range.end :]
        return text


@dataclass(frozen=True, slots=True)
class Measure:
    """A counted value a message quotes as ``{wert}`` and its aim, ``{ziel}``."""

    name: str
    value: float
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule reports. Several ranges are one discontinuous mark (*wird … geprüft*)."""

    rule: str
    name: str
    block: int
    ranges: tuple[TextRange, ...]
    severity: Severity
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    measures: tuple[Measure, ...] = ()
    entry: str | None = None
    zone: str | None = None
    sentence: TextRange | None = None
    leitziel: tuple[str, ...] = ()
    fingerprint: str = ""

    def __post_init__(self) -> None:
        for first, second in pairwise(self.ranges):
            if first.end > second.start:
                raise ValueError("ranges must be sorted and must not overlap")

    @property
    def span(self) -> TextRange:
        """From the first mark to the last."""
        return TextRange(self.ranges[0].start, self.ranges[-1].end)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding the author does not want to see, with the reason given."""

    finding: Finding
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """A readability value; ``None`` comes with a reason, never as 0."""

    metric: str
    value: float | None
    higher_is: Literal["easier", "harder"]
    band: str | None
    reason: str | None = None
