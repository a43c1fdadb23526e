"""What .txt and .md have in common: lines with their offsets, paragraphs → blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from klartext.documents.assemble import Assembled, assemble
from klartext.documents.buffer import Buffer, Look
from klartext.documents.ignores import Wish, from_text
from klartext.documents.limits import Limits
from klartext.documents.notices import Notices, Spot
from klartext.documents.placeholders import Forms
from klartext.documents.reading import MAIN_TEXT
from klartext.documents.source import PLAIN, Context, SourceMap
from klartext.documents.splitting import split
from klartext.errors import KlartextError
from klartext.types import Block, BlockKind, Letter, PlaceholderType

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_NO_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file without its end; ``start`` counts code points of the decoded file."""

    start: int
    text: str


@dataclass(slots=True)
class TextDraft:
    """A block of a text file before it has a number.

    ``text`` and ``offsets`` (one per code point) are what stands in the file; the other fields
    say what a reader sees of it.
    """

    kind: BlockKind = BlockKind.ABSATZ
    text: str = ""
    offsets: list[int] = field(default_factory=list)
    label: str = ""
    level: int = 0
    table: tuple[int, int, int] | None = None
    area: str = "body"
    path: str = MAIN_TEXT
    hidden: set[int] = field(default_factory=set)
    """Positions in ``text`` that are markup."""
    bold: set[int] = field(default_factory=set)
    code: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, start: int, text: str) -> None:
        """Go on with a line; white space at its edges is not part of the text."""
        body = text.strip()
        if not body:
            return
        first = start + len(text) - len(text.lstrip())
        if self.text:
            self.text += "\n"
            self.offsets.append(self.offsets[-1] + 1)
        self.text += body
        self.offsets.extend(range(first, first + len(body)))

    def buffer(self) -> Buffer:
        """The visible text as pieces; the offset of a piece is that in the file."""
        buffer = Buffer()
        contexts = {
            at: Context(link=url) for first, last, url in self.links for at in range(first, last)
        }
        codes = dict(self.code)
        code_end = code_start = -1
        start = 0
        while start < len(self.text):
            if start in codes:
                code_start, code_end = buffer.length, codes[start]
            end = self._alike(start, contexts)
            offset, length = self.offsets[start], end - start
            if start in self.hidden:
                buffer.dropped(0, 0, offset, length)
            else:
                look = Look(bold=True) if start in self.bold else _NO_LOOK
                context = contexts.get(start, PLAIN)
                buffer.linear(self.text[start:end], 0, 0, offset, look, context)
            gap = self.offsets[end] - offset - length if end < len(self.text) else 0
            if gap:
                buffer.dropped(0, 0, offset + length, gap)
            start = end
            if start == code_end:
                buffer.protect(code_start, "foreign", "code", PlaceholderType.FOREIGN)
        return buffer

    def _alike(self, start: int, contexts: dict[int, Context]) -> int:
        """The end of the stretch that stands together and looks the same."""

        def look(at: int) -> tuple[bool, bool, Context | None, int]:
            return at in self.hidden, at in self.bold, contexts.get(at), self.offsets[at] - at

        borders = {border for pair in self.code for border in pair}
        first, end = look(start), start + 1
        while end < len(self.text) and end not in borders and look(end) == first:
            end += 1
        return end


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
    kind: str,
    drafts: Sequence[TextDraft],
    wishes: Sequence[WishAt],
    forms: Forms,
    limits: Limits,
    wanted: frozenset[str],
) -> Letter:
    """Number the drafts of a text file and build the letter, without path and checksum."""
    starts = tuple(line.start for line in lines(text)) or (0,)
    notices = Notices()
    blocks: list[Block] = []
    places: list[tuple[int, Sequence[int]]] = []
    index = 0
    for draft in drafts:
        buffer = draft.buffer()
        if buffer.length > limits.paragraph_chars:
            notices.add("N113", Spot(block=index))
        for piece in split(buffer, limits.paragraph_chars):
            index += 1
            item = assemble(piece, "", forms)
            source = SourceMap(item.segments, index, starts)
            block = _block(index, draft, item, source)
            places.append((index, [source.place(at).offset for at in range(len(block.text))]))
            if draft.area in wanted:
                blocks.append(block)
    found = from_text(((item.start, item.end, item.wish) for item in wishes), places)
    return Letter(None, kind, tuple(blocks), notices.all(index), found)


def _block(index: int, draft: TextDraft, item: Assembled, source: SourceMap) -> Block:
    return Block(
        index=index,
        kind=draft.kind,
        text=item.text,
        source=source,
        label=draft.label,
        level=draft.level,
        path=draft.path,
        bold=item.bold,
        placeholders=item.placeholders,
        table=draft.table,
    )
