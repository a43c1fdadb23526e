"""Put another verb with the same frame into a clause, in every shape a verb can have."""

from __future__ import annotations

from klartext.glossary.model import Action, Alternative, Hit, WordClass
from klartext.glossary.proposal import Proposal, delete, in_case_of, joined_label, swap
from klartext.glossary.view import View
from klartext.language.inflection import VERB, Cell, Paradigms, joined_form, separable
from klartext.types import Edit, TextRange

_OTHER_FRAME = frozenset(
    "dürfen können lassen mögen müssen sollen wollen sein werden bleiben haben".split()
)
"""Verbs that never stand in another verb's frame: they ask for an infinitive or a predicate."""
_PERFECT_WITH_SEIN = frozenset(
    "sterben kommen gehen entstehen passieren ankommen umziehen wachsen fahren reisen ausreisen "
    "einreisen wegfallen folgen geschehen".split()
)
_NO_PASSIVE = _PERFECT_WITH_SEIN | {"bekommen"}
_TAKES_DATIVE = frozenset(
    "schicken senden geben übergeben sagen mitteilen zeigen zahlen bezahlen zurückzahlen "
    "auszahlen erklären beilegen empfehlen melden bringen erlauben genehmigen vorlegen abgeben "
    "glauben antworten danken helfen raten verbieten nennen".split()
)
"""Replacements that keep a dative object."""
_SUBORDINATORS = frozenset(("KOUS", "PRELS", "PRELAT", "PWAV", "PWS"))
_COPULAS = frozenset(("aux", "aux:pass", "cop"))
_VERB_FORMS = {"VVFIN": "Fin", "VVINF": "Inf", "VVIZU": "Izu", "VVPP": "Part"}


def replace_verb(
    hit: Hit, alternative: Alternative, doc: View, paradigms: Paradigms
) -> Proposal | None:
    """The clause with another verb; ``None`` if the frame or a form is not certain."""
    if alternative.government is not None or hit.entry.term.startswith("sich "):
        return None
    words = alternative.text.split()
    prefix, base = separable(words[-1])
    modifiers = " ".join(words[:-1])
    verb = hit.part("verb")
    verb = hit.part("word") if verb is None else verb
    if verb is None or not _frame_fits(verb, hit, words, prefix + base, doc):
        return None
    particle = hit.part("particle")
    form = _same_form(hit.entry.term, verb, particle, base, doc, paradigms)
    if form is None:
        return None
    if particle is not None:
        return _bracket(verb, particle, form, prefix, modifiers, doc)
    if _is_state(verb, hit, doc):
        return None
    if doc.tags[verb] == "VVFIN":
        return _finite(hit.entry.term, verb, form, prefix, modifiers, doc, paradigms)
    return _joined(verb, form, prefix, modifiers, doc)


def misses_dative(hit: Hit, alternative: Alternative, doc: View) -> bool:
    """Whether the text has a dative object that the replacement cannot take."""
    verb = hit.part("verb")
    verb = hit.part("word") if verb is None else verb
    if (
        verb is None
        or alternative.action is not Action.REPLACE
        or alternative.government is not None
        or WordClass.VERB not in hit.entry.word_classes
        or len(alternative.words) > 1
        or alternative.plain in _TAKES_DATIVE
    ):
        return False
    return any(_is_dative_object(child, doc) for child in doc.children[verb])


def _frame_fits(verb: int, hit: Hit, words: list[str], infinitive: str, doc: View) -> bool:
    if words[0] in ("sich", "nicht", "nichts") or "sich" in words:
        return False
    if infinitive in _OTHER_FRAME or (len(words) > 1 and words[-1] in _OTHER_FRAME):
        return False
    children = doc.children[verb]
    if any(doc.deps[child] in ("xcomp", "csubj") for child in children):
        return False
    if infinitive not in _TAKES_DATIVE and any(_is_dative_object(child, doc) for child in children):
        return False
    auxiliaries = {doc.lemmas[child] for child in children if doc.deps[child].startswith("aux")}
    moves = infinitive in _PERFECT_WITH_SEIN
    if "werden" in auxiliaries and doc.tags[verb] == "VVPP" and infinitive in _NO_PASSIVE:
        return False
    if doc.tags[verb] == "VVPP" and "werden" not in auxiliaries:
        if "haben" in auxiliaries and moves:
            return False
        if "sein" in auxiliaries and "sein-Perfekt" in hit.entry.note and not moves:
            return False
    return True


def _is_state(verb: int, hit: Hit, doc: View) -> bool:
    """A participle with *sein* alone, which may be an adjective (*verwandt, gehalten*)."""
    auxiliaries = {doc.lemmas[c] for c in doc.children[verb] if doc.deps[c] in _COPULAS}
    return (
        doc.tags[verb] == "VVPP"
        and "sein" in auxiliaries
        and auxiliaries.isdisjoint(("werden", "haben"))
        and "sein-Perfekt" not in hit.entry.note
    )


def _is_dative_object(child: int, doc: View) -> bool:
    if doc.deps[child] not in ("obj", "iobj", "obl", "obl:arg"):
        return False
    return doc.feature(child, "Case") == "Dat" and doc.child(child, "case") is None


