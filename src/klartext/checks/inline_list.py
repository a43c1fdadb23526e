"""SA27: four or more things one after the other in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from klartext.checks.registry import check
from klartext.language.declension import determiner
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.rules.stretches import bracket_depths, quoted, range_of, word_count
from klartext.types import Applicability, Measure, Suggestion

_COORDINATORS = frozenset({"und", "oder", "sowie"})
_MARKS = _COORDINATORS | {",", ";", ":"}
_EXAMPLES = frozenset("also beispielsweise etwa insbesondere wie zum beispiel".split())
_FILLERS = frozenset({"allem", "beispiel"})
_TURNS = frozenset("aber als sondern sowohl".split())
_ARTICLES = frozenset({"ART", "PPOSAT", "PDAT", "APPRART"})
_NOMINAL = frozenset({"NN", "NE", "CARD", "ADJA", "ART"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_OF_NOUNS = frozenset({"aus", "für", "über", "vom", "von"})
"""Prepositions that mostly go with the noun before them."""
_NEEDS = frozenset(
    """
    beifügen beilegen benötigen brauchen einreichen fehlen mitbringen nachreichen nachweisen
    vorlegen vorzeigen
    """.split()
)
"""Verbs that tell what papers are wanted."""
_QUOTES = frozenset('„“”»«"–')
_FEWEST = 3
_LONG_TOTAL = 12
"""Words above which every list is worth a layout of its own."""
_LONG_MEMBER = 2.0
_OWN_WORDS = 2
"""Words of a member on average, with its article and without."""


@check("inline-list")
def inline_lists(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Enumerations of nouns with their number of members."""
    lowest = context.levels(rule).lowest
    for parsed in context.blocks(rule):
        for sentence in parsed.sentences:
            if lowest is None or not any(predicates.finite(token) for token in sentence):
                continue
            if "," not in sentence.text or _is_fragment(sentence):
                continue
            if not _concerns_reader(context, sentence):
                continue
            for members in _enumerations(sentence):
                if len(members) >= lowest and _is_long(parsed, members):
                    yield _candidate(parsed, members)


def _is_fragment(sentence: Span) -> bool:
    """An item of a list that is a part of a sentence itself: *dem Plan entspricht und*."""
    text = sentence.text.strip()
    return text[:1].islower() and not text.endswith((".", "!", "?"))


def _concerns_reader(context: LetterContext, sentence: Span) -> bool:
    """Whether the reader has to check the members off; a report may tell them in one breath."""
    if predicates.addresses_reader(sentence):
        return True
    if any(predicates.full_lemma(token) in _NEEDS for token in sentence if token.tag_[0] == "V"):
        return True
    return context.is_letter and any(token.lower_ in ("wir", "ich") for token in sentence)


def _candidate(parsed: ParsedBlock, members: list[Span]) -> Candidate:
    last = _before_preposition(members[-1])
    is_clear = last.end == members[-1].end or _goes_with_noun(last, members[:-1])
    items = " • ".join(quoted(member.text) for member in members)
    as_list = Suggestion(f"Als Liste: • {items}", (), Applicability.SHOW)
    return Candidate(
        parsed,
        (range_of(parsed, members[0].start, (members[-1] if is_clear else last).end),),
        value=len(members),
        suggestions=(as_list,) if is_clear else (),
        measures=(Measure("members", len(members)),),
    )


def _before_preposition(member: Span) -> Span:
    """The member up to a preposition behind its noun: *zu einem Vertrag* may go with the verb."""
    for token in member[1:]:
        if token.tag_ in _PREPOSITIONS and member[token.i - member.start - 1].tag_[0] == "N":
            return member.doc[member.start : token.i]
    return member


def _goes_with_noun(last: Span, others: list[Span]) -> bool:
    """Whether the preposition behind the last member belongs to it: most others have one too."""
    holding = sum(map(_holds_preposition, others))
    is_of_noun = last.doc[last.end].lower_ in _OF_NOUNS
    return holding * 2 > len(others) or (is_of_noun and holding > 0)


def _holds_preposition(member: Span) -> bool:
    return _before_preposition(member).end != member.end


def _is_long(parsed: ParsedBlock, members: list[Span]) -> bool:
    bare = [len([t for t in member if t.tag_ not in _ARTICLES]) for member in members]
    if 2 * sum(count < _OWN_WORDS for count in bare) >= len(members):
        return False  # mostly single words
    total = sum(word_count(parsed, member.start, member.end) for member in members)
    articles = sum(token.tag_ in _ARTICLES for member in members for token in member)
    long_members = total > _LONG_MEMBER * len(members)
    return total > _LONG_TOTAL or (long_members and total - articles >= _OWN_WORDS * len(members))


def _enumerations(sentence: Span) -> Iterator[list[Span]]:
    """Stretches between commas up to *und*, each with a noun of one chain at its centre.

    The commas are one clue, the parse is the other: the nouns hang together as conjuncts, or on
    the same word by the same relation.
    """
    depths = bracket_depths(sentence)
    used: set[int] = set()
    for token in sentence:
        if token.i in used or token.tag_ != "NN" or depths[token.i]:
            continue
        heads = _chain(token, sentence, depths)
        members = _members(heads, sentence, depths)
        if members:
            used |= {head.i for head in heads}
            yield members


def _chain(first: Token, sentence: Span, depths: dict[int, int]) -> list[Token]:
    """The noun and those coordinated with it."""
    heads = {first, *first.conjuncts}
    for token in sentence:
        same = token.head == first.head and token.dep_ == first.dep_ and token.dep_ != "ROOT"
        if same and token.tag_ == "NN" and token.i > first.i:
            heads |= {token, *token.conjuncts}
    return sorted(
        (token for token in heads if not depths.get(token.i, 1)), key=lambda token: token.i
    )


