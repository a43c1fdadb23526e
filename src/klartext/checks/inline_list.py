"""SA27: four or more things one after the other in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from klartext.checks.registry import check
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.rules.stretches import bracket_depths, quoted, range_of, word_count
from klartext.types import Applicability, Measure, Suggestion

_COORDINATORS = frozenset({"und", "oder", "sowie"})
_MARKS = _COORDINATORS | {",", ";", ":"}
_FEWEST = 3
_LONG_TOTAL = 12
_LONG_MEMBER = 2.0


@check("inline-list")
def inline_lists(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Enumerations of nouns with their number of members."""
    lowest = context.levels(rule).lowest
    for parsed in context.blocks(rule):
        for sentence in parsed.doc.sents:
            if lowest is None or not any(predicates.finite(token) for token in sentence):
                continue
            for members in _enumerations(sentence):
                if len(members) >= lowest and _is_long(parsed, members):
                    yield _candidate(parsed, members)


def _candidate(parsed: ParsedBlock, members: list[Span]) -> Candidate:
    items = " • ".join(quoted(member.text) for member in members)
    return Candidate(
        parsed,
        (range_of(parsed, members[0].start, members[-1].end),),
        value=len(members),
        suggestions=(Suggestion(f"Als Liste: • {items}", (), Applicability.SHOW),),
        measures=(Measure("members", len(members)),),
    )


def _is_long(parsed: ParsedBlock, members: list[Span]) -> bool:
    total = sum(word_count(parsed, member.start, member.end) for member in members)
    return total > _LONG_TOTAL or total / len(members) > _LONG_MEMBER


def _enumerations(sentence: Span) -> Iterator[list[Span]]:
    """Stretches between commas up to *und*, each with a noun of one chain at its centre.

    The commas are one clue, the parse is the other: the nouns hang together as conjuncts, or on
    the same word by the same relation.
    """
    depths = bracket_depths(sentence)
    used: set[int] = set()
    for token in sentence:
        if token.i in used or not _is_noun(token) or depths[token.i]:
            continue
        heads = _chain(token, sentence, depths)
        members = _members(heads, sentence, depths)
        if members:
            used |= {head.i for head in heads}
            yield members


def _is_noun(token: Token) -> bool:
    return token.tag_ == "NN"


def _chain(first: Token, sentence: Span, depths: dict[int, int]) -> list[Token]:
    """The noun and those coordinated with it."""
    heads = {first, *first.conjuncts}
    for token in sentence:
        same = token.head == first.head and token.dep_ == first.dep_ and token.dep_ != "ROOT"
        if same and _is_noun(token) and token.i > first.i:
            heads |= {token, *token.conjuncts}
    return sorted(
        (token for token in heads if not depths.get(token.i, 1)), key=lambda token: token.i
    )


def _members(heads: list[Token], sentence: Span, depths: dict[int, int]) -> list[Span]:
    """The stretch of each noun; empty if marks and parse disagree anywhere."""
    doc = sentence.doc
    if len(heads) < _FEWEST or not all(_is_noun(head) for head in heads):
        return []
    borders: list[int] = []
    for before, after in pairwise(heads):
        border = _left_edge(after) - 1
        while border > before.i and doc[border].tag_ in ("ADV", "ADJD"):
            border -= 1
        if border <= before.i or depths[border]:
            return []
        is_last = after is heads[-1]
        if not (doc[border].lower_ in _COORDINATORS if is_last else doc[border].text == ","):
            return []
        if any(doc[i].text in (",", ";", ":") and not depths[i] for i in range(before.i, border)):
            return []
        borders.append(border)
    edges = [_first_edge(heads, doc), *borders, _right_edge(heads[-1], sentence)]
    members = [
        doc[left + (number > 0) : right] for number, (left, right) in enumerate(pairwise(edges))
    ]
    return [] if any(_is_clause(member) for member in members) else members


def _left_edge(head: Token) -> int:
    """Where the phrase of a noun begins: its own words without a gap, up to a comma or *und*."""
    own = {token.i for token in head.subtree}
    edge = head.i
    while edge - 1 in own and head.doc[edge - 1].lower_ not in _MARKS:
        edge -= 1
    return edge


def _first_edge(heads: list[Token], doc: Doc) -> int:
    """The first member without the preposition and adverbs all members share."""
    edge = _left_edge(heads[0])
    shared = {"ADV", "KOKOM", "ADJD"}
    if predicates.case_word(heads[1]) is None:
        shared |= {"APPR", "APPRART"}
    while edge < heads[0].i and doc[edge].tag_ in shared:
        edge += 1
    return edge


def _right_edge(head: Token, sentence: Span) -> int:
    """Where the phrase of the last noun ends, clauses behind a comma left outside."""
    own = {token.i for token in head.subtree}
    edge = head.i + 1
    while edge < sentence.end and edge in own and not sentence.doc[edge].is_punct:
        edge += 1
    return edge


def _is_clause(member: Span) -> bool:
    return not len(member) or any(
        predicates.finite(token)
        or token.tag_ in ("VVINF", "VVIZU", "PTKZU", "PRELS", "PRELAT", "KOUS", "PWAV", "PTKVZ")
        for token in member
    )
