"""The reports of the sample letters are the reviewed ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samples import golden

LETTERS = sorted(golden.HERE.glob("*.docx"))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_report_is_the_reviewed_one(letter: Path) -> None:
    for name, text in golden.outputs(letter).items():
        path = golden.GOLDEN / (letter.stem + golden.FORMATS[name])
        if name == "json":
            assert _comparable(text) == _comparable(path.read_text("utf-8"))
        else:
            assert text == path.read_text("utf-8")


def _comparable(text: str) -> dict[str, object]:
    report = json.loads(text)
    report.pop("versions")
    return dict(report)
