"""What the glossary holds: entries, their alternatives, and places where they occur."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klartext.types import TextRange


class Kind(StrEnum):
    """The nine kinds of entries."""

    LEGAL_TERM = "a"
    OFFICE_WORD = "b"
    FORMULA = "c"
    ABBREVIATION = "d"
    LIGHT_VERB = "e"
    FILLER = "f"
    CHANCERY = "g"
    TONE = "h"
    FOREIGN = "i"

    @property
    def precedence(self) -> int:
        """0 for the kind that wins where two hits have the same length."""
        return "achedbigf".index(self.value)


class Action(StrEnum):
    """What one alternative wants to be done with the term."""

    REPLACE = "replace"
    EXPLAIN = "explain"
    DELETE = "delete"
    ASK = "ask"
    KEEP = "keep"
    REBUILD = "rebuild"
    EXPAND = "expand"


class WordClass(StrEnum):
    """Part of speech of a term; a term can have several (``Adj./Adv.``)."""

    NOUN = "noun"
    VERB = "verb"
    LIGHT_VERB = "light verb"
    MODAL = "modal"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    PARTICLE = "particle"
    PHRASE = "phrase"


class Outcome(StrEnum):
    """What follows from a hit in its context."""

    OFFER = "offer"
    EXPLAIN = "explain"
    ASK = "ask"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say it plainer.

    ``text`` is the wording without the signs of the table; ``|`` stays and marks a separable
    prefix. ``government`` is what the replacement asks of its object (``Akk``, ``zu-Inf``) where
    that differs from the term. ``condition`` says when the alternative fits.
    """

    action: Action
    text: str
    government: str | None = None
    condition: str | None = None

    @property
    def plain(self) -> str:
        """The wording as a person reads it."""
        return self.text.replace("|", "")

    @property
    def words(self) -> list[str]:
        """The words of the wording, prefix joined."""
        return self.plain.split()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table. ``id`` is the kind and a slug of the term, never reused.

    ``term`` is the citation form, ``variants`` are all wordings that are looked for.
    """

    id: str
    kind: Kind
    term: str
    variants: tuple[str, ...]
    reading: str | None
    note: str
    word_classes: tuple[WordClass, ...]
    genders: tuple[str, ...]
    plural_only: bool
    alternatives: tuple[Alternative, ...]
    explanation: str | None
    legal_fixed: bool
    reference: str | None
    confidence: str
    hint: str | None
    known: str | None

    @property
    def is_protected(self) -> bool:
        """Legal terms are explained and never replaced."""
        return self.legal_fixed or self.kind is Kind.LEGAL_TERM

    @property
    def is_certain(self) -> bool:
        """Whether the row as such permits a safe edit: sure, one reading, no hint."""
        return self.confidence == "high" and self.reading is None and self.hint is None

    @property
    def gloss(self) -> str | None:
        """The short wording that stands beside the term in brackets."""
        for alternative in self.alternatives:
            if alternative.action in (Action.EXPLAIN, Action.EXPAND):
                return alternative.plain
        return self.explanation

    def with_action(self, action: Action) -> tuple[Alternative, ...]:
        """The alternatives with this action, in the order of the table."""
        return tuple(item for item in self.alternatives if item.action is action)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a block.

    ``tokens`` are indices in the ``Doc`` in text order, with gaps where the term is
    discontinuous (*fügen … bei*); ``ranges`` are the stretches of text they cover.
    ``parts`` names some of the tokens: ``noun``, ``verb``, ``particle``, ``preposition``.
    ``in_compound`` says that the term is only the head of a longer word.
    """

    entry: Entry
    variant: str
    tokens: tuple[int, ...]
    ranges: tuple[TextRange, ...]
    outcome: Outcome
    parts: tuple[tuple[str, int], ...] = ()
    in_compound: bool = False

    @property
    def span(self) -> TextRange:
        """From the first character of the hit to the last."""
        return TextRange(self.ranges[0].start, self.ranges[-1].end)

    def part(self, name: str) -> int | None:
        """The index of a named token, ``None`` if the hit has none of that name."""
        return dict(self.parts).get(name)
