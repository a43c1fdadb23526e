"""From an entry to what the matcher looks for. Build time only: needs the lexicon.

Three shapes: *words* (one token by lemma and part of speech), *sequences* (neighbouring
tokens with gaps and slots) and *frames* (a verb and what hangs on it). Abbreviations are
strings without blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from klartext.glossary.model import Entry, Kind, WordClass
from klartext.language.lemmas import Lemmatizer
from klartext.language.lexicon import Lexicon

GAP = "…"

_ALSO = re.compile(r"\bauch ((?:„[^“]+“(?:, )?)+)")
_QUOTED = re.compile(r"„([^“]+)“")
_SET_PHRASE = re.compile(r"(?<!nicht )(?<!→ )„([^“]+)“(?! →)")
"""Quoted in a hint as it stands: neither forbidden nor an example of rewording."""
_PIECE = re.compile(r"⟨[^⟩]+⟩|…|[\w\-]+(?:/\w+)?|[^\w\s]")
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines sein seinen seine".split()
)
_PREPOSITIONS = frozenset(
    "an auf aus außer bei durch für gegen im in ins mit nach ohne über um unter von vor zu zum zur "
    "als".split()
)
_FUNCTION_WORDS = _DETERMINERS | _PREPOSITIONS | frozenset("und oder sich dass nicht".split())
_PLURAL_ONLY = frozenset({"Kosten"})
_FINITE_VERBS = {"erfolgt": "erfolgen", "besteht": "bestehen"}
_SPELLINGS = ("elbständig", "elbstständig")
_SEARCH_INSTEAD = {
    "a-vertreten-muessen-etwas-zu-vertreten-haben": ("zu vertreten",),
    "a-kann-kann-vorschrift": ("kann",),
}
"""Terms whose citation form is not what stands in a text."""


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One token. ``keys`` are lemmas or forms in lower case."""

    entry: int
    variant: int
    keys: tuple[str, ...]
    classes: tuple[WordClass, ...]


@dataclass(frozen=True, slots=True)
class SequencePattern:
    """Neighbouring tokens; an element is a tuple of keys, ``(GAP,)`` or ``("⟨slot⟩",)``."""

    entry: int
    variant: int
    elements: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FramePattern:
    """A verb with dependents.

    ``anchor`` is the key of the dependent that is looked up first: a noun, an adverb, a
    preposition, or *sich*. ``role`` says which of these it is.
    """

    entry: int
    variant: int
    verb: str
    anchor: tuple[str, ...]
    role: str
    preposition: str = ""
    determiner: str = ""
    reflexive: bool = False
    plural: bool = False
    companions: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class AbbreviationPattern:
    """A short form, written without blanks."""

    entry: int
    variant: int
    text: str


Pattern = WordPattern | SequencePattern | FramePattern | AbbreviationPattern


