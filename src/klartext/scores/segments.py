"""Sentences of one block and the pieces counting cuts them into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from klartext.language.parse import ParsedBlock, protected_in
from klartext.language.spans import SpanLabel
from klartext.scores.clauses import count_clauses, has_conflict, has_subject, is_finite
from klartext.scores.counted_word import ENDS_UNIT, CountedWord
from klartext.scores.words import count_words, total_words
from klartext.types import TextRange

_SHORTEST_WITHOUT_SUBJECT = 3
_LONGEST_PADDING = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one block that no unit boundary divides.

    ``is_sentence``: it has a finite verb, and at least a subject or three words besides.
    ``is_padding``: a sentence of its own of at most three words without verb (*Vielen Dank.*);
    its easy words lengthen the unit it joins but do not make the words easier on average.
    """

    block: int
    range: TextRange
    words: tuple[CountedWord, ...]
    is_sentence: bool
    clauses: int
    finite_verbs: int
    conflicts: int
    citations: int
    is_padding: bool = False


def segments_of(parsed: ParsedBlock, long_forms: Mapping[str, str]) -> list[Segment]:
    """The segments of a block in text order; stretches without any word are left out.

    A sentence is cut at a placeholder that stands for text of any length, and after a colon
    if both sides have a finite verb and the second one its own subject.
    """
    found = []
    for sentence in parsed.sentences:
        for piece in _cut_at_colons(_cut_at_placeholders(parsed, sentence)):
            words = count_words(piece, long_forms, parsed.block.placeholders)
            if words:
                found.append(_segment(parsed.block.index, piece, words))
    return found


def may_be_padding(segment: Segment) -> bool:
    """Whether a segment is short and verbless enough to be padding."""
    return not segment.is_sentence and total_words(segment.words) <= _LONGEST_PADDING


def _segment(block: int, piece: Span, words: tuple[CountedWord, ...]) -> Segment:
    tokens = list(piece)
    finite = sum(map(is_finite, tokens))
    is_sentence = finite > 0 and (
        total_words(words) >= _SHORTEST_WITHOUT_SUBJECT or has_subject(tokens)
    )
    return Segment(
        block,
        TextRange(piece.start_char, piece.end_char),
        words,
        is_sentence,
        count_clauses(tokens),
        finite,
        sum(map(has_conflict, tokens)),
        _count_citations(piece),
    )


def _count_citations(piece: Span) -> int:
    protected = protected_in(piece.doc)
    return sum(
        span.label_ == SpanLabel.CITATION and piece.start <= span.start < piece.end
        for span in protected
    )


def _cut_at_placeholders(parsed: ParsedBlock, sentence: Span) -> Iterator[Span]:
    """The pieces between placeholders for whole texts; the placeholders themselves drop out."""
    doc, start = parsed.doc, sentence.start
    for placeholder in parsed.block.placeholders:
        if placeholder.type not in ENDS_UNIT:
            continue
        covered = [
            token.i
            for token in doc[start : sentence.end]
            if token.idx < placeholder.range.end
            and placeholder.range.start < token.idx + len(token)
        ]
        if covered:
            if covered[0] > start:
                yield doc[start : covered[0]]
            start = covered[-1] + 1
    if start < sentence.end:
        yield doc[start : sentence.end]


def _cut_at_colons(pieces: Iterator[Span] | Sequence[Span]) -> Iterator[Span]:
    for piece in pieces:
        if ":" not in piece.text:
            yield piece
            continue
        start = piece.start
        for colon in [token.i for token in piece if token.text == ":"]:
            left, right = piece.doc[start : colon + 1], piece.doc[colon + 1 : piece.end]
            if any(map(is_finite, left)) and any(map(is_finite, right)) and has_subject(right):
                yield left
                start = colon + 1
        yield piece.doc[start : piece.end]
