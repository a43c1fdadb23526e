"""Noun phrases in another case, clauses in another order, verbs out of nouns."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from klartext.language import clause_order
from klartext.language.lexicon import Lexicon, open_lexicon
from klartext.language.nominalisations import base_verb, split_prefix
from klartext.language.noun_phrase import in_case, written
from klartext.language.pipeline import LEXICON, load_pipeline


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon(LEXICON)


def _parse(text: str) -> Doc:
    (doc,) = load_pipeline().parse_texts([text])
    return doc


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bezüglich Ihres Bauantrags fehlen uns zwei Pläne.", "Ihrem Bauantrag"),
        ("Hinsichtlich der neuen Gebühren haben wir Fragen.", "den neuen Gebühren"),
        (
            "Hinsichtlich aller von Ihnen eingereichten Unterlagen haben wir Fragen.",
            "allen von Ihnen eingereichten Unterlagen",
        ),
        ("Anlässlich des Besuchs des Landrats ist geschlossen.", "dem Besuch"),
        ("Seitens der Krankenkassen gibt es keine Einwände.", "den Krankenkassen"),
        ("Bezüglich seiner Angaben und Unterlagen fehlt etwas.", "seinen Angaben und Unterlagen"),
        ("Bezüglich einzelner Kinder fehlt etwas.", "einzelnen Kindern"),
    ],
)
def test_genitive_to_dative(lexicon: Lexicon, sentence: str, expected: str) -> None:
    noun = _parse(sentence)[0].head
    forms = in_case(noun, ("Gen",), "Dat", lexicon)
    assert forms is not None
    assert written(noun, forms) == expected


def test_names_are_not_declined(lexicon: Lexicon) -> None:
    noun = _parse("Bezüglich des Herrn Müller fehlt etwas.")[0].head
    assert in_case(noun, ("Gen",), "Dat", lexicon) is None


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Ihr Ausweis fertig ist", "Ihr Ausweis ist fertig"),
        ("das Amt im Mai umzieht", "das Amt zieht im Mai um"),
        (
            "das Bürgeramt am 2. Mai geschlossen bleibt",
            "das Bürgeramt bleibt am 2. Mai geschlossen",
        ),
        ("der Termin nur mit Pass stattfinden kann", "der Termin kann nur mit Pass stattfinden"),
        ("sich Ihr Termin verschiebt", None),
        ("nicht alle Kurse stattfinden", None),
        ("die Unterlagen, die Sie geschickt haben, fehlen", None),
    ],
)
def test_verb_second(lexicon: Lexicon, clause: str, expected: str | None) -> None:
    doc = _parse(f"Wir teilen Ihnen mit, dass {clause}.")
    assert clause_order.verb_second(list(doc)[6:-1], lexicon) == expected


@pytest.mark.parametrize(
    ("clause", "infinitive", "polite"),
    [
        ("den Vordruck auszufüllen", "den Vordruck ausfüllen", "füllen Sie den Vordruck aus"),
        ("sich zu melden", "sich melden", "melden Sie sich"),
        ("den Termin abzusagen oder zu verschieben", None, None),
    ],
)
def test_zu_infinitive(clause: str, infinitive: str | None, polite: str | None) -> None:
    tokens = list(_parse(f"Wir bitten Sie, {clause}."))[4:-1]
    assert clause_order.infinitive(tokens) == infinitive
    assert clause_order.request(tokens) == polite


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("Auszahlung", "auszahlen"),
        ("Rückzahlung", "zurückzahlen"),
        ("Terminvereinbarung", "vereinbaren"),
        ("Sammlung", "sammeln"),
        ("Vorlage", "vorlegen"),
        ("Wohnung", None),
        ("Sitzung", None),
        ("Zugänglichmachung", None),
        ("Haus", None),
    ],
)
def test_base_verb(lexicon: Lexicon, noun: str, verb: str | None) -> None:
    assert base_verb(noun, lexicon) == verb


@pytest.mark.parametrize(
    ("verb", "parts"),
    [
        ("auszahlen", ("aus", "zahlen")),
        ("überprüfen", ("", "überprüfen")),
        ("prüfen", ("", "prüfen")),
    ],
)
def test_split_prefix(lexicon: Lexicon, verb: str, parts: tuple[str, str]) -> None:
    assert split_prefix(verb, lexicon) == parts
