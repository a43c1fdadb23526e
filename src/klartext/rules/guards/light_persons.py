"""Who acts or gains in a light-verb phrase: the reader, the office or somebody else."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate

_LETTER_PERSONS = frozenset("ich wir mir uns sie ihnen".split())
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def ends(token: Token, nouns: tuple[str, ...]) -> bool:
    """Whether lemma or form ends with one of the nouns: *Gebührenbescheid* with *bescheid*."""
    return token.lemma_.lower().endswith(nouns) or token.lower_.endswith(nouns)


def reader_may(verb: Token, candidate: Candidate) -> bool:
    """*Wir geben Ihnen Gelegenheit*, *Sie erhalten Gelegenheit*: the reader, nobody else."""
    return any(
        child.text == "Ihnen" or (child.lower_ == "sie" and child.dep_ in SUBJECTS)
        for child in verb.children
    ) and not _is_past(verb)


def reader_might(verb: Token, candidate: Candidate) -> bool:
    """*Ihnen wurde Gelegenheit gegeben, sich zu äußern*: a chance of the past, told as one."""
    return _is_past(verb) and any(
        child.text == "Ihnen" or (child.lower_ == "sie" and child.dep_ in SUBJECTS)
        for child in verb.children
    )


def somebody_might(verb: Token, candidate: Candidate) -> bool:
    """*Ihm wurde Gelegenheit gegeben, sich zu äußern*: of somebody else, in the past."""
    return _is_past(verb) and not reader_might(verb, candidate)


def somebody_may(verb: Token, candidate: Candidate) -> bool:
    """*Ich gebe Ihrem Mandanten Gelegenheit*: of somebody else, from now on."""
    return (
        not _is_past(verb)
        and not reader_may(verb, candidate)
        and any(
            child.dep_ in ("iobj", "obl:arg", "nsubj") and child.tag_ == "NN" and is_person(child)
            for child in verb.children
        )
    )


def _is_past(verb: Token) -> bool:
    """*wurde Ihnen Gelegenheit gegeben*, *hatten Sie Gelegenheit*: that chance is gone."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    if verb.lower_.startswith("hatte"):
        return True
    return any(word.startswith(("wurde", "worden", "hatte", "habe", "hat")) for word in helpers)


def is_between_us(verb: Token, candidate: Candidate) -> bool:
    """*Wir erteilen Ihnen Auskunft*: said to somebody, not a term of the law on registers."""
    return any(child.lower_ in _LETTER_PERSONS for child in verb.children)


def is_person(token: Token) -> bool:
    """A pronoun, a name, an actor, or a plural that no thing ends with."""
    if token.tag_ in ("PPER", "PIS", "PWS", "NE") or token.text[:1].islower():
        return True
    if ends(token, (*wordlists.ACTORS, *_GROUPS)):
        return True
    return predicates.feature(token, "Number") == "Plur" and not ends(token, _THINGS)


def office_tells(verb: Token, candidate: Candidate) -> bool:
    """*Wir erteilen Ihnen Auskunft*: not the reader, who only answers."""
    return is_between_us(verb, candidate) and not is_by_reader(verb)


def reader_answers(verb: Token, candidate: Candidate) -> bool:
    """*Sie haben keine Auskunft erteilt*: the reader was asked."""
    return is_by_reader(verb)


def is_by_reader(verb: Token) -> bool:
    """*Sie … haben*: the subject is the reader."""
    helpers = (child for child in verb.children if child.dep_.startswith("aux"))
    subjects = (predicates.subject(token) for token in (verb, *helpers))
    return any(subject is not None and subject.lower_ == "sie" for subject in subjects)


def is_hard_for_somebody(verb: Token, candidate: Candidate) -> bool:
    """*Das bereitet ihm Schwierigkeiten*: a person has them."""
    return any(child.lower_ in _DATIVE_PERSONS for child in verb.children)


_DATIVE_PERSONS = frozenset("mir uns ihm ihr ihnen dir euch".split())
_THINGS = (
    "ung", "ungen", "keit", "keiten", "heit", "heiten", "ion", "ionen", "maßnahme", "maßnahmen",
    "leistung", "hilfe", "hilfen", "mittel", "grund", "gründe", "kosten", "gebühr", "titel",
    "erlaubnis", "termin", "termine", "betrag", "beträge", "nachweis", "nachweise", "ausnahme",
)  # fmt: skip
"""Ends of nouns that no person has, in the singular and in the plural."""
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
