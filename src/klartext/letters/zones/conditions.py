"""Z3: Nebenbestimmungen, under a heading, announced, or as notes of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from klartext.letters.headings import RANK_SHAPE
from klartext.letters.model import Section, Zone
from klartext.letters.outline import Passage
from klartext.letters.sections import Frame, ends_stretch
from klartext.types import TextRange

_ANNOUNCES_CONDITION = re.compile(
    r"\bmit (?:der |den |diesen )?(?:folgende[nr]?|nachstehende[nr]?)?\s?"
    r"(?:Auflagen?|Nebenbestimmung(?:en)?|Bedingung(?:en)?)\b.{0,60}"
    r"\b(?:verbunden|versehen|erteilt|erlassen)\b"
    r"|\b(?:folgende|nachstehende)[nr]? (?:Auflagen?|Nebenbestimmung(?:en)?|Bedingung(?:en)?)\b",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_HEADING = re.compile(
    r"\W{0,3}(?:\d{1,2}\. )?(?:Nebenbestimmung(?:en)?|Auflagen?|Bedingung(?:en)?):\s+\S"
)
_CONDITION_WORDS = ("auflage", "nebenbestimmung", "bedingung")
_NOTE = re.compile(
    r"\berlischt mit\b"
    r"|\bunter (?:dem )?Vorbehalt des (?:jederzeitigen )?Widerrufs\b"
    r"|\bgenügt\b.{0,60}\bnicht der Passpflicht\b"
    r"|\b(?:Widerruf|Auflagen?)\b.{0,60}\bbleibt vorbehalten\b"
    r"|\b(?:(?:Erwerbs|Berufs)?tätigkeit|Beschäftigung|Wohnsitz(?:nahme)?|Aufenthalt|Studium"
    r"|Ausbildung|Arbeit(?:saufnahme)?|Verlassen|Einreise|Wiedereinreise)\b.{0,90}"
    r"\b(?:gestattet|erlaubt)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOTE_HINTS = ("erlischt", "vorbehalt", "passpflicht", "gestattet", "erlaubt")
_NO_NOTE = re.compile(
    r"\b(?:wenn|falls|sofern|ob|in der Regel|grundsätzlich|als erlaubt|wird erlaubt|möchten"
    r"|wollen|können|kann)\b|\?\s*$|\b(?:Sie|Ihnen|Wir|Ihr\w{0,2})\b.*\berlischt\b",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_NOTE = 30
"""Words; a longer paragraph explains a condition, it is none."""


def find_conditions(
    passages: Sequence[Passage], frame: Frame, taken: Collection[int], *, decides: bool
) -> Iterator[Zone]:
    """Z3 zones. In a letter that ``decides``, a note inside running text counts as well."""
    whole: set[int] = set()
    for passage in passages:
        if passage.index in taken or passage.is_frame or not passage.words:
            continue
        by_form = passage.rank is not None and passage.rank < RANK_SHAPE
        if (
            passage.rank is not None
            and passage.index != frame.salutation
            and not frame.in_head(passage.index)
            and passage.title is Section.NEBENBESTIMMUNG
        ):
            members = [passage, *_under_heading(passage, passages, frame)]
        elif _names_conditions(passage):
            members = [passage]
        elif _announces_conditions(passage):
            members = [passage, *_announced(passage, passages, frame)]
            if len(passage.sentences) > 1:
                members = members[1:]
                yield from _announcing_sentences(passage)
        else:
            continue
        for member in members:
            if member.index not in taken and member.index not in whole:
                whole.add(member.index)
                yield Zone(
                    "Z3",
                    member.block.index,
                    member.zone_range,
                    by_pattern=not by_form,
                    counted_apart=True,
                )
    for passage in passages:
        if passage.index not in taken and passage.index not in whole and not passage.is_frame:
            yield from _notes(passage, decides=decides)


def _sentence_zone(passage: Passage, found: TextRange | None) -> Zone:
    return Zone("Z3", passage.block.index, found, by_pattern=True, counted_apart=True)


def _names_conditions(passage: Passage) -> bool:
    """Whether the paragraph begins with its own heading: *Auflagen: …*."""
    return _INLINE_HEADING.match(passage.text) is not None


def _announces_conditions(passage: Passage) -> bool:
    if not passage.ends_open and "verbunden" not in passage.lowered:
        return False
    if not any(word in passage.lowered for word in _CONDITION_WORDS):
        return False
    return _ANNOUNCES_CONDITION.search(passage.text) is not None


def _announcing_sentences(passage: Passage) -> Iterator[Zone]:
    for sentence in passage.sentences:
        if _ANNOUNCES_CONDITION.search(sentence.of(passage.block.text)):
            yield _sentence_zone(passage, sentence)


def _under_heading(start: Passage, passages: Sequence[Passage], frame: Frame) -> Iterator[Passage]:
    """Up to the next heading of the same rank or the end of the list that stands there."""
    seen_item = False
    for passage in passages[start.index + 1 :]:
        if passage.is_apart or not passage.words:
            continue
        if ends_stretch(passage, frame):
            return
        if passage.rank is not None and (
            passage.rank <= (start.rank or RANK_SHAPE) or passage.title is not None
        ):
            return
        if seen_item and not passage.is_item:
            return
        seen_item = seen_item or passage.is_item
        yield passage


def _announced(start: Passage, passages: Sequence[Passage], frame: Frame) -> Iterator[Passage]:
    """The list, or else the one paragraph, after a colon."""
    if not start.ends_open:
        return
    rest = [p for p in passages[start.index + 1 :] if p.words and not p.is_apart]
    if rest and not rest[0].is_item:
        if not ends_stretch(rest[0], frame) and rest[0].rank is None:
            yield rest[0]
        return
    for passage in rest:
        if not passage.is_item or ends_stretch(passage, frame):
            return
        yield passage


def _notes(passage: Passage, *, decides: bool) -> Iterator[Zone]:
    """Notes of their own (*Erwerbstätigkeit nicht gestattet*)."""
    if passage.rank is not None and passage.rank < RANK_SHAPE:
        return
    if not any(hint in passage.lowered for hint in _NOTE_HINTS):
        return
    text = passage.block.text
    alone = len(passage.sentences) == 1 and passage.words <= LONGEST_NOTE
    for sentence in passage.sentences:
        written = sentence.of(text)
        if not (alone or decides) or len(written.split()) > LONGEST_NOTE:
            continue
        if _NOTE.search(written) and not _NO_NOTE.search(written):
            yield _sentence_zone(passage, passage.zone_range if alone else sentence)
