"""Put another noun into a noun phrase, with all that depends on its gender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klartext.glossary.model import Alternative, Entry, Hit
from klartext.glossary.proposal import Proposal, in_case_of, joined_label
from klartext.glossary.view import View
from klartext.language.declension import (
    ADJECTIVE_ENDINGS,
    Declension,
    Determiner,
    Place,
    adjective_ending,
    determiner,
    fuse,
    phrase_places,
    relative_pronoun,
    split_contraction,
)
from klartext.language.inflection import NOUN, Cell, Paradigms
from klartext.language.parse import text_of
from klartext.types import Edit, TextRange

_PRONOUNS = {
    "Masc": frozenset("er ihn ihm sein seine seinem seinen seiner seines".split()),
    "Neut": frozenset("ihm sein seine seinem seinen seiner seines".split()),
    "Fem": frozenset("sie ihr ihre ihrem ihren ihrer ihres".split()),
}
"""Words that may point back to a noun of a gender; *es* mostly points to nothing."""


@dataclass(frozen=True, slots=True)
class _Word:
    """The new noun: its lemma, and the form the table cites, which may be a plural."""

    lemma: str
    cited: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The parts of a noun phrase before its noun."""

    noun: int
    article: int | None
    contraction: int | None
    adjectives: tuple[int, ...]
    known: Determiner | None
    article_form: str | None

    @property
    def declension(self) -> Declension:
        return self.known.declension if self.known else "strong"


def replace_noun(
    hit: Hit, alternative: Alternative, doc: View, paradigms: Paradigms, lemmas: dict[str, str]
) -> Proposal | None:
    """The phrase with another noun; ``None`` wherever a form is not certain.

    ``lemmas`` gives the lemma of those terms and replacements that are cited in the plural.
    """
    if " " in alternative.text or not alternative.text[:1].isupper():
        return None
    noun = hit.tokens[0]
    old = lemmas.get(hit.entry.term, hit.entry.term)
    new = lemmas.get(alternative.text, alternative.text)
    old_gender = _gender_of_term(hit.entry, old, paradigms)
    new_genders = paradigms.genders(new)
    new_gender = old_gender if old_gender in new_genders else paradigms.gender(new)
    phrase = _phrase(noun, doc)
    if old_gender is None or new_gender is None or phrase is None:
        return None
    cells = _cells(noun, old, old_gender, phrase, doc, paradigms)
    word = _Word(new, alternative.text)
    if new != alternative.text:
        cells = [cell for cell in cells if cell.number == "Plur"]
    if not cells or any(cell.declined_as_adjective for cell in cells):
        return None
    rebuilt = {_rebuild(phrase, cell, word, new_gender, doc, paradigms) for cell in cells}
    certain = len(rebuilt) == 1
    if not certain:
        case = doc.feature(noun, "Case")
        cells = [cell for cell in cells if cell.case == case]
        rebuilt = {_rebuild(phrase, cell, word, new_gender, doc, paradigms) for cell in cells}
    if len(rebuilt) != 1:
        return None
    edits = rebuilt.pop()
    if edits is None:
        return None
    if old_gender == new_gender or cells[0].number == "Plur":
        same = old_gender == new_gender
        return Proposal(joined_label(edits), edits, one_for_one=same, certain=certain)
    references = _references(noun, old_gender, new_gender, doc)
    if references is None:
        return None
    return Proposal(_phrase_label(phrase, edits, doc), (*edits, *references), certain=certain)


def _phrase(noun: int, doc: View) -> _Phrase | None:
    article = contraction = None
    adjectives = []
    for child in doc.children[noun]:
        if child > noun:
            continue
        if doc.deps[child] == "det":
            if article is not None:
                return None
            article = child
        elif doc.tags[child] == "APPRART":
            contraction = child
        elif doc.tags[child] == "ADJA":
            adjectives.append(child)
            adjectives += [i for i in doc.subtree(child) if doc.tags[i] == "ADJA" and i != child]
    known = form = None
    if article is not None:
        form = doc.lowers[article]
        known = determiner(form)
    elif contraction is not None:
        parts = split_contraction(doc.lowers[contraction])
        if parts is None:
            return None
        form = parts[1]
        known = determiner(form)
    return _Phrase(noun, article, contraction, tuple(sorted(adjectives)), known, form)


def _gender_of_term(entry: Entry, lemma: str, paradigms: Paradigms) -> str | None:
    """The gender the table gives, else that of the lexicon."""
    if len(entry.genders) == 1:
        return {"m": "Masc", "f": "Fem", "n": "Neut"}[entry.genders[0]]
    return paradigms.gender(lemma)


