"""Guards about impersonal requests: who is asked, and whether it is a request at all."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.clauses import SUBORDINATE, between, is_polite_you, words_before
from klartext.rules.guards.registry import guard, verb_of


@guard("subordinate-clause")
def subordinate_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*Wenn Sie gebeten werden, …*: no request, but a case that is spoken of."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if auxiliary.i > verb.i:
        return True
    if any(child.tag_ in ("KOUS", "PRELS", "PWAV", "PWS") for child in words_before(verb)):
        return True
    return predicates.clause_head(verb).dep_ in SUBORDINATE


@guard("report-of-request")
def report_of_request(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie wurden gebeten, Sie können gebeten werden*: a report, not the request itself."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if auxiliary.lower_ not in ("wird", "werden") or not predicates.finite(auxiliary):
        return True
    return any(
        child.tag_[:2] == "VM" or child.lower_ == "worden" or _is_second_passive(child, auxiliary)
        for child in verb.children
    )


def _is_second_passive(token: Token, auxiliary: Token) -> bool:
    return token.lemma_ == "werden" and token != auxiliary


@guard("request-to-others")
def request_to_others(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Eltern werden gebeten*: somebody else is asked; or the sentence has no shape we know."""
    verb = verb_of(candidate)
    subject = next(
        (c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.tag_ != "$,"), None
    )
    named = subject is not None and subject.lower_ != "es"
    if subject is not None and named and subject != candidate.nodes.get("noun"):
        return not is_polite_you(subject)
    return any(
        child.lower_ in ("ich", "wir")
        or (child.dep_ in ("csubj", "advcl", "ccomp") and child.left_edge.lower_ == "wer")
        or (child.tag_ in ("NN", "NE", "PPER", "PIS") and _is_bare_dative(child))
        for child in verb.children
    )


def _is_bare_dative(token: Token) -> bool:
    """*Den Eltern wird empfohlen*; *Ihnen* is the reader."""
    if token.text == "Ihnen" or predicates.feature(token, "Case") != "Dat":
        return False
    return all(child.dep_ != "case" for child in token.children)


@guard("place-of-hint")
def place_of_hint(context: LetterContext, candidate: Candidate) -> bool:
    """*Im Merkblatt wird darauf hingewiesen*: the sentence tells what another text says."""
    verb = verb_of(candidate)
    if verb.lemma_ not in ("hinweisen", "weisen", "empfehlen", "verweisen"):
        return False
    return any(
        child.dep_ in ("obl", "obl:arg")
        and child.tag_ in ("NN", "NE")
        and (case := predicates.case_word(child)) is not None
        and case.lower_ in ("in", "im", "beim", "bei", "durch", "mit", "von", "vom")
        for child in verb.children
    )


@guard("later-request")
def later_request(context: LetterContext, candidate: Candidate) -> bool:
    """*Danach werden Sie gebeten, …*: how something goes on, not what the letter asks for.

    What a letter to the reader asks is meant, unless it says that this comes later.
    """
    verb = verb_of(candidate)
    subject = predicates.subject(verb)
    if subject is None or not is_polite_you(subject):
        return False
    first = min((child for child in verb.children if child.tag_[:1] != "$"), key=lambda c: c.i)
    if context.is_letter:
        return any(token.lower_ in _LATER for token in predicates.clause_tokens(verb))
    return first != subject and first.lower_ not in _OPENERS_OF_REQUEST


_LATER = frozenset(
    """
    anschließend danach dann eventuell evtl. gegebenenfalls ggf. möglicherweise später sodann
    vielleicht
    """.split()
)

_OPENERS_OF_REQUEST = frozenset(
    "hiermit daher deshalb deswegen darum ferner zudem nochmals erneut weiter".split()
)


@guard("demand-by-law")
def demand_by_law(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie werden aufgefordert, das Bundesgebiet zu verlassen*: wording with legal force."""
    verb = verb_of(candidate)
    if verb.lemma_ not in ("auffordern", "fordern"):
        return False
    return predicates.legal_near(candidate.sentence) or any(
        token.lemma_ in ("verlassen", "ausreisen") for token in candidate.sentence
    )


@guard("half-matched-request")
def half_matched_request(context: LetterContext, candidate: Candidate) -> bool:
    """Another pattern of the rule fits better and marks *um* or *es* as well."""
    nodes = candidate.nodes
    if "um" in nodes:
        return False
    verb = verb_of(candidate)
    has_um = any(
        token.lower_ == "um" and token.tag_ == "APPR" and token.head.head == verb
        for token in verb.subtree
    )
    has_es = any(child.lower_ in ("es", "sie") for child in verb.children)
    return has_um or (has_es and "es" not in nodes)


@guard("um-not-beside-noun")
def um_not_beside_noun(context: LetterContext, candidate: Candidate) -> bool:
    """Between *um* and the noun stands more than article and adjectives: they do not belong."""
    nodes = candidate.nodes
    if "um" not in nodes:
        return False
    return nodes["um"].sent != nodes["noun"].sent or any(
        token.tag_ not in _BEFORE_NOUN for token in between(nodes["um"], nodes["noun"])
    )


_BEFORE_NOUN = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "ADV", "ADJD", "CARD"})


@guard("not-your-answer")
def not_your_answer(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Stellungnahme des Arztes wird erwartet*: no request; *Ihre Stellungnahme* is one."""
    verb = verb_of(candidate)
    noun = candidate.nodes.get("noun")
    if noun is None or verb.lower_ not in AWAITED:
        return False
    return not any(child.text.startswith("Ihr") for child in noun.children)


AWAITED = frozenset({"erwartet", "erbeten", "entgegengesehen"})
"""Participles of what the office waits for: *Ihre Antwort wird erwartet*."""
