"""Places where an entry fits, found in four ways: words, sequences, frames, abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from klartext.glossary.model import WordClass
from klartext.glossary.view import CONTENT_TAGS, CONTRACTIONS, View
from klartext.types import TextRange

if TYPE_CHECKING:
    from klartext.glossary.load import Glossary

TAGS: dict[str, frozenset[str]] = {
    WordClass.NOUN: frozenset(["NN"]),
    WordClass.VERB: frozenset("VVFIN VVINF VVIZU VVPP VVIMP".split()),
    WordClass.MODAL: frozenset(["VMFIN"]),
    WordClass.ADJECTIVE: frozenset("ADJA ADJD".split()),
    WordClass.ADVERB: frozenset("ADV ADJD PROAV PWAV PTKA".split()),
    WordClass.PREPOSITION: frozenset("APPR APPRART APPO APZR".split()),
    WordClass.CONJUNCTION: frozenset("KOUS KOUI KON KOKOM ADV".split()),
    WordClass.PRONOUN: frozenset("PDS PDAT PIS PIAT PRELS PRELAT PPER PPOSAT PWS ADJA".split()),
    WordClass.PARTICLE: frozenset("ADV PTKA PTKANT PTKNEG ITJ ADJD".split()),
}
"""STTS tags that agree with a part of speech; a class without tags here agrees with all."""

_GAP_LIMIT = 6
_SLOT_LIMIT = 14
_GENITIVE_DETERMINERS = frozenset("der dieser meiner unserer ihrer seiner".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that fits some tokens, before context and precedence."""

    entry: int
    variant: int
    tokens: tuple[int, ...]
    parts: tuple[tuple[str, int], ...] = ()
    within: TextRange | None = None


def candidates(glossary: Glossary, doc: View) -> list[Candidate]:
    """Every entry at every place where it fits, before context and precedence."""
    return [
        *_words(glossary, doc),
        *_sequences(glossary, doc),
        *_frames(glossary, doc),
        *_abbreviations(glossary, doc),
    ]


def _words(glossary: Glossary, doc: View) -> Iterator[Candidate]:
    words = glossary.words
    for index, lemma in enumerate(doc.lemmas):
        rows = words.get(lemma)
        lowered = doc.lowers[index]
        if lowered != lemma and lowered in words:
            rows = [*(rows or ()), *words[lowered]]
        tag = doc.tags[index]
        if tag[:1] == "V" and lowered in glossary.forms:
            lemma = glossary.forms[lowered]
            rows = words[lemma]
        if rows is None:
            continue
        seen = set()
        for entry, variant, classes in rows:
            is_case = doc.deps[index] == "case" and WordClass.PREPOSITION in classes
            if entry in seen or not (is_case or _tag_agrees(tag, classes)):
                continue
            is_verb = tag[:1] == "V" and WordClass.VERB in classes
            if is_verb and (index in doc.uncertain or glossary.key_missing(entry, lemma)):
                continue
            if glossary.entry(entry).plural_only and doc.feature(index, "Number") == "Sing":
                continue
            seen.add(entry)
            particle = doc.particle[index] if is_verb else -1
            if particle >= 0:
                tokens = tuple(sorted((index, particle)))
                yield Candidate(entry, variant, tokens, (("verb", index), ("particle", particle)))
            else:
                yield Candidate(entry, variant, (index,), (("word", index),))


def _tag_agrees(tag: str, classes: Iterable[str]) -> bool:
    known = False
    for word_class in classes:
        tags = TAGS.get(word_class)
        if tags is None:
            return True
        known = True
        if tag in tags:
            return True
    return not known


