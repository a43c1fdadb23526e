"""Finite verbs, subjects and clauses of a stretch of tokens, as counting needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

FINITE_TAGS = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
_INFINITIVE_TAGS = frozenset({"VVINF", "VAINF", "VMINF"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_ATTACHED = frozenset({"punct", "compound:prt", "mark", "aux", "aux:pass", "cop"})


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb: by tag and features, or as a polite request."""
    if token.tag_ in FINITE_TAGS and token.morph.get("VerbForm", []) in ([], ["Fin"]):
        return True
    return token.tag_ in ("VVFIN", "VVINF") and _is_request(token)


def _is_request(token: Token) -> bool:
    """*Bitte beachten Sie*: its verb looks like an infinitive and is often tagged as one."""
    after = next((other for other in _words(token, 1)), None)
    before = next((other for other in _words(token, -1)), None)
    return (
        after is not None
        and after.text == "Sie"
        and (before is None or before.lower_ == "bitte" or before.tag_ in ("$,", "$.", "KON"))
    )


def _words(token: Token, step: int) -> Iterator[Token]:
    """The other tokens of the sentence on one side, nearest first, blanks left out."""
    doc, place = token.doc, token.i
    while step > 0 or not doc[place].is_sent_start:
        place += step
        if not 0 <= place < len(doc) or (step > 0 and doc[place].is_sent_start):
            return
        if not doc[place].is_space:
            yield doc[place]


def has_conflict(token: Token) -> bool:
    """Whether tag and features disagree about the verb being finite."""
    form = token.morph.get("VerbForm", [])
    return bool(form) and (token.tag_ in FINITE_TAGS) != (form == ["Fin"])


def has_subject(tokens: Iterable[Token]) -> bool:
    """Whether a subject and the word it belongs to both stand among the tokens."""
    inside = list(tokens)
    places = {token.i for token in inside}
    return any(token.dep_ in SUBJECTS and token.head.i in places for token in inside)


def count_clauses(tokens: Iterable[Token]) -> int:
    """Clauses: finite verbs, and zu-infinitives that have a dependent of their own."""
    return sum(is_finite(token) or _is_infinitive_clause(token) for token in tokens)


def _is_infinitive_clause(token: Token) -> bool:
    """*den Antrag vollständig auszufüllen*; not *sind vorzulegen*, where the verb is *sind*."""
    if token.tag_ != "VVIZU" and token.tag_ not in _INFINITIVE_TAGS:
        return False
    children = list(token.children)
    with_zu = token.tag_ == "VVIZU" or any(child.tag_ == "PTKZU" for child in children)
    if not with_zu or any(is_finite(child) and child.dep_ in _AUXILIARIES for child in children):
        return False
    return any(child.dep_ not in _ATTACHED and child.tag_ != "PTKZU" for child in children)
