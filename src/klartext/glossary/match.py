"""Find entries in a parsed block: candidates, their context, then precedence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klartext.glossary.candidates import Candidate, candidates, match_from
from klartext.glossary.model import Hit, Kind, Outcome
from klartext.glossary.senses import outcome
from klartext.glossary.view import View, view
from klartext.language.parse import ParsedBlock

if TYPE_CHECKING:
    from klartext.glossary.load import Glossary

_COMPOUND = 11
"""Letters a compound has at least: a legal term of eight, and three before it."""


def match(glossary: Glossary, parsed: ParsedBlock) -> list[Hit]:
    """All hits of a block in text order; places where the glossary keeps silent are left out."""
    doc = view(parsed.doc)
    judged: list[tuple[Candidate, Outcome]] = []
    for candidate in candidates(glossary, doc):
        entry = glossary.entry(candidate.entry)
        if _is_blocked(glossary, doc, candidate):
            continue
        result = outcome(entry, candidate.tokens, dict(candidate.parts), doc)
        if result is not None:
            judged.append((candidate, result))
    hits = []
    taken: set[int] = set()
    for candidate, result in sorted(judged, key=lambda pair: _rank(glossary, pair[0])):
        if taken.isdisjoint(candidate.tokens):
            taken.update(candidate.tokens)
            if result is not Outcome.SILENT:
                hits.append(_hit(glossary, doc, candidate, result))
    hits += _compounds(glossary, doc, taken)
    return sorted(hits, key=lambda hit: hit.ranges)


def _rank(glossary: Glossary, candidate: Candidate) -> tuple[bool, int, int, int, int]:
    entry = glossary.entry(candidate.entry)
    return (
        not entry.is_protected,
        -len(candidate.tokens),
        entry.kind.precedence,
        candidate.tokens[0],
        candidate.entry,
    )


def _hit(glossary: Glossary, doc: View, candidate: Candidate, result: Outcome) -> Hit:
    entry = glossary.entry(candidate.entry)
    ranges = (candidate.within,) if candidate.within else doc.ranges(candidate.tokens)
    return Hit(
        entry=entry,
        variant=entry.variants[candidate.variant],
        tokens=candidate.tokens,
        ranges=ranges,
        outcome=result,
        parts=candidate.parts,
    )


def _is_blocked(glossary: Glossary, doc: View, candidate: Candidate) -> bool:
    tokens = set(candidate.tokens)
    if tokens & doc.opaque:
        return True
    if tokens & doc.law and glossary.entry(candidate.entry).kind is not Kind.ABBREVIATION:
        return True
    for elements in glossary.exceptions(candidate.entry):
        for start in doc.sentence(candidate.tokens[0]):
            place = match_from(elements, 0, start, doc)
            if place is not None and tokens & set(place):
                return True
    return False


def _compounds(glossary: Glossary, doc: View, taken: set[int]) -> Iterator[Hit]:
    """Legal terms that are the head of a longer word: explained, never anything else."""
    for index, tag in enumerate(doc.tags):
        if tag != "NN" or index in taken or index in doc.opaque or index in doc.law:
            continue
        lemma = doc.lemmas[index]
        if len(lemma) < _COMPOUND or lemma in glossary.words:
            continue
        number = glossary.compound_head(lemma)
        if number is None:
            continue
        entry = glossary.entry(number)
        yield Hit(
            entry=entry,
            variant=entry.term,
            tokens=(index,),
            ranges=(doc.place(index),),
            outcome=Outcome.EXPLAIN,
            in_compound=True,
        )
