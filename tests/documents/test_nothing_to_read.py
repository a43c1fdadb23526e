"""Empty letters and things that are no files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from klartext import documents
from klartext.check import Checker
from klartext.errors import KlartextError
from klartext.settings import Settings


@pytest.mark.parametrize("text", ["", "\n \n", "– 12 –\n"])
def test_letter_without_a_word_is_no_good_letter(text: str) -> None:
    report = Checker(Settings()).check_bytes(text.encode(), "leer.txt")
    assert [notice.id for notice in report.notices] == ["N114"]


def test_pipe_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "brief.txt"
    os.mkfifo(pipe)
    with pytest.raises(KlartextError) as error:
        documents.read(pipe)
    assert error.value.id == "E106"
