"""From the segments of the blocks to the units of the letter (``scores.md`` 1.2).

Each block hands over *drafts*; a draft joins the one before it where the layout, not the
language, has cut a sentence in two. Drafts that end up without any verb join a neighbour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.letters.model import Section, Understanding
from klartext.scores.cues import (
    GOES_ON_AFTER,
    LONGEST_HEADING,
    announces,
    first_sign,
    is_closed,
    is_label_line,
    looks_like_heading,
)
from klartext.scores.segments import Segment, may_be_padding, segments_of
from klartext.scores.units import LetterUnits, Unit
from klartext.scores.words import total_words
from klartext.types import BlockKind, TextRange

_NOT_READ = frozenset({BlockKind.KOPFZEILE, BlockKind.FUSSZEILE, BlockKind.ALTERNATIVTEXT})
_FRAME = frozenset(
    {
        Section.ABSENDER,
        Section.ANSCHRIFT,
        Section.ZEICHEN,
        Section.ANREDE,
        Section.GRUSS,
        Section.UNTERSCHRIFT,
        Section.ANLAGEN,
    }
)
_OWN_STORY = frozenset(
    {BlockKind.FUSSNOTE, BlockKind.ENDNOTE, BlockKind.TEXTFELD, BlockKind.VARIANTE}
)
_FOREIGN = "Z13"


@dataclass(slots=True)
class _Draft:
    flow: int
    counted_apart: bool
    segments: list[Segment] = field(default_factory=list)
    items: list[list[Segment]] = field(default_factory=list)
    stands_alone: bool = False

    @property
    def is_sentence(self) -> bool:
        parts = [*self.segments, *(part for item in self.items for part in item)]
        return self.stands_alone or any(part.is_sentence for part in parts)

    def unit(self) -> Unit:
        return Unit(
            tuple(self.segments), tuple(tuple(item) for item in self.items), self.counted_apart
        )


@dataclass(slots=True)
class _Story:
    """Where running text stands: the body, one footnote, one text box."""

    flow: int
    last: _Draft | None = None
    block: ParsedBlock | None = None
    intro: _Draft | None = None


def build_units(
    letter: ParsedLetter, understanding: Understanding, long_forms: Mapping[str, str]
) -> LetterUnits:
    """The units of a letter.

    Args:
        letter: parsed blocks with sentence boundaries, tags and, for clauses, dependencies.
        understanding: sections and zones; zones ``counted_apart`` are mandatory text.
        long_forms: see ``words.count_words``.
    """
    grouping = _Grouping(understanding, long_forms)
    for parsed, following in pairwise((*letter, None)):
        if parsed is not None:
            grouping.add(parsed, following)
    return grouping.finish()


class _Grouping:
    def __init__(self, understanding: Understanding, long_forms: Mapping[str, str]) -> None:
        self.understanding = understanding
        self.long_forms = long_forms
        self.drafts: list[_Draft] = []
        self.stories: dict[str, _Story] = {}
        self.flows = 0
        self.headings = 0
        self.not_scored: list[int] = []

    def add(self, parsed: ParsedBlock, following: ParsedBlock | None) -> None:
        """Take in the next block; ``following`` is the one after it."""
        block = parsed.block
        story = self._story(parsed)
        section = self.understanding.sections.get(block.index)
        segments = [] if self._is_left_out(parsed) else segments_of(parsed, self.long_forms)
        has_verb = any(segment.finite_verbs for segment in segments)
        if not segments:
            self._leave_out(parsed, story)
        elif block.kind is BlockKind.UEBERSCHRIFT or section is Section.BETREFF:
            self._add_heading(parsed, story, segments, has_verb)
        elif block.kind is BlockKind.TABELLENZELLE:
            self._break(story)
            if has_verb:
                self._append(story, self._drafts(parsed, segments))
            else:
                self.not_scored.append(block.index)
            self._break(story)
        elif block.kind is BlockKind.LISTENPUNKT:
            self._add_item(parsed, story, segments)
        elif not has_verb and is_label_line(block.text):
            self._leave_out(parsed, story)
        elif not has_verb and looks_like_heading(
            parsed, story.block, _word_count(segments), following
        ):
            self._add_heading(parsed, story, segments, has_verb)
        else:
            self._add_text(parsed, story, segments)

    def finish(self) -> LetterUnits:
        """Join what is left without a verb to a neighbour and hand over all units."""
        kept: list[_Draft] = []
        waiting: list[_Draft] = []
        for draft in self.drafts:
            if draft.is_sentence:
                for other in [item for item in waiting if _may_join(item, draft)]:
                    waiting.remove(other)
                    if other.flow == draft.flow or not _join_same_flow(other, kept):
                        draft.segments[:0] = other.segments
                kept.append(draft)
            elif draft.items:
                self.not_scored += [part.block for part in draft.unit()]
            else:
                waiting.append(draft)
        for draft in waiting:
            self._join_before(draft, kept)
        return LetterUnits(
            tuple(draft.unit() for draft in kept),
            self.headings,
            tuple(sorted(set(self.not_scored))),
        )

    def _join_before(self, draft: _Draft, kept: Sequence[_Draft]) -> None:
        for other in reversed(kept):
            if _may_join(draft, other):
                other.segments += draft.segments
                return
        self.not_scored += [part.block for part in draft.segments]

    def _story(self, parsed: ParsedBlock) -> _Story:
        key = parsed.block.path if parsed.block.kind in _OWN_STORY else ""
        if key not in self.stories:
            self.flows += 1
            self.stories[key] = _Story(self.flows)
        return self.stories[key]

    def _break(self, story: _Story) -> None:
        self.flows += 1
        story.flow = self.flows
        story.last = story.block = story.intro = None

    def _is_left_out(self, parsed: ParsedBlock) -> bool:
        block = parsed.block
        return (
            block.kind in _NOT_READ
            or self.understanding.sections.get(block.index) in _FRAME
            or any(
                zone.id == _FOREIGN and zone.block == block.index and zone.range is None
                for zone in self.understanding.zones
            )
        )

    def _leave_out(self, parsed: ParsedBlock, story: _Story) -> None:
        self.not_scored.append(parsed.block.index)
        self._break(story)

    def _add_heading(
        self, parsed: ParsedBlock, story: _Story, segments: list[Segment], has_verb: bool
    ) -> None:
        self._break(story)
        if not has_verb and _word_count(segments) <= LONGEST_HEADING:
            self.headings += 1
        else:
            drafts = self._drafts(parsed, segments)
            drafts[0].stands_alone = True
            self._append(story, drafts)
        self._break(story)

    def _add_text(self, parsed: ParsedBlock, story: _Story, segments: list[Segment]) -> None:
        drafts = self._drafts(parsed, segments)
        if self._is_announced(parsed, story, drafts):
            self._add_item(parsed, story, segments)
            return
        story.intro = None
        if story.last and story.block and self._goes_on(story.last, story.block, parsed, drafts[0]):
            story.last.segments += drafts[0].segments
            drafts[0] = story.last
            self._append(story, drafts[1:])
        else:
            if is_closed(drafts[0].segments[0].range.of(parsed.block.text)):
                drafts[0].segments[0] = _padding(drafts[0].segments[0])
            self._append(story, drafts)
        story.last, story.block = drafts[-1], parsed

    def _add_item(self, parsed: ParsedBlock, story: _Story, segments: list[Segment]) -> None:
        drafts = self._drafts(parsed, segments)
        first = drafts[0]
        if story.intro is None:
            story.intro = story.last
        if not first.is_sentence:
            if story.intro is None or story.intro.counted_apart != first.counted_apart:
                story.intro = _Draft(story.flow, first.counted_apart)
                self._append(story, [story.intro])
            story.intro.items.append(first.segments)
            drafts = drafts[1:]
        self._append(story, drafts)
        story.last, story.block = story.intro or drafts[-1], parsed

    def _append(self, story: _Story, drafts: Sequence[_Draft]) -> None:
        for draft in drafts:
            draft.flow = story.flow
        self.drafts += drafts

    def _drafts(self, parsed: ParsedBlock, segments: Sequence[Segment]) -> list[_Draft]:
        """The segments of a block, those without a verb joined to a sentence of the block."""
        drafts: list[_Draft] = []
        for segment in segments:
            apart = self._is_counted_apart(parsed, segment.range)
            last = drafts[-1] if drafts and drafts[-1].counted_apart == apart else None
            if last is None:
                drafts.append(_Draft(0, apart, [segment]))
            elif not segment.is_sentence:
                last.segments.append(_padding(segment))
            elif not last.is_sentence:
                last.segments.append(segment)
            else:
                drafts.append(_Draft(0, apart, [segment]))
        return drafts

    def _is_counted_apart(self, parsed: ParsedBlock, wanted: TextRange) -> bool:
        covered = 0
        for zone in self.understanding.zones_at(parsed.block.index, wanted):
            if zone.counted_apart:
                where = zone.range or wanted
                covered += min(where.end, wanted.end) - max(where.start, wanted.start)
        return 2 * covered >= len(wanted)

    def _is_announced(self, parsed: ParsedBlock, story: _Story, drafts: list[_Draft]) -> bool:
        """Whether a block without a verb is an item, though it has no bullet, after a colon."""
        if story.block is None or len(drafts) > 1 or drafts[0].is_sentence:
            return False
        is_first = announces(story.block.block.text)
        is_next = story.intro is not None and story.block.block.kind is parsed.block.kind
        return is_first or (is_next and not is_closed(parsed.block.text))

    def _goes_on(
        self, last: _Draft, before: ParsedBlock, parsed: ParsedBlock, first: _Draft
    ) -> bool:
        """Whether a block continues the last sentence of the block before it."""
        if last.counted_apart != first.counted_apart:
            return False
        if is_closed(before.block.text):
            return False
        if not first_sign(parsed.block.text).isupper():
            return True
        if before.block.kind is BlockKind.LISTENPUNKT:
            return False
        return not first.is_sentence or before.doc[-1].tag_ in GOES_ON_AFTER


def _word_count(segments: Sequence[Segment]) -> int:
    return sum(total_words(segment.words) for segment in segments)


def _padding(segment: Segment) -> Segment:
    return replace(segment, is_padding=True) if may_be_padding(segment) else segment


def _join_same_flow(draft: _Draft, kept: Sequence[_Draft]) -> bool:
    """Append a draft to the last one of its own flow, if there is one."""
    for other in reversed(kept):
        if other.flow == draft.flow and _may_join(draft, other):
            other.segments += draft.segments
            return True
    return False


def _may_join(draft: _Draft, other: _Draft) -> bool:
    return draft.counted_apart == other.counted_apart
