"""Units: what counts as one sentence in a letter, whatever the layout looks like.

Built from the finished parses of the blocks; joining and splitting only adds up counts. A
blank line, a bullet or a full stop in the middle of a clause must not make a text look easier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from klartext.scores.counted_word import CountedWord
from klartext.scores.segments import Segment
from klartext.scores.words import total_rule_words, total_words
from klartext.types import TextRange


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted as one sentence.

    ``segments`` are its running text; ``items`` are list items without a verb that continue
    it. ``counted_apart`` marks mandatory text (``scores.md`` 1.2).
    """

    segments: tuple[Segment, ...]
    items: tuple[tuple[Segment, ...], ...] = ()
    counted_apart: bool = False

    def __iter__(self) -> Iterator[Segment]:
        yield from self.segments
        for item in self.items:
            yield from item

    @property
    def words(self) -> tuple[CountedWord, ...]:
        """All its words, those of every item included."""
        return tuple(word for segment in self for word in segment.words)

    @property
    def length(self) -> int:
        """Words to be held in mind at once: running text and the longest item."""
        return self._length(total_words)

    @property
    def rule_length(self) -> int:
        """The same, a citation, date, name or placeholder counted as one word (SA01)."""
        return self._length(total_rule_words)

    @property
    def blocks(self) -> tuple[int, ...]:
        """Indices of the blocks it lies in, in reading order."""
        return tuple(dict.fromkeys(segment.block for segment in self))

    @property
    def clauses(self) -> int:
        """Finite verbs and infinitive clauses, at least one."""
        return max(1, sum(segment.clauses for segment in self))

    def range_in(self, block: int) -> TextRange:
        """From its first to its last character in one of its blocks."""
        ranges = [segment.range for segment in self if segment.block == block]
        return TextRange(ranges[0].start, ranges[-1].end)

    def _length(self, total: Callable[[Iterable[CountedWord]], int]) -> int:
        running = sum(total(segment.words) for segment in self.segments)
        items = (sum(total(part.words) for part in item) for item in self.items)
        return running + max(items, default=0)


@dataclass(frozen=True, slots=True)
class LetterUnits:
    """All units of a letter in reading order, and what is no unit.

    ``headings`` is their number; ``not_scored`` are indices of blocks that count nowhere:
    address, greeting, cells and labels without a verb, foreign-language paragraphs.
    """

    units: tuple[Unit, ...]
    headings: int
    not_scored: tuple[int, ...]

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)
