"""Shapes of words, and how far a suggestion may be trusted."""

from __future__ import annotations

import pytest

from klartext.glossary import load
from klartext.types import Applicability, Suggestion
from tests.unit.glossary.parses import parsed
from tests.unit.glossary.sentences import ALL


def offers(text: str, id: str) -> list[Suggestion]:
    block = parsed(text)
    return [
        item
        for hit in load().match(block)
        if hit.entry.id == id
        for item in load().suggest(hit, block)
    ]


@pytest.mark.parametrize(
    ("text", "id", "results"),
    [
        ("Der Vordruck liegt bei.", "b-vordruck", {"Das Formular liegt bei.": "review"}),
        ("Bitte unterschreiben Sie auf dem Vordruck.", "b-vordruck",
         {"Bitte unterschreiben Sie auf dem Formular.": "review"}),
        ("Bitte füllen Sie die blauen Vordrucke aus.", "b-vordruck",
         {"Bitte füllen Sie die blauen Formulare aus.": "review"}),
        ("Beachten Sie die Hinweise zum Vordruck.", "b-vordruck",
         {"Beachten Sie die Hinweise zum Formular.": "review"}),
        ("Ich übersende Ihnen zwei Ablichtungen.", "b-uebersenden",
         {"Ich schicke Ihnen zwei Ablichtungen.": "safe"}),
        ("Der Bescheid wird Ihnen übersandt.", "b-uebersenden",
         {"Der Bescheid wird Ihnen geschickt.": "safe"}),
        ("Wir bitten Sie, den Antrag zu übersenden.", "b-uebersenden",
         {"Wir bitten Sie, den Antrag zu schicken.": "safe"}),
        ("Fordern Sie die Unterlagen an.", "b-anfordern",
         {"Verlangen Sie die Unterlagen.": "review"}),
        ("Bitte reichen Sie die Unterlagen nach.", "b-nachreichen",
         {"Bitte schicken Sie die Unterlagen später.": "review",
          "Bitte geben Sie die Unterlagen später ab.": "review"}),
        ("Nunmehr prüfen wir Ihren Antrag.", "b-nunmehr",
         {"Jetzt prüfen wir Ihren Antrag.": "safe"}),
        ("Der Nachweis fehlt hingegen.", "f-hingegen", {"Der Nachweis fehlt aber.": "safe"}),
        ("Hingegen fehlt der Nachweis.", "f-hingegen", {}),
        ("Sofern Sie umziehen, melden Sie sich um.", "b-sofern",
         {"Wenn Sie umziehen, melden Sie sich um.": "safe"}),
        ("Die Voraussetzungen sind erfüllt.", "c-die-voraussetzungen-sind-erfuellt",
         {"Sie erfüllen alle Voraussetzungen.": "review"}),
        ("Ihre Belange haben wir geprüft.", "b-belange",
         {"Ihre Interessen haben wir geprüft.": "review"}),
        ("Der Antrag ist entbehrlich.", "b-entbehrlich", {}),
        ("Das gilt z.B. für Schüler.", "d-z-b", {"Das gilt zum Beispiel für Schüler.": "safe"}),
        ("Das BAMF prüft den Antrag.", "d-bamf",
         {"Das BAMF (Bundesamt für Migration und Flüchtlinge) prüft den Antrag.": "review"}),
        ("Das gilt für Sie usw.", "d-usw", {"Das gilt für Sie und so weiter.": "safe"}),
        ("Bringen Sie den Vordruck mit, er ist wichtig.", "b-vordruck", {}),
    ],
)  # fmt: skip
def test_edits(text: str, id: str, results: dict[str, str]) -> None:
    found = offers(text, id)
    assert found, "a hit always has a suggestion"
    assert {item.apply(text): item.applicability.value for item in found if item.edits} == results


def test_pronoun_that_points_back_stops_the_edit() -> None:
    found = offers("Bringen Sie den Vordruck mit, er ist wichtig.", "b-vordruck")
    assert [(item.label, item.applicability) for item in found] == [
        ("Formular", Applicability.SHOW)
    ]


def test_label_of_a_rebuilt_phrase_is_the_phrase() -> None:
    found = offers(
        "Füllen Sie den blauen Vordruck aus, den Sie unterschreiben müssen.", "b-vordruck"
    )
    assert [item.label for item in found] == ["das blaue Formular"]


def test_explanation_is_inserted_in_brackets() -> None:
    text = "Sie haben eine Duldung."
    found = offers(text, "a-duldung")
    assert found[0].apply(text) == (
        "Sie haben eine Duldung (vorübergehender Aufschub der Abschiebung)."
    )
    assert found[0].applicability is Applicability.REVIEW
    assert found[1].label.startswith("Das bedeutet: ")


def test_ambiguous_abbreviation_asks() -> None:
    found = offers("Der AG zahlt den Lohn.", "d-ag")
    assert len(found) == 1
    assert found[0].label.startswith("Schreiben Sie aus, was Sie meinen: „")
    assert not found[0].edits


def test_what_is_shown_has_no_edit_and_what_is_edited_is_no_show() -> None:
    for text in ALL:
        block = parsed(text)
        for hit in load().match(block):
            for item in load().suggest(hit, block):
                shown = item.applicability is Applicability.SHOW
                assert shown == (not item.edits), (text, item)
                assert item.label
                assert "⟨" not in item.label
                assert "|" not in item.label


def test_safe_edits_replace_words_one_for_one() -> None:
    for text in ALL:
        block = parsed(text)
        for hit in load().match(block):
            for item in load().suggest(hit, block):
                if item.applicability is Applicability.SAFE and hit.entry.kind.value != "d":
                    assert hit.entry.confidence == "high"
                    assert hit.entry.hint is None
                    assert len(item.apply(text).split()) == len(text.split()), (text, item)
