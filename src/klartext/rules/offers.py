"""Offers: suggestions that a rule file names under ``offer``.

Each takes the context and the candidate and gives suggestions and further message slots. What
cannot be written with certainty is said as advice (``show``), never as an edit.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.types import Applicability, Edit, Suggestion, TextRange

Offer = tuple[tuple[Suggestion, ...], dict[str, str]]
OFFERS: dict[str, Callable[[LetterContext, Candidate], Offer]] = {}
MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)
_NUMERIC_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def offer(name: str) -> Callable[[Callable[[LetterContext, Candidate], Offer]], Callable[[LetterContext, Candidate], Offer]]:
    """Register an offer under the name rule files use."""

    def register(
        function: Callable[[LetterContext, Candidate], Offer],
    ) -> Callable[[LetterContext, Candidate], Offer]:
        OFFERS[name] = function
        return function

    return register


def _advice(*labels: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(label, (), Applicability.SHOW) for label in labels)


@offer("date-in-words")
def date_in_words(context: LetterContext, candidate: Candidate) -> Offer:
    """``04.05.2026`` → ``4. Mai 2026``; a date that does not exist gets no edit."""
    text = candidate.text
    if found := _NUMERIC_DATE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return (), {}
    try:
        datetime.date(year, month, day)
    except ValueError:
        label = "Dieses Datum gibt es nicht"
        return _advice(label), {"vorschlag": label}
    words = f"{day}. {MONTHS[month - 1]} {year}"
    edit = Edit(candidate.ranges[0], words)
    return (Suggestion(words, (edit,), Applicability.SAFE),), {}


@offer("cut-sentence")
def cut_sentence(context: LetterContext, candidate: Candidate) -> Offer:
    """Where a long sentence can be cut: at a main clause of its own, then at a clause."""
    place = candidate.ranges[0]
    tokens = [t for t in candidate.parsed.doc if place.start <= t.idx < place.end]
    found = next(_main_clause_cuts(tokens), None) or next(_subordinate_cuts(tokens), None)
    if found is None:
        return (), {}
    words = candidate.parsed.doc[found : found + 3].text
    return _advice(f"Teilen vor „{words} …“"), {}


def _main_clause_cuts(tokens: list[Token]) -> Iterator[int]:
    """Where a coordinated main clause with a subject of its own begins: at its *und*."""
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.dep_ != "conj" or token.head.dep_ not in ("ROOT", "conj"):
            continue
        subject = predicates.subject(token)
        joint = next((child for child in token.children if child.dep_ == "cc"), None)
        if subject is None or joint is None or not joint.i < subject.i:
            continue
        verb_second = any(predicates.finite(t) for t in token.doc[joint.i + 1 : joint.i + 5])
        if verb_second and joint.i - first >= 5 and last - joint.i >= 5:
            yield joint.i


def _subordinate_cuts(tokens: list[Token]) -> Iterator[int]:
    """Where the last clause of the sentence begins, if it is long enough to stand alone."""
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.dep_ not in ("advcl", "acl:relcl"):
            continue
        words = [t for t in token.subtree if not t.is_punct and not t.is_space]
        start, end = words[0].i, words[-1].i
        is_one_stretch = len([t for t in token.doc[start : end + 1] if not t.is_punct]) == len(words)
        opens_clause = words[0].tag_ in ("KOUS", "PRELS", "PRELAT", "PWAV", "APPR", "APPRART")
        comma_before = start > first and token.doc[start - 1].text == ","
        if is_one_stretch and opens_clause and comma_before and len(words) >= 5:
            if start - first >= 6 and last - end <= 1:
                yield start


@offer("who-acts")
def who_acts(context: LetterContext, candidate: Candidate) -> Offer:
    """The question for a passive without doer, and how an active sentence would begin."""
    verb = candidate.nodes["verb"]
    if predicates.is_reader_verb(verb) and not predicates.is_sender_verb(verb):
        label = f"Sie müssen … {predicates.full_lemma(verb)}" if predicates.must(verb) else (
            f"Sie … {predicates.full_lemma(verb)}"
        )
        return _advice(f"„{label}“"), {
            "frage": "Soll die Person handeln? Dann sprechen Sie sie mit „Sie“ an."
        }
    if predicates.is_sender_verb(verb):
        opening = _we(verb)
        if opening is not None:
            return _advice(f"„{opening}“"), {
                "frage": f"Handelt Ihr Amt? Dann zum Beispiel: „{opening}“."
            }
    return (), {"frage": "Nennen Sie die Person oder die Stelle."}


def _we(verb: Token) -> str | None:
    """*Wir prüfen …*, *Wir haben … geprüft*, *Wir können … prüfen*."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "aux:pass")]
    finite = next((c for c in auxiliaries if predicates.finite(c)), None)
    if finite is None:
        return None
    lemma = verb.lemma_
    if finite.lemma_ == "werden":
        if finite.morph.get("Tense") == ["Past"] or finite.lower_.startswith("wurde"):
            return f"Wir haben … {verb.lower_}"
        if finite.lower_.startswith("würde"):
            return None
        prefix = next((p for p in _PREFIXES if lemma.startswith(p) and _separable(verb, p)), "")
        return f"Wir {lemma[len(prefix) :]} …" + (f" {prefix}" if prefix else "")
    if finite.lemma_ == "sein":
        return f"Wir haben … {verb.lower_}"
    modal = _MODALS.get(finite.lemma_)
    return f"Wir {modal} … {lemma}" if modal and finite.morph.get("Mood") != ["Sub"] else None


