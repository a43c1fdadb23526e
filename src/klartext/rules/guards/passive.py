"""Guards about passives: whose doer is named, unknown or of no interest."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import office_acts, reader_acts
from klartext.rules.guards.registry import guard, verb_of


@guard("doer-named")
def doer_named(context: LetterContext, candidate: Candidate) -> bool:
    """*vom Bauamt*, *durch die Polizei*, *von hier aus* stands in the clause."""
    verb = verb_of(candidate)
    return predicates.doer(verb) is not None or office_acts.says_from_here(verb)


@guard("victim-verb")
def victim_verb(context: LetterContext, candidate: Candidate) -> bool:
    """*verletzt, verfolgt, benachteiligt werden*."""
    return predicates.full_lemma(verb_of(candidate)) in wordlists.VICTIM_VERBS


@guard("doer-irrelevant")
def doer_irrelevant(context: LetterContext, candidate: Candidate) -> bool:
    """*wird … genannt, ist gesperrt worden*: nobody asks who."""
    return predicates.full_lemma(verb_of(candidate)) in wordlists.NO_DOER_NEEDED


@guard("request-verb")
def request_verb(context: LetterContext, candidate: Candidate) -> bool:
    """*Es wird gebeten*: rules about requests judge that."""
    verb = verb_of(candidate)
    if context.is_letter and office_acts.is_reported_request(verb):
        return False
    return predicates.full_lemma(verb) in wordlists.REQUEST_VERBS


@guard("norm-is-subject")
def norm_is_subject(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Vorschrift wird angewendet*, *Die Frist wird gewahrt*."""
    verb = verb_of(candidate)
    subject = predicates.subject(verb)
    if verb.lemma_ == "einleiten" or (context.is_letter and office_acts.is_on_procedure(verb)):
        return False
    return subject is not None and any(
        subject.lemma_.lower().endswith(noun) for noun in wordlists.NORM_NOUNS
    )


@guard("main-clause-names-doer")
def main_clause_names_doer(context: LetterContext, candidate: Candidate) -> bool:
    """A subordinate clause whose main clause has *wir* or an authority as subject."""
    head = predicates.clause_head(verb_of(candidate))
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
    """A subordinate clause about something neither office nor reader does: *wenn …*."""
    verb = verb_of(candidate)
    if predicates.is_sender_verb(verb) or predicates.is_reader_verb(verb):
        return False
    return predicates.clause_head(verb).dep_ in ("advcl", "ccomp", "csubj", "acl:relcl", "acl")


