"""A letter as it was read: blocks, placeholders, directives, notices."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from klartext.types.values import BlockKind, PlaceholderOrigin, PlaceholderType


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
