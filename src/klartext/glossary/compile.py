"""Turn ``glossary/glossary.tsv`` into the file the package ships.

Run ``python -m klartext.glossary.compile`` after every change of the table or the lexicon.
"""

from __future__ import annotations

import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from klartext.glossary.derive import VerbDeriver
from klartext.glossary.model import Action, Entry, Kind, WordClass
from klartext.glossary.patterns import (
    AbbreviationPattern,
    FramePattern,
    Pattern,
    PatternBuilder,
    SequencePattern,
    WordPattern,
    search_terms,
)
from klartext.glossary.store import pack_entry, write_store
from klartext.glossary.table import read_table
from klartext.language.inflection import ADJECTIVE, NOUN, VERB, pack_paradigms, separable
from klartext.language.lemmas import PREFIXES
from klartext.language.lexicon import Lexicon

BUNDLED_LEXICON = Path(__file__).parents[1] / "language" / "de_klartext_amt" / "lexicon"

_SHORTEST_HEAD = 8
_EVERYDAY_HEADS = frozenset(("anordnung", "auflage", "bedingung", "beschwerde", "wirkung"))
"""Legal terms whose compounds mostly mean something else (*Atembeschwerden, Neuauflage*)."""

_INFLECTED = (Kind.OFFICE_WORD, Kind.FILLER, Kind.CHANCERY, Kind.FOREIGN)


def compile_table(text: str, lexicon: Lexicon) -> dict[str, Any]:
    """Everything the package ships, as plain data.

    Raises:
        ValueError: with every slip of the table.
    """
    entries = read_table(text)
    builder = PatternBuilder(lexicon)
    patterns: list[Pattern] = []
    exceptions: list[SequencePattern] = []
    for number, entry in enumerate(entries):
        patterns += builder.build(number, entry)
        exceptions += builder.exceptions(number, entry)
    return {
        "table": fingerprint(text),
        "ids": [entry.id for entry in entries],
        "legal": _legal_words(entries, patterns),
        "heads": _heads(entries, patterns),
        "entries": [pack_entry(entry, search_terms(entry)) for entry in entries],
        "forms": _missing_forms(entries, lexicon),
        "words": _words(pattern for pattern in patterns if isinstance(pattern, WordPattern)),
        **_sequences([p for p in patterns if isinstance(p, SequencePattern)]),
        "frames": _frames(pattern for pattern in patterns if isinstance(pattern, FramePattern)),
        "abbreviations": _abbreviations(
            pattern for pattern in patterns if isinstance(pattern, AbbreviationPattern)
        ),
        "exceptions": _exceptions(exceptions),
        "lemmas": _lemmas(entries, lexicon),
        "paradigms": pack_paradigms(lexicon, inflected_words(entries, lexicon)),
    }


