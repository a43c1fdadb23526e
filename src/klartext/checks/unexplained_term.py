"""WO09: legal terms that the letter uses but does not explain."""

from __future__ import annotations

from collections.abc import Iterable

from klartext.checks.registry import check
from klartext.glossary import Entry
from klartext.glossary.explained import Unexplained, unexplained_terms
from klartext.glossary.suggest import suggest
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import PythonMatch, Rule
from klartext.types import Severity


@check("unexplained-term")
def unexplained(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """First running-text mention of each legal term without an explanation."""
    if context.addressee != "person":
        return
    allowed = {parsed.block.index for parsed in context.blocks(rule)}
    for term in _terms(context):
        if term.parsed.block.index not in allowed or term.hit.in_compound:
            continue
        assert isinstance(rule.match, PythonMatch)
        if not _is_wanted(rule.match, term.entry):
            continue
        suggestions = suggest(context.glossary, term.hit, term.parsed)
        candidate = Candidate(
            term.parsed,
            term.hit.ranges,
            {"verb": term.parsed.doc[term.hit.tokens[0]]},
            entry=term.entry.id,
            suggestions=suggestions,
            hit=term.hit,
        )
        yield _weighed(candidate, term)


def _is_wanted(match: PythonMatch, entry: Entry) -> bool:
    if entry.term in match.but_not:
        return False
    reference = entry.reference or ""
    return entry.term in match.also or any(law in reference for law in match.laws)


def _terms(context: LetterContext) -> list[Unexplained]:
    return unexplained_terms(
        context.parsed, context.understanding, context.glossary, hits=context.hits
    )


def _weighed(candidate: Candidate, term: Unexplained) -> Candidate:
    """A warning where the sentence tells the reader to do something."""
    sentence = candidate.sentence
    duty = any(predicates.must(token) for token in sentence if token.tag_.startswith("V"))
    if duty and predicates.addresses_reader(sentence) and term.zone is None:
        return Candidate(
            candidate.parsed,
            candidate.ranges,
            candidate.nodes,
            entry=candidate.entry,
            suggestions=candidate.suggestions,
            hit=candidate.hit,
            severity=Severity.WARNUNG,
        )
    return candidate
