"""textstat as an independent check of our arithmetic; nothing else here imports it.

textstat reads plain prose right and letters wrong: it ends a sentence at every full stop and
silently drops sentences of one or two words. So it gets a *bridge text*: the shaped words of
the units, letters only, one full stop a unit. The functions of textstat that hold English
constants or word lists are never used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from klartext.language.syllables import count_syllables
from klartext.scores.counts import Counts, count_shapes, letters_of, unit_shapes
from klartext.scores.units import Unit

SHORTEST_UNIT = 3
"""Shaped words; textstat leaves out shorter sentences, so the bridge does too."""


def bridge_words(units: Iterable[Unit]) -> list[list[str]]:
    """The words of every unit that is long enough for textstat, letters only."""
    words = [[letters_of(shape) for shape in unit_shapes(unit)] for unit in units]
    return [sentence for sentence in words if len(sentence) >= SHORTEST_UNIT]


def render(sentences: Iterable[Sequence[str]]) -> str:
    """The bridge text: words joined by blanks, one full stop a sentence."""
    return " ".join(" ".join(words) + "." for words in sentences)


def bridge_counts(
    sentences: Sequence[Sequence[str]], syllables: Callable[[str], int] = count_syllables
) -> Counts:
    """Our counts of exactly the text ``render`` gives textstat."""
    words = [word for sentence in sentences for word in sentence]
    return Counts(words=len(words), sentences=len(sentences)) + count_shapes(words, syllables)


class German:
    """textstat with its language set to German.

    An instance of our own: the language of ``textstat.textstat``, which other code may use in
    this process, is never touched.
    """

    def __init__(self) -> None:
        import textstat  # 0.3 s, and needed by one command only

        self._textstat: Any = type(textstat.textstat)()
        self._textstat.set_lang("de")

    def values(self, text: str) -> Mapping[str, float]:
        """Value by metric id of the formulas textstat has for German; empty for no text."""
        if not text:
            return {}
        stat = self._textstat
        return {
            "amstad": stat.flesch_reading_ease(text),
            "wstf1": stat.wiener_sachtextformel(text, 1),
            "wstf2": stat.wiener_sachtextformel(text, 2),
            "wstf3": stat.wiener_sachtextformel(text, 3),
            "wstf4": stat.wiener_sachtextformel(text, 4),
            "lix": stat.lix(text),
            "rix": stat.rix(text),
        }

    def counts(self, text: str) -> tuple[int, int]:
        """Its number of sentences and of words."""
        return self._textstat.sentence_count(text), self._textstat.lexicon_count(text)

    def syllables(self, word: str) -> int:
        """Its number of syllables of one word, from the hyphenation patterns of pyphen."""
        return int(self._textstat.syllable_count(word))
