"""SA09: how many sentences of a letter do not say who acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from klartext.checks.registry import check
from klartext.language.parse import ParsedBlock, text_range
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import GUARDS
from klartext.rules.kinds.dependency import merge
from klartext.rules.schema import Rule
from klartext.rules.stretches import range_of
from klartext.types import Applicability, Measure, Suggestion

_FEWEST = 8
"""Below so many sentences a share says nothing."""
_NO_CASE = (
    "not-a-passive", "not-finite-clause", "participle-conflict", "doer-named", "victim-verb",
    "doer-irrelevant", "place-says-who", "named-by-a-writ",
)  # fmt: skip
"""Guards of the rule about single passives that say: nothing is missing here."""
_BY_MACHINE = re.compile(r"\b(?:maschinell|elektronisch|automati\w+)\b")
_FEWEST_PASSIVES = 3
_SHOWN = 8
"""So many places a clerk still reads through."""
_Place = tuple[ParsedBlock, Token]


@check("passive-share")
def passive_share(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """One candidate for the whole letter, at its first passive; the value is the share in %."""
    lowest = context.levels(rule).lowest
    total, places = _count(context, rule)
    if lowest is None or total < _FEWEST or len(places) < _FEWEST_PASSIVES:
        return
    share = round(100 * len(places) / total)
    parsed, verb = places[0]
    auxiliary = predicates.passive_auxiliary(verb)
    if share < lowest or auxiliary is None:
        return
    parts = predicates.verb_parts(verb, auxiliary)
    yield Candidate(
        parsed,
        merge([range_of(parsed, token.i, token.i + 1) for token in parts]),
        {"verb": verb},
        {"passive": str(len(places)), "saetze": str(total)},
        value=share,
        suggestions=(_overview(places),),
        measures=(Measure("passive-share", share, lowest - 1),),
    )


def _count(context: LetterContext, rule: Rule) -> tuple[int, list[_Place]]:
    """Sentences with a finite verb, and one passive for each of those that have one."""
    total, places = 0, []
    for parsed in context.blocks(rule):
        for sentence in parsed.sentences:
            if not any(predicates.finite(token) for token in sentence):
                continue
            if _is_mandatory(context, rule, parsed, sentence):
                continue
            total += 1
            passive = next(_passives(context, parsed, sentence), None)
            if passive is not None:
                places.append((parsed, passive))
    return total, places


def _is_mandatory(context: LetterContext, rule: Rule, parsed: ParsedBlock, sentence: Span) -> bool:
    """Whether the whole sentence is protected, and not just a citation in it."""
    place = text_range(sentence)
    return any(
        zone.id in rule.silent_zones and (zone.range is None or zone.range.contains(place))
        for zone in context.understanding.zones_at(parsed.block.index, place)
    )


def _passives(context: LetterContext, parsed: ParsedBlock, sentence: Span) -> Iterator[Token]:
    """Passives of a finite clause whose doer is neither named nor beside the point."""
    if sentence[0].tag_[:2] == "PW" or _BY_MACHINE.search(sentence.text):
        return
    for token in sentence:
        if token.tag_ == "VVPP" and not any(
            GUARDS[name](context, Candidate(parsed, (text_range(sentence),), {"verb": token}))
            for name in _NO_CASE
        ):
            yield token


def _overview(places: list[_Place]) -> Suggestion:
    """The places in the words of the letter, so that a clerk can go through them."""
    quotes = []
    for _, verb in places[:_SHOWN]:
        auxiliary = predicates.passive_auxiliary(verb)
        parts = predicates.verb_parts(verb, auxiliary) if auxiliary is not None else [verb]
        words = [parts[0].text]
        for before, after in pairwise(parts):
            words += ["…"] * (after.i > before.i + 1) + [after.text]
        quotes.append(f"„{' '.join(words)}“")
    rest = len(places) - _SHOWN
    more = f" und {rest} weitere" if rest > 0 else ""
    return Suggestion(f"Gehen Sie durch: {', '.join(quotes)}{more}", (), Applicability.SHOW)
