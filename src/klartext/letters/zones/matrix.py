"""What a rule may do in a zone: the table of ``rules.md`` 3 in code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from klartext.letters.model import Zone, ZoneId, ZoneMode

ON, SKIP, SHOW, OFF = ZoneMode.ON, ZoneMode.SKIP, ZoneMode.SHOW, ZoneMode.OFF

_GROUPS: Final = ("WO", "SA", "SZ", "TO", "TX")
# fmt: off
_MATRIX: Final[dict[ZoneId, tuple[ZoneMode, ...]]] = {
    #        WO    SA    SZ    TO    TX
    "Z1":  (OFF,  OFF,  OFF,  OFF,  OFF),   # Rechtsbehelfsbelehrung
    "Z2":  (SHOW, SHOW, SHOW, SHOW, ON),    # Tenor
    "Z3":  (SHOW, SHOW, SHOW, SHOW, ON),    # Nebenbestimmungen
    "Z4":  (OFF,  OFF,  OFF,  OFF,  OFF),   # quoted law or decision
    "Z5":  (SKIP, SKIP, SKIP, SKIP, SKIP),  # citation
    "Z6":  (OFF,  SHOW, SHOW, OFF,  ON),    # declaration to be signed
    "Z7":  (SKIP, SKIP, SKIP, SKIP, SKIP),  # placeholder
    "Z8":  (SKIP, SKIP, SKIP, SKIP, SKIP),  # name, identifier
    "Z9":  (SKIP, SKIP, SKIP, SKIP, ON),    # title of a document or form
    "Z10": (OFF,  OFF,  ON,   OFF,  OFF),   # letterhead, subject, greeting, enclosures
    "Z11": (SHOW, OFF,  ON,   OFF,  OFF),   # heading
    "Z12": (ON,   OFF,  ON,   OFF,  OFF),   # table cell, form label
    "Z13": (OFF,  OFF,  OFF,  OFF,  OFF),   # foreign language
}
_EXCEPTIONS: Final[dict[tuple[ZoneId, str], ZoneMode]] = {
    ("Z5", "SA29"): ON,
    # "i. V. m." joins two norms; the check leaves the short forms of statutes alone itself
    ("Z5", "WO10"): ON,
    ("Z5", "SZ09"): ON, ("Z5", "SZ10"): ON, ("Z5", "SZ11"): ON,
    ("Z7", "TX11"): ON, ("Z7", "TX12"): ON,
    # "XX.XX.XXXX" looks like a name to the tagger, and a leftover is one in a subject line, too
    ("Z8", "TX11"): ON, ("Z10", "TX11"): ON, ("Z11", "TX11"): ON,
    # the tagger takes every abbreviation for a name; the check leaves longer names alone itself
    ("Z8", "WO10"): ON,
    # rules about written numbers, links and amounts of data are the "own rules" of identifiers
    ("Z8", "SZ17"): ON, ("Z8", "SZ18"): ON,
    ("Z10", "TO09"): ON, ("Z10", "TO14"): ON,
    ("Z10", "TX06"): ON, ("Z10", "TX09"): ON,
    ("Z11", "WO09"): OFF, ("Z11", "WO10"): OFF,
    ("Z11", "TX05"): ON,
}
# fmt: on
_LETTER_CHECKS: Final = ("NA", "IN", "WI")
_RULE: Final = re.compile(r"(?P<group>[A-Z]{2})(?:\d{2,3})?")


def mode(zone_id: ZoneId, rule: str) -> ZoneMode:
    """What ``rule`` may do in a zone.

    ``rule`` is a group (``SA``) or an id (``SA29``); only an id meets the exceptions of single
    rules. Checks of the whole letter may speak about every zone but offer no edit there; findings
    about ignores are not text and always on. ``ValueError`` for anything else.
    """
    match = _RULE.fullmatch(rule)
    group = match["group"] if match else ""
    if group in _LETTER_CHECKS:
        return ZoneMode.SHOW
    if group == "KT":
        return ZoneMode.ON
    if group not in _GROUPS:
        raise ValueError(f"no group of rules: {rule!r}")
    if (exception := _EXCEPTIONS.get((zone_id, rule))) is not None:
        return exception
    return _MATRIX[zone_id][_GROUPS.index(group)]


def strictest(zones: Iterable[Zone], rule_id: str) -> tuple[ZoneMode, ZoneId | None]:
    """The mode that counts where these zones overlap, and the zone it comes from.

    ``(on, None)`` without zones or where none of them restricts the rule. Of equally strict
    zones the first of the matrix speaks.
    """
    best: tuple[ZoneMode, ZoneId | None] = (ZoneMode.ON, None)
    for zone in sorted(zones, key=lambda item: int(item.id[1:])):
        if zone.only and rule_id[:2] not in zone.only:
            continue
        found = mode(zone.id, rule_id)
        if found.strictness > best[0].strictness:
            best = (found, zone.id)
    return best
