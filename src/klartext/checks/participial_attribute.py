"""SA17: a participle with a load of words between article and noun."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span, Token

from klartext.checks.participle_offers import opening, participle_form, relative_clause
from klartext.checks.registry import check
from klartext.language.declension import determiner
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.rules.stretches import bracket_depths, range_of, word_count
from klartext.types import Suggestion

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
_LOADS = frozenset({"obl", "obl:agent", "obl:arg", "obj", "iobj", "advmod", "advcl"})
_CARRIES = frozenset({"NN", "NE", "PPER", "CARD", "PRF", "PROAV"})
_BETWEEN = frozenset({"ADJA", "ADJD", "CARD", "KON", "ADV", "TRUNC"})
_BEFORE_LOAD = frozenset({"ADJA", "CARD", "PIAT", "PIDAT"})
_FIRST = frozenset({"APPR", "APPRART", "PPER", "PRF", "ADV", "PROAV"})
_AFTER_ARTICLE = frozenset({"APPR", "APPRART", "PPER", "PRF", "ART"})
_BRACKET = 3
"""Tokens of a bracket that holds one abbreviation."""
_REFERENCE = frozenset(
    """
    in unter nach der den dem im und oder bis absatz absätzen abs. satz sätzen nummer nummern nr.
    ziffer abschnitt punkt § §§
    abschnitten artikel anhang anlage buchstabe buchstaben kapitel teil i ii iii iv v
    """.split()
)
_SHORT_DATE = re.compile(r"\b[dv]\. ?[JMjm]\.")
"""*d. J.* is one word to the ear."""
_HEAVY = 7
"""From so many words on a noun is overloaded, even if a clause follows it already."""
_SLIGHT, _SHORT, _LONG = 4, 11, 25
"""An attribute of so few words is a load only in a longer sentence, and from so many letters."""
_FIXED = frozenset(
    """
    bestimmt betreffend entsprechend folgend geltend kommend
    """.split()
)
"""Half an adjective: *der für Ihren Antrag geltende Tarif*."""
_SET_PHRASES = frozenset("betracht frage geltend rede stelle um verfügung weise".split())
"""*um 70 cm erhöht, geltend gemacht, an seine Stelle tretend*: one thought, however many words."""
_ONE, _TWO = "Machen Sie einen Relativsatz daraus", "Machen Sie zwei Sätze daraus"


@check("participial-attribute")
def participial_attributes(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Attributes with their number of words, the participle included."""
    lowest = context.levels(rule).lowest
    for parsed in context.blocks(rule):
        for sentence in parsed.sentences:
            if lowest is None or not any(predicates.finite(token) for token in sentence):
                continue
            for token in sentence:
                if token.tag_ == "ADJA" and token.dep_ == "amod":
                    candidate = _attribute(parsed, token)
                    if candidate is not None and (candidate.value or 0) >= lowest:
                        yield candidate


def _attribute(parsed: ParsedBlock, participle: Token) -> Candidate | None:
    doc, noun = parsed.doc, _whole_noun(participle.head)
    article, start = _front(participle)
    if noun is None or start is None or not start < participle.i < noun.i:
        return None
    parts = attribute_parts(participle, noun)
    last = parts[-1]
    load = doc[start : last.i]
    if load[0].tag_ in ("ADJA", "NN") or not any(token.tag_ in _CARRIES for token in load):
        return None
    depths = bracket_depths(load)
    plain = [token for token in load if not depths[token.i] and token.text not in "()"]
    if any(predicates.finite(token) or token.text in (":", ";") for token in plain):
        return None
    if any(token.text == "," for token in doc[start : participle.i]):
        return None
    if len(plain) < len(load) and not _only_names(load, plain):
        return None
    if article is None and not _opens_phrase(load, noun):
        return None
    if not any(child.dep_ in _LOADS for part in parts for child in part.children):
        return None
    is_adjective = participle.lower_.startswith("befindlich")
    if participle_form(participle.text) is None and not is_adjective:
        return None
    if noun.lemma_ == "Fassung":
        return None
    if any(token.tag_ not in _BETWEEN for token in doc[last.i + 1 : noun.i]):
        return None
    if all(token.lower_ in _REFERENCE or token.tag_ == "CARD" for token in load):
        return None
    joined = load.text.lower().count("auf grund") + len(_SHORT_DATE.findall(load.text))
    joined += sum(token.tag_ == "KON" for token in doc[participle.i : last.i])
    value = word_count(parsed, start, last.i + 1) - joined
    between = word_count(parsed, start if article is None else article.i + 1, noun.i)
    has_clause = _has_clause_of_its_own(noun) or _stands_inrelative_clause(noun)
    if (has_clause and value < _HEAVY) or (
        value == _SLIGHT and _reads_well(doc[start : last.i + 1], noun)
    ):
        return None
    suggestions: tuple[Suggestion, ...] = ()
    if not has_clause and last == participle:
        suggestions = tuple(relative_clause(parsed, article, participle, noun))
    front = (
        f"Vor „{noun.text}“" if article is None else f"Zwischen „{article.text}“ und „{noun.text}“"
    )
    return Candidate(
        parsed,
        (range_of(parsed, start, last.i + 1),),
        {"participle": participle, "noun": noun},
        {"stelle": front, "wert": str(between), "rat": _TWO if has_clause else _ONE},
        value=value,
        suggestions=suggestions or (() if has_clause else opening(article, noun)),
    )


