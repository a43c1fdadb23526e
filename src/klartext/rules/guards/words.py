"""Guards of single words and forms."""

from __future__ import annotations

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard


@guard("no-date-context")
def no_date_context(context: LetterContext, candidate: Candidate) -> bool:
    """*Version 1.12.2024*, *Az. 12.3.2024-7*, a range in a table: no date of running text."""
    text, place = candidate.parsed.block.text, candidate.ranges[0]
    before, after = text[: place.start].rstrip(), text[place.end :]
    if before.endswith(
        ("Version", "Az.", "Az", "Nr.", "Nummer", "Zeichen:", "Ziffer", "DIN", "Release")
    ):
        return True
    return after.startswith(("-", "/", "_")) or before.endswith(("/", "_"))


@guard("performative-hereby")
def performative_hereby(context: LetterContext, candidate: Candidate) -> bool:
    """*Hiermit bevollmächtige ich …*: the word makes the sentence an act of law."""
    if not candidate.text.lower().startswith("hiermit"):
        return False
    return any(
        token.lemma_ in _PERFORMATIVE or predicates.full_lemma(token) in _PERFORMATIVE
        for token in candidate.sentence
        if token.tag_.startswith("VV")
    )


_PERFORMATIVE = frozenset(
    """
    anordnen widerrufen bevollmächtigen androhen versichern erklären einwilligen beantragen
    kündigen zustimmen untersagen festsetzen aufheben ablehnen erteilen beauftragen ermächtigen
    verfügen zurücknehmen auffordern
    """.split()
)


@guard("entry-sure")
def entry_sure(context: LetterContext, candidate: Candidate) -> bool:
    """The glossary entry is of high confidence."""
    return candidate.hit is not None and candidate.hit.entry.confidence == "high"
