"""What to ask and how to begin where a passive hides who acts."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import split_prefix
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import reader_acts
from klartext.rules.guards.passive import is_case_matter
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.rules.offers.sender import subject_and_verb


@offer("who-acts")
def who_acts(context: LetterContext, candidate: Candidate) -> Offer:
    """The question for a passive without doer, and how an active sentence would begin."""
    verb = candidate.nodes["verb"]
    if not predicates.is_sender_verb(verb):
        label = _for_reader(context, verb)
        if label is None:
            return (), {"frage": "Nennen Sie die Person oder die Stelle."}
        return advice(f"„{label}“"), {
            "frage": "Soll die Person handeln? Dann sprechen Sie sie mit „Sie“ an."
        }
    if not _is_ours(candidate, verb):
        return (), {"frage": "Nennen Sie die Person oder die Stelle."}
    opening = _opening(context, verb)
    if opening is not None:
        return advice(f"„{opening}“"), {
            "frage": f"Handelt Ihr Amt? Dann zum Beispiel: „{opening}“."
        }
    subject, _ = subject_and_verb(context, "haben")
    return (), {"frage": f"Handelt Ihr Amt? Dann schreiben Sie „{subject.lower()}“."}


def _is_ours(candidate: Candidate, verb: Token) -> bool:
    """Whether the sentence is about the reader's case: only then the office most likely acts."""
    if predicates.negated(verb) and any(child.tag_ == "VMFIN" for child in verb.children):
        return False  # *konnte nicht festgestellt werden*: perhaps somebody else tried
    subject = predicates.subject(verb)
    if subject is not None and any(child.lower_.startswith("ihr") for child in subject.children):
        return True
    if subject is not None and is_case_matter(subject):
        return subject.lemma_.lower() != "verfahren"
    return predicates.addresses_reader(candidate.sentence)


def _for_reader(context: LetterContext, verb: Token) -> str | None:
    """*Sie müssen … vorlegen*, *Sie können … beantragen*; what is past may be another's act."""
    lemma = predicates.full_lemma(verb)
    if predicates.is_reader_verb(verb) and predicates.must(verb):
        return f"Sie müssen … {lemma}"
    modal = next((child for child in verb.children if child.tag_ == "VMFIN"), None)
    if modal is None or predicates.negated(verb) or not context.is_letter:
        return None
    if modal.lemma_ == "können" and reader_acts.is_open_to_reader(verb):
        return f"Sie können … {lemma}"
    return None


def _says_not(verb: Token) -> bool:
    """*nicht* between auxiliary and participle, wherever the parse hangs that of another clause."""
    auxiliary = predicates.passive_auxiliary(verb)
    helpers = [c.i for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < verb.i]
    first = min(helpers) if auxiliary is not None and helpers else verb.left_edge.i
    return any(t.lower_ == "nicht" and t.head == verb for t in verb.doc[first : verb.i])


def _opening(context: LetterContext, verb: Token) -> str | None:
    """*Wir prüfen …*, *Ich habe … geprüft*, *Wir können … prüfen*."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "aux:pass")]
    finite = next((c for c in auxiliaries if predicates.finite(c)), None)
    if finite is None:
        return None
    lemma = verb.lemma_
    no = " nicht" if _says_not(verb) else ""
    if not no and predicates.negated(verb):
        return None  # *keine Kosten*: the beginning alone would say the opposite
    is_past = predicates.feature(finite, "Tense") == "Past" or finite.lower_.startswith("wurde")
    if finite.lemma_ == "sein" or (finite.lemma_ == "werden" and is_past):
        subject, form = subject_and_verb(context, "haben")
        return f"{subject} {form} …{no} {verb.lower_}"
    if finite.lemma_ == "werden":
        if finite.lower_.startswith("würde"):
            return None
        prefix, stem = split_prefix(lemma, open_lexicon(LEXICON))
        if prefix and not _separable(verb, prefix):
            prefix, stem = "", lemma
        subject, form = subject_and_verb(context, stem)
        return f"{subject} {form} …{no}" + (f" {prefix}" if prefix else "")
    if finite.lemma_ not in _MODALS or predicates.feature(finite, "Mood") == "Sub":
        return None
    subject, form = subject_and_verb(context, finite.lemma_)
    if is_past:
        form = f"{finite.lower_.removesuffix('n')}{'' if subject == 'Ich' else 'n'}"
    return f"{subject} {form} …{no} {lemma}"


_MODALS = frozenset({"müssen", "können", "sollen", "dürfen"})


def _separable(verb: Token, prefix: str) -> bool:
    """*abgelehnt* shows that *ab* is separable, *überprüft* that *über* is not."""
    return verb.lower_.startswith(prefix + "ge") or (
        verb.lower_.startswith(prefix) and verb.lemma_ in _SEPARABLE_WITHOUT_GE
    )


_SEPARABLE_WITHOUT_GE = frozenset({"anerkennen", "anberaumen", "einberufen", "vorenthalten"})
