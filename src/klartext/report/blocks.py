"""The text of a letter, one line per block, so that line numbers are block numbers."""

from __future__ import annotations

from collections.abc import Iterable

from klartext.types import Block

_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "␊"))
"""Everything a reader may take for the end of a line; one sign each, so columns stay true."""


def block_lines(blocks: Iterable[Block], *, numbers: bool = False) -> str:
    """Lines in the order of the blocks; a number that was left out is an empty line.

    Args:
        blocks: ordered by ``index``.
        numbers: put number, path and label in front, separated by tabs.
    """
    lines: list[str] = []
    for block in blocks:
        lines.extend([""] * (block.index - len(lines) - 1))
        shown = block.text.translate(_BREAKS)
        if numbers:
            shown = "\t".join((str(block.index), block.path, block.label, shown))
        lines.append(shown)
    return "".join(f"{line}\n" for line in lines)
