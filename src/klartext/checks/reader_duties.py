"""Duties of a role that is the reader's: *Der Inhaber eines Titels ist gehalten, …*."""

from __future__ import annotations

import re

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import LetterContext

_ROLES = re.compile(
    r"(?:Inhaber|(?:\w+s|S)chuldner|\w+nehmer|Empfänger|\w+empfänger|(?:\w+h|H)alter|Betreiber|"
    r"Auftraggeber)(?:in)?|\w+(?:pflichtige|berechtigte)"
)
_NO_ROLES = re.compile(
    r"(?:Arbeit|Teil|Kredit|Unter|Versicherungs)nehmer.*|(?:Zeichnungs|Wahl|Stimm|Verfügungs)"
    r"berechtigte|.*(?:Gesamt|Dritt)schuldner.*|Fahrzeughalter"
)
_PERSON = re.compile(r"\w*(?:berechtigte|pflichtige)")
_PARENTS = re.compile(r"(?:(?:Personens|S)orge|Erziehungs)berechtigten|Eltern")
_YOUR_CHILD = re.compile(r"\bIhr(?:e[mnrs]?)? (?:Kind|Tochter|Sohn|Zwilling)")
_BOUND = frozenset("gehalten angehalten verpflichtet verantwortlich".split())
_BURDENS = frozenset({"haften", "obliegen"})
_OF_EVERYBODY = re.compile(r"(?:Danach|Hiernach|Demnach|Voraussetzung|Nach dieser|Jede)\b")
_PARTS = frozenset({"det", "amod", "punct", "case"})


def has_duty_of_reader(context: LetterContext, noun: Token) -> bool:
    """Whether a main clause lays a duty on one person of a role, or on the parents of *Ihr Kind*.

    No condition, no norm and no second person stands in the sentence: the one who has to act is
    the one who reads.
    """
    if not context.is_letter or noun.tag_ != "NN":
        return False
    is_parents = _PARENTS.fullmatch(noun.text) is not None
    if not (_is_parents(context, noun) if is_parents else _is_one_role(noun)):
        return False
    if not _is_plain_rule(noun):
        return False
    clause = predicates.clause_head(noun)
    if clause.dep_ not in ("ROOT", "conj", "parataxis"):
        return False
    if noun.dep_ in ("nsubj", "nsubj:pass") or (is_parents and _follows_have(noun)):
        return noun.head == clause and _binds(clause)
    return _determiner(noun) == "dem" and (clause.lemma_ == "obliegen" or _falls_to(clause))


def _is_one_role(noun: Token) -> bool:
    if predicates.feature(noun, "Number") == "Plur" or _determiner(noun) not in _ONE:
        return False
    if noun.text == "Person":
        if not any(t.tag_ == "ADJA" and _PERSON.fullmatch(t.text) for t in noun.children):
            return False
    elif not _ROLES.fullmatch(noun.text) or _NO_ROLES.fullmatch(noun.text):
        return False
    return all(_is_part(child, noun) for child in noun.children)


_ONE = frozenset("der die dem".split())


def _is_part(child: Token, noun: Token) -> bool:
    """Articles and *leistungsberechtigte*; behind *Inhaber* what is held: *eines Titels*."""
    if child.dep_ == "nmod" and noun.text.startswith("Inhaber"):
        return child.tag_ == "NN" and child.left_edge.lower_ in ("einer", "eines")
    return child.dep_ in _PARTS


def _is_parents(context: LetterContext, noun: Token) -> bool:
    if _determiner(noun) != "die" or any(c.dep_ not in _PARTS for c in noun.children):
        return False
    return any(_YOUR_CHILD.search(parsed.block.text) for parsed in context.parsed)


def _determiner(noun: Token) -> str:
    """The article at the left edge of the noun phrase, empty if it has none."""
    first = next((child for child in noun.children if child.tag_ == "ART"), None)
    return "" if first is None else first.lower_


def _follows_have(noun: Token) -> bool:
    """*Einen Umzug haben die Eltern …*: the subject, even if the parse says object."""
    article = noun.left_edge
    return article.i > 0 and article.nbor(-1).lower_ == "haben"


def _is_plain_rule(noun: Token) -> bool:
    sentence = noun.sent
    if sentence[-1].text not in ".!" or _OF_EVERYBODY.match(sentence.text):
        return False
    if sentence[0].tag_ in ("VVFIN", "VAFIN", "VMFIN") or predicates.has_citation(sentence):
        return False
    if any(t.lower_ == "so" and t.i > sentence.start and t.nbor(-1).text == "," for t in sentence):
        return False  # Verenden drei Tiere, so hat der Tierhalter …
    return not any(
        token.text in wordlists.POLITE_FORMS or token.lower_ in wordlists.CONDITIONS
        for token in sentence
    )


def _binds(clause: Token) -> bool:
    """*muss, hat zu, ist verpflichtet, haftet, trägt die Kosten*."""
    if predicates.must(clause) or clause.lower_ in _BOUND or clause.lemma_ in _BURDENS:
        return True
    words = list(predicates.clause_tokens(clause))
    if clause.lemma_ == "tragen":
        return any(token.lemma_.lower().endswith("kosten") for token in words)
    have = [t for t in (clause, *clause.children) if t.lower_ in ("hat", "haben")]
    return any(
        t.tag_ == "VVIZU" or t.tag_ == "PTKZU"
        for verb in (clause, *_below(clause))
        for t in (verb, *verb.children)
    ) and any(t.tag_ == "VAFIN" for t in have)


def _below(clause: Token) -> list[Token]:
    return [child for child in clause.children if child.dep_ == "xcomp"]


def _falls_to(clause: Token) -> bool:
    """*fallen dem Schuldner zur Last*."""
    return clause.lemma_ == "fallen" and any(child.text == "Last" for child in clause.children)
