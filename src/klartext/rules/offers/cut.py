"""Where a long sentence can be cut."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, advice, offer


@offer("cut-sentence")
def cut_sentence(context: LetterContext, candidate: Candidate) -> Offer:
    """Where a long sentence can be cut: at a main clause of its own, then at a clause."""
    place = candidate.ranges[0]
    tokens = [t for t in candidate.parsed.doc if place.start <= t.idx < place.end]
    found = next(_main_clause_cuts(tokens), None) or next(_subordinate_cuts(tokens), None)
    if found is None:
        return (), {}
    words = candidate.parsed.doc[found : found + 3].text
    return advice(f"Teilen vor „{words} …“"), {}


def _main_clause_cuts(tokens: list[Token]) -> Iterator[int]:
    """Where a coordinated main clause with a subject of its own begins: at its *und*."""
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.dep_ != "conj" or token.head.dep_ not in ("ROOT", "conj"):
            continue
        subject = predicates.subject(token)
        joint = next((child for child in token.children if child.dep_ == "cc"), None)
        if subject is None or joint is None or not joint.i < subject.i:
            continue
        verb_second = any(predicates.finite(t) for t in token.doc[joint.i + 1 : joint.i + 5])
        if verb_second and joint.i - first >= 5 and last - joint.i >= 5:
            yield joint.i


_MAY_LEAVE = frozenset("da obgleich obwohl sodass während weil weshalb wobei wodurch womit".split())
"""A condition, what somebody says, or which thing is meant cannot leave its sentence."""


def _subordinate_cuts(tokens: list[Token]) -> Iterator[int]:
    """Where the last clause of the sentence begins, if it is long enough to stand alone."""
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.dep_ not in ("advcl", "acl:relcl", "acl"):
            continue
        words = [t for t in token.subtree if not t.is_punct and not t.is_space]
        start, end = words[0].i, words[-1].i
        is_one_stretch = len([t for t in token.doc[start : end + 1] if not t.is_punct]) == len(
            words
        )
        opens_clause = words[0].lower_ in _MAY_LEAVE and words[0].tag_ in ("KOUS", "PWAV")
        comma_before = start > first and token.doc[start - 1].text == ","
        is_at_end = start - first >= 6 and last - end <= 1
        if is_one_stretch and opens_clause and comma_before and len(words) >= 5 and is_at_end:
            yield start
