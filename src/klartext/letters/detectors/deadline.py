"""D04 FRIST: until when something must be done, holds or will be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from klartext.letters.detectors.pieces import NUMERAL, PERIOD, WEEKDAY
from klartext.letters.detectors.remedy import is_remedy
from klartext.letters.detectors.request import is_request
from klartext.letters.model import Section
from klartext.types import TextRange

DeadlineKind = Literal["absolut", "relativ", "vage", "vage-recht"]
DeadlineRole = Literal[
    "rechtsbehelf", "ausreise", "zahlung", "geltung", "bericht", "behoerde", "regel", "leser"
]

_BEFORE_DATE = re.compile(
    r"\b(?:bis(?: spätestens)?(?: zum| einschließlich)?|spätestens(?: bis(?: zum)?| zum| am)?"
    r"|längstens bis(?: zum)?|vor dem|mit Ablauf des)\s(?:einschließlich )?"
    rf"(?P<weekday>{WEEKDAY}, ?(?:den |dem )?)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"\b(?:innerhalb(?: von)?|binnen|spätestens (?:nach|in)|Frist von)\s{NUMERAL}"
    rf"\s(?:vollen |weiteren )?{PERIOD}\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:umgehend|unverzüglich|zeitnah|baldmöglichst|baldmöglich|schnellstmöglich|schnellstens"
    r"|alsbald|möglichst bald|so bald wie möglich|sobald wie möglich|so schnell wie möglich"
    r"|in Kürze|kurzfristig|demnächst|zu gegebener Zeit|innerhalb einiger (?:Tage|Wochen)"
    r"|in den nächsten (?:Tagen|Wochen))\b",
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    r"\s*(?:\w+\s){0,2}?(?:nach|ab|seit)\s(?:\w+\s){0,4}?(?P<anchor>Bekanntgabe|Zustellung|Zugang"
    r"|Erhalt|Eingang|Unanfechtbarkeit|Datum)\w*",
    re.IGNORECASE,
)
_DATE_HINTS = ("bis", "spätestens", "vor dem", "mit ablauf")
_RELATIVE_HINTS = ("innerhalb", "binnen", "spätestens", "frist von")
_VAGUE_HINTS = ("umgehend", "unverzüglich", "zeitnah", "bald", "schnell", "kürze", "kurzfristig",
                "demnächst", "gegebener zeit", "innerhalb einiger", "nächsten")  # fmt: skip
_ROLES: tuple[tuple[DeadlineRole, re.Pattern[str]], ...] = (
    ("ausreise", re.compile(r"\bverlassen\b|\b[Aa]us(?:zu)?reise\w*")),
    ("zahlung", re.compile(r"\b(?:zahlen|zu zahlen|bezahlen|überweisen|überweisung|Zahlung)\b")),
    (
        "geltung",
        re.compile(
            r"\b(?:gültig|befristet|verlängert|gilt bis|erteilt bis|(?:an|ge)ordnet)\b"
            r"|\bbefinden\b.*\bbis\b|\bbis\b.*\b(?:erteilt|angeordnet)\b"
        ),
    ),
    ("bericht", re.compile(r"\bhatten Sie\b|\bSie hatten\b|\bwaren? (?:Sie )?\w+ bis\b")),
)
_OFFICE_ACTS = re.compile(
    r"\b(?:wir|ich|die (?:Ausländerb|B)ehörde)\b(?!\W+(?:Sie|Ihnen))"
    r"(?!.{0,12}\b(?:bitte[nt]?|forder[ne]?n?)\b)",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:Sie|Ihnen|Ihr\w{0,2})\b")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline in a text; ``anchor`` is what a relative one counts from (*Bekanntgabe*)."""

    range: TextRange
    kind: DeadlineKind
    anchor: str | None = None
    from_placeholder: bool = False


def find_deadlines(
    text: str, dates: Iterable[TextRange], placeholders: Iterable[TextRange]
) -> Iterator[Deadline]:
    """Deadlines of a text in the order fixed dates, relative, vague.

    ``dates`` and ``placeholders`` are the ranges other rooms found in the same text: a fixed
    deadline is an introduction (*bis zum*) with one of them right behind it.
    """
    lowered = text.lower()
    if any(map(lowered.__contains__, _DATE_HINTS)):
        yield from _fixed(text, dates, placeholders)
    if any(map(lowered.__contains__, _RELATIVE_HINTS)):
        for match in _RELATIVE.finditer(text):
            anchor = _ANCHOR.match(text, match.end())
            yield Deadline(
                TextRange(*match.span()), "relativ", anchor["anchor"] if anchor else None
            )
    if any(map(lowered.__contains__, _VAGUE_HINTS)):
        for match in _VAGUE.finditer(text):
            kind: DeadlineKind = "vage-recht" if match[0].lower() == "unverzüglich" else "vage"
            yield Deadline(TextRange(*match.span()), kind)


def _fixed(
    text: str, dates: Iterable[TextRange], placeholders: Iterable[TextRange]
) -> Iterator[Deadline]:
    ends_of_date = {found.start: found.end for found in dates}
    ends_of_placeholder = {found.start: found.end for found in placeholders}
    if not ends_of_date and not ends_of_placeholder:
        return
    for match in _BEFORE_DATE.finditer(text):
        starts = {match.end(), match.start("weekday") if match["weekday"] else match.end()}
        for start in sorted(starts):
            end = ends_of_date.get(start) or ends_of_placeholder.get(start)
            if end is not None:
                yield Deadline(
                    TextRange(match.start(), end),
                    "absolut",
                    from_placeholder=start not in ends_of_date,
                )
                break


def deadline_role(sentence: str, following: str, section: Section) -> DeadlineRole:
    """Whose deadline it is and for what; first rule of ``letters.md`` D04 that fits.

    ``sentence`` holds the deadline, ``following`` is the next sentence of the block or empty.
    """
    if section is Section.RECHTSBEHELF or is_remedy(sentence):
        return "rechtsbehelf"
    for role, pattern in _ROLES:
        if pattern.search(sentence):
            return role
    if is_request(sentence) or is_request(following) or "Frist" in sentence:
        return "leser"
    if _OFFICE_ACTS.search(sentence):
        return "behoerde"
    return "leser" if _READER.search(sentence) else "regel"
