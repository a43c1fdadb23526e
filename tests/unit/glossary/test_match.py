"""Where entries are found, and which of two hits wins."""

from __future__ import annotations

import pytest

from klartext.glossary import Outcome, load
from tests.unit.glossary.parses import parsed


def found(text: str) -> dict[str, list[str]]:
    """Entry ids with the marked stretches."""
    return {
        hit.entry.id: [item.of(text) for item in hit.ranges] for hit in load().match(parsed(text))
    }


@pytest.mark.parametrize(
    ("text", "id", "marks"),
    [
        ("Auf Grund der Prüfung fehlt ein Nachweis.", "b-aufgrund", ["Auf Grund"]),
        ("Aufgrund der Prüfung fehlt ein Nachweis.", "b-aufgrund", ["Aufgrund"]),
        ("Sie haben eine selbstständige Tätigkeit.", "a-selbstaendige-taetigkeit",
         ["selbstständige Tätigkeit"]),
        ("Ihr Begehren haben wir geprüft.", "b-begehren-gross", ["Begehren"]),
        ("Sie begehren eine Auskunft.", "b-begehren-klein", ["begehren"]),
        ("Das gilt z.B. für Schüler.", "d-z-b", ["z.B."]),
        ("Das gilt z. B. für Schüler.", "d-z-b", ["z. B."]),
        ("Bitte legen Sie die ABH-Bescheinigung vor.", "d-abh", ["ABH"]),
        ("Das Einreise- und Aufenthaltsverbot gilt zwei Jahre.",
         "a-einreise-und-aufenthaltsverbot", ["Einreise- und Aufenthaltsverbot"]),
        ("Sie sind vollziehbar ausreisepflichtig.", "a-vollziehbar-ausreisepflichtig",
         ["vollziehbar ausreisepflichtig"]),
        ("Wir teilen Ihnen mit, dass Ihr Ausweis fertig ist.",
         "c-ich-teile-ihnen-mit-dass-s-vl", ["Wir teilen Ihnen mit, dass"]),
        ("Wir nehmen das zur Kenntnis.", "e-zur-kenntnis-nehmen", ["nehmen", "zur Kenntnis"]),
        ("Fordern Sie die Unterlagen an.", "b-anfordern", ["Fordern", "an"]),
        (
            "Die Gebühr bemisst sich nach dem Aufwand.",
            "b-sich-bemessen-nach",
            ["bemisst sich nach"],
        ),
        ("Wir haben weitere Akten herangezogen.", "b-heranziehen", ["herangezogen"]),
        ("Sie haben einen Widerspruchsbescheid erhalten.", "a-widerspruchsbescheid",
         ["Widerspruchsbescheid"]),
    ],
)  # fmt: skip
def test_term_is_found(text: str, id: str, marks: list[str]) -> None:
    assert found(text).get(id) == marks


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Bitte teilen Sie uns mit, dass Sie umgezogen sind.", "c-ich-teile-ihnen-mit-dass-s-vl"),
        ("Die Ablichtungskosten tragen wir.", "b-ablichtung"),
        ("Bitte senden Sie uns eine beglaubigte Abschrift.", "b-abschrift"),
        ("Wir haben Maßnahmen und Entscheidungen getroffen.", "e-eine-entscheidung-treffen"),
        ("Er nahm eine Prüfung vor, die lange dauerte.", "e-eine-pruefung-vornehmen"),
        ("Sie haben Atembeschwerden.", "a-beschwerde"),
        ("Das ist selbstständig.", "a-selbstaendige-taetigkeit"),
        ("Der Asylantrag wird als offensichtlich unbegründet abgelehnt.", "f-offensichtlich"),
        ("Ihr Begehren haben wir geprüft.", "b-begehren-klein"),
        ("Sie haben einen Widerspruchsbescheid erhalten.", "a-bescheid"),
    ],
)
def test_term_is_not_found(text: str, id: str) -> None:
    assert id not in found(text)


def test_compound_is_explained_by_its_head() -> None:
    hits = load().match(parsed("Der Anerkennungsbescheid liegt vor."))
    heads = [hit for hit in hits if hit.in_compound]
    assert [(hit.entry.id, hit.outcome) for hit in heads] == [("a-bescheid", Outcome.EXPLAIN)]


def test_citation_is_opaque() -> None:
    text = "Ihre Duldung (§ 60a AufenthG) gilt bis zum 31. Mai 2026. Die Duldung ist kein Titel."
    assert set(found(text)) == {"a-duldung"}


def test_hits_never_overlap() -> None:
    from tests.unit.glossary.sentences import ALL

    for text in ALL:
        taken: set[int] = set()
        for hit in load().match(parsed(text)):
            assert taken.isdisjoint(hit.tokens), text
            taken.update(hit.tokens)


def test_hits_come_in_text_order() -> None:
    hits = load().match(parsed("Sie haben eine selbstständige Tätigkeit."))
    assert hits == sorted(hits, key=lambda hit: hit.ranges)


def test_particle_with_two_readings_of_the_parse_is_silent() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from klartext.language.parse import ParsedBlock
    from klartext.types import Block, BlockKind
    from tests.unit.glossary.parses import NoSource

    words = ["Bitte", "fügen", "Sie", "es", "bei", "."]
    tags = ["ADV", "VVFIN", "PPER", "PPER", "PTKVZ", "$."]
    for relation, expected in (("compound:prt", ["b-beifuegen"]), ("case", [])):
        doc = Doc(
            Vocab(),
            words=words,
            spaces=[True, True, True, True, False, False],
            tags=tags,
            lemmas=["bitte", "fügen", "Sie", "es", "bei", "."],
            heads=[1, 1, 1, 1, 1, 1],
            deps=["advmod", "ROOT", "nsubj", "obj", relation, "punct"],
        )
        block = ParsedBlock(Block(1, BlockKind.ABSATZ, doc.text, NoSource()), doc)
        assert [hit.entry.id for hit in load().match(block)] == expected
