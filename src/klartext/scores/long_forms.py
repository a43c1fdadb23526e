"""Long forms of abbreviations, so that *i. V. m.* counts as the three words a reader says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from klartext.glossary.model import Action, Entry, Kind

_ALSO = re.compile(r"(?:auch|Pl\.) ((?:„[^“]+“(?:, )?)+|\w+\.)")
_QUOTED = re.compile(r"„([^“]+)“")


def compact(short: str) -> str:
    """The key of an abbreviation: without blanks, so that *z.B.* and *z. B.* are one."""
    return re.sub(r"\s+", "", short)


def long_forms(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Long form by compact abbreviation, from the glossary rows of kind d.

    Short forms with more than one meaning (two long forms in a row, a hint that it is
    ambiguous, or rows that disagree) are left out. A row that names its short forms and long
    forms in the same order (*Mo. / Di.*) gives one pair each.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.kind is not Kind.ABBREVIATION:
            continue
        meanings = [item.plain for item in entry.with_action(Action.EXPAND)]
        own = entry.variants[: len(meanings)] if len(meanings) > 1 else entry.variants
        in_order = len(meanings) > 1 and len(own) == len(meanings)
        for number, short in enumerate(entry.variants):
            key = compact(short)
            if in_order and number < len(meanings):
                found[key].add(meanings[number])
            else:
                found[key].update(meanings)
        for short in _also(entry.note):
            found[compact(short)].update(meanings)
        if "mehrdeutig" in f"{entry.note} {entry.hint}":
            for short in entry.variants:
                found[compact(short)].add("")
    return {key: meanings.pop() for key, meanings in sorted(found.items()) if len(meanings) == 1}


def _also(note: str) -> list[str]:
    """Other spellings a row names, such as ``auch „idR“`` and ``Pl. Nrn.``."""
    found: list[str] = []
    for match in _ALSO.finditer(note):
        found += _QUOTED.findall(match[1]) or [match[1]]
    return found
