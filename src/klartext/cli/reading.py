"""Read the file a command line names, with the settings of its folder."""

from __future__ import annotations

import sys
from pathlib import Path

from klartext import documents
from klartext.settings import Settings
from klartext.types import Letter

STDIN = "-"


def read_letter(file: str, settings: Settings, stdin_name: str | None = None) -> Letter:
    """The letter in a file, or on standard input for ``-``.

    Args:
        file: as given on the command line.
        settings: parts to read and extra placeholders.
        stdin_name: gives standard input a name and with it a kind.

    Raises:
        KlartextError: E1xx.
    """
    parts = frozenset(settings.parts)
    patterns = settings.placeholders.patterns
    types = dict(settings.placeholders.types)
    if file == STDIN:
        return documents.read_bytes(
            sys.stdin.buffer.read(),
            stdin_name or STDIN,
            parts=parts,
            patterns=patterns,
            placeholder_types=types,
        )
    return documents.read(Path(file), parts=parts, patterns=patterns, placeholder_types=types)


def folder_of(file: str, stdin_name: str | None = None) -> Path:
    """Where the search for the configuration begins."""
    name = stdin_name if file == STDIN else file
    return Path(name).absolute().parent if name else Path.cwd()
