"""Guards about *haben … zu …*: what else it can mean, and who is spoken to."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.clauses import between, is_polite_you
from klartext.rules.guards.registry import guard, verb_of

_ASKS_FOR_INFINITIVE = (
    "absicht", "anlass", "anrecht", "anspruch", "aufgabe", "auftrag", "befugnis", "berechtigung",
    "chance", "einfluss", "freiheit", "gelegenheit", "grund", "interesse",
    "kraft", "lust", "macht", "möglichkeit", "mühe", "mut", "option", "pflicht",
    "plan", "problem", "recht", "schwierigkeit", "sinn", "spaß", "verpflichtung", "vorhaben",
    "vorteil", "wahl", "wahlrecht", "wille", "wunsch", "zeit", "ziel", "zweck",
)  # fmt: skip
"""Ends of nouns that take *zu* themselves: *das Recht haben, etwas zu tun*."""

_TITLES = frozenset({"erlaubnis", "genehmigung"})
"""These only by themselves: an *Aufenthaltserlaubnis* is a paper that one has to show."""

_SET_PHRASES = frozenset(
    """
    antworten anbieten aufweisen aussetzen bedeuten befürchten beitragen beklagen berichten
    bestellen bieten einwenden entscheiden erwarten erzählen essen feiern fürchten gelten gewinnen
    klagen kämpfen lachen leben leiden lesen melden reden rechnen sagen schaffen suchen trinken tun
    verantworten verbergen vergeben verkünden verlieren vermelden vertreten verzeichnen vorweisen
    wissen
    """.split()
)
"""*nichts zu tun haben mit, etwas zu sagen haben, zu vertreten haben*: no duty."""

_SOMETHING = frozenset("etwas nichts viel wenig genug einiges mehr".split())
"""Objects one owns: *etwas zu verschenken haben*."""

_PURPOSE = frozenset("um ohne statt anstatt".split())


@guard("noun-governs-infinitive")
def noun_governs_infinitive(context: LetterContext, candidate: Candidate) -> bool:
    """*haben das Recht, … zu …*: *haben* is a full verb and the noun asks for *zu*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    nouns = [*verb.children, *auxiliary.children, verb.head, *between(auxiliary, verb)]
    return any(
        token.tag_ == "NN"
        and token.dep_ not in ("nsubj", "nsubj:pass")
        and (token.lemma_.lower().endswith(_ASKS_FOR_INFINITIVE) or token.lemma_.lower() in _TITLES)
        and _no_preposition(token)
        for token in nouns
    )


def _no_preposition(noun: Token) -> bool:
    return predicates.case_word(noun) is None


@guard("have-to-set-phrase")
def have_to_set_phrase(context: LetterContext, candidate: Candidate) -> bool:
    """*hat damit nichts zu tun, hat nichts zu befürchten, hat den Fehler zu vertreten*."""
    verb = verb_of(candidate)
    if predicates.full_lemma(verb) in _SET_PHRASES:
        return True
    if verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "VVPP":
        return True  # haben zu bedenken gegeben
    words = between(candidate.nodes["aux"], verb)
    if any(t.tag_ == "VVPP" for t in words) or (
        words and words[-1].tag_ == "ADJD" and any(t.tag_ == "PRF" for t in words)
    ):
        return True  # hat sich darauf beschränkt vorzutragen
    return any(child.lower_ in _SOMETHING and child.dep_ == "obj" for child in verb.children)


@guard("infinitive-in-own-clause")
def infinitive_in_own_clause(context: LetterContext, candidate: Candidate) -> bool:
    """A comma, *um* or *ohne* begins the zu-infinitive: it does not belong to *haben*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if any(child.lower_ in _PURPOSE and child.i < verb.i for child in verb.children):
        return True
    if auxiliary.i > verb.i:
        return any(token.tag_ == "$," for token in between(auxiliary, verb))
    words = between(auxiliary, verb)
    if any(token.text == ";" for token in words):
        return True
    return any(token.lower_ in _PURPOSE and token.tag_ == "KOUI" for token in words) or (
        any(token.tag_ == "$," for token in words) and not _belongs_to_list_or_clause(words, verb)
    )


def _belongs_to_list_or_clause(words: list[Token], verb: Token) -> bool:
    """Whether every comma on the way closes or opens a relative clause, or stands in a list."""
    return all(
        word.head.dep_ in ("acl:relcl", "conj", "appos") and word.head is not verb
        for word in words
        if word.tag_ == "$,"
    )


@guard("have-without-subject")
def have_without_subject(context: LetterContext, candidate: Candidate) -> bool:
    """Neither a subject nor *Sie* beside *haben*, nor *Wer …, hat*: the clues do not meet."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if any(predicates.subject(node) is not None for node in (verb, auxiliary)):
        return False
    if any(_is_who(child) for node in (verb, auxiliary) for child in node.children):
        return False
    return not _has_you_beside(verb, auxiliary)


def _has_you_beside(verb: Token, auxiliary: Token) -> bool:
    return any(child.text == "Sie" and abs(child.i - auxiliary.i) == 1 for child in verb.children)


def _is_who(clause: Token) -> bool:
    return clause.dep_ in ("csubj", "advcl") and clause.left_edge.lower_ == "wer"


@guard("auxiliary-not-have")
def auxiliary_not_have(context: LetterContext, candidate: Candidate) -> bool:
    """Tag and form of the auxiliary disagree, or it reports the past (*hatte … zu*)."""
    auxiliary = candidate.nodes["aux"]
    if context.is_letter and auxiliary.lower_ in ("hätte", "hätten"):
        return not reader_is_subject(context, candidate)  # Die Kosten hätten Sie zu tragen
    return not predicates.finite(auxiliary) or auxiliary.lower_ not in ("hat", "haben")


@guard("reader-is-subject")
def reader_is_subject(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie haben … mitzuteilen*: the reader is spoken to."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    subject = predicates.subject(verb) or predicates.subject(auxiliary)
    return is_polite_you(subject) if subject is not None else _has_you_beside(verb, auxiliary)
