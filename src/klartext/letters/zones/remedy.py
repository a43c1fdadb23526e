"""Z1: the Rechtsbehelfsbelehrung, with heading, with a first word that says so, or without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from klartext.letters import cues
from klartext.letters.detectors import remedy
from klartext.letters.headings import RANK_SHAPE
from klartext.letters.model import Section, Zone
from klartext.letters.outline import Passage
from klartext.letters.sections import Frame, ends_stretch
from klartext.types import BlockKind

_OPENS_TEXT = re.compile(
    r"\W{0,3}(?:\(?(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])[.)]{1,2}\s+)?"
    r"(?:Ihre )?(?:Rechtsbehelf(?:s|e)?\b|Rechtsbehelfs-?\w*belehrung|Rechtsmittelbelehrung"
    r"|Rechts(?:behelfs|mittel)-|Widerspruchsbelehrung|Klagebelehrung"
    r"|Belehrung über (?:den|die|Ihren?) Rechts(?:behelf|mittel))",
    re.IGNORECASE,
)
_INLINE_HEADING = re.compile(r"\W{0,3}(?P<name>[^.:\n]{5,60}):\s+\S")
_PRIVACY = ("dsgvo", "datenschutz", "personenbezogen")
_APPEAL_WORDS = ("widerspruch", "klage", "einspruch", "rechtsbehelf", "rechtsmittel", "gericht",
                 "beschwerde")  # fmt: skip
_AGAINST_THIS = re.compile(
    r"\bGegen (?:diese[nrs]?|den|die)\b.{0,60}\b(?:kann|können|ist|steht)\b.{0,160}"
    r"\b(?:Widerspruch|Klage|Einspruch|Beschwerde|Rechtsbehelf)\b",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_DATA = re.compile(r"\b(?:Verarbeitung|personenbezogen\w*|Daten|Datenverarbeitung)\b")
LONGEST_SECTION = 12
"""Passages a notice without a heading of its own may take."""


def find_remedies(passages: Sequence[Passage], frame: Frame) -> Iterator[Zone]:
    """Zones of all remedy notices of a letter, one for each passage."""
    taken: set[int] = set()
    for passage in passages:
        if passage.index in taken or not passage.words or passage.is_frame:
            continue
        by_form = passage.rank is not None and passage.rank < RANK_SHAPE
        if _starts_notice(passage, passages, frame):
            members = _stretch(passage, passages, frame)
        elif _states_remedy(passage):
            members, by_form = _around(passage, passages, frame), False
        else:
            continue
        for member in members:
            if member.index not in taken:
                taken.add(member.index)
                yield Zone(
                    "Z1",
                    member.block.index,
                    member.zone_range,
                    by_pattern=not by_form,
                    counted_apart=True,
                )


def _starts_notice(passage: Passage, passages: Sequence[Passage], frame: Frame) -> bool:
    if passage.index in (frame.salutation, frame.closing) or ends_stretch(passage, frame):
        return False
    if "belehr" not in passage.lowered and not any(
        word in passage.lowered for word in ("rechts", "ihre rechte", "wehren", "einverstanden")
    ):
        return False
    if _OPENS_TEXT.match(passage.lowered):
        return True
    title = _title(passage)
    if title is None:
        return False
    name = cues.heading_name(title).lower()
    if name == "belehrung":
        return _holds(_stretch(passage, passages, frame), remedy.is_remedy)
    if cues.heading_section(title) is not Section.RECHTSBEHELF:
        return False
    text = " ".join(member.lowered for member in _stretch(passage, passages, frame))
    if name == "ihre rechte":
        return not any(word in text for word in _PRIVACY) and any(
            word in text for word in _APPEAL_WORDS
        )
    return passage.rank is not None or any(word in text for word in _APPEAL_WORDS)


def _title(passage: Passage) -> str | None:
    """The heading a passage is, or the words before the colon it begins with."""
    if passage.rank is not None:
        return passage.text
    match = _INLINE_HEADING.match(passage.text)
    return match["name"] if match else None


def _stretch(start: Passage, passages: Sequence[Passage], frame: Frame) -> list[Passage]:
    """From the start to the next heading of the same rank, closing or enclosures."""
    members = [start]
    for passage in passages[start.index + 1 :]:
        if passage.is_apart or passage.index == frame.salutation or ends_stretch(passage, frame):
            if passage.is_apart and not start.is_apart:
                continue
            break
        if _ends_notice(passage, start, passages):
            break
        members.append(passage)
    while members[-1].words == 0 and len(members) > 1:
        members.pop()
    return members


def _ends_notice(passage: Passage, start: Passage, passages: Sequence[Passage]) -> bool:
    if passage.rank is None:
        return cues.SIGNATURE.match(passage.text.strip()) is not None and passage.words <= 6
    if start.rank is not None and passage.rank <= start.rank < RANK_SHAPE:
        return passage.title is not Section.RECHTSBEHELF
    if passage.rank > (start.rank or RANK_SHAPE):
        # a lower heading ends the notice only if it opens another usual part of a letter
        named = passage.title
        ends = named not in (None, Section.RECHTSBEHELF)
    else:
        ends = passage.title is not Section.RECHTSBEHELF
    following = passages[passage.index + 1 : passage.index + 2]
    return ends and not _holds(following, remedy.speaks_of_remedy)


def _states_remedy(passage: Passage) -> bool:
    if not remedy.may_hold_remedy(passage.lowered):
        return False
    if _AGAINST_THIS.search(passage.text):
        return True
    return _holds(
        [passage],
        lambda sentence: (
            remedy.is_remedy(sentence)
            and (not _ABOUT_DATA.search(sentence) or "escheid" in sentence)
        ),
    )


def _holds(passages: Sequence[Passage], test: Callable[[str], bool]) -> bool:
    """Whether a sentence of one of the passages passes the test."""
    return any(
        test(sentence.of(passage.block.text))
        for passage in passages
        for sentence in passage.sentences
    )


def _around(start: Passage, passages: Sequence[Passage], frame: Frame) -> list[Passage]:
    """The section, where the sentence stands right under a heading; else its paragraph."""
    above = passages[start.index - 1] if start.index else None
    if (
        above is not None
        and start.rank is None
        and above.rank is not None
        and above.title is None
        and above.index not in (frame.salutation, frame.closing)
        and not frame.in_head(above.index)
    ):
        section = _stretch(above, passages, frame)
        if len(section) <= LONGEST_SECTION:
            return section
    return _paragraph(start, passages, frame)


def _paragraph(start: Passage, passages: Sequence[Passage], frame: Frame) -> list[Passage]:
    """The paragraph, the list it announces and paragraphs right after it on the same matter.

    A sentence that an address in lines of its own interrupts goes on to its full stop.
    """
    members = [start]
    if start.block.kind is BlockKind.TABELLENZELLE:
        return members
    for passage in passages[start.index + 1 :]:
        if passage.is_apart or passage.words == 0:
            continue
        if ends_stretch(passage, frame) or passage.rank is not None:
            break
        if len(members) > LONGEST_SECTION:
            break
        last = members[-1]
        belongs = passage.is_item and (last.ends_open or last.is_item)
        interrupted = not last.is_item and not last.text.rstrip().endswith((".", "!", "?", ":"))
        if not (belongs or interrupted or remedy.speaks_of_remedy(passage.text)):
            break
        members.append(passage)
    return members
