"""What an edit must leave equal: numbers, dates, citations, negation, duty and permission.

The check works on text alone, so that it does not depend on the parse that led to the edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from klartext.language.protected import find_spans
from klartext.language.spans import SpanLabel

_NUMBER_WORDS = frozenset(
    "null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig "
    "neunzig hundert tausend erste ersten erster erstes zweite zweiten zweiter zweites dritte "
    "dritten dritter drittes halb halbe halben halbes doppelt doppelte".split()
)
_NAMES = (
    SpanLabel.PHONE, SpanLabel.EMAIL, SpanLabel.WEB, SpanLabel.ACCOUNT, SpanLabel.ADDRESS,
    SpanLabel.REFERENCE, SpanLabel.LAW,
)  # fmt: skip
_DURATION = re.compile(
    r"\b((?:Sekunde|Minute|Stunde|Tag|Werktag|Woche|Monat|Quartal|Jahr)(?:e?s|en|e|n)?)\b"
)
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|«.*?»|\[.*?\]|<<.*?>>|_{3,}|\.{4,}")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*")

_NEGATIONS = re.compile(
    r"(?:nicht|nichts|nie|niemals|niemand\w*|nirgends|weder|ohne|mangels|außer|kein\w*|nicht-\w+"
    r"|nichterscheinen|nichtzahlung|nichtbefolgung)$"
)
_CONDITIONS = {
    "wenn": "COND", "falls": "COND", "sofern": "COND", "soweit": "COND", "sollte": "COND",
    "sollten": "COND", "nur": "RESTR", "lediglich": "RESTR", "bloß": "RESTR",
    "ausschließlich": "RESTR", "bis": "LIMIT", "spätestens": "LIMIT", "binnen": "LIMIT",
    "innerhalb": "LIMIT",
}  # fmt: skip
_EXCEPTIONS = re.compile(
    r"\bes sei denn\b|\baußer wenn\b|\bsoweit\b[^.;:]*?\bnicht\b", re.IGNORECASE
)
_IN_CASE = re.compile(r"\bfür den Fall,? dass\b", re.IGNORECASE)
_DUTIES = (
    ("MUSS", r"(?:muss|müssen|musste|mussten|müsste|müssten|verpflichtet|obliegt|obliegen)"),
    ("SOLL", r"(?:soll|sollen|gehalten)"),
    ("BITTE", r"(?:bitte|bitten|bittet|gebeten|ersuche|ersuchen|ersucht)"),
    ("DARF", r"(?:darf|dürfen|durfte|durften|berechtigt|befugt)"),
    ("KANN", r"(?:kann|können|konnte|konnten|könnte|könnten|möglichkeit)"),
    ("VERBOT", r"(?:untersagt|verboten)"),
)
_DUTY = re.compile("|".join(rf"(?P<{name}>{words})$" for name, words in _DUTIES))
_NECESSARY = re.compile(r"\b(?:erforderlich|nötig|notwendig)\b")
_MODAL_INFINITIVE = re.compile(
    r"\b(?:ist|sind|hat|haben)\b(?:(?! (?:um|ohne|statt)\b)[^.;:!?])*?"
    r"(?:\bzu [a-zäöü]+(?:en|rn|ln)\b|\b[a-zäöü]{2,}zu[a-zäöü]+(?:en|rn|ln)\b)"
)
_ACTORS = (
    ("WIR", frozenset("wir uns unser unsere unserem unseren unserer unseres".split())),
    ("ICH", frozenset("ich mich mir mein meine meinem meinen meiner meines".split())),
)
_ADDRESS = frozenset("Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres".split())


@dataclass(frozen=True, slots=True)
class Invariants:
    """What must be the same before and after an edit. Multisets are sorted tuples."""

    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    amounts: tuple[str, ...]
    citations: tuple[str, ...]
    names: tuple[str, ...]
    terms: tuple[str, ...]
    negations: int
    conditions: tuple[str, ...]
    duties: tuple[str, ...]
    past: int
    actors: frozenset[str]

    def difference(self, other: Invariants) -> tuple[str, ...]:
        """Names of the invariants that differ, in the order of the fields."""
        return tuple(
            item.name
            for item in fields(self)
            if getattr(self, item.name) != getattr(other, item.name)
        )


def invariants(sentence: str, terms: Iterable[str] = ()) -> Invariants:
    """Extract the invariants of a sentence.

    Args:
        sentence: one or more sentences of a letter.
        terms: forms of legal terms in lower case whose number must not change.
    """
    spans: dict[SpanLabel, list[str]] = {}
    for span in find_spans(sentence):
        spans.setdefault(span.label, []).append(_squeeze(span.range.of(sentence)))
    dates = [*spans.get(SpanLabel.DATE, ()), *spans.get(SpanLabel.TIME, ())]
    dates += [_unit(item) for item in _DURATION.findall(sentence)]
    names = [item for label in _NAMES for item in spans.get(label, ())]
    words = _WORD.findall(sentence)
    lowered = [word.lower() for word in words]
    known = frozenset(terms)
    return Invariants(
        numbers=tuple(sorted(_numbers(sentence, lowered))),
        dates=tuple(sorted(dates)),
        amounts=tuple(sorted(spans.get(SpanLabel.AMOUNT, ()))),
        citations=tuple(spans.get(SpanLabel.CITATION, ())),
        names=tuple(sorted([*names, *_PLACEHOLDER.findall(sentence)])),
        terms=tuple(sorted(word for word in lowered if word in known)),
        negations=sum(_NEGATIONS.match(word) is not None for word in lowered),
        conditions=tuple(sorted(_conditions(sentence, lowered))),
        duties=tuple(_duties(sentence)),
        past=_past(lowered),
        actors=frozenset(_actors(words)),
    )


def is_faithful(
    before: str, after: str, terms: Iterable[str] = (), actors: Iterable[str] = ()
) -> bool:
    """Whether an edit leaves every invariant as it was and brings no new actor.

    Args:
        before: the sentence as it is.
        after: the sentence with the edit.
        terms: as for ``invariants``.
        actors: who else may act because the letter names them: ``WIR``, ``SIE``, ``ICH``.
    """
    known = frozenset(terms)
    old, new = invariants(before, known), invariants(after, known)
    differing = set(old.difference(new))
    if "actors" in differing and new.actors <= old.actors | set(actors):
        differing.discard("actors")
    return not differing


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def _unit(text: str) -> str:
    """A unit of time without its ending: *Monats* and *Monaten* count as the same."""
    return re.sub(r"(?:es|en|e|s|n)$", "", text)


def _numbers(sentence: str, lowered: list[str]) -> Iterator[str]:
    yield from _NUMBER.findall(sentence)
    for word in lowered:
        if word in _NUMBER_WORDS:
            yield re.sub(r"(?:e[nrs]?)$", "", word)


def _conditions(sentence: str, lowered: list[str]) -> Iterator[str]:
    exceptions = len(_EXCEPTIONS.findall(sentence))
    yield from ["COND"] * len(_IN_CASE.findall(sentence))
    yield from ["EXC"] * exceptions
    for index, word in enumerate(lowered):
        if word in ("sollte", "sollten") and index:
            continue
        if word in _CONDITIONS:
            yield _CONDITIONS[word]


def _duties(sentence: str) -> Iterator[str]:
    found: list[tuple[int, str]] = []
    for match in _WORD.finditer(sentence):
        duty = _DUTY.match(match[0].lower())
        if duty is not None and duty.lastgroup is not None:
            found.append((match.start(), duty.lastgroup))
    found += [(match.start(), "MUSS") for match in _NECESSARY.finditer(sentence)]
    found += [(match.start(), "MUSS") for match in _MODAL_INFINITIVE.finditer(sentence)]
    return (name for _, name in sorted(found))


def _past(lowered: list[str]) -> int:
    return sum(
        word in ("wurde", "wurden", "hatte", "hatten", "war", "waren", "worden") for word in lowered
    )


def _actors(words: list[str]) -> Iterator[str]:
    lowered = {word.lower() for word in words}
    for name, forms in _ACTORS:
        if forms & lowered:
            yield name
    if any(word in _ADDRESS for word in words):
        yield "SIE"
