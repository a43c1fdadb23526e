"""Guards about the sentence around a place."""

from __future__ import annotations

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard


@guard("citation-in-sentence")
def citation_in_sentence(context: LetterContext, candidate: Candidate) -> bool:
    """A norm is cited in the same sentence."""
    return predicates.has_citation(candidate.sentence)


@guard("legal-near")
def legal_near(context: LetterContext, candidate: Candidate) -> bool:
    """LEGALNEAR: the word may carry a statutory element."""
    return predicates.legal_near(candidate.sentence)


@guard("no-finite-verb")
def no_finite_verb(context: LetterContext, candidate: Candidate) -> bool:
    """No sentence around the place: a line of data, a heading without form, a label."""
    return not any(predicates.finite(token) for token in candidate.sentence)