@guard("not-finite-clause")
def not_finite_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*um geprüft zu werden*: no finite verb, no clause of its own."""
    verb = verb_of(candidate)
    parts = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    return not any(predicates.finite(child) for child in parts)


@guard("participle-conflict")
def participle_conflict(context: LetterContext, candidate: Candidate) -> bool:
    """Tag and features disagree about the participle: silence."""
    verb = verb_of(candidate)
    return predicates.feature(verb, "VerbForm") not in ("", "Part")


@guard("not-a-passive")
def not_a_passive(context: LetterContext, candidate: Candidate) -> bool:
    """Future tense with a participle that is spelled like the infinitive, or no clear passive."""
    return predicates.passive_auxiliary(verb_of(candidate)) is None


@guard("nobody-asks")
def nobody_asks(context: LetterContext, candidate: Candidate) -> bool:
    """Neither the reader's own acts nor an act of the office about the reader's case.

    In a letter an act of the office counts wherever the sentence is about this case and not about
    what the law allows. In other texts it counts where the clause speaks to the reader or its
    subject is one thing of the case (*die Gebühr*), in a plain statement. An act of the reader
    counts where the clause says *müssen*.
    """
    verb = verb_of(candidate)
    clause = list(predicates.clause_tokens(verb))
    if predicates.is_reader_verb(verb) and predicates.must(verb):
        return False
    is_general = any(token.lower_ in _GENERAL for token in clause)
    if context.is_letter and not is_general and reader_acts.is_act_of_reader(candidate, verb):
        return False
    modals = {c.lemma_ for c in verb.children if c.dep_ in ("aux", "aux:pass")}
    if predicates.is_reader_verb(verb) and modals & {"können", "dürfen", "sollen"}:
        return True
    if is_general:
        return True
    if any(token.lower_ == "uns" and token.dep_ != "det" for token in clause):
        return True
    if context.is_letter:
        return (
            not office_acts.is_act_of_office(verb)
            or office_acts.is_possibility_for_all(candidate, verb)
            or office_acts.is_rule_for_all(candidate, verb)
        )
    if predicates.negated(verb) or office_acts.is_rule_for_all(candidate, verb):
        return True
    if not predicates.is_sender_verb(verb):
        return True
    addressed = any(
        token.text in wordlists.POLITE_FORMS and token.tag_ != "ADV" for token in clause
    )
    subject = predicates.subject(verb)
    return not addressed and not (subject is not None and is_case_matter(subject))


_GENERAL = frozenset(
    "grundsätzlich mitunter regelmäßig meist oft häufig stets nur manchmal".split()
)


def is_case_matter(noun: Token) -> bool:
    """*der Antrag*, *Ihre Gebühr*: one thing, known to the reader."""
    if predicates.feature(noun, "Number") == "Plur" and not noun.lemma_.endswith("kosten"):
        return False
    known = any(
        child.dep_ == "det" and child.lower_ in ("der", "die", "das") for child in noun.children
    )
    return known and noun.lemma_.lower().endswith(wordlists.CASE_MATTERS)


@guard("not-main-clause")
def not_main_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*wenn …*, *die … wird*, *Wurden …*: not what the sentence states."""
    verb = verb_of(candidate)
    head = predicates.clause_head(verb)
    while head.dep_ == "conj":
        head = predicates.clause_head(head.head)
    if head.dep_ not in ("ROOT", "parataxis") and not _follows_condition(verb):
        return True
    helpers = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    opening = candidate.sentence[0]
    if opening.tag_ == "KOUS" and any(c.i > verb.i and predicates.finite(c) for c in helpers):
        return True  # *ob das Geld verrechnet worden ist*: an item of a list
    parts = [part for part in (verb, *helpers) if predicates.finite(part)]
    return any(part.i == candidate.sentence.start for part in parts)


def _follows_condition(verb: Token) -> bool:
    """*Geht nichts ein, wird … entschieden*: the verb behind the comma opens the main clause."""
    finite = next((c for c in verb.children if predicates.finite(c) and c.i < verb.i), None)
    if finite is None or finite.i < 2:
        return False
    before = finite.nbor(-1)
    return before.text == "," or (before.lower_ == "so" and before.nbor(-1).text == ",")


@guard("named-by-a-writ")
def named_by_a_writ(context: LetterContext, candidate: Candidate) -> bool:
    """*mit Bescheid des Bundesamtes … abgelehnt*: whose writ it is, has acted."""
    return any(
        token.lemma_.lower().endswith(_BODIES)
        and token.dep_ == "nmod"
        and token.head.lemma_.lower().endswith(_WRITS)
        for token in candidate.parsed.doc[candidate.sentence.start : candidate.sentence.end]
    )


@guard("actor-in-sentence")
def actor_in_sentence(context: LetterContext, candidate: Candidate) -> bool:
    """An authority or body is named in this sentence or, outside letters, the one before.

    In a letter, a body that acts in a sentence before may be meant as well: *Das Bundesamt hat …
    Subsidiärer Schutz wurde nicht gewährt.* What is done now is done by the office that writes.
    """
    sentences = candidate.parsed.sentences
    own = candidate.sentence
    index = next((i for i, s in enumerate(sentences) if s.start == own.start), 0)
    if context.is_letter and _acts_before(sentences[:index], verb_of(candidate)):
        return True
    if (
        context.is_letter
        and predicates.is_past_passive(verb_of(candidate))
        and any(token.lemma_.lower().endswith(_PROSECUTORS) for token in candidate.parsed.doc)
    ):
        return True
    first = index if context.is_letter else max(0, index - 1)
    last = max(token.i for token in candidate.nodes.values())
    for sentence in sentences[first : index + 1]:
        for token in sentence:
            is_body = token.tag_ == "NN" and token.lemma_.lower().endswith(_BODIES)
            if context.is_letter and token.i > last:
                continue  # *Ihnen wird mitgeteilt, dass die Kasse …*
            preposition = predicates.case_word(token)
            is_receiver = preposition is not None and preposition.lower_ in ("an", "zum", "zur")
            if is_body and not is_receiver and not (context.is_letter and _is_owner(token)):
                return True
    return False


