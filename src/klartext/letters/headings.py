"""The form of a passage: heading or text, item or paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from klartext.letters import cues
from klartext.letters.model import Section
from klartext.types import Block, BlockKind

RANK_BOLD = 10
RANK_SHAPE = 20
"""Ranks below the levels 1 to 9 of a real heading: a bold line, a short line without full stop."""

LONGEST_HEADING = 90
"""Characters."""

_MONTH = r"(?:Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
_NUMBER_IN_TEXT = re.compile(
    rf"\s*(?:\((?P<round>\d{{1,2}}|[a-z])\)|(?P<plain>\d{{1,2}}|[IVX]{{1,4}}|[a-z])[.)]{{1,2}}) ?\s"
    rf"(?!{_MONTH})(?=[^\W_]|[„»\"«{{\[<(§])"
)
_NUMBER_IN_LABEL = re.compile(r"\(?(\d{1,2}|[IVXivx]{1,4}|[A-Za-z])[.)]{0,2}(?:\s|$)")
_BULLET = re.compile(r"\s*[-–—•*·▪◦‣o] +\S")
NUMBERED_LINE = re.compile(
    rf"\d{{1,2}}[.)]\s+(?!{_MONTH})(?=[A-ZÄÖÜ„«{{\[<]|(?:lehne|forder|droh|ordne|weis|widerruf|setz"
    r"|versag|nehm|untersag|verpflicht)\w* (?:ich|wir)\b)"
)
_ROMAN = {
    name: value
    for value, name in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)
}
_NO_HEADING_BEFORE_COLON = re.compile(
    r"\b(?:ist|sind|war|wird|werden|wurden?|haben?|hat|kann|können|muss|müssen|sollen?|dürfen"
    r"|finde(?:n|t)|erreichen|benötig\w+|brauchen|bitte[nt]?|folgende[nrms]?|lautet|heißt|gilt|gelten"
    r"|erhalten|bezahlen|zahlen|beträgt|unter|an|bei|um|wir|ich|uns|dass|wenn)\b",
    re.IGNORECASE,
)
_PLACEHOLDER_ONLY = re.compile(r"[\W_]*(?:[«{\[<$%].*[»}\]>$%])?[\W_]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Number:
    """Counter of an item: ``style`` is ``1``, ``I`` or ``a``, ``value`` counts from 1."""

    style: str
    value: int


def number_of(block: Block, text: str) -> Number | None:
    """The counter of an item, from its list label or from its first characters."""
    found = _NUMBER_IN_LABEL.match(block.label) if block.label else None
    written = found[1] if found else None
    if written is None and (match := _NUMBER_IN_TEXT.match(text)):
        written = match["round"] or match["plain"]
    if written is None:
        return None
    if written.isdecimal():
        return Number("1", int(written))
    if written.upper() in _ROMAN and (written.isupper() or len(written) > 1):
        return Number("I", _ROMAN[written.upper()])
    if len(written) == 1:
        return Number("a", ord(written.lower()) - ord("a") + 1)
    return None


def is_item(block: Block, text: str, number: Number | None) -> bool:
    """Whether it is an item of a list, by form or by a bullet or counter in the text."""
    return (
        block.kind is BlockKind.LISTENPUNKT or number is not None or _BULLET.match(text) is not None
    )


def heading_of(
    block: Block, text: str, words: int, number: Number | None
) -> tuple[int | None, Section | None]:
    """How high a heading stands and which section it opens; ``(None, None)`` for text."""
    bare = text.strip()
    short = 0 < words <= 15 and len(bare) <= LONGEST_HEADING and bare.count("\n") <= 1
    if block.kind is BlockKind.UEBERSCHRIFT:
        title = cues.heading_section(bare) if short else None
        return max(1, min(block.level, 9)), title
    if not short or bare.rstrip('“”"«»').endswith((".", ",", ";", "!", "…", "-")):
        return None, None
    title = cues.heading_section(bare)
    if block.bold and block.kind is BlockKind.ABSATZ:
        return RANK_BOLD, title
    known = title is not None or cues.is_known_heading(bare)
    in_text = block.kind in (BlockKind.ABSATZ, BlockKind.TEXTFELD)
    if known or (in_text and _has_heading_shape(bare, words, number)):
        return RANK_SHAPE, title
    return None, None


def _has_heading_shape(bare: str, words: int, number: Number | None) -> bool:
    """A short line of its own that reads like a title (letters without formatting)."""
    if words > 8 or "\n" in bare or number is not None or _BULLET.match(bare):
        return False
    if not (bare[0].isupper() or bare[0] in '„"»') or "@" in bare or "://" in bare:
        return False
    if _PLACEHOLDER_ONLY.fullmatch(bare) or cues.AUTHORITY.search(bare) or cues.COURT.search(bare):
        return False
    if cues.SALUTATION.match(bare) or cues.CLOSING.match(bare) or cues.SIGNATURE.match(bare):
        return False
    if bare.endswith("?"):
        return True
    if bare[-1].isdigit() or _NO_HEADING_BEFORE_COLON.search(bare):
        return False
    return ":" not in bare[:-1]
