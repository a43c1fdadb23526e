"""Word forms: which cells of its paradigm a form fills, and which form fills a cell.

A full-form lexicon answers *form → cells*. The way back is needed for few words only
(replacements of the glossary), so their paradigms are extracted once, at build time, and
shipped; ``generate`` answers ``None`` wherever the lexicon leaves more than one choice.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from klartext.language.lexicon import Lexicon

NOUN, VERB, ADJECTIVE = "SUB", "VER", "ADJ"

PackedParadigms = Mapping[str, str]
"""``"Kopie SUB"`` → JSON ``["Kopie SUB", [["Kopien", "AKK:PLU:FEM|DAT:PLU:FEM|…"], …]]``."""

_CASES = {"NOM": "Nom", "GEN": "Gen", "DAT": "Dat", "AKK": "Acc"}
_NUMBERS = {"SIN": "Sing", "PLU": "Plur"}
_GENDERS = {"MAS": "Masc", "FEM": "Fem", "NEU": "Neut"}
_MOODS = {
    "PRÄ": ("Pres", "Ind"),
    "PRT": ("Past", "Ind"),
    "KJ1": ("Pres", "Sub"),
    "KJ2": ("Past", "Sub"),
}
_VERB_FORMS = {"INF": "Inf", "EIZ": "Izu", "PA2": "Part"}
_VOWELS = re.compile(r"[aeiouäöüy]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a paradigm, with the values of Universal Dependencies features.

    ``verb_form`` is ``Fin``, ``Inf``, ``Izu`` (*vorzulegen*), ``Part`` or ``Imp``;
    ``clause_final`` marks the joined finite form of a separable verb (*dass … vorlegt*).
    """

    lemma: str
    pos: str
    case: str | None = None
    number: str | None = None
    gender: str | None = None
    person: str | None = None
    tense: str | None = None
    mood: str | None = None
    verb_form: str | None = None
    clause_final: bool = False
    degree: str | None = None
    declined_as_adjective: bool = False

    def at(self, lemma: str, gender: str | None = None) -> Cell:
        """The same cell of another word; nouns take its gender."""
        return replace(self, lemma=lemma, gender=gender or self.gender)


def cell(lemma: str, tag: str) -> Cell | None:
    """The cell a Morphy tag names; ``None`` for parts of speech without a paradigm here."""
    kind, *parts = tag.split(":")
    number = next((_NUMBERS[part] for part in parts if part in _NUMBERS), None)
    if kind == NOUN:
        return Cell(
            lemma,
            NOUN,
            case=next((_CASES[part] for part in parts if part in _CASES), None),
            number=number,
            gender=next((_GENDERS[part] for part in parts if part in _GENDERS), None),
            declined_as_adjective="ADJ" in parts,
        )
    if kind == VERB:
        form = next((_VERB_FORMS[part] for part in parts if part in _VERB_FORMS), "Fin")
        tense, mood = next((_MOODS[part] for part in parts if part in _MOODS), (None, None))
        return Cell(
            lemma,
            VERB,
            number=number,
            person=next((part for part in parts if part in "123"), None),
            tense=tense,
            mood=mood,
            verb_form="Imp" if "IMP" in parts else form,
            clause_final="NEB" in parts,
        )
    if kind == ADJECTIVE:
        degree = "Cmp" if "KOM" in parts else "Sup" if "SUP" in parts else "Pos"
        return Cell(lemma, ADJECTIVE, degree=degree)
    return None


def analyse(lexicon: Lexicon, form: str, pos: str | None = None) -> tuple[Cell, ...]:
    """Every cell a form can fill, those of one part of speech if ``pos`` is given."""
    cells = (cell(reading.lemma, tag) for reading in lexicon.analyses(form) for tag in reading.tags)
    return tuple(item for item in cells if item is not None and pos in (None, item.pos))


