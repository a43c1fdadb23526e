"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from klartext.settings.model import PROFILES
from klartext.texts import text

F = TypeVar("F", bound=Callable[..., Any])
_LIST = text("cli.metavar.list")
_FILE = text("cli.metavar.file")
SETTINGS_KEYS = (
    "profile",
    "letter-type",
    "select",
    "ignore",
    "extend-select",
    "gate",
    "parts",
    "min-index",
    "strict-read",
)
"""Options whose values go into the settings, by their names there."""


def combined(*decorators: Callable[[Any], Any]) -> Callable[[F], F]:
    """Several decorators as one; help shows the options in this order."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


config_options = combined(
    click.option("--config", metavar=_FILE, type=Path, help=text("cli.option.config")),
    click.option("--no-config", is_flag=True, help=text("cli.option.no-config")),
    click.option("--profile", type=click.Choice(PROFILES), help=text("cli.option.profile")),
    click.option("--select", metavar=_LIST, help=text("cli.option.select")),
    click.option("--ignore", metavar=_LIST, help=text("cli.option.ignore")),
    click.option("--extend-select", metavar=_LIST, help=text("cli.option.extend-select")),
)
"""Where the settings come from and which rules they turn on."""

letter_options = combined(
    click.option(
        "--letter-type", metavar=text("cli.metavar.type"), help=text("cli.option.letter-type")
    ),
    click.option(
        "--gate",
        type=click.Choice(("hinweis", "warnung", "fehler", "none")),
        help=text("cli.option.gate"),
    ),
    click.option("--min-index", type=float, hidden=True, help=text("cli.option.min-index")),
    click.option("--parts", metavar=_LIST, help=text("cli.option.parts")),
    click.option("--strict-read", is_flag=True, help=text("cli.option.strict-read")),
)
"""How a letter is read and judged."""

screen_options = combined(
    click.option("-q", "--quiet", is_flag=True, help=text("cli.option.quiet")),
    click.option("-v", "--verbose", is_flag=True, help=text("cli.option.verbose")),
    click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        help=text("cli.option.color"),
    ),
)
"""What appears on the screen."""


def given(values: Mapping[str, object]) -> dict[str, object]:
    """The settings among the values of a command line, without those that were not given.

    Args:
        values: by parameter name (``letter_type``), as click passes them.
    """
    pairs = ((key, values.get(key.replace("-", "_"))) for key in SETTINGS_KEYS)
    return {key: value for key, value in pairs if value is not None and value is not False}
