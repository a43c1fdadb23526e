"""Offers for threats: say what will happen."""

from __future__ import annotations

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, advice, offer


@offer("name-the-consequence")
def name_the_consequence(context: LetterContext, candidate: Candidate) -> Offer:
    """How a sentence begins that names the last reminder or the measure."""
    if "letzt" in candidate.text.lower():
        return advice(
            "Bitte … Sie bis zum … Das ist unsere letzte Erinnerung. Danach können wir …"
        ), {}
    return advice("Wenn Sie nicht …, können wir …"), {}
