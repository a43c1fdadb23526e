import pytest
import textstat

from klartext.scores.formulas import FORMULAS
from klartext.scores.textstat_bridge import German, bridge_counts, bridge_words, render

from .building import count

TEXT = (
    "Sie haben am 12.03.2024 einen Antrag auf Verlängerung Ihrer Aufenthaltserlaubnis gestellt. "
    "Nach § 5 Abs. 1 Nr. 1 AufenthG i. V. m. § 2 Abs. 3 AufenthG muss Ihr Lebensunterhalt "
    "gesichert sein. Bitte legen Sie dafür z. B. Ihren Arbeitsvertrag vor.",
    "Wir brauchen außerdem einen Nachweis über Ihre Kranken-Versicherung und Ihre Wohnung. Danke.",
    "Wenn die Unterlagen bis zum 30. Juni nicht vollständig vorliegen, können wir über Ihren "
    "Antrag nicht entscheiden; dann müssten Sie einen neuen Antrag stellen.",
    "Rufen Sie an. Unsere Mitarbeiterinnen und Mitarbeiter beraten Sie gern (auch am Telefon).",
    "Bringen Sie diese Unterlagen mit:",
    "- Reisepass",
    "- ein biometrisches Foto",
)
TOLERANCE = 1e-6


@pytest.fixture(scope="module")
def german() -> German:
    return German()


@pytest.fixture(scope="module")
def sentences() -> list[list[str]]:
    return bridge_words(count(*TEXT).units)


def test_bridge_text_is_letters_and_one_full_stop_a_unit(sentences: list[list[str]]) -> None:
    text = render(sentences)
    assert text.count(".") == len(sentences)
    assert all(sign.isalpha() or sign in " ." for sign in text)
    assert "Nach Paragraf Aufenthaltsgesetz Verbindung Paragraf Aufenthaltsgesetz muss" in text
    assert "legen Sie dafür zum Beispiel Ihren" in text
    assert "KrankenVersicherung" in text


def test_short_units_are_left_out(german: German) -> None:
    units = count("Wir helfen.", "Wir prüfen Ihren Antrag.").units
    assert len(units.units) == 2
    assert render(bridge_words(units)) == "Wir prüfen Ihren Antrag."


def test_same_numbers_of_sentences_and_words(german: German, sentences: list[list[str]]) -> None:
    counts = bridge_counts(sentences)
    assert german.counts(render(sentences)) == (counts.sentences, counts.words)


def test_same_values_with_the_same_syllables(german: German, sentences: list[list[str]]) -> None:
    counts = bridge_counts(sentences, german.syllables)
    values = german.values(render(sentences))
    checked = [formula for formula in FORMULAS if formula.id in values]
    assert len(checked) == 7
    for formula in checked:
        assert abs(formula.compute(counts) - values[formula.id]) <= TOLERANCE, formula.id


def test_gap_between_our_syllables_and_those_of_pyphen(
    german: German, sentences: list[list[str]]
) -> None:
    ours = bridge_counts(sentences).syllables
    theirs = bridge_counts(sentences, german.syllables).syllables
    assert 0.97 <= ours / theirs <= 1.06


def test_language_of_other_users_is_left_alone() -> None:
    textstat.textstat.set_lang("fr")
    try:
        before = textstat.textstat.flesch_reading_ease("Bonjour tout le monde ici.")
        assert German().values("Wir prüfen Ihren Antrag.")
        assert textstat.textstat.flesch_reading_ease("Bonjour tout le monde ici.") == before
    finally:
        textstat.textstat.set_lang("en_US")


def test_no_text_has_no_values(german: German) -> None:
    assert german.values("") == {}
