"""Which of two findings speaks (``klartext.filters``)."""

from __future__ import annotations

from klartext.filters import apply_precedence
from klartext.types import Finding, Severity, TextRange

SENTENCE = TextRange(0, 60)
NEXT = TextRange(61, 90)


def _finding(rule: str, start: int, end: int, sentence: TextRange = SENTENCE) -> Finding:
    return Finding(
        rule, "name", 1, (TextRange(start, end),), Severity.WARNUNG, "Text", sentence=sentence
    )


def _rules(*findings: Finding) -> list[str]:
    return [finding.rule for finding in apply_precedence(findings)]


def test_third_person_silences_the_passive_of_its_sentence() -> None:
    assert _rules(_finding("TO01", 0, 15), _finding("SA07", 20, 40)) == ["TO01"]


def test_third_person_leaves_the_passive_of_the_next_sentence() -> None:
    assert _rules(_finding("TO01", 0, 15), _finding("SA07", 65, 80, NEXT)) == ["TO01", "SA07"]


def test_a_request_silences_only_what_its_marks_touch() -> None:
    assert _rules(_finding("SA12", 0, 15), _finding("SA07", 0, 15)) == ["SA12"]
    assert _rules(_finding("SA12", 0, 15), _finding("SA07", 20, 40)) == ["SA12", "SA07"]
