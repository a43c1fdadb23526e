"""What every passage is in the letter: sure cues, then position, then fill (``letters.md`` 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klartext.language.spans import SpanLabel
from klartext.letters import cues
from klartext.letters.detectors.request import is_request, may_hold_request
from klartext.letters.headings import RANK_BOLD
from klartext.letters.model import Section
from klartext.letters.outline import Passage
from klartext.letters.span_access import has_span
from klartext.types import BlockKind, PlaceholderType

NAME_LINES_AFTER_CLOSING = 5
LONGEST_FRAME_LINE = 9
"""Words; a longer line in the letterhead, below the closing or in the enclosures is text."""

LONGEST_ADDRESS = 6

_CONTACT_SPANS = (SpanLabel.PHONE, SpanLabel.EMAIL, SpanLabel.WEB)
_ADDRESS_TYPES = frozenset({PlaceholderType.ADDRESS, PlaceholderType.PERSON})
_ENCLOSURE_HINTS = ("anlage", "anhang", "anhänge", "beilage", "beigefügt")
_FEES = ("gebühr", "kosten", "auslagen")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the letter proper begins and ends, as passage numbers; ``None`` where not found."""

    salutation: int | None
    closing: int | None

    def in_head(self, index: int) -> bool:
        """Whether the passage stands before the salutation."""
        return self.salutation is not None and index < self.salutation

    def after_closing(self, index: int) -> bool:
        """Whether the passage stands after the closing formula."""
        return self.closing is not None and index > self.closing


def find_frame(passages: Sequence[Passage]) -> Frame:
    """Salutation (first hit) and closing (last hit after it)."""
    salutation = next((p.index for p in passages if _is_salutation(p)), None)
    closings = [
        p.index
        for p in passages
        if not p.is_apart
        and (salutation is None or p.index > salutation)
        and p.words <= 30
        and cues.CLOSING.match(p.text.lstrip())
    ]
    return Frame(salutation, closings[-1] if closings else None)


def is_enclosures(passage: Passage) -> bool:
    """Whether the passage opens the list of enclosures."""
    if not any(map(passage.lowered.__contains__, _ENCLOSURE_HINTS)):
        return False
    first_line = passage.text.strip().split("\n", 1)[0]
    return len(first_line) <= 120 and cues.ENCLOSURES.fullmatch(first_line) is not None


def ends_stretch(passage: Passage, frame: Frame) -> bool:
    """Whether a stretch of text can never run over this passage: closing, enclosures."""
    return passage.index == frame.closing or is_enclosures(passage)


def label_sections(
    passages: Sequence[Passage], frame: Frame, protected: dict[int, Section]
) -> list[Section]:
    """The section of every passage.

    ``protected`` holds those the zones have settled (Rechtsbehelf, Tenor, Nebenbestimmung).
    """
    found: list[Section | None] = [_sure(p, frame, protected) for p in passages]
    _mark_subject(passages, frame, found)
    _mark_head(passages, frame, found)
    _mark_tail(passages, frame, found)
    return _fill(passages, frame, found)


def _is_salutation(passage: Passage) -> bool:
    if passage.is_apart or passage.block.kind is BlockKind.TABELLENZELLE:
        return False
    bare = passage.text.strip()
    if any(p.type is PlaceholderType.SALUTATION for p in passage.block.placeholders):
        return passage.words <= 8
    if not cues.SALUTATION.match(bare) or passage.words > 20:
        return False
    return bare.endswith((",", "!")) or (passage.words <= 8 and not bare.endswith((".", "?")))


def _sure(passage: Passage, frame: Frame, protected: dict[int, Section]) -> Section | None:
    """First pass: wording that leaves no doubt."""
    if passage.is_frame:
        return Section.ABSENDER
    if passage.index == frame.salutation:
        return Section.ANREDE
    if passage.index == frame.closing:
        return Section.GRUSS
    if settled := protected.get(passage.index):
        return settled
    if _is_signature(passage):
        return Section.UNTERSCHRIFT
    if is_enclosures(passage):
        return Section.ANLAGEN
    return None


def _is_signature(passage: Passage) -> bool:
    bare = passage.text.strip()
    if match := cues.SIGNATURE.match(bare):
        return len(match["rest"].split()) <= 6 and not match["rest"].rstrip().endswith(".")
    return "unterschrift" in passage.lowered and cues.UNSIGNED.search(bare) is not None


def _mark_subject(passages: Sequence[Passage], frame: Frame, found: list[Section | None]) -> None:
    """The last line before the salutation that looks like a subject; without one, a title."""
    if frame.salutation is None:
        return
    for index in range(frame.salutation - 1, max(-1, frame.salutation - 7), -1):
        passage = passages[index]
        if found[index] is not None or passage.words == 0:
            continue
        bare = passage.text.strip()
        directly_before = not any(
            found[k] is None and passages[k].words for k in range(index + 1, frame.salutation)
        )
        short = bare.count("\n") <= 2 and passage.words <= 30 and not bare.endswith((".", "!"))
        titled = passage.rank is not None and passage.rank <= RANK_BOLD
        if short and (
            cues.SUBJECT.match(bare) or (directly_before and (titled or _is_plain_subject(passage)))
        ):
            found[index] = Section.BETREFF
            return


def _is_plain_subject(passage: Passage) -> bool:
    """A line of its own before the salutation that is no data of sender or addressee."""
    return (
        3 <= passage.words <= 20
        and not has_span(passage, *_CONTACT_SPANS, SpanLabel.ADDRESS)
        and not cues.AUTHORITY.match(passage.text)
        and not cues.REFERENCE_LINE.match(passage.text.strip())
        and not cues.PLACE_AND_DATE.fullmatch(passage.text.strip())
        and passage.block.kind is not BlockKind.TABELLENZELLE
    )


