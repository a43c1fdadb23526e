"""From the parsed letter to what it is: sections, zones, facts and letter type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from klartext.language.parse import ParsedLetter
from klartext.letters.facts import find_facts
from klartext.letters.headings import RANK_SHAPE
from klartext.letters.letter_types import guess_types
from klartext.letters.model import Section, Understanding, Zone
from klartext.letters.outline import Passage, passages_of
from klartext.letters.sections import find_frame, label_sections
from klartext.letters.zones.conditions import find_conditions
from klartext.letters.zones.declaration import find_declarations
from klartext.letters.zones.foreign import find_foreign
from klartext.letters.zones.operative import find_operative
from klartext.letters.zones.quotes import find_quotations
from klartext.letters.zones.remedy import find_remedies
from klartext.letters.zones.spans import find_span_zones
from klartext.types import BlockKind, TextRange

_FRAME_SECTIONS = frozenset(
    {
        Section.ABSENDER,
        Section.ANSCHRIFT,
        Section.ZEICHEN,
        Section.BETREFF,
        Section.ANREDE,
        Section.GRUSS,
        Section.UNTERSCHRIFT,
        Section.ANLAGEN,
    }
)
_SECTION_OF_ZONE = {
    "Z1": Section.RECHTSBEHELF,
    "Z2": Section.TENOR,
    "Z3": Section.NEBENBESTIMMUNG,
}


def understand(parsed: ParsedLetter) -> Understanding:
    """Section of every block, all zones, facts and the letter type.

    Needs sentence boundaries and protected spans; tags only add names (Z8) and foreign words.
    Zones come sorted by block and start. Never raises for the contents of a letter.
    """
    passages = passages_of(parsed)
    frame = find_frame(passages)
    text_zones = list(find_remedies(passages, frame))
    text_zones += find_declarations(passages, frame)
    taken = _passages_in(text_zones, passages)
    operative = list(find_operative(passages, frame, taken))
    conditions = find_conditions(passages, frame, taken, decides=bool(operative))
    text_zones += operative
    text_zones += conditions
    sections = label_sections(passages, frame, _settled(text_zones, passages))
    zones = [
        *text_zones,
        *find_quotations(passages),
        *find_foreign(passages),
        *_by_form(passages, sections),
        *(zone for p in passages if p.range.start == 0 for zone in find_span_zones(p)),
    ]
    facts = tuple(find_facts(passages, sections))
    guess = guess_types(passages, sections, facts)
    return Understanding(
        sections=_section_of_blocks(passages, sections),
        zones=tuple(sorted(zones, key=_place)),
        letter_types=guess.types,
        facts=facts,
        confidence=guess.confidence,
        type_cues=guess.cues,
    )


def _place(zone: Zone) -> tuple[int, int, int]:
    return (zone.block, zone.range.start if zone.range else 0, int(zone.id[1:]))


def _passages_in(zones: Sequence[Zone], passages: Sequence[Passage]) -> set[int]:
    """Numbers of the passages that a zone covers as a whole."""
    covered = {(zone.block, zone.range) for zone in zones}
    return {p.index for p in passages if (p.block.index, p.zone_range) in covered}


def _settled(zones: Sequence[Zone], passages: Sequence[Passage]) -> dict[int, Section]:
    """Sections that zones decide; of two zones over a passage the first one counts."""
    by_place: dict[tuple[int, TextRange | None], Section] = {}
    for zone in zones:
        if zone.id in _SECTION_OF_ZONE and zone.counted_apart:
            by_place.setdefault((zone.block, zone.range), _SECTION_OF_ZONE[zone.id])
    return {
        p.index: by_place[p.block.index, p.zone_range]
        for p in passages
        if (p.block.index, p.zone_range) in by_place
    }


def _section_of_blocks(
    passages: Sequence[Passage], sections: Sequence[Section]
) -> dict[int, Section]:
    """One section for each block: that of most of its characters."""
    result = {
        passage.block.index: section
        for passage, section in zip(passages, sections, strict=True)
        if passage.whole
    }
    weight: dict[int, Counter[Section]] = {}
    for passage, section in zip(passages, sections, strict=True):
        if not passage.whole:
            weight.setdefault(passage.block.index, Counter())[section] += len(passage.text)
    for index, counter in weight.items():
        result[index] = counter.most_common(1)[0][0]
    return result


def _by_form(passages: Sequence[Passage], sections: Sequence[Section]) -> Iterator[Zone]:
    """Z10 to Z12: frame of the letter, headings, table cells."""
    for passage, section in zip(passages, sections, strict=True):
        block = passage.block
        if not passage.words:
            continue
        if passage.is_frame or section in _FRAME_SECTIONS:
            yield Zone("Z10", block.index, passage.zone_range)
        elif passage.rank is not None:
            yield Zone(
                "Z11", block.index, passage.zone_range, by_pattern=passage.rank == RANK_SHAPE
            )
        if block.kind is BlockKind.TABELLENZELLE and passage.range.start == 0:
            yield Zone("Z12", block.index)
