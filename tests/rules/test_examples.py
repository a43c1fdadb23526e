"""Every example of every rule file is a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from klartext import documents
from klartext.check import Checker
from klartext.rules import Example, Rule, load_rules
from klartext.settings import Selector, Settings
from klartext.types import Finding, Letter
from tests.rules.marks import read_marks


def _examples() -> Iterator[object]:
    for rule in load_rules():
        for number, example in enumerate(rule.examples, 1):
            marks = [pytest.mark.xfail(strict=True)] if example.known_miss else []
            yield pytest.param(rule, example, id=f"{rule.id}-{number}", marks=marks)


@pytest.fixture(scope="module")
def checkers() -> dict[tuple[str, str], Checker]:
    return {}


def _check(
    checkers: dict[tuple[str, str], Checker], rule: Rule, text: str, profile: str
) -> tuple[Letter, list[Finding]]:
    key = (rule.id, profile)
    if key not in checkers:
        wanted = Selector(rule.id, "select", 1, "Test")
        checkers[key] = Checker(
            Settings(profile=profile, selectors=(wanted,), replaces_default=True)
        )
    letter = documents.read_bytes(text.encode("utf-8"), "beispiel.txt")
    report = checkers[key].check_letter(letter, "beispiel.txt")
    return letter, [finding for finding in report.findings if finding.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), list(_examples()))
def test_example(checkers: dict[tuple[str, str], Checker], rule: Rule, example: Example) -> None:
    if example.good is not None:
        _, findings = _check(checkers, rule, example.good, example.profile)
        assert [finding.message for finding in findings] == []
        return
    assert example.bad is not None
    marked = read_marks(example.bad)
    letter, findings = _check(checkers, rule, marked.text, example.profile)
    expected = [[marked.text[start:end] for start, end in places] for places in marked.findings]
    blocks = {block.index: block for block in letter.blocks}
    found = [[place.of(blocks[f.block].text) for place in f.ranges] for f in findings]
    assert found == expected
    if example.level is not None:
        assert {str(finding.severity) for finding in findings} == {example.level}
    if example.fixed is not None:
        (block,) = letter.blocks
        applied = [s.apply(block.text) for s in findings[0].suggestions if s.edits]
        assert example.fixed in applied
        _, again = _check(checkers, rule, example.fixed, example.profile)
        assert [finding.message for finding in again] == []
