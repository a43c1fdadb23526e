"""A long sentence with further faults is one finding."""

from __future__ import annotations

from klartext.check import Checker
from klartext.filters import JOINED, join_long_sentences
from klartext.settings import Selector, Settings
from klartext.types import Finding, Measure, Severity, TextRange

SENTENCE = (
    "Ihr Antrag, der am 3. Mai 2026 mit allen Anlagen und einem langen Brief bei uns eingegangen "
    "ist, kann leider erst im Herbst bearbeitet werden, weil noch ein wichtiges Papier fehlt."
)


def _check(*rules: str) -> list[Finding]:
    selectors = tuple(Selector(rule, "select", 1, "Test") for rule in rules)
    checker = Checker(Settings(selectors=selectors, replaces_default=True))
    return list(checker.check_bytes(SENTENCE.encode(), "brief.txt").findings)


def test_long_sentence_takes_over_the_nested_clause() -> None:
    (alone,) = _check("SA01")
    (nested,) = _check("SA03")
    (joined,) = _check("SA01", "SA03")
    assert joined.rule == "SA01"
    assert joined.ranges == alone.ranges
    assert joined.severity == max(alone.severity, nested.severity)
    assert joined.measures == alone.measures + nested.measures
    assert joined.message == f"{alone.message} Seine Nebensätze sind verschachtelt."


def _finding(rule: str, start: int, end: int, block: int = 1) -> Finding:
    measure = Measure("value", 3)
    return Finding(
        rule, "satz.x", block, (TextRange(start, end),), Severity.WARNUNG, "M.", (), (measure,)
    )


def test_other_sentences_and_other_rules_keep_their_findings() -> None:
    long = _finding("SA01", 0, 50)
    others = [_finding("SA03", 60, 80), _finding("SA03", 5, 20, block=2), _finding("SA27", 5, 20)]
    assert join_long_sentences([long, *others]) == [long, *others]


def test_every_joined_rule_says_its_value() -> None:
    for rule in JOINED:
        (joined,) = join_long_sentences([_finding("SA01", 0, 50), _finding(rule, 5, 20)])
        assert joined.message == f"M. {JOINED[rule].format(3)}"
        assert len(joined.measures) == 2
