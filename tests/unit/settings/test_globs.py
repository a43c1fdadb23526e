"""Path patterns."""

from __future__ import annotations

import pytest

from klartext.settings import matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("vorlagen/**", "vorlagen/a/b.docx", True),
        ("vorlagen/**", "vorlagen/b.docx", True),
        ("vorlagen/**", "andere/b.docx", False),
        ("vorlagen/*.docx", "vorlagen/b.docx", True),
        ("vorlagen/*.docx", "vorlagen/a/b.docx", False),
        ("**/b.docx", "b.docx", True),
        ("**/b.docx", "x/y/b.docx", True),
        ("*.docx", "x/y/b.docx", True),
        ("b?.docx", "b1.docx", True),
        ("b?.docx", "b/.docx", False),
        ("b[12].docx", "b2.docx", True),
        ("b[!12].docx", "b2.docx", False),
        ("b[!12].docx", "b3.docx", True),
        ("b[.docx", "b[.docx", True),
        ("./a/b.docx", "a/b.docx", True),
        ("a+b/(1).docx", "a+b/(1).docx", True),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected
