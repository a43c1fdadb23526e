"""What guards about duties and requests share: the words of a clause, and who is meant."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates

SUBORDINATE = frozenset(
    {"advcl", "acl:relcl", "acl", "ccomp", "csubj", "xcomp", "nmod", "appos", "dep"}
)
"""Relations of clauses that hang on another one."""


def is_polite_you(token: Token) -> bool:
    """*Sie* as the address: a capital, and not just at the start of a sentence with a singular."""
    if token.text != "Sie" or token.tag_ != "PPER":
        return False
    finites = (token.head, *token.head.children)
    return not any(
        predicates.finite(item) and predicates.feature(item, "Number") == "Sing" for item in finites
    )


def between(first: Token, second: Token) -> list[Token]:
    """The tokens between two words."""
    start, end = sorted((first.i, second.i))
    return list(first.doc[start + 1 : end])


def words_before(verb: Token) -> list[Token]:
    """Children of a verb that stand before it."""
    return [child for child in verb.children if child.i < verb.i]
