"""List labels ("1.", "a)", "•") from ``numbering.xml``; they are never part of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from klartext.documents.tree import Node, number, on

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN = 3999


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Level (from 1) whose steps restart this one; 0 never, ``None`` any higher level."""
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    style_link: str = ""
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(frozen=True, slots=True)
class _Instance:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one list item; ``level`` counts from 1."""

    text: str
    level: int


class Numbering:
    """Counts list items in document order.

    Args:
        root: ``w:numbering``, ``None`` if the file has no lists.
    """

    def __init__(self, root: Node | None) -> None:
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, _Instance] = {}
        self._started: set[tuple[str, int]] = set()
        for node in root.children if root else ():
            if node.tag == "w:abstractNum":
                self._lists[node.get("w:abstractNumId")] = _read_list(node)
            elif node.tag == "w:num":
                self._instances[node.get("w:numId")] = _read_instance(node)

    def resolve_links(self, numbering_of_style: dict[str, str]) -> None:
        """Follow ``w:numStyleLink``: lists that are defined by a numbering style.

        Args:
            numbering_of_style: style id → list id.
        """
        for item in self._lists.values():
            instance = self._instances.get(numbering_of_style.get(item.style_link, ""))
            target = self._lists.get(instance.abstract) if instance else None
            if target is not None and not item.levels:
                item.levels, item.counters = target.levels, target.counters

    @property
    def style_links(self) -> tuple[str, ...]:
        """Ids of the numbering styles that lists refer to."""
        return tuple(item.style_link for item in self._lists.values() if item.style_link)

    def level_of_style(self, list_id: str, style_id: str) -> int | None:
        """The level (from 0) a list binds to a paragraph style."""
        for depth, level in self._levels(list_id).items():
            if level.style and level.style == style_id:
                return depth
        return None

    def label(self, list_id: str, level: int) -> Label | None:
        """Count one more item and give its label; ``None`` for an unknown list.

        Args:
            list_id: ``w:numId``; "0" means no list.
            level: ``w:ilvl``, from 0.
        """
        instance = self._instances.get(list_id)
        item = self._lists.get(instance.abstract) if instance else None
        if instance is None or item is None or list_id == "0":
            return None
        level = min(max(level, 0), _LEVELS - 1)
        levels = self._levels(list_id)
        self._count(item, instance, list_id, levels, level)
        return Label(_format(levels, item.counters, level), level + 1)

    def _levels(self, list_id: str) -> dict[int, _Level]:
        instance = self._instances.get(list_id)
        item = self._lists.get(instance.abstract) if instance else None
        if instance is None or item is None:
            return {}
        return item.levels | instance.levels if instance.levels else item.levels

    def _count(
        self,
        item: _List,
        instance: _Instance,
        list_id: str,
        levels: dict[int, _Level],
        level: int,
    ) -> None:
        """Step the counter of ``level``; deeper ones start again."""
        counters = item.counters
        first = instance.starts.get(level)
        if first is not None and (list_id, level) not in self._started:
            counters[level] = first
        else:
            before = counters[level]
            start = levels.get(level, _Level()).start if first is None else first
            counters[level] = start if before is None else before + 1
        self._started.add((list_id, level))
        for deeper in range(level + 1, _LEVELS):
            restart = levels.get(deeper, _Level()).restart
            if restart is None or level < restart:
                counters[deeper] = None


def _read_list(node: Node) -> _List:
    levels = dict(_read_level(child) for child in node.children if child.tag == "w:lvl")
    return _List(levels, style_link=node.value("w:numStyleLink") or "")


def _read_instance(node: Node) -> _Instance:
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for child in node.children:
        if child.tag != "w:lvlOverride":
            continue
        depth = _number(child.get("w:ilvl"), 0)
        level = child.child("w:lvl")
        if level is not None:
            levels[depth] = _read_level(level)[1]
        start = child.value("w:startOverride")
        if start is not None:
            starts[depth] = _number(start, 1)
    return _Instance(node.value("w:abstractNumId") or "", levels, starts)


def _read_level(node: Node) -> tuple[int, _Level]:
    restart = node.value("w:lvlRestart")
    return _number(node.get("w:ilvl"), 0), _Level(
        start=_number(node.value("w:start"), 1),
        format=node.value("w:numFmt") or "decimal",
        text=node.value("w:lvlText") or "",
        restart=None if restart is None else _number(restart, 0),
        legal=bool(on(node.value("w:isLgl"))),
        style=node.value("w:pStyle") or "",
    )


def _number(value: str | None, default: int) -> int:
    known = number(value)
    return default if known is None else known


def _format(levels: dict[int, _Level], counters: list[int | None], level: int) -> str:
    own = levels.get(level, _Level())
    if own.format == "bullet":
        return _PRIVATE_USE.sub("•", own.text).strip() or "•"

    def count(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = levels.get(index, _Level())
        reached = counters[index]
        value = other.start if reached is None else reached
        return count_as(value, "decimal" if own.legal else other.format)

    return _PLACE.sub(count, own.text).strip()


def count_as(value: int, format: str) -> str:
    """A number in one of Word's number formats; unknown formats count in digits."""
    if format == "none":
        return ""
    if format == "decimalZero":
        return f"{value:02d}"
    if format == "ordinal":
        return f"{value}."
    if format in ("lowerLetter", "upperLetter") and value > 0:
        times, rest = divmod(value - 1, 26)
        letters = chr(ord("a") + rest) * min(times + 1, 30)
        return letters.upper() if format == "upperLetter" else letters
    if format in ("lowerRoman", "upperRoman") and 0 < value <= _MOST_ROMAN:
        roman = ""
        for weight, sign in _ROMAN:
            roman += sign * (value // weight)
            value %= weight
        return roman.upper() if format == "upperRoman" else roman
    return str(value)
