"""Guards about hidden duties: who has to act, and what else *zu* can mean."""

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


@guard("adjective-governs-infinitive")
def adjective_governs(context: LetterContext, candidate: Candidate) -> bool:
    """*ist berechtigt zu …*, *ist leicht zu …*: an adjective or participle asks for *zu*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    governors = {verb.head, auxiliary.head} | set(auxiliary.children) | set(verb.children)
    for token in governors - {verb, auxiliary}:
        if token.tag_ in ("ADJD", "VVPP") and token.dep_ in (
            "ROOT", "conj", "xcomp", "ccomp", "advcl", "acl:relcl", "obj", "advmod",
        ):  # fmt: skip
            return True
    return False


@guard("perception-infinitive")
def perception(context: LetterContext, candidate: Candidate) -> bool:
    """*ist zu erwarten, zu sehen, zu finden*: no duty at all."""
    return predicates.full_lemma(candidate.nodes["verb"]) in _PERCEPTION


_PERCEPTION = frozenset(
    """
    erwarten sehen finden hoffen lesen entnehmen erkennen befürchten vermuten bemerken erreichen
    haben merken beobachten spüren hören unterscheiden vergleichen verstehen sagen verzeichnen
    verdanken tun bedenken wünschen rechnen schaffen begrüßen bedauern ersehen klären
    verstehen kriegen machen holen retten loben tadeln betonen konstatieren empfehlen ansehen
    zurechnen lösen anwenden beschreiben zuordnen erklären
    anerkennen legen
    """.split()
)


@guard("degree-or-purpose")
def degree_or_purpose(context: LetterContext, candidate: Candidate) -> bool:
    """*zu groß, um … zu*, *um … zu*: the infinitive belongs to something else."""
    verb = candidate.nodes["verb"]
    return any(
        child.tag_ in ("KOUI", "PTKA") or child.lower_ in ("um", "ohne", "statt", "anstatt")
        for child in verb.children
    )


@guard("no-subject")
def no_subject(context: LetterContext, candidate: Candidate) -> bool:
    """Neither verb nor auxiliary has a subject: the two clues do not meet."""
    nodes = [candidate.nodes[name] for name in ("verb", "aux") if name in candidate.nodes]
    return not any(predicates.subject(node) is not None for node in nodes)


@guard("auxiliary-not-finite")
def auxiliary_not_finite(context: LetterContext, candidate: Candidate) -> bool:
    """The tag says finite, the features do not: the clues disagree."""
    auxiliary = candidate.nodes["aux"]
    return not predicates.finite(auxiliary) or auxiliary.lower_ not in _FORMS_OF_SEIN


_FORMS_OF_SEIN = frozenset("ist sind war waren".split())


@guard("negated")
def negated_clause(context: LetterContext, candidate: Candidate) -> bool:
    """The clause is negated."""
    return predicates.negated(predicates.clause_head(verb_of(candidate)))


@guard("doer-mentioned")
def doer_mentioned(context: LetterContext, candidate: Candidate) -> bool:
    """Somebody stands in the clause with *von* or *durch*, wherever the parse hangs it."""
    first = min(token.i for token in candidate.nodes.values())
    last = max(token.i for token in candidate.nodes.values())
    for token in candidate.parsed.doc[first : last + 1]:
        if token.lower_ in ("von", "vom", "durch", "seitens") and token.dep_ == "case":
            noun = token.head
            is_noun = noun.tag_ in ("NN", "NE", "PPER", "PIS", "PDS", "ART")
            if is_noun and predicates.names_somebody(noun):
                return True
    return False


@guard("indirect-question")
def indirect_question(context: LetterContext, candidate: Candidate) -> bool:
    """*wie das Vermögen zu verteilen ist*: the clause asks, it does not oblige."""
    return any(
        token.tag_ in ("PWAV", "PWS", "PWAT")
        for token in predicates.clause_tokens(candidate.nodes["verb"])
    )
