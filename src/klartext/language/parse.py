"""The parse of a whole letter: one spaCy ``Doc`` for each block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from klartext.language.spans import GROUP, SpanLabel
from klartext.types import Block, Letter, TextRange


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block and its ``Doc``; character offsets of both are the same."""

    block: Block
    doc: Doc
    _vocabulary: set[tuple[str, str]] = field(default_factory=set, compare=False, repr=False)
    _written: list[frozenset[str]] = field(default_factory=list, compare=False, repr=False)
    _sentences: list[Span] = field(default_factory=list, compare=False, repr=False)

    @property
    def sentences(self) -> list[Span]:
        """The sentences of the block; spaCy finds them anew each time it is asked."""
        if not self._sentences:
            self._sentences.extend(self.doc.sents)
        return self._sentences

    @property
    def vocabulary(self) -> set[tuple[str, str]]:
        """``("TAG", tag)``, ``LEMMA`` and ``LOWER`` of every token: the rest cannot match."""
        if not self._vocabulary:
            for token in self.doc:
                self._vocabulary.add(("TAG", token.tag_))
                self._vocabulary.add(("LEMMA", token.lemma_))
                self._vocabulary.add(("LOWER", token.lower_))
        return self._vocabulary

    @property
    def written(self) -> list[frozenset[str]]:
        """How a list may write each token, in lower case: form, lemma, adjective with ending."""
        if not self._written:
            self._written.extend(_ways_to_write(token) for token in self.doc)
        return self._written

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds a character, the whole block if there is none."""
        for sentence in self.sentences:
            if sentence.start_char <= offset < sentence.end_char:
                return sentence
        return self.doc[:]

    def spans(self, *labels: SpanLabel) -> list[Span]:
        """Protected spans in text order, all of them or those with one of the labels."""
        wanted = {str(label) for label in labels}
        return [span for span in protected_in(self.doc) if not wanted or span.label_ in wanted]


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy builds anew from its tokens each time; here it is kept."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def protected_in(doc: Doc) -> list[Span]:
    """The protected spans of a parsed ``Doc``; spaCy makes new objects at each look."""
    spans: list[Span] | None = doc.user_data.get(_SPANS)
    if spans is None:
        spans = doc.user_data[_SPANS] = list(doc.spans.get(GROUP, ()))
    return spans


_TEXT, _SPANS = "klartext-text", "klartext-spans"
_ENDINGS = ("", "e", "en", "er", "es", "em")


def _ways_to_write(token: Token) -> frozenset[str]:
    lemma = token.lemma_.lower()
    if token.tag_ == "ADJA":
        return frozenset((token.lower_, *(lemma + ending for ending in _ENDINGS)))
    return frozenset((token.lower_, lemma))


@dataclass(frozen=True, slots=True)
class ParsedLetter:
    """A letter with the parse of every block, in reading order."""

    letter: Letter
    blocks: tuple[ParsedBlock, ...]

    def __iter__(self) -> Iterator[ParsedBlock]:
        return iter(self.blocks)

    def at(self, index: int) -> ParsedBlock:
        """The block with this ``Block.index``; ``KeyError`` if there is none."""
        for parsed in self.blocks:
            if parsed.block.index == index:
                return parsed
        raise KeyError(index)


def text_range(span: Span) -> TextRange:
    """Where a span of tokens stands in the text of its block."""
    return TextRange(span.start_char, span.end_char)
