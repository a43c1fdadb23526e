"""Phrases cut to single letters that nobody outside an office reads: *v. H.*, *o. g.*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from klartext.glossary import Entry, Glossary
from klartext.glossary.explained import is_running_text
from klartext.glossary.fidelity import is_faithful
from klartext.language.parse import ParsedBlock
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.types import Applicability, Edit, Severity, Suggestion, TextRange

_CLOSED_ZONES = frozenset({"Z1", "Z4", "Z5", "Z6", "Z7", "Z9", "Z13"})
_FIXED_ZONES = frozenset({"Z2", "Z3"})
_IN_CITATIONS = frozenset({"i.V.m.", "iVm", "i.S.d.", "i.S.v."})
"""They join norms, so they stand inside of a citation and are no part of its name."""
_CITATION = "Z5"
_NO_EDIT = _FIXED_ZONES | {_CITATION}
_INFLECTED = frozenset({"oben angeführt", "oben genannt", "unten genannt", "vorgenannt"})
_BEFORE_BREAK = re.compile(r"[\w/-]$")
_NOUN_FOLLOWS = re.compile(r"\s+[A-ZÄÖÜ]")
_DOTS = 2
_ONE_DOT = frozenset({"gem.", "rd."})


def short_phrases(context: LetterContext, rule: Rule) -> Iterator[Candidate]:
    """The first mention of each in the running text of a letter."""
    if not context.is_letter:
        return
    pattern, entries = _known(context.glossary)
    seen: set[str] = set()
    for parsed in context.blocks(rule):
        if not is_running_text(parsed.block, context.understanding):
            continue
        text = parsed.block.text
        for found in pattern.finditer(text):
            short = re.sub(r"\s", "", found[0])
            place = TextRange(*found.span())
            if short in seen or _BEFORE_BREAK.search(text[: found.start()]):
                continue
            zones = {zone.id for zone in context.understanding.zones_at(parsed.block.index, place)}
            if zones & _CLOSED_ZONES - ({_CITATION} if short in _IN_CITATIONS else set()):
                continue
            sentence = parsed.sentence_at(place.start)
            if not any(token.tag_[:1] == "V" for token in sentence):
                continue
            seen.add(short)
            yield _candidate(parsed, place, entries[short], bool(zones & _NO_EDIT))


@lru_cache(maxsize=2)
def _known(glossary: Glossary) -> tuple[re.Pattern[str], dict[str, Entry]]:
    """A pattern of the forms with dots that laypeople do not know, and their entries."""
    entries: dict[str, Entry] = {}
    for short, rows in glossary.abbreviations.items():
        for number, _ in rows:
            entry = glossary.entry(number)
            if _is_phrase(short, entry):
                entries.setdefault(short.replace(" ", ""), entry)
    forms = sorted(entries, key=lambda form: (-len(form), form))
    ways = (re.escape(form).replace(r"\.", r"\.\s?").removesuffix(r"\s?") for form in forms)
    return re.compile("|".join(ways)), entries


def _is_phrase(short: str, entry: Entry) -> bool:
    if entry.known != "nein" or not short.endswith(".") or not short[0].islower():
        return False
    if short.count(".") < _DOTS and short not in _ONE_DOT:
        return False
    return all(item.plain[:1].islower() or item.plain == "Prozent" for item in entry.alternatives)


def _candidate(parsed: ParsedBlock, place: TextRange, entry: Entry, is_fixed: bool) -> Candidate:
    token = next(token for token in parsed.doc if token.idx + len(token) > place.start)
    longs = list(dict.fromkeys(item.plain for item in entry.alternatives))
    if _NOUN_FOLLOWS.match(parsed.block.text, place.end):  # "das o. a. Konto": no "oder andere"
        longs = [long for long in longs if not long.startswith("oder ")] or longs
    return Candidate(
        parsed,
        (place,),
        {"verb": token},
        slots={"lang": ": " + " oder ".join(f"„{long}“" for long in longs) + "."},
        entry=entry.id,
        suggestions=tuple(_offers(parsed, place, longs, is_fixed)),
        severity=Severity.WARNUNG,
    )


def _offers(
    parsed: ParsedBlock, place: TextRange, longs: list[str], is_fixed: bool
) -> Iterable[Suggestion]:
    if len(longs) > 1 or longs[0] in _INFLECTED or is_fixed:
        return [Suggestion(long, (), Applicability.SHOW) for long in longs]
    whole = Suggestion(longs[0], (Edit(place, longs[0]),), Applicability.REVIEW)
    text = parsed.block.text
    if is_faithful(text, whole.apply(text)):
        return [whole]
    return [Suggestion(longs[0], (), Applicability.SHOW)]
