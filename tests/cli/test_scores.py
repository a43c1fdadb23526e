import json
from pathlib import Path

import pytest

from klartext.cli import main

LETTER = (
    "Wir haben Ihren Antrag geprüft. Leider fehlen noch Unterlagen. Bitte schicken Sie uns bis "
    "zum 30. Juni 2026 Ihren Mietvertrag und einen Nachweis über Ihre Krankenversicherung.\n\n"
    "Wenn Sie Fragen haben, rufen Sie uns bitte an. Die Ausländerbehörde hilft Ihnen gern weiter. "
    "Gemäß § 82 Abs. 1 AufenthG müssen Sie Ihre Nachweise rechtzeitig vorlegen. Vielen Dank für "
    "Ihre Mitarbeit und Ihre Geduld.\n"
)


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    return "brief.txt"


def test_text(letter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scores", letter]) == 0
    output = capsys.readouterr().out
    for name in ("Amstad", "WSTF 1", "WSTF 4", "LIX", "RIX", "gSMOG", "Gegenprobe"):
        assert name in output


def test_json(letter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scores", letter, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "klartext-scores/1"
    scores = {score["metric"]: score for score in document["files"][0]["scores"]}
    assert len(scores) == 8
    assert scores["lix"]["value"] > 0
    assert scores["gsmog"]["reason"] == "zu_kurz"


def test_missing_file(letter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scores", "fehlt.docx", letter]) == 2
    captured = capsys.readouterr()
    assert "E101" in captured.err
    assert "Amstad" in captured.out
