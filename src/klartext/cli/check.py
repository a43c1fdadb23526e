"""``klartext check``: judge single letters."""

from __future__ import annotations

from typing import Any

import click

from klartext.cli import output
from klartext.cli.group import COMMANDS, HELP
from klartext.cli.options import config_options, letter_options, screen_options
from klartext.texts import text

_FORMATS = ("text", "concise", "json")


@click.command(
    help=text("cli.check.intro"), options_metavar=text("cli.options"), context_settings=HELP
)
@click.argument("files", nargs=-1, required=True, metavar=text("cli.metavar.files"))
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar=text("cli.metavar.format"),
    help=text("cli.option.format", formats=", ".join(_FORMATS)),
)
@config_options
@letter_options
@click.option("--stdin-name", metavar=text("cli.metavar.name"), help=text("cli.option.stdin-name"))
@screen_options
def command(files: tuple[str, ...], formats: tuple[str, ...], **values: Any) -> int:
    """Check every file, write the report, return the exit code."""
    targets = output.parse_targets(formats, _FORMATS)
    from klartext.cli.letters import Run

    run = Run(values)
    report = run.check(files)
    code = run.exit_code(report)
    from klartext.report import RenderOptions

    width, color, encoding = output.screen(values["color"])
    options = RenderOptions(
        width=width,
        color=color,
        encoding=encoding,
        quiet=values["quiet"],
        verbose=values["verbose"],
        titles=run.titles(),
        commands=frozenset(COMMANDS),
        exit_code=code,
    )
    output.write(report, targets, options)
    return code
