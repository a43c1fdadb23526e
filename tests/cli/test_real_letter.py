"""The whole way once: a file, the real checker, every format."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from klartext.cli import main
from klartext.report.json_schema import report_schema

LETTER = """# Ihr Antrag auf Bewohnerparken

Sehr geehrte Frau Muster,

Ihr Parkausweis gilt bis zum 04.05.2026. Bitte holen Sie ihn vorher bei uns ab.
"""


def test_a_letter_is_read_judged_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("brief.md").write_text(LETTER, encoding="utf-8")
    words = ["check", "brief.md", "--no-config", "--select", "SZ01", "--gate", "hinweis"]

    assert main([*words, "-f", "json", "-f", "concise:kurz.txt", "-f", "text:lang.txt"]) == 1
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, report_schema(closed=True))
    (finding,) = document["letters"][0]["findings"]
    assert (finding["rule"], finding["line"], finding["column"]) == ("SZ01", 5, 30)
    assert len(finding["fingerprint"]) == 32
    assert set(document["versions"]) == {"klartext", "rules", "model"}

    assert Path("kurz.txt").read_text("utf-8").startswith("brief.md:5:30: SZ01 ")
    text = Path("lang.txt").read_text("utf-8")
    line, carets = (part for part in text.splitlines() if "│" in part)
    assert line[carets.index("^") : carets.rindex("^") + 1] == "04.05.2026"

    assert main([*words, "--ignore", "SZ01", "-q"]) == 0


def test_a_finding_about_an_ignore_is_named_by_its_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    letter = "# klartext: aus SZ01 – alter Wortlaut\n\nWir bestätigen Ihren Termin.\n"
    Path("brief.txt").write_text(letter, encoding="utf-8")
    main(["check", "brief.txt", "--no-config", "--select", "SZ01"])
    assert "Vor allem: Ausnahme ohne Wirkung (1)" in capsys.readouterr().out
