"""A plainer preposition, with its noun phrase in the case it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from klartext.glossary.fidelity import is_faithful
from klartext.language.declension import fuse
from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import base_verb
from klartext.language.noun_phrase import first_token, in_case, written
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.prepositions import attitude, is_by_law, is_doer, is_done_by
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Applicability, Edit, Suggestion, TextRange


@dataclass(frozen=True, slots=True)
class _Exchange:
    """What to write, the case it takes, and the cases the old word takes."""

    word: str
    case: str
    old: tuple[str, ...] = ("Gen",)


_ALWAYS = {
    "seitens": _Exchange("von", "Dat"),
    "mittels": _Exchange("mit", "Dat", ("Gen", "Dat")),
    "infolge": _Exchange("wegen", "Gen"),
    "gemäß": _Exchange("nach", "Dat", ("Dat",)),
    "ausweislich": _Exchange("laut", "Dat"),
}
_ABOUT = _Exchange("zu", "Dat")
_TOPIC = frozenset({"bezüglich", "hinsichtlich", "betreffs"})
_TOPIC_NOUNS = (
    "frage", "rückfrage", "anfrage", "nachfrage", "auskunft", "information", "angabe", "hinweis",
    "mitteilung", "erklärung", "stellungnahme", "beratung", "gespräch", "einzelheit", "detail",
    "aussage", "erläuterung", "beschwerde", "anliegen", "unterlage", "regelung", "vereinbarung",
    "bestimmung", "vorschrift", "wunsch", "vorstellung", "entscheidung",
    "vorgabe", "absprache", "anmerkung", "empfehlung",
)  # fmt: skip
"""Nouns that go with *zu*: *Fragen zu Ihrem Antrag*."""
_TOPIC_VERBS = frozenset(
    """
    fehlen mitteilen bitten fragen äußern anmerken erklären hinweisen nachfragen antworten
    vorlegen benötigen brauchen beraten kontaktieren melden
    """.split()
)
_MODELS = (
    "vorgabe", "angabe", "anweisung", "empfehlung", "wunsch", "regel", "merkblatt", "anteil",
    "auskunft", "anforderung", "muster", "liste", "vorbild", "anleitung",
)  # fmt: skip
"""Things one goes by; *nach Ihrem Antrag* would read as a time."""
_OCCASIONS = {
    "zu": ("geburtstag", "jubiläum", "hochzeit", "geburt", "jahrestag", "verabschiedung", "fest"),
    "bei": (
        "besuch", "kontrolle", "prüfung", "untersuchung", "termin", "gespräch", "sitzung",
        "veranstaltung", "vorsprache", "beratung", "antragstellung", "anmeldung", "besichtigung",
        "anhörung", "befragung", "beantragung",
    ),
}  # fmt: skip


@offer("plain-preposition")
def plain_preposition(context: LetterContext, candidate: Candidate) -> Offer:
    """*Bezüglich Ihres Antrags* → *Zu Ihrem Antrag*; advice where the form is not certain."""
    word = candidate.nodes["verb"]
    noun = word.head
    if first_token(noun).i != word.i + 1 or any(t.tag_ == "PPER" for t in noun.children):
        return (), {}
    if is_by_law(word):
        return advice("nach dem Gesetz"), {}
    held = attitude(noun) if word.lower_ == "seitens" else None
    if held is not None:
        verb = "haben" if predicates.feature(noun, "Number") == "Plur" else "hat"
        return advice(f"… {verb} {noun.doc[held.left_edge.i : held.i + 1].text}"), {}
    if word.lower_ == "seitens" and is_done_by(noun):
        return advice("durch … oder von …"), {}
    if word.lower_ == "binnen":
        new = _within(noun)
    else:
        exchange = _exchange(word, noun)
        new = _rebuilt(noun, exchange) if exchange is not None else None
    if new is None:
        return (), {}
    text, end = new
    if word.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    suggestion = _judged(context, candidate, Edit(TextRange(word.idx, end), text))
    return (suggestion,), {}


def _exchange(word: Token, noun: Token) -> _Exchange | None:
    lowered = word.lower_
    if lowered in _TOPIC:
        return _ABOUT if _asks_for_topic(noun) and not _reads_as_purpose(noun) else None
    if lowered == "anlässlich":
        lemma = noun.lemma_.lower()
        for preposition, nouns in _OCCASIONS.items():
            if lemma.endswith(nouns):
                return _Exchange(preposition, "Dat")
        return None
    if lowered == "seitens" and not is_doer(noun):
        return None
    if lowered == "gemäß" and not noun.lemma_.lower().endswith(_MODELS):
        return None
    if lowered == "mittels" and noun.lemma_.lower().endswith(("ung", "ion", "gabe", "nahme")):
        return _Exchange("durch", "Acc", ("Gen", "Dat"))
    return _ALWAYS.get(lowered)


def _reads_as_purpose(noun: Token) -> bool:
    """*Zur Sicherung … weisen wir hin*: behind *zu* an act at the front is what one wants."""
    is_front = noun.i < noun.head.i and noun.head.tag_ != "NN"
    return is_front and base_verb(noun.lemma_, open_lexicon(LEXICON)) is not None


def _asks_for_topic(noun: Token) -> bool:
    """*Fragen bezüglich …*, *Bezüglich … fehlen uns*: *zu* fits."""
    governor = noun.head
    if governor.tag_ == "NN":
        return governor.lemma_.lower().endswith(_TOPIC_NOUNS)
    if noun.i > governor.i and any(
        child.dep_ == "obj" and child.lemma_.lower().endswith(_TOPIC_NOUNS)
        for child in governor.children
    ):
        return True
    return predicates.full_lemma(governor) in _TOPIC_VERBS or (
        noun.i < governor.i
        and governor.lemma_ in ("haben", "bestehen", "geben")
        and any(child.lemma_.lower().endswith(_TOPIC_NOUNS) for child in governor.children)
    )


def _rebuilt(noun: Token, exchange: _Exchange) -> tuple[str, int] | None:
    forms = in_case(noun, exchange.old, exchange.case, open_lexicon(LEXICON))
    if forms is None:
        return None
    phrase = written(noun, forms)
    article, _, rest = phrase.partition(" ")
    is_definite = first_token(noun).tag_ == "ART" and article in ("dem", "der")
    if is_definite and rest and " " not in (fused := fuse(exchange.word, article)):
        phrase = f"{fused} {rest}"
    else:
        phrase = f"{exchange.word} {phrase}"
    last = noun.doc[max([noun.i, *forms])]
    return phrase, last.idx + len(last)


def _within(noun: Token) -> tuple[str, int] | None:
    """*binnen zwei Wochen* → *innerhalb von zwei Wochen*; never *in zwei Wochen*."""
    start, end = first_token(noun), noun.idx + len(noun)
    if noun.lower_ == "monatsfrist" and start == noun:
        return "innerhalb eines Monats", end
    between = noun.doc[start.i : noun.i + 1]
    if start.lower_ in ("eines", "einer"):
        return f"innerhalb {between.text}", end
    if start.lower_ == "einem":
        return f"innerhalb von {between.text}", end
    is_count = start.tag_ == "CARD" or start.text.isdigit()
    if is_count and noun.lower_ in ("tagen", "wochen", "monaten", "jahren", "stunden", "minuten"):
        return f"innerhalb von {between.text}", end
    return None


def _judged(context: LetterContext, candidate: Candidate, edit: Edit) -> Suggestion:
    sentence = candidate.sentence
    start, end = sentence.start_char, sentence.end_char
    text = candidate.parsed.block.text
    after = text[start : edit.range.start] + edit.text + text[edit.range.end : end]
    if not is_faithful(text[start:end], after, context.glossary.legal_forms):
        return Suggestion(edit.text, (), Applicability.SHOW)
    # the same case and one word for one
    is_safe = candidate.nodes["verb"].lower_ == "infolge"
    return Suggestion(edit.text, (edit,), Applicability.SAFE if is_safe else Applicability.REVIEW)