def _same_form(
    term: str, verb: int, particle: int | None, base: str, doc: View, paradigms: Paradigms
) -> str | None:
    """The form of the replacement's base in the cell of the verb; ``None`` if not certain."""
    lemma = term
    if particle is not None:
        lemma = term.removeprefix(doc.lowers[particle])
    wanted = _VERB_FORMS.get(doc.tags[verb])
    cells = [
        cell
        for cell in paradigms.cells(lemma, VERB, doc.lowers[verb])
        if cell.verb_form == wanted and _agrees(cell, verb, doc)
    ]
    forms = set()
    for cell in cells:
        if cell.verb_form == "Izu" or doc.tags[verb] == "VVIZU":
            forms.add(base if paradigms.knows(base, VERB) else None)
        else:
            forms.add(paradigms.generate(base, _plain(cell, base)))
    return forms.pop() if len(forms) == 1 else None


def _plain(cell: Cell, base: str) -> Cell:
    """The cell as a verb without a joined prefix fills it."""
    return Cell(
        base,
        VERB,
        number=cell.number,
        person=cell.person,
        tense=cell.tense,
        mood=cell.mood,
        verb_form=cell.verb_form,
    )


def _agrees(cell: Cell, verb: int, doc: View) -> bool:
    """Whether a cell fits the features of the parse; polite requests are third person plural."""
    if cell.verb_form != "Fin":
        return True
    if doc.feature(verb, "Mood") == "Imp":
        return cell.person == "3" and cell.number == "Plur" and cell.tense == "Pres"
    for name, value in (("Person", cell.person), ("Number", cell.number)):
        feature = doc.feature(verb, name)
        if feature and feature != value:
            return False
    tense, mood = doc.feature(verb, "Tense"), doc.feature(verb, "Mood")
    return tense in ("", cell.tense) and mood in ("", cell.mood)


def _bracket(
    verb: int, particle: int, form: str, prefix: str, modifiers: str, doc: View
) -> Proposal:
    """*Fügen Sie … bei*: the new particle, or what goes with the new verb, takes its place."""
    last = " ".join(part for part in (modifiers, prefix) if part)
    second = swap(doc, particle, last) if last else delete(doc, particle)
    edits = (swap(doc, verb, form), second)
    same = bool(prefix) and not modifiers
    return Proposal(joined_label(edits), edits, one_for_one=same)


def _finite(
    term: str, verb: int, form: str, prefix: str, modifiers: str, doc: View, paradigms: Paradigms
) -> Proposal | None:
    """A finite verb in one word: second in a main clause, or at the end of a subordinate one."""
    final = _is_clause_final(verb, doc)
    joined = any(cell.clause_final for cell in paradigms.cells(term, VERB, doc.lowers[verb]))
    if joined and not final:
        return None
    if final:
        text = " ".join(part for part in (modifiers, prefix + form) if part)
        edits = (swap(doc, verb, text),)
        return Proposal(text, edits, one_for_one=joined == bool(prefix) and not modifiers)
    last = " ".join(part for part in (modifiers, prefix) if part)
    if not last:
        edits = (swap(doc, verb, form),)
        return Proposal(edits[0].text, edits, one_for_one=True)
    place = _clause_end(verb, doc)
    if place is None:
        return None
    first = swap(doc, verb, form)
    edit = Edit(TextRange(place, place), f" {last}")
    return Proposal(f"{first.text} … {last}", (first, edit))


def _joined(verb: int, form: str, prefix: str, modifiers: str, doc: View) -> Proposal | None:
    """Infinitive, infinitive with *zu*, participle."""
    tag = doc.tags[verb]
    marker = verb - 1
    if tag == "VVINF" and marker >= 0 and doc.tags[marker] == "PTKZU":
        text = _with_zu(prefix, form, modifiers)
        if not prefix and not modifiers:
            edits = (swap(doc, verb, form),)
            return Proposal(text, edits, one_for_one=True)
        whole = TextRange(doc.place(marker).start, doc.place(verb).end)
        return Proposal(text, (Edit(whole, text),))
    if tag == "VVIZU":
        text = _with_zu(prefix, form, modifiers)
        edits = (swap(doc, verb, text),)
        return Proposal(text, edits, one_for_one=bool(prefix) and not modifiers)
    text = " ".join(part for part in (modifiers, prefix + form) if part)
    edits = (Edit(doc.place(verb), in_case_of(doc, verb, text)),)
    return Proposal(text, edits, one_for_one=not modifiers)


def _with_zu(prefix: str, infinitive: str, modifiers: str) -> str:
    verb = joined_form(prefix, infinitive, "Izu") if prefix else f"zu {infinitive}"
    return f"{modifiers} {verb}" if modifiers else verb


def _is_clause_final(verb: int, doc: View) -> bool:
    """Whether a finite verb closes a subordinate clause: a subordinator before it, a sign or
    the end of the sentence behind it.
    """
    sentence = doc.sentence(verb)
    behind = verb + 1
    if behind in sentence and not doc.tags[behind].startswith("$"):
        return False
    return any(doc.tags[index] in _SUBORDINATORS for index in doc.subtree(verb) if index < verb)


def _clause_end(verb: int, doc: View) -> int | None:
    """Where a particle goes in a main clause without further clauses; ``None`` if unclear."""
    sentence = doc.sentence(verb)
    behind = [index for index in sentence if index > verb]
    if not behind or doc.tags[behind[-1]] != "$.":
        return None
    inner = behind[:-1]
    if not inner or any(doc.tags[index][:1] in ("$", "V") for index in inner):
        return None
    return doc.place(inner[-1]).end
