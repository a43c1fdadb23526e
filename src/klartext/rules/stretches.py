"""Stretches of tokens: how long they are and where they stand."""

from __future__ import annotations

from spacy.tokens import Span, Token

from klartext.language.parse import ParsedBlock, protected_in
from klartext.language.spans import SpanLabel
from klartext.scores.counts import glossary_long_forms
from klartext.scores.words import rule_words
from klartext.types import TextRange


def word_count(parsed: ParsedBlock, start: int, end: int) -> int:
    """Words of the tokens ``[start, end)``; a citation, date, name or placeholder is one word."""
    return rule_words(parsed.doc[start:end], glossary_long_forms(), parsed.block.placeholders)


def range_of(parsed: ParsedBlock, start: int, end: int) -> TextRange:
    """Where the tokens ``[start, end)`` stand in the text of the block."""
    span = parsed.doc[start:end]
    return TextRange(span.start_char, span.end_char)


def tokens_at(parsed: ParsedBlock, place: TextRange) -> list[Token]:
    """The tokens that begin in a stretch of the text."""
    span = parsed.doc.char_span(place.start, place.end, alignment_mode="expand")
    return [token for token in span or () if place.start <= token.idx < place.end]


def bracket_depths(sentence: Span) -> dict[int, int]:
    """For each token of a sentence how many brackets are open around it."""
    depths, depth = {}, 0
    for token in sentence:
        if token.text in ("(", "["):
            depth += 1
        depths[token.i] = depth
        if token.text in (")", "]"):
            depth = max(0, depth - 1)
    return depths


def spans_in(sentence: Span, *labels: SpanLabel) -> list[Span]:
    """Protected spans with one of the labels that lie wholly in the sentence, in text order."""
    found = [
        span
        for span in protected_in(sentence.doc)
        if span.label_ in labels and sentence.start <= span.start and span.end <= sentence.end
    ]
    return sorted(found, key=lambda span: span.start)


def without_punctuation(tokens: list[Token]) -> list[Token]:
    """The tokens without punctuation and white space at both ends."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].is_punct or tokens[start].is_space):
        start += 1
    while start < end and (tokens[end - 1].is_punct or tokens[end - 1].is_space):
        end -= 1
    return tokens[start:end]


def quoted(text: str, limit: int = 60) -> str:
    """A stretch of text for a message: whole words only, *…* for what is left out."""
    words = text.split()
    line = " ".join(words)
    if len(line) <= limit or len(words) < 7:
        return line
    return f"{' '.join(words[:4])} … {' '.join(words[-2:])}"
