"""Where reports go: one format may go to the screen, the others to files."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartext.cli import console
from klartext.errors import KlartextError
from klartext.texts import text

if TYPE_CHECKING:
    from klartext.report import RenderOptions
    from klartext.types import Report


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it is written to; ``None`` is the screen."""

    format: str
    file: Path | None = None


def parse_targets(written: Sequence[str], known: Sequence[str]) -> tuple[Target, ...]:
    r"""``json`` or ``json:bericht.json``; without any, ``text`` on the screen.

    The first colon splits, and no format has one letter, so ``json:C:\x.json`` works.

    Raises:
        KlartextError: E402 for an unknown format.
        click.UsageError: if two formats want the screen.
    """
    targets = []
    for word in written or ("text",):
        name, _, file = word.partition(":")
        if name not in known:
            raise KlartextError("E402", name=name, known=", ".join(known))
        targets.append(Target(name, Path(file) if file else None))
    screen = [target.format for target in targets if target.file is None]
    if len(screen) > 1:
        raise click.UsageError(text("cli.usage.format-twice", format=screen[1]))
    return tuple(targets)


def write(report: Report, targets: Sequence[Target], options: RenderOptions) -> None:
    """Every target in turn; files are plain: UTF-8, no colour, 100 columns."""
    from klartext.report import render

    for target in targets:
        if target.file is None:
            show(render(target.format, report, options), options.color)
        else:
            plain = replace(options, color=False, encoding="utf-8", width=console.WIDTH)
            write_file(target.file, render(target.format, report, plain))


def show(output: str, color: bool) -> None:
    """Results on stdout."""
    # With the file named, click does not take an ASCII console for a mistake and write UTF-8.
    click.echo(output, file=sys.stdout, nl=False, color=color)


def screen(color: str, environ: Mapping[str, str] = os.environ) -> tuple[int, bool, str]:
    """Width, colour and encoding of stdout."""
    stream = sys.stdout
    return (
        console.width_of(stream),
        console.wants_color(color, stream, environ),
        console.encoding_of(stream),
    )


def write_file(file: Path, content: str) -> None:
    """Write a file whole or not at all: a temporary one beside it, then a rename.

    Raises:
        KlartextError: E401.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(file)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
        raise KlartextError("E401", name=file, grund=error.strerror or error) from error


def _umask() -> int:
    """The mask of the process: temporary files are private, reports should not be."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
