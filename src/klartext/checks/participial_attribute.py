"""SA17: a participle with a load of words between article and noun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from klartext.checks.registry import check
from klartext.glossary.fidelity import is_faithful
from klartext.language.declension import Place, determiner
from klartext.language.lexicon import open_lexicon
from klartext.language.parse import ParsedBlock
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.rules.stretches import bracket_depths, range_of, word_count
from klartext.types import Applicability, Edit, Suggestion

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
_HEAVY = 8
"""From so many words on a noun is overloaded, even if a clause follows it already."""
_ONE, _TWO = "Machen Sie einen Relativsatz daraus", "Machen Sie zwei Sätze daraus"
_ENDINGS = ("en", "em", "er", "es", "e")
_DOERS = {"Ihnen": ("Sie", "haben"), "uns": ("wir", "haben"), "mir": ("ich", "habe")}
_PRONOUNS = {"Masc": ("der", "den"), "Fem": ("die", "die"), "Neut": ("das", "das")}


@check("participial-attribute")
def participial_attributes(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Attributes with the number of words that the participle carries."""
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
    load = doc[start : participle.i]
    if load[0].tag_ in ("ADJA", "NN") or not any(token.tag_ in _CARRIES for token in load):
        return None
    depths = bracket_depths(load)
    plain = [token for token in load if not depths[token.i] and token.text not in "()"]
    if any(predicates.finite(token) or token.text in (",", ":", ";") for token in plain):
        return None
    if len(plain) < len(load) and not _only_names(load, plain):
        return None
    if article is None and not _opens_phrase(load, noun):
        return None
    if not any(child.dep_ in _LOADS for child in participle.children):
        return None
    if participle_form(participle.text) is None or noun.lemma_ == "Fassung":
        return None
    if any(token.tag_ not in _BETWEEN for token in doc[participle.i + 1 : noun.i]):
        return None
    if all(token.lower_ in _REFERENCE or token.tag_ == "CARD" for token in load):
        return None
    joined = load.text.lower().count("auf grund") + len(_SHORT_DATE.findall(load.text))
    value = word_count(parsed, start, participle.i) - joined
    between = word_count(parsed, start if article is None else article.i + 1, noun.i)
    has_clause = _has_clause_of_its_own(noun) or _stands_in_relative_clause(noun)
    if has_clause and value < _HEAVY:
        return None
    suggestions = () if has_clause else tuple(_relative_clause(parsed, article, participle, noun))
    front = (
        f"Vor „{noun.text}“" if article is None else f"Zwischen „{article.text}“ und „{noun.text}“"
    )
    return Candidate(
        parsed,
        (range_of(parsed, start, participle.i + 1),),
        {"participle": participle, "noun": noun},
        {"stelle": front, "wert": str(between), "rat": _TWO if has_clause else _ONE},
        value=value,
        suggestions=suggestions or (() if has_clause else _opening(article, noun)),
    )


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


def _stands_in_relative_clause(noun: Token) -> bool:
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
        while start < participle.i and start not in own and doc[start].tag_ in _BEFORE_LOAD:
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


def participle_form(word: str) -> str | None:
    """The bare participle of an adjective form: *angegebenen* → *angegeben*.

    ``None`` where the lexicon knows no verb with that participle.
    """
    lexicon = open_lexicon(LEXICON)
    for ending in _ENDINGS:
        stem = word.lower().removesuffix(ending)
        if stem == word.lower():
            continue
        if any(reading.has("VER", "PA2") for reading in lexicon.analyses(stem)):
            return stem
        if stem.endswith("nd") and any(
            reading.has("VER", "INF") or reading.has("VER", "EIZ")
            for reading in lexicon.analyses(stem[:-1])
        ):
            return stem
    return None


def _pronouns(article: Token | None, noun: Token) -> tuple[str, str] | None:
    """Relative pronoun as subject and as object; ``None`` where article and noun disagree."""
    if article is None:
        return None
    number, gender = predicates.feature(noun, "Number"), predicates.feature(noun, "Gender")
    place = Place(predicates.feature(noun, "Case"), number, gender if number == "Sing" else None)
    declined = determiner(article.lower_)
    if declined is None or place not in declined.places(article.lower_):
        return None
    return ("die", "die") if number == "Plur" else _PRONOUNS.get(gender)


def _opening(article: Token | None, noun: Token) -> tuple[Suggestion, ...]:
    pronouns = _pronouns(article, noun)
    if pronouns is None:
        return ()
    return (Suggestion(f"{noun.text}, {pronouns[0]} …", (), Applicability.SHOW),)


def _is_single_act(participle: str) -> bool:
    """Whether *hat … angegeben* says the same; *von uns verwaltet* may last until today."""
    lemmas = {
        reading.lemma
        for reading in open_lexicon(LEXICON).analyses(participle)
        if reading.has("VER", "PA2")
    }
    return bool(lemmas) and lemmas <= wordlists.READER_VERBS | wordlists.SENDER_VERBS


def _relative_clause(
    parsed: ParsedBlock, article: Token | None, participle: Token, noun: Token
) -> Iterator[Suggestion]:
    """*Die von Ihnen abgegebenen Papiere fehlen.* → *Die Papiere fehlen, die Sie …*."""
    doc = parsed.doc
    if article is None:
        return
    start = article.i + 1
    doer, bare, pronouns = (
        doc[start + 1],
        participle_form(participle.text),
        _pronouns(article, noun),
    )
    if doc[start].lower_ != "von" or doer.text not in _DOERS or bare is None or pronouns is None:
        return
    between = doc[participle.i + 1 : noun.i]
    if doer.head != participle or any(token.tag_ == "KON" for token in between):
        return
    if not _is_single_act(bare):
        return
    subject, auxiliary = _DOERS[doer.text]
    rest = doc[start + 2 : participle.i].text
    clause = " ".join(part for part in (pronouns[1], subject, rest, bare, auxiliary) if part)
    sentence = next(s for s in doc.sents if s.start <= noun.i < s.end)
    after = [token for token in doc[noun.i + 1 : sentence.end] if not token.is_space]
    if not after or after[-1].text != "." or len(after) > 5:
        yield Suggestion(f"{noun.text}, {clause}", (), Applicability.SHOW)
        return
    if any(token.tag_[0] in "N$" or token.tag_ in ("PPER", "KON") for token in after[:-1]):
        yield Suggestion(f"{noun.text}, {clause}", (), Applicability.SHOW)
        return
    whole = range_of(parsed, sentence.start, after[-1].i + 1)
    text = parsed.block.text
    front = text[whole.start : article.idx + len(article)]
    middle = doc[participle.i + 1 : after[-1].i].text
    result = f"{front} {middle}, {clause}."
    if is_faithful(whole.of(text), result):
        yield Suggestion(result, (Edit(whole, result),), Applicability.REVIEW)
