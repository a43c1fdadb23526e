"""What SA17 offers: the attribute as a relative clause behind its noun."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from klartext.glossary.fidelity import is_faithful
from klartext.language.declension import Place, determiner
from klartext.language.lexicon import open_lexicon
from klartext.language.parse import ParsedBlock
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates, wordlists
from klartext.rules.stretches import range_of
from klartext.types import Applicability, Edit, Suggestion

_ENDINGS = ("en", "em", "er", "es", "e")
_DOERS = {"Ihnen": ("Sie", "haben"), "uns": ("wir", "haben"), "mir": ("ich", "habe")}
_PRONOUNS = {"Masc": ("der", "den"), "Fem": ("die", "die"), "Neut": ("das", "das")}


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


def opening(article: Token | None, noun: Token) -> tuple[Suggestion, ...]:
    """*Gebühr, die …*: how the relative clause begins; nothing where its gender is not sure."""
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


def relative_clause(
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
