"""Progress: silent for a second, then a bar on a terminal or a line for each tenth in CI."""

from __future__ import annotations

import io
import sys

import pytest

from klartext.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int, seconds: float) -> str:
    """What is written while ``total`` files take ``seconds`` each."""
    clock = [0.0]
    monkeypatch.setattr("klartext.cli.progress.time.monotonic", lambda: clock[0])
    monkeypatch.setattr(sys, "stderr", stream)
    names = [f"{number}.docx" for number in range(total)]
    with Progress(total) as meter:
        for _ in meter.over(names, name=str):
            clock[0] += seconds
    assert meter.done == total
    return stream.getvalue()


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert shown(monkeypatch, Terminal(), 20, 0.01) == ""
    assert shown(monkeypatch, io.StringIO(), 20, 0.01) == ""


def test_a_terminal_gets_a_bar_with_count_and_file(monkeypatch: pytest.MonkeyPatch) -> None:
    output = shown(monkeypatch, Terminal(), 4, 1.5)
    assert "Prüfe" in output
    assert "2.docx" in output
    assert "4/4" in output


def test_ci_gets_one_line_for_each_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    lines = shown(monkeypatch, io.StringIO(), 40, 2).splitlines()
    assert lines[0] == "4 von 40 Dateien geprüft"
    assert len(lines) == 10
    assert lines[-1] == "40 von 40 Dateien geprüft"


def test_elsewhere_and_for_one_file_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert shown(monkeypatch, io.StringIO(), 40, 2) == ""
    assert shown(monkeypatch, Terminal(), 1, 5) == ""
