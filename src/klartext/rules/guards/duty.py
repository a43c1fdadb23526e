"""Guards about hidden duties: who has to act, and whether the clause denies it."""

from __future__ import annotations

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of


@guard("reader-verb")
def reader_verb(context: LetterContext, candidate: Candidate) -> bool:
    """The reader has to act, but the sentence hides it."""
    return predicates.is_reader_verb(verb_of(candidate))


@guard("reader-verb-as-duty")
def reader_verb_as_duty(context: LetterContext, candidate: Candidate) -> bool:
    """*müssen … eingereicht werden*: a duty of the reader."""
    verb = verb_of(candidate)
    return predicates.is_reader_verb(verb) and predicates.must(verb)


@guard("negated")
def negated_clause(context: LetterContext, candidate: Candidate) -> bool:
    """The clause is negated."""
    return predicates.negated(predicates.clause_head(verb_of(candidate)))
