"""The nouns of klartext: what every room hands to the next one.

All positions are half-open ranges of code points in ``Block.text``. Nothing here knows
spaCy, Word files or the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable


class Severity(IntEnum):
    """How much a finding weighs; the written value is the lower-case name."""

    HINWEIS = 1
    WARNUNG = 2
    FEHLER = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, value: str) -> Severity:
        """The severity written as ``value``; ``ValueError`` for any other word."""
        try:
            return cls[value.upper()]
        except KeyError:
            raise ValueError(value) from None


class Applicability(StrEnum):
    """How far a suggestion may be trusted."""

    SAFE = "safe"
    REVIEW = "review"
    SHOW = "show"

    @property
    def rank(self) -> int:
        """0 for ``show`` to 2 for ``safe``: the higher, the more may be done with it."""
        return {"show": 0, "review": 1, "safe": 2}[self.value]

    def at_most(self, other: Applicability) -> Applicability:
        """The weaker of the two."""
        return min(self, other, key=lambda item: item.rank)


class BlockKind(StrEnum):
    """The form of a block, as the file shows it."""

    UEBERSCHRIFT = "ueberschrift"
    ABSATZ = "absatz"
    LISTENPUNKT = "listenpunkt"
    TABELLENZELLE = "tabellenzelle"
    KOPFZEILE = "kopfzeile"
    FUSSZEILE = "fusszeile"
    FUSSNOTE = "fussnote"
    ENDNOTE = "endnote"
    TEXTFELD = "textfeld"
    VARIANTE = "variante"
    ALTERNATIVTEXT = "alternativtext"


class PlaceholderType(StrEnum):
    """What a placeholder will be replaced by."""

    CONTROL = "control"
    SALUTATION = "salutation"
    DEADLINE = "deadline"
    CONTACT = "contact"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    TIME = "time"
    DATE = "date"
    AMOUNT = "amount"
    ACCOUNT = "account"
    REFERENCE = "reference"
    NUMBER = "number"
    COURT = "court"
    OFFICE = "office"
    TITLE = "title"
    COUNTRY = "country"
    DOCUMENTS = "documents"
    REASON = "reason"
    PERSON = "person"
    TEXT = "text"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


PlaceholderOrigin = Literal["field", "control", "pattern", "blank", "foreign"]
"""Word field, content control, text pattern, blank to be filled (``____``), other language."""


@dataclass(frozen=True, slots=True, order=True)
class TextRange:
    """A half-open stretch ``[start, end)`` of a block's text in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a range: {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: TextRange) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: TextRange) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` in this range."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A stretch that is filled in later; never judged as words."""

    range: TextRange
    origin: PlaceholderOrigin
    name: str
    type: PlaceholderType


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something fastened between two characters: a note reference, a bookmark, a text box."""

    offset: int
    kind: Literal["footnote", "endnote", "bookmark", "textbox", "comment"]
    name: str


@runtime_checkable
class SourceMap(Protocol):
    """Where the characters of a block stand in the file."""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point of the block (interfaces.md 2.1)."""
        ...


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, cell or heading: unit of positions and of parsing.

    ``index`` counts from 1 in reading order over all parts of the file. ``text`` is what a
    reader reads, normalised once by the reader and never changed afterwards.
    """

    index: int
    kind: BlockKind
    text: str
    source: SourceMap
    label: str = ""
    level: int = 0
    path: str = "Haupttext"
    part: str = ""
    page_hint: int | None = None
    bold: bool = False
    style: str = ""
    placeholders: tuple[Placeholder, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    marked: tuple[TextRange, ...] = ()
    """Stretches with highlighter colour: authors mark open places that way."""
    table: tuple[int, int, int] | None = None
    """Table, row and column, each from 1, for cells."""
    original_text: str | None = None


@dataclass(frozen=True, slots=True)
class IgnoreDirective:
    """The author's wish not to see findings: ``klartext: aus WO01 – Grund``.

    ``block`` is where it stands (for the findings KT01 to KT03). It covers the pairs in
    ``reach``: block index and range, ``None`` for the whole block.
    """

    block: int
    range: TextRange
    rules: tuple[str, ...]
    reason: str
    reach: tuple[tuple[int, TextRange | None], ...]
    origin: Literal["comment", "control", "text"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something said once per letter that is no finding (``N102``)."""

    id: str
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Letter:
    """One file as read: blocks in reading order and what could not be read."""

    path: Path | None
    kind: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    directives: tuple[IgnoreDirective, ...] = ()
    title: str = ""
    sha256: str = ""


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


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a report may quote of a block."""

    block: int
    kind: BlockKind
    path: str
    part: str
    page_hint: int | None
    text: str
    label: str = ""
    line: int = 1
    placeholders: tuple[TextRange, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterReport:
    """What klartext says about one letter; holds excerpts of blocks with findings only."""

    path: str
    kind: str
    sha256: str
    title: str
    profile: str
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    notices: tuple[Notice, ...]
    excerpts: dict[int, Excerpt]
    positions: dict[tuple[int, int], tuple[int, int]]
    """(block, offset) of every range border → line and column."""
    counts: dict[str, int]
    scores: tuple[Score, ...] = ()
    letter_types: tuple[str, ...] = ()
    letter_type_origin: str = "unbestimmt"
    zones: tuple[tuple[str, int], ...] = ()
    """Zone id and block index of zones found by pattern, so that a skip can be explained."""


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be read."""

    path: str
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run over one or more letters."""

    letters: tuple[LetterReport, ...]
    errors: tuple[FileError, ...]
    profile: str
    gate: Severity | None
    versions: dict[str, str] = field(default_factory=dict)

    def at_or_above(self, severity: Severity) -> int:
        """Number of findings of this severity or a higher one."""
        return sum(
            finding.severity >= severity for letter in self.letters for finding in letter.findings
        )

    @property
    def exit_code(self) -> int:
        """0, 1 if the gate is passed, 2 if a file could not be read (interfaces.md 1.2)."""
        if self.errors:
            return 2
        return int(self.gate is not None and self.at_or_above(self.gate) > 0)
