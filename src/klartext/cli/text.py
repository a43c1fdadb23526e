"""``klartext text``: one line per block, for ``git diff``, grep and line numbers. No pipeline."""

from __future__ import annotations

from typing import Any

import click

from klartext.cli import output
from klartext.cli.group import HELP
from klartext.cli.options import given
from klartext.texts import text


@click.command(
    help=text("cli.text.intro"), options_metavar=text("cli.options"), context_settings=HELP
)
@click.argument("file", metavar=text("cli.metavar.one-file"))
@click.option("--numbers", is_flag=True, help=text("cli.option.numbers"))
@click.option("--parts", metavar=text("cli.metavar.list"), help=text("cli.option.parts"))
@click.option("--stdin-name", metavar=text("cli.metavar.name"), help=text("cli.option.stdin-name"))
def command(file: str, numbers: bool, stdin_name: str | None, **values: Any) -> int:
    """Print the blocks."""
    from klartext.cli.reading import folder_of, read_letter
    from klartext.report.blocks import block_lines
    from klartext.settings import load

    settings = load(folder_of(file, stdin_name), options=given(values))
    letter = read_letter(file, settings, stdin_name)
    output.show(block_lines(letter.blocks, numbers=numbers), color=False)
    return 0
