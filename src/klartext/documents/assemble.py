"""Buffers → the fields of a block: normalised text, source map, placeholders, marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from klartext.documents.buffer import Buffer, Mark, Piece
from klartext.documents.foreign import foreign_ranges
from klartext.documents.normalise import Chunk, Normalised, normalise
from klartext.documents.placeholders import Forms, Free
from klartext.documents.source import Place, Segment
from klartext.types import Anchor, Placeholder, TextRange

_ANCHORS = frozenset({"footnote", "endnote", "bookmark", "textbox", "comment"})


@dataclass(frozen=True, slots=True)
class Assembled:
    """What a buffer gives to its block; offsets are those of the block's text."""

    text: str
    segments: tuple[Segment, ...]
    placeholders: tuple[Placeholder, ...]
    anchors: tuple[Anchor, ...]
    marks: tuple[Mark, ...]
    marked: tuple[TextRange, ...]
    bold: bool
    language: str
    """The language of the whole block if it is not German, else empty."""


def assemble(buffer: Buffer, part: str, forms: Forms, base_language: str = "") -> Assembled:
    """Normalise a buffer and translate all its offsets.

    Args:
        buffer: the raw text with all that belongs to it.
        part: name of the part, for places.
        forms: finds placeholders in the text.
        base_language: language of the file's default formatting.
    """
    normal = normalise(buffer.text)
    fields: list[Placeholder] = []
    free = Free(len(normal.text))
    for item in sorted(buffer.protected, key=lambda item: (item.start, -item.end)):
        span = TextRange(normal.offset(item.start), normal.end(item.end))
        if len(span) and free.take(span):
            fields.append(Placeholder(span, item.origin, item.name, item.type))
    placeholders = forms.find(normal.text, fields)
    languages = [
        (TextRange(normal.offset(piece.start), normal.end(piece.start + len(piece.text))), piece)
        for piece in buffer.pieces
        if piece.text
    ]
    language, foreign = foreign_ranges(
        normal.text, [(span, piece.look) for span, piece in languages], base_language
    )
    placeholders = _with_foreign(placeholders, foreign)
    marks = tuple(mark._replace(offset=normal.offset(mark.offset)) for mark in buffer.marks)
    return Assembled(
        text=normal.text,
        segments=_segments(buffer.pieces, normal, part),
        placeholders=placeholders,
        anchors=tuple(
            Anchor(mark.offset, mark.kind, mark.name)  # type: ignore[arg-type]
            for mark in marks
            if mark.kind in _ANCHORS
        ),
        marks=marks,
        marked=_joined(span for span, piece in languages if piece.look.marked),
        bold=_all_bold(buffer.pieces),
        language=language,
    )


def _with_foreign(
    placeholders: tuple[Placeholder, ...], foreign: list[Placeholder]
) -> tuple[Placeholder, ...]:
    if not foreign:
        return placeholders
    free = Free(foreign[-1].range.end, (item.range for item in placeholders))
    added = [item for item in foreign if free.take(item.range)]
    if not added:
        return placeholders
    return tuple(sorted((*placeholders, *added), key=lambda item: item.range))


def _joined(ranges: Iterable[TextRange]) -> tuple[TextRange, ...]:
    """Ranges that touch become one."""
    joined: list[TextRange] = []
    for span in ranges:
        if joined and joined[-1].end >= span.start:
            joined[-1] = TextRange(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return tuple(joined)


def _all_bold(pieces: Iterable[Piece]) -> bool:
    visible = [piece.look.bold for piece in pieces if piece.text.strip()]
    return bool(visible) and all(visible)


def _segments(pieces: list[Piece], normal: Normalised, part: str) -> tuple[Segment, ...]:
    """Cut chunks of the text at the borders of pieces; both lists cover the raw text in order."""
    found: list[Segment] = []
    chunks = list(normal.chunks)
    number, used = 0, 0  # the chunk, and how much of its source is done
    for piece in pieces:
        if not piece.text:
            at = _offset_in(chunks, number, used, len(normal.text))
            place = Place(part, piece.run, piece.t, piece.offset)
            found.append(Segment(at, at, place, "dropped", piece.source_length, piece.context))
            continue
        done = 0
        while done < len(piece.text):
            chunk = chunks[number]
            take = min(len(piece.text) - done, chunk.raw_length - used)
            found.append(_segment(piece, done, chunk, used, take, part))
            done += take
            used += take
            if used == chunk.raw_length:
                number, used = number + 1, 0
    return tuple(found)


def _offset_in(chunks: list[Chunk], number: int, used: int, length: int) -> int:
    if number == len(chunks):
        return length
    chunk = chunks[number]
    if chunk.kind == "linear":
        return chunk.start + used
    return chunk.start + (chunk.length if used else 0)


def _segment(piece: Piece, done: int, chunk: Chunk, used: int, take: int, part: str) -> Segment:
    """``take`` source characters of a piece, from ``done`` on."""
    place = Place(part, piece.run, piece.t, piece.offset + done)
    if chunk.kind == "linear":
        start = chunk.start + used
        kind = "atom" if piece.kind == "atom" else "linear"
        return Segment(start, start + take, place, kind, take, piece.context)  # type: ignore[arg-type]
    if chunk.kind == "dropped":
        return Segment(chunk.start, chunk.start, place, "dropped", take, piece.context)
    end = chunk.start + chunk.length
    start = end if used else chunk.start
    return Segment(start, end, place, "folded", take, piece.context)
