"""Where the characters of a block stand in the file (pure, no Word knowledge).

A block's text is covered by segments without gap or overlap. Segments without width remember
source characters that are not in the text, so that an edit across them removes them too.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

SegmentKind = Literal["linear", "atom", "folded", "dropped"]
"""``linear``: one code point for one; ``atom``: cannot be cut or edited inside; ``folded``: several
source characters stand for fewer in the text (or the rest of such a group, without width);
``dropped``: source characters that are not in the text (soft hyphens), without width."""


@dataclass(frozen=True, slots=True)
class Place:
    """One character in the file.

    For Word files ``run`` and ``t`` are byte positions of the start tags of ``w:r`` and of ``w:t``
    (or of the element an atom stands for) in ``part``, ``offset`` counts code points of the
    decoded content of ``t``. For text files ``part`` is empty, ``run`` and ``t`` are 0 and
    ``offset`` counts code points of the decoded file.
    """

    part: str
    run: int
    t: int
    offset: int


@dataclass(frozen=True, slots=True)
class Control:
    """A content control as far as reading and writing need it."""

    tag: str = ""
    alias: str = ""
    lock: str = ""
    bound: bool = False
    """Filled from ``customXml`` data: Word overwrites its text."""
    shows_placeholder: bool = False
    form: Literal["", "text", "date", "checkbox", "list"] = ""
    entries: tuple[tuple[int, str], ...] = ()
    """Of a drop-down list: byte position of the item and its text."""

    @property
    def name(self) -> str:
        """The tag if there is one, else the title; a tag that speaks to klartext is no name."""
        own = "" if self.tag.lower().startswith("klartext:") else self.tag
        return own or self.alias


@dataclass(frozen=True, slots=True)
class Context:
    """What a stretch of text lies in; decides what a writer may do there."""

    link: str = ""
    field: bool = False
    control: Control | None = None
    revision: str = ""
    """Id of the innermost tracked insertion or deletion around it."""


PLAIN = Context()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a block's text and the stretch of the file it was read from."""

    text_start: int
    text_end: int
    place: Place
    kind: SegmentKind
    source_length: int
    """Source characters in ``place.t``, from ``place.offset`` on."""
    context: Context = PLAIN


@dataclass(frozen=True, slots=True)
class Stretch:
    """Source characters next to each other in one ``w:t``, or one atom."""

    place: Place
    length: int
    kind: Literal["text", "atom"]
    context: Context = PLAIN


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Code points of one block ↔ places in the file.

    Args:
        segments: sorted by ``text_start``; segments without width stand before the one that
            starts at the same offset.
        line: number of the block, the line of a Word file.
        line_starts: for text files, the offset of every line in the file.
    """

    segments: tuple[Segment, ...]
    line: int
    line_starts: tuple[int, ...] = ()
    length: int = field(init=False, compare=False)
    """Number of code points of the block's text."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(item.text_start for item in self.segments))
        length = self.segments[-1].text_end if self.segments else 0
        object.__setattr__(self, "length", length)

    def segment(self, offset: int) -> Segment:
        """The segment that holds the code point; ``IndexError`` outside the text."""
        if not 0 <= offset < self.length:
            raise IndexError(offset)
        return self.segments[bisect_right(self._starts, offset) - 1]

    def place(self, offset: int) -> Place:
        """Where the code point stands; ``IndexError`` outside the text."""
        segment = self.segment(offset)
        if segment.kind == "folded":
            return segment.place
        inside = offset - segment.text_start
        first = segment.place
        return Place(first.part, first.run, first.t, first.offset + inside) if inside else first

    def places(self, start: int, end: int) -> tuple[Stretch, ...]:
        """The source of ``[start, end)``, in text order, with all that vanished in between."""
        found: list[Stretch] = []
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index > 0 and self.segments[index - 1].text_end > start:
            index -= 1
        for segment in self.segments[index:]:
            if segment.text_start > end:
                break
            piece = _source_of(segment, start, end)
            if piece is not None:
                _append(found, piece)
        return tuple(found)

    def offset(self, place: Place) -> int | None:
        """The code point read from ``place``; ``None`` if the place is not in this block.

        A character that is not in the text (a soft hyphen) gives the offset behind it.
        """
        for segment in self.segments:
            first = segment.place
            if (first.part, first.run, first.t) != (place.part, place.run, place.t):
                continue
            inside = place.offset - first.offset
            if 0 <= inside < segment.source_length:
                if segment.kind in ("linear", "atom"):
                    return segment.text_start + inside
                return segment.text_start
        return None

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point or of the end of the text, both from 1."""
        if not self.line_starts:
            return self.line, offset + 1
        if offset >= self.length:
            last = next((x for x in reversed(self.segments) if x.text_end > x.text_start), None)
            if last is None:
                return self.line, 1
            source = last.place.offset + last.source_length
        else:
            source = self.place(offset).offset
        line = bisect_right(self.line_starts, source)
        return line, source - self.line_starts[line - 1] + 1


def _source_of(segment: Segment, start: int, end: int) -> Stretch | None:
    """The part of a segment that belongs to ``[start, end)``."""
    place = segment.place
    if segment.text_start == segment.text_end:
        last = end if segment.kind == "folded" else end - 1
        if not start < segment.text_start <= last:
            return None
        return Stretch(place, segment.source_length, "text", segment.context)
    if segment.text_end <= start or segment.text_start >= end:
        return None
    if segment.kind != "linear":
        kind: Literal["text", "atom"] = "atom" if segment.kind == "atom" else "text"
        return Stretch(place, segment.source_length, kind, segment.context)
    first = max(start, segment.text_start)
    shift = first - segment.text_start
    length = min(end, segment.text_end) - first
    moved = Place(place.part, place.run, place.t, place.offset + shift) if shift else place
    return Stretch(moved, length, "text", segment.context)


def _append(found: list[Stretch], piece: Stretch) -> None:
    if found and piece.kind == found[-1].kind == "text":
        last, place = found[-1].place, piece.place
        follows = last.offset + found[-1].length == place.offset
        if follows and (last.part, last.run, last.t) == (place.part, place.run, place.t):
            length = found[-1].length + piece.length
            found[-1] = Stretch(last, length, "text", found[-1].context)
            return
    found.append(piece)
