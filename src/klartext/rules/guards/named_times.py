"""Guards about times that are named: a date, a duration, a deadline just before."""

from __future__ import annotations

import re

from spacy.tokens import Span

from klartext.language.parse import ParsedBlock, protected_in
from klartext.language.patterns import MONTH_NAMES
from klartext.language.spans import SpanLabel
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard
from klartext.types import PlaceholderType

_NAMED = re.compile(
    r"(?<!mehr als )(?<!länger als )\b"
    r"(?:\d+|ein(?:e[rsmn]?)?|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|vierzehn|wenige[rn]?)"
    r"(?:[- ]\w+)? (?:Minute|Stunde|Tag|Werktag|Arbeitstag|Kalendertag|Woche|Monat|Quartal|Jahr)"
    r"(?:e|en|es|s|n)?\b"
    r"|\b\d{1,2}\. ?\d{1,2}\."
    rf"|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|{MONTH_NAMES}"
    r"|heute|morgen|spätestens|Frist|Fristen|Stichtag|Fristablauf|Abgabefrist|Zahlungsfrist)\b"
)
_OF_TIME = (SpanLabel.DATE, SpanLabel.TIME)
_PLACES_FOR_TIME = (PlaceholderType.DATE, PlaceholderType.DEADLINE, PlaceholderType.TIME)
_TO_BE_KEPT = frozenset({"fristgerecht", "rechtzeitig"})


@guard("time-is-named")
def time_is_named(context: LetterContext, candidate: Candidate) -> bool:
    """A date, a time of day, a duration or a deadline stands in the same sentence, or a norm."""
    sentence = candidate.sentence
    return _names_time(candidate.parsed, sentence) or predicates.has_citation(sentence)


@guard("deadline-just-before")
def deadline_just_before(context: LetterContext, candidate: Candidate) -> bool:
    """*fristgerecht*, *rechtzeitig* after a sentence that names the date."""
    if candidate.text.lower() not in _TO_BE_KEPT:
        return False
    sentence = candidate.sentence
    before = [item for item in sentence.doc.sents if item.end <= sentence.start]
    if before:
        return _names_time(candidate.parsed, before[-1])
    blocks = list(context.parsed)
    place = next(i for i, item in enumerate(blocks) if item is candidate.parsed)
    if not place:
        return False
    previous = blocks[place - 1]
    last = list(previous.doc.sents)[-1:]
    return any(_names_time(previous, item) for item in last)


def _names_time(parsed: ParsedBlock, sentence: Span) -> bool:
    if _NAMED.search(sentence.text):
        return True
    spans = protected_in(sentence.doc)
    if any(span.label_ in _OF_TIME and _meets(span, sentence) for span in spans):
        return True
    return any(
        item.type in _PLACES_FOR_TIME
        and sentence.start_char <= item.range.start < sentence.end_char
        for item in parsed.block.placeholders
    )


def _meets(span: Span, sentence: Span) -> bool:
    return span.start < sentence.end and sentence.start < span.end
