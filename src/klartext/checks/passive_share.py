"""SA09: how many sentences of a letter do not say who acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from klartext.checks.registry import check
from klartext.language.parse import ParsedBlock, text_range
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds.dependency import merge
from klartext.rules.schema import Rule
from klartext.rules.stretches import range_of
from klartext.types import Applicability, Measure, Suggestion

_FEWEST = 8
"""Below so many sentences a share says nothing."""
_SHOWN = 8
"""So many places a clerk still reads through."""
_Place = tuple[ParsedBlock, Token]


@check("passive-share")
def passive_share(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """One candidate for the whole letter, at its first passive; the value is the share in %."""
    lowest = context.levels(rule).lowest
    total, places = _count(context, rule)
    if lowest is None or total < _FEWEST or not places:
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
            passive = next(_passives(sentence), None)
            if passive is not None:
                places.append((parsed, passive))
    return total, places


def _is_mandatory(context: LetterContext, rule: Rule, parsed: ParsedBlock, sentence: Span) -> bool:
    zones = context.understanding.zones_at(parsed.block.index, text_range(sentence))
    return any(zone.id in rule.silent_zones for zone in zones)


def _passives(sentence: Span) -> Iterator[Token]:
    """Passives of a finite clause without a doer; what happens to people is no case of it."""
    for token in sentence:
        auxiliary = predicates.passive_auxiliary(token)
        if auxiliary is None or predicates.doer(token) is not None:
            continue
        helpers = [child for child in token.children if child.dep_ in ("aux", "aux:pass")]
        is_finite = any(predicates.finite(child) for child in helpers)
        if is_finite and predicates.full_lemma(token) not in wordlists.VICTIM_VERBS:
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
