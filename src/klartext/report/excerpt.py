"""The quoted line under a finding: cut to the width, with carets under every mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klartext.report.terminal import columns, encodable, shown
from klartext.types import TextRange

_GAP = 3
"""Columns a cut takes: blank, dots, blank."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One line of text, the carets beneath, and where placeholders stand in the line."""

    line: str
    carets: str
    placeholders: tuple[TextRange, ...] = ()


def quote(
    text: str,
    ranges: Sequence[TextRange],
    width: int,
    *,
    sentence: TextRange | None = None,
    placeholders: Sequence[TextRange] = (),
    encoding: str = "utf-8",
) -> Quote:
    """A quotation of at most ``width`` columns that shows every range, or its beginning.

    Args:
        text: text of the block; all ranges are offsets into it.
        ranges: the marks, sorted.
        width: terminal columns, at least 20.
        sentence: what to quote if it holds all marks; else the whole block is the source.
        placeholders: stretches that are coloured by the caller.
        encoding: of the terminal.
    """
    start, end = _window(text, ranges, sentence)
    cells = [shown(sign, encoding) for sign in text]
    widths = [columns(cell) for cell in cells]
    if sum(widths[start:end]) <= width:
        kept = [(start, end)]
    else:
        kept = _cut(text, widths, ranges, (start, end), width)
    return _draw(cells, kept, (start, end), ranges, placeholders, encodable("…", encoding))


def _window(text: str, ranges: Sequence[TextRange], sentence: TextRange | None) -> tuple[int, int]:
    """The stretch to quote, without blanks at its ends."""
    start, end = 0, len(text)
    if sentence and all(sentence.contains(mark) for mark in ranges):
        start, end = sentence.start, sentence.end
    first = min((mark.start for mark in ranges), default=end)
    last = max((mark.end for mark in ranges), default=start)
    while start < min(first, end) and text[start].isspace():
        start += 1
    while end > max(last, start) and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(
    text: str,
    widths: Sequence[int],
    ranges: Sequence[TextRange],
    window: tuple[int, int],
    width: int,
) -> list[tuple[int, int]]:
    """Stretches to keep: the marks, then as much around them as fits, in whole words."""
    marks = [(mark.start, mark.end) for mark in ranges] or [(window[0], window[0])]
    share = max((width - _GAP * (len(marks) + 1)) // len(marks), 4)
    kept = _merged([_head(text, widths, mark, share) for mark in marks])
    grew = True
    while grew:
        grew = False
        for number in range(len(kept)):
            for grow in (_to_the_right, _to_the_left):
                longer = grow(text, kept[number], window)
                candidate = [*kept[:number], longer, *kept[number + 1 :]]
                if longer != kept[number] and _cost(widths, _merged(candidate), window) <= width:
                    kept, grew = candidate, True
    return _merged(kept)


def _cost(widths: Sequence[int], kept: Sequence[tuple[int, int]], window: tuple[int, int]) -> int:
    """Columns that the kept stretches take with the cuts between and around them."""
    cuts = len(kept) - 1 + (kept[0][0] > window[0]) + (kept[-1][1] < window[1])
    return sum(sum(widths[start:end]) for start, end in kept) + cuts * _GAP


def _head(text: str, widths: Sequence[int], mark: tuple[int, int], share: int) -> tuple[int, int]:
    """As much of the beginning of a mark as fits, up to the end of a word."""
    start, end = mark
    used = 0
    for at in range(start, end):
        used += widths[at]
        if used > share:
            blank = text.rfind(" ", start, at)
            return start, blank if blank > start else at
    return mark


def _to_the_right(text: str, kept: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
    """A stretch with one more word at its end."""
    blank = text.find(" ", min(kept[1] + 1, window[1]), window[1])
    return kept[0], window[1] if blank < 0 else blank


def _to_the_left(text: str, kept: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
    """A stretch with one more word at its beginning."""
    blank = text.rfind(" ", window[0], max(kept[0] - 1, window[0]))
    return window[0] if blank < 0 else blank + 1, kept[1]


def _merged(kept: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping stretches, and those with nothing but a blank between them, become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(kept):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _draw(
    cells: Sequence[str],
    kept: Sequence[tuple[int, int]],
    window: tuple[int, int],
    ranges: Sequence[TextRange],
    placeholders: Sequence[TextRange],
    dots: str,
) -> Quote:
    line, carets = "", ""
    column_of: dict[int, int] = {}
    char_of: dict[int, int] = {}
    for number, (start, end) in enumerate(kept):
        if start > window[0]:
            cut = f"{dots} " if number == 0 else f" {dots} "
            line, carets = line + cut, carets + " " * len(cut)
        for at in range(start, end):
            column_of[at], char_of[at] = len(carets), len(line)
            line += cells[at]
            marked = any(mark.start <= at < mark.end for mark in ranges)
            carets += ("^" if marked else " ") * columns(cells[at])
        column_of.setdefault(end, len(carets))
        char_of.setdefault(end, len(line))
    if kept and kept[-1][1] < window[1]:
        marked = any(mark.start < kept[-1][1] < mark.end for mark in ranges)
        line, carets = f"{line} {dots}", carets + ("^^" if marked else "")
    for mark in ranges:
        column = column_of.get(mark.start)
        if column is not None and "^" not in carets[column : column + 1]:
            carets = f"{carets[:column]:<{column}}^{carets[column + 1 :]}"
    shown_placeholders = tuple(
        TextRange(char_of[place.start], char_of[place.end])
        for place in placeholders
        if place.start in char_of and place.end in char_of
    )
    return Quote(line, carets.rstrip(), shown_placeholders)
