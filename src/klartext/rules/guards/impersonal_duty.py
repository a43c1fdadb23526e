"""Guards about impersonal duties: *es ist erforderlich, es bedarf, unterliegt der Pflicht*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.be_to_clauses import behind_hint
from klartext.rules.guards.clauses import SUBORDINATE, is_polite_you, words_before
from klartext.rules.guards.registry import guard, verb_of


@guard("impersonal-negated")
def impersonal_negated(context: LetterContext, candidate: Candidate) -> bool:
    """*Es ist nicht erforderlich, es bedarf keiner Anmeldung*: good news, no duty."""
    verb = verb_of(candidate)
    return any(
        token.lemma_.lower() in wordlists.NEGATORS or token.lower_.startswith("kein")
        for token in own_clause(verb)
    )


def own_clause(verb: Token) -> list[Token]:
    """The words of the clause without those of the clauses below it, zu-infinitives too."""
    below = {
        token.i
        for child in verb.children
        if child.dep_ in ("advcl", "ccomp", "csubj", "xcomp", "conj", "parataxis")
        for token in child.subtree
    }
    return [token for token in verb.subtree if token.i not in below]


@guard("duty-in-side-clause")
def duty_in_side_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*Wenn es erforderlich ist, …*: a case that is spoken of, no duty."""
    verb = verb_of(candidate)
    if behind_hint(candidate, list(predicates.clause_tokens(verb))):
        return False
    if verb.dep_ in SUBORDINATE:
        return True
    return any(
        child.tag_ in ("KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT", "KOKOM")
        for child in words_before(verb)
    )


@guard("duty-of-office-or-others")
def duty_of_office_or_others(context: LetterContext, candidate: Candidate) -> bool:
    """*Es ist erforderlich, dass der Arzt …, Ihre Angaben zu prüfen*: not what the reader does."""
    content = candidate.nodes.get("content")
    if content is None:
        return False
    if content.tag_ == "VVIZU" or any(child.tag_ == "PTKZU" for child in content.children):
        if predicates.is_reader_verb(content):
            return False
        return predicates.is_sender_verb(content) or not _speaks_to_reader(candidate)
    subject = predicates.subject(content)
    if subject is None:
        return True
    if is_polite_you(subject):
        return False
    if predicates.passive_auxiliary(content) is None or predicates.doer(content) is not None:
        return True
    return not predicates.is_reader_verb(content)


def _speaks_to_reader(candidate: Candidate) -> bool:
    """*Damit Sie …, ist es nötig, …*: the reader is subject of a clause beside."""
    return any(
        token.dep_ in ("nsubj", "nsubj:pass") and is_polite_you(token)
        for token in candidate.sentence
    )


@guard("need-names-doer")
def need_names_doer(context: LetterContext, candidate: Candidate) -> bool:
    """*bedarf der Zustimmung des Vermieters*: it is said whose act is needed."""
    noun = candidate.nodes.get("noun")
    if noun is not None:
        subject = predicates.subject(verb_of(candidate))
        if _is_to_be_got(noun):
            return False
        if noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in ("durch", "von", "vom", "seitens"):
            return True
        return _has_attribute(noun) or (subject is not None and _belongs_to_somebody(subject))
    act = candidate.nodes.get("act")
    if act is None:
        return False
    if any(token.text == "Sie" for token in act.subtree):
        return True
    if any(child.lemma_ in _PARENTS and child.dep_ == "nmod" for child in act.children):
        return False
    return _belongs_to_somebody(act) or (
        _has_attribute(act) and not act.lemma_.lower().endswith(_TAKES_OBJECT)
    )


def _is_to_be_got(noun: Token) -> bool:
    """*Übersetzung durch …, Einverständniserklärung beider Eltern*: the reader has to get it."""
    return noun.lemma_.lower().endswith(_TO_BE_GOT)


_PARENTS = frozenset({"Elternteil", "Sorgeberechtigter", "Ehegatte", "Ehepartner"})
"""*Die Unterschrift beider Elternteile ist erforderlich*: the reader is one of them."""
_TO_BE_GOT = ("übersetzung", "einverständniserklärung", "erklärung", "abmeldung")
_TAKES_OBJECT = (
    "abgabe", "angabe", "anzeige", "beantragung", "beglaubigung", "einreichung", "ergänzung",
    "klarstellung", "mitteilung", "nachreichung", "nachweis", "teilnahme", "vorlage", "vorlegung",
    "überweisung", "übersetzung",
)  # fmt: skip


def _has_attribute(noun: Token) -> bool:
    return any(
        child.dep_ in ("nmod", "obl", "obl:agent", "flat", "conj") for child in noun.children
    )


def _belongs_to_somebody(noun: Token) -> bool:
    """*die Unterschrift des Vermieters, durch das Amt, Ihres Arztes*."""
    return any(
        child.dep_ in ("nmod", "obl", "obl:agent")
        and (
            child.lemma_.lower().endswith(wordlists.ACTORS)
            or child.tag_ == "NE"
            or (child.lemma_.lower().endswith(("er", "erin", "ende")) and child.tag_ == "NN")
        )
        for child in noun.children
    )


