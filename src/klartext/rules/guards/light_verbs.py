"""Guards about light-verb phrases: *eine Prüfung vornehmen*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.light_senses import plain_sense
from klartext.rules.guards.registry import guard

_INDEFINITE = ("ein", "kein")
_DEFINITE = frozenset({"der", "die", "das", "den", "dem"})
_OWN = ("sein", "ihr")
_INDEFINITE_ONLY = frozenset(
    {"ein Gespräch führen", "eine Änderung eintreten", "eine Erhöhung eintreten"}
)
"""*wer das Gespräch führt* leads it; *die Änderung tritt ein*, the one just told of."""
_NEGATORS = frozenset({"nicht", "kein", "nie", "niemals", "weder"})
_WITH_ARTICLE = (
    "der ", "die ", "das ", "den ", "dem ", "seine ", "seinen ", "zu ", "in ", "einer ",
)  # fmt: skip
_KEEPS_ADJECTIVE = {
    "Mitteilung erhalten": frozenset({"gesondert", "schriftlich", "weiter", "entsprechend"}),
    "Bedeutung zukommen": frozenset({"besonder", "groß", "erheblich", "entscheidend"}),
    "Bedeutung beimessen": frozenset({"besonder", "groß", "erheblich", "entscheidend"}),
}
"""Adjectives that can stay beside the plain verb: *Wir schreiben Ihnen gesondert*."""
_WITH_CLAUSE = frozenset(
    {"den Nachweis erbringen", "den Nachweis führen", "den Beweis erbringen", "Kenntnis erlangen"}
)
"""The clause behind the noun can hang on the plain verb: *nachweisen, dass …*."""


def light_noun(candidate: Candidate) -> Token | None:
    """The noun of the phrase, ``None`` where it has none (*geltend machen*)."""
    index = candidate.hit.part("noun") if candidate.hit is not None else None
    return None if index is None else candidate.parsed.doc[index]


@guard("light-noun-has-attribute")
def light_noun_has_attribute(context: LetterContext, candidate: Candidate) -> bool:
    """*eine sorgfältige Prüfung*, *die Entscheidung*, *diese Auskunft*: the noun says more."""
    noun = light_noun(candidate)
    if noun is None or candidate.hit is None:
        return False
    term = candidate.hit.entry.term
    if term == "Kosten tragen":
        return False  # a thing of its own, whatever is said of it
    keeps_article = term.startswith(_WITH_ARTICLE)
    for child in noun.children:
        if child.dep_ == "amod" and child.lemma_ in _KEEPS_ADJECTIVE.get(term, ()):
            continue
        if child.dep_ in ("acl", "ccomp") and term in _WITH_CLAUSE and _is_told(child):
            continue
        if child.dep_ in ("amod", "nummod", "acl", "acl:relcl", "appos", "conj"):
            return True
        is_article = child.dep_ == "det" and child.i < noun.i
        if is_article and not _is_plain_article(child.lower_, keeps_article, term):
            return True
    return False


def _is_told(clause: Token) -> bool:
    """*der Nachweis, dass …*: the clause is what the noun is about."""
    return any(child.lower_ in ("dass", "daß", "ob") for child in clause.children)


def _is_plain_article(word: str, keeps_article: bool, term: str) -> bool:
    """*ein, kein, die*; *seine* only where the phrase itself has an article."""
    if word.startswith(_INDEFINITE):
        return True
    if term in _INDEFINITE_ONLY:
        return False
    return word in _DEFINITE or (keeps_article and word.startswith(_OWN))


@guard("light-noun-in-other-clause")
def light_noun_in_other_clause(context: LetterContext, candidate: Candidate) -> bool:
    """The words of the phrase stand in different clauses."""
    if candidate.hit is None:
        return False
    doc, tokens = candidate.parsed.doc, candidate.hit.tokens
    between = [doc[i] for i in range(tokens[0] + 1, tokens[-1]) if i not in tokens]
    noun = light_noun(candidate)
    if noun is not None and candidate.hit.entry.term in _WITH_CLAUSE:
        inside = {t.i for c in noun.children if c.dep_ in ("acl", "ccomp") for t in c.subtree}
        between = [token for token in between if token.i not in inside]
    return any(
        token.text in (";", ":", ".") or token.tag_ in ("KOUS", "PRELS", "KOUI")
        for token in between
    )


@guard("light-noun-with-genitive")
def light_noun_with_genitive(context: LetterContext, candidate: Candidate) -> bool:
    """*zum Abschluss eines Vertrags kommen*: the noun means the thing itself."""
    noun = light_noun(candidate)
    if noun is None or predicates.case_word(noun) is None or plain_sense(candidate) is not None:
        return False
    return any(
        child.dep_ == "nmod" and child.i > noun.i and predicates.case_word(child) is None
        for child in noun.children
    )


@guard("light-verb-is-auxiliary")
def light_verb_is_auxiliary(context: LetterContext, candidate: Candidate) -> bool:
    """*hat sich zum Ziel gesetzt*: *haben* or *sein* only helps another verb."""
    index = candidate.hit.part("verb") if candidate.hit is not None else None
    if index is None:
        return False
    verb = candidate.parsed.doc[index]
    return verb.dep_ in ("aux", "aux:pass") or (
        verb.lemma_ in ("haben", "sein")
        and any(t.tag_ == "VVPP" and t.head == verb for t in verb.sent)
    )


@guard("light-verb-negated-twice")
def light_verb_negated_twice(context: LetterContext, candidate: Candidate) -> bool:
    """*nicht außer Acht lassen*: with *nicht beachten* the sentence would have two negations."""
    if candidate.hit is None or "nicht" not in candidate.hit.entry.alternatives[0].words:
        return False
    if plain_sense(candidate) is not None:
        return False
    tokens = candidate.hit.tokens
    window = candidate.parsed.doc[max(tokens[0] - 6, 0) : tokens[-1] + 7]
    return any(token.lemma_ in _NEGATORS for token in window)


@guard("entry-medium")
def entry_medium(context: LetterContext, candidate: Candidate) -> bool:
    """The entry still waits for an expert, and no word beside it settles its sense."""
    if candidate.hit is None or candidate.hit.entry.confidence == "high":
        return False
    return plain_sense(candidate) is None


@guard("light-verb-in-label")
def light_verb_in_label(context: LetterContext, candidate: Candidate) -> bool:
    """*Auskunft erteilt: Frau Petersen*: a label of the letterhead, no sentence."""
    if candidate.hit is None:
        return False
    doc, last = candidate.parsed.doc, candidate.hit.tokens[-1]
    return last + 1 < len(doc) and doc[last + 1].text == ":" and last - doc[last].sent.start < 3
