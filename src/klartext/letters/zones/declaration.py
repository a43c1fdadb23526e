"""Z6: a declaration the reader signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klartext.letters import cues
from klartext.letters.detectors.remedy import is_remedy
from klartext.letters.headings import RANK_SHAPE
from klartext.letters.model import Zone
from klartext.letters.outline import Passage
from klartext.letters.sections import Frame, ends_stretch
from klartext.types import BlockKind

_DECLARES = re.compile(
    r"\b(?:ich|hiermit)\b.{0,80}\b(?:versichere|erkläre|bestätige|willige|bevollmächtige"
    r"|ermächtige|verpflichte mich|stimme)\b"
    r"|\b(?:versichere|erkläre|bestätige|willige|bevollmächtige|ermächtige|verpflichte)\b.{0,20}"
    r"\bich\b"
    r"|\bmir ist\b.{0,20}\bbekannt\b|\bist mir bekannt\b|\bich (?:wurde|bin)\b.{0,80}\bbelehrt\b"
    r"|\b(?:wir|hiermit)\b.{0,60}\b(?:versichern|erklären|willigen|bevollmächtigen)\b"
    r"|\bich bin (?:damit )?einverstanden\b",
    re.IGNORECASE | re.DOTALL,
)
_HINTS = ("versicher", "erklär", "bestätig", "willig", "mächtig", "bekannt", "belehrt",
          "verpflichte", "stimme", "einverstanden")  # fmt: skip
_SPEAKER = re.compile(r"\b(?:ich|mir|hiermit|wir)\b")
_TO_READER = re.compile(r"(?<![.!?:\n] )(?<!^)\b(?:Sie|Ihnen|Ihr(?:e[nrsm]?)?)\b")
_HEADING = re.compile(
    r"(?:(?:Einverständnis|Verpflichtungs|Einwilligungs|Schluss|Abschluss|Kosten\w*"
    r"|Schweigepflicht\w*|Datenschutz\w*)?(?:e|E)rklärung|Einwilligung|\w*[Vv]ollmacht"
    r"|Belehrung|Versicherung|Empfangsbekenntnis|Empfangsbestätigung)\b.{0,60}"
)
_SIGNATURE_LINE = re.compile(
    r"_{4,}|\.{8,}|…{3,}|\bOrt,? (?:und )?Datum\b|\bDatum,? (?:und )?Unterschrift\b"
    r"|^\W*(?:Ort|Datum)?[\s,/]*Unterschrift\w*\b[^.]{0,60}$|\bUnterschrift (?:der|des)\b",
    re.MULTILINE,
)
_LONGEST = 20
"""Passages between the declaring sentence and the signature line."""


def find_declarations(passages: Sequence[Passage], frame: Frame) -> Iterator[Zone]:
    """Z6 zones, from the heading or first declaring sentence to the signature line."""
    done = 0
    for passage in passages:
        if passage.index < done or passage.is_frame or not _declares(passage):
            continue
        heading = _heading_above(passage, passages, done)
        end = _signature_after(passage, passages, frame)
        if end is None and heading is None:
            continue
        start = heading.index if heading is not None else passage.index
        members = (
            passages[start : end + 1]
            if end is not None
            else _to_next_heading(passages[start], passage, passages, frame)
        )
        by_form = heading is not None and (heading.rank or RANK_SHAPE) < RANK_SHAPE
        for member in members:
            if member.words and not member.is_frame:
                yield Zone("Z6", member.block.index, member.zone_range, by_pattern=not by_form)
        done = members[-1].index + 1


def _declares(passage: Passage) -> bool:
    """Whether the reader speaks: a clerk who writes *ich bestätige* addresses *Sie*."""
    if not any(hint in passage.lowered for hint in _HINTS) or not _SPEAKER.search(passage.lowered):
        return False
    return _DECLARES.search(passage.text) is not None and not _TO_READER.search(passage.text)


def _heading_above(passage: Passage, passages: Sequence[Passage], done: int) -> Passage | None:
    for index in range(passage.index, max(done, passage.index - 8) - 1, -1):
        candidate = passages[index]
        if candidate.rank is None:
            continue
        if _HEADING.fullmatch(cues.heading_name(candidate.text)):
            return candidate
        return None
    return None


def _signature_after(passage: Passage, passages: Sequence[Passage], frame: Frame) -> int | None:
    """Number of the passage with the signature line, if it comes before anything else ends."""
    for candidate in passages[passage.index : passage.index + _LONGEST]:
        if candidate.index != passage.index and (
            ends_stretch(candidate, frame)
            or (
                candidate.rank is not None
                and candidate.rank < RANK_SHAPE
                and candidate.block.kind is BlockKind.UEBERSCHRIFT
            )
        ):
            return None
        if _SIGNATURE_LINE.search(candidate.text):
            return candidate.index
    return None


def _to_next_heading(
    start: Passage, declaring: Passage, passages: Sequence[Passage], frame: Frame
) -> list[Passage]:
    members = [start]
    for passage in passages[start.index + 1 :]:
        if passage.is_apart:
            continue
        outside = passage.index > declaring.index and (
            (passage.rank is not None and passage.rank <= (start.rank or RANK_SHAPE))
            or any(is_remedy(s.of(passage.block.text)) for s in passage.sentences)
        )
        if outside or ends_stretch(passage, frame):
            break
        members.append(passage)
    return members
