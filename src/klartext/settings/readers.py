"""Readers: each turns one value of the configuration into a typed one or says what it expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import cast

from klartext.errors import KlartextError
from klartext.settings.toml_lines import line_of
from klartext.texts import text
from klartext.types import Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: file as shown, its text, its folder, and the path of keys.

    ``prefix`` is the table the keys live in (``("tool", "klartext")``); it is not shown. For
    values of the command line ``file`` is empty.
    """

    file: str
    source: str
    folder: Path
    path: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()

    def child(self, key: str) -> Place:
        """The place of a key inside."""
        return replace(self, path=(*self.path, key))

    def at(self, path: tuple[str, ...]) -> Place:
        """The place of a nested key inside."""
        return replace(self, path=self.path + path)

    @property
    def key(self) -> str:
        """The dotted path of keys, as messages show it."""
        return ".".join(self.path)

    @property
    def where(self) -> str:
        """``klartext.toml:12``, or the bare file name if the line is not to be found."""
        line = line_of(self.source, self.prefix + self.path)
        return f"{self.file}:{line}" if self.file and line else self.file

    def wrong(self, expected: str) -> KlartextError:
        """The error for a value that does not fit."""
        return KlartextError("E203", self.where, key=self.key, grund=expected)


Reader = Callable[[object, Place], object]


def flag(value: object, place: Place) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise place.wrong(text("expected.flag"))
    return value


def number(value: object, place: Place) -> float:
    """A number that is no boolean."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise place.wrong(text("expected.number"))
    return value


def string(value: object, place: Place) -> str:
    """Some text."""
    if not isinstance(value, str) or not value:
        raise place.wrong(text("expected.string"))
    return value


def file_path(value: object, place: Place) -> Path:
    """A path, relative to the folder of the configuration."""
    return place.folder / string(value, place)


def regular_expression(value: object, place: Place) -> str:
    """A pattern that compiles."""
    pattern = string(value, place)
    try:
        re.compile(pattern)
    except re.error as error:
        raise place.wrong(text("expected.pattern", grund=error)) from error
    return pattern


def extension(value: object, place: Place) -> str:
    """A file extension with its point."""
    written = string(value, place)
    if not re.fullmatch(r"\.\w+", written):
        raise place.wrong(text("expected.extension"))
    return written.lower()


def choice(*known: str) -> Reader:
    """One of a few words."""

    def read(value: object, place: Place) -> str:
        if value not in known:
            raise place.wrong(text("expected.choice", known=", ".join(known)))
        return str(value)

    return read


def severity(value: object, place: Place) -> Severity:
    """``hinweis``, ``warnung`` or ``fehler``."""
    return Severity.parse(str(choice(*map(str, Severity))(value, place)))


def gate(value: object, place: Place) -> Severity | None:
    """A severity, or ``none`` for no gate."""
    word = choice(*map(str, Severity), "none")(value, place)
    return None if word == "none" else Severity.parse(str(word))


def sequence(item: Reader) -> Reader:
    """A list of equal things."""

    def read(value: object, place: Place) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise place.wrong(text("expected.list"))
        return tuple(item(entry, place) for entry in value)

    return read


def one_or_more(item: Reader) -> Reader:
    """One thing or a list; a text with commas is a list too."""

    def read(value: object, place: Place) -> object:
        if isinstance(value, str):
            value = [part.strip() for part in value.split(",")]
        return sequence(item)(value, place)

    return read


def by_name(item: Reader) -> Reader:
    """A table with keys the user chooses, such as globs or rule ids."""

    def read(value: object, place: Place) -> dict[str, object]:
        return {key: item(entry, place.child(key)) for key, entry in table(value, place).items()}

    return read


def keys(known: Mapping[str, Reader]) -> Reader:
    """A table with fixed keys; any other key is an error that names the nearest one."""

    def read(value: object, place: Place) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, entry in table(value, place).items():
            inside = place.child(key)
            if key not in known:
                raise _unknown(inside, known)
            found[key] = known[key](entry, inside)
        return found

    return read


def thresholds(value: object, place: Place) -> dict[str, float]:
    """Numbers by severity that do not fall from ``hinweis`` to ``fehler``."""
    read = keys({str(severity): number for severity in Severity})
    found = cast("dict[str, float]", read(value, place))
    written = [str(severity) for severity in sorted(Severity) if str(severity) in found]
    for lower, higher in pairwise(written):
        if found[higher] < found[lower]:
            raise place.child(higher).wrong(text("expected.rising", higher=higher, lower=lower))
    return found


def table(value: object, place: Place) -> Mapping[str, object]:
    """A TOML table."""
    if not isinstance(value, Mapping):
        raise place.wrong(text("expected.table"))
    return value


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, if any is like it."""
    folded = {entry.lower(): entry for entry in known}
    close = get_close_matches(word.lower().replace("_", "-"), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def _unknown(place: Place, known: Iterable[str]) -> KlartextError:
    near = nearest(place.path[-1], known)
    if near is None:
        return KlartextError("E202", place.where, key=place.key)
    shown = ".".join((*place.path[:-1], near))
    return KlartextError("E201", place.where, key=place.key, near=shown)
