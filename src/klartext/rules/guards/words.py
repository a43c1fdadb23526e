"""Guards of single words and forms."""

from __future__ import annotations

import re

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
    if after.startswith(("-", "/", "_")) or before.endswith(("/", "_")):
        return True
    # a place in an official gazette, or a model of how to write a date
    return bool(_GAZETTE.search(text[max(0, place.start - 40) : place.start])) or bool(
        _MODEL.search(candidate.sentence.text)
    )


_GAZETTE = re.compile(r"\b(?:ABl|BGBl|RGBl|GVBl|GBl|GMBl|MBl|BAnz|Amtsblatt)\b")
_MODEL = re.compile(r"TT\.MM\.|\bFormat\b|\bSchreibweise\b")


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


@guard("hereby-inside-phrase")
def hereby_inside_phrase(context: LetterContext, candidate: Candidate) -> bool:
    """*die hiermit verbundenen Kosten*: the word refers back; nor without *ich* or *wir*."""
    if not candidate.text.lower().startswith("hiermit"):
        return False
    token = next(candidate.tokens())
    sender = {"ich", "wir"} & {word.lower_ for word in candidate.sentence}
    if not sender:
        return True
    return not predicates.finite(token.head) and token.head.tag_ not in ("VVPP", "VVINF")
