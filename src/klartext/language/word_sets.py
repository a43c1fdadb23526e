"""Sets of words, written as one text so that they stay readable."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the set of the words of ``text``, which stand between blanks."""
    return frozenset(text.split())
