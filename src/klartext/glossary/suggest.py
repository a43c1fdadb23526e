"""From a hit to suggestions: choose the builder, compute how far each may be trusted.

Applicability (``glossary.md`` 9) is computed here and nowhere declared: an edit has to pass
the fidelity check, and ``SAFE`` asks for a sure entry with one replacement, a form that leaves
no choice, and words exchanged one for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klartext.glossary import labels
from klartext.glossary.fidelity import is_faithful
from klartext.glossary.model import Action, Alternative, Entry, Hit, Kind, Outcome, WordClass
from klartext.glossary.proposal import Proposal
from klartext.glossary.replace_nouns import replace_noun
from klartext.glossary.replace_verbs import misses_dative, replace_verb
from klartext.glossary.replace_words import (
    delete_word,
    has_class,
    is_adverbial,
    misses_adverb,
    replace_adjective,
    replace_conjunction,
    replace_invariable,
    replace_preposition,
)
from klartext.glossary.senses import is_ambiguous
from klartext.glossary.view import View, view
from klartext.language.declension import ADJECTIVE_ENDINGS
from klartext.language.parse import ParsedBlock
from klartext.types import Applicability, Edit, Suggestion, TextRange

if TYPE_CHECKING:
    from klartext.glossary.load import Glossary

_SAFE_KINDS = frozenset({Kind.OFFICE_WORD, Kind.FILLER, Kind.CHANCERY, Kind.FOREIGN})
_INVARIABLE_LONG_FORMS = frozenset(
    {
        "zum Beispiel", "das heißt", "beziehungsweise", "und so weiter", "in der Regel",
        "gegebenenfalls", "eventuell", "insbesondere", "beispielsweise", "mindestens", "höchstens",
        "ungefähr", "circa", "vergleiche", "siehe oben", "siehe unten", "unter Umständen",
        "zurzeit", "zur Zeit", "inklusive", "einschließlich", "zuzüglich", "abzüglich",
        "bezüglich", "hinsichtlich", "laut", "meines Erachtens", "im Allgemeinen",
    }
)  # fmt: skip
_GLOSSED = (WordClass.NOUN, WordClass.ADJECTIVE, WordClass.ADVERB)


def suggest(glossary: Glossary, hit: Hit, parsed: ParsedBlock) -> tuple[Suggestion, ...]:
    """All suggestions for a hit, those with edits first, else in the order of the table."""
    entry = hit.entry
    if hit.outcome is Outcome.SILENT:
        return ()
    if hit.outcome is Outcome.EXPLAIN:
        return _explanations(hit, parsed)
    if hit.outcome is Outcome.ASK:
        return tuple(_questions(entry))
    doc = view(parsed.doc)
    found: list[Suggestion] = []
    for alternative in entry.alternatives:
        if misses_dative(hit, alternative, doc):
            continue
        if misses_adverb(hit, alternative, doc, glossary.paradigms):
            continue
        proposal = None
        if entry.reading is None:
            proposal = _propose(glossary, hit, alternative, doc)
        if proposal is not None:
            suggestion = _judge(glossary, hit, proposal, parsed, doc)
        else:
            suggestion = _show(labels.advice(entry, alternative))
        if suggestion not in found:
            found.append(suggestion)
    if not found:
        found = [_show(labels.advice(entry, alternative)) for alternative in entry.alternatives]
    return tuple(sorted(found, key=lambda item: -item.applicability.rank))


def _propose(glossary: Glossary, hit: Hit, alternative: Alternative, doc: View) -> Proposal | None:
    """Edits for one alternative; ``None`` if it can only be shown."""
    if alternative.action is Action.EXPAND:
        return _write_out(hit, alternative, doc)
    if alternative.action is Action.DELETE:
        return delete_word(hit, doc)
    if alternative.action is Action.REBUILD:
        return _whole_sentence(hit, alternative, doc)
    if alternative.action is not Action.REPLACE or hit.entry.kind is Kind.LIGHT_VERB:
        return None
    first = hit.tokens[0]
    if has_class(hit, WordClass.NOUN):
        if len(hit.tokens) > 1:
            return None
        return replace_noun(hit, alternative, doc, glossary.paradigms, glossary.lemmas)
    if has_class(hit, WordClass.VERB):
        if hit.part("word") is None and hit.part("particle") is None:
            return None
        return replace_verb(hit, alternative, doc, glossary.paradigms)
    if has_class(hit, WordClass.PREPOSITION) or _governs(hit):
        if doc.tags[first] == "APPO" or (len(hit.tokens) == 1 and doc.heads[first] < first):
            return None
        return replace_preposition(hit, alternative, doc)
    if has_class(hit, WordClass.CONJUNCTION):
        return replace_conjunction(hit, alternative, doc)
    attributive = len(hit.tokens) == 1 and doc.tags[first] in ("ADJA", "PIAT", "PIDAT", "PDAT")
    if has_class(hit, WordClass.ADJECTIVE) and attributive:
        return replace_adjective(hit, alternative, doc, glossary.paradigms)
    if has_class(hit, WordClass.ADJECTIVE, WordClass.ADVERB, WordClass.PARTICLE):
        inflected = doc.lowers[first].removeprefix(hit.variant.lower()) in ADJECTIVE_ENDINGS
        if len(hit.tokens) == 1 and (inflected or not is_adverbial(first, doc)):
            return None
        return replace_invariable(hit, alternative, doc)
    if has_class(hit, WordClass.PHRASE) and "Satzteil" not in hit.entry.note:
        return replace_invariable(hit, alternative, doc)
    return None


def _governs(hit: Hit) -> bool:
    """Whether a phrase works as a preposition (*im Hinblick auf* + Akk)."""
    head = hit.entry.note.split(";")[0]
    return has_class(hit, WordClass.PHRASE) and any(
        f"+ {case}" in head for case in ("Gen", "Dat", "Akk")
    )


def _judge(
    glossary: Glossary, hit: Hit, proposal: Proposal, parsed: ParsedBlock, doc: View
) -> Suggestion:
    """The suggestion with the applicability its edits deserve."""
    text = parsed.block.text
    sentence = doc.sentence(hit.tokens[0])
    start, end = doc.place(sentence[0]).start, doc.place(sentence[-1]).end
    whole = Suggestion(proposal.label, proposal.edits, Applicability.REVIEW)
    if any(edit.range.start < start or edit.range.end > end for edit in proposal.edits):
        return _show(proposal.label)
    changed = whole.apply(text)
    after = changed[start : len(changed) - (len(text) - end)]
    actors = ("WIR", "SIE") if proposal.names_actors else ()
    if not is_faithful(text[start:end], after, glossary.legal_forms, actors):
        return _show(proposal.label)
    applicability = Applicability.REVIEW
    if _is_safe(hit.entry, proposal):
        applicability = Applicability.SAFE
    keeps_government = doc.lowers[hit.tokens[-1]] == proposal.label.split()[-1].lower()
    if _touches_placeholder(hit, doc) and not keeps_government:
        applicability = _one_step_down(applicability)
    if applicability is Applicability.SHOW:
        return _show(proposal.label)
    return Suggestion(proposal.label, proposal.edits, applicability)


def _is_safe(entry: Entry, proposal: Proposal) -> bool:
    if entry.kind is Kind.ABBREVIATION:
        return entry.is_certain and proposal.one_for_one and len(entry.alternatives) == 1
    return (
        entry.kind in _SAFE_KINDS
        and entry.is_certain
        and proposal.one_for_one
        and proposal.certain
        and len(entry.with_action(Action.REPLACE)) == 1
        and not entry.with_action(Action.DELETE)
    )


def _touches_placeholder(hit: Hit, doc: View) -> bool:
    """Whether something opaque hangs directly on the hit, so that its form is a guess."""
    own = set(hit.tokens)
    return any(child in doc.opaque for index in own for child in doc.children[index]) and any(
        doc.tags[index] in ("NN", "ADJA", "APPR", "APPRART") for index in own
    )


def _one_step_down(applicability: Applicability) -> Applicability:
    return Applicability.REVIEW if applicability is Applicability.SAFE else Applicability.SHOW


def _explanations(hit: Hit, parsed: ParsedBlock) -> tuple[Suggestion, ...]:
    """The gloss in brackets behind the term, and the whole explanation as advice."""
    entry = hit.entry
    found = []
    gloss = entry.gloss if entry.gloss and entry.alternatives[0].action is Action.EXPLAIN else None
    can_insert = (
        gloss is not None
        and not hit.in_compound
        and len(hit.ranges) == 1
        and has_class(hit, *_GLOSSED)
        and not set("()„“…⟨") & set(gloss)
        and not parsed.block.text[hit.span.end :].lstrip().startswith("(")
    )
    if gloss is not None and can_insert:
        end = hit.span.end
        edit = Edit(TextRange(end, end), f" ({gloss})")
        text = hit.span.of(parsed.block.text)
        found.append(Suggestion(f"{text} ({gloss})", (edit,), Applicability.REVIEW))
    elif gloss is not None:
        found.append(_show(labels.explanation(entry)))
    if entry.explanation and entry.kind is Kind.LEGAL_TERM:
        found.append(_show(f"Das bedeutet: {entry.explanation}"))
    return tuple(found)


def _questions(entry: Entry) -> list[Suggestion]:
    if entry.kind is Kind.ABBREVIATION and is_ambiguous(entry):
        meanings = [f"„{item.plain}“" for item in entry.alternatives]
        return [_show("Schreiben Sie aus, was Sie meinen: " + " oder ".join(meanings))]
    return [
        _show(labels.advice(entry, alternative))
        for alternative in entry.alternatives
        if alternative.action is not Action.KEEP
    ]


def _write_out(hit: Hit, alternative: Alternative, doc: View) -> Proposal | None:
    """The long form: in place of an everyday short form, in brackets behind another one."""
    first, last = hit.tokens[0], hit.tokens[-1]
    if hit.span != TextRange(doc.place(first).start, doc.place(last).end):
        return None
    if alternative.plain in _INVARIABLE_LONG_FORMS:
        proposal = replace_invariable(hit, alternative, doc)
        if proposal is None:
            return None
        return Proposal(proposal.label, proposal.edits, one_for_one=True)
    if first and doc.texts[first - 1] == "(":
        return None
    if not hit.variant[-1:].isalpha() or sum(map(str.isupper, hit.variant)) < 2:
        return None
    edit = Edit(TextRange(hit.span.end, hit.span.end), f" ({alternative.plain})")
    return Proposal(f"{hit.variant} ({alternative.plain})", (edit,))


def _whole_sentence(hit: Hit, alternative: Alternative, doc: View) -> Proposal | None:
    """A complete sentence for a complete sentence, where neither has a gap."""
    pattern = alternative.text
    if "⟨" in pattern or "…" in pattern or "⟨" in hit.variant or "…" in hit.variant:
        return None
    sentence = list(doc.sentence(hit.tokens[0]))
    mark = sentence[-1] if doc.tags[sentence[-1]] == "$." else None
    words = sentence[:-1] if mark is not None else sentence
    if list(hit.tokens) != words or mark is None or pattern[-1] not in ".!?":
        return None
    span = TextRange(doc.place(sentence[0]).start, doc.place(mark).end)
    return Proposal(pattern, (Edit(span, pattern),), names_actors=True)


def _show(label: str) -> Suggestion:
    return Suggestion(label, (), Applicability.SHOW)
