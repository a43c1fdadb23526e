"""What the words beside a light-verb phrase say about its sense.

Each decision takes the verb and the candidate and says whether one sense is certain.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate
from klartext.rules.guards.light_persons import SUBJECTS, ends, is_by_reader, is_person

Decision = Callable[[Token, Candidate], bool]
_CIRCUMSTANCES = ("umstand", "umstände", "tatsache", "grund", "gründe", "einwand", "einwände")
_TIMES = ("minute", "stunde", "tag", "woche", "monat", "jahr", "zeit")
_PAPERS = (
    "erlaubnis", "titel", "visum", "ausweis", "pass", "karte", "führerschein", "bescheinigung",
    "genehmigung", "duldung", "gestattung", "zeugnis", "lizenz",
)  # fmt: skip
_COSTS = ("kosten", "gebühr", "auslage", "aufwendung")
_QUESTIONS = ("frage", "rückfrage", "auskunft", "rücksprache", "auskünfte")
_OBJECTS = frozenset({"obj", "nsubj:pass"})


def _dependents(verb: Token, relations: frozenset[str]) -> list[Token]:
    """Dependents of a verb; a relative pronoun stands for the noun it points to."""
    found = []
    for child in verb.children:
        if child.dep_ in relations:
            points_back = child.tag_ == "PRELS" and verb.dep_ in ("acl:relcl", "acl")
            found.append(verb.head if points_back else child)
    return found


def names_circumstances(verb: Token, candidate: Candidate) -> bool:
    """*Umstände geltend machen*: to say them."""
    objects = _dependents(verb, _OBJECTS)
    if objects:
        return any(ends(item, _CIRCUMSTANCES) for item in objects)
    if any(child.dep_ in ("ccomp", "parataxis") for child in verb.children):
        return False  # what somebody claims: to say it, but neither to name nor to demand it
    # long clauses part the infinitive from its object
    return any(child.tag_ == "PTKZU" for child in verb.children) and any(
        ends(token, _CIRCUMSTANCES[:2]) and token.dep_ != "nmod"
        for token in verb.doc[verb.sent.start : verb.i]
    )


def claims(verb: Token, candidate: Candidate) -> bool:
    """*Er macht geltend, er könne nicht schlafen*: what somebody says, in a clause of its own."""
    return not _dependents(verb, _OBJECTS) and any(
        child.dep_ in ("ccomp", "parataxis") for child in verb.children
    )


def lasts(verb: Token, candidate: Candidate) -> bool:
    """*nimmt drei Wochen in Anspruch*: it lasts."""
    return any(
        ends(item, _TIMES)
        and (item.dep_ != "obl" or any(child.dep_ == "nummod" for child in item.children))
        and not any(child.dep_ == "case" and child.lower_ != "bis" for child in item.children)
        for item in _dependents(verb, _OBJECTS | {"obl"})
    )


def holds_paper(verb: Token, candidate: Candidate) -> bool:
    """*ist im Besitz einer Erlaubnis*: to have it."""
    index = candidate.hit.part("noun") if candidate.hit is not None else None
    if index is None:
        return False
    noun = candidate.parsed.doc[index]
    return any(
        child.dep_ == "nmod" and child.i > noun.i and ends(child, _PAPERS)
        for child in noun.children
    )


def costs(verb: Token, candidate: Candidate) -> bool:
    """*Die Kosten fallen Ihnen zur Last*: to pay them."""
    return any(ends(item, _COSTS) for item in _dependents(verb, SUBJECTS))


def reckons(verb: Token, candidate: Candidate) -> bool:
    """*Wir bringen zwei Stunden in Ansatz*: money or time that is paid."""
    return any(
        ends(item, (*_COSTS, "betrag", "stunde", "miete")) for item in _dependents(verb, _OBJECTS)
    )


def may_be_asked(verb: Token, candidate: Candidate) -> bool:
    """*Für Rückfragen steht Ihnen Frau Vogel zur Verfügung*: to ask her."""
    return any(
        ends(child, _QUESTIONS) and any(case.lower_ in ("für", "bei") for case in child.children)
        for child in verb.children
        if child.dep_ in ("obl", "nmod", "obj", "obl:arg")
    )


def is_order(verb: Token, candidate: Candidate) -> bool:
    """*einer Anordnung Folge leisten*: to obey it; nobody obeys an invitation."""
    return not predicates.negated(verb) and any(
        ends(child, _ORDERS) for child in verb.children if child.tag_[0] == "N"
    )


_ORDERS = ("anordnung", "aufforderung", "verfügung", "auflage", "bescheid", "weisung", "pflicht")


def of_thing(verb: Token, candidate: Candidate) -> bool:
    """*Ein Umzug kommt in Betracht*: no person is suited for something, no force is called out."""
    subjects = _dependents(verb, SUBJECTS)
    if verb.sent.text.rstrip().endswith(("Betracht:", "namentlich", "insbesondere")):
        return True  # a list of things follows
    if predicates.feature(verb, "Mood") == "Sub":
        return False  # what somebody says: *für sie komme das nicht in Betracht*
    return bool(subjects) and not any(is_person(item) for item in subjects)


def of_person(verb: Token, candidate: Candidate) -> bool:
    """*Sie bringt zum Ausdruck*: who says it can speak."""
    return any(is_person(item) for item in _dependents(verb, frozenset({"nsubj"})))


def always(verb: Token, candidate: Candidate) -> bool:
    """One sense only, but the glossary has wordings for one kind of subject as well."""
    return True


def uses_chance(verb: Token, candidate: Candidate) -> bool:
    """*von der Möglichkeit Gebrauch machen*; nobody makes use of discretion or of a demand."""
    if any("ermessen" in token.lower_ for token in verb.sent):
        return False
    return not any(
        ends(child, _DEMANDS) and _has_case_word(child, "von", "vom") for child in verb.children
    )


_DEMANDS = ("verlangen", "anordnung", "forderung", "verfügung")


def may_be_weighed(verb: Token, candidate: Candidate) -> bool:
    """*Eine Ausnahme kann nicht in Betracht gezogen werden*: it is not possible."""
    is_passive = predicates.passive_auxiliary(verb) is not None
    return is_passive and any(child.lemma_ in ("können", "vermögen") for child in verb.children)


def uses_service(verb: Token, candidate: Candidate) -> bool:
    """*eine Beratung in Anspruch nehmen*: to use it."""
    return any(ends(item, _SERVICES) for item in _dependents(verb, _OBJECTS))


_SERVICES = ("beratung", "angebot", "unterstützung", "möglichkeit", "dienst", "service", "kurs")


def fetches(verb: Token, candidate: Candidate) -> bool:
    """*Sie können den Pass in Empfang nehmen*: the reader fetches it."""
    # a long clause parts the object from its verb
    papers = any(ends(item, (*_PAPERS, *_FETCHED)) for item in verb.sent if item.i < verb.i)
    return papers and is_by_reader(verb)


_FETCHED = ("schlüssel", "unterlage", "unterlagen", "urkunde", "dokument", "abschrift")


def stands_out(verb: Token, candidate: Candidate) -> bool:
    """*strafrechtlich in Erscheinung treten*: the police or a court knows of it."""
    return any(token.lower_.endswith(("rechtlich", "polizeilich")) for token in verb.sent)


def reader_pays(verb: Token, candidate: Candidate) -> bool:
    """*Die Kosten haben Sie zu tragen*; the costs of a procedure are a term of law."""
    if any(token.lemma_.lower().endswith(_PROCEDURES) for token in verb.sent):
        return False
    return is_by_reader(verb) or any(
        child.text == "Ihnen" and _has_case_word(child, "von") for child in verb.children
    )


_PROCEDURES = ("verfahren", "rechtsstreit", "gericht", "klage")


def reads(verb: Token, candidate: Candidate) -> bool:
    """*Ihr Schreiben habe ich zur Kenntnis genommen*: a text, read without any feelings."""
    if any(_has_case_word(child, "mit") for child in verb.children):
        return False
    named = _dependents(verb, _OBJECTS)
    named += [child for child in verb.children if _has_case_word(child, "von", "vom")]
    return any(ends(item, _TEXTS) for item in named)


_TEXTS = (
    "schreiben", "brief", "schriftsatz", "mail", "stellungnahme", "ausführung", "ausführungen",
    "bericht", "gutachten", "eingabe",
)  # fmt: skip


def names_aim(verb: Token, candidate: Candidate) -> bool:
    """*einen Antrag auf Erhöhung stellen*: what is asked for stands there."""
    return any(_has_case_word(child, "auf") for child in _light_noun_children(candidate))


def is_no_objection(verb: Token, candidate: Candidate) -> bool:
    """*Bitte schaffen Sie Abhilfe*; on an objection the word is a term of law."""
    return not any("widerspr" in token.lower_ for token in verb.sent)


def _light_noun_children(candidate: Candidate) -> list[Token]:
    index = candidate.hit.part("noun") if candidate.hit is not None else None
    return [] if index is None else list(candidate.parsed.doc[index].children)


def _has_case_word(token: Token, *words: str) -> bool:
    return any(child.dep_ == "case" and child.lower_ in words for child in token.children)