def _sequences(glossary: Glossary, doc: View) -> Iterator[Candidate]:
    first = glossary.first
    for index, lowered in enumerate(doc.lowers):
        numbers = first.get(lowered)
        if doc.tags[index] in CONTENT_TAGS and doc.lemmas[index] != lowered:
            more = first.get(doc.lemmas[index])
            if more:
                numbers = [*(numbers or ()), *more]
        if numbers is None:
            continue
        for number in dict.fromkeys(numbers):
            entry, variant, elements = glossary.sequences[number]
            start = 0
            while elements[start][0][0] in "⟨…":
                start += 1
            if start and index == doc.sentence_start[index]:
                continue
            tokens = match_from(elements, start, index, doc)
            if tokens is not None:
                yield Candidate(entry, variant, tokens)


def match_from(
    elements: list[list[str]], element: int, index: int, doc: View
) -> tuple[int, ...] | None:
    """Tokens that fit the elements from ``element`` on, the first one at ``index``."""
    end = doc.sentence_end[index]
    tokens: list[int] = []
    position = index
    for number in range(element, len(elements)):
        keys = elements[number]
        if keys[0][0] not in "⟨…":
            if position >= end or not _token_fits(keys, position, doc):
                return None
            tokens.append(position)
            position += 1
            continue
        if number == len(elements) - 1:
            rest = range(position, end)
            return tuple(tokens) if rest and _slot_fits(keys[0], rest, doc) else None
        limit = _GAP_LIMIT if keys[0] == "…" else _SLOT_LIMIT
        for after in range(position + 1, min(position + limit + 1, end)):
            if _token_fits(elements[number + 1], after, doc) and _slot_fits(
                keys[0], range(position, after), doc
            ):
                rest_tokens = match_from(elements, number + 1, after, doc)
                if rest_tokens is not None:
                    return (*tokens, *rest_tokens)
        return None
    return tuple(tokens)


def _token_fits(keys: list[str], index: int, doc: View) -> bool:
    return doc.lowers[index] in keys or (
        doc.tags[index] in CONTENT_TAGS and doc.lemmas[index] in keys
    )


def _slot_fits(slot: str, tokens: range, doc: View) -> bool:
    """One clue that the slot holds what its name says; slots without a clue fit anything."""
    if slot == "⟨zu-Inf⟩":
        return any(doc.tags[index] in ("VVIZU", "PTKZU") for index in tokens)
    if slot in ("⟨S.vl⟩", "⟨S.v2⟩", "⟨S.inv⟩"):
        # *dass wir … absagen*: a plural form at the end is often taken for an infinitive
        return any(doc.tags[i].endswith("FIN") or doc.tags[i] == "VVINF" for i in tokens)
    if slot in ("⟨Datum⟩", "⟨Betrag⟩", "⟨N⟩", "⟨M⟩"):
        return any(
            index in doc.opaque or doc.tags[index] == "CARD" or doc.texts[index][:1].isdigit()
            for index in tokens
        )
    return True


def _frames(glossary: Glossary, doc: View) -> Iterator[Candidate]:
    for verb, tag in enumerate(doc.tags):
        if tag[:1] != "V" or verb in doc.uncertain:
            continue
        if doc.lemmas[verb] == "haben" and doc.deps[verb] == "aux":
            continue  # *hat … Kenntnis erhalten*: it only makes the perfect
        table = glossary.frames.get(doc.lemmas[verb])
        if table is None:
            continue
        dependents = _dependents(verb, doc)
        reflexive = next((item for item in dependents if doc.tags[item] == "PRF"), -1)
        for dependent in dependents:
            for key, anchor in _anchors(dependent, doc):
                for entry, variant, *frame in table.get(key, ()):
                    found = _frame_fits(verb, anchor, reflexive, frame, doc)
                    if found is not None:
                        yield Candidate(entry, variant, *found)


def _dependents(verb: int, doc: View) -> list[int]:
    """What hangs on a verb; on a copula or auxiliary: its head and what hangs on that."""
    if doc.deps[verb] not in ("cop", "aux", "aux:pass"):
        return doc.children[verb]
    head = doc.heads[verb]
    return [head, *(item for item in doc.children[head] if item != verb)]


