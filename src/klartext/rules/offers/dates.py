"""Offers for dates."""

from __future__ import annotations

import datetime
import re

from klartext.language.patterns import MONTHS
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Applicability, Edit, Suggestion

_NUMERIC_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@offer("date-in-words")
def date_in_words(context: LetterContext, candidate: Candidate) -> Offer:
    """``04.05.2026`` → ``4. Mai 2026``; a date that does not exist gets no edit."""
    text = candidate.text
    if found := _NUMERIC_DATE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return (), {}
    try:
        datetime.date(year, month, day)
    except ValueError:
        label = "Dieses Datum gibt es nicht"
        return advice(label), {"vorschlag": label}
    words = f"{day}. {MONTHS[month - 1].capitalize()} {year}"
    edit = Edit(candidate.ranges[0], words)
    return (Suggestion(words, (edit,), Applicability.SAFE),), {}
