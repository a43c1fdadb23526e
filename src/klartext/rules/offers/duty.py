"""Offers that name who has to act."""

from __future__ import annotations

from spacy.tokens import Span

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.be_to import decided
from klartext.rules.guards.be_to_doers import expert_named, named_doer
from klartext.rules.guards.be_to_senses import plainer
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.rules.offers.sender import subject_and_verb
from klartext.types import Applicability, Edit, Suggestion, TextRange

_MUST_OR_CAN = "Heißt das „müssen“ oder „können“?"


@offer("you-must")
def you_must(context: LetterContext, candidate: Candidate) -> Offer:
    """Turn *Das Formular ist abzugeben* into *Sie müssen das Formular abgeben*."""
    verb = candidate.nodes["verb"]
    infinitive = predicates.full_lemma(verb)
    if (everyday := plainer(context, candidate)) is not None:
        return (), {"rat": f"Das klingt amtlich. Sagen Sie es einfacher, etwa mit „{everyday}“."}
    if decided(context, candidate):
        who, must = subject_and_verb(context, "müssen")
        must = {"müssen": "mussten", "muss": "musste"}[must]
        label = f"{who} {must} … {infinitive}."
        return (), {"rat": f"Das sagt nicht, wer entschieden hat. Schreiben Sie: „{label}“"}
    named = named_doer(candidate)
    if named is not None and named.text != "Ihnen":
        if expert_named(candidate):
            label = f"Sie müssen … {infinitive} lassen."  # durch einen Fachbetrieb
            advised = f"Sagen Sie, wer dafür sorgen muss, zum Beispiel: „{label}“"
            return (), {"rat": f"{_MUST_OR_CAN} {advised}"}
        label = f"Sie müssen … {infinitive}."
        return (), {"rat": f"Wen Sie anschreiben, den sprechen Sie an, zum Beispiel: „{label}“"}
    if named is None and not predicates.is_reader_verb(verb):
        return (), {"rat": f"{_MUST_OR_CAN} Sagen Sie, wer es tun muss."}
    must = "müssten" if _is_unreal(candidate) else "müssen"
    label = f"Sie {must} … {infinitive}."
    sentence = (
        _rebuilt_duty(candidate, infinitive)
        if named is None and not _is_unreal(candidate)
        else None
    )
    advised = f"{_MUST_OR_CAN} Sagen Sie, wer es tun muss, zum Beispiel:"
    if sentence is None:
        return advice(f"„{label}“"), {"rat": f"{advised} „{label}“"}
    whole = candidate.sentence
    edit = Edit(TextRange(whole.start_char, whole.end_char), sentence)
    offered = Suggestion(sentence, (edit,), Applicability.REVIEW)
    return (offered,), {"rat": f"{advised} „{sentence}“"}


def _is_unreal(candidate: Candidate) -> bool:
    """*Der Betrag wäre zu erstatten*: in a hearing nothing is decided yet."""
    return candidate.nodes["aux"].lower_.startswith("wäre")


def _rebuilt_duty(candidate: Candidate, infinitive: str) -> str | None:
    """The whole sentence rewritten, only where nominative and accusative look the same."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    sentence: Span = candidate.sentence
    subject = predicates.subject(verb) or predicates.subject(auxiliary)
    if subject is None or predicates.negated(verb):
        return None
    front = list(subject.subtree)
    last = [t for t in sentence if not t.is_space]
    if (
        not sentence.text[:1].isalpha()
        or front[0].i != sentence.start
        or front[-1].i + 1 != auxiliary.i
    ):
        return None
    if not last or last[-1].text != "." or last[-2] not in (verb,):
        return None
    if any(t.dep_ in ("conj", "advcl", "acl:relcl", "ccomp") for t in sentence):
        return None
    plural = predicates.feature(subject, "Number") == "Plur"
    same_form = plural or predicates.feature(subject, "Gender") in ("Fem", "Neut")
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