def _acts_before(earlier: Sequence[Span], verb: Token) -> bool:
    """Whether a sentence before names a body that may have done what the passive tells."""
    if not predicates.is_past_passive(verb):
        earlier = earlier[-1:]
    subject = predicates.subject(verb)
    points_back = subject is not None and subject.tag_ in ("PDS", "PPER")
    only_office = predicates.full_lemma(verb) in _ONLY_OFFICES
    return any(
        _may_act(token, points_back)
        for sentence in earlier
        for token in sentence
        if not (only_office and token.lemma_.lower().endswith(_PRIVATE))
    )


def _may_act(token: Token, points_back: bool) -> bool:
    """*Das Bundesamt hat …*, *eine Fachkraft des Dienstes hat …*, *die Zustimmung des Kreises*."""
    if token.tag_ != "NN" or not token.lemma_.lower().endswith((*_BODIES, *_OTHERS)):
        return False
    if token.dep_ in predicates.SUBJECTS or token.dep_ == "obl:agent":
        return True
    is_of_subject = token.head.dep_ in predicates.SUBJECTS
    return token.dep_ == "nmod" and (points_back or is_of_subject)


def _is_owner(body: Token) -> bool:
    """*die Satzung der Stadt*, *Auskünfte der Polizei und der Kasse*: it does not act here."""
    while body.dep_ == "conj":
        body = body.head
    if body.dep_ != "nmod" or predicates.case_word(body) is not None:
        return False
    if any(child.lower_.startswith("unser") for child in body.children):
        return False  # *beim Ortstermin unseres Außendienstes*
    is_subject = body.head.dep_ in predicates.SUBJECTS
    reports = () if is_subject else _REPORTS
    return not body.head.lemma_.lower().endswith((*_WRITS, *reports))


_ONLY_OFFICES = frozenset(
    "ablehnen anrechnen aufheben berücksichtigen bewilligen entscheiden festsetzen".split()
)
"""Acts no private person does."""
_PROSECUTORS = (
    "bußgeldstelle", "polizei", "polizeiinspektion", "polizeirevier", "staatsanwaltschaft",
)  # fmt: skip
"""Where they are named at all, what was found or closed may be theirs."""
_PRIVATE = ("arbeitgeber", "vermieter")
_WRITS = ("bescheid", "schreiben", "urteil", "entscheidung", "verfügung", "beschluss", "anordnung")
"""Whoever has written them has acted: *mit Bescheid des Bundesamtes wurde …*."""
_REPORTS = ("auskunft", "angabe", "mitteilung", "protokoll")
"""*der Mitteilung des Jobcenters zufolge wurde …*; not: *Auskünfte der Kasse wurden eingeholt*."""
_OTHERS = (
    "arbeitgeber", "vermieter", "bußgeldstelle", "meldestelle", "auslandsvertretung", "botschaft",
    "konsulat",
)  # fmt: skip
_BODIES = (
    "behörde", "gericht", "amt", "träger", "kasse", "gemeinde", "bank", "gesellschaft", "revier",
    "polizei", "feuerwehr", "inspektion", "stadt", "kreis", "versicherer", "firma", "anstalt",
    "dienst", "agentur", "jobcenter",
)  # fmt: skip


@guard("place-says-who")
def place_says_who(context: LetterContext, candidate: Candidate) -> bool:
    """*bei der Gemeinde, im Bürgerbüro, dadurch*: the doer or the cause is there."""
    verb = verb_of(candidate)
    is_duty = predicates.is_reader_verb(verb) and predicates.must(verb)
    if context.is_letter and (is_duty or reader_acts.is_act_of_reader(candidate, verb)):
        return False
    for token in predicates.clause_tokens(verb):
        if token.lower_ in ("dadurch", "hierdurch", "damit", "dort"):
            return True
        if token.lower_ == "in" and token.dep_ == "case" and token.head.tag_ == "NE":
            return context.is_letter
        if token.lower_ in ("bei", "beim", "in", "im") and token.dep_ == "case":
            lemma = token.head.lemma_.lower()
            if lemma.endswith((*wordlists.ACTORS, "büro", "verordnung", "satzung", "gesetz")):
                return True
    return False
