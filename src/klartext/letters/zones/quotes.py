"""Z4: law or decision quoted word for word; any other quotation protects its words only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klartext.language.spans import SpanLabel
from klartext.letters.model import Zone
from klartext.letters.outline import Passage
from klartext.letters.span_access import covered, spans_of
from klartext.types import TextRange

SHORTEST_QUOTATION = 8
_SOURCE = re.compile(r"\bheißt es\b|\blautet\b|\blauten\b|\b[Ww]ortlaut\w*", re.IGNORECASE)
_OPENING = re.compile(r"[„»](?=\S)")
_CLOSING = re.compile(r"[“”«]")
_QUOTING_STYLE = re.compile(r"zitat|quote", re.IGNORECASE)
_LONGEST_OPEN_QUOTATION = 10
"""Blocks a quotation may run over before it counts as never closed."""


def find_quotations(passages: Sequence[Passage]) -> Iterator[Zone]:
    """Z4 zones, of full strength or for rules of word choice only."""
    for passage in passages:
        text = passage.block.text
        for found in spans_of(passage, SpanLabel.QUOTE):
            if not passage.range.contains(found):
                continue
            long = len(found.of(text).split()) >= SHORTEST_QUOTATION
            if long and _has_source(passage, found, passages):
                yield _quoted(passage, found)
            else:
                yield Zone("Z4", passage.block.index, found, only=("WO",))
        if _QUOTING_STYLE.search(passage.block.style) and passage.words >= SHORTEST_QUOTATION:
            if _has_source(passage, passage.range, passages):
                yield Zone("Z4", passage.block.index, passage.zone_range, counted_apart=True)
        elif _is_announced(passage, passages):
            yield _quoted(passage, None)
    yield from _over_blocks(passages)


def _quoted(passage: Passage, found: TextRange | None) -> Zone:
    return Zone(
        "Z4",
        passage.block.index,
        found if found is not None else passage.zone_range,
        by_pattern=True,
        counted_apart=True,
    )


def _has_source(passage: Passage, found: TextRange, passages: Sequence[Passage]) -> bool:
    """Whether a citation or *heißt es* stands in its sentence or the one before or after."""
    sentences = passage.sentences
    own = [n for n, sentence in enumerate(sentences) if sentence.overlaps(found)]
    if not own:
        return False
    first, last = own[0] - 1, own[-1] + 1
    around = [(passage, sentences[n]) for n in range(max(0, first), min(last + 1, len(sentences)))]
    if first < 0 and passage.index > 0:
        before = passages[passage.index - 1]
        around += [(before, sentence) for sentence in before.sentences[-1:]]
    if last >= len(sentences) and passage.index + 1 < len(passages):
        after = passages[passage.index + 1]
        around += [(after, sentence) for sentence in after.sentences[:1]]
    return any(_names_source(where, sentence, found) for where, sentence in around)


def _names_source(passage: Passage, sentence: TextRange, found: TextRange) -> bool:
    cited = spans_of(passage, SpanLabel.CITATION)
    if any(citation.overlaps(sentence) for citation in cited):
        return True
    return any(
        not (
            passage.range.contains(found)
            and found.start <= match.start() + sentence.start
            and match.end() + sentence.start <= found.end
        )
        for match in _SOURCE.finditer(sentence.of(passage.block.text))
    )


def _is_announced(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether the paragraph before says *§ 5 … lautet:* and this one gives the wording."""
    if passage.index == 0 or passage.words < SHORTEST_QUOTATION or passage.rank is not None:
        return False
    if passage.text.lstrip().startswith(("„", "»", '"')):
        return False
    before = passages[passage.index - 1]
    if not before.ends_open or not before.sentences:
        return False
    sentence = before.sentences[-1]
    if not _SOURCE.search(sentence.of(before.block.text)):
        return False
    return any(
        citation.overlaps(before.range)
        for citation in spans_of(before, SpanLabel.CITATION, SpanLabel.LAW)
    )


def _over_blocks(passages: Sequence[Passage]) -> Iterator[Zone]:
    """Quotations that open in one block and close in a later one."""
    index = 0
    while index < len(passages):
        passage = passages[index]
        start = _open_mark(passage)
        end = _closing_passage(passages, index) if start is not None else None
        if start is None or end is None:
            index += 1
            continue
        first = TextRange(start, passage.range.end)
        words = sum(p.words for p in passages[index + 1 : end + 1]) + len(
            first.of(passage.block.text).split()
        )
        if words >= SHORTEST_QUOTATION and _has_source(passage, first, passages):
            yield _quoted(passage, first)
            for member in passages[index + 1 : end]:
                yield _quoted(member, None)
            closing = _last_mark(passages[end])
            yield _quoted(passages[end], TextRange(passages[end].range.start, closing))
        index = end + 1


def _open_mark(passage: Passage) -> int | None:
    """Where a quotation opens that the block does not close."""
    if "„" not in passage.text and "»" not in passage.text:
        return None
    closed = spans_of(passage, SpanLabel.QUOTE)
    opened = [
        match.start()
        for match in _OPENING.finditer(passage.block.text, passage.range.start, passage.range.end)
        if not covered(match.start(), closed)
        and not covered(match.start(), (item.range for item in passage.block.placeholders))
    ]
    return opened[0] if opened else None


def _closing_passage(passages: Sequence[Passage], start: int) -> int | None:
    for passage in passages[start + 1 : start + 1 + _LONGEST_OPEN_QUOTATION]:
        if _open_mark(passage) is not None:
            return None
        if _last_mark(passage) > passage.range.start:
            return passage.index
    return None


def _last_mark(passage: Passage) -> int:
    """End of the first closing mark that no quotation of the block explains, else its start."""
    closed = spans_of(passage, SpanLabel.QUOTE)
    for match in _CLOSING.finditer(passage.block.text, passage.range.start, passage.range.end):
        if not covered(match.start(), closed):
            return match.end()
    return passage.range.start
