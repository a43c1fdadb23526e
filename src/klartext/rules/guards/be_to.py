"""Guards about *ist … zu …*: what else it can mean, and where it states a duty."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.be_to_senses import plainer
from klartext.rules.guards.clauses import between
from klartext.rules.guards.registry import guard, verb_of
from klartext.rules.guards.verb_bracket import closes_bracket

_GOVERNORS = frozenset(
    """
    leicht leichter schwer schwerer einfach einfacher schwierig schwieriger gut besser schlecht
    schlechter mühelos problemlos bequem schnell schneller günstig günstiger billig billiger kaum
    bereit imstande außerstande berechtigt verpflichtet befugt gehalten gezwungen ermächtigt
    aufgerufen geeignet möglich unmöglich interessant begriff
    """.split()
)
"""Words that take *zu* themselves or turn the duty into a possibility (*leicht zu öffnen*)."""

_FORMS_OF_SEIN = frozenset("ist sind war waren".split())
_CONDITIONAL = frozenset("wäre wären".split())


@guard("adjective-governs-infinitive")
def adjective_governs(context: LetterContext, candidate: Candidate) -> bool:
    """*ist berechtigt zu …*, *ist leicht zu …*: an adjective or participle asks for *zu*.

    A word of manner that the parse took for the predicate (``manner``) asks for nothing.
    """
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    manner = candidate.nodes.get("manner")
    for token in {verb.head, auxiliary.head} - {verb, auxiliary, manner}:
        if token.tag_ in ("ADJD", "VVPP") and auxiliary.head == token:
            return not closes_bracket(candidate)
    words = between(auxiliary, verb)
    if auxiliary.i > candidate.sentence.start and auxiliary.nbor(-1).lower_ in _GOVERNORS:
        return True  # ob Sie bereit sind zu zahlen
    if any(
        token.lower_ in _GOVERNORS and not (token.lower_ == "gut" and token.nbor().tag_ == "ADJD")
        for token in words
    ):
        return True
    if closes_bracket(candidate):
        return False
    return any(
        first.tag_ in ("ADJD", "VVPP")
        and second.text == ","
        and first.is_ancestor(verb)
        and not (first == manner and verb.dep_ == "conj")
        for first, second in pairwise(words)
    )


@guard("report-of-the-past")
def report_of_the_past(context: LetterContext, candidate: Candidate) -> bool:
    """*war festzustellen*: what happened; an act of the reader (*war abzugeben*) was a duty.

    In a letter *war abzulehnen* hides who has decided. *wäre zu ahnden gewesen* did not happen.
    """
    if candidate.nodes["aux"].lower_ in _CONDITIONAL and any(
        token.lower_ == "gewesen" for token in candidate.sentence
    ):
        return True
    if candidate.nodes["aux"].lower_ not in ("war", "waren") or plainer(context, candidate):
        return False
    return not predicates.is_reader_verb(verb_of(candidate)) and not decided(context, candidate)


def decided(context: LetterContext, candidate: Candidate) -> bool:
    """*Der Antrag war abzulehnen*: what the office that writes has had to do."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if not context.is_letter or auxiliary.lower_ not in ("war", "waren"):
        return False
    return auxiliary.i < verb.i and predicates.full_lemma(verb) in _DECISIONS


_DECISIONS = frozenset(
    """
    ablehnen abweisen anordnen anrechnen aufheben auffordern befristen berechnen bewilligen
    einstellen entziehen erheben festsetzen kürzen neuberechnen schätzen untersagen verhängen
    versagen widerrufen zurückfordern zurücknehmen zurückweisen ändern
    """.split()
)


@guard("degree-or-purpose")
def degree_or_purpose(context: LetterContext, candidate: Candidate) -> bool:
    """*zu groß, um … zu*, *um … zu*: the infinitive belongs to something else."""
    return any(
        child.tag_ in ("KOUI", "PTKA") or child.lower_ in ("um", "ohne", "statt", "anstatt")
        for child in verb_of(candidate).children
    )


@guard("no-subject")
def no_subject(context: LetterContext, candidate: Candidate) -> bool:
    """No subject: the two clues do not meet, unless the words stand for themselves.

    A list may follow (*sind mitzubringen: …*), the clause before may hold the subject (*kostet
    5 Euro und ist zu bezahlen*), and in a letter a verb bracket without a comma is enough.
    """
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    manner = candidate.nodes.get("manner")
    holders = [verb, auxiliary] if manner is None else [verb, auxiliary, manner]
    if any(predicates.subject(node) is not None for node in holders):
        return False
    if closes_bracket(candidate) or plainer(context, candidate):
        return False
    words = between(auxiliary, verb)
    if auxiliary.head != verb or any(token.tag_[0] == "$" for token in words):
        return True
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.text == ":":
        return False
    if verb.dep_ == "conj" and predicates.subject(verb.head) is not None:
        return False
    return not context.is_letter


@guard("auxiliary-not-finite")
def auxiliary_not_finite(context: LetterContext, candidate: Candidate) -> bool:
    """The tag says finite, the features do not: the clues disagree.

    *wäre* is a duty in letters only (*Dem Antrag wäre ein Plan beizufügen*).
    """
    auxiliary = candidate.nodes["aux"]
    if not predicates.finite(auxiliary):
        return True
    is_condition = any(token.tag_ in ("KOUS", "PRELS", "PWS") for token in candidate.sentence)
    if context.is_letter and auxiliary.lower_ in _CONDITIONAL:
        return is_condition
    return auxiliary.lower_ not in _FORMS_OF_SEIN


@guard("act-denied")
def act_denied(context: LetterContext, candidate: Candidate) -> bool:
    """*ist nicht zu …*; *nicht an uns, sondern an die Kasse zu zahlen* is a duty still.

    So are *ohne Aufforderung mitzuteilen* and *noch nicht bezahlte Rechnungen sind …*.
    """
    if plainer(context, candidate):
        return False
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    clause = list(predicates.clause_tokens(predicates.clause_head(verb)))
    negators = [t for t in clause if t.lemma_ in wordlists.NEGATORS and _denies(t, auxiliary)]
    if not negators:
        return False
    last = max(token.i for token in negators)
    return not any(
        token.lower_ == "sondern" and token.tag_ == "KON" for token in verb.doc[last : verb.i]
    )


def _denies(negator: Token, auxiliary: Token) -> bool:
    """Whether a negator may deny the act: neither *ohne* a noun nor inside an attribute."""
    if negator.lower_ == "ohne" and negator.tag_ == "APPR":
        return False
    if any(token.tag_ == "ADJA" for token in (negator.head, negator.head.head)):
        return negator.head.tag_ in ("NN", "NE")
    before = negator.doc[negator.i : auxiliary.i]
    return not (any(t.text == "," for t in before) and auxiliary.i > negator.i)


@guard("indirect-question")
def indirect_question(context: LetterContext, candidate: Candidate) -> bool:
    """*wie das Vermögen zu verteilen ist*: the clause asks, it does not oblige."""
    if plainer(context, candidate):
        return False
    return any(
        token.tag_ in ("PWAV", "PWS", "PWAT")
        for token in predicates.clause_tokens(candidate.nodes["verb"])
    )
