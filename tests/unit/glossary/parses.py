"""Parses of the test sentences, kept in a file so that no model decides what a test sees.

``python -m tests.unit.glossary.parses`` lets the pipeline parse the sentences the file lacks
and appends them. Read what it wrote and correct it by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.language.protected import find_spans
from klartext.language.spans import GROUP
from klartext.types import Block, BlockKind, Letter

FILE = Path(__file__).parents[2] / "data" / "glossary.conllu"


class NoSource:
    """A source map for blocks that come from no file."""

    def position(self, offset: int) -> tuple[int, int]:
        return 1, offset + 1


@lru_cache(maxsize=1)
def _trees() -> dict[str, list[list[str]]]:
    trees: dict[str, list[list[str]]] = {}
    for part in FILE.read_text("utf-8").split("\n\n"):
        lines = part.splitlines()
        if lines:
            text = lines[0].removeprefix("# text = ")
            trees[text] = [line.split("\t") for line in lines[1:]]
    return trees


@lru_cache(maxsize=1)
def _vocab() -> Vocab:
    return Vocab()


def doc(text: str) -> Doc:
    """The parse of a text; ``KeyError`` if the file has none."""
    rows = _trees()[text]
    found = Doc(
        _vocab(),
        words=[row[0] for row in rows],
        spaces=[row[6] == "1" for row in rows],
        lemmas=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        morphs=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        deps=[row[5] for row in rows],
    )
    assert found.text == text
    protected = (
        (item, found.char_span(item.range.start, item.range.end, label=str(item.label)))
        for item in find_spans(text)
    )
    found.spans[GROUP] = [span for _, span in protected if isinstance(span, Span)]
    return found


def parsed(text: str, index: int = 1, kind: BlockKind = BlockKind.ABSATZ) -> ParsedBlock:
    """A block with its parse."""
    return ParsedBlock(Block(index, kind, text, NoSource()), doc(text))


def letter(*blocks: str | tuple[BlockKind, str]) -> ParsedLetter:
    """A letter; a block is a paragraph unless its kind is given."""
    pairs = [(BlockKind.ABSATZ, item) if isinstance(item, str) else item for item in blocks]
    built = tuple(parsed(text, number, kind) for number, (kind, text) in enumerate(pairs, 1))
    return ParsedLetter(Letter(None, "txt", tuple(item.block for item in built)), built)


def append(texts: Iterable[str]) -> int:
    """Parse what the file lacks; returns how many texts were added."""
    from klartext.language.pipeline import load_pipeline

    known = _trees() if FILE.exists() else {}
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    parts = []
    for text, parse in zip(missing, load_pipeline().parse_texts(missing), strict=True):
        rows = [
            "\t".join(
                (
                    token.text,
                    token.lemma_,
                    token.tag_,
                    str(token.morph),
                    str(token.head.i),
                    token.dep_,
                    str(int(bool(token.whitespace_))),
                )
            )
            for token in parse
        ]
        parts.append("\n".join([f"# text = {text}", *rows]) + "\n\n")
    with FILE.open("a", encoding="utf-8") as file:
        file.writelines(parts)
    return len(missing)


if __name__ == "__main__":
    from tests.unit.glossary.sentences import ALL

    print(append(ALL), "added", file=sys.stderr)
