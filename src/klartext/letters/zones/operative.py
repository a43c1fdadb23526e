"""Z2: the Tenor, announced, numbered, or a single deciding sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from klartext.letters import cues
from klartext.letters.detectors import decision
from klartext.letters.headings import RANK_SHAPE
from klartext.letters.model import Section, Zone
from klartext.letters.outline import Passage
from klartext.letters.sections import Frame, ends_stretch

_ANNOUNCES_DECISION = re.compile(
    r"\b(?:ergeht|erlass\w+|erlässt|treff\w+|trifft|erteil\w*)\b.{0,80}\b(?:folgende|nachstehende|nachfolgende)[rnsm]?\b"
    r".{0,40}\b\w*(?:bescheid|entscheidung(?:en)?|verfügung(?:en)?|anordnung(?:en)?|beschluss)\b"
    r"|\bwird (?:hiermit )?(?:wie folgt|folgendes) (?:entschieden|angeordnet|verfügt|beschlossen)\b"
    r"|\b(?:wir|ich) entscheiden?\b(?: daher| deshalb| hiermit)?(?: wie folgt| folgendes)?\s*:?\s*$"
    r"|\bentscheiden? (?:wir|ich)\b(?: daher| deshalb)?(?: wie folgt| folgendes)?\s*:?\s*$"
    r"|\b(?:haben (?:wir|ich)|habe ich)\b.{0,40}\b(?:wie folgt|folgendes) entschieden\b",
    re.IGNORECASE | re.DOTALL,
)
_DECIDES_HINTS = ("folgend", "nachstehend", "entscheide", "entschieden")
_LONGEST_OPEN_TENOR = 6
_LOOK_AHEAD = 3


def find_operative(
    passages: Sequence[Passage], frame: Frame, taken: Collection[int]
) -> Iterator[Zone]:
    """Z2 zones; ``taken`` are passages other zones have claimed (Z1, Z6)."""
    reasons = _reasons_start(passages)
    whole: set[int] = set()
    for start, by_form in _leads(passages, frame, reasons):
        for member in _items_after(start, passages, frame, reasons):
            if member.index not in taken and member.index not in whole:
                whole.add(member.index)
                yield _tenor(member, by_form=by_form)
    for members in _deciding_runs(passages, frame, reasons, whole):
        for member in members:
            if member.index not in taken and member.index not in whole:
                whole.add(member.index)
                yield _tenor(member, by_form=False)
    yield from _single_sentences(passages, frame, whole.union(taken))


def _tenor(passage: Passage, *, by_form: bool) -> Zone:
    return Zone(
        "Z2", passage.block.index, passage.zone_range, by_pattern=not by_form, counted_apart=True
    )


def _reasons_start(passages: Sequence[Passage]) -> int:
    """Number of the heading of the reasons; the number of passages if there is none."""
    for passage in passages:
        if passage.rank is not None and _is_reasons(passage, passages):
            return passage.index
    return len(passages)


def _is_reasons(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether the heading opens the reasons; *So haben wir entschieden* may open the Tenor.

    It does so where a decision follows at once or the reasons have a heading of their own.
    """
    if passage.title is not Section.BEGRUENDUNG:
        return False
    if not _opens_either(passage):
        return True
    rest = passages[passage.index + 1 :]
    return not (
        any(_decides(item, in_operative_part=True) for item in rest[:1])
        or any(item.title is Section.BEGRUENDUNG and not _opens_either(item) for item in rest)
    )


def _opens_either(heading: Passage) -> bool:
    return "entschieden" in heading.lowered and not heading.lowered.lstrip().startswith("warum")


def _leads(
    passages: Sequence[Passage], frame: Frame, reasons: int
) -> Iterator[tuple[Passage, bool]]:
    """Passages that announce the Tenor, and whether their form (not their wording) does."""
    for passage in passages[:reasons]:
        if passage.is_apart or not passage.words or frame.after_closing(passage.index):
            continue
        if passage.rank is not None:
            named = passage.title
            decided = named is Section.BEGRUENDUNG and not _is_reasons(passage, passages)
            if named is Section.TENOR or decided:
                yield passage, passage.rank < RANK_SHAPE
                continue
        if any(hint in passage.lowered for hint in _DECIDES_HINTS):
            tail = passage.sentences[-1].of(passage.block.text) if passage.sentences else ""
            if _ANNOUNCES_DECISION.search(tail):
                yield passage, False


