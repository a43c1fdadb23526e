"""Light-verb phrases with several senses: the plain verb is certain only beside certain words."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard

_CIRCUMSTANCES = ("umstand", "umstände", "tatsache", "grund", "gründe", "einwand", "einwände")
_TIMES = ("minute", "stunde", "tag", "woche", "monat", "jahr", "zeit")
_PAPERS = (
    "erlaubnis", "titel", "visum", "ausweis", "pass", "karte", "führerschein", "bescheinigung",
    "genehmigung", "duldung", "gestattung", "zeugnis", "lizenz",
)  # fmt: skip
_COSTS = ("kosten", "gebühr", "auslage", "aufwendung")
_LETTER_PERSONS = frozenset("ich wir mir uns sie ihnen".split())
_QUESTIONS = ("frage", "rückfrage", "auskunft", "rücksprache", "auskünfte")
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


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


_LETTERS_ONLY = frozenset(
    {
        "Gelegenheit geben",
        "Gelegenheit erhalten",
        "zur Verfügung stehen",
        "Angaben machen",
        "Nachricht erhalten",
    }
)


def _dependents(verb: Token, relations: frozenset[str]) -> list[Token]:
    """Dependents of a verb; a relative pronoun stands for the noun it points to."""
    found = []
    for child in verb.children:
        if child.dep_ in relations:
            points_back = child.tag_ == "PRELS" and verb.dep_ in ("acl:relcl", "acl")
            found.append(verb.head if points_back else child)
    return found


def _ends(token: Token, nouns: tuple[str, ...]) -> bool:
    return token.lemma_.lower().endswith(nouns) or token.lower_.endswith(nouns)


def _names_circumstances(verb: Token, candidate: Candidate) -> bool:
    """*Umstände geltend machen*: to say them."""
    objects = _dependents(verb, _OBJECTS)
    if objects:
        return any(_ends(item, _CIRCUMSTANCES) for item in objects)
    if any(child.dep_ in ("ccomp", "parataxis") for child in verb.children):
        return False  # what somebody claims: to say it, but neither to name nor to demand it
    # long clauses part the infinitive from its object
    return any(child.tag_ == "PTKZU" for child in verb.children) and any(
        _ends(token, _CIRCUMSTANCES[:2]) and token.dep_ != "nmod"
        for token in verb.doc[verb.sent.start : verb.i]
    )


def _claims(verb: Token, candidate: Candidate) -> bool:
    """*Er macht geltend, er könne nicht schlafen*: what somebody says, in a clause of its own."""
    return not _dependents(verb, _OBJECTS) and any(
        child.dep_ in ("ccomp", "parataxis") for child in verb.children
    )


def _lasts(verb: Token, candidate: Candidate) -> bool:
    """*nimmt drei Wochen in Anspruch*: it lasts."""
    return any(
        _ends(item, _TIMES)
        and (item.dep_ != "obl" or any(child.dep_ == "nummod" for child in item.children))
        and not any(child.dep_ == "case" and child.lower_ != "bis" for child in item.children)
        for item in _dependents(verb, _OBJECTS | {"obl"})
    )


def _holds_paper(verb: Token, candidate: Candidate) -> bool:
    """*ist im Besitz einer Erlaubnis*: to have it."""
    index = candidate.hit.part("noun") if candidate.hit is not None else None
    if index is None:
        return False
    noun = candidate.parsed.doc[index]
    return any(
        child.dep_ == "nmod" and child.i > noun.i and _ends(child, _PAPERS)
        for child in noun.children
    )


def _costs(verb: Token, candidate: Candidate) -> bool:
    """*Die Kosten fallen Ihnen zur Last*: to pay them."""
    return any(_ends(item, _COSTS) for item in _dependents(verb, _SUBJECTS))


def _may_be_asked(verb: Token, candidate: Candidate) -> bool:
    """*Für Rückfragen steht Ihnen Frau Vogel zur Verfügung*: to ask her."""
    return any(
        _ends(child, _QUESTIONS) and any(case.lower_ in ("für", "bei") for case in child.children)
        for child in verb.children
        if child.dep_ in ("obl", "nmod", "obj", "obl:arg")
    )


def _reader_may(verb: Token, candidate: Candidate) -> bool:
    """*Wir geben Ihnen Gelegenheit*, *Sie erhalten Gelegenheit*: the reader, nobody else."""
    return any(
        child.text == "Ihnen" or (child.lower_ == "sie" and child.dep_ in _SUBJECTS)
        for child in verb.children
    ) and not _is_past(verb)


def _reader_might(verb: Token, candidate: Candidate) -> bool:
    """*Ihnen wurde Gelegenheit gegeben, sich zu äußern*: a chance of the past, told as one."""
    return _is_past(verb) and any(
        child.text == "Ihnen" or (child.lower_ == "sie" and child.dep_ in _SUBJECTS)
        for child in verb.children
    )


def _somebody_might(verb: Token, candidate: Candidate) -> bool:
    """*Ihm wurde Gelegenheit gegeben, sich zu äußern*: of somebody else, in the past."""
    return _is_past(verb) and not _reader_might(verb, candidate)


def _somebody_may(verb: Token, candidate: Candidate) -> bool:
    """*Ich gebe Ihrem Mandanten Gelegenheit*: of somebody else, from now on."""
    return (
        not _is_past(verb)
        and not _reader_may(verb, candidate)
        and any(
            child.dep_ in ("iobj", "obl:arg", "nsubj") and child.tag_ == "NN" and _is_person(child)
            for child in verb.children
        )
    )


def _is_past(verb: Token) -> bool:
    """*wurde Ihnen Gelegenheit gegeben*, *hatten Sie Gelegenheit*: that chance is gone."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    if verb.lower_.startswith("hatte"):
        return True
    return any(word.startswith(("wurde", "worden", "hatte", "habe", "hat")) for word in helpers)


