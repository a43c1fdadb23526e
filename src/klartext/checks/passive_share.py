"""SA09: how many sentences of a letter do not say who acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span

from klartext.checks.registry import check
from klartext.language.parse import ParsedBlock, text_range
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import GUARDS
from klartext.rules.guards.office_acts import BY_MACHINE
from klartext.rules.kinds.dependency import merge
from klartext.rules.schema import Rule
from klartext.rules.stretches import range_of
from klartext.types import Applicability, Measure, Suggestion

_FEWEST = 8
"""Below so many sentences a share says nothing."""
_NO_CASE = (
    "not-finite-clause", "participle-conflict", "doer-named", "victim-verb",
    "doer-irrelevant", "doer-mentioned", "place-says-who", "named-by-a-writ",
)  # fmt: skip
"""Guards of the rule about single passives that say: nothing is missing here."""
_FEWEST_PASSIVES = 3
_SHOWN = 8
"""So many places a clerk still reads through."""


@check("passive-share")
def passive_share(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """One candidate for the whole letter, at its first passive; the value is the share in %."""
    lowest = context.levels(rule).lowest
    total, places = _count(context, rule)
    if lowest is None or total < _FEWEST or len(places) < _FEWEST_PASSIVES:
        return
    share = round(100 * len(places) / total)
    if share < lowest:
        return
    yield replace(
        places[0],
        slots={"passive": str(len(places)), "saetze": str(total)},
        value=share,
        suggestions=(_overview(places),),
        measures=(Measure("passive-share", share, lowest - 1),),
    )


def _count(context: LetterContext, rule: Rule) -> tuple[int, list[Candidate]]:
    """Sentences with a finite verb, and one passive for each of those that have one."""
    total = 0
    places: list[Candidate] = []
    for parsed in context.blocks(rule):
        for sentence in parsed.sentences:
            if not any(predicates.finite(token) for token in sentence):
                continue
            if _is_mandatory(context, rule, parsed, sentence):
                continue
            total += 1
            passive = next(_passives(context, parsed, sentence), None)
            if passive is not None:
                places.append(passive)
    return total, places


def _is_mandatory(context: LetterContext, rule: Rule, parsed: ParsedBlock, sentence: Span) -> bool:
    """Whether the whole sentence is protected, and not just a citation in it."""
    place = text_range(sentence)
    zones = context.understanding.zones_around(parsed.block.index, place)
    return any(zone.id in rule.silent_zones for zone in zones)


def _passives(context: LetterContext, parsed: ParsedBlock, sentence: Span) -> Iterator[Candidate]:
    """Passives of a finite clause whose doer is neither named nor beside the point."""
    if sentence[0].tag_[:2] == "PW" or BY_MACHINE.search(sentence.text):
        return
    for verb in sentence:
        auxiliary = predicates.passive_auxiliary(verb) if verb.tag_ == "VVPP" else None
        if auxiliary is None:
            continue
        parts = predicates.verb_parts(verb, auxiliary)
        ranges = merge([range_of(parsed, token.i, token.i + 1) for token in parts])
        first = min(predicates.clause_tokens(verb), key=lambda token: token.i)
        candidate = Candidate(parsed, ranges, {"verb": verb, "first": first})
        if not any(GUARDS[name](context, candidate) for name in _NO_CASE):
            yield candidate


def _overview(places: list[Candidate]) -> Suggestion:
    """The places in the words of the letter, so that a clerk can go through them."""
    quotes = ", ".join(f"„{place.text}“" for place in places[:_SHOWN])
    rest = len(places) - _SHOWN
    more = f" und {rest} weitere" if rest > 0 else ""
    return Suggestion(f"Gehen Sie durch: {quotes}{more}", (), Applicability.SHOW)