def _items_after(
    start: Passage, passages: Sequence[Passage], frame: Frame, reasons: int
) -> list[Passage]:
    """The numbered items after a lead-in; without numbers the paragraphs up to the reasons."""
    rest = [p for p in passages[start.index + 1 : reasons] if p.words and not p.is_apart]
    if not rest:
        return []
    if rest[0].is_item:
        return _run(rest[0], passages, frame, reasons)
    members: list[Passage] = []
    for passage in rest:
        if ends_stretch(passage, frame) or passage.rank is not None or passage.is_item:
            break
        members.append(passage)
    to_reasons = (
        reasons < len(passages)
        and len(members) <= _LONGEST_OPEN_TENOR
        and (not members or members[-1].index == rest[-1].index)
    )
    if to_reasons:
        return members
    return [p for p in members[:1] if _decides(p, in_operative_part=True)]


def _run(first: Passage, passages: Sequence[Passage], frame: Frame, reasons: int) -> list[Passage]:
    """A numbered run with its sub-items; an unnumbered paragraph stays if the count goes on."""
    members = [first]
    number = first.number
    index = first.index + 1
    while index < reasons:
        passage = passages[index]
        if ends_stretch(passage, frame) or (passage.rank is not None and not passage.is_item):
            break
        if passage.is_item:
            members.append(passage)
            if passage.number and number and passage.number.style == number.style:
                number = passage.number
        elif passage.words and not passage.is_apart:
            following = passages[index + 1 : min(index + 1 + _LOOK_AHEAD, reasons)]
            goes_on = number is not None and any(
                p.number is not None
                and p.number.style == number.style
                and p.number.value == number.value + 1
                for p in following
            )
            if not goes_on:
                break
            members.append(passage)
        index += 1
    return members


def _deciding_runs(
    passages: Sequence[Passage], frame: Frame, reasons: int, whole: set[int]
) -> Iterator[list[Passage]]:
    """Numbered runs that decide though nothing announces them."""
    titled = any(
        cues.DECISION_TITLE.match(cues.heading_name(p.text))
        for p in passages[:reasons]
        if p.rank is not None or frame.in_head(p.index)
    )
    index = 0
    while index < reasons:
        passage = passages[index]
        starts = passage.number is not None and passage.number.value == 1
        if not starts or index in whole or frame.in_head(index) or frame.after_closing(index):
            index += 1
            continue
        members = _run(passage, passages, frame, reasons)
        if any(_decides(member, in_operative_part=titled) for member in members):
            yield members
        index = members[-1].index + 1


def _single_sentences(
    passages: Sequence[Passage], frame: Frame, taken: Collection[int]
) -> Iterator[Zone]:
    """Deciding sentences in running text outside the reasons."""
    in_reasons: int | None = None
    for passage in passages:
        if passage.rank is not None:
            named = passage.title
            if named is Section.BEGRUENDUNG and _is_reasons(passage, passages):
                in_reasons = passage.rank
            elif in_reasons is not None and (named is not None or passage.rank < in_reasons):
                in_reasons = None
            continue
        if passage.index in taken or passage.is_apart or in_reasons is not None:
            continue
        if frame.in_head(passage.index) or not decision.may_hold_decision(passage.lowered):
            continue
        for sentence in passage.sentences:
            if decision.is_decision(sentence.of(passage.block.text)):
                yield Zone("Z2", passage.block.index, sentence, by_pattern=True)


def _decides(passage: Passage, *, in_operative_part: bool) -> bool:
    if not decision.may_hold_decision(passage.lowered):
        return False
    text = passage.block.text
    return any(
        decision.is_decision(sentence.of(text), in_operative_part=in_operative_part)
        for sentence in passage.sentences
    )
