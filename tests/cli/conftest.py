"""The command line run in this process, with a checker that needs no language pipeline."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from klartext.cli import main
from klartext.errors import KlartextError
from klartext.rules import Rule, load_rules
from klartext.settings import Settings, selected
from klartext.types import (
    BlockKind,
    Excerpt,
    Finding,
    LetterReport,
    Notice,
    Severity,
    TextRange,
)


@dataclass(frozen=True)
class Result:
    """How a run ended and what it printed."""

    code: int
    out: str
    err: str


class WordChecker:
    """Finds words that name a severity; the word ``kaputt`` breaks it, ``Bild`` is not read."""

    made: list[Settings]

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules: tuple[Rule, ...] = load_rules(settings.extra_rules)
        type(self).made.append(settings)

    def check_path(self, path: Path, shown_name: str) -> LetterReport:
        if not path.is_file():
            raise KlartextError("E101", name=path.name)
        return self.check_bytes(path.read_bytes(), shown_name)

    def check_bytes(self, data: bytes, name: str) -> LetterReport:
        text = data.decode()
        if "kaputt" in text:
            raise ZeroDivisionError("geheim")
        selected(self.rules, self.settings)
        findings = []
        for severity in Severity:
            at = text.lower().find(str(severity))
            if at >= 0:
                mark = TextRange(at, at + len(str(severity)))
                findings.append(
                    Finding("SA01", "satz.lang", 1, (mark,), severity, f"Hier steht {severity}.")
                )
        excerpt = Excerpt(1, BlockKind.ABSATZ, "Haupttext", "", None, text)
        return LetterReport(
            path=name,
            kind="txt",
            sha256="",
            title="",
            profile=self.settings.for_file(name).profile,
            findings=tuple(findings),
            suppressed=(),
            notices=(Notice("N101", "Ein Bild wurde nicht gelesen."),) if "Bild" in text else (),
            excerpts={1: excerpt},
            positions={},
            counts={},
        )

    def versions(self) -> dict[str, str]:
        return {"klartext": "0"}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as working folder, with one letter of each kind."""
    root = tmp_path / "amt"
    (root / ".git").mkdir(parents=True)
    for word in ("gut", "hinweis", "warnung", "fehler", "kaputt", "Bild"):
        (root / f"{word}.txt").write_text(f"Das ist {word}.", encoding="utf-8")
    monkeypatch.chdir(root)
    for name in ("KLARTEXT_CONFIG", "NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    module = ModuleType("klartext.check")
    WordChecker.made = []
    module.Checker = WordChecker  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "klartext.check", module)
    return root


@pytest.fixture
def run(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """``run("check", "brief.txt")``; ``stdin`` is what standard input holds."""

    def call(*words: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = main(words)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call
