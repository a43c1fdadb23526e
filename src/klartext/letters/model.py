"""What is understood of a letter before any rule looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from klartext.types import TextRange

ZoneId = Literal["Z1", "Z2", "Z3", "Z4", "Z5", "Z6", "Z7", "Z8", "Z9", "Z10", "Z11", "Z12", "Z13"]
RuleGroup = Literal["WO", "SA", "SZ", "TO", "TX", "NA", "IN", "WI", "KT"]
FactKind = Literal["FRIST", "RECHTSBEHELF", "ENTSCHEIDUNG", "AUFFORDERUNG", "VORHABEN"]


class ZoneMode(StrEnum):
    """What a rule may do in a zone (``rules.md`` 3)."""

    ON = "on"
    SKIP = "skip"
    SHOW = "show"
    OFF = "off"

    @property
    def strictness(self) -> int:
        """0 for ``on`` to 3 for ``off``; where zones overlap the stricter one counts."""
        return ("on", "skip", "show", "off").index(self.value)


class Section(StrEnum):
    """What a block is in the letter."""

    ABSENDER = "absender"
    ANSCHRIFT = "anschrift"
    ZEICHEN = "zeichen"
    BETREFF = "betreff"
    ANREDE = "anrede"
    TENOR = "tenor"
    NEBENBESTIMMUNG = "nebenbestimmung"
    BEGRUENDUNG = "begruendung"
    RECHTSBEHELF = "rechtsbehelf"
    HINWEISE = "hinweise"
    KOSTEN = "kosten"
    AUFFORDERUNG = "aufforderung"
    GRUSS = "gruss"
    UNTERSCHRIFT = "unterschrift"
    ANLAGEN = "anlagen"
    FLIESSTEXT = "fliesstext"


@dataclass(frozen=True, slots=True)
class Zone:
    """A protected stretch of one block; ``range`` ``None`` is the whole block.

    ``by_pattern`` says that wording, not the form of the block, gave it away: such zones are
    named in the report, so that a clerk sees why a passage was skipped. Zones that are spans of
    other rooms (Z5, Z7 to Z9) and the frame of the letter (Z10) never carry it.
    ``only`` narrows a zone to some rule groups; empty means all of them. A quotation without a
    cue of its source is such a zone: Z4 for words alone.
    ``counted_apart`` marks mandatory text, which scores keep out of the letter's value.
    """

    id: ZoneId
    block: int
    range: TextRange | None = None
    by_pattern: bool = False
    only: tuple[RuleGroup, ...] = ()
    counted_apart: bool = False

    def covers(self, block: int, wanted: TextRange) -> bool:
        """Whether the zone touches this stretch."""
        return self.block == block and (self.range is None or self.range.overlaps(wanted))


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the letter says, found by a detector (``letters.md`` 4).

    ``role`` and ``value`` are those of the detector: for a deadline ``leser``, ``zahlung`` …
    and ``absolut``, ``relativ``, ``vage``; for a decision ``negativ`` or ``positiv``.
    """

    kind: FactKind
    block: int
    range: TextRange
    role: str = ""
    value: str = ""
    from_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class TypeCue:
    """One reason to take the letter for a type: what was found and how much it counts."""

    letter_type: str
    points: int
    cue: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """Sections by block index, zones, facts and letter types of one letter.

    ``letter_types`` is ``("unbestimmt",)`` where the cues do not suffice; ``confidence`` is
    between 0 and 1 and ``type_cues`` holds the strongest cues of the best type first.
    """

    sections: dict[int, Section]
    zones: tuple[Zone, ...]
    letter_types: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    confidence: float = 0.0
    type_cues: tuple[TypeCue, ...] = ()

    def zones_at(self, block: int, wanted: TextRange) -> tuple[Zone, ...]:
        """Zones that touch a stretch of a block."""
        return tuple(zone for zone in self.zones if zone.covers(block, wanted))

    def zones_around(self, block: int, wanted: TextRange) -> tuple[Zone, ...]:
        """Zones that hold a stretch of a block wholly."""
        return tuple(
            zone
            for zone in self.zones_at(block, wanted)
            if zone.range is None or zone.range.contains(wanted)
        )
