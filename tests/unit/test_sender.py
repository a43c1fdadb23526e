"""Offers speak as the letter does: of one person or of an office."""

from __future__ import annotations

import pytest

from klartext.check import Checker
from klartext.settings import House, Selector, Settings

SENTENCE = "Sehr geehrte Frau Demir,\n\nIhr Antrag wird zurzeit geprüft."


def _offer(text: str, house: House) -> str:
    settings = Settings(
        selectors=(Selector("SA07", "select", 1, "Test"),), replaces_default=True, house=house
    )
    (finding,) = Checker(settings).check_bytes(text.encode(), "brief.txt").findings
    return finding.message


@pytest.mark.parametrize(
    ("rest", "office", "said"),
    [
        ("", House(), "Wir prüfen"),
        ("Ich rufe Sie an.", House(), "Ich prüfe"),
        ("Bitte schicken Sie mir den Pass.", House(), "Ich prüfe"),
        ("Bitte schicken Sie uns den Pass. Ich helfe gern. Wir warten.", House(), "Wir prüfen"),
        ("Ich rufe Sie an.", House(sender="wir"), "Wir prüfen"),
    ],
)
def test_offer_speaks_as_the_letter(rest: str, office: House, said: str) -> None:
    assert said in _offer(f"{SENTENCE}\n\n{rest}", office)
