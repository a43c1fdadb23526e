"""Guards of chancery words: senses in which they are plain German."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.office_contexts import SENSES
from klartext.rules.guards.registry import guard

_TO_DO = frozenset(
    """
    mitteilen wenden richten senden zusenden zurücksenden übersenden einsenden zurückreichen
    vorlegen einreichen nachreichen beifügen beilegen angeben nennen melden entnehmen beachten
    überweisen einzahlen entrichten vorsprechen erscheinen stellen abgeben ausfüllen bestätigen
    veranlassen darlegen nachweisen unterzeichnen zurückgeben schicken
    """.split()
)


@guard("other-sense-of-chancery-word")
def other_sense(context: LetterContext, candidate: Candidate) -> bool:
    """*am selben Tag*, *derjenige Teil*, *Wollen Sie kommen?*: not the old usage."""
    token = next(iter(candidate.tokens()))
    term = candidate.entry if candidate.hit is None else candidate.hit.entry.term
    if term == "wollen sie":
        return not _is_request(token, candidate)
    if term == "welcher":
        return not _opens_relative_clause(token)
    decide = SENSES.get(term or "")
    return decide is not None and decide(token, candidate)


def _is_request(will: Token, candidate: Candidate) -> bool:
    """*Rückfragen wollen Sie bitte schriftlich stellen*: asks, does not tell what you plan."""
    words = {word.lower_ for word in candidate.sentence}
    if candidate.sentence[-1].text == "?" or "wenn" in words or not candidate.text.endswith("Sie"):
        return False
    if will.i == will.sent.start or will.nbor(-1).text in (",", ":", "und", "oder"):
        return False
    infinitives = [word for word in candidate.sentence if word.tag_ == "VVINF" and word.i > will.i]
    wanted = any(predicates.full_lemma(verb) in _TO_DO for verb in infinitives)
    return bool(infinitives) and ("bitte" in words or wanted)


def _opens_relative_clause(pronoun: Token) -> bool:
    """*der Brief, welcher …*, *der Brief, an welchem …*; not *darüber, welche der beiden …*."""
    if pronoun.tag_ != "PRELS" or pronoun.i - 2 < pronoun.sent.start:
        return False
    before = pronoun.nbor(-1)
    comma = before if before.text == "," else pronoun.nbor(-2)
    if comma.text != "," or (before is not comma and before.tag_ != "APPR"):
        return False
    after = pronoun.nbor()
    asks = comma.nbor(-1).tag_ == "PROAV" or (before is comma and after.lower_ in ("der", "von"))
    if asks:
        return False
    clause = predicates.clause_head(pronoun)
    owner = clause.head
    return clause.dep_ == "acl:relcl" and owner.tag_[:1] in "NPC" and owner.i < pronoun.i