def _frame_fits(
    verb: int, anchor: int, reflexive: int, frame: list[Any], doc: View
) -> tuple[tuple[int, ...], tuple[tuple[str, int], ...]] | None:
    """Tokens and named parts of a frame, ``None`` if the anchor does not play its role."""
    role, preposition, determiner, needs_reflexive, plural = frame
    if needs_reflexive and reflexive < 0:
        return None
    tokens, parts = {anchor, verb}, [("verb", verb)]
    if role == "noun":
        belonging = _noun_fits(anchor, preposition, determiner, plural, verb, doc)
        if belonging is None:
            return None
        tokens |= belonging
        parts.append(("noun", anchor))
    elif role != _role(anchor, doc):
        return None
    if needs_reflexive:
        tokens.add(reflexive)
    if doc.particle[verb] >= 0:
        tokens.add(doc.particle[verb])
        parts.append(("particle", doc.particle[verb]))
    return tuple(sorted(tokens)), tuple(parts)


def _role(anchor: int, doc: View) -> str:
    """The role of a dependent in a frame without a noun."""
    roles = {"PRF": "reflexive", "APPR": "preposition", "APPRART": "preposition"}
    return roles.get(doc.tags[anchor], "word")


def _anchors(dependent: int, doc: View) -> Iterator[tuple[str, int]]:
    """Keys under which a dependent may be listed, each with the token that carries it."""
    lowered = doc.lowers[dependent]
    if doc.tags[dependent] == "PRF":
        yield "sich", dependent
        return
    yield lowered, dependent
    if doc.lemmas[dependent] != lowered:
        yield doc.lemmas[dependent], dependent
    if doc.deps[dependent] in ("obl", "obj", "nmod", "iobj", "xcomp", "obl:arg", "ROOT"):
        case = doc.child(dependent, "case")
        if case is not None and case != dependent:
            yield CONTRACTIONS.get(doc.lowers[case], doc.lowers[case]), case


def _noun_fits(
    noun: int, preposition: str, determiner: str, plural: bool, verb: int, doc: View
) -> set[int] | None:
    """Whether a noun stands in the light-verb phrase as it should; the words that belong to it."""
    if doc.tags[noun] != "NN" or doc.deps[noun] in ("nmod", "appos"):
        return None
    if doc.deps[noun] == "conj" and doc.heads[verb] != noun:
        return None
    number = doc.feature(noun, "Number")
    if number == ("Sing" if plural else "Plur"):
        return None
    deps = [doc.deps[child] for child in doc.children[noun] if child != verb]
    if "conj" in deps or "acl:relcl" in deps or deps.count("amod") > 1:
        return None
    case = doc.child(noun, "case")
    extra: set[int] = set()
    if preposition:
        if case is None or doc.lowers[case] != preposition:
            return None
        extra.add(case)
    elif case is not None:
        return None
    if determiner:
        article = doc.child(noun, "det")
        wanted = _GENITIVE_DETERMINERS if determiner == "der" else {determiner}
        if article is None or doc.lowers[article] not in wanted:
            return None
        extra.add(article)
    return extra


def _abbreviations(glossary: Glossary, doc: View) -> Iterator[Candidate]:
    table, beginnings = glossary.abbreviations, glossary.abbreviation_beginnings
    index, size = 0, len(doc)
    while index < size:
        text = doc.texts[index]
        best = 0
        joined, end = "", index
        while end < size and end < doc.sentence_end[index]:
            joined += doc.texts[end].replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
            if joined not in beginnings:
                break
            end += 1
            if joined in table:
                best, found = end, joined
        if best:
            if not (doc.tags[index] == "NE" and len(found) <= 2):
                entry, variant = table[found][0]
                yield Candidate(entry, variant, tuple(range(index, best)))
            index = best
            continue
        if "-" in text[1:]:
            front = text[: text.index("-", 1)]
            if front in table and sum(map(str.isupper, front)) > 1:
                entry, variant = table[front][0]
                start = doc.place(index).start
                yield Candidate(
                    entry, variant, (index,), within=TextRange(start, start + len(front))
                )
        index += 1
