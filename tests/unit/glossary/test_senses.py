"""Ambiguous words, and replacements that must never be produced."""

from __future__ import annotations

import pytest

from klartext.glossary import Action, Hit, load
from klartext.glossary.decisions import DECISIONS
from klartext.glossary.senses import _CLEAR, _COMPANIONS
from tests.unit.glossary.parses import parsed
from tests.unit.glossary.sentences import NEVER, SENSES


def holding(text: str, word: str) -> list[Hit]:
    """Hits whose first or only stretch holds the word."""
    start = text.index(word)
    return [
        hit
        for hit in load().match(parsed(text))
        if any(item.start <= start and start + len(word) <= item.end for item in hit.ranges)
    ]


@pytest.mark.parametrize(("text", "word", "outcome"), SENSES)
def test_sense(text: str, word: str, outcome: str | None) -> None:
    assert [hit.outcome.value for hit in holding(text, word)] == ([outcome] if outcome else [])


@pytest.mark.parametrize(
    ("text", "word"), [(text, word) for text, word, outcome in SENSES if outcome in ("ask",)]
)
def test_a_question_never_edits(text: str, word: str) -> None:
    for hit in holding(text, word):
        found = load().suggest(hit, parsed(text))
        assert found
        assert all(not item.edits for item in found)


@pytest.mark.parametrize(("text", "forbidden"), NEVER)
def test_risky_replacement_is_never_made(text: str, forbidden: str) -> None:
    block = parsed(text)
    for hit in load().match(block):
        for item in load().suggest(hit, block):
            for edit in item.edits:
                if len(edit.range):
                    assert forbidden not in item.apply(text).lower(), (hit.entry.id, item)


@pytest.mark.parametrize(
    ("term", "replacement"),
    [
        ("unverzüglich", "sofort"),
        ("umgehend", "sofort"),
        ("Widerspruch", "Einspruch"),
        ("Voraussetzung", "Bedingung"),
        ("widerrufen", "zurücknehmen"),
        ("Ladung", "Einladung"),
        ("Haft", "Gefängnis"),
        ("Zwangsgeld", "Strafe"),
        ("Obliegenheit", "Pflicht"),
        ("Beschäftigung", "Arbeit"),
    ],
)
def test_table_has_no_risky_pair(term: str, replacement: str) -> None:
    for entry in load().entries:
        if entry.term.lower() == term.lower():
            words = {item.plain for item in entry.with_action(Action.REPLACE)}
            assert replacement not in words, entry.id


def test_every_decision_belongs_to_an_entry() -> None:
    ids = {entry.id for entry in load().entries}
    assert set(DECISIONS) <= ids


def test_every_companion_belongs_to_an_entry() -> None:
    readings = {(entry.term, entry.reading) for entry in load().entries}
    assert [pair for pair in (*_COMPANIONS, *_CLEAR) if pair not in readings] == []


def test_reading_never_leads_to_an_edit() -> None:
    text = "Wir halten das Ergebnis fest."
    block = parsed(text)
    hits = [hit for hit in load().match(block) if hit.entry.reading]
    assert hits
    assert all(not item.edits for hit in hits for item in load().suggest(hit, block))
