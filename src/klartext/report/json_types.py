"""The shape of the JSON report, version 1. The schema file is generated from these types."""

from __future__ import annotations

from typing import Literal, TypedDict

SCHEMA_ID: Literal["klartext-report/1"] = "klartext-report/1"

SeverityName = Literal["hinweis", "warnung", "fehler"]


class LetterTypeJson(TypedDict):
    """What the letter is for, and who said so."""

    values: list[str]
    origin: str


class ScoreJson(TypedDict):
    """A readability value; ``null`` comes with a reason."""

    metric: str
    value: float | None
    higher_is: Literal["easier", "harder"]
    band: str | None
    reason: str | None


class EditJson(TypedDict):
    """Replace a range (code points of the block, half-open) by a text."""

    range: tuple[int, int]
    text: str


class SuggestionJson(TypedDict):
    """One way to improve a place; all its edits or none."""

    label: str
    applicability: Literal["safe", "review", "show"]
    edits: list[EditJson]


class MeasureJson(TypedDict):
    """A counted value and its aim."""

    name: str
    value: float
    target: float | None


class FindingJson(TypedDict):
    """One place. Line and column count from 1, the end column is exclusive."""

    rule: str
    name: str
    entry: str | None
    severity: SeverityName
    message: str
    scope: Literal["letter", "block"]
    block: int
    line: int
    column: int
    end_line: int
    end_column: int
    path: str
    part: str
    page_hint: int | None
    ranges: list[tuple[int, int]]
    sentence: tuple[int, int] | None
    excerpt: str
    suggestions: list[SuggestionJson]
    measures: list[MeasureJson]
    zone: str | None
    leitziel: list[str]
    fingerprint: str
    state: Literal["new", "baseline"]


class SuppressedJson(TypedDict):
    """A finding the author does not want to see."""

    rule: str
    block: int
    by: str
    reason: str
    fingerprint: str


class NoticeJson(TypedDict):
    """Something said once per letter."""

    id: str
    message: str
    count: int


class ZoneJson(TypedDict):
    """A protected passage that was recognised by its wording."""

    zone: str
    block: int


class LetterJson(TypedDict):
    """One letter."""

    path: str
    sha256: str
    title: str
    kind: str
    profile: str
    letter_type: LetterTypeJson
    counts: dict[str, int]
    scores: list[ScoreJson]
    findings: list[FindingJson]
    suppressed: list[SuppressedJson]
    notices: list[NoticeJson]
    zones: list[ZoneJson]


class ErrorJson(TypedDict):
    """A file that could not be read."""

    path: str
    id: str
    message: str


class SummaryJson(TypedDict):
    """Number of findings of each severity, and how the program ends."""

    fehler: int
    warnung: int
    hinweis: int
    exit_code: int


class ReportJson(TypedDict):
    """The whole document."""

    schema: Literal["klartext-report/1"]
    versions: dict[str, str]
    profile: str
    gate: Literal["hinweis", "warnung", "fehler", "none"]
    letters: list[LetterJson]
    errors: list[ErrorJson]
    summary: SummaryJson
