"""``klartext scores``: every published formula for a letter, checked against textstat."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from klartext.cli import FAILED, OK, output
from klartext.cli.group import HELP
from klartext.cli.options import screen_options
from klartext.texts import text

_FORMATS = ("text", "json")


@click.command(
    help=text("cli.scores.intro"), options_metavar=text("cli.options"), context_settings=HELP
)
@click.argument("files", nargs=-1, required=True, metavar=text("cli.metavar.files"))
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    help=text("cli.option.format-only", formats=", ".join(_FORMATS)),
)
@click.option(
    "--config", metavar=text("cli.metavar.file"), type=Path, help=text("cli.option.config")
)
@click.option("--no-config", is_flag=True, help=text("cli.option.no-config"))
@click.option("--stdin-name", metavar=text("cli.metavar.name"), help=text("cli.option.stdin-name"))
@screen_options
def command(files: tuple[str, ...], format_: str, **values: Any) -> int:
    """Print the table of every file; 2 if one of them could not be read."""
    for file in files:
        if file != "-" and Path(file).is_dir():
            raise click.UsageError(text("cli.usage.is-folder", name=file))
    from klartext.cli.score_data import read_scores
    from klartext.report import RenderOptions
    from klartext.report.scores import render_json, render_text

    found = read_scores(files, values)
    width, color, encoding = output.screen(values["color"])
    if format_ == "json":
        output.show(render_json(found.files, found.errors, found.versions), color=False)
    else:
        options = RenderOptions(width=width, color=color, encoding=encoding)
        output.show(render_text(found.files, options), color)
    return FAILED if found.errors else OK
