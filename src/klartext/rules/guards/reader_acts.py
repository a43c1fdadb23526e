"""Whether a passive in a letter tells what the reader has left undone, can do or may not do."""

from __future__ import annotations

from spacy.tokens import Span, Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate

_LEFT_UNDONE = frozenset(
    """
    abgeben abholen ankreuzen antworten ausfüllen beantworten begleichen beibringen belegen
    bezahlen einhalten einreichen entrichten erbringen mitteilen nachreichen nachweisen
    unterschreiben vorlegen vortragen zahlen
    """.split()
)
"""Denied in the past, these are what the reader did not do: *wurde nicht vorgelegt*."""
_TOLD = frozenset({"beantragen", "vortragen"})
_POSSIBLE = frozenset(
    """
    abgeben abholen beantragen einreichen einsehen entrichten erledigen nachholen nachreichen
    vorlegen
    """.split()
)
_WITH_WORD: dict[str, tuple[str, ...]] = {
    "machen": ("geltend", "angabe"),
    "nehmen": ("akteneinsicht", "einsicht"),
    "stellen": ("antrag", "frage"),
    "verwenden": ("bescheid", "formular", "vordruck", "blatt"),
}
_LIMITS = frozenset("heranziehen unterschreiten zusammenrechnen zusammenzählen ändern".split())
"""*darf nicht unterschritten werden*: a measure, no act."""


def is_act_of_reader(candidate: Candidate, verb: Token) -> bool:
    """What the reader has not done, has asked for, can do, should do or may not do."""
    sentence = candidate.sentence
    if sentence.text.rstrip().endswith("?") or sentence[0].tag_[:2] == "PW":
        return False
    lemma = predicates.full_lemma(verb)
    modal = next((child for child in verb.children if child.tag_[:2] == "VM"), None)
    if modal is None:
        return predicates.is_past_passive(verb) and _is_told_of_reader(verb, lemma)
    match modal.lemma_:
        case "können":
            return is_open_to_reader(verb)
        case "sollen":
            return predicates.is_reader_verb(verb)
        case "dürfen":
            is_act = lemma not in _LIMITS and not predicates.is_sender_verb(verb)
            return is_act and _forbids_here(sentence, verb, lemma)
    return False


def is_open_to_reader(verb: Token) -> bool:
    """*Akteneinsicht nehmen*, *einen Antrag stellen*: with *können*, the reader does that."""
    lemma = predicates.full_lemma(verb)
    return lemma in _POSSIBLE or (lemma != "machen" and _has_word(verb, lemma))


def _is_told_of_reader(verb: Token, lemma: str) -> bool:
    if any(token.lower_ == "weder" for token in predicates.clause_tokens(verb)):
        return False
    if predicates.negated(verb):
        return lemma in _LEFT_UNDONE or (lemma in ("machen", "stellen") and _has_word(verb, lemma))
    return lemma in _TOLD


def _has_word(verb: Token, lemma: str) -> bool:
    wanted = _WITH_WORD.get(lemma, ())
    return any(token.lemma_.lower().endswith(wanted) for token in predicates.clause_tokens(verb))


def _forbids_here(sentence: Span, verb: Token, lemma: str) -> bool:
    """*Die Maschine darf nicht betrieben werden*, not: *Geräte dürfen nur …, wenn …*."""
    if predicates.has_citation(sentence) or any(
        token.lower_ in wordlists.CONDITIONS for token in sentence
    ):
        return False
    subject = predicates.subject(verb)
    if subject is None:
        return lemma == "beginnen"
    return predicates.feature(subject, "Number") == "Sing" and any(
        child.dep_ == "det" and child.lower_ in ("der", "die", "das", "ihr", "ihre")
        for child in subject.children
    )