@guard("act-is-no-duty")
def act_is_no_duty(context: LetterContext, candidate: Candidate) -> bool:
    """*Nach der Anmeldung ist … erforderlich*: the noun is not what the sentence asks for."""
    act = candidate.nodes.get("act")
    if act is None:
        return False
    if act.lemma_ in _OF_EXPERTS and any(
        child.tag_ == "ADJA" and child.lemma_.endswith(("lich", "technisch"))
        for child in act.children
    ):
        return True  # eine amtsärztliche Stellungnahme
    return predicates.feature(act, "Number") == "Plur" or any(
        child.dep_ in ("acl:relcl", "acl", "appos", "conj") for child in act.children
    )


_OF_EXPERTS = frozenset({"Stellungnahme", "Äußerung", "Begutachtung"})


@guard("duty-conditional")
def duty_conditional(context: LetterContext, candidate: Candidate) -> bool:
    """*Unter Umständen ist es notwendig*: a possibility; *war notwendig*: a report."""
    finite = candidate.nodes.get("aux", verb_of(candidate))
    if finite.lower_ not in _PRESENT_DUTY:
        return True
    return any(token.lower_ in _PERHAPS for token in own_clause(verb_of(candidate)))


_PRESENT_DUTY = frozenset(
    "ist wird bedarf bedürfen besteht obliegt obliegen unterliegt unterliegen".split()
)
_PERHAPS = frozenset(
    """
    eventuell evtl ggf ggf. gegebenenfalls manchmal möglicherweise mitunter oft teilweise
    umständen vielleicht zuweilen häufig regelmäßig nur allenfalls weder ausnahmsweise
    """.split()
)


@guard("person-is-subject")
def person_is_subject(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie bedürfen der Zustimmung*: the person is named."""
    subject = predicates.subject(verb_of(candidate))
    if subject is None or subject.lower_ == "es":
        return False
    if subject.tag_ != "NN":
        return True
    lemma = subject.lemma_.lower()
    return lemma.endswith(wordlists.ACTORS) or subject.text in ("Personen", "Kinder")


@guard("object-not-genitive")
def object_not_genitive(context: LetterContext, candidate: Candidate) -> bool:
    """Form and features of the object of *bedürfen* do not both say genitive."""
    noun = candidate.nodes.get("noun")
    if noun is None or noun.lemma_.lower().endswith("pflicht"):
        return False
    determiner = next((c for c in noun.children if c.dep_ == "det"), None)
    first = noun.left_edge.lower_
    if predicates.feature(noun, "Case") not in ("Gen", "Dat", ""):
        return True
    if determiner is not None:
        return determiner.lower_[-2:] not in ("er", "es")
    return first[-2:] not in ("er", "es", "en")


@guard("need-of-people")
def need_of_people(context: LetterContext, candidate: Candidate) -> bool:
    """*bedarf der Pflege, der Erklärung*: a need, no duty towards an office."""
    noun = candidate.nodes.get("noun")
    if noun is None:
        return False
    lemma = noun.lemma_.lower()
    if lemma in _DECLARATIONS:
        adjectives = {child.lemma_ for child in noun.children if child.dep_ == "amod"}
        return adjectives.isdisjoint(_OF_DECLARATIONS)
    return not lemma.endswith(_OFFICIAL_NEEDS)


_OF_DECLARATIONS = frozenset("schriftlich förmlich gesondert ausdrücklich".split())


_OFFICIAL_NEEDS = (
    "anmeldung", "antrags", "antrag", "anzeige", "bewilligung", "einwilligung", "erlaubnis",
    "freigabe", "genehmigung", "meldung", "nachweis", "unterschrift", "vereinbarung",
    "vollmacht", "zulassung", "zustimmung", "pflicht", "beglaubigung", "beurkundung",
    "bestätigung", "vorlage", "zeugnis", "abmeldung", "übersetzung", "einverständniserklärung",
    "ergänzung", "klarstellung", "mitteilung", "mitwirkung", "nachreichung", "rücksprache",
    "abstimmung", "begründung", "berichtigung",
)  # fmt: skip
_DECLARATIONS = ("erklärung",)
"""Asked for by an office only with *schriftlich* and the like; else it means an explanation."""


@guard("duty-of-reader-alone")
def duty_of_reader_alone(context: LetterContext, candidate: Candidate) -> bool:
    """No statute is quoted, no passive hides a second doer, and no noun stands for the act."""
    if "act" in candidate.nodes or predicates.has_citation(candidate.sentence):
        return False
    content = candidate.nodes.get("content")
    return content is None or predicates.passive_auxiliary(content) is None


@guard("duty-of-somebody")
def duty_of_somebody(context: LetterContext, candidate: Candidate) -> bool:
    """*Für den Vermieter besteht die Verpflichtung*: it is said whose duty it is."""
    duty = candidate.nodes.get("duty")
    if duty is None:
        return False
    return any(
        token.lower_ in ("für", "seitens", "gegenüber")
        and token.dep_ == "case"
        and token.head.text != "Sie"
        for token in own_clause(verb_of(candidate))
    )
