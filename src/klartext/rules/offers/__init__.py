"""Offers: suggestions that a rule file names under ``offer``.

Each takes the context and the candidate and gives suggestions and further message slots. What
cannot be written with certainty is said as advice (``show``), never as an edit.
"""

from klartext.rules.offers import (
    chancery,
    cut,
    dates,
    duty,
    empty_verbs,
    fillers,
    formulas,
    impersonal,
    impersonal_duty,
    light_verbs,
    long_prepositions,
    office_words,
    passive,
    prepositions,
    requests,
    threats,
    times,
)
from klartext.rules.offers.registry import OFFERS

__all__ = [
    "OFFERS",
    "chancery",
    "cut",
    "dates",
    "duty",
    "empty_verbs",
    "fillers",
    "formulas",
    "impersonal",
    "impersonal_duty",
    "light_verbs",
    "long_prepositions",
    "office_words",
    "passive",
    "prepositions",
    "requests",
    "threats",
    "times",
]
