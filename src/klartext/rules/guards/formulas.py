"""Guards about fixed formulas: *Hiermit teilen wir Ihnen mit, dass …*."""

from __future__ import annotations

from klartext.glossary.model import Kind
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard

_OF_THE_OFFICE = (
    "festgestellt , dass", "festgestellt werden , dass", "festzustellen , dass",
    "festzustellen , daß", "gegenstandslos", "hinzuweisen , dass", "hinzuweisen , daß",
    "hingewiesen .", "hin .", "auf", "beachten , dass", "festzuhalten , dass", "anzumerken , dass",
    "wird mitgeteilt , dass", "zu erwähnen , dass",
)  # fmt: skip


@guard("formula-in-longer-one")
def formula_in_longer_one(context: LetterContext, candidate: Candidate) -> bool:
    """*teile ich Ihnen mit, dass* inside *hiermit teile ich Ihnen mit, dass*: one finding."""
    if candidate.hit is not None:
        return False
    return any(
        hit.entry.kind is Kind.FORMULA and own.overlaps(other)
        for hit in context.hits(candidate.parsed)
        for own in candidate.ranges
        for other in hit.ranges
    )


@guard("formula-outside-letter")
def formula_outside_letter(context: LetterContext, candidate: Candidate) -> bool:
    """*Im Labor wurde festgestellt, dass …*: only in a letter the office means itself."""
    entry = candidate.entry or ""
    return entry.endswith(_OF_THE_OFFICE) and not context.is_letter


@guard("formula-without-particle")
def formula_without_particle(context: LetterContext, candidate: Candidate) -> bool:
    """*weise ich auf die Frist hin*: the particle must end the clause; *verweise auf* has none."""
    if not (candidate.entry or "").endswith(" auf"):
        return False
    *_, last = candidate.tokens()
    behind = last.doc[last.i + 1 : candidate.sentence.end]
    return not any(
        token.lower_ == "hin" and token.i + 1 < len(last.doc) and token.nbor().is_punct
        for token in behind
    )
