"""Light-verb phrases with several senses: the plain verb is certain only beside certain words."""

from __future__ import annotations

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import light_decisions as decisions
from klartext.rules.guards import light_persons as persons
from klartext.rules.guards.light_decisions import Decision
from klartext.rules.guards.registry import guard


def plain_sense(candidate: Candidate) -> str | None:
    """The plain verb where the words beside the phrase make it certain.

    Returns:
        ``None`` for a phrase with several senses none of which is certain here, and for a
        phrase that has one sense only; :func:`has_senses` tells them apart.
    """
    if candidate.hit is None:
        return None
    index = candidate.hit.part("verb")
    if index is None:
        return None
    verb = candidate.parsed.doc[index]
    senses = _SENSES.get(candidate.hit.entry.term, ())
    return next((words for decide, words in senses if decide(verb, candidate)), None)


def has_senses(candidate: Candidate) -> bool:
    """Whether the phrase is one of those with several senses."""
    return candidate.hit is not None and candidate.hit.entry.term in _SENSES


@guard("light-phrase-of-other-sense")
def light_phrase_of_other_sense(context: LetterContext, candidate: Candidate) -> bool:
    """*einen Anspruch geltend machen*, *jemanden in Anspruch nehmen*: no plain verb says it."""
    return has_senses(candidate) and plain_sense(candidate) is None


@guard("light-phrase-outside-letter")
def light_phrase_outside_letter(context: LetterContext, candidate: Candidate) -> bool:
    """*Das Fest gibt Gelegenheit …*: only in a letter the reader is meant to act or to ask."""
    if candidate.hit is None or context.is_letter:
        return False
    return candidate.hit.entry.term in _LETTERS_ONLY


@guard("costs-in-decision")
def costs_in_decision(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Kosten tragen Sie* in the operative part: it must stay as the law has it."""
    if candidate.hit is None or candidate.hit.entry.term != "Kosten tragen":
        return False
    zones = context.understanding.zones_at(candidate.parsed.block.index, candidate.ranges[0])
    return any(zone.id in ("Z1", "Z2", "Z3") for zone in zones)


_LETTERS_ONLY = frozenset(
    {
        "Gelegenheit geben",
        "Gelegenheit erhalten",
        "zur Verfügung stehen",
        "Angaben machen",
        "Kosten tragen",
        "Mitteilung erhalten",
    }
)


_CHANCES: tuple[tuple[Decision, str], ...] = (
    (persons.reader_may, "Sie können …"),
    (persons.reader_might, "Sie konnten …"),
    (persons.somebody_might, "… konnte …"),
    (persons.somebody_may, "… kann …"),
)
_TELLING: tuple[tuple[Decision, str], ...] = (
    (persons.office_tells, "informieren"),
    (persons.reader_answers, "antworten"),
)
_READING: tuple[tuple[Decision, str], ...] = ((decisions.reads, "lesen"),)
_SENSES: dict[str, tuple[tuple[Decision, str], ...]] = {
    "Abhilfe schaffen": ((decisions.is_no_objection, "das Problem lösen"),),
    "Antrag stellen": ((decisions.names_aim, "beantragen"),),
    "Auskunft erteilen": _TELLING,
    "Auskunft geben": _TELLING[:1],
    "Auskünfte erteilen": _TELLING,
    "Bezug nehmen": ((decisions.always, "sich beziehen auf"),),
    "eine Abwägung vornehmen": ((decisions.always, "abwägen"),),
    "eine Anordnung treffen": ((decisions.always, "anordnen"),),
    "eine Feststellung treffen": ((decisions.always, "feststellen"),),
    "Einsicht nehmen": ((decisions.always, "ansehen"),),
    "Folge leisten": ((decisions.is_order, "befolgen"),),
    "Gebrauch machen": ((decisions.uses_chance, "nutzen"),),
    "Gelegenheit erhalten": _CHANCES,
    "Gelegenheit geben": _CHANCES,
    "geltend machen": ((decisions.names_circumstances, "nennen"), (decisions.claims, "sagen")),
    "im Besitz sein": ((decisions.holds_paper, "haben"),),
    "in Ansatz bringen": (
        (decisions.reckons, "berechnen"),
        (decisions.always, "berücksichtigen"),
    ),
    "in Abrede stellen": ((decisions.always, "bestreiten"),),
    "in Betracht ziehen": ((decisions.may_be_weighed, "möglich sein"),),
    "in Anspruch nehmen": ((decisions.lasts, "dauern"), (decisions.uses_service, "nutzen")),
    "in Empfang nehmen": ((decisions.fetches, "abholen"),),
    "in Erscheinung treten": ((decisions.stands_out, "auffallen"),),
    "in Rechnung stellen": ((decisions.always, "berechnen"),),
    "Kenntnis nehmen": _READING,
    "Kosten tragen": ((decisions.reader_pays, "bezahlen"),),
    "Mitteilung erhalten": ((persons.reader_may, "Wir schreiben Ihnen, …"),),
    "Schwierigkeiten bereiten": (
        (persons.is_hard_for_somebody, "schwerfallen"),
        (decisions.always, "Probleme machen"),
    ),
    "Stellung nehmen": ((decisions.always, "sich äußern"),),
    "zu dem Ergebnis gelangen": ((decisions.always, "feststellen, dass …"),),
    "zu dem Ergebnis kommen": ((decisions.always, "feststellen, dass …"),),
    "zu Lasten gehen": ((decisions.costs, "bezahlen müssen"),),
    "zum Ausdruck bringen": ((decisions.of_person, "sagen"),),
    "zum Einsatz kommen": ((decisions.of_thing, "benutzt werden"),),
    "zum Ergebnis kommen": ((decisions.always, "feststellen, dass …"),),
    "zur Kenntnis nehmen": _READING,
    "zur Last fallen": ((decisions.costs, "bezahlen müssen"),),
    "zur Last legen": ((decisions.always, "vorwerfen"),),
    "zur Verfügung stehen": ((decisions.may_be_asked, "da sein"),),
}
"""Phrase → when its sense is certain, and the plain verb then."""
