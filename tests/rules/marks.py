"""Read the marks ``[[…]]`` of an example in a rule file."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[\[(?:(\d+):)?(.*?)\]\](?!\])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """The plain text and the marked stretches of each expected finding."""

    text: str
    findings: tuple[tuple[tuple[int, int], ...], ...]


def read_marks(source: str) -> Marked:
    """Unnumbered marks of one sentence are one finding, numbered ones a finding for each number."""
    pieces: list[str] = []
    groups: dict[str, list[tuple[int, int]]] = {}
    at = length = 0
    for found in _MARK.finditer(source):
        pieces.append(source[at : found.start()])
        length += found.start() - at
        groups.setdefault(found[1] or "", []).append((length, length + len(found[2])))
        pieces.append(found[2])
        length += len(found[2])
        at = found.end()
    pieces.append(source[at:])
    return Marked("".join(pieces), tuple(tuple(places) for _, places in sorted(groups.items())))
