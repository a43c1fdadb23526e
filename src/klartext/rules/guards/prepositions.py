"""Guards about prepositions of paper German."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import base_verb
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of

_PLAINER_LEVEL = frozenset(
    """
    gemäß infolge anlässlich anläßlich ungeachtet binnen angesichts zuzüglich abzüglich entgegen
    kraft zulasten
    """.split()
)
_STATUTORY = frozenset(
    {"ungeachtet", "unbeschadet", "vorbehaltlich", "kraft", "infolge", "entgegen"}
)
_CITED = (
    "gesetz", "verordnung", "satzung", "richtlinie", "artikel", "absatz", "abschnitt", "paragraf",
    "paragraph", "buchstabe", "satz", "ziffer", "nummer", "kapitel", "anhang", "anlage", "norm",
    "vorschrift", "recht", "ordnung", "kodex", "abkommen", "übereinkommen", "protokoll",
    "vertrag", "erlass", "definition", "tarif", "gesetzbuch", "klasse", "gebührenordnung",
    "verzeichnis", "bestimmung", "regelung", "vereinbarung", "tabelle", "punkt", "plan",
    "verfügung",
)  # fmt: skip
_CITED_SHORT = frozenset(
    """
    Abs Nr Art Ziff Anl Buchst Pkt Kap Abschn
    Ziffer Nummer Absatz
    """.split()
)
_FIXED = {
    "kraft": frozenset("amt erbfolge satzung vereinbarung".split()),
    "mangels": frozenset("masse".split()),
    "infolge": frozenset("dessen richterspruch".split()),
    "unbeschadet": frozenset({"recht"}),
}


_RARE = frozenset({"ausweislich", "anläßlich", "betreffend", "unbeschadet"})
"""Taken for adjectives by their ending; before an article they are nothing but prepositions."""
_SUMS = frozenset({"zuzüglich", "abzüglich"})
"""Whatever their tag, they are nothing but prepositions."""


@guard("not-a-preposition")
def not_a_preposition(context: LetterContext, candidate: Candidate) -> bool:
    """Tag and relation disagree, or the word stands behind its noun."""
    word = verb_of(candidate)
    noun = word.head
    if word.lower_ in _SUMS:
        return word.i + 1 >= len(word.doc) or word.nbor().is_punct
    if word.lower_ in _RARE and word.i + 1 < len(word.doc):
        return word.nbor().tag_ not in ("ART", "PPOSAT", "PDAT")
    is_tagged = word.tag_ == "APPR"
    return not is_tagged or word.dep_ != "case" or noun.i <= word.i or noun.sent != word.sent


@guard("norm-follows")
def norm_follows(context: LetterContext, candidate: Candidate) -> bool:
    """*gemäß § 4*, *gemäß der Satzung*: a reference to a norm, judged by its place alone."""
    word = verb_of(candidate)
    if word.lower_ != "gemäß":
        return False
    noun = word.head
    if noun.lemma_.lower().endswith(_CITED) or noun.tag_ in ("CARD", "NE", "XY", "FM"):
        return True
    if word.nbor().text.rstrip(".") in _CITED_SHORT:
        return True
    return predicates.norm_begins(word.doc, word.i, max(noun.i, word.i) + 1) or any(
        child.lemma_.lower().endswith(_CITED) or not child.text[:1].isalpha()
        for child in noun.children
        if child.i > noun.i and child.dep_ in ("nmod", "appos") and child.tag_ != "CARD"
    )


@guard("statutory-preposition")
def statutory_preposition(context: LetterContext, candidate: Candidate) -> bool:
    """*unbeschadet*, *vorbehaltlich* near law: the word carries a rule of its own."""
    word = verb_of(candidate)
    if is_by_law(word):
        return False
    return word.lower_ in _STATUTORY and predicates.legal_near(candidate.sentence)


def is_by_law(word: Token) -> bool:
    """*kraft Gesetzes*: *nach dem Gesetz* says the same."""
    return word.lower_ == "kraft" and word.head.lower_ == "gesetzes" and word.head.i == word.i + 1


@guard("set-phrase")
def set_phrase(context: LetterContext, candidate: Candidate) -> bool:
    """*kraft Amtes*, *mangels Masse*: terms of law."""
    word = verb_of(candidate)
    if word.i + 1 < len(word.doc) and word.nbor().lower_ == "dessen":
        return True  # ungeachtet dessen
    fixed = _FIXED.get(word.lower_, ())
    nouns = [token for token in word.doc[word.i + 1 : word.i + 3] if token.tag_ == "NN"]
    return any(noun.lemma_.lower() in fixed for noun in (word.head, *nouns[:1]))


@guard("sum-in-calculation")
def sum_in_calculation(context: LetterContext, candidate: Candidate) -> bool:
    """*abzüglich Rente: 400 Euro*: a line of figures, no sentence."""
    word = verb_of(candidate)
    return word.lower_ in _SUMS and not any(predicates.finite(t) for t in candidate.sentence)


@guard("deadline-in-operative-part")
def deadline_in_operative_part(context: LetterContext, candidate: Candidate) -> bool:
    """*binnen* in a decision or in the notice on remedies stays as the law has it."""
    if verb_of(candidate).lower_ != "binnen":
        return False
    block = candidate.parsed.block.index
    zones = context.understanding.zones_at(block, candidate.ranges[0])
    return any(zone.id in ("Z1", "Z2") for zone in zones)


@guard("heavy-preposition")
def heavy_preposition(context: LetterContext, candidate: Candidate) -> bool:
    """A preposition hardly anybody says; *gemäß* and *infolge* are only stiff."""
    return verb_of(candidate).lower_ not in _PLAINER_LEVEL


@guard("no-doer-behind-seitens")
def no_doer_behind_seitens(context: LetterContext, candidate: Candidate) -> bool:
    """*Es besteht seitens der Stadt das Recht*: here *von* would be wrong."""
    word = verb_of(candidate)
    return word.lower_ == "seitens" and not is_doer(word.head) and attitude(word.head) is None


def is_doer(noun: Token) -> bool:
    """*wird seitens der Behörde geprüft*, *seitens … gibt es, ergeht*: *von* fits."""
    governor = noun.head
    if predicates.passive_auxiliary(governor) is not None or is_done_by(noun):
        return True
    return governor.lemma_ in ("geben", "ergehen") or governor.lower_ in ("erging", "ergingen")


def is_done_by(noun: Token) -> bool:
    """*eine Duldung seitens der Behörde*: the noun says what somebody does."""
    act = noun.head
    return act.tag_ == "NN" and base_verb(act.lemma_, open_lexicon(LEXICON)) is not None


def attitude(noun: Token) -> Token | None:
    """*Seitens der Stadt bestehen keine Bedenken*: what somebody has, the subject."""
    subject = predicates.subject(noun.head) if noun.head.lemma_ == "bestehen" else None
    has_it = subject is not None and subject.lemma_.lower().endswith(_ATTITUDES)
    return subject if has_it else None


_ATTITUDES = ("bedenken", "einwand", "einwände", "interesse", "zweifel", "vorbehalt", "wunsch")
