"""What one stretch of text counts for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klartext.types import PlaceholderType, TextRange


class WordKind(StrEnum):
    """Why a stretch counts as it does."""

    WORD = "word"
    ABBREVIATION = "abbreviation"
    ACRONYM = "acronym"
    NUMBER = "number"
    SYMBOL = "symbol"
    NAME = "name"
    IDENTIFIER = "identifier"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class CountedWord:
    """A stretch of text, the words it counts for and the shapes of those that have one.

    ``whole`` is the start of the citation, date, name or placeholder it belongs to, which
    counts as one word in rules of length; ``None`` for all else. ``in_citation``: easy words
    there (*Absatz*, *mit*) lengthen a sentence but make none of its words easier.
    """

    range: TextRange
    kind: WordKind
    words: int
    shapes: tuple[str, ...] = ()
    whole: int | None = None
    in_citation: bool = False


ENDS_UNIT = frozenset({PlaceholderType.DOCUMENTS, PlaceholderType.REASON, PlaceholderType.TEXT})
"""Placeholders that stand for text of any length: they end a unit and are not counted."""
