"""The author's wish not to see findings: ``klartext: aus WO01, SA03 – Gesetzeswort``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from klartext.documents.buffer import Mark
from klartext.types import IgnoreDirective, TextRange

_DIRECTIVE = re.compile(
    r"^\s*klartext\s*:\s*(?:aus|ignore)(?![\w-])(?P<rules>[^–—\n]*?)"
    r"(?:(?:\s[–—-]+|[–—]+)\s*(?P<reason>.*?))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(r"^\s*klartext\s*:\s*an\s*$", re.IGNORECASE)
_TAG = re.compile(r"^klartext:(?:aus|ignore)(?:=(?P<rules>.*))?$", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s,;]+")
_LONGEST = 1_000
"""A wish is a line or two; longer comments are not searched to their end."""
_RULE_ID = re.compile(r"^[A-Za-zÄÖÜäöü]{2}\d+$")


@dataclass(frozen=True, slots=True)
class Wish:
    """A directive without its reach; no rules means all rules."""

    rules: tuple[str, ...]
    reason: str


def parse_directive(text: str) -> Wish | None:
    """The wish in the text of a comment or line; ``None`` if there is none."""
    match = _DIRECTIVE.match(text[:_LONGEST])
    if match is None:
        return None
    return Wish(_rules(match["rules"]), " ".join((match["reason"] or "").split()))


def ends_directive(text: str) -> bool:
    """Whether the text is ``klartext: an``."""
    return _END.match(text) is not None


def is_directive_tag(tag: str) -> bool:
    """Whether a content control's tag is ``klartext:aus`` or ``klartext:aus=WO01``."""
    return _TAG.match(tag) is not None


def _rules(text: str) -> tuple[str, ...]:
    names = [name for name in _SEPARATOR.split(text.strip(" .:")) if name]
    return tuple(name.upper() if _RULE_ID.match(name) else name for name in names)


@dataclass(frozen=True, slots=True)
class Marked:
    """A block as far as directives need it."""

    index: int
    length: int
    marks: Sequence[Mark]


def from_comments(
    blocks: Sequence[Marked], comments: Mapping[str, str]
) -> tuple[IgnoreDirective, ...]:
    """Directives in Word comments, of any author.

    Args:
        blocks: all blocks in order, with ``comment-start``, ``comment-end`` and ``comment`` marks.
        comments: comment id → text.

    Returns:
        One directive per comment: the commented text, or the block if the comment has no range.
    """
    found = []
    for comment, text in comments.items():
        wish = parse_directive(text)
        if wish is None:
            continue
        start = _where(blocks, "comment-start", comment)
        end = _where(blocks, "comment-end", comment)
        point = _where(blocks, "comment", comment)
        if start is not None and end is not None and start < end:
            found.append(_directive(blocks, start, end, wish, "comment"))
        elif (single := point or start or end) is not None:
            number = single[0]
            found.append(
                _directive(blocks, (number, 0), (number, blocks[number].length), wish, "comment")
            )
    return tuple(found)


def from_controls(blocks: Sequence[Marked]) -> tuple[IgnoreDirective, ...]:
    """Directives in the tags of content controls; each covers the content of its control."""
    found = []
    pending: list[tuple[tuple[int, int], str]] = []
    for number, block in enumerate(blocks):
        for mark in block.marks:
            if mark.kind == "ignore-start" and is_directive_tag(mark.name):
                pending.append(((number, mark.offset), mark.name))
            elif mark.kind == "ignore-end" and pending and pending[-1][1] == mark.name:
                start, tag = pending.pop()
                match = _TAG.match(tag)
                wish = Wish(_rules((match and match["rules"]) or ""), "")
                if start < (number, mark.offset):
                    end = (number, mark.offset)
                    found.append(_directive(blocks, start, end, wish, "control"))
    return tuple(found)


def _where(blocks: Sequence[Marked], kind: str, id: str) -> tuple[int, int] | None:
    for number, block in enumerate(blocks):
        for mark in block.marks:
            if mark.kind == kind and mark.name == id:
                return number, mark.offset
    return None


def _directive(
    blocks: Sequence[Marked],
    start: tuple[int, int],
    end: tuple[int, int],
    wish: Wish,
    origin: Literal["comment", "control"],
) -> IgnoreDirective:
    """A directive from one place to another, each a position in ``blocks`` and an offset."""
    reach: list[tuple[int, TextRange | None]] = []
    for number in range(start[0], end[0] + 1):
        block = blocks[number]
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else block.length
        if first == 0 and last == block.length:
            reach.append((block.index, None))
        elif first < last:
            reach.append((block.index, TextRange(first, last)))
    block = blocks[start[0]]
    last = end[1] if end[0] == start[0] else block.length
    span = TextRange(start[1], max(start[1], last))
    return IgnoreDirective(block.index, span, wish.rules, wish.reason, tuple(reach), origin)


def from_text(
    wishes: Iterable[tuple[int, int | None, Wish]], blocks: Sequence[tuple[int, Sequence[int]]]
) -> tuple[IgnoreDirective, ...]:
    """Directives in Markdown comments and in lines of plain text.

    Args:
        wishes: offset in the file where each begins to hold, where it ends (``None``: with the
            next paragraph), and the wish.
        blocks: per block its index and the file offset of every code point of its text.
    """
    found = []
    for start, end, wish in wishes:
        reach: list[tuple[int, TextRange | None]] = []
        for index, offsets in blocks:
            if not offsets or offsets[-1] < start:
                continue
            if end is None:
                reach.append((index, None))
                break
            inside = [number for number, offset in enumerate(offsets) if start <= offset < end]
            if not inside:
                break
            whole = len(inside) == len(offsets)
            reach.append((index, None if whole else TextRange(inside[0], inside[-1] + 1)))
        at = reach[0][0] if reach else blocks[-1][0] if blocks else 1
        first = reach[0][1] if reach else None
        span = TextRange(first.start, first.start) if first else TextRange(0, 0)
        found.append(IgnoreDirective(at, span, wish.rules, wish.reason, tuple(reach), "text"))
    return tuple(found)
