"""Counts of a letter: the one basis of all formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from operator import add, attrgetter

from spacy.lang.de.stop_words import STOP_WORDS

from klartext.glossary import load
from klartext.glossary.model import Kind
from klartext.language.parse import ParsedLetter
from klartext.language.syllables import count_syllables
from klartext.letters.model import Understanding
from klartext.scores.counted_word import WordKind
from klartext.scores.grouping import build_units
from klartext.scores.long_forms import long_forms
from klartext.scores.segments import Segment
from klartext.scores.units import LetterUnits, Unit

COUNTS_VERSION = 1
"""Raised whenever a rule of counting changes; values of different versions do not compare."""

LONG_WORD = 7
"""Letters from which a word is long."""
POLYSYLLABLE = 3
"""Syllables from which a word has many."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted; adding two gives the counts of both texts together.

    ``words`` make sentences long (W). ``shaped`` words have letters and syllables that mean
    something (F); ``syllables``, ``letters``, ``long6`` (more than six letters), ``poly3`` (three
    syllables or more) and ``mono`` are theirs.
    ``sentences`` are units. ``mandatory_words`` are words of mandatory text, which are not in
    ``words`` where it is counted apart.
    """

    words: int = 0
    shaped: int = 0
    sentences: int = 0
    clauses: int = 0
    syllables: int = 0
    letters: int = 0
    long6: int = 0
    poly3: int = 0
    mono: int = 0
    numbers: int = 0
    placeholders: int = 0
    citations: int = 0
    headings: int = 0
    mandatory_words: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(add, _counts_values(self), _counts_values(other)))


_counts_values = attrgetter(*(item.name for item in fields(Counts)))


@dataclass(frozen=True, slots=True)
class Reliability:
    """Signs that a text is no German or was not understood."""

    shaped: int = 0
    function_words: int = 0
    finite_verbs: int = 0
    conflicts: int = 0

    def __add__(self, other: Reliability) -> Reliability:
        return Reliability(
            self.shaped + other.shaped,
            self.function_words + other.function_words,
            self.finite_verbs + other.finite_verbs,
            self.conflicts + other.conflicts,
        )


@dataclass(frozen=True, slots=True)
class LetterCounts:
    """Counts of the letter's own text, of mandatory text, and where both come from."""

    letter: Counts
    mandatory: Counts
    reliability: Reliability
    units: LetterUnits = field(repr=False)

    @property
    def total(self) -> Counts:
        """Everything together, as outputs show it."""
        return self.letter + self.mandatory


@lru_cache(maxsize=1)
def glossary_long_forms() -> Mapping[str, str]:
    """Long forms of the shipped glossary, read once per process."""
    return long_forms(load().of_kind(Kind.ABBREVIATION))


def count_letter(
    letter: ParsedLetter,
    understanding: Understanding,
    forms: Mapping[str, str] | None = None,
) -> LetterCounts:
    """Count a letter, mandatory text (Tenor, remedies, quoted law …) apart.

    Args:
        letter: the parsed letter.
        understanding: its sections and zones.
        forms: long form by compact abbreviation; that of the glossary if not given.
    """
    forms = glossary_long_forms() if forms is None else forms
    units = build_units(letter, understanding, forms)
    own = [unit for unit in units if not unit.counted_apart]
    mandatory = sum((count_unit(unit) for unit in units if unit.counted_apart), Counts())
    return LetterCounts(
        sum(
            map(count_unit, own),
            Counts(headings=units.headings, mandatory_words=mandatory.words),
        ),
        mandatory,
        sum((_reliability(part) for unit in own for part in unit), Reliability()),
        units,
    )


def count_unit(unit: Unit, syllables: Callable[[str], int] = count_syllables) -> Counts:
    """The counts of one unit; its number of sentences is 1."""
    words = unit.words
    return Counts(
        words=sum(word.words for word in words),
        sentences=1,
        clauses=unit.clauses,
        numbers=sum(word.words for word in words if word.kind is WordKind.NUMBER),
        placeholders=sum(word.kind is WordKind.PLACEHOLDER for word in words),
        citations=sum(part.citations for part in unit),
    ) + count_shapes(unit_shapes(unit), syllables)


def count_shapes(
    shapes: Iterable[str], syllables: Callable[[str], int] = count_syllables
) -> Counts:
    """The share of shaped words in ``Counts``; ``words`` and ``sentences`` stay 0."""
    parts = [(letters_of(shape), syllables(shape)) for shape in shapes]
    return Counts(
        shaped=len(parts),
        syllables=sum(number for _, number in parts),
        letters=sum(len(letters) for letters, _ in parts),
        long6=sum(len(letters) >= LONG_WORD for letters, _ in parts),
        poly3=sum(number >= POLYSYLLABLE for _, number in parts),
        mono=sum(number == 1 for _, number in parts),
    )


def unit_shapes(unit: Unit) -> list[str]:
    """The shapes of a unit that count; of padding and citations only hard words do."""
    return [
        shape
        for part in unit
        for word in part.words
        for shape in word.shapes
        if not (part.is_padding or word.in_citation) or not _is_easy(shape)
    ]


def letters_of(shape: str) -> str:
    """The letters of a shape, without its hyphens."""
    return "".join(filter(str.isalpha, shape))


def _is_easy(shape: str) -> bool:
    return len(letters_of(shape)) < LONG_WORD and count_syllables(shape) < POLYSYLLABLE


def _reliability(part: Segment) -> Reliability:
    shapes = [shape for word in part.words for shape in word.shapes]
    return Reliability(
        len(shapes),
        sum(shape.lower() in STOP_WORDS for shape in shapes),
        part.finite_verbs,
        part.conflicts,
    )