def attribute_parts(participle: Token, noun: Token) -> list[Token]:
    """The participle and what is joined to it: *ausgefüllte und von Ihnen unterschriebene*.

    Only adjectives with words of their own count; the last of them closes the load.
    """
    parts = [participle]
    for token in noun.doc[participle.i + 1 : noun.i]:
        if token.tag_ != "ADJA" or token.head not in (*parts, participle.head):
            continue
        between = range(parts[-1].i + 1, token.i)
        own = {word.i for word in token.subtree} | {word.i for word in parts[-1].children}
        has_load = any(child.dep_ in _LOADS and child.i in between for child in token.children)
        if has_load and all(i in own or noun.doc[i].text in (",", "und") for i in between):
            parts.append(token)
    return parts


def _reads_well(attribute: Span, noun: Token) -> bool:
    """Whether a short attribute is easy enough, or a relative clause would make it worse."""
    words = [token for token in noun.sent if not token.is_punct and not token.is_space]
    if len(words) <= _SHORT or participle_form(attribute[-1].text) in _FIXED:
        return True
    if len(attribute.text) < _LONG or _SHORT_DATE.search(attribute.text):
        return True
    if any(token.lower_ in _SET_PHRASES for token in attribute):
        return True
    clauses = (noun, *noun.ancestors)
    return any(token.dep_ in ("advcl", "acl", "acl:relcl") for token in clauses)


def _has_clause_of_its_own(noun: Token) -> bool:
    """*die … erteilte Erlaubnis, … einzuleiten, war …*: a second clause would overload the noun."""
    doc, end = noun.doc, noun.sent.end
    if noun.i + 1 >= end or doc[noun.i + 1].text != ",":
        return False
    return any(
        child.i > noun.i
        and child.dep_ in ("acl", "ccomp", "xcomp", "parataxis", "acl:relcl", "appos")
        for child in noun.children
    ) or any(token.tag_ in ("PTKZU", "VVIZU") for token in doc[noun.i + 2 : end])


def _stands_inrelative_clause(noun: Token) -> bool:
    """*…, die trotz der seit Mai gewährten Hilfe …*: a relative clause in a relative clause."""
    return predicates.clause_head(noun).dep_ == "acl:relcl"


def _whole_noun(head: Token) -> Token | None:
    """*Einreise- und Aufenthaltsverbot* ends with its second half."""
    if head.tag_ == "TRUNC":
        head = next((child for child in head.children if child.dep_ == "conj"), head)
    return head if head.tag_ == "NN" else None


def _front(participle: Token) -> tuple[Token | None, int | None]:
    """Article, and where the load begins: behind it and *beiden*, or with the first of its words.

    Where the parse hangs the article elsewhere, an article right before a preposition or pronoun
    (*die in …, der Ihnen …*) shows where the noun phrase begins.
    """
    doc, noun, own = participle.doc, participle.head, {t.i for t in participle.subtree}
    article = next((child for child in noun.children if _is_article(child)), None)
    if article is not None and article.i < participle.i:
        start = article.i + 1
        while start < participle.i and start not in own and _leads_in(doc[start]):
            start += 1
        if own.issuperset(range(start, participle.i)):
            return article, start
    for token in reversed(doc[participle.sent.start : participle.i]):
        if predicates.finite(token) or token.text in (",", ";", ":"):
            break
        if token.tag_ in ("ART", "PDS") and token.nbor().tag_ in _AFTER_ARTICLE:
            return (token, token.i + 1) if _agree(token, noun) else (None, None)
    start = participle.i
    while start - 1 in own and doc[start - 1].text != ",":
        start -= 1
    return None, start if article is None else None


def _leads_in(token: Token) -> bool:
    """*die beiden, …*, *die nötigen, vom Amt …*: a light attribute before the loaded one."""
    return token.tag_ in _BEFORE_LOAD or (token.text == "," and token.nbor(-1).tag_ == "ADJA")


def _is_article(token: Token) -> bool:
    return token.tag_ in _DETERMINERS or (token.tag_ == "PDS" and token.dep_ == "det")


def _agree(article: Token, noun: Token) -> bool:
    number, gender = predicates.feature(noun, "Number"), predicates.feature(noun, "Gender")
    declined = determiner(article.lower_)
    return declined is not None and any(
        place.number == number and (number == "Plur" or place.gender == gender)
        for place in declined.places(article.lower_)
    )


def _opens_phrase(load: Span, noun: Token) -> bool:
    """Without an article: a noun phrase that begins with the load (*für hierbei entstehende …*)."""
    if load[0].tag_ not in _FIRST or predicates.feature(noun, "Case") == "Gen":
        return False
    before = load.doc[load.start - 1] if load.start > load.sent.start else None
    return before is None or before.text == "," or before.tag_ == "APPR"


def _only_names(load: Span, plain: list[Token]) -> bool:
    """Whether what stands in brackets only abbreviates: *des Aufenthaltsgesetzes (AufenthG)*."""
    return len(load) - len(plain) <= _BRACKET and not any(
        predicates.finite(token) for token in load
    )
