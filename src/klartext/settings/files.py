"""Find the configuration file and read it, with the files it extends underneath."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from klartext.errors import KlartextError
from klartext.settings.keys import read_file
from klartext.settings.readers import Place

FILE_NAMES = ("klartext.toml", ".klartext.toml", "pyproject.toml")
PYPROJECT_TABLE = ("tool", "klartext")

Values = dict[str, Any]
"""Typed values by key, tables as nested dictionaries."""


def find(start: Path) -> Path | None:
    """The nearest configuration file from a folder upwards to the root of its repository.

    A ``pyproject.toml`` counts only with a table ``[tool.klartext]``.
    """
    top = repository_of(start)
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            candidate = folder / name
            if candidate.is_file() and (name != "pyproject.toml" or _has_table(candidate)):
                return candidate
        if folder == top:
            break
    return None


def repository_of(start: Path) -> Path | None:
    """The root of the git repository a folder belongs to."""
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def read(file: Path, seen: tuple[Path, ...] = ()) -> tuple[Values, dict[str, str]]:
    """Values of a file, and for every dotted key the file and line it was written at.

    A file named by ``extend`` lies underneath: tables are merged key by key, all other values
    of the upper file replace those of the lower one.

    Raises:
        KlartextError: E201 to E204, E209 to E211.
    """
    written = _text(file)
    raw: Any = _parse(file, written)
    prefix: tuple[str, ...] = ()
    if file.name == "pyproject.toml":
        prefix = PYPROJECT_TABLE
        raw = raw.get("tool", {}).get("klartext", {})
    place = Place(shown(file), written, file.parent, prefix=prefix)
    values: Any = read_file(raw, place)
    origins = {".".join(path): place.at(path).where for path in _paths(values)}
    base_name = values.pop("extend", None)
    if base_name is None:
        return values, origins
    base = (file.parent / base_name).resolve()
    if base == file or base in seen:
        raise KlartextError("E211", place.child("extend").where, name=base_name)
    if not base.is_file():
        raise KlartextError("E209", place.child("extend").where, name=base_name)
    base_values, base_origins = read(base, (*seen, file))
    return merged(base_values, values), base_origins | origins


def merged(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> Values:
    """Both together: tables key by key, else the upper value."""
    result = dict(lower)
    for key, value in upper.items():
        below = result.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            result[key] = merged(below, value)
        else:
            result[key] = value
    return result


def shown(file: Path) -> str:
    """A file as messages name it: relative to the working folder, else only its name."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.name


def _paths(values: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in values.items():
        yield (*above, key)
        if isinstance(value, Mapping):
            yield from _paths(value, (*above, key))


def _has_table(pyproject: Path) -> bool:
    written = _text(pyproject)
    return "klartext" in written and "klartext" in _parse(pyproject, written).get("tool", {})


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KlartextError("E204", shown(file), grund=error) from error
    except OSError as error:
        raise KlartextError("E102", name=shown(file)) from error


def _parse(file: Path, written: str) -> Values:
    try:
        return tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise KlartextError("E204", shown(file), grund=error) from error