class Paradigms:
    """Paradigms of chosen words, both ways.

    Args:
        packed: what ``pack_paradigms`` has made, one text a word, read when it is needed.
    """

    def __init__(self, packed: PackedParadigms) -> None:
        self._packed = packed
        self._cells: dict[str, dict[Cell, list[str]]] = {}

    def knows(self, lemma: str, pos: str) -> bool:
        """Whether the paradigm of the word is here."""
        return f"{lemma} {pos}" in self._packed

    def cells(self, lemma: str, pos: str, form: str) -> tuple[Cell, ...]:
        """The cells of this word that ``form`` fills; empty if it fills none."""
        return tuple(item for item, forms in self._paradigm(lemma, pos).items() if form in forms)

    def genders(self, lemma: str) -> frozenset[str | None]:
        """Every gender a noun can have; empty if it is unknown."""
        return frozenset(item.gender for item in self._paradigm(lemma, NOUN))

    def gender(self, lemma: str) -> str | None:
        """The gender of a noun; ``None`` if it has none or several."""
        genders = self.genders(lemma)
        return next(iter(genders)) if len(genders) == 1 else None

    def generate(self, lemma: str, wanted: Cell, prefer: str | None = None) -> str | None:
        """The form of ``lemma`` in a cell; ``None`` if unknown or not certain.

        Where two endings are right (*Antrags* and *Antrages*, *ich schick* and *ich schicke*)
        the usual one is taken, or ``prefer`` if it is one of them.
        """
        forms = self._paradigm(lemma, wanted.pos).get(wanted.at(lemma), [])
        if prefer in forms:
            return prefer
        if len(forms) > 1 and wanted.pos == NOUN and wanted.number == "Sing":
            forms = _usual_ending(forms, lemma, wanted.case)
        if len(forms) > 1 and (wanted.person, wanted.number) == ("1", "Sing"):
            forms = [form for form in forms if form.endswith("e")]
        return forms[0] if len(forms) == 1 else None

    def adjective_stem(self, lemma: str) -> str | None:
        """What stands before the ending in the positive: *hoh-* for *hoch*, *teur-* for *teuer*."""
        forms = self._paradigm(lemma, ADJECTIVE).get(Cell(lemma, ADJECTIVE, degree="Pos"), [])
        stems = {form[:-2] for form in forms if form.endswith("em")}
        stems = {stem for stem in stems if stem + "er" in forms and stem + "es" in forms}
        return next(iter(stems)) if len(stems) == 1 else None

    def _paradigm(self, lemma: str, pos: str) -> dict[Cell, list[str]]:
        key = f"{lemma} {pos}"
        known = self._cells.get(key)
        if known is None:
            known = defaultdict(list)
            packed = self._packed.get(key)
            for form, tags in json.loads(packed)[1] if packed else ():
                for tag in tags.split("|"):
                    item = cell(lemma, f"{pos}:{tag}" if tag else pos)
                    if item is not None and form not in known[item]:
                        known[item].append(form)
            self._cells[key] = known = dict(known)
        return known


def separable(verb: str) -> tuple[str, str]:
    """Prefix and base of a verb written with ``|`` (*vor|legen*); no prefix without it."""
    prefix, bar, base = verb.rpartition("|")
    return (prefix, base) if bar else ("", verb)


def joined_form(prefix: str, base_form: str, verb_form: str | None) -> str:
    """One-word form of a separable verb: *vorgelegt, vorlegt*; ``Izu`` takes the infinitive."""
    return f"{prefix}zu{base_form}" if verb_form == "Izu" else prefix + base_form


def pack_paradigms(
    lexicon: Lexicon, wanted: Iterable[tuple[str, str]]
) -> dict[str, list[list[str]]]:
    """Extract the paradigms of ``(lemma, pos)`` pairs from a full-form lexicon.

    A noun the lexicon lacks takes the paradigm of its last part (*Terminvergabe*: *Vergabe*).
    Takes seconds: it reads every form. For build time.
    """
    targets: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for lemma, pos in sorted(set(wanted)):
        head = lemma
        if pos == NOUN and lemma not in lexicon:
            head = lexicon.compound_head(lemma) or lemma
        targets[head, pos].append((lemma, lemma[: len(lemma) - len(head)]))
    packed: dict[str, list[list[str]]] = defaultdict(list)
    for form in lexicon:
        for reading in lexicon.analyses(form):
            if form[:1].isupper() != reading.lemma[:1].isupper():
                continue  # the lexicon also lists verbs as they begin a sentence
            for pos in {tag.split(":", 1)[0] for tag in reading.tags}:
                for lemma, front in targets.get((reading.lemma, pos), ()):
                    tags = [
                        tag.partition(":")[2]
                        for tag in reading.tags
                        if tag.split(":", 1)[0] == pos and "ABK" not in tag
                    ]
                    is_joined = front and not front.endswith("-")
                    shown = front + (form[:1].lower() + form[1:] if is_joined else form)
                    packed[f"{lemma} {pos}"].append([shown, "|".join(tags)])
    return dict(sorted(packed.items()))


def _usual_ending(forms: list[str], lemma: str, case: str | None) -> list[str]:
    short = len(_VOWELS.findall(lemma)) == 1
    if case == "Gen":
        wanted = lemma + ("es" if short else "s")
    elif case == "Dat":
        wanted = lemma
    else:
        return forms
    return [form for form in forms if form == wanted] or forms
