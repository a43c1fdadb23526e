"""Every way out has its code: 0, 1, 2 or 130."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

import klartext
from klartext.cli import group

from .conftest import Result

Run = Callable[..., Result]
SOURCE = str(Path(klartext.__file__).parents[1])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["gut.txt"], 0),
        (["hinweis.txt"], 0),
        (["warnung.txt"], 1),
        (["fehler.txt"], 1),
        (["warnung.txt", "--gate", "fehler"], 0),
        (["fehler.txt", "--gate", "none"], 0),
        (["hinweis.txt", "--gate", "hinweis"], 1),
        (["gut.txt", "warnung.txt"], 1),
        (["fehlt.txt"], 2),
        (["warnung.txt", "fehlt.txt"], 2),
        (["kaputt.txt", "gut.txt"], 2),
        (["Bild.txt"], 0),
        (["Bild.txt", "--strict-read"], 2),
        (["gut.txt", "--strict-read"], 0),
        ([], 2),
        (["--quatsch", "gut.txt"], 2),
        (["--profile", "streng", "gut.txt"], 2),
        (["--select", "ZZ99", "gut.txt"], 2),
        (["-f", "xml", "gut.txt"], 2),
        (["-f", "json", "-f", "text", "gut.txt"], 2),
        (["--min-index", "40", "gut.txt"], 2),
        (["--letter-type", "quatsch", "gut.txt"], 2),
        (["--config", "fehlt.toml", "gut.txt"], 2),
        (["--help"], 0),
    ],
)
def test_check(run: Run, words: list[str], code: int) -> None:
    assert run("check", *words).code == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 0),
        (["--help"], 0),
        (["--version"], 0),
        (["chek"], 2),
        (["--quatsch"], 2),
        (["rules"], 0),
        (["rules", "SA01"], 0),
        (["rules", "SA01", "--effective"], 0),
        (["rules", "ZZ99"], 2),
        (["rules", "--group", "quatsch"], 2),
        (["explain", "SA01"], 0),
        (["explain", "satz.lang"], 0),
        (["explain", "ZZ99"], 2),
        (["explain"], 2),
        (["text", "gut.txt"], 0),
        (["text", "fehlt.txt"], 2),
    ],
)
def test_the_other_commands(run: Run, words: list[str], code: int) -> None:
    assert run(*words).code == code


def test_one_file_that_fails_does_not_hide_the_others(run: Run) -> None:
    result = run("check", "fehlt.txt", "kaputt.txt", "warnung.txt", "-f", "json")
    assert '"rule": "SA01"' in result.out
    assert '"id": "E101"' in result.out
    assert '"id": "E901"' in result.out
    assert "fehlt.txt" in result.err
    assert "Traceback" not in result.err


def test_details_of_an_internal_error_only_on_request(run: Run) -> None:
    assert "Traceback" in run("check", "-v", "kaputt.txt").err


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, EOFError])
def test_an_interruption_is_no_finding(
    run: Run, monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise interruption

    monkeypatch.setattr("klartext.cli.letters.Run.check", interrupted)
    assert run("check", "gut.txt").code == 130


def test_an_error_nobody_expected_is_2_and_asks_for_a_report(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("unbekannt")

    monkeypatch.setattr("klartext.cli.letters.Run.check", broken)
    result = run("check", "gut.txt")
    assert result.code == 2
    assert "RuntimeError: unbekannt. Bitte melden Sie ihn." in result.err
    assert "Traceback" not in result.err
    assert "Traceback" in run("check", "gut.txt", "-v").err


@pytest.mark.parametrize("command", sorted(group.COMMANDS))
def test_every_command_has_help_and_every_option_a_text(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Aufruf: klartext {command} [OPTIONEN]")
    found = group.cli.get_command(click.Context(group.cli), command)
    assert found is not None
    options = [item for item in found.params if isinstance(item, click.Option)]
    assert options
    assert [item.name for item in options if not item.help] == []


@pytest.mark.skipif(os.name == "nt", reason="head and pipes of a POSIX shell")
@pytest.mark.parametrize("words", ["--help", "rules -f json", "explain SA01 -f markdown"])
def test_a_closed_pipe_ends_quietly_with_the_computed_code(words: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "klartext.cli", *words.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONPATH": SOURCE},
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(30), errors) == (0, b"")
