"""Read, parse and count the letters of ``klartext scores``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import klartext
from klartext import documents
from klartext.cli import console
from klartext.cli.letters import shown_name
from klartext.errors import KlartextError
from klartext.language.pipeline import Pipeline, load_pipeline
from klartext.letters.understand import understand
from klartext.report.scores import FileScores
from klartext.scores import COUNTS_VERSION, table
from klartext.settings import load
from klartext.types import FileError, Letter

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """Tables in the order of the files, and files that could not be read."""

    files: tuple[FileScores, ...]
    errors: tuple[FileError, ...]
    versions: Mapping[str, str]


def read_scores(files: Sequence[str], values: Mapping[str, Any]) -> Found:
    """The tables of the files; each one that cannot be read is named on stderr.

    Raises:
        KlartextError: E2xx, E3xx: no file can be scored.
    """
    pipeline = load_pipeline()
    tables: list[FileScores] = []
    errors: list[FileError] = []
    for file in dict.fromkeys(files):
        name = values["stdin_name"] or STDIN if file == STDIN else file
        folder = Path.cwd() if name == STDIN else Path(name).absolute().parent
        settings = load(folder, config=values["config"], use_files=not values["no_config"])
        shown = name if name == STDIN else shown_name(Path(name), settings.root)
        parts, patterns = frozenset(settings.parts), settings.placeholders.patterns
        try:
            letter: Letter = (
                documents.read_bytes(sys.stdin.buffer.read(), name, parts=parts, patterns=patterns)
                if file == STDIN
                else documents.read(Path(file), parts=parts, patterns=patterns)
            )
        except KlartextError as error:
            if not error.id.startswith("E1"):
                raise
            errors.append(FileError(shown, error.id, error.text))
            console.complain(f"{error.text} [{error.id}]")
            continue
        tables.append(_scored(letter, shown, pipeline))
    versions = {
        "klartext": klartext.__version__,
        "model": pipeline.version,
        "counts": str(COUNTS_VERSION),
    }
    return Found(tuple(tables), tuple(errors), versions)


def _scored(letter: Letter, shown: str, pipeline: Pipeline) -> FileScores:
    parsed = pipeline.parse(letter)
    return FileScores(shown, table(parsed, understand(parsed)))
