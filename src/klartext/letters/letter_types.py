"""What a letter is for, by cues that score points (``letters.md`` 2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klartext.language.spans import SpanLabel
from klartext.letters.detectors.documents import asks_for_documents, may_hold_documents
from klartext.letters.model import Fact, Section, TypeCue
from klartext.letters.outline import Passage
from klartext.letters.span_access import labels_in
from klartext.letters.type_cues import CUES, Case
from klartext.types import PlaceholderType

UNDECIDED = "unbestimmt"
FEWEST_POINTS = 6
SMALLEST_LEAD = 2
FEWEST_POINTS_TO_JOIN = 8
"""A second type joins the first one from this score on."""

_JOINING = frozenset({"beendigung", "zahlung", "fiktion"})
_BEGINNING = 3
"""Sentences after the salutation that count as the beginning."""

_TOP = 6
_NOT_READ = frozenset({Section.ABSENDER, Section.ANSCHRIFT, Section.ANLAGEN})


@dataclass(frozen=True, slots=True)
class TypeGuess:
    """Types, best first; confidence 0 to 1; cues of the best type, strongest first."""

    types: tuple[str, ...]
    confidence: float
    cues: tuple[TypeCue, ...]


def guess_types(
    passages: Sequence[Passage], sections: Sequence[Section], facts: Sequence[Fact]
) -> TypeGuess:
    """The letter types; ``("unbestimmt",)`` unless the best one leads clearly."""
    case = _case(passages, sections, facts)
    hits = [
        TypeCue(cue.letter_type, points, cue.name) for cue in CUES if (points := cue.score(case))
    ]
    scores: dict[str, int] = {}
    for hit in hits:
        scores[hit.letter_type] = scores.get(hit.letter_type, 0) + hit.points
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked:
        return TypeGuess((UNDECIDED,), 0.0, ())
    best, first = ranked[0]
    may_join = case.decided() or case.has_deadline("zahlung")
    joining = [
        name
        for name, points in ranked[1:]
        if may_join and name in _JOINING and points >= FEWEST_POINTS_TO_JOIN
    ]
    second = max([0, *(points for name, points in ranked[1:] if name not in joining)])
    own = sorted((hit for hit in hits if hit.letter_type == best), key=lambda hit: -hit.points)
    confidence = round(max(first, 0) / (max(first, 0) + second + 4), 2)
    if first < FEWEST_POINTS or first - second < SMALLEST_LEAD:
        return TypeGuess((UNDECIDED,), confidence, tuple(own))
    return TypeGuess((best, *joining), confidence, tuple(own))


def _case(passages: Sequence[Passage], sections: Sequence[Section], facts: Sequence[Fact]) -> Case:
    pairs = list(zip(passages, sections, strict=True))
    body = [passage for passage, section in pairs if section not in _NOT_READ]
    labels = [labels_in(passage) for passage in body]
    everywhere = frozenset().union(*labels)
    return Case(
        lowered="\n".join(passage.lowered for passage in body),
        title=" ".join(
            passage.lowered
            for passage, section in pairs
            if section is Section.BETREFF or (passage.rank is not None and passage.index <= _TOP)
        ),
        sections=frozenset(sections),
        facts=facts,
        early_decision=_early_decision(pairs, facts),
        has_citation=SpanLabel.CITATION in everywhere,
        has_amount=SpanLabel.AMOUNT in everywhere,
        has_account=any(SpanLabel.ACCOUNT in labels_in(passage) for passage in passages),
        asks_for_documents=any(_asks_for_documents(passage) for passage in body),
        has_appointment=_has_appointment(body, labels),
        has_numbered_tenor=any(
            section is Section.TENOR and passage.number is not None for passage, section in pairs
        ),
        headings=sum(passage.rank is not None for passage in body),
        list_items=sum(passage.is_item for passage in body),
    )


def _asks_for_documents(passage: Passage) -> bool:
    return may_hold_documents(passage.lowered) and any(
        asks_for_documents(sentence.of(passage.block.text)) for sentence in passage.sentences
    )


def _has_appointment(body: Sequence[Passage], labels: Sequence[frozenset[str]]) -> bool:
    """Whether *Termin* or *Vorsprache* stands with date and time within two blocks."""
    for number, passage in enumerate(body):
        if "termin" in passage.lowered or "vorsprache" in passage.lowered:
            near = range(max(0, number - 1), min(number + 3, len(body)))
            found = frozenset().union(*(labels[n] for n in near))
            filled = {item.type for n in near for item in body[n].block.placeholders}
            dated = SpanLabel.DATE in found or PlaceholderType.DATE in filled
            if dated and (SpanLabel.TIME in found or PlaceholderType.TIME in filled):
                return True
    return False


def _early_decision(pairs: Sequence[tuple[Passage, Section]], facts: Sequence[Fact]) -> str | None:
    """Polarity of the decision in Tenor or beginning; a refusal speaks before a grant."""
    start = next((p.index for p, section in pairs if section is Section.ANREDE), -1)
    early: set[tuple[int, int]] = set()
    seen = 0
    for passage, section in pairs:
        in_tenor = section is Section.TENOR
        for sentence in passage.sentences:
            if in_tenor or (passage.index > start and seen < _BEGINNING):
                early.add((passage.block.index, sentence.start))
            seen += passage.index > start and passage.rank is None
    found = {
        fact.value
        for fact in facts
        if fact.kind == "ENTSCHEIDUNG" and (fact.block, fact.range.start) in early
    }
    if "negativ" in found:
        return "negativ"
    return "positiv" if found else None
