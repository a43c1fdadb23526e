"""Subordinate clauses of a sentence, seen by the parse and by their form.

SUBCLAUSE takes two clues: the arc (``acl:relcl``, ``advcl`` …) and the form: a word that opens
the clause after a comma, the finite verb last, punctuation after it. A clause that lacks one of
them is left out, so every number here is a lower bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from klartext.rules import predicates
from klartext.rules.stretches import without_punctuation

_RELATIONS = frozenset({"advcl", "ccomp", "csubj", "csubj:pass", "acl:relcl"})
_CONJUNCTIONS = frozenset({"KOUS", "PWS", "PWAV", "PWAT"})
_RELATIVE = frozenset({"PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
_CLOSERS = frozenset(",.;:!?–-")
_VERB_PARTS = frozenset({"aux", "aux:pass", "cop", "compound:prt"})
_BEFORE_OPENER = frozenset({"KON", "ADV", "APPR", "APPRART"})


@dataclass(frozen=True, slots=True)
class Subclause:
    """A subordinate clause with a finite verb.

    ``start`` and ``end`` are token indices of the block without the commas around. ``depth`` is 1
    under a main clause. ``embedded`` says that the clause around it begins before it and needs
    its verb after it.
    """

    head: Token
    start: int
    end: int
    finite: int
    depth: int
    embedded: bool

    @property
    def is_relative(self) -> bool:
        """Whether it hangs on a noun."""
        return self.head.dep_ == "acl:relcl"

    def contains(self, other: Subclause) -> bool:
        """Whether the other clause is part of this one."""
        return self is not other and self.head.is_ancestor(other.head)


def subclauses(sentence: Span) -> list[Subclause]:
    """Subordinate clauses of a sentence in text order."""
    found: dict[int, tuple[int, int]] = {}
    for token in sentence:
        if token.dep_ in _RELATIONS and (place := _stretch(token, sentence)) is not None:
            found[token.i] = place
    clauses = []
    for index, (start, end) in found.items():
        head = sentence.doc[index]
        finite = _last_own_word(head, start, end, found)
        if finite is None or not _is_finite_at_end(finite):
            continue
        depth = 1 + sum(ancestor.i in found for ancestor in head.ancestors)
        clauses.append(Subclause(head, start, end, finite.i, depth, _is_embedded(head, start, end)))
    return sorted(clauses, key=lambda clause: (clause.start, -clause.end))


def _stretch(head: Token, sentence: Span) -> tuple[int, int] | None:
    """First and last token of the clause, if commas and an opening word confirm the parse."""
    doc = head.doc
    tokens = without_punctuation(sorted(head.subtree, key=lambda token: token.i))
    while tokens and tokens[0].tag_ in ("KON", "ADV") and len(tokens) > 1:
        tokens = tokens[1:]
    if not tokens:
        return None
    start, end = tokens[0].i, tokens[-1].i + 1
    words = {token.i for token in tokens}
    if any(not t.is_punct and not t.is_space and t.i not in words for t in doc[start:end]):
        return None
    opener = next((t for t in tokens if t.tag_ not in _BEFORE_OPENER), tokens[0])
    relative = head.dep_ == "acl:relcl"
    if opener.tag_ not in (_RELATIVE if relative else _CONJUNCTIONS) or opener.i - start > 1:
        return None
    before = start - 1
    while before > sentence.start and doc[before].tag_ in ("KON", "ADV"):
        before -= 1
    opens = start == sentence.start or before < sentence.start or doc[before].text == ","
    closes = end >= sentence.end or doc[end].text in _CLOSERS
    return (start, end) if opens and closes else None


def _last_own_word(
    head: Token, start: int, end: int, others: dict[int, tuple[int, int]]
) -> Token | None:
    """The last word of the clause that is not in a clause below it."""
    below = [place for index, place in others.items() if head.is_ancestor(head.doc[index])]
    for token in reversed(head.doc[start:end]):
        inside = any(left <= token.i < right for left, right in below)
        if not inside and not token.is_punct and not token.is_space:
            return token
    return None


def _is_finite_at_end(verb: Token) -> bool:
    """*wenn Sie absagen*, *die bezahlt werden*: at the end the plural looks like an infinitive.

    Tag or features take it for one; a plural subject and no other auxiliary speak against it.
    """
    if predicates.finite(verb) or verb.tag_ == "VAFIN":
        return True
    if verb.tag_ not in ("VVINF", "VAINF"):
        return False
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    subject = predicates.subject(head)
    return (
        subject is not None
        and predicates.feature(subject, "Number") == "Plur"
        and not any(
            child != verb and (child.dep_ in ("aux", "aux:pass") or child.tag_ == "PTKZU")
            for child in head.children
        )
    )


def _is_embedded(head: Token, start: int, end: int) -> bool:
    """Whether the host clause has a noun or pronoun before and a verb part after the clause."""
    host = predicates.clause_head(head.head)
    parts = [host, *(child for child in host.children if child.dep_ in _VERB_PARTS)]
    verbs = [token for token in parts if token.tag_[0] == "V" or token.tag_ in ("ADJD", "PTKVZ")]
    if not any(token.i >= end for token in verbs):
        return False
    if end + 1 >= len(head.doc) or head.doc[end].text != ",":
        return False
    following = head.doc[end + 1]
    if following.lower_ in ("jedoch", "aber", "sondern") or _adds(following):
        return False  # a second half of the same clause
    before = [token for token in predicates.clause_tokens(host) if token.i < start]
    return any(
        token.tag_ in ("NN", "NE", "PPER", "PIS", "PDS") and token.lower_ != "allem"
        for token in before
    )


def _adds(token: Token) -> bool:
    """*und zwar vom Ersten des Monats an*: the clause before has ended."""
    return token.lower_ == "und" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "zwar"
