"""Find, read and check rule files."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

import klartext
from klartext.errors import KlartextError
from klartext.rules.schema import MATCHES, Rule

_NO_RULES = frozenset({"sources.toml", "coverage.toml"})
_Model = TypeVar("_Model", bound=BaseModel)


def rules_folder() -> Path:
    """The shipped rules: inside the installed package, or ``rules/`` of the checkout."""
    package = Path(klartext.__file__).parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent.parent / "rules"


def load_rules(extra: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """All shipped rules and those in the files or folders of ``extra``, ordered by id.

    Raises:
        KlartextError: E204 or E206 with file and key, E207 if an id or name occurs twice.
    """
    rules: dict[str, Rule] = dict(_shipped())
    seen = {key: Path(rule.origin).name for rule in rules.values() for key in (rule.id, rule.name)}
    for place in extra:
        for path in _files(place):
            _add(read_rule(path), path, rules, seen)
    return tuple(rules[id] for id in sorted(rules))


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    seen: dict[str, str] = {}
    for path in _files(rules_folder()):
        _add(read_rule(path), path, rules, seen)
    return rules


def _add(rule: Rule, path: Path, rules: dict[str, Rule], seen: dict[str, str]) -> None:
    """Put a rule to the others; ``seen`` maps the ids and names so far to their files."""
    for key in (rule.id, rule.name):
        if key in seen:
            raise KlartextError("E207", where=str(path), id=key, first=seen[key], second=path.name)
        seen[key] = path.name
    rules[rule.id] = rule


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise KlartextError("E101", where=str(place), name=place.name)
    return sorted(
        path for path in place.glob("*/*.toml") if path.parent.name != "profiles"
    ) + sorted(path for path in place.glob("*.toml") if path.name not in _NO_RULES)


def read_rule(path: Path) -> Rule:
    """One rule file.

    Raises:
        KlartextError: E204 if it is no TOML, E206 with the key and what was expected.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KlartextError("E204", where=str(path), grund=str(error)) from error
    match = MATCHES.get(str(data.get("kind")))
    if match is not None and isinstance(data.get("match"), dict):
        _validated(match, data["match"], path, "match")
    rule = _validated(Rule, data, path).from_file(str(path))
    slug = rule.name.partition(".")[2]
    if path.stem != f"{rule.id}-{slug}":
        raise KlartextError(
            "E206",
            where=str(path),
            key="name",
            grund=f"Die Datei muss {rule.id}-{slug}.toml heißen.",
        )
    return rule


def _validated(model: type[_Model], data: object, path: Path, *inside: str) -> _Model:
    """``data`` as ``model``; ``inside`` is the key under which it stands in the file."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        # a misspelt key is unknown and leaves another one missing: name the misspelt one
        first = min(error.errors(), key=lambda item: item["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in (*inside, *first["loc"])) or "(Datei)"
        reason = _REASONS.get(first["type"], first["msg"].removeprefix("Value error, "))
        raise KlartextError("E206", where=str(path), key=key, grund=reason) from error


_REASONS = {
    "extra_forbidden": "Diesen Schlüssel gibt es in Regeldateien nicht.",
    "missing": "Dieser Schlüssel fehlt.",
    "string_type": "Hier wird ein Text erwartet.",
    "string_pattern_mismatch": "Die Schreibweise passt nicht.",
    "literal_error": "Dieser Wert ist nicht erlaubt.",
    "enum": "Dieser Wert ist nicht erlaubt.",
    "float_type": "Hier wird eine Zahl erwartet.",
    "bool_type": "Hier wird true oder false erwartet.",
}
