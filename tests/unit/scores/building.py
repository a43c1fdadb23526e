"""Letters for the tests: typed as lines, parsed by the bundled pipeline or built by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

import spacy
from spacy.tokens import Doc

from klartext.language.parse import ParsedLetter
from klartext.language.pipeline import load_pipeline
from klartext.language.tokens import WordTokenizer
from klartext.letters.model import Section, Understanding, Zone
from klartext.scores.counts import LetterCounts, count_letter
from klartext.types import Block, BlockKind, Letter, Placeholder, PlaceholderType, TextRange

_KINDS = {
    "# ": BlockKind.UEBERSCHRIFT,
    "- ": BlockKind.LISTENPUNKT,
    "| ": BlockKind.TABELLENZELLE,
    "° ": BlockKind.FUSSNOTE,
    "^ ": BlockKind.KOPFZEILE,
}
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")

_tokenizer = WordTokenizer(spacy.blank("de").vocab)


class _Line:
    def position(self, offset: int) -> tuple[int, int]:
        return 1, offset + 1


def tokens(text: str, tags: dict[str, str] | None = None) -> Doc:
    """A ``Doc`` with protected spans and no parse; ``tags`` gives the tag of some words."""
    doc = _tokenizer(text)
    for token in doc:
        token.tag_ = (tags or {}).get(token.text, "")
    return doc


def blocks(*lines: str) -> tuple[Block, ...]:
    """One block a line; ``#`` heading, ``-`` item, ``|`` cell, ``°`` footnote, ``^`` header.

    ``{{text}}`` is a placeholder; its name is its type where there is one of that name.
    """
    made = []
    for index, line in enumerate(lines, 1):
        kind = _KINDS.get(line[:2], BlockKind.ABSATZ)
        text = line if kind is BlockKind.ABSATZ else line[2:]
        made.append(Block(index, kind, text, _Line(), placeholders=_placeholders(text)))
    return tuple(made)


def parse(*lines: str) -> ParsedLetter:
    """The letter, parsed by the bundled pipeline."""
    return load_pipeline().parse(Letter(None, "txt", blocks(*lines)))


def count(
    *lines: str, sections: dict[int, Section] | None = None, zones: Sequence[Zone] = ()
) -> LetterCounts:
    """Counts of a letter with the sections and zones given."""
    return count_letter(parse(*lines), Understanding(sections or {}, tuple(zones)))


def _placeholders(text: str) -> tuple[Placeholder, ...]:
    known = {item.value for item in PlaceholderType}
    return tuple(
        Placeholder(
            TextRange(*match.span()),
            "pattern",
            match[1],
            PlaceholderType(match[1] if match[1] in known else "person"),
        )
        for match in _PLACEHOLDER.finditer(text)
    )