def _mark_head(passages: Sequence[Passage], frame: Frame, found: list[Section | None]) -> None:
    """Second pass, letterhead: reference lines, sender, address field."""
    end = frame.salutation if frame.salutation is not None else _first_text(passages)
    address_follows = 0
    for index in range(end - 1, -1, -1):
        passage = passages[index]
        if found[index] is not None or passage.is_apart:
            continue
        section = _head_section(passage)
        if section is Section.ANSCHRIFT:
            address_follows = LONGEST_ADDRESS - 1
        elif section is None and address_follows and passage.words <= 6:
            section = Section.ANSCHRIFT
            address_follows -= 1
        elif passage.words:
            address_follows = 0
        found[index] = section
    _continue_head(passages, end, found)


def _first_text(passages: Sequence[Passage]) -> int:
    """End of the letterhead where nobody is greeted: the first heading or running text."""
    for passage in passages:
        is_data = _head_section(passage) is not None or passage.words <= 3
        if not passage.is_apart and not is_data:
            return passage.index
    return 0


def _head_section(passage: Passage) -> Section | None:
    bare = passage.text.strip()
    if not bare or passage.is_prose():
        return None
    if cues.REFERENCE_LINE.match(bare) or cues.PLACE_AND_DATE.fullmatch(bare):
        return Section.ZEICHEN
    if has_span(passage, SpanLabel.REFERENCE):
        return Section.ZEICHEN
    office = cues.AUTHORITY.search(bare) is not None
    if has_span(passage, *_CONTACT_SPANS) or (office and passage.words <= LONGEST_FRAME_LINE):
        return Section.ABSENDER
    if has_span(passage, SpanLabel.ADDRESS):
        return Section.ANSCHRIFT
    if any(p.type in _ADDRESS_TYPES for p in passage.block.placeholders):
        return Section.ANSCHRIFT
    return None


def _continue_head(passages: Sequence[Passage], end: int, found: list[Section | None]) -> None:
    """Short lines of the letterhead belong to the lines around them."""
    previous: Section | None = None
    for index in range(end):
        passage = passages[index]
        if found[index] is not None:
            previous = found[index]
        elif (
            previous in (Section.ABSENDER, Section.ANSCHRIFT, Section.ZEICHEN)
            and passage.words <= LONGEST_FRAME_LINE
            and not passage.is_prose()
            and (passage.rank is None or passage.rank > RANK_BOLD)
        ):
            found[index] = previous


def _mark_tail(passages: Sequence[Passage], frame: Frame, found: list[Section | None]) -> None:
    """Second pass, end of the letter: names below the closing, entries below *Anlagen*."""
    lines_left = 0
    in_enclosures = False
    for passage in passages:
        index = passage.index
        if passage.is_apart or frame.in_head(index):
            continue
        if found[index] in (Section.GRUSS, Section.UNTERSCHRIFT):
            lines_left, in_enclosures = NAME_LINES_AFTER_CLOSING, False
        elif found[index] is Section.ANLAGEN:
            lines_left, in_enclosures = 0, True
        elif found[index] is not None:
            lines_left, in_enclosures = 0, False
        elif _is_tail_line(passage) and (lines_left or (in_enclosures and passage.words)):
            found[index] = Section.UNTERSCHRIFT if lines_left else Section.ANLAGEN
            lines_left = max(0, lines_left - 1)
        elif in_enclosures and passage.is_item:
            found[index] = Section.ANLAGEN
        elif passage.words:
            lines_left, in_enclosures = 0, False


def _is_tail_line(passage: Passage) -> bool:
    """A name, an office, an entry: short, and neither heading of text nor text."""
    if passage.words > LONGEST_FRAME_LINE and not passage.is_item:
        return False
    if passage.rank is not None and (
        passage.rank <= RANK_BOLD or cues.is_known_heading(passage.text)
    ):
        return False
    return not passage.is_prose() and not passage.text.rstrip().endswith((":", "?", ".", "!"))


def _fill(
    passages: Sequence[Passage], frame: Frame, found: Sequence[Section | None]
) -> list[Section]:
    """Third pass: what stands under a heading or in a list belongs to it."""
    result: list[Section] = []
    current = Section.FLIESSTEXT
    rank = 0
    announced: Section | None = None
    for passage, section in zip(passages, found, strict=True):
        if section is not None:
            current, announced = Section.FLIESSTEXT, None
        elif passage.rank is not None:
            named = passage.title
            if named is Section.RECHTSBEHELF or named is Section.TENOR:
                named = Section.FLIESSTEXT  # the zones did not confirm it
            if named is not None or passage.rank <= rank or current is Section.FLIESSTEXT:
                current, rank = named or Section.FLIESSTEXT, passage.rank
            section, announced = current, None
        elif passage.is_item and announced is not None:
            section = announced
        else:
            section = _own_section(passage, frame) if current is Section.FLIESSTEXT else current
            announced = section if passage.ends_open else None
        result.append(section)
    return result


def _own_section(passage: Passage, frame: Frame) -> Section:
    """Section of running text by what it says."""
    if any(word in passage.lowered for word in _FEES) and has_span(passage, SpanLabel.AMOUNT):
        return Section.KOSTEN
    if frame.in_head(passage.index) or not may_hold_request(passage.lowered):
        return Section.FLIESSTEXT
    text = passage.block.text
    if any(is_request(sentence.of(text)) for sentence in passage.sentences):
        return Section.AUFFORDERUNG
    return Section.FLIESSTEXT
