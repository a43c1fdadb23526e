"""The compiled glossary on disk: entries, match index and paradigms in one file."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klartext.glossary.model import Action, Alternative, Entry, Kind, WordClass

DATA = Path(__file__).with_name("glossary.json.gz")


def pack_entry(entry: Entry, search: list[str]) -> list[Any]:
    """An entry as plain data; ``search`` are the wordings its patterns count as variants."""
    return [
        entry.id,
        entry.kind.value,
        search,
        entry.term,
        entry.reading,
        entry.note,
        [item.value for item in entry.word_classes],
        list(entry.genders),
        entry.plural_only,
        [[a.action.value, a.text, a.government, a.condition] for a in entry.alternatives],
        entry.explanation,
        entry.legal_fixed,
        entry.reference,
        entry.confidence,
        entry.hint,
        entry.known,
    ]


_KINDS = {item.value: item for item in Kind}
_ACTIONS = {item.value: item for item in Action}
_WORD_CLASSES = {item.value: item for item in WordClass}


def unpack_entry(row: list[Any]) -> Entry:
    """The reverse of ``pack_entry``."""
    (
        identity, kind, search, term, reading, note, classes, genders, plural_only, alternatives,
        explanation, fixed, reference, confidence, hint, known,
    ) = row  # fmt: skip
    return Entry(
        id=identity,
        kind=_KINDS[kind],
        term=term,
        variants=tuple(search),
        reading=reading,
        note=note,
        word_classes=tuple(_WORD_CLASSES[item] for item in classes),
        genders=tuple(genders),
        plural_only=plural_only,
        alternatives=tuple(Alternative(_ACTIONS[item[0]], *item[1:]) for item in alternatives),
        explanation=explanation,
        legal_fixed=fixed,
        reference=reference,
        confidence=confidence,
        hint=hint,
        known=known,
    )


@dataclass(frozen=True, slots=True)
class Store:
    """The compiled data. Entries and paradigms stay text until somebody asks for one."""

    index: dict[str, Any]
    entries: list[str]
    paradigms: dict[str, str]


def write_store(data: Mapping[str, Any], path: Path = DATA) -> None:
    """Write compiled data so that equal data gives equal bytes.

    The first line is the index, then each entry and each paradigm has a line of its own.
    """
    index = {key: value for key, value in data.items() if key not in ("entries", "paradigms")}
    index["size"] = len(data["entries"])
    lines = [index, *data["entries"], *([key, rows] for key, rows in data["paradigms"].items())]
    text = "\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in lines)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def read_store(path: Path = DATA) -> Store:
    """Read what ``write_store`` has written.

    Raises:
        FileNotFoundError: if the glossary has not been compiled.
    """
    first, *lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    index: dict[str, Any] = json.loads(first)
    size: int = index["size"]
    paradigms = {line[2 : line.index('"', 2)]: line for line in lines[size:]}
    return Store(index, lines[:size], paradigms)
