"""What reading a letter brings into memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.builder import style, styles, word

SCRIPT = """
import sys
from pathlib import Path
from klartext.documents import read
assert read(Path(sys.argv[1])).blocks
print(*sorted({"docx", "pydantic", "spacy", "numpy"} & sys.modules.keys()))
"""


@pytest.mark.parametrize(("name", "expected"), [("brief.docx", {"docx"}), ("brief.md", set())])
def test_only_word_files_bring_in_python_docx(
    name: str, expected: set[str], tmp_path: Path
) -> None:
    path = tmp_path / name
    file = word("Text").add("styles", styles(style("s")))
    path.write_bytes(file.bytes() if name.endswith("docx") else b"Text")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == expected