def _members(heads: list[Token], sentence: Span, depths: dict[int, int]) -> list[Span]:
    """The stretch of each noun; empty if marks and parse disagree anywhere."""
    doc = sentence.doc
    if len(heads) < _FEWEST or not all(head.tag_ == "NN" for head in heads):
        return []
    if not _cases_meet(heads):
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
    if any(_is_clause(member) for member in members) or _is_cut_off(members[-1], sentence):
        return []
    if doc[members[0].start - 1].lower_ == "unter" and members[0][0].lower_ == "anderem":
        return []
    if any(member[-1].text.endswith("/") for member in members):
        return []  # und/oder
    if any(member[-1].tag_ == "TRUNC" or _QUOTES & {t.text for t in member} for member in members):
        return []
    if _begins_inside(members) or _ends_in_pair(members):
        return []
    return _after_general_term(members)


def _introduces(token: Token) -> bool:
    return token.lower_ in _EXAMPLES or token.lower_.startswith(("z.", "insb", "bspw"))


def _cases_meet(heads: list[Token]) -> bool:
    """Whether the members can stand in one case, and a preposition stands first or nowhere."""
    words = [predicates.case_word(head) for head in heads]
    names = {word.lemma_ for word in words if word is not None}
    if len(names) > 1 or (names and words[0] is None):
        return False
    if names and len({word is None for word in words[1:]}) > 1:
        return False  # *im Archiv, Hauptarchiv Köln, im Amt*: the second explains the first
    cases = [predicates.feature(head, "Case") for head in heads]
    if names and words[1] is None and cases[0] != cases[1]:
        return False
    common = {"Nom", "Gen", "Dat", "Acc"}
    for head in heads:
        article = next((c for c in head.children if c.tag_ in ("ART", "PPOSAT", "PDAT")), None)
        declined = determiner(article.lower_) if article is not None else None
        if article is not None and declined is not None:
            common &= {place.case for place in declined.places(article.lower_)}
    return bool(common)


def _after_general_term(members: list[Span]) -> list[Span]:
    """*Angehörige, zum Beispiel Eltern, Kinder und …*: the list begins behind *zum Beispiel*."""
    for number, member in enumerate(members[1:], 1):
        if _introduces(member[0]):
            bare = next((i for i, token in enumerate(member) if not _introduces(token)), 0)
            return [member[bare:], *members[number + 1 :]] if number == 1 else []
        if member[0].lower_ in _TURNS or (member[0].tag_ == "ADV" and number < len(members) - 1):
            return []
    return [] if members[0][0].lower_ in _TURNS else members


def _begins_inside(members: list[Span]) -> bool:
    """*eine Frage zu den Zahlen, den Fristen, den …*: the list begins inside its first member."""
    first, second = members[0], members[1]
    opened = second[0].tag_ in _ARTICLES
    if opened and any(token.lower_ == second[0].lower_ for token in first[1:]):
        return True
    has_preposition = any(token.tag_ in ("APPR", "APPRART") for token in first[1:])
    return has_preposition and opened != (first[0].tag_ in (*_ARTICLES, "APPR", "PIAT"))


def _ends_in_pair(members: list[Span]) -> bool:
    """*der Eltern, der Kinder und Jugendlichen*: *und* belongs to the last member alone."""
    last = members[-1]
    for number, token in enumerate(last):
        if token.lower_ in _COORDINATORS and last[number - 1].tag_ not in ("TRUNC", "ADJA"):
            return True
    return len(members[-1]) == 1 and members[-2][0].tag_ in (*_ARTICLES, "ADJA")


def _is_cut_off(last: Span, sentence: Span) -> bool:
    """Whether a word behind the last member looks like a part of it."""
    return last.end < sentence.end and last.doc[last.end].tag_ in _NOMINAL


def _left_edge(head: Token) -> int:
    """Where the phrase of a noun begins: its own words without a gap, up to a comma or *und*."""
    own = {token.i for token in head.subtree}
    edge = head.i
    while edge - 1 in own and not _ends_phrase(head.doc, edge):
        edge -= 1
    return edge


def _ends_phrase(doc: Doc, edge: int) -> bool:
    """Whether a comma or *und* before the token parts phrases, not adjectives or half words."""
    if doc[edge - 1].lower_ not in _MARKS:
        return False
    if doc[edge - 1].text == "," or edge < 2:
        return True
    pair = (doc[edge - 2].tag_, doc[edge].tag_)
    return pair != ("ADJA", "ADJA") and pair[0] != "TRUNC"


def _first_edge(heads: list[Token], doc: Doc) -> int:
    """The first member without the preposition and adverbs all members share."""
    edge = _left_edge(heads[0])
    shared = {"ADV", "KOKOM", "ADJD"}
    if all(predicates.case_word(head) is None for head in heads[1:]):
        shared |= {"APPR", "APPRART"}
    while edge < heads[0].i and (doc[edge].tag_ in shared or doc[edge].lower_ in _FILLERS):
        edge += 1
    if doc[edge].tag_ == "ADJA":
        while edge and doc[edge - 1].tag_ in ("ADJD", "ADV"):
            edge -= 1
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
        or token.lemma_ == "sogenannt"
        or token.tag_ in ("VVINF", "VVIZU", "PTKZU", "PRELS", "PRELAT", "KOUS", "PWAV", "PTKVZ")
        for token in member
    )
