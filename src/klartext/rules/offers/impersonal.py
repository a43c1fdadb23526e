"""Offers for duties and requests that do not say who is meant."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.glossary.fidelity import invariants
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import GUARDS
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Applicability, Edit, Suggestion, TextRange

_MUST = {"hat": "muss", "haben": "müssen", "hätte": "müsste", "hätten": "müssten"}


@offer("must-for-have-to")
def must_for_have_to(context: LetterContext, candidate: Candidate) -> Offer:
    """*Sie haben jede Änderung mitzuteilen.* → *Sie müssen jede Änderung mitteilen.*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    must = _MUST[auxiliary.lower_]
    must = must.capitalize() if auxiliary.is_title else must
    label = f"{must} … {verb.lemma_}"
    if auxiliary.i > verb.i:
        label = f"{verb.lemma_} {must}"
    commands = GUARDS["reader-is-subject"](context, candidate)
    slots = {"urteil": "klingt wie ein Befehl" if commands else "ist schwer zu verstehen"}
    edits = _infinitives_without_zu(verb)
    if edits is None:
        return advice(label), slots
    edits = tuple(sorted((Edit(token_range(auxiliary), must), *edits), key=lambda e: e.range))
    # *haben zu* and *müssen* say the same; the check on text alone does not see *zu … haben*.
    return faithful(context, candidate, label, edits, unless=("duties",)), slots


def _parted(one: Token, other: Token) -> bool:
    """*sind Melder vorzuhalten; das Abstellen hat zu unterbleiben*: two verbs, two duties."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" or predicates.finite(t) for t in one.doc[first + 1 : last])


def _infinitives_without_zu(verb: Token) -> tuple[Edit, ...] | None:
    """Edits for the verb and the infinitives beside it; ``None`` where one is not sure."""
    chain = [
        verb,
        *(
            t
            for t in verb.conjuncts
            if t.tag_ in ("VVIZU", "VVINF", "VAINF") and not _parted(verb, t)
        ),
    ]
    edits = []
    for item in chain:
        edit = _infinitive_without_zu(item)
        if edit is None:
            return None
        edits.append(edit)
    known = {token.i for token in chain}
    first = min(known)
    for token in verb.sent:
        loose = token.tag_ == "VVIZU" or (token.tag_ == "PTKZU" and token.head.i not in known)
        if loose and token.i not in known and token.i > first - 12 and not _in_clause_below(token):
            return None
    return tuple(edits)


def _in_clause_below(token: Token) -> bool:
    """A zu-infinitive in a clause of its own behind a comma."""
    verb = token if token.tag_ == "VVIZU" else token.head
    return verb.dep_ in ("xcomp", "ccomp", "csubj", "advcl", "acl", "acl:relcl", "obl")


def _infinitive_without_zu(verb: Token) -> Edit | None:
    if verb.tag_ == "VVIZU":
        plain = plain_infinitive(verb)
        return None if plain is None else Edit(token_range(verb), plain)
    zu = next((child for child in verb.children if child.tag_ == "PTKZU"), None)
    if zu is None or zu.i + 1 != verb.i:
        return None
    return Edit(TextRange(zu.idx, verb.idx), "")


def plain_infinitive(verb: Token) -> str | None:
    """*mitzuteilen* → *mitteilen*; ``None`` if lemma and form do not fit together."""
    parts = separated(verb)
    return None if parts is None else "".join(parts)


def separated(verb: Token) -> tuple[str, str] | None:
    """Particle and base of a zu-infinitive in one word: *mit, teilen*."""
    lemma = verb.lemma_
    for cut in range(1, len(lemma) - 2):
        if f"{lemma[:cut]}zu{lemma[cut:]}" == verb.lower_:
            return lemma[:cut], lemma[cut:]
    return None


def token_range(token: Token) -> TextRange:
    """Where a word stands in the block."""
    return TextRange(token.idx, token.idx + len(token))


def faithful(
    context: LetterContext,
    candidate: Candidate,
    label: str,
    edits: tuple[Edit, ...],
    actors: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
) -> tuple[Suggestion, ...]:
    """The edits to be reviewed, or the label as advice where they would change what is said.

    ``actors`` may act in the new wording as well; ``unless`` names invariants the caller keeps.
    """
    sentence = candidate.sentence
    text = candidate.parsed.block.text
    suggestion = Suggestion(label, edits, Applicability.REVIEW)
    changed = suggestion.apply(text)
    after = changed[sentence.start_char : len(changed) - (len(text) - sentence.end_char)]
    before = text[sentence.start_char : sentence.end_char]
    terms = context.glossary.legal_forms
    old, new = invariants(before, terms), invariants(after, terms)
    differing = set(old.difference(new)) - set(unless)
    if new.actors <= old.actors | set(actors):
        differing.discard("actors")
    return advice(label) if differing else (suggestion,)
