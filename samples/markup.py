r"""The small text format in which the sample letters are written.

One line is one paragraph; blank lines only separate. A line may start with

====================  ====================================================
``# `` ``## ``        heading of level 1, 2
``! ``                bold line (subject)
``>> ``               right-aligned line (place and date)
``1. `` ``a) ``       numbered item, level 0 and level 1; ``1.`` and ``a)`` restart
``- ``                bullet
``@name argument``    block up to ``@end``: see ``BLOCKS``
====================  ====================================================

Inside a line: ``~`` no-break space, ``¬`` soft hyphen, ``¦`` end of a run, ``\\`` line
break, ``→`` tab, ``**bold**``, ``«Name»`` MERGEFIELD, ``[^note]`` footnote,
``⟦tag: text⟧`` content control (``⟦?tag: text⟧`` while it shows its placeholder),
``{{name|a|b}}`` drop-down field, ``<<if NAME=value|yes|no>>`` IF field,
``<<doc NAME>>`` DOCVARIABLE without a result, ``<<page>>`` page number.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Literal

BLOCKS = ("header", "first-header", "footer", "letterhead", "table", "textbox", "control", "hidden")

InlineKind = Literal[
    "text",
    "bold",
    "merge",
    "note",
    "control",
    "choice",
    "if",
    "docvariable",
    "page",
    "break",
    "tab",
]
ParagraphKind = Literal["text", "heading", "bold", "right", "decimal", "alpha", "bullet"]

_INLINE = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*"
    r"|«(?P<merge>[^»]+)»"
    r"|\[\^(?P<note>[^\]]+)\]"
    r"|⟦(?P<control>[^⟧]+)⟧"
    r"|\{\{(?P<choice>[^}]+)\}\}"
    r"|<<if (?P<if>[^>]+)>>"
    r"|<<doc (?P<docvariable>[^>]+)>>"
    r"|(?P<page><<page>>)"
    r"|(?P<break>\\\\)"
    r"|(?P<tab>→)"
)
_DECIMAL = re.compile(r"(\d+)\. ")
_ALPHA = re.compile(r"([a-z])\) ")


class MarkupError(ValueError):
    """A sample source breaks the format; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of one kind; ``value`` is its text or the argument of its mark."""

    kind: InlineKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``level`` of a heading, ``restart`` of the first item of a list."""

    kind: ParagraphKind
    inlines: tuple[Inline, ...]
    level: int = 0
    restart: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A directive with its paragraphs; a table keeps its rows as cells of paragraphs."""

    name: str
    argument: str
    paragraphs: tuple[Paragraph, ...] = ()
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed sample: title of the document and its content in order."""

    title: str
    content: tuple[Paragraph | Block, ...] = field(default=())


def parse(text: str, name: str) -> Source:
    """Parse one sample source.

    ``text`` starts with a TOML table between two ``+++`` lines that holds ``title``.
    ``name`` is used in error messages only. Raises :class:`MarkupError`.
    """
    parts = text.split("+++\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise MarkupError(f"{name}: the table between two lines +++ is missing")
    head = tomllib.loads(parts[1])
    first_line = parts[1].count("\n") + 3
    lines = list(enumerate(parts[2].splitlines(), start=first_line))
    content: list[Paragraph | Block] = []
    lists = _ListNumbers(name)
    while lines:
        number, line = lines.pop(0)
        if not line.strip():
            continue
        if line.startswith("@"):
            content.append(_block(line, number, lines, name))
        else:
            content.append(_paragraph(line, number, lists))
    return Source(title=str(head["title"]), content=tuple(content))


def inlines(text: str) -> tuple[Inline, ...]:
    """Split a line into its inline pieces, in order and without loss."""
    text = text.replace("~", "\u00a0").replace("¬", "\u00ad")
    pieces: list[Inline] = []
    position = 0
    for match in _INLINE.finditer(text):
        pieces.extend(_runs(text[position : match.start()]))
        kind = match.lastgroup
        assert kind is not None
        pieces.append(Inline(kind, match[kind]))  # type: ignore[arg-type]
        position = match.end()
    pieces.extend(_runs(text[position:]))
    return tuple(pieces)


def _runs(text: str) -> list[Inline]:
    return [Inline("text", piece) for piece in text.split("¦") if piece]


class _ListNumbers:
    """Checks that the written number of an item is the one Word will count."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.last = {"decimal": 0, "alpha": 0}

    def restarts(self, kind: str, value: int, line: int) -> bool:
        if value != 1 and value != self.last[kind] + 1:
            raise MarkupError(f"{self.name}, line {line}: item {value} after {self.last[kind]}")
        self.last[kind] = value
        return value == 1


def _paragraph(line: str, number: int, lists: _ListNumbers) -> Paragraph:
    if line.startswith("#"):
        marks, rest = line.split(" ", 1)
        return Paragraph("heading", inlines(rest), level=len(marks))
    if line.startswith("! "):
        return Paragraph("bold", inlines(line[2:]))
    if line.startswith(">> "):
        return Paragraph("right", inlines(line[3:]))
    if line.startswith("- "):
        return Paragraph("bullet", inlines(line[2:]))
    if match := _DECIMAL.match(line):
        restart = lists.restarts("decimal", int(match[1]), number)
        return Paragraph("decimal", inlines(line[match.end() :]), restart=restart)
    if match := _ALPHA.match(line):
        restart = lists.restarts("alpha", ord(match[1]) - ord("a") + 1, number)
        return Paragraph("alpha", inlines(line[match.end() :]), level=1, restart=restart)
    return Paragraph("text", inlines(line))


def _block(line: str, number: int, lines: list[tuple[int, str]], name: str) -> Block:
    directive, _, argument = line[1:].partition(" ")
    if directive not in BLOCKS:
        raise MarkupError(f"{name}, line {number}: unknown block @{directive}")
    inside: list[tuple[int, str]] = []
    while lines and lines[0][1] != "@end":
        inside.append(lines.pop(0))
    if not lines:
        raise MarkupError(f"{name}, line {number}: @{directive} has no @end")
    lines.pop(0)
    lists = _ListNumbers(name)
    if directive == "table":
        rows = tuple(
            tuple((_paragraph(cell.strip(), at, lists),) for cell in row.split(" | "))
            for at, row in inside
        )
        return Block(directive, argument, rows=rows)
    if directive == "letterhead":
        cells: list[list[Paragraph]] = [[]]
        for at, row in inside:
            if row == "---":
                cells.append([])
            else:
                cells[-1].append(_paragraph(row, at, lists))
        return Block(directive, argument, rows=(tuple(tuple(cell) for cell in cells),))
    paragraphs = tuple(_paragraph(row, at, lists) for at, row in inside if row.strip())
    return Block(directive, argument, paragraphs=paragraphs)
