"""Guards of office words: the senses in which they are no office words, or words of law."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import office_contexts, sums
from klartext.rules.guards import office_senses as senses
from klartext.rules.guards.registry import guard

_CAN_BE_LAW = frozenset(
    """
    abändern Ableben Ablichtung Aufwendungen Aushändigung ausschließlich begehren Belange benennen
    berichtigen darlegen Eheschließung Einfriedung Ersuchen errichten gestatten gewähren
    einstweilen erforderlich gegenstandslos gesondert hinreichend Inanspruchnahme insoweit
    maßgeblich namentlich übermitteln unentgeltlich unrichtig untersagen unterzeichnen verspätet
    Zuwiderhandlung
    """.split()
)
"""Words that stand in statutes with a meaning of their own; the others are only style."""


@guard("office-word-of-law")
def office_word_of_law(context: LetterContext, candidate: Candidate) -> bool:
    """A word that can be the wording of a statute, in a sentence about norms or conditions."""
    if candidate.hit is None or candidate.hit.entry.term not in _CAN_BE_LAW:
        return False
    return predicates.legal_near(candidate.sentence)


@guard("other-sense-of-office-word")
def other_sense(context: LetterContext, candidate: Candidate) -> bool:
    """*frei über das Konto verfügen*, *öffentliche Belange*: not the sense the table means."""
    term = candidate.entry if candidate.hit is None else candidate.hit.entry.term
    decide = _OTHER_SENSE.get(term or "")
    return decide is not None and decide(next(iter(candidate.tokens())), candidate)


def _not_first(token: Token, candidate: Candidate) -> bool:
    """Inside a sentence *für den Fall, dass* can belong to a threat: *für den Fall androhen*."""
    return token.i > candidate.sentence.start


def _arrived(token: Token, candidate: Candidate) -> bool:
    """*gilt als zugegangen*: a term of law."""
    return predicates.has_citation(candidate.sentence) or "gelten" in senses.lemmas(candidate)


def _state_of_things(token: Token, candidate: Candidate) -> bool:
    """*nach jetzigem Sachstand* is about what is known."""
    case = predicates.case_word(token)
    return case is not None and case.lower_ == "nach"


_OTHER_SENSE: dict[str, Callable[[Token, Candidate], bool]] = {
    **office_contexts.SENSES,
    "Belange": senses.interests,
    "Durchschrift": senses.copy,
    "Eheschließung": senses.names("vornehmen"),
    "Inanspruchnahme": senses.use,
    "Lebensjahr": senses.age,
    "Sachstand": _state_of_things,
    "Verlangen": senses.on_demand,
    "Vorsprache": senses.visit,
    "ahnden": senses.fine,
    "auf dem Postweg": senses.by_post,
    "ausschließlich": senses.only,
    "benötigen": senses.looks_finite,
    "darlegen": senses.names("interesse"),
    "darstellen": senses.equates,
    "darüber hinaus": senses.beyond,
    "entrichten": senses.pays,
    "erforderlich": senses.needed,
    "entsprechen": senses.lacks("antrag", "gesuch", "begehren"),
    "ergehen": senses.issued,
    "ersichtlich": senses.predicative,
    "für den Fall, dass": _not_first,
    "gegenstandslos": senses.lacks("betrachten"),
    "gesondert": senses.separate,
    "hinreichend": senses.enough,
    "in Höhe von": sums.amount,
    "insoweit": senses.so_far,
    "längstens": lambda token, candidate: getattr(senses.word_before(token), "lower_", "") == "bis",
    "maßgeblich": senses.decisive,
    "namentlich": lambda token, candidate: "so" in senses.words(candidate),
    "rückständig": sums.owed,
    "sämtlich": senses.every,
    "unentgeltlich": senses.names(*senses.UNPAID),
    "unterbleiben": senses.names("erscheinen"),
    "unschädlich": senses.only_predicate,
    "verfügen über": senses.have_at_will,
    "vorsorglich": lambda token, candidate: "rein" in senses.words(candidate),
    "zu Ihren Lasten": senses.lacks("kosten", "gebühr", "auslage"),
    "zugehen": _arrived,
}
"""Term → whether it stands in another sense at a place."""
