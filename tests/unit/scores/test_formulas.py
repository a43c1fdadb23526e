import math

import pytest

from klartext.scores.counts import Counts
from klartext.scores.formulas import FORMULAS, Formula

from .building import count

CITATION = (
    "Gemäß § 5 Abs. 1 Nr. 2 AufenthG i. V. m. § 82 Abs. 1 S. 1 AufenthG wird Ihr Antrag "
    "vom 12.03.2024 abgelehnt."
)
PLAIN = "Wir lehnen Ihren Antrag ab."
BY_ID = {formula.id: formula for formula in FORMULAS}
SAMPLE = Counts(words=120, shaped=100, sentences=10, syllables=180, long6=35, poly3=20, mono=50)


def _easier(formula: Formula, one: Counts, other: Counts) -> float:
    """How much easier ``one`` is than ``other``."""
    difference = formula.compute(one) - formula.compute(other)
    return difference if formula.higher_is == "easier" else -difference


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("amstad", 180 - 12 - 58.5 * 1.8),
        ("wstf1", 0.1935 * 20 + 0.1672 * 12 + 0.1297 * 35 - 0.0327 * 50 - 0.875),
        ("wstf2", 0.2007 * 20 + 0.1682 * 12 + 0.1373 * 35 - 2.779),
        ("wstf3", 0.2963 * 20 + 0.1905 * 12 - 1.1144),
        ("wstf4", 0.2744 * 20 + 0.2656 * 12 - 1.693),
        ("lix", 12 + 35),
        ("rix", 3.5),
        ("gsmog", math.sqrt(60) - 2),
    ],
)
def test_values(id: str, value: float) -> None:
    assert BY_ID[id].compute(SAMPLE) == pytest.approx(value, abs=1e-12)


def test_there_are_eight_formulas() -> None:
    assert len(BY_ID) == len(FORMULAS) == 8


@pytest.mark.parametrize(
    ("id", "value", "band"),
    [
        ("amstad", 80, "leicht"),
        ("amstad", 79.99, "eher leicht"),
        ("amstad", 70, "eher leicht"),
        ("amstad", 65, "mittel"),
        ("amstad", 50, "eher schwer"),
        ("amstad", 49.9, "schwer"),
        ("amstad", -12, "sehr schwer"),
        ("wstf1", 6, "leicht"),
        ("wstf2", 7, "mittel"),
        ("wstf3", 10, "schwer"),
        ("wstf4", 12.9, "schwer"),
        ("wstf4", 13, "sehr schwer"),
        ("lix", 29.9, "sehr leicht"),
        ("lix", 30, "leicht"),
        ("lix", 60, "sehr schwer"),
        ("rix", 1.79, "leicht"),
        ("rix", 3.69, "mittel"),
        ("rix", 5.3, "sehr schwer"),
        ("gsmog", 9.9, "mittel"),
    ],
)
def test_bands(id: str, value: float, band: str) -> None:
    assert BY_ID[id].band(value) == band


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.id)
def test_citation_sentence_is_harder_than_the_plain_one(formula: Formula) -> None:
    citation, plain = count(CITATION).letter, count(PLAIN).letter
    assert citation.sentences == plain.sentences == 1
    assert _easier(formula, plain, citation) > 0


@pytest.mark.parametrize(
    "shorter",
    [
        "§ 5 AufenthG",
        "§ 5 Abs. 1 AufenthG",
        "§ 5 Abs. 1 Nr. 2 AufenthG",
        "§ 5 Abs. 1 Nr. 2 AufenthG i. V. m. § 82 AufenthG",
    ],
)
@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.id)
def test_a_shorter_citation_is_never_harder(formula: Formula, shorter: str) -> None:
    long = "§ 5 Abs. 1 Nr. 2 AufenthG i. V. m. § 82 Abs. 1 S. 1 AufenthG"
    before = count(CITATION).letter
    after = count(CITATION.replace(long, shorter)).letter
    assert after.words < before.words
    assert _easier(formula, after, before) >= 0


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.id)
def test_two_placeholders_for_one_cost_one_word(formula: Formula) -> None:
    before = count("Guten Tag {{name}}, wir haben Ihren Antrag geprüft.").letter
    after = count("Guten Tag {{vorname}} {{name}}, wir haben Ihren Antrag geprüft.").letter
    one_more = before + Counts(words=1, placeholders=1)
    assert after == one_more
    assert formula.compute(after) == formula.compute(one_more)
