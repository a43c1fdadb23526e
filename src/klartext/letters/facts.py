"""All facts of a letter, found once (``letters.md`` 1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klartext.language.spans import SpanLabel
from klartext.letters.detectors import deadline, decision, remedy, request
from klartext.letters.model import Fact, Section
from klartext.letters.outline import Passage
from klartext.letters.span_access import spans_of
from klartext.types import TextRange

_INTENTION_HINTS = ("beabsichtig", "erwäg", "haben vor", "betracht", "vorgesehen", "planen wir")


def find_facts(passages: Sequence[Passage], sections: Sequence[Section]) -> Iterator[Fact]:
    """Facts in reading order of the passages; header and footer are searched as well."""
    for passage, section in zip(passages, sections, strict=True):
        if not passage.words:
            continue
        yield from _sentence_facts(passage, section)
        yield from _deadlines(passage, section)


def _sentence_facts(passage: Passage, section: Section) -> Iterator[Fact]:
    lowered = passage.lowered
    remedies = remedy.may_hold_remedy(lowered)
    decisions = decision.may_hold_decision(lowered) and section is not Section.BEGRUENDUNG
    requests = request.may_hold_request(lowered)
    intentions = any(hint in lowered for hint in _INTENTION_HINTS)
    if not (remedies or decisions or requests or intentions):
        return
    index, text = passage.block.index, passage.block.text
    in_tenor = section is Section.TENOR
    for sentence in passage.sentences:
        written = sentence.of(text)
        if remedies and remedy.is_remedy(written):
            yield Fact("RECHTSBEHELF", index, sentence)
        if decisions and decision.is_decision(written, in_operative_part=in_tenor):
            yield Fact("ENTSCHEIDUNG", index, sentence, value=decision.polarity(written))
        if requests and request.is_request(written):
            yield Fact("AUFFORDERUNG", index, sentence, role=request.request_role(written))
        if intentions and request.is_intention(written):
            yield Fact("VORHABEN", index, sentence)


def _deadlines(passage: Passage, section: Section) -> Iterator[Fact]:
    block = passage.block
    found = deadline.find_deadlines(
        block.text,
        spans_of(passage, SpanLabel.DATE),
        (placeholder.range for placeholder in block.placeholders),
    )
    for item in found:
        if not passage.range.contains(item.range):
            continue
        sentence, following = _sentence_at(passage, item.range)
        role = deadline.deadline_role(sentence, following, section)
        yield Fact("FRIST", block.index, item.range, role, item.kind, item.from_placeholder)


def _sentence_at(passage: Passage, wanted: TextRange) -> tuple[str, str]:
    """The sentence around a stretch and the one after it; the passage if there is none."""
    text = passage.block.text
    for number, sentence in enumerate(passage.sentences):
        if sentence.overlaps(wanted):
            following = passage.sentences[number + 1 : number + 2]
            return sentence.of(text), following[0].of(text) if following else ""
    return passage.text, ""
