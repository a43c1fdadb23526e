"""How much of a file klartext is willing to unpack and to hold in memory."""

from __future__ import annotations

from dataclasses import dataclass

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
    paragraph_chars: int = 200_000
    """Longer paragraphs are split, with a notice; this is no error."""


DEFAULT = Limits()
