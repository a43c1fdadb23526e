"""What .txt and .md have in common: lines with their offsets, paragraphs → blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from klartext.documents.assemble import Assembled, assemble
from klartext.documents.buffer import Buffer, Look
from klartext.documents.ignores import Wish, from_text
from klartext.documents.limits import Limits, check_blocks
from klartext.documents.notices import Notices, Spot
from klartext.documents.placeholders import Forms
from klartext.documents.reading import MAIN_TEXT
from klartext.documents.source import PLAIN, Context, SourceMap
from klartext.documents.splitting import split
from klartext.errors import KlartextError
from klartext.types import Block, BlockKind, IgnoreDirective, Letter, PlaceholderType

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file without its end; ``start`` counts code points of the decoded file."""

    start: int
    text: str


@dataclass(slots=True)
class Markup:
    """What in a block is not plain text; half-open ranges of ``TextDraft.text``."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class TextDraft:
    """A block of a text file before it has a number; its lines as they stand in the file."""

    kind: BlockKind = BlockKind.ABSATZ
    lines: list[Line] = field(default_factory=list)
    label: str = ""
    level: int = 0
    table: tuple[int, int, int] | None = None
    area: str = "body"
    path: str = MAIN_TEXT
    markup: Markup = field(default_factory=Markup)

    def add(self, start: int, text: str) -> None:
        """Go on with a line; white space at its edges is not part of the text."""
        body = text.strip()
        if body:
            self.lines.append(Line(start + len(text) - len(text.lstrip()), body))

    @property
    def text(self) -> str:
        """The lines with their markup."""
        return "\n".join(line.text for line in self.lines)

    def buffer(self) -> Buffer:
        """The visible text as pieces; the offset of a piece is that in the file."""
        buffer, text, shifts = Buffer(), self.text, self._shifts()
        starts = [start for start, _ in shifts]
        markup = self.markup
        link_ranges = [(first, last) for first, last, _ in markup.links]
        addresses = {first: address for first, _, address in markup.links}
        ranges = (*markup.hidden, *markup.bold, *markup.code, *link_ranges)
        edges = sorted({0, len(text), *starts, *(border for pair in ranges for border in pair)})
        hidden, bold = _Ranges(markup.hidden), _Ranges(markup.bold)
        links, code = _Ranges(link_ranges), _Ranges(markup.code)
        code_start = behind = -1
        for start, end in pairwise(edges):
            offset = start + shifts[bisect_right(starts, start) - 1][1]
            if behind >= 0 and offset > behind:
                buffer.dropped(0, 0, behind, offset - behind)
            if code.begins(start):
                code_start = buffer.length
            if hidden.around(start) is not None:
                buffer.dropped(0, 0, offset, end - start)
            else:
                look = Look(bold=bold.around(start) is not None)
                link = links.around(start)
                context = PLAIN if link is None else Context(link=addresses[link])
                buffer.linear(text[start:end], 0, 0, offset, look, context)
            if code.ends(end):
                buffer.protect(code_start, "foreign", "code", PlaceholderType.FOREIGN)
            behind = offset + end - start
        return buffer

    def _shifts(self) -> list[tuple[int, int]]:
        """From which position on the file is how far ahead of the text.

        The break before a line is the one behind the line above it, blanks follow it.
        """
        shifts: list[tuple[int, int]] = []
        position = 0
        for line in self.lines:
            if shifts:
                shifts.append((position, shifts[-1][1]))
                position += 1
            shifts.append((position, line.start - position))
            position += len(line.text)
        return shifts or [(0, 0)]


class _Ranges:
    """Half-open ranges that do not overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ends = dict(sorted(ranges))
        self._starts = list(self._ends)
        self._last = set(self._ends.values())

    def around(self, position: int) -> int | None:
        """Where the range begins that holds the position."""
        number = bisect_right(self._starts, position) - 1
        start = self._starts[number] if number >= 0 else -1
        return start if start >= 0 and position < self._ends[start] else None

    def begins(self, position: int) -> bool:
        return position in self._ends

    def ends(self, position: int) -> bool:
        return position in self._last


@dataclass(frozen=True, slots=True)
class WishAt:
    """A directive with the stretch of the file it is for; no end: the next paragraph."""

    start: int
    end: int | None
    wish: Wish


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, without byte order mark.

    Raises:
        KlartextError: E112 for any other encoding.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KlartextError("E112", name=name) from error


def lines(text: str) -> Iterator[Line]:
    """The lines of a text, whatever ends them."""
    for match in _LINE.finditer(text):
        if match.start() < len(text):
            yield Line(match.start(), match[1])


def letter_of(
    text: str,
    name: str,
    kind: str,
    drafts: Sequence[TextDraft],
    wishes: Sequence[WishAt],
    forms: Forms,
    limits: Limits,
    wanted: frozenset[str],
) -> Letter:
    """Number the drafts of a text file and build the letter, without path and checksum."""
    check_blocks(len(drafts), limits, name)
    starts = tuple(line.start for line in lines(text)) or (0,)
    notices = Notices()
    blocks: list[Block] = []
    left_out: list[Block] = []
    index = 0
    for draft in drafts:
        buffer = draft.buffer()
        if buffer.blank():
            continue
        if buffer.length > limits.paragraph_chars:
            notices.add("N113", Spot(block=index))
        for piece in split(buffer, limits.paragraph_chars):
            index += 1
            block = _block(index, draft, assemble(piece, "", forms), starts)
            (blocks if draft.area in wanted else left_out).append(block)
    found = _directives(wishes, sorted((*blocks, *left_out), key=lambda block: block.index))
    return Letter(None, kind, tuple(blocks), notices.all(index), found)


def _block(index: int, draft: TextDraft, item: Assembled, starts: tuple[int, ...]) -> Block:
    return Block(
        index=index,
        kind=draft.kind,
        text=item.text,
        source=SourceMap(item.segments, index, starts),
        label=draft.label,
        level=draft.level,
        path=draft.path,
        bold=item.bold,
        placeholders=item.placeholders,
        table=draft.table,
    )


def _directives(wishes: Sequence[WishAt], blocks: list[Block]) -> tuple[IgnoreDirective, ...]:
    if not wishes:
        return ()
    places = []
    for block in blocks:
        source = block.source
        if isinstance(source, SourceMap):
            offsets = [source.place(at).offset for at in range(len(block.text))]
            places.append((block.index, offsets))
    return from_text(((item.start, item.end, item.wish) for item in wishes), places)
