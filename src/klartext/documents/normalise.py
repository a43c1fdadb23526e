"""The one home of normalising: what a reader reads, with the way back to what stands there.

Soft hyphens and characters without width are dropped, fixed blanks become U+0020, the
non-breaking hyphen becomes ``-``, composed letters are one code point (NFC).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\ufeff")
_REPLACED = {
    "\u00a0": " ",
    "\u202f": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u2011": "-",
}
_SPECIAL = re.compile("[\u00ad\u200b-\u200d\ufeff\u00a0\u202f\u2007\u2009\u2011]")
_FIRST_COMBINING = "\u0300"

ChunkKind = Literal["linear", "folded", "dropped"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """``raw_length`` code points of the source that became ``length`` code points of the text."""

    kind: ChunkKind
    start: int
    length: int
    raw_start: int
    raw_length: int


def _raw_start(chunk: Chunk) -> int:
    return chunk.raw_start


@dataclass(frozen=True, slots=True)
class Normalised:
    """The text and, in order, the chunks that cover both it and its source."""

    text: str
    chunks: tuple[Chunk, ...]

    def offset(self, raw: int) -> int:
        """The offset in the text for an offset in the source."""
        if not self.chunks or raw >= self._raw_length:
            return len(self.text)
        chunk = self.chunks[bisect_right(self.chunks, raw, key=_raw_start) - 1]
        return chunk.start + (raw - chunk.raw_start if chunk.kind == "linear" else 0)

    def end(self, raw: int) -> int:
        """The offset for an exclusive end: a character cut in half is wholly inside."""
        if not self.chunks or raw >= self._raw_length:
            return len(self.text)
        chunk = self.chunks[bisect_right(self.chunks, raw, key=_raw_start) - 1]
        if chunk.kind == "linear" or raw == chunk.raw_start:
            return chunk.start + raw - chunk.raw_start
        return chunk.start + chunk.length

    @property
    def _raw_length(self) -> int:
        last = self.chunks[-1]
        return last.raw_start + last.raw_length


def normalise(raw: str) -> Normalised:
    """What a reader reads of ``raw``."""
    if not _SPECIAL.search(raw) and (raw.isascii() or unicodedata.is_normalized("NFC", raw)):
        chunks = (Chunk("linear", 0, len(raw), 0, len(raw)),) if raw else ()
        return Normalised(raw, chunks)
    builder = _Builder()
    kept = [index for index, char in enumerate(raw) if char not in _DROPPED]
    behind = 0
    for start, end in _groups(raw, kept):
        builder.drop(behind, kept[start])
        behind = kept[end - 1] + 1
        builder.add("".join(raw[index] for index in kept[start:end]), kept[start], behind)
    builder.drop(behind, len(raw))
    return builder.result()


def blank(raw: str) -> bool:
    """Whether a reader reads nothing of ``raw``."""
    return not normalise(raw).text.strip()


def _groups(raw: str, kept: list[int]) -> Iterator[tuple[int, int]]:
    """Ranges of ``kept`` that can be normalised alone: a letter with the marks that follow it."""
    start = 0
    for number, index in enumerate(kept):
        char = raw[index]
        if number == start or (char >= _FIRST_COMBINING and _joins(raw, kept[start:number], char)):
            continue
        yield start, number
        start = number
    if kept:
        yield start, len(kept)


def _joins(raw: str, group: list[int], char: str) -> bool:
    if char in _REPLACED:
        return False
    if unicodedata.combining(char):
        return True
    before = unicodedata.normalize("NFC", "".join(raw[index] for index in group))
    return unicodedata.normalize("NFC", before + char) != before + unicodedata.normalize(
        "NFC", char
    )


class _Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.chunks: list[Chunk] = []

    def drop(self, raw_start: int, raw_end: int) -> None:
        if raw_end > raw_start:
            self._chunk("dropped", 0, raw_start, raw_end - raw_start)

    def add(self, group: str, raw_start: int, raw_end: int) -> None:
        text = unicodedata.normalize("NFC", _REPLACED.get(group[0], group[0]) + group[1:])
        kind: ChunkKind = "linear" if len(text) == raw_end - raw_start else "folded"
        self._chunk(kind, len(text), raw_start, raw_end - raw_start)
        self.parts.append(text)
        self.length += len(text)

    def _chunk(self, kind: ChunkKind, length: int, raw_start: int, raw_length: int) -> None:
        if self.chunks and kind == self.chunks[-1].kind != "folded":
            last = self.chunks[-1]
            self.chunks[-1] = Chunk(
                kind,
                last.start,
                last.length + length,
                last.raw_start,
                last.raw_length + raw_length,
            )
        else:
            self.chunks.append(Chunk(kind, self.length, length, raw_start, raw_length))

    def result(self) -> Normalised:
        return Normalised("".join(self.parts), tuple(self.chunks))
