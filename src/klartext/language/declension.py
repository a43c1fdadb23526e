"""Closed tables of German declension: articles, possessives, adjective endings, pronouns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Declension = Literal["weak", "mixed", "strong"]

_CASES = ("Nom", "Gen", "Dat", "Acc")
_COLUMNS = ("Masc", "Fem", "Neut", "Plur")
_ARTICLE = ("der die das die", "des der des der", "dem der dem den", "den die das die")
_RELATIVE = ("der die das die", "dessen deren dessen deren", "dem der dem denen", "den die das die")
_STRONG = ("er e es e", "es er es er", "em er em en", "en e es e")
_LIKE_EIN = ("- e - e", "es er es er", "em er em en", "en e - e")
_ADJECTIVE: dict[Declension, tuple[str, ...]] = {
    "strong": ("er e es e", "en er en er", "em er em en", "en e es e"),
    "weak": ("e e e en", "en en en en", "en en en en", "en e e en"),
    "mixed": ("er e es en", "en en en en", "en en en en", "en e es en"),
}
_LIKE_DIESER = ("dies", "jen", "jed", "welch", "manch", "solch")
_POSSESSIVES = ("mein", "dein", "sein", "ihr", "unser")
ADJECTIVE_ENDINGS = ("em", "en", "er", "es", "e")
"""Endings of a declined adjective, longer ones first."""

_FUSED = {
    ("an", "dem"): "am", ("bei", "dem"): "beim", ("in", "dem"): "im", ("von", "dem"): "vom",
    ("zu", "dem"): "zum", ("zu", "der"): "zur", ("in", "das"): "ins", ("an", "das"): "ans",
}  # fmt: skip
_SPLIT = {fused: parts for parts, fused in _FUSED.items()}


@dataclass(frozen=True, slots=True)
class Place:
    """Case, number and gender of a noun phrase; the plural knows no gender."""

    case: str
    number: str
    gender: str | None = None

    @property
    def column(self) -> str | None:
        """The column of the tables."""
        return "Plur" if self.number == "Plur" else self.gender


@dataclass(frozen=True, slots=True)
class Determiner:
    """An article or possessive: its table and the stem the endings go to."""

    table: Literal["der", "dieser", "ein"]
    stem: str

    @property
    def declension(self) -> Declension:
        """What adjectives behind it follow."""
        return "mixed" if self.table == "ein" else "weak"

    def form(self, place: Place) -> str | None:
        """Its form at a place; ``None`` if it has none (*ein* in the plural)."""
        if place.column is None or (self.stem.lower() == "ein" and place.number == "Plur"):
            return None
        if self.table == "der":
            return _look_up(_ARTICLE, place)
        ending = _look_up(_STRONG if self.table == "dieser" else _LIKE_EIN, place)
        return None if ending is None else self.stem + ending.replace("-", "")

    def places(self, form: str) -> frozenset[Place]:
        """Every place where its form reads so."""
        return frozenset(
            place
            for case in _CASES
            for column in _COLUMNS
            if self.form(place := _place(case, column)) == form
        )


def determiner(form: str) -> Determiner | None:
    """The determiner a form in lower case belongs to; ``None`` if the tables lack it."""
    if form in {word for row in _ARTICLE for word in row.split()}:
        return Determiner("der", "")
    for stem in _LIKE_DIESER:
        if form in {stem + ending for row in _STRONG for ending in row.split()}:
            return Determiner("dieser", stem)
    for stem in ("ein", "kein", *_POSSESSIVES):
        if form in {stem + e.replace("-", "") for row in _LIKE_EIN for e in row.split()}:
            return Determiner("ein", stem)
    return None


def adjective_ending(declension: Declension, place: Place) -> str | None:
    """The ending of an adjective at a place."""
    return _look_up(_ADJECTIVE[declension], place)


def relative_pronoun(form: str, old: str, new: str, case: str | None) -> str | None:
    """*der, die, das* for an antecedent whose gender changes, in the singular.

    Args:
        form: the pronoun in lower case.
        old: gender of the noun so far.
        new: gender of the new noun.
        case: the case the parse gives it; needed where the form leaves a choice.
    """
    cases = [item for item in _CASES if _look_up(_RELATIVE, Place(item, "Sing", old)) == form]
    if len(cases) > 1 and case in cases:
        cases = [case]
    forms = {_look_up(_RELATIVE, Place(item, "Sing", new)) for item in cases}
    return forms.pop() if len(forms) == 1 else None


def split_contraction(form: str) -> tuple[str, str] | None:
    """Preposition and article of *zum, im …*; ``None`` for other words."""
    return _SPLIT.get(form)


def fuse(preposition: str, article: str) -> str:
    """Preposition and article as they are written together."""
    return _FUSED.get((preposition, article), f"{preposition} {article}")


def phrase_places(
    article: str | None, adjectives: Iterable[str], nouns: Iterable[Place]
) -> frozenset[Place]:
    """Places all parts of a noun phrase agree on: the agreement test.

    Args:
        article: determiner in lower case, ``None`` if there is none.
        adjectives: endings of the declined adjectives.
        nouns: places the noun form can stand at.

    Returns:
        Empty if they do not agree or the determiner is unknown.
    """
    possible = frozenset(nouns)
    declension: Declension = "strong"
    if article is not None:
        known = determiner(article)
        if known is None:
            return frozenset()
        declension = known.declension
        places = known.places(article)
        possible = frozenset(item for item in possible if _general(item) in places)
    for ending in adjectives:
        possible = frozenset(
            item for item in possible if adjective_ending(declension, item) == ending
        )
    return possible


def _general(place: Place) -> Place:
    return Place(place.case, "Plur") if place.number == "Plur" else place


def _place(case: str, column: str) -> Place:
    return Place(case, "Plur") if column == "Plur" else Place(case, "Sing", column)


def _look_up(table: tuple[str, ...], place: Place) -> str | None:
    if place.case not in _CASES or place.column not in _COLUMNS:
        return None
    return table[_CASES.index(place.case)].split()[_COLUMNS.index(place.column)]
