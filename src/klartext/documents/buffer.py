"""Text under construction: what the walk over a file collects before it becomes a block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from klartext.documents.normalise import blank
from klartext.documents.source import PLAIN, Context
from klartext.types import PlaceholderOrigin, PlaceholderType

OBJECT = "\ufffc"
"""Stands for what has no text: an empty field, a picture, an equation."""


class Look(NamedTuple):
    """How a run looks, as far as klartext wants to know."""

    bold: bool = False
    marked: bool = False
    language: str = ""
    """Language tag in force, empty if nothing is said."""
    language_direct: bool = False
    """Whether the run or its character style says so."""


class Piece(NamedTuple):
    """A stretch of text from one place; ``source_length`` counts characters there."""

    start: int
    text: str
    kind: Literal["linear", "atom", "dropped"]
    run: int
    t: int
    offset: int
    source_length: int
    look: Look
    context: Context


@dataclass(slots=True)
class Protected:
    """A stretch that is filled in later, in offsets of the buffer."""

    start: int
    end: int
    origin: PlaceholderOrigin
    name: str
    type: PlaceholderType


class Mark(NamedTuple):
    """Something fastened between two characters, in offsets of the buffer."""

    offset: int
    kind: Literal[
        "footnote",
        "endnote",
        "bookmark",
        "textbox",
        "comment-start",
        "comment-end",
        "comment",
        "ignore-start",
        "ignore-end",
    ]
    name: str


@dataclass(slots=True)
class Buffer:
    """Pieces in order, protected stretches and marks, all in offsets of the raw text."""

    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    protected: list[Protected] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The raw text, not yet normalised."""
        return "".join(piece.text for piece in self.pieces)

    def linear(
        self, text: str, run: int, t: int, offset: int, look: Look, context: Context = PLAIN
    ) -> None:
        """Add characters that stand one for one in the file."""
        if text:
            self.pieces.append(
                Piece(self.length, text, "linear", run, t, offset, len(text), look, context)
            )
            self.length += len(text)

    def atom(self, text: str, run: int, t: int, look: Look, context: Context = PLAIN) -> None:
        """Add text that stands for one element and cannot be cut."""
        self.pieces.append(Piece(self.length, text, "atom", run, t, 0, len(text), look, context))
        self.length += len(text)

    def dropped(
        self, run: int, t: int, offset: int = 0, length: int = 1, context: Context = PLAIN
    ) -> None:
        """Remember source characters that show nothing: a soft hyphen, Markdown signs."""
        self.pieces.append(
            Piece(self.length, "", "dropped", run, t, offset, length, Look(), context)
        )

    def mark(self, kind: str, name: str) -> None:
        """Fasten something here."""
        self.marks.append(Mark(self.length, kind, name))  # type: ignore[arg-type]

    def protect(
        self, start: int, origin: PlaceholderOrigin, name: str, type: PlaceholderType
    ) -> None:
        """Mark ``[start, here)`` as filled in later; marks inside become part of it."""
        if start < self.length:
            while self.protected and self.protected[-1].start >= start:
                self.protected.pop()
            self.protected.append(Protected(start, self.length, origin, name, type))

    def text_from(self, start: int) -> str:
        """The raw text of ``[start, here)``."""
        found = []
        for piece in reversed(self.pieces):
            if piece.start + len(piece.text) <= start and piece.text:
                break
            found.append(piece.text[max(start - piece.start, 0) :])
        return "".join(reversed(found))

    def blank(self, start: int = 0) -> bool:
        """Whether ``[start, here)`` shows nothing: white space and what normalising drops."""
        return blank(self.text_from(start))

    def cut(self, length: int) -> None:
        """Forget everything behind ``length``; marks there move to the cut."""
        while self.pieces and self.pieces[-1].start >= length:
            self.pieces.pop()
        if self.pieces:
            last = self.pieces[-1]
            kept = last.text[: length - last.start]
            if len(kept) < len(last.text):
                self.pieces[-1] = last._replace(text=kept, source_length=len(kept))
        while self.protected and self.protected[-1].end > length:
            self.protected.pop()
        for index in range(len(self.marks) - 1, -1, -1):
            if self.marks[index].offset <= length:
                break
            self.marks[index] = self.marks[index]._replace(offset=length)
        self.length = length

    def slice(self, start: int, end: int) -> Buffer:
        """A buffer with the text of ``[start, end)`` and what belongs to it."""
        part = Buffer(length=end - start)
        for piece in self.pieces:
            last = piece.start + len(piece.text)
            if piece.start >= end or last < start or (last == start and piece.text):
                continue
            left, right = max(start - piece.start, 0), min(end, last) - piece.start
            part.pieces.append(
                piece._replace(
                    start=piece.start + left - start,
                    text=piece.text[left:right],
                    offset=piece.offset + left,
                    source_length=right - left if piece.text else piece.source_length,
                )
            )
        part.protected = [
            Protected(
                max(p.start, start) - start, min(p.end, end) - start, p.origin, p.name, p.type
            )
            for p in self.protected
            if p.start < end and p.end > start
        ]
        part.marks = [
            mark._replace(offset=mark.offset - start)
            for mark in self.marks
            if start <= mark.offset < end or mark.offset == end == self.length
        ]
        return part
