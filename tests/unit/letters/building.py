"""Letters for tests, written as text with a little markup; no statistical model is needed."""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.tokens import Doc

from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.language.sentences import SentenceBoundaries
from klartext.language.tokens import WordTokenizer
from klartext.letters.model import Section, Understanding
from klartext.letters.understand import understand
from klartext.types import (
    Block,
    BlockKind,
    Letter,
    Placeholder,
    PlaceholderType,
    TextRange,
)

_PLACEHOLDER = re.compile(r"\{\w+\}|«\w+»|\{\{ ?\w+ ?\}\}")
_TYPES = {
    "frist": PlaceholderType.DEADLINE,
    "datum": PlaceholderType.DATE,
    "uhrzeit": PlaceholderType.TIME,
    "name": PlaceholderType.PERSON,
    "anschrift": PlaceholderType.ADDRESS,
    "anrede": PlaceholderType.SALUTATION,
    "grund": PlaceholderType.REASON,
}
_MARKS = {
    "# ": BlockKind.UEBERSCHRIFT,
    "* ": BlockKind.LISTENPUNKT,
    "| ": BlockKind.TABELLENZELLE,
    "^ ": BlockKind.KOPFZEILE,
    "_ ": BlockKind.FUSSZEILE,
}


class _Source:
    def position(self, offset: int) -> tuple[int, int]:
        return (1, offset + 1)


@cache
def _tokenizer() -> WordTokenizer:
    return WordTokenizer(spacy.blank("de").vocab)


def make_doc(text: str, placeholders: tuple[Placeholder, ...] = ()) -> Doc:
    """Tokens, protected spans and sentences of a text; no tags, no parse."""
    doc = _tokenizer().make_doc(text, [placeholder.range for placeholder in placeholders])
    return SentenceBoundaries()(doc)


def make_block(text: str, index: int = 1, **fields: object) -> Block:
    """A block of running text; placeholders are found by their braces."""
    placeholders = tuple(
        Placeholder(
            TextRange(*match.span()),
            "pattern",
            match[0].strip("{}«» "),
            _TYPES.get(match[0].strip("{}«» ").lower(), PlaceholderType.UNKNOWN),
        )
        for match in _PLACEHOLDER.finditer(text)
    )
    return Block(
        index=index,
        kind=fields.pop("kind", BlockKind.ABSATZ),  # type: ignore[arg-type]
        text=text,
        source=_Source(),
        placeholders=placeholders,
        **fields,  # type: ignore[arg-type]
    )


def blocks_of(written: str) -> tuple[Block, ...]:
    """Blocks of a letter. A blank line ends a block; a block may begin with a mark.

    ``# `` heading, ``## `` lower heading, ``* `` list item, ``| `` table cell, ``^ `` page header,
    ``_ `` page footer, ``**…**`` bold line, ``[3.] `` list item with this label.
    """
    blocks: list[Block] = []
    for piece in re.split(r"\n\s*\n", written.strip()):
        text = "\n".join(line.strip() for line in piece.split("\n"))
        fields: dict[str, object] = {}
        if match := re.match(r"(#+) ", text):
            text = text[match.end() :]
            fields = {"kind": BlockKind.UEBERSCHRIFT, "level": len(match[1])}
        elif match := re.match(r"\[([^\] ]{1,5})\] ", text):
            text = text[match.end() :]
            fields = {"kind": BlockKind.LISTENPUNKT, "label": match[1]}
        elif text[:2] in _MARKS:
            fields = {"kind": _MARKS[text[:2]]}
            text = text[2:]
        elif text.startswith("**") and text.endswith("**"):
            text, fields = text[2:-2], {"bold": True}
        blocks.append(make_block(text, len(blocks) + 1, **fields))
    return tuple(blocks)


def parse(blocks: tuple[Block, ...]) -> ParsedLetter:
    """A parsed letter as the pipeline would give it, without tags and trees."""
    letter = Letter(path=None, kind="txt", blocks=blocks)
    docs = [make_doc(block.text, block.placeholders) for block in blocks]
    pairs = zip(blocks, docs, strict=True)
    return ParsedLetter(letter, tuple(ParsedBlock(block, doc) for block, doc in pairs))


class Reading:
    """A written letter and what was understood of it."""

    def __init__(self, written: str) -> None:
        self.blocks = blocks_of(written)
        self.understood: Understanding = understand(parse(self.blocks))

    def sections(self) -> list[Section]:
        """Section of each block in order."""
        return [self.understood.sections[block.index] for block in self.blocks]

    def texts(self, zone_id: str, *, everywhere: bool = False) -> list[str]:
        """What stands in the zones with this id; ``everywhere`` adds zones of some groups only."""
        return [
            zone.range.of(self.blocks[zone.block - 1].text)
            if zone.range
            else self.blocks[zone.block - 1].text
            for zone in self.understood.zones
            if zone.id == zone_id and (everywhere or not zone.only)
        ]
