"""Guards: named conditions under which a rule stays silent or speaks louder.

A rule file lists them under ``silent_if`` and ``raise_if``. Each takes the context and the
candidate and answers yes or no.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext

Guard = Callable[[LetterContext, Candidate], bool]
GUARDS: dict[str, Guard] = {}


def guard(name: str) -> Callable[[Guard], Guard]:
    """Register a guard under the name rule files use."""

    def register(function: Guard) -> Guard:
        GUARDS[name] = function
        return function

    return register


def _verb(candidate: Candidate) -> Token:
    return candidate.nodes["verb"]


@guard("doer-named")
def doer_named(context: LetterContext, candidate: Candidate) -> bool:
    """*vom Bauamt*, *durch die Polizei* stands in the clause."""
    return predicates.doer(_verb(candidate)) is not None


@guard("victim-verb")
def victim_verb(context: LetterContext, candidate: Candidate) -> bool:
    """*verletzt, verfolgt, benachteiligt werden*."""
    return predicates.full_lemma(_verb(candidate)) in wordlists.VICTIM_VERBS


@guard("doer-irrelevant")
def doer_irrelevant(context: LetterContext, candidate: Candidate) -> bool:
    """*wird … genannt, ist gesperrt worden*: nobody asks who."""
    return predicates.full_lemma(_verb(candidate)) in wordlists.NO_DOER_NEEDED


@guard("request-verb")
def request_verb(context: LetterContext, candidate: Candidate) -> bool:
    """*Es wird gebeten*: rules about requests judge that."""
    return predicates.full_lemma(_verb(candidate)) in wordlists.REQUEST_VERBS


@guard("norm-is-subject")
def norm_is_subject(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Vorschrift wird angewendet*, *Die Frist wird gewahrt*."""
    subject = predicates.subject(_verb(candidate))
    return subject is not None and any(
        subject.lemma_.lower().endswith(noun) for noun in wordlists.NORM_NOUNS
    )


@guard("main-clause-names-doer")
def main_clause_names_doer(context: LetterContext, candidate: Candidate) -> bool:
    """A subordinate clause whose main clause has *wir* or an authority as subject."""
    head = predicates.clause_head(_verb(candidate))
    while head.dep_ in ("advcl", "ccomp", "csubj", "acl:relcl", "acl", "xcomp", "conj"):
        head = predicates.clause_head(head.head)
        subject = predicates.subject(head)
        if subject is not None and _is_sender(subject):
            return True
    return False


def _is_sender(token: Token) -> bool:
    if token.lower_ in ("wir", "ich"):
        return True
    lemma = token.lemma_.lower()
    return lemma.endswith(("behörde", "amt", "stelle", "verwaltung", "gericht", "kasse"))


@guard("side-remark")
def side_remark(context: LetterContext, candidate: Candidate) -> bool:
    """A subordinate clause about something neither office nor reader does: *wenn … überschritten*."""
    verb = _verb(candidate)
    if predicates.is_sender_verb(verb) or predicates.is_reader_verb(verb):
        return False
    return predicates.clause_head(verb).dep_ in ("advcl", "ccomp", "csubj", "acl:relcl", "acl")


@guard("not-finite-clause")
def not_finite_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*um geprüft zu werden*: no finite verb, no clause of its own."""
    verb = _verb(candidate)
    parts = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    return not any(predicates.finite(child) for child in parts)


@guard("participle-conflict")
def participle_conflict(context: LetterContext, candidate: Candidate) -> bool:
    """Tag and features disagree about the participle: silence."""
    verb = _verb(candidate)
    form = verb.morph.get("VerbForm")
    return bool(form) and form != ["Part"]


@guard("reader-verb")
def reader_verb(context: LetterContext, candidate: Candidate) -> bool:
    """The reader has to act, but the sentence hides it."""
    return predicates.is_reader_verb(_verb(candidate))


@guard("reader-verb-as-duty")
def reader_verb_as_duty(context: LetterContext, candidate: Candidate) -> bool:
    """*müssen … eingereicht werden*: a duty of the reader."""
    verb = _verb(candidate)
    return predicates.is_reader_verb(verb) and predicates.must(verb)


@guard("citation-in-sentence")
def citation_in_sentence(context: LetterContext, candidate: Candidate) -> bool:
    """A norm is cited in the same sentence."""
    return predicates.has_citation(candidate.sentence)


@guard("legal-near")
def legal_near(context: LetterContext, candidate: Candidate) -> bool:
    """LEGALNEAR: the word may carry a statutory element."""
    return predicates.legal_near(candidate.sentence)


@guard("negated")
def negated_clause(context: LetterContext, candidate: Candidate) -> bool:
    """The clause is negated."""
    return predicates.negated(predicates.clause_head(_verb(candidate)))


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
    zurechnen lösen
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


@guard("not-a-passive")
def not_a_passive(context: LetterContext, candidate: Candidate) -> bool:
    """Future tense with a participle that is spelled like the infinitive, or no clear passive."""
    return predicates.passive_auxiliary(_verb(candidate)) is None


@guard("auxiliary-not-finite")
def auxiliary_not_finite(context: LetterContext, candidate: Candidate) -> bool:
    """The tag says finite, the features do not: the clues disagree."""
    auxiliary = candidate.nodes["aux"]
    return not predicates.finite(auxiliary) or auxiliary.lower_ not in _FORMS_OF_SEIN


_FORMS_OF_SEIN = frozenset("ist sind war waren".split())


@guard("no-date-context")
def no_date_context(context: LetterContext, candidate: Candidate) -> bool:
    """*Version 1.12.2024*, *Az. 12.3.2024-7*, a range in a table: no date of running text."""
    text, place = candidate.parsed.block.text, candidate.ranges[0]
    before, after = text[: place.start].rstrip(), text[place.end :]
    if before.endswith(("Version", "Az.", "Az", "Nr.", "Nummer", "Zeichen:", "Ziffer", "DIN", "Release")):
        return True
    return after.startswith(("-", "/", "_")) or before.endswith(("/", "_"))


@guard("no-finite-verb")
def no_finite_verb(context: LetterContext, candidate: Candidate) -> bool:
    """No sentence around the place: a line of data, a heading without form, a label."""
    return not any(predicates.finite(token) for token in candidate.sentence)


@guard("performative-hereby")
def performative_hereby(context: LetterContext, candidate: Candidate) -> bool:
    """*Hiermit bevollmächtige ich …*: the word makes the sentence an act of law."""
    if not candidate.text.lower().startswith("hiermit"):
        return False
    return any(
        token.lemma_ in _PERFORMATIVE or predicates.full_lemma(token) in _PERFORMATIVE
        for token in candidate.sentence
        if token.tag_.startswith("VV")
    )


_PERFORMATIVE = frozenset(
    """
    anordnen widerrufen bevollmächtigen androhen versichern erklären einwilligen beantragen
    kündigen zustimmen untersagen festsetzen aufheben ablehnen erteilen beauftragen ermächtigen
    verfügen zurücknehmen auffordern
    """.split()
)


@guard("entry-sure")
def entry_sure(context: LetterContext, candidate: Candidate) -> bool:
    """The glossary entry is of high confidence."""
    return candidate.hit is not None and candidate.hit.entry.confidence == "high"