def _is_between_us(verb: Token, candidate: Candidate) -> bool:
    """*Wir erteilen Ihnen Auskunft*: said to somebody, not a term of the law on registers."""
    return any(child.lower_ in _LETTER_PERSONS for child in verb.children)


def _is_order(verb: Token, candidate: Candidate) -> bool:
    """*einer Anordnung Folge leisten*: to obey it; nobody obeys an invitation."""
    return not predicates.negated(verb) and any(
        _ends(child, _ORDERS) for child in verb.children if child.tag_[0] == "N"
    )


_ORDERS = ("anordnung", "aufforderung", "verfügung", "auflage", "bescheid", "weisung", "pflicht")


def _of_thing(verb: Token, candidate: Candidate) -> bool:
    """*Ein Umzug kommt in Betracht*: no person is suited for something, no force is called out."""
    subjects = _dependents(verb, _SUBJECTS)
    if verb.sent.text.rstrip().endswith(("Betracht:", "namentlich", "insbesondere")):
        return True  # a list of things follows
    if predicates.feature(verb, "Mood") == "Sub":
        return False  # what somebody says: *für sie komme das nicht in Betracht*
    return bool(subjects) and not any(_is_person(item) for item in subjects)


def _of_person(verb: Token, candidate: Candidate) -> bool:
    """*Sie bringt zum Ausdruck*: who says it can speak."""
    return any(_is_person(item) for item in _dependents(verb, frozenset({"nsubj"})))


def _is_person(token: Token) -> bool:
    if token.tag_ in ("PPER", "PIS", "PWS", "NE") or token.text[:1].islower():
        return True
    number = predicates.feature(token, "Number")
    return number == "Plur" or _ends(token, (*wordlists.ACTORS, *_GROUPS))


def _always(verb: Token, candidate: Candidate) -> bool:
    """One sense only, but the glossary has wordings for one kind of subject as well."""
    return True


def _is_not_discretion(verb: Token, candidate: Candidate) -> bool:
    """*von seinem Ermessen Gebrauch machen* is a term of its own."""
    return not any("ermessen" in token.lower_ for token in verb.sent)


_GROUPS = (
    "feuerwehr",
    "wehr",
    "wagen",
    "hubschrauber",
    "kräfte",
    "staffel",
    "kreis",
    "gruppe",
    "mandant",
    "mandantin",
    "sohn",
    "tochter",
)
_Decision = Callable[[Token, Candidate], bool]
_CHANCES: tuple[tuple[_Decision, str], ...] = (
    (_reader_may, "Sie können …"),
    (_reader_might, "Sie konnten …"),
    (_somebody_might, "… konnte …"),
    (_somebody_may, "… kann …"),
)
_SENSES: dict[str, tuple[tuple[_Decision, str], ...]] = {
    "Bezug nehmen": ((_always, "sich beziehen auf"),),
    "Auskunft erteilen": ((_is_between_us, "informieren"),),
    "Auskunft geben": ((_is_between_us, "informieren"),),
    "Auskünfte erteilen": ((_is_between_us, "informieren"),),
    "Folge leisten": ((_is_order, "befolgen"),),
    "Gebrauch machen": ((_is_not_discretion, "nutzen"),),
    "Gelegenheit erhalten": _CHANCES,
    "Gelegenheit geben": _CHANCES,
    "geltend machen": ((_names_circumstances, "nennen"), (_claims, "sagen")),
    "im Besitz sein": ((_holds_paper, "haben"),),
    "in Betracht kommen": ((_of_thing, "möglich sein"),),
    "in Anspruch nehmen": ((_lasts, "dauern"),),
    "in Rechnung stellen": ((_always, "berechnen"),),
    "Nachricht erhalten": ((_reader_may, "Wir schreiben Ihnen, …"),),
    "Stellung nehmen": ((_always, "sich äußern"),),
    "zu Lasten gehen": ((_costs, "bezahlen müssen"),),
    "zum Ausdruck bringen": ((_of_person, "sagen"),),
    "zum Einsatz kommen": ((_of_thing, "benutzt werden"),),
    "zur Last fallen": ((_costs, "bezahlen müssen"),),
    "zur Last legen": ((_always, "vorwerfen"),),
    "zur Verfügung stehen": ((_may_be_asked, "da sein"),),
}
"""Phrase → when its sense is certain, and the plain verb then."""
