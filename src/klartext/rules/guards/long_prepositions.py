"""Guards about prepositions of several words: *im Rahmen der Prüfung, aus Gründen des …*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import base_verb
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of

_BEFORE_ACTS = frozenset({"im rahmen", "im zuge", "im falle", "im fall", "zum zwecke"})
"""Only before a noun that says what is done: *im Rahmen der Prüfung*, not *des Projekts*."""
_LEGAL_WAYS = (
    "vollstreckung",
    "amtshilfe",
    "zwangs",
    "vornahme",
    "verfügung",
    "vergleichs",
    "abzugs",
    "schutzes",
    "zustellung",
    "ermessens",
)
_TITLES = ("visum", "titel", "erlaubnis", "aufenthalt", "einreise")
_STATUTORY = ("umstand", "umstände", "einzelfall", "auffassung", "vollziehung", "verhältnis")


def ruled_noun(candidate: Candidate) -> Token | None:
    """The noun behind the phrase: *Prüfung* of *im Rahmen der gestrigen Prüfung*."""
    tokens = list(candidate.tokens())
    for token in tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].sent.end]:
        if token.tag_ in ("NN", "NE"):
            return token
        if token.tag_ not in ("ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD", "ADV", "ADJD"):
            return None
    return None


@guard("no-noun-behind-phrase")
def no_noun_behind_phrase(context: LetterContext, candidate: Candidate) -> bool:
    """*aus Gründen, die …*, *im Rahmen von …*: the phrase rules no noun phrase."""
    noun = ruled_noun(candidate)
    return noun is None or noun.tag_ == "NE"


@guard("noun-behind-is-no-act")
def noun_behind_is_no_act(context: LetterContext, candidate: Candidate) -> bool:
    """*im Rahmen des Budgets*, *im Rahmen des Projekts*: the thing itself is a frame."""
    noun = ruled_noun(candidate)
    if candidate.text.lower() not in _BEFORE_ACTS or noun is None:
        return False
    return base_verb(noun.lemma_, open_lexicon(LEXICON)) is None


@guard("way-of-the-law")
def way_of_the_law(context: LetterContext, candidate: Candidate) -> bool:
    """*im Wege der Ersatzvornahme*, *Visum zum Zwecke der …*: terms of law."""
    noun = ruled_noun(candidate)
    text = candidate.text.lower()
    if noun is None:
        return False
    if text == "im wege":
        return noun.lower_.endswith(_LEGAL_WAYS)
    if text in ("zum zwecke", "zum zweck"):
        start = verb_of(candidate).i
        before = noun.doc[max(noun.sent.start, start - 3) : start]
        return any(token.lemma_.lower().endswith(_TITLES) for token in before)
    return False


@guard("phrase-before-norm")
def phrase_before_norm(context: LetterContext, candidate: Candidate) -> bool:
    """*im Rahmen des § 4*, *im Rahmen der Satzung*: a reference to a norm."""
    noun = ruled_noun(candidate)
    if noun is None:
        return False
    norms = ("gesetz", "gesetzbuch", "satzung", "verordnung", "ordnung", "richtlinie", "vorschrift")
    if noun.lemma_.lower().endswith(norms):
        return True
    last = list(candidate.tokens())[-1].i
    return predicates.norm_begins(noun.doc, last, noun.i + 1)


@guard("matter-of-statute")
def matter_of_statute(context: LetterContext, candidate: Candidate) -> bool:
    """*unzuverlässig in Bezug auf dieses Gewerbe* beside a citation: words of the law."""
    text = candidate.text.lower()
    return text in ("in bezug auf", "aus gründen") and predicates.legal_near(candidate.sentence)


@guard("phrase-of-statute")
def phrase_of_statute(context: LetterContext, candidate: Candidate) -> bool:
    """*unter Berücksichtigung aller Umstände*, *unter Angabe der …* near law: words of the law."""
    noun = ruled_noun(candidate)
    if noun is None or not candidate.text.lower().startswith("unter "):
        return False
    return noun.lemma_.lower().endswith(_STATUTORY) or predicates.legal_near(candidate.sentence)


@guard("heavy-long-preposition")
def heavy_long_preposition(context: LetterContext, candidate: Candidate) -> bool:
    """A phrase hardly anybody says."""
    return candidate.text.lower() in _HEAVY


_HEAVY = frozenset(
    {
        "zum zwecke", "in ermangelung", "unter zuhilfenahme", "unter zugrundelegung",
        "unter bezugnahme auf", "unter beifügung", "unter rückgabe",
    }
)  # fmt: skip


def _somebody_else_acts(candidate: Candidate) -> bool:
    """*Es genügt eine Nachricht der Betroffenen unter Angabe …*: not the reader."""
    first = next(iter(candidate.tokens()))
    if any(
        token.lower_ in ("vom", "von", "durch") and token.dep_ == "case" and token.head.tag_ == "NN"
        for token in candidate.sentence
    ):
        return True
    before = first.nbor(-1) if first.i else first
    return before.tag_ == "NN" and before.dep_ == "nmod" and predicates.case_word(before) is None


@guard("order-outside-letter")
def order_outside_letter(context: LetterContext, candidate: Candidate) -> bool:
    """*unter Angabe der Anschrift*: *Geben Sie … an* fits only where the reader acts, or will."""
    if candidate.text.lower() not in _ORDERS:
        return False
    if any(token.lemma_ == "können" for token in candidate.sentence):
        return True  # one of several ways
    return (
        not context.is_letter
        or _somebody_else_acts(candidate)
        or any(
            token.tag_ == "VVPP" or predicates.feature(token, "Tense") == "Past"
            for token in predicates.clause_tokens(predicates.clause_head(candidate.sentence.root))
        )
    )


_ORDERS = frozenset({"unter angabe", "unter beifügung", "unter vorlage", "unter rückgabe"})
