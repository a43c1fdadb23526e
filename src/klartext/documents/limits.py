"""How much of a file klartext is willing to unpack and to hold in memory."""

from __future__ import annotations

from dataclasses import dataclass

from klartext.errors import KlartextError

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file; going over one of them is error E109.

    Sizes are bytes, counted while reading: what a zip directory claims is not trusted.
    """

    file_bytes: int = 64 * _MEGABYTE
    entries: int = 4_000
    part_bytes: int = 64 * _MEGABYTE
    total_bytes: int = 256 * _MEGABYTE
    ratio: int = 200
    """Unpacked to packed size, for parts larger than ``ratio_from_bytes``."""
    ratio_from_bytes: int = _MEGABYTE
    depth: int = 256
    elements: int = 5_000_000
    paragraph_elements: int = 400_000
    """Elements of one paragraph: these are in memory together."""
    blocks: int = 200_000
    paragraph_chars: int = 200_000
    """Longer paragraphs are split, with a notice; this is no error."""


DEFAULT = Limits()


def grouped(number: int) -> str:
    """A number as Germans write it: 4.000."""
    return f"{number:,}".replace(",", ".")


def check_blocks(number: int, limits: Limits, name: str) -> None:
    """Refuse a file with absurdly many blocks.

    Raises:
        KlartextError: E109.
    """
    if number > limits.blocks:
        most = grouped(limits.blocks)
        raise KlartextError("E109", name=name, wert=f"über {most} Absätze", grenze=most)
