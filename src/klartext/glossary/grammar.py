"""How the cells of ``glossary/glossary.tsv`` are written: alternatives, notes, readings."""

from __future__ import annotations

import re

from klartext.glossary.model import Action, Alternative, Kind, WordClass

EMPTY = "–"
READING = re.compile(r" \(([^()]+)\)$")
HINT = re.compile(r" \[Hinweis: ([^\[\]]+)\]$")
KNOWN = re.compile(r"Laien bekannt: (ja|teils|nein)")
GENDERS = re.compile(r"(m/f|n/m|m|f|n)(?: \(auch ([mfn])\))?( Pl\.)?(?=$|[ .;:,(])")

_GOVERNMENT = re.compile(r" \+ (Gen|Dat|Akk|zu-Inf|Satz)$")
_CONDITION = re.compile(r" \(([^()]+)\)$")
_DIRECT = re.compile(r"[^„“⟨⟩≈=…()|+;/\[\]]+(?:\|[^„“⟨⟩≈=…()|+;/\[\]]+)?")
_CLASSES = (
    ("FVG", WordClass.LIGHT_VERB),
    ("Verb", WordClass.VERB),
    ("V", WordClass.VERB),
    ("Adverbial", WordClass.PHRASE),
    ("Adj", WordClass.ADJECTIVE),
    ("Adv", WordClass.ADVERB),
    ("Präp.-Gruppe", WordClass.PHRASE),
    ("Präp", WordClass.PREPOSITION),
    ("Konj", WordClass.CONJUNCTION),
    ("Doppelkonj", WordClass.CONJUNCTION),
    ("Pron", WordClass.PRONOUN),
    ("Rel", WordClass.PRONOUN),
    ("Partikel", WordClass.PARTICLE),
    ("Part.-Gruppe", WordClass.PHRASE),
    ("Part", WordClass.ADJECTIVE),
    ("Modalverb", WordClass.MODAL),
    ("Nominalgruppe", WordClass.PHRASE),
    ("Gen", WordClass.PHRASE),
    ("Satzteil", WordClass.PHRASE),
)


def split_alternatives(cell: str) -> list[str]:
    """The alternatives of a cell, split at semicolons outside quotes, brackets and slots."""
    parts, depth, start = [], 0, 0
    for index, sign in enumerate(cell):
        depth += (sign in "„(⟨") - (sign in "“)⟩")
        if depth == 0 and cell.startswith("; ", index):
            parts.append(cell[start:index])
            start = index + 2
    parts.append(cell[start:])
    return parts


def parse_alternative(text: str) -> Alternative:
    """One alternative of a cell.

    Raises:
        ValueError: if the text is not written as the grammar wants it.
    """
    if text == "(bleibt)":
        return Alternative(Action.KEEP, "")
    if text == "(streichen)":
        return Alternative(Action.DELETE, "")
    if match := re.fullmatch(r"\(fragen: ([^()]+)\)", text):
        return Alternative(Action.ASK, match[1])
    if match := re.fullmatch(r"≈ (.{2,})", text):
        return Alternative(Action.EXPLAIN, match[1])
    if match := re.fullmatch(r"= (.{2,})", text):
        return Alternative(Action.EXPAND, match[1])
    if match := re.fullmatch(r"„([^„“]+)“", text):
        return Alternative(Action.REBUILD, match[1])
    rest = text
    condition = government = None
    if match := _CONDITION.search(rest):
        condition, rest = match[1], rest[: match.start()]
    if match := _GOVERNMENT.search(rest):
        government, rest = match[1], rest[: match.start()]
    if not _DIRECT.fullmatch(rest):
        raise ValueError(text)
    return Alternative(Action.REPLACE, rest, government, condition)


def word_classes(kind: Kind, note: str) -> tuple[WordClass, ...]:
    """Parts of speech named at the beginning of an inflection note; empty if none is."""
    if kind in (Kind.FORMULA, Kind.TONE, Kind.ABBREVIATION):
        return (WordClass.PHRASE,)
    if GENDERS.match(note):
        return (WordClass.NOUN,)
    head = re.split(r"[;,:(\[+]", note)[0].strip()
    found: list[WordClass] = []
    for part in re.split(r"/ ?", head):
        for prefix, word_class in _CLASSES:
            if part.startswith(prefix):
                if word_class not in found:
                    found.append(word_class)
                break
    return tuple(found)
