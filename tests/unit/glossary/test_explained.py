"""Which terms a letter explains."""

from __future__ import annotations

import pytest

from klartext.glossary import load
from klartext.glossary.explained import explained_abbreviations, unexplained_terms
from klartext.letters.model import Section, Understanding, Zone
from klartext.types import BlockKind
from tests.unit.glossary.parses import letter
from tests.unit.glossary.sentences import EXPLAINED

PLAIN = Understanding({}, ())
DULDUNG = "Sie haben eine Duldung."


@pytest.mark.parametrize(("texts", "terms"), EXPLAINED)
def test_forms_of_explanation(texts: tuple[str, ...], terms: tuple[str, ...]) -> None:
    missing = unexplained_terms(letter(*texts), PLAIN, load())
    assert tuple(item.entry.term for item in missing) == terms


def test_box_explains_wherever_it_stands() -> None:
    box = ((BlockKind.UEBERSCHRIFT, "Wichtige Wörter"), "Duldung: Ihre Abschiebung ist ausgesetzt.")
    missing = unexplained_terms(letter(DULDUNG, *box), PLAIN, load())
    assert "Duldung" not in [item.entry.term for item in missing]


def test_same_lines_without_the_heading_are_no_box() -> None:
    found = letter(DULDUNG, "Der Antrag ist entbehrlich.", DULDUNG)
    missing = unexplained_terms(found, PLAIN, load())
    assert [item.entry.term for item in missing] == ["Duldung"]
    assert missing[0].parsed.block.index == 1


@pytest.mark.parametrize(
    "understanding",
    [
        Understanding({1: Section.BETREFF}, ()),
        Understanding({1: Section.ANLAGEN}, ()),
        Understanding({}, (Zone("Z1", 1),)),
        Understanding({}, (Zone("Z4", 1),)),
    ],
)
def test_places_that_need_no_explanation(understanding: Understanding) -> None:
    assert unexplained_terms(letter(DULDUNG), understanding, load()) == []


@pytest.mark.parametrize("kind", [BlockKind.UEBERSCHRIFT, BlockKind.TABELLENZELLE])
def test_headings_and_tables_are_no_first_mention(kind: BlockKind) -> None:
    assert unexplained_terms(letter((kind, DULDUNG)), PLAIN, load()) == []


def test_term_that_stands_only_in_the_decision() -> None:
    missing = unexplained_terms(letter(DULDUNG), Understanding({}, (Zone("Z2", 1),)), load())
    assert [(item.zone, item.leads_paragraph) for item in missing] == [("Z2", False)]


def test_running_text_outranks_the_decision() -> None:
    zones = Understanding({}, (Zone("Z2", 1),))
    missing = unexplained_terms(letter(DULDUNG, DULDUNG), zones, load())
    assert [(item.zone, item.parsed.block.index) for item in missing] == [(None, 2)]


def test_one_explanation_a_paragraph() -> None:
    text = "Der Asylantrag wird als offensichtlich unbegründet abgelehnt."
    missing = unexplained_terms(letter(text), PLAIN, load())
    assert len(missing) == 2
    assert [item.leads_paragraph for item in missing] == [True, False]


def test_hits_can_be_handed_over() -> None:
    assert unexplained_terms(letter(DULDUNG), PLAIN, load(), hits=lambda parsed: []) == []


def test_abbreviation_beside_its_long_form_is_explained() -> None:
    text = "Das Bundesamt für Migration und Flüchtlinge (BAMF) prüft den Antrag."
    assert "BAMF" in explained_abbreviations(letter(text), load())
    assert "BAMF" not in explained_abbreviations(letter("Das BAMF prüft den Antrag."), load())