def _cells(
    noun: int, lemma: str, gender: str, phrase: _Phrase, doc: View, paradigms: Paradigms
) -> list[Cell]:
    """Cells the noun can fill here: its form, its number, and what stands before it."""
    cells = [
        cell for cell in paradigms.cells(lemma, NOUN, doc.texts[noun]) if cell.gender == gender
    ]
    number = doc.feature(noun, "Number")
    if number:
        cells = [cell for cell in cells if cell.number == number]
    if phrase.article is not None and phrase.known is None:
        # an indefinite like "alle": its form says nothing, so the parse alone has to decide
        if number != "Plur":
            return []
        return cells
    endings = [_ending(doc.lowers[index]) for index in phrase.adjectives]
    if None in endings:
        return []
    places = phrase_places(
        phrase.article_form, [item for item in endings if item], map(_place, cells)
    )
    return [cell for cell in cells if _place(cell) in places]


def _place(cell: Cell) -> Place:
    return Place(cell.case or "", cell.number or "", cell.gender)


def _ending(form: str) -> str | None:
    return next((ending for ending in ADJECTIVE_ENDINGS if form.endswith(ending)), None)


def _rebuild(
    phrase: _Phrase, cell: Cell, word: _Word, gender: str, doc: View, paradigms: Paradigms
) -> tuple[Edit, ...] | None:
    form = paradigms.generate(word.lemma, cell.at(word.lemma, gender), prefer=word.cited)
    if form is None:
        return None
    edits = [Edit(doc.place(phrase.noun), form)]
    if gender != cell.gender and cell.number == "Sing":
        place = Place(cell.case or "", "Sing", gender)
        if phrase.known is not None:
            article = phrase.known.form(place)
            if article is None:
                return None
            edits += _article_edit(phrase, article, doc)
        ending = adjective_ending(phrase.declension, place)
        for index in phrase.adjectives:
            old = _ending(doc.lowers[index])
            if old is None or ending is None:
                return None
            if old != ending:
                text = doc.texts[index][: -len(old)] + ending
                edits.append(Edit(doc.place(index), text))
    return tuple(sorted(edits, key=lambda edit: edit.range))


def _article_edit(phrase: _Phrase, article: str, doc: View) -> Iterator[Edit]:
    if phrase.article is not None:
        index, text = phrase.article, article
    elif phrase.contraction is not None:
        index = phrase.contraction
        parts = split_contraction(doc.lowers[index])
        assert parts is not None
        text = fuse(parts[0], article)
    else:
        return
    if doc.lowers[index] != text:
        yield Edit(doc.place(index), in_case_of(doc, index, text))


def _references(noun: int, old: str, new: str, doc: View) -> tuple[Edit, ...] | None:
    """Edits for relative pronouns; ``None`` if a pronoun might point back to the noun."""
    edits = []
    relatives: set[int] = set()
    for child in doc.children[noun]:
        if doc.deps[child] != "acl:relcl":
            continue
        pronoun = next((i for i in doc.subtree(child) if doc.tags[i] == "PRELS"), None)
        if pronoun is None:
            return None
        relatives.add(pronoun)
        case = doc.feature(pronoun, "Case") or None
        form = relative_pronoun(doc.lowers[pronoun], old, new, case)
        if form is None:
            return None
        if form != doc.lowers[pronoun]:
            edits.append(Edit(doc.place(pronoun), form))
    sentence = doc.sentence(noun)
    later = [index for index in sentence if index > noun]
    after = [sentence.stop] if sentence.stop < len(doc) else []
    pointing = _PRONOUNS[old]
    for index in later:
        if doc.tags[index] in ("PPER", "PPOSAT") and doc.texts[index] in pointing:
            return None
    if any(doc.lowers[index] in ("er", "es", "ihn") for index in after):
        return None
    return tuple(edits)


def _phrase_label(phrase: _Phrase, edits: tuple[Edit, ...], doc: View) -> str:
    """The rebuilt phrase as a whole: *das blaue Formular*."""
    first = min(
        index
        for index in (phrase.article, phrase.contraction, *phrase.adjectives, phrase.noun)
        if index is not None
    )
    start, end = doc.place(first).start, doc.place(phrase.noun).end
    text = text_of(doc.doc)
    for edit in sorted(edits, key=lambda edit: edit.range, reverse=True):
        text = text[: edit.range.start] + edit.text + text[edit.range.end :]
        end += len(edit.text) - len(edit.range)
    return TextRange(start, end).of(text)
