"""The forty sentences every version of the glossary has to get right."""

from __future__ import annotations

import pytest

from klartext.glossary import Hit, Outcome, load
from klartext.glossary.explained import unexplained_terms
from klartext.letters.model import Understanding, Zone
from klartext.types import Applicability, Suggestion
from tests.unit.glossary.parses import letter, parsed
from tests.unit.glossary.sentences import CASES, Case

EDITED = [
    pytest.param(
        case,
        id=str(case.number),
        marks=pytest.mark.xfail(strict=True, reason=case.later) if case.later else (),
    )
    for case in CASES
    if case.results
]
IN_ZONE = {35: "Z1", 40: "Z4"}


def at_marks(case: Case) -> list[Hit]:
    text = case.text
    return [
        hit
        for hit in load().match(parsed(text))
        if [item.of(text) for item in hit.ranges] == case.marks
    ]


def suggestions(case: Case) -> list[Suggestion]:
    block = parsed(case.text)
    return [item for hit in at_marks(case) for item in load().suggest(hit, block)]


@pytest.mark.parametrize("case", EDITED)
def test_edit_yields_the_sentence(case: Case) -> None:
    found = {item.apply(case.text): item.applicability for item in suggestions(case) if item.edits}
    assert found == dict.fromkeys(case.results, Applicability(case.expected))


def test_adverbial_wording_is_shown_without_an_edit() -> None:
    case = next(case for case in CASES if case.number == 8)
    found = suggestions(case)
    assert [item.label for item in found] == ["in Zukunft", "ab jetzt"]
    assert all(not item.edits for item in found)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.expected == "nothing"], ids=lambda case: case.number
)
def test_nothing_is_found(case: Case) -> None:
    block = letter(case.text)
    zone = IN_ZONE.get(case.number)
    zones = (Zone(zone, 1),) if zone else ()
    if zone is None:
        others = [hit for hit in load().match(block.at(1)) if hit.outcome is not Outcome.EXPLAIN]
        assert others == []
    assert unexplained_terms(block, Understanding({}, zones), load()) == []


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.expected == "explain"], ids=lambda case: case.number
)
def test_term_is_explained_and_never_replaced(case: Case) -> None:
    hits = at_marks(case)
    assert hits
    assert {hit.outcome for hit in hits} == {Outcome.EXPLAIN}
    for item in suggestions(case):
        assert all(len(edit.range) == 0 for edit in item.edits), item
    terms = [item.entry.id for item in unexplained_terms(letter(case.text), NO_ZONES, load())]
    assert terms.count(hits[0].entry.id) == 1


NO_ZONES = Understanding({}, ())