class PatternBuilder:
    """Builds the patterns of entries.

    Args:
        lexicon: gives lemmas as the pipeline's lemmatizer will give them.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lemmatizer = Lemmatizer(lexicon, {})
        self._persons = _person_pairs()

    def build(self, number: int, entry: Entry) -> Iterator[Pattern]:
        """All patterns of one entry; ``number`` is its place in the table."""
        for index, variant in enumerate(search_terms(entry)):
            yield from self._variant(number, index, entry, variant)

    def exceptions(self, number: int, entry: Entry) -> Iterator[SequencePattern]:
        """Set phrases named in the hint, in which the term must stay as it is."""
        own = {key for word in entry.term.split() for key in self._content_keys(word)}
        for phrase in _SET_PHRASE.findall(entry.hint or ""):
            words = phrase.split()
            if len(words) < 2 or GAP in phrase or phrase in entry.term:
                continue
            if any(own & set(self._content_keys(word)) for word in words):
                yield SequencePattern(number, 0, tuple(self._content_keys(w) for w in words))

    def _variant(self, number: int, index: int, entry: Entry, term: str) -> Iterator[Pattern]:
        if entry.kind is Kind.ABBREVIATION or ". " in term:
            yield AbbreviationPattern(number, index, term.replace(" ", ""))
            return
        words = term.split()
        classes = entry.word_classes
        if entry.kind in (Kind.FORMULA, Kind.TONE):
            yield self._formula(number, index, term)
        elif entry.kind is Kind.LIGHT_VERB or WordClass.LIGHT_VERB in classes:
            if len(words) > 1:
                yield self._light_verb(number, index, words)
        elif WordClass.VERB in classes:
            yield self._verb(number, index, words, classes)
        elif len(words) == 1:
            yield WordPattern(number, index, self._word_keys(words[0], classes), classes)
        elif WordClass.ADJECTIVE in classes and words[-1] in ("sein", "werden"):
            anchor = self._content_keys(words[-2])
            yield FramePattern(number, index, words[-1], anchor, "word")
        elif WordClass.NOUN in classes or WordClass.ADJECTIVE in classes or "Nominal" in entry.note:
            yield SequencePattern(number, index, tuple(map(self._content_keys, words)))
        else:
            pieces = _PIECE.findall(term)
            yield SequencePattern(number, index, tuple((piece.lower(),) for piece in pieces))

    def _word_keys(self, word: str, classes: tuple[WordClass, ...]) -> tuple[str, ...]:
        keys = {word.lower()}
        if WordClass.NOUN in classes:
            for number in ("Sing", "Plur"):
                keys.add(self._lemmatizer.lemma(word, "NN", {"Number": number}).lower())
        if WordClass.ADJECTIVE in classes:
            keys.add(self._lemmatizer.lemma(word, "ADJD", {}).lower())
        if WordClass.MODAL in classes:
            keys = {reading.lemma for reading in self._lexicon.analyses(word) if reading.has("MOD")}
        return tuple(sorted(keys))

    def _content_keys(self, word: str) -> tuple[str, ...]:
        keys = {word.lower()}
        if word.lower() not in _FUNCTION_WORDS and word[-1].isalpha():
            if word[:1].isupper():
                keys.add(self._lemmatizer.lemma(word, "NN", {}).lower())
            if word[:1].islower() or word == "Blaue":
                keys.add(self._lemmatizer.lemma(word.lower(), "ADJA", {}).lower())
        return tuple(sorted(keys))

    def _verb(
        self, number: int, index: int, words: list[str], classes: tuple[WordClass, ...]
    ) -> Pattern:
        reflexive = words[0] == "sich"
        rest = words[1:] if reflexive else words
        if len(rest) == 1 and not reflexive:
            return WordPattern(number, index, (rest[0],), classes)
        if rest[-1] in _PREPOSITIONS and self._is_infinitive(rest[0]):
            return FramePattern(
                number, index, rest[0], (rest[-1],), "preposition", reflexive=reflexive
            )
        if not self._is_infinitive(rest[-1]):
            return SequencePattern(number, index, tuple((w.lower(),) for w in words))
        if len(rest) == 1:
            return FramePattern(number, index, rest[0], ("sich",), "reflexive", reflexive=True)
        return FramePattern(
            number, index, rest[-1], (rest[-2].lower(),), "word", reflexive=reflexive
        )

    def _light_verb(self, number: int, index: int, words: list[str]) -> FramePattern:
        finite = next((word for word in words if word in _FINITE_VERBS), None)
        verb = _FINITE_VERBS[finite] if finite else words[-1]
        rest = [word for word in words if word not in (finite, verb, "es")]
        reflexive = "sich" in rest
        nouns = [word for word in rest if word[:1].isupper()]
        if not nouns:
            anchor = next(w for w in rest if w not in _DETERMINERS and w != "sich")
            return FramePattern(number, index, verb, (anchor,), "word", reflexive=reflexive)
        noun = nouns[0]
        before = rest[: rest.index(noun)]
        preposition = next((word for word in before if word in _PREPOSITIONS), "")
        literal = preposition or verb in ("sein",)
        determiner = next((word for word in before if literal and word in _DETERMINERS), "")
        lemma = self._lemmatizer.lemma(noun, "NN", {"Number": "Plur"})
        return FramePattern(
            number,
            index,
            verb,
            tuple(sorted({noun.lower(), lemma.lower()})),
            "noun",
            preposition=preposition,
            determiner=determiner,
            reflexive=reflexive,
            plural=lemma.lower() != noun.lower() or noun in _PLURAL_ONLY,
        )

    def _formula(self, number: int, index: int, term: str) -> Pattern:
        pieces = _PIECE.findall(term)
        if len(pieces) == 1:
            return WordPattern(number, index, (pieces[0].lower(),), ())
        first_person = "bitte" not in pieces and (
            pieces[0] in ("Ich", "Wir") or not {"ich", "wir"}.isdisjoint(pieces)
        )
        elements = tuple(
            (piece,) if piece[0] in "⟨…" else self._formula_keys(piece, first_person)
            for piece in pieces
        )
        return SequencePattern(number, index, elements)

    def _formula_keys(self, piece: str, first_person: bool) -> tuple[str, ...]:
        lowered = piece.lower()
        if lowered in ("ich", "wir"):
            return ("ich", "wir")
        if lowered in self._persons:
            return (lowered, self._persons[lowered])
        keys = {lowered}
        if lowered.endswith("schreibens"):
            keys.add("briefes")
        if lowered in ("antrages", "antrags"):
            keys |= {"antrages", "antrags"}
        if first_person:
            keys |= self._other_person(lowered)
        return tuple(sorted(keys))

    def _other_person(self, form: str) -> set[str]:
        """*teile* gives *teilen* and the other way round; modals too."""
        known = {"darf": "dürfen", "dürfen": "darf", "muss": "müssen", "müssen": "muss"}
        if form in known:
            return {known[form]}
        forms: set[str] = set()
        for reading in self._lexicon.analyses(form):
            if reading.has("1", "SIN", "PRÄ"):
                forms.add(reading.lemma)
            elif reading.has("1", "PLU", "PRÄ"):
                forms.add(reading.lemma.removesuffix("n"))
        return {item for item in forms if item in self._lexicon}

    def _is_infinitive(self, word: str) -> bool:
        readings = self._lexicon.analyses(word)
        return any(reading.has("VER", "INF") for reading in readings) or (
            not readings and word.endswith(("en", "eln", "ern"))
        )


def search_terms(entry: Entry) -> list[str]:
    """Every wording to look for: the variants of the term and those of its note."""
    if entry.id in _SEARCH_INSTEAD:
        return list(_SEARCH_INSTEAD[entry.id])
    terms: list[str] = []
    for variant in entry.variants:
        if match := re.fullmatch(r"(\w+) (\w+)/(\w+)", variant):
            terms += [f"{match[1]} {match[2]}", f"{match[1]} {match[3]}"]
        else:
            terms.append(variant)
    for group in _ALSO.findall(entry.note):
        for other in _QUOTED.findall(group):
            terms += [entry.term + other[1:]] if other.startswith("-") else _also(entry, other)
    terms = [term for term in terms if term[1:] not in _SPELLINGS or term == entry.term]
    for old, new in (_SPELLINGS, _SPELLINGS[::-1]):
        terms += [term.replace(old, new) for term in terms if old in term]
    return list(dict.fromkeys(terms))


def _also(entry: Entry, other: str) -> list[str]:
    """The variant itself, or the term with its last words exchanged (*infrage* [*kommen*])."""
    if entry.kind is Kind.LIGHT_VERB and other[:1].islower() and " " not in other:
        verb = entry.term.split()[-1]
        return [other if other.endswith(verb) else f"{other} {verb}"]
    if entry.kind is Kind.FORMULA and "⟨" in entry.term and "⟨" not in other:
        words = entry.term.split()
        return [" ".join([other, *words[len(words) - len(words[len(other.split()) :]) :]])]
    return [other]


def _person_pairs() -> dict[str, str]:
    """First person singular and plural: *mein* and *unser* in all forms, *mich* and *uns*."""
    table = {"mich": "uns", "mir": "uns"}
    for ending in ("", "e", "em", "en", "er", "es"):
        table["mein" + ending] = "unser" + ending
        table["unser" + ending] = "mein" + ending
    return table
