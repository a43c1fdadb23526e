"""Paragraphs of absurd length become several blocks."""

from __future__ import annotations

from klartext.documents.buffer import Buffer


def split(buffer: Buffer, limit: int) -> list[Buffer]:
    """Pieces of at most ``limit`` code points, cut at line breaks, else at blanks.

    A buffer that is short enough comes back as it is; pieces of white space are left out.
    """
    if buffer.length <= limit:
        return [buffer]
    text, start, pieces = buffer.text, 0, []
    while len(text) - start > limit:
        end = start + limit
        cut = max(text.rfind("\n", start, end), start)
        if cut == start:
            cut = max(text.rfind(" ", start, end), start)
        cut = cut + 1 if cut > start else end
        pieces.append(buffer.slice(start, cut))
        start = cut
    pieces.append(buffer.slice(start, len(text)))
    return [piece for piece in pieces if not piece.blank()]
