"""Light-verb phrases told by their wording alone, where a parse would miss them."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.glossary.model import Kind, Outcome
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard

WORDINGS = {
    "der auffassung sein": "meinen",
    "der ansicht sein": "meinen",
    "der meinung sein": "meinen",
    "von bedeutung sein": "wichtig sein",
    "geltend gemacht": "genannt",
    "in abzug gebracht": "abziehen",
    "in ansatz gebracht": "berücksichtigen",
    "in rede stehend": "dieser",
    "entfalten keine aufschiebende wirkung": "hat keine aufschiebende Wirkung",
    "keine aufschiebende wirkung entfalten": "hat keine aufschiebende Wirkung",
    "zur anwendung kommend": "gelten",
    "zur auszahlung gelangt": "auszahlen",
    "zur auszahlung kommend": "auszahlen",
    "zur last gelegt": "vorwerfen",
    "nach durchgeführter": "nach der …",
    "nach erfolgtem": "nach dem …",
    "nach erfolgter": "nach der …",
    "nach vorgenommener": "nach der …",
}
"""Phrase of the rule file → what to say."""
_NAMED = (
    "umstand", "umstände", "tatsache", "tatsachen", "grund", "gründe", "einwand", "einwände",
)  # fmt: skip


def plain_wording(candidate: Candidate) -> str | None:
    """The plain words for a phrase of the rule file, ``None`` for one of the glossary."""
    if candidate.hit is not None:
        return None
    return WORDINGS.get(candidate.entry or "")


@guard("light-wording-unsure")
def light_wording_unsure(context: LetterContext, candidate: Candidate) -> bool:
    """*geltend gemachte Ansprüche*; or the same phrase, found by its parse already."""
    if candidate.hit is not None:
        return False
    if _is_heard(context, candidate):
        return True
    words = list(candidate.tokens())
    last = words[-1]
    if words[0].lower_ == "nach":
        return not _is_plain_noun(last)
    if candidate.entry == "geltend gemacht":
        return last.tag_ != "ADJA" or not _ends(last.head, _NAMED)
    return all(token.tag_[:1] != "V" for token in words) and last.tag_ != "ADJA"


def _ends(noun: Token, ends: tuple[str, ...]) -> bool:
    return noun.lemma_.lower().endswith(ends) or noun.lower_.endswith(ends)


def _is_plain_noun(adjective: Token) -> bool:
    """Whether the noun follows at once: *nach erfolgter Anhörung*."""
    following = adjective.doc[adjective.i + 1 : adjective.i + 2]
    return all(token.tag_ == "NN" for token in following) and len(following) == 1


def _is_heard(context: LetterContext, candidate: Candidate) -> bool:
    return any(
        hit.entry.kind is Kind.LIGHT_VERB and hit.outcome is Outcome.OFFER and own.overlaps(other)
        for hit in context.hits(candidate.parsed)
        for own in candidate.ranges
        for other in hit.ranges
    )
