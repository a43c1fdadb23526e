"""On which line of a TOML file a key stands. ``tomllib`` tells values, not places."""

from __future__ import annotations

import re

_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """The line, from 1, where a nested key is written.

    A key inside an inline table is found at the line of the table. ``None`` if not even the
    first part of the path is written anywhere.
    """
    best: tuple[int, int] | None = None
    for line, written in _keys(text):
        common = len(written) if path[: len(written)] == written else 0
        if written[: len(path)] == path:
            common = len(path)
        if common and (best is None or common > best[0]):
            best = (common, line)
    return best[1] if best else None


def _keys(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Every key and table header with its line, in order."""
    quiet = _STRING.sub(_hide, text)
    found: list[tuple[int, tuple[str, ...]]] = []
    table: tuple[str, ...] = ()
    depth = 0
    for number, (line, bare) in enumerate(
        zip(text.split("\n"), quiet.split("\n"), strict=True), start=1
    ):
        stripped = bare.strip()
        if depth == 0 and stripped.startswith("["):
            table = _key(line.strip().lstrip("["))
            found.append((number, table))
            continue
        if depth == 0 and "=" in bare:
            found.append((number, table + _key(line)))
        depth += sum(bare.count(sign) for sign in "[{") - sum(bare.count(sign) for sign in "]}")
    return found


def _hide(match: re.Match[str]) -> str:
    """Strings and comments lose their signs, but keep their length and line breaks."""
    return re.sub(r"[^\n]", "_", match[0])


def _key(text: str) -> tuple[str, ...]:
    """The dotted key a text begins with."""
    parts: list[str] = []
    at = 0
    while match := _PART.match(text, at):
        basic, literal, bare = match.groups()
        parts.append(next(part for part in (basic, literal, bare) if part is not None))
        at = match.end()
        if text[at : at + 1] != ".":
            break
        at += 1
    return tuple(parts)
