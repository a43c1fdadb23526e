"""The letter as a row of passages: blocks, cut where a line begins a new part of the letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.attrs import IDX, LENGTH, SENT_START, TAG
from spacy.tokens import Doc

from klartext.language.parse import ParsedLetter, protected_in
from klartext.language.spans import ProtectedSpan, SpanLabel
from klartext.letters import cues
from klartext.letters.headings import (
    LONGEST_HEADING,
    NUMBERED_LINE,
    Number,
    heading_of,
    is_item,
    number_of,
)
from klartext.letters.model import Section
from klartext.types import Block, BlockKind, TextRange

LONGEST_NAME = 8
"""Words; a longer chain of proper nouns is a list or a slip of the tagger."""

_FRAME_KINDS = frozenset({BlockKind.KOPFZEILE, BlockKind.FUSSZEILE})
_APART = _FRAME_KINDS | {
    BlockKind.FUSSNOTE,
    BlockKind.ENDNOTE,
    BlockKind.ALTERNATIVTEXT,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, or the lines of it that belong to one part of the letter.

    ``rank`` is how high a heading stands (1 highest), ``None`` for text that is no heading;
    ``title`` is the section its words open where they are a heading. ``sentences``, ``spans`` and
    ``names`` are positions in the block; the last two are those of the whole block.
    ``foreign_share`` is the part of its words tagged as foreign. ``lowered`` serves
    look-ups only: lower case, one line, no positions.
    """

    index: int
    block: Block
    range: TextRange
    whole: bool
    text: str
    lowered: str
    words: int
    rank: int | None
    title: Section | None
    number: Number | None
    is_item: bool
    sentences: tuple[TextRange, ...]
    spans: tuple[ProtectedSpan, ...]
    names: tuple[TextRange, ...]
    foreign_share: float

    @property
    def is_frame(self) -> bool:
        """Whether it is page header or footer."""
        return self.block.kind in _FRAME_KINDS

    @property
    def is_apart(self) -> bool:
        """Whether it stands outside the row of the body: header, footer, note, image text."""
        return self.block.kind in _APART

    @property
    def zone_range(self) -> TextRange | None:
        """What a zone over the passage covers: ``None`` for the whole block."""
        return None if self.whole else self.range

    @property
    def ends_open(self) -> bool:
        """Whether the passage announces what follows: its last character is a colon."""
        return self.text.rstrip().endswith(":")

    def is_prose(self) -> bool:
        """Whether it reads as running text: a sentence of some length with its final mark."""
        return self.words >= 9 and self.text.rstrip().endswith((".", "!", "?", ":", ";"))


def passages_of(parsed: ParsedLetter) -> tuple[Passage, ...]:
    """All passages of a letter in reading order; blocks without words give one as well."""
    result: list[Passage] = []
    for parsed_block in parsed.blocks:
        block = parsed_block.block
        tokens = _read_tokens(parsed_block.doc)
        spans = _spans(parsed_block.doc)
        borders = _cut(block.text)
        for start, end in borders:
            if len(borders) > 1:
                end = start + len(block.text[start:end].rstrip())
            text = block.text[start:end]
            readable = cues.close_spaced_letters(text)
            words = len(readable.split())
            inside = TextRange(start, end)
            number = number_of(block, text) if start == 0 or words else None
            rank, title = heading_of(block, readable, words, number)
            result.append(
                Passage(
                    index=len(result),
                    block=block,
                    range=inside,
                    whole=len(borders) == 1,
                    text=text,
                    lowered=readable.lower().replace("\n", " "),
                    words=words,
                    rank=rank,
                    title=title,
                    number=number,
                    is_item=is_item(block, text, number),
                    sentences=_within(tokens.sentences, inside),
                    spans=spans,
                    names=tokens.names,
                    foreign_share=tokens.foreign_share,
                )
            )
    return tuple(result)


def _cut(text: str) -> list[tuple[int, int]]:
    """Borders of the passages in a block; one pair for the usual block of one part."""
    if "\n" not in text:
        return [(0, len(text))]
    starts = [0]
    position = 0
    previous = ""
    for line in text.split("\n"):
        if position and (_opens(line) or _stands_alone(previous)):
            starts.append(position)
        position += len(line) + 1
        previous = line
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


@lru_cache(maxsize=512)
def _opens(line: str) -> bool:
    """Whether a line begins a new part: closing, signature, enclosures, numbered item, heading."""
    bare = line.strip()
    if not bare:
        return False
    return (
        cues.CLOSING.match(bare) is not None
        or cues.ENCLOSURES.fullmatch(bare) is not None
        or NUMBERED_LINE.match(bare) is not None
        or _stands_alone(bare)
    )


@lru_cache(maxsize=512)
def _stands_alone(line: str) -> bool:
    """Whether a line is a part by itself: salutation or a usual heading."""
    bare = line.strip()
    if not bare or len(bare) > LONGEST_HEADING:
        return False
    if cues.SALUTATION.match(bare):
        return bare.endswith((",", "!")) and len(bare.split()) <= 12
    return not bare.endswith((".", ",", ";")) and cues.is_known_heading(bare)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """What the passages need of the tokens of a block."""

    sentences: tuple[TextRange, ...]
    names: tuple[TextRange, ...]
    foreign_share: float


def _read_tokens(doc: Doc) -> _Tokens:
    """Sentences, chains of proper nouns and share of foreign words, in one walk.

    A block without sentence boundaries is one sentence; without tags there are no names.
    """
    if len(doc) == 0:
        return _Tokens((), (), 0.0)
    proper, foreign = doc.vocab.strings["NE"], doc.vocab.strings["FM"]
    sentences: list[TextRange] = []
    names: list[TextRange] = []
    text = doc.text
    foreign_words = sentence_start = end = 0
    name_start = name_end = name_words = 0
    for position, (starts, offset, length, tag) in enumerate(
        doc.to_array([SENT_START, IDX, LENGTH, TAG]).tolist()
    ):
        if starts == 1 and position:
            sentences.append(TextRange(sentence_start, end))
            sentence_start = offset
        if tag == proper and not text[offset : offset + length].isspace():
            name_start, name_words = (
                (offset, 1) if name_words == 0 else (name_start, name_words + 1)
            )
        elif name_words:
            if name_words <= LONGEST_NAME:
                names.append(TextRange(name_start, name_end))
            name_words = 0
        foreign_words += tag == foreign
        end = offset + length
        if name_words:
            name_end = end
    sentences.append(TextRange(sentence_start, end))
    if 0 < name_words <= LONGEST_NAME:
        names.append(TextRange(name_start, name_end))
    return _Tokens(tuple(sentences), tuple(names), foreign_words / len(doc))


def _spans(doc: Doc) -> tuple[ProtectedSpan, ...]:
    return tuple(
        ProtectedSpan(SpanLabel(span.label_), TextRange(span.start_char, span.end_char))
        for span in protected_in(doc)
    )


def _within(sentences: tuple[TextRange, ...], inside: TextRange) -> tuple[TextRange, ...]:
    if len(sentences) and sentences[0].start >= inside.start and sentences[-1].end <= inside.end:
        return sentences
    return tuple(
        TextRange(max(sentence.start, inside.start), min(sentence.end, inside.end))
        for sentence in sentences
        if sentence.overlaps(inside)
    )
