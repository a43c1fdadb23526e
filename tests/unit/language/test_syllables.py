import csv
from pathlib import Path

import pytest

from klartext.language.syllables import count_syllables

LIST = Path(__file__).parents[2] / "data" / "syllables.tsv"
AIM = 0.97


def _hand_counted() -> list[tuple[str, int]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return [
            (row["word"], row["syllables"].count("|") + 1)
            for row in csv.DictReader(file, delimiter="\t")
        ]


def test_divided_words_are_the_words() -> None:
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == len({row["word"] for row in rows}) == 160
    assert [row["word"] for row in rows] == [row["syllables"].replace("|", "") for row in rows]


def test_hand_counted_words() -> None:
    words = _hand_counted()
    wrong = {word: count_syllables(word) for word, n in words if count_syllables(word) != n}
    assert 1 - len(wrong) / len(words) >= AIM, wrong


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        # first and last vowels of their own
        ("Abend", 2), ("oder", 2), ("aber", 2), ("Idee", 2), ("Amt", 1),
        # a prefix, no digraph
        ("beurteilen", 4), ("beendet", 3), ("beerdigt", 3), ("geehrte", 3), ("geirrt", 2),
        # a digraph, no prefix
        ("Beute", 2), ("Beere", 2), ("Beet", 1), ("Bein", 1), ("Geist", 1), ("Reinigung", 3),
        # compound joints
        ("Einreiseuntersagung", 7), ("Teilnahmeerlaubnis", 6), ("Maßnahmeende", 5),
        ("Neuantrag", 3), ("Zielland", 2), ("Spielleiter", 3), ("neunter", 2),
        # foreign stems
        ("Prämie", 3), ("liniert", 2), ("studieren", 3), ("Studien", 3), ("Lieferung", 3),
        ("vielleicht", 2), ("speziell", 3), ("Patient", 3), ("bedient", 2), ("Wien", 1),
        ("europäisch", 4), ("kooperieren", 5), ("Niveau", 2), ("Qualität", 3),
        # English
        ("Online", 2), ("Team", 1), ("Service", 2), ("Onlineantrag", 4),
    ],
)  # fmt: skip
def test_single_words(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("joined", "hyphenated"),
    [
        ("Aufenthaltserlaubnis", "Aufenthalts-Erlaubnis"),
        ("Einreiseerlaubnis", "Einreise-Erlaubnis"),
        ("Eheurkunde", "Ehe-Urkunde"),
        ("Bauamt", "Bau-Amt"),
    ],
)
def test_a_hyphen_changes_nothing(joined: str, hyphenated: str) -> None:
    assert count_syllables(joined) == count_syllables(hyphenated)


def test_capital_parts_are_spelled_out() -> None:
    assert count_syllables("EU-Bürger") == 4
    assert count_syllables("SIE") == 1


@pytest.mark.parametrize("other", ["Café", "Cafe\u0301", "CAFÉ", "cafe"])
def test_accents_and_capitals_do_not_matter(other: str) -> None:
    assert count_syllables(other) == 2


@pytest.mark.parametrize(("text", "syllables"), [("", 0), ("123", 0), ("–", 0), ("km", 1)])
def test_what_is_no_word(text: str, syllables: int) -> None:
    assert count_syllables(text) == syllables
