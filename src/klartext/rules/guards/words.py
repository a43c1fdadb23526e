"""Guards of single words and forms."""

from __future__ import annotations

import re

from spacy.tokens import Token

from klartext.letters.model import Section
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard
from klartext.types import BlockKind


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


@guard("date-outside-sentence")
def date_outside_sentence(context: LetterContext, candidate: Candidate) -> bool:
    """A line of data or a label; not a deadline set off in a line of its own, not a list item."""
    sentence, block = candidate.sentence, candidate.parsed.block
    if any(predicates.finite(token) for token in sentence):
        return False
    before = block.text[: sentence.start_char].split()
    if before and before[-1] in _TITLES:  # the sentence only seems to begin here
        return not any(predicates.finite(token) for token in candidate.parsed.doc)
    if not context.is_letter or context.section(candidate.parsed) in _LISTS_OF_PAPERS:
        return True
    lead = block.text[: candidate.ranges[0].start].rsplit("(")[-1].split()
    if block.kind is BlockKind.LISTENPUNKT:
        return not lead or lead[-1].lower() not in _BEFORE_DATES
    return len(lead) > 1 or not _is_broken_off(context, candidate)


def _is_broken_off(context: LetterContext, candidate: Candidate) -> bool:
    """Whether the block before ends in the middle of a sentence: *bis spätestens*."""
    previous = None
    for parsed in context.parsed:
        if parsed.block.index == candidate.parsed.block.index:
            break
        previous = parsed
    if previous is None or not previous.block.text.rstrip()[-1:].isalpha():
        return False
    last = previous.sentences[-1]
    return any(token.tag_[:1] == "V" for token in last) and last[-1].lower_ in _BEFORE_DATES


_TITLES = ("med.", "Dr.", "jur.", "phil.", "nat.", "rer.")
_LISTS_OF_PAPERS = (Section.ANLAGEN, Section.UNTERSCHRIFT, Section.GRUSS)
_BEFORE_DATES = frozenset(
    "ab am an bis vom von seit zum den dem der spätestens bereits längstens".split()
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
    """*die hiermit verbundenen Kosten*: the word refers back; nor without a person."""
    if not candidate.text.lower().startswith("hiermit"):
        return False
    token = next(candidate.tokens())
    words = {word.text for word in candidate.sentence}
    reader_inside = not words.isdisjoint(_READER) and token.i > candidate.sentence.start
    if words.isdisjoint(("ich", "wir", "Ich", "Wir")) and not reader_inside:
        return True
    if token.head.lemma_ in _JOINED_BY_HEREBY or "einverstanden" in words:
        return True
    return not predicates.finite(token.head) and token.head.tag_ not in ("VVPP", "VVINF")


_READER = frozenset("Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer".split())
_JOINED_BY_HEREBY = frozenset("verbinden einhergehen meinen verknüpfen".split())
_NOT_OF_OFFICE = ("schule", "betrieb", "firma", "verhältnis", "aufenthalt", "wohnsitz")


@guard("local-not-ours")
def local_not_ours(context: LetterContext, candidate: Candidate) -> bool:
    """*ein hiesiger Malerbetrieb* is one of the town, none of the office."""
    token = next(iter(candidate.tokens()))
    if token.lemma_ != "hiesig":
        return False
    if token.i > token.sent.start:
        before = token.nbor(-1)
        if before.tag_ in ("PPOSAT", "PIAT") or before.lemma_ == "ein":
            return True
    return token.head.lemma_.lower().endswith(_NOT_OF_OFFICE)


@guard("half-word-before")
def half_word_before(context: LetterContext, candidate: Candidate) -> bool:
    """*form- und fristgerecht*: the half word needs the end of the other one."""
    first = next(iter(candidate.tokens()))
    if first.i < 2:
        return False
    follows = first.nbor(-1).lower_ in ("und", "oder", "bzw.")
    return follows and (first.nbor(-2).text.endswith("-") or _shares_article(first))


def _shares_article(noun: Token) -> bool:
    """*die Buchung oder Vorsprache*: another gender would need an article of its own."""
    other = noun.nbor(-2)
    return (
        noun.tag_ == "NN"
        and other.tag_ == "NN"
        and any(child.dep_ == "det" for child in other.children)
    )
