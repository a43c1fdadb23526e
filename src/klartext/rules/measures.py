"""Measures for rules of kind ``metric``: what is counted, and over which stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from klartext.language.parse import ParsedBlock, text_range
from klartext.language.spans import SpanLabel
from klartext.rules import predicates
from klartext.rules.context import LetterContext
from klartext.rules.registering import register
from klartext.rules.stretches import tokens_at
from klartext.scores.words import total_rule_words
from klartext.types import Measure, TextRange


@dataclass(frozen=True, slots=True)
class Measured:
    """A stretch and its value; ``more`` are measures that go along with it."""

    range: TextRange
    value: float
    more: tuple[Measure, ...] = ()
    note: str = ""
    """How it was counted, where a reader might count otherwise: slot ``zaehlung``."""


MeasureFunction = Callable[[LetterContext, ParsedBlock], Iterable[Measured]]
MEASURES: dict[str, MeasureFunction] = {}


def measure(name: str) -> Callable[[MeasureFunction], MeasureFunction]:
    """Register a measure under the name rule files use."""
    return register(MEASURES, name)


_COUNTED = " (eine Vorschrift zählt als ein Wort)"
_LIST_SHARE = 0.6
_SHORTEST = 2
_MANY_CITATIONS = 3
"""From here on nobody can say how many words a sentence has."""


@measure("words-per-sentence")
def words_per_sentence(context: LetterContext, parsed: ParsedBlock) -> Iterable[Measured]:
    """W of each unit; citations, dates, names and placeholders are one word.

    A unit over several blocks (introduction, list items) counts where most of it stands, and
    only the words there: a number in a message must be found in the marked sentence. Units
    that consist mostly of an enumeration are left to the rule about enumerations.
    """
    index = parsed.block.index
    for unit in context.units(parsed):
        place = unit.range_in(index)
        is_sentence = not _is_fragment(place.of(parsed.block.text))
        is_sentence &= _citations(parsed, place) < _MANY_CITATIONS
        is_sentence &= not _are_several(parsed, place)
        if is_sentence and _has_main_clause(parsed, place) and not _is_enumeration(parsed, place):
            own = (word for part in unit if part.block == index for word in part.words)
            note = _COUNTED if _citations(parsed, place) else ""
            yield Measured(place, total_rule_words(own), note=note)


def _citations(parsed: ParsedBlock, place: TextRange) -> int:
    labels = (SpanLabel.CITATION, SpanLabel.LAW, SpanLabel.REFERENCE)
    return sum(place.overlaps(text_range(span)) for span in parsed.spans(*labels))


def _are_several(parsed: ParsedBlock, place: TextRange) -> bool:
    """Whether the stretch holds two sentences: counting took a title or sentence for a part."""
    inside = [item for item in parsed.sentences if place.start <= item.start_char < place.end]
    return sum(len(item) > _SHORTEST for item in inside) > 1


def _is_fragment(text: str) -> bool:
    """*(ii) die Änderungen …*: an item of a list that begins in the middle of a sentence."""
    words = re.sub(r"^\W*(?:\(?(?:[ivx]+|[a-z]{1,2}|\d+)\)\s*)*", "", text)
    return words[:1].islower()


def _has_main_clause(parsed: ParsedBlock, place: TextRange) -> bool:
    """Whether a root in the stretch is a finite verb or has one: a title or list item has not."""
    for token in tokens_at(parsed, place):
        if token.dep_ == "ROOT":
            group = [token, *(c for c in token.children if c.dep_ in ("aux", "aux:pass", "cop"))]
            if any(predicates.finite(member) for member in group):
                return True
    return False


def _is_enumeration(parsed: ParsedBlock, place: TextRange) -> bool:
    """Whether most words stand in one chain of coordinated nouns."""
    tokens = [
        token for token in tokens_at(parsed, place) if not token.is_punct and not token.is_space
    ]
    longest = 0
    for token in tokens:
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "conj":
            continue
        members = [token, *token.conjuncts]
        if len(members) >= 4:
            words = {t.i for member in members for t in member.subtree if not t.is_punct}
            longest = max(longest, len(words))
    return bool(tokens) and longest >= _LIST_SHARE * len(tokens)
