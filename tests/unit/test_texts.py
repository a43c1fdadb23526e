"""Screen texts: sorted, all used, no German elsewhere, German numbers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import klartext
from klartext.texts import PLURALS, TEXTS, counted, number, text

PACKAGE = Path(klartext.__file__).parent
ROOMS = ("cli", "report", "settings")
CATALOGUES = {"ignore_rules.py"}  # texts of rules that have no rule file
GERMAN = re.compile(r"[äöüßÄÖÜ„“]|\b(?:[Dd]er|[Dd]ie|[Dd]as|nicht|Sie|und|oder|mit|ohne)\b")


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for file in sorted((PACKAGE / room).rglob("*.py")):
            yield file, ast.parse(file.read_text("utf-8"))


def literals(tree: ast.Module) -> Iterator[str]:
    """Strings of a module that are not docstrings."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_catalogues_are_sorted() -> None:
    assert list(TEXTS) == sorted(TEXTS)
    assert list(PLURALS) == sorted(PLURALS)


def test_no_german_outside_of_the_catalogue() -> None:
    # Signs for terminals, quotation marks that are replaced, values of scores.
    allowed = {"terminal.py", "text.py", "view.py"}
    found = [
        f"{file.name}: {literal}"
        for file, tree in sources()
        if file.name not in CATALOGUES
        for literal in literals(tree)
        if GERMAN.search(literal) and not (file.name in allowed and len(literal.split()) < 3)
    ]
    assert not found


def test_every_id_is_used_and_every_id_used_exists() -> None:
    patterns = set()
    for file in [*PACKAGE.rglob("*.py")]:
        if file.name == "texts.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.-]+"
                    for part in node.values
                ]
                patterns.add("".join(parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                patterns.add(re.escape(node.value))
    used = re.compile("|".join(pattern for pattern in patterns if len(pattern) > 3))
    unused = [key for key in (*TEXTS, *PLURALS) if not used.fullmatch(key)]
    assert not unused


def test_ids_written_in_calls_exist() -> None:
    missing = []
    for file, tree in sources():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            catalogue = {"text": TEXTS, "counted": PLURALS}.get(node.func.id)
            if catalogue is None or not node.args:
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and first.value not in catalogue:
                missing.append(f"{file.name}: {first.value}")
    assert not missing


def test_no_exclamation_mark_and_no_foreign_word() -> None:
    every = [*TEXTS.values(), *(form for forms in PLURALS.values() for form in forms)]
    for written in every:
        assert "!" not in written
        assert not re.search(r"\b(Issue|Finding|Warning|Match|Score|Bug|rechtssicher)\b", written)


@pytest.mark.parametrize("written", sorted(TEXTS.values()))
def test_sentences_have_at_most_15_words(written: str) -> None:
    for sentence in re.split(r"[.?:]\s|\n", written):
        assert len(sentence.split()) <= 15, sentence


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (0, 0, "0"),
        (1234567, 0, "1.234.567"),
        (51.25, 1, "51,3"),
        (51.24, 1, "51,2"),
        (2.5, 0, "3"),
        (-0.04, 1, "-0,0"),
        (1234.5, 1, "1.234,5"),
    ],
)
def test_numbers_are_german(value: float, digits: int, expected: str) -> None:
    assert number(value, digits) == expected


def test_plurals() -> None:
    assert [counted("count.places", n) for n in (0, 1, 2, 1200)] == [
        "0 Stellen",
        "1 Stelle",
        "2 Stellen",
        "1.200 Stellen",
    ]


def test_an_unknown_id_or_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("gibt.es.nicht")
    with pytest.raises(KeyError):
        text("label.block")
