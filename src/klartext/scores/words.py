"""How many words a stretch of text has, and which of them have letters that mean something.

Two numbers are kept apart: *words* make a sentence long; only *shaped* words (with letters
and syllables of their own) tell how hard the words are. A date is three words without shape,
*i. V. m.* three words with the shapes *in*, *Verbindung*, *mit*. For rules of length a
citation, date, name or placeholder is one word, because nobody can shorten it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span

from klartext.language.parse import text_of
from klartext.scores.counted_word import CountedWord, WordKind
from klartext.scores.scanner import Scanner
from klartext.types import Placeholder


def count_words(
    span: Span, long_forms: Mapping[str, str], placeholders: Sequence[Placeholder] = ()
) -> tuple[CountedWord, ...]:
    """The counted words of a stretch of tokens, in text order.

    Args:
        span: tokens of one block; ``Doc.spans["protected"]`` and, for names, tags are read.
        long_forms: long form by compact abbreviation (``long_forms.long_forms``).
        placeholders: those of the block; one that is only marked in the ``Doc`` counts as one
            word.
    """
    return tuple(_join_names(Scanner(span, long_forms, placeholders).scan(), text_of(span.doc)))


def total_words(words: Iterable[CountedWord]) -> int:
    """Words for the length of a sentence in scores."""
    return sum(word.words for word in words)


def total_rule_words(words: Iterable[CountedWord]) -> int:
    """Words for rules of length: what cannot be shortened counts as one."""
    wholes = set()
    total = 0
    for word in words:
        if word.whole is None:
            total += word.words
        else:
            wholes.add(word.whole)
    return total + len(wholes)


def rule_words(
    span: Span, long_forms: Mapping[str, str], placeholders: Sequence[Placeholder] = ()
) -> int:
    """Words of a stretch of tokens for rules of length (SA01, SA04 …)."""
    return total_rule_words(count_words(span, long_forms, placeholders))


def _join_names(words: Sequence[CountedWord], text: str) -> list[CountedWord]:
    """Give the words of one name (*Aylin Demir-Koch*) a common ``whole``."""
    joined: list[CountedWord] = []
    for word in words:
        if word.kind is WordKind.NAME and word.whole is None:
            before = joined[-1] if joined else None
            whole = word.range.start
            if (
                before is not None
                and before.kind is WordKind.NAME
                and before.whole is not None
                and text[before.range.end : word.range.start].strip() == ""
            ):
                whole = before.whole
            word = replace(word, whole=whole)
        joined.append(word)
    return joined
