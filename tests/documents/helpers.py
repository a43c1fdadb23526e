"""What the tests of reading share."""

from __future__ import annotations

from klartext.documents import ALL_PARTS, read_bytes
from klartext.types import Block, Letter
from tests.documents.builder import Word


def letter(file: Word | bytes, name: str = "brief.docx", **options: object) -> Letter:
    data = file.bytes() if isinstance(file, Word) else file
    return read_bytes(data, name, **options)  # type: ignore[arg-type]


def full(file: Word) -> Letter:
    """With the parts that are not judged unless asked for."""
    return letter(file, parts=ALL_PARTS)


def texts(file: Word | bytes, **options: object) -> list[str]:
    return [block.text for block in letter(file, **options).blocks]


def kinds(file: Word) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in letter(file).blocks]


def one(file: Word) -> Block:
    blocks = letter(file).blocks
    assert len(blocks) == 1, [block.text for block in blocks]
    return blocks[0]


def placeholders(block: Block) -> list[tuple[str, str, str, str]]:
    """Text, origin, name, type."""
    return [
        (item.range.of(block.text), item.origin, item.name, str(item.type))
        for item in block.placeholders
    ]


def notices(file: Word, **options: object) -> list[tuple[str, str, int]]:
    return [(item.id, item.message, item.count) for item in letter(file, **options).notices]
