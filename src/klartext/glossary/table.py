"""Read ``glossary/glossary.tsv``. Needed when the table is compiled and in tests only."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import replace

from klartext.glossary.grammar import (
    EMPTY,
    GENDERS,
    HINT,
    KNOWN,
    READING,
    parse_alternative,
    split_alternatives,
    word_classes,
)
from klartext.glossary.model import Entry, Kind
from klartext.glossary.table_check import check_table


def slug(term: str) -> str:
    """A file-name-like form of a term: ``„auf Grund“`` becomes ``auf-grund``."""
    table = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "§": "paragraf"})
    text = unicodedata.normalize("NFKD", term.lower().translate(table))
    text = text.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def read_table(text: str) -> list[Entry]:
    """All entries of a table without slips, in its order.

    Raises:
        ValueError: with every problem, one a line, if there is any.
    """
    problems = check_table(text)
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    rows = [line.split("\t") for line in text.split("\n")[1:-1]]
    entries = [_entry(row) for row in rows]
    doubles: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        doubles[entry.id].append(index)
    for indices in doubles.values():
        if len(indices) > 1:
            for index in indices:
                entries[index] = _distinguish(entries[index])
    return entries


def _entry(row: list[str]) -> Entry:
    kind = Kind(row[0])
    term, reading = row[1], None
    if match := READING.search(term):
        term, reading = term[: match.start()], match[1]
    note, hint = row[2], None
    if match := HINT.search(note):
        note, hint = note[: match.start()], match[1]
    known = KNOWN.search(note)
    genders = GENDERS.match(note) if kind in set("abefgi") else None
    return Entry(
        id=f"{kind}-{slug(row[1])}",
        kind=kind,
        term=term.split(" / ")[0],
        variants=tuple(term.split(" / ")),
        reading=reading,
        note="" if note == EMPTY else note,
        word_classes=word_classes(kind, row[2]),
        genders=tuple(g for g in (genders[1].split("/") if genders else ())),
        plural_only=bool(genders and genders[3]),
        alternatives=tuple(map(parse_alternative, split_alternatives(row[3]))),
        explanation=None if row[4] == EMPTY else row[4],
        legal_fixed=row[5] == "yes",
        reference=None if row[6] == EMPTY else row[6],
        confidence=row[8],
        hint=hint,
        known=known[1] if known else None,
    )


def _distinguish(entry: Entry) -> Entry:
    """Two terms with the same letters (*Begehren*, *begehren*, *S.*, *s.*) get ids of their own."""
    mark = "gross" if entry.term[:1].isupper() else "klein"
    return replace(entry, id=f"{entry.id}-{mark}")