def fingerprint(text: str) -> str:
    """Digest of a table, to see whether the shipped file is current."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def inflected_words(entries: Iterable[Entry], lexicon: Lexicon) -> set[tuple[str, str]]:
    """Terms and one-word replacements that are put into another form, with part of speech."""
    wanted: set[tuple[str, str]] = set()
    for entry in entries:
        directs = [item for item in entry.alternatives if item.action is Action.REPLACE]
        if entry.kind not in _INFLECTED or not directs:
            continue
        texts = [(entry.term, entry.term)]
        texts += [(item.text.split()[-1], item.text) for item in directs]
        for word, text in texts:
            if WordClass.NOUN in entry.word_classes and " " not in text:
                wanted.add((_noun_lemma(word, lexicon), NOUN))
            if WordClass.VERB in entry.word_classes:
                wanted |= {(word.replace("|", ""), VERB), (separable(word)[1], VERB)}
                wanted |= {(base, VERB) for base in _bases(word, lexicon)}
            if WordClass.ADJECTIVE in entry.word_classes and " " not in text:
                wanted.add((word, ADJECTIVE))
    return wanted


def _missing_forms(entries: Iterable[Entry], lexicon: Lexicon) -> dict[str, str]:
    """Form → infinitive for verbs the lexicon, and so the lemmatizer, does not know."""
    verbs = [
        entry.term
        for entry in entries
        if WordClass.VERB in entry.word_classes
        and " " not in entry.term
        and not any(reading.has("VER") for reading in lexicon.analyses(entry.term))
    ]
    deriver = VerbDeriver(lexicon, verbs)
    return {form: verb for verb in sorted(verbs) for form in sorted(deriver.forms(verb))}


def _bases(verb: str, lexicon: Lexicon) -> Iterator[str]:
    """What is left of a verb without a separable prefix."""
    for prefix in PREFIXES:
        base = verb.removeprefix(prefix)
        if base != verb and any(r.has("VER", "INF") for r in lexicon.analyses(base)):
            yield base


def _lemmas(entries: Iterable[Entry], lexicon: Lexicon) -> dict[str, str]:
    """Lemmas of terms and replacements that are cited in the plural (*Belange*)."""
    found = {}
    for entry in entries:
        if entry.kind not in _INFLECTED or WordClass.NOUN not in entry.word_classes:
            continue
        for text in (entry.term, *(item.text for item in entry.with_action(Action.REPLACE))):
            if " " not in text and (lemma := _noun_lemma(text, lexicon)) != text:
                found[text] = lemma
    return dict(sorted(found.items()))


def _noun_lemma(word: str, lexicon: Lexicon) -> str:
    lemmas = {reading.lemma for reading in lexicon.analyses(word) if reading.has("SUB")}
    return word if word in lemmas or len(lemmas) != 1 else lemmas.pop()


def _legal_words(entries: list[Entry], patterns: Iterable[Pattern]) -> list[str]:
    """One-word legal terms in lower case: an edit must not change their number."""
    return sorted(
        {
            key
            for pattern in patterns
            if isinstance(pattern, WordPattern) and entries[pattern.entry].kind is Kind.LEGAL_TERM
            for key in pattern.keys
        }
    )


def _heads(entries: list[Entry], patterns: Iterable[Pattern]) -> dict[str, int]:
    """Legal terms by which a compound is explained that ends with them."""
    return {
        key: pattern.entry
        for pattern in patterns
        if isinstance(pattern, WordPattern)
        and entries[pattern.entry].kind is Kind.LEGAL_TERM
        and entries[pattern.entry].reading is None
        and WordClass.NOUN in pattern.classes
        for key in pattern.keys
        if len(key) >= _SHORTEST_HEAD and key not in _EVERYDAY_HEADS
    }


def _words(patterns: Iterable[WordPattern]) -> dict[str, list[list[Any]]]:
    table: dict[str, list[list[Any]]] = defaultdict(list)
    for pattern in patterns:
        for key in pattern.keys:
            table[key].append([pattern.entry, pattern.variant, list(pattern.classes)])
    return dict(sorted(table.items()))


def _sequences(patterns: list[SequencePattern]) -> dict[str, Any]:
    first: dict[str, list[int]] = defaultdict(list)
    packed = []
    for number, pattern in enumerate(patterns):
        packed.append([pattern.entry, pattern.variant, [list(e) for e in pattern.elements]])
        start = next(element for element in pattern.elements if element[0][0] not in "⟨…")
        for key in start:
            first[key].append(number)
    return {"sequences": packed, "first": dict(sorted(first.items()))}


def _frames(patterns: Iterable[FramePattern]) -> dict[str, dict[str, list[list[Any]]]]:
    table: dict[str, dict[str, list[list[Any]]]] = {}
    for pattern in patterns:
        for key in pattern.anchor:
            table.setdefault(pattern.verb, {}).setdefault(key, []).append(
                [
                    pattern.entry,
                    pattern.variant,
                    pattern.role,
                    pattern.preposition,
                    pattern.determiner,
                    pattern.reflexive,
                    pattern.plural,
                ]
            )
    return dict(sorted(table.items()))


def _abbreviations(patterns: Iterable[AbbreviationPattern]) -> dict[str, list[list[int]]]:
    table: dict[str, list[list[int]]] = defaultdict(list)
    for pattern in patterns:
        table[pattern.text].append([pattern.entry, pattern.variant])
    return dict(sorted(table.items()))


def _exceptions(patterns: Iterable[SequencePattern]) -> dict[str, list[list[list[str]]]]:
    table: dict[str, list[list[list[str]]]] = defaultdict(list)
    for pattern in patterns:
        table[str(pattern.entry)].append([list(element) for element in pattern.elements])
    return dict(table)


def main(arguments: list[str]) -> int:
    """Compile ``[TABLE [LEXICON]]``; by default the checkout's table and the bundled lexicon."""
    checkout = Path(__file__).parents[3]
    table = Path(arguments[0]) if arguments else checkout / "glossary" / "glossary.tsv"
    lexicon = Path(arguments[1]) if len(arguments) > 1 else BUNDLED_LEXICON
    write_store(compile_table(table.read_text("utf-8"), Lexicon(lexicon)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
