"""Questions about a clause, each answered by the parse with two clues.

Labels: STTS tags, UD relations. A rule that means the werden-passive looks at the lemma of the
auxiliary, because parts of the training data write ``aux:pass`` for *sein* too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from klartext.language.features import PLACEHOLDER_NORM
from klartext.language.parse import protected_in
from klartext.language.spans import SpanLabel
from klartext.rules import wordlists
from klartext.scores.clauses import FINITE_TAGS

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_WERDEN_FORMS = frozenset("wird werden wurde wurden werde werdet würde würden worden".split())
_CLAUSE_RELATIONS = frozenset(
    {"advcl", "ccomp", "csubj", "acl:relcl", "acl", "xcomp", "parataxis", "ROOT", "conj"}
)


def finite(token: Token) -> bool:
    """FIN: a finite verb by tag, with a finite feature or a closed-class form."""
    if token.tag_ not in FINITE_TAGS:
        return False
    return feature(token, "VerbForm") != "Inf"


def feature(token: Token, name: str) -> str:
    """The value of a feature (``Number`` → ``Plur``), empty if the token has none."""
    return token.morph.to_dict().get(name, "")


def clause_head(token: Token) -> Token:
    """The head of the clause a token stands in."""
    while token.dep_ not in _CLAUSE_RELATIONS and token.head is not token:
        token = token.head
    return token


def clause_tokens(head: Token) -> Iterator[Token]:
    """Tokens of one clause, without the clauses below it."""
    yield head
    for child in head.children:
        if child.dep_ not in ("advcl", "ccomp", "csubj", "acl:relcl", "parataxis", "conj"):
            yield from clause_tokens(child)


def passive_auxiliary(verb: Token) -> Token | None:
    """WERDPASS: the form of *werden* that makes ``verb`` a passive, ``None`` if there is none.

    Where participle and infinitive are the same word (*erhalten*), ``nsubj:pass`` is asked for
    as well, because *Sie werden einen Bescheid erhalten* is future tense.
    """
    if verb.tag_ != "VVPP" or verb.lower_ in wordlists.NO_PARTICIPLES:
        return None
    auxiliary = next(
        (
            child
            for child in verb.children
            if child.dep_ in ("aux:pass", "aux")
            and child.lemma_ == "werden"
            and child.lower_ in _WERDEN_FORMS
        ),
        None,
    )
    if auxiliary is None:
        return None
    if verb.lower_ in wordlists.PARTICIPLE_IS_INFINITIVE:
        relations = {child.dep_ for child in verb.children}
        if "nsubj:pass" not in relations or "obj" in relations:
            return None
    return auxiliary


def is_past_passive(verb: Token) -> bool:
    """*wurde … vorgelegt*, *ist … vorgelegt worden*: it has happened."""
    auxiliary = passive_auxiliary(verb)
    if auxiliary is None or any(child.tag_[:2] == "VM" for child in verb.children):
        return False
    return auxiliary.lower_ in ("wurde", "wurden", "worden")


def verb_parts(verb: Token, auxiliary: Token) -> list[Token]:
    """The words of a passive in text order: finite verb, participle, *worden* or *werden*."""
    parts = {verb, auxiliary}
    for child in verb.children:
        # *ist* without *worden* belongs to another clause, whatever the parse says
        is_own = child.lemma_ != "sein" or auxiliary.lower_ == "worden"
        if is_own and child.dep_ in ("aux", "aux:pass") and child.tag_[:2] in ("VA", "VM"):
            parts.add(child)
    return sorted(parts, key=lambda token: token.i)


def subject(verb: Token) -> Token | None:
    """The nominal subject of a verb, also of a passive."""
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")), None)


def case_word(noun: Token) -> Token | None:
    """The preposition of a noun."""
    return next(
        (child for child in noun.children if child.dep_ == "case" and child.tag_[:2] == "AP"), None
    )


def doer(verb: Token) -> Token | None:
    """DOER: who acts in a passive: *vom Amt*, *durch die Polizei*, *von Ihnen*."""
    for child in verb.children:
        if is_complement_with_from(verb, child):
            continue
        if child.dep_ == "obl:agent" and names_somebody(child):
            return child
        if child.dep_ == "obl":
            preposition = case_word(child)
            if preposition is None:
                continue
            word = preposition.lemma_
            if word == "durch" or (word in ("von", "seitens") and _can_act(child)):
                return child
    return None


def is_complement_with_from(verb: Token, noun: Token) -> bool:
    """*von der Gebühr befreien*, *von Ihnen benötigen*: the verb itself asks for *von*."""
    preposition = case_word(noun)
    if preposition is None or preposition.lower_ not in ("von", "vom"):
        return False
    if verb.lemma_ == "machen":
        return any(child.lower_ == "abhängig" for child in verb.children)
    return full_lemma(verb) in wordlists.FROM_VERBS


def names_somebody(noun: Token) -> bool:
    """*vom 12.03.2026* and *von 50 Euro* are no doers, whatever the parse says."""
    if not noun.text[0].isalpha() and noun.norm_ != PLACEHOLDER_NORM:
        return False
    if any(child.dep_ == "nummod" for child in noun.children):
        return False
    return not any(
        span.start <= noun.i < span.end
        for span in protected_in(noun.doc)
        if span.label_ in (SpanLabel.DATE, SpanLabel.AMOUNT, SpanLabel.TIME)
    )


def _can_act(noun: Token) -> bool:
    if noun.tag_ in ("NE", "PPER", "PIS", "PDS"):
        return True
    lemma = noun.lemma_.lower()
    return any(lemma.endswith(head) for head in wordlists.ACTORS)


def is_sender_verb(verb: Token) -> bool:
    """SENDERVERB: an act of an authority (*prüfen, ablehnen*)."""
    return full_lemma(verb) in wordlists.SENDER_VERBS


def is_reader_verb(verb: Token) -> bool:
    """READERVERB: an act of the addressee (*vorlegen, einreichen*)."""
    return full_lemma(verb) in wordlists.READER_VERBS


def full_lemma(verb: Token) -> str:
    """Infinitive with its separated prefix: *legen … vor* → *vorlegen*."""
    prefix = next(
        (
            child.lower_
            for child in verb.children
            if child.dep_ == "compound:prt" and child.tag_ == "PTKVZ"
        ),
        "",
    )
    return prefix + verb.lemma_


def must(verb: Token) -> bool:
    """MUST, as far as one clause shows it: *müssen*, *haben/sein zu*, *verpflichtet*."""
    if verb.lemma_ == "verpflichten" or verb.lower_ == "verpflichtet":
        return True
    return any(
        child.lemma_ == "müssen" for child in verb.children if child.dep_ in ("aux", "aux:pass")
    )


def negated(head: Token) -> bool:
    """Whether the clause of ``head`` holds *nicht, kein, nie …*."""
    return any(token.lemma_ in wordlists.NEGATORS for token in clause_tokens(head))


def addresses_reader(span: Span) -> bool:
    """ADDR: *Sie, Ihnen, Ihr* with a capital that is not just the start of the sentence."""
    for token in span:
        if token.tag_ in ("PPER", "PPOSAT", "PRF") and token.text in wordlists.POLITE_FORMS:
            if token.i > span.start:
                return True
            if feature(token.head, "Number") == "Plur" or token.text.startswith("Ihnen"):
                return True
    return False


def has_citation(span: Span) -> bool:
    """Whether a citation of a norm lies in the span."""
    return any(
        found.label_ in (SpanLabel.CITATION, SpanLabel.LAW)
        and found.start < span.end
        and span.start < found.end
        for found in protected_in(span.doc)
    )


def norm_begins(doc: Doc, after: int, up_to: int) -> bool:
    """Whether a citation or the name of a law begins behind one token and not behind another."""
    return any(
        span.label_ in (SpanLabel.CITATION, SpanLabel.LAW) and after < span.start <= up_to
        for span in protected_in(doc)
    )


def legal_near(span: Span) -> bool:
    """LEGALNEAR: the sentence cites a norm or speaks of statutory conditions."""
    return has_citation(span) or any(token.lemma_ in wordlists.LEGAL_CONTEXT for token in span)
