"""Patterns that judge one sentence: all of some, none of others."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentencePattern:
    """``satz+`` and ``satz-`` of ``letters.md`` 4: all of ``needs`` hit and none of ``refuses``.

    ``hints`` are lower-case pieces of which every hit holds at least one: they save time.
    """

    needs: tuple[re.Pattern[str], ...]
    refuses: tuple[re.Pattern[str], ...] = ()
    hints: tuple[str, ...] = ()

    def may_be_in(self, lowered: str) -> bool:
        """Whether a look at the sentences of this lower-case text is worth its time."""
        return any(map(lowered.__contains__, self.hints))

    def may_be_in_sentence(self, sentence: str) -> bool:
        """The same for a sentence as it is written, hard line breaks and all."""
        return self.may_be_in(sentence.lower().replace("\n", " "))

    def matches(self, sentence: str) -> bool:
        """Whether the sentence states the fact."""
        if not self.may_be_in_sentence(sentence):
            return False
        return all(pattern.search(sentence) for pattern in self.needs) and not any(
            pattern.search(sentence) for pattern in self.refuses
        )
