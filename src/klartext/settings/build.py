"""Put defaults, configuration and options together: option > file > profile > default."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from klartext.errors import MESSAGES, KlartextError
from klartext.settings.files import Values, find, read, repository_of
from klartext.settings.keys import read_options
from klartext.settings.model import (
    OPTION,
    GlossarySettings,
    House,
    IgnoreSettings,
    PlaceholderSettings,
    Selector,
    Settings,
)
from klartext.settings.readers import Place
from klartext.types import Notice, PlaceholderType

ENVIRONMENT = "KLARTEXT_CONFIG"
_SAME_NAME = ("profile", "gate", "parts", "include", "exclude", "extensions", "baseline")


def load(
    start: Path,
    *,
    config: Path | None = None,
    use_files: bool = True,
    options: Mapping[str, object] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings that hold for letters in a folder.

    Args:
        start: folder where the search for a configuration begins.
        config: this file and no search; beats ``KLARTEXT_CONFIG``.
        use_files: ``False`` reads no file at all, not even one named by the environment.
        options: values of the command line by key, without those that were not given.
        environ: where ``KLARTEXT_CONFIG`` is looked up.

    Raises:
        KlartextError: E102, E201 to E204, E209 to E211, with file and line.
    """
    start = start.resolve()
    given = cast("Values", read_options(options or {}, Place("", "", Path.cwd())))
    file = _file(start, config, environ) if use_files else None
    values, origins = read(file) if file else ({}, {})
    root = file.parent if file else repository_of(start) or Path.cwd()
    return _settings(values, given, origins, root, file)


def _file(start: Path, config: Path | None, environ: Mapping[str, str]) -> Path | None:
    if config is None and (named := environ.get(ENVIRONMENT)):
        config = Path(named)
    if config is None:
        return find(start)
    if not config.is_file():
        raise KlartextError("E209", name=config)
    return config.resolve()


def _settings(
    values: Values, given: Values, origins: dict[str, str], root: Path, file: Path | None
) -> Settings:
    both = values | given
    plain: dict[str, Any] = {key: both[key] for key in _SAME_NAME if key in both}
    house = {key.replace("-", "_"): value for key, value in values.get("house", {}).items()}
    placeholders = values.get("placeholders", {})
    types = placeholders.get("types", {})
    return Settings(
        **plain,
        strict_read=given.get("strict-read", False),
        selectors=tuple(_selectors(values, given, origins)),
        replaces_default="select" in both,
        extra_rules=values.get("extra-rules", ()),
        letter_types=given.get("letter-type", ()),
        letter_types_by_glob=tuple(values.get("letter-types", {}).items()),
        severity=values.get("severity", {}),
        thresholds=values.get("rule", {}),
        ignores_by_glob=tuple(values.get("per-file-ignores", {}).items()),
        profile_by_glob=tuple(values.get("per-file-profile", {}).items()),
        house=House(**house),
        placeholders=PlaceholderSettings(
            placeholders.get("patterns", ()),
            tuple((pattern, PlaceholderType(name)) for pattern, name in types.items()),
        ),
        glossary=GlossarySettings(**values.get("glossary", {})),
        ignores=IgnoreSettings(
            **{key.replace("-", "_"): value for key, value in values.get("ignores", {}).items()}
        ),
        root=root,
        source=file,
        origins=origins | dict.fromkeys(given, OPTION),
        notices=tuple(_notices(values)),
    )


def _selectors(values: Values, given: Values, origins: Mapping[str, str]) -> Iterator[Selector]:
    """The configuration's words, then those of the command line; ``--select`` starts anew."""
    for layer, source in enumerate((values, given)):
        for key in ("select", "extend-select", "ignore"):
            if key == "select" and layer == 0 and "select" in given:
                continue
            origin = OPTION if layer else origins.get(key, "")
            for word in source.get(key, ()):
                yield Selector(word, "ignore" if key == "ignore" else "select", layer, origin)


def _notices(values: Values) -> Iterator[Notice]:
    if "baseline" in values:
        yield Notice("N201", MESSAGES["N201"].format(key="baseline"))
