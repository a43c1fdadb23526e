"""Check the letters of a command line: settings and a checker for each folder, one report."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klartext.cli import FAILED, console, internal_error
from klartext.cli.options import given
from klartext.cli.progress import Progress
from klartext.cli.reading import STDIN, folder_of
from klartext.errors import KlartextError
from klartext.report.ignore_rules import IGNORE_RULES
from klartext.report.view import is_unread
from klartext.settings import Settings, load, selection_notices
from klartext.texts import text
from klartext.types import FileError, LetterReport, Report, Severity

if TYPE_CHECKING:
    from klartext.check import Checker


@dataclass(frozen=True, slots=True)
class Job:
    """One file to check; ``path`` is ``None`` for standard input."""

    path: Path | None
    shown_name: str
    checker: Checker


class Run:
    """One run of a command that checks letters.

    Args:
        values: options by parameter name, as click passes them.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values
        self.options = given(values)
        self.checkers: dict[tuple[Path, Path | None], Checker] = {}
        self.by_folder: dict[Path, Checker] = {}

    def check(self, files: Sequence[str]) -> Report:
        """Check files in the order given; one that cannot be read is an error of the report.

        Raises:
            KlartextError: E2xx, E3xx: nothing can be checked.
        """
        jobs = [self._job(file) for file in dict.fromkeys(files)]
        self._tell_notices()
        letters: list[LetterReport] = []
        errors: list[FileError] = []
        with Progress(len(jobs), quiet=self.values["quiet"]) as progress:
            for job in progress.over(jobs, name=lambda job: job.shown_name):
                result = self._check(job)
                if isinstance(result, FileError):
                    errors.append(result)
                else:
                    letters.append(result)
        for error in errors:
            place = f"{error.path}: " if "/" in error.path else ""
            console.complain(f"{place}{error.message} [{error.id}]")
        settings = jobs[0].checker.settings
        return Report(
            tuple(letters),
            tuple(errors),
            profile=settings.profile,
            gate=self._gate(),
            versions=jobs[0].checker.versions(),
        )

    def exit_code(self, report: Report) -> int:
        """The code of the report, or 2 if something was not read despite ``--strict-read``."""
        strict = bool(self.values["strict_read"])
        unread = any(is_unread(notice) for letter in report.letters for notice in letter.notices)
        return FAILED if strict and unread else report.exit_code

    def titles(self) -> dict[str, str]:
        """Titles of all rules by id, also of the findings about ignores."""
        titles = {rule.id: rule.title for rule in IGNORE_RULES}
        for checker in self.checkers.values():
            titles |= {rule.id: rule.title for rule in checker.rules}
        return titles

    def _job(self, file: str) -> Job:
        stdin_name = self.values["stdin_name"]
        checker = self._checker(folder_of(file, stdin_name))
        name = stdin_name if file == STDIN else file
        shown = shown_name(Path(name), checker.settings.root) if name else STDIN
        return Job(None if file == STDIN else Path(file), shown, checker)

    def _checker(self, folder: Path) -> Checker:
        if folder not in self.by_folder:
            settings = load(
                folder,
                config=self.values["config"],
                use_files=not self.values["no_config"],
                options=self.options,
            )
            key = (settings.root, settings.source)
            if key not in self.checkers:
                # Only now: a slip in the configuration should not have to wait for spaCy.
                from klartext.check import Checker

                self.checkers[key] = Checker(settings)
            self.by_folder[folder] = self.checkers[key]
        return self.by_folder[folder]

    def _check(self, job: Job) -> LetterReport | FileError:
        try:
            if job.path is None:
                return job.checker.check_bytes(sys.stdin.buffer.read(), job.shown_name)
            return job.checker.check_path(job.path, job.shown_name)
        except KlartextError as error:
            if not error.id.startswith("E1"):
                raise
            return FileError(job.shown_name, error.id, error.text)
        except Exception as error:
            if self.values["verbose"]:
                traceback.print_exc()
            return FileError(job.shown_name, "E901", internal_error(error))

    def _tell_notices(self) -> None:
        if self.values["quiet"]:
            return
        told: dict[str, str] = {}
        for checker in self.checkers.values():
            settings: Settings = checker.settings
            for notice in (*settings.notices, *selection_notices(checker.rules, settings)):
                told[notice.message] = notice.id
        for message, name in told.items():
            click.echo(text("notice", message=f"{message} [{name}]"), err=True)

    def _gate(self) -> Severity | None:
        """The lowest gate of the configurations that were met."""
        gates = [checker.settings.gate for checker in self.checkers.values()]
        return min((gate for gate in gates if gate is not None), default=None)


def shown_name(path: Path, root: Path) -> str:
    """A file as reports name it: relative to the project, else to the working folder, else bare.

    Never absolute: that would carry the name of the user into reports.
    """
    full = Path(os.path.realpath(path))  # resolve() fails on links that point at each other
    for base in (root.resolve(), Path.cwd()):
        if full.is_relative_to(base):
            return full.relative_to(base).as_posix()
    return full.name