_PREFIXES = ("zurück", "weiter", "fest", "nach", "statt", "aus", "auf", "ein", "vor", "mit", "bei", "ab", "an", "zu")
_MODALS = {"müssen": "müssen", "können": "können", "sollen": "sollen", "dürfen": "dürfen"}


def _separable(verb: Token, prefix: str) -> bool:
    """*abgelehnt* shows that *ab* is separable, *überprüft* that *über* is not."""
    return verb.lower_.startswith(prefix + "ge") or (
        verb.lower_.startswith(prefix) and verb.lemma_ in _SEPARABLE_WITHOUT_GE
    )


_SEPARABLE_WITHOUT_GE = frozenset({"anerkennen", "anberaumen", "einberufen", "vorenthalten"})


@offer("you-must")
def you_must(context: LetterContext, candidate: Candidate) -> Offer:
    """*Das Formular ist bis Freitag abzugeben.* → *Sie müssen das Formular … abgeben.*"""
    verb = candidate.nodes["verb"]
    infinitive = verb.lemma_
    if not predicates.is_reader_verb(verb):
        return (), {}
    sentence = _rebuilt_duty(candidate, infinitive)
    if sentence is None:
        return _advice(f"„Sie müssen … {infinitive}.“"), {
            "vorschlag": f"Sie müssen … {infinitive}."
        }
    whole = candidate.sentence
    edit = Edit(TextRange(whole.start_char, whole.end_char), sentence)
    return (Suggestion(sentence, (edit,), Applicability.REVIEW),), {}


def _rebuilt_duty(candidate: Candidate, infinitive: str) -> str | None:
    """The whole sentence rewritten, only where nominative and accusative look the same."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    sentence: Span = candidate.sentence
    subject = predicates.subject(verb) or predicates.subject(auxiliary)
    if subject is None or predicates.negated(verb):
        return None
    front = list(subject.subtree)
    last = [t for t in sentence if not t.is_space]
    if front[0].i != sentence.start or front[-1].i + 1 != auxiliary.i:
        return None
    if not last or last[-1].text != "." or last[-2] not in (verb,):
        return None
    if any(t.dep_ in ("conj", "advcl", "acl:relcl", "ccomp") for t in sentence):
        return None
    plural = subject.morph.get("Number") == ["Plur"]
    same_form = plural or subject.morph.get("Gender") in (["Fem"], ["Neut"])
    if not same_form or subject.tag_ != "NN" or any(t.text == "," for t in front):
        return None
    start = verb.i
    if verb.tag_ == "VVINF":
        start = next((c.i for c in verb.children if c.tag_ == "PTKZU"), verb.i)
    doc = sentence.doc
    noun_phrase = doc[front[0].i : auxiliary.i].text
    if front[0].tag_ not in ("NN", "NE"):
        noun_phrase = noun_phrase[0].lower() + noun_phrase[1:]
    middle = doc[auxiliary.i + 1 : start].text
    words = ["Sie müssen", noun_phrase, middle, infinitive]
    return " ".join(part for part in words if part) + "."
