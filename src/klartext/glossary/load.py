"""The compiled glossary in memory."""

from __future__ import annotations

import json
from functools import cached_property, lru_cache
from typing import Any

from klartext.glossary.match import match
from klartext.glossary.model import Entry, Hit, Kind
from klartext.glossary.store import Store, read_store, unpack_entry
from klartext.glossary.suggest import suggest
from klartext.language.inflection import Paradigms
from klartext.language.parse import ParsedBlock
from klartext.types import Suggestion

_FRONT = 3
"""Letters a compound has before its head, at least."""


class Glossary:
    """All entries with their match index.

    Entries are unpacked when they are first needed: most letters touch few of them.

    Args:
        store: what ``klartext.glossary.compile`` has written.
    """

    def __init__(self, store: Store) -> None:
        index = store.index
        self._rows = store.entries
        self._entries: dict[int, Entry] = {}
        self._ids: list[str] = index["ids"]
        self._exceptions: dict[str, list[list[list[str]]]] = index["exceptions"]
        self._legal_heads: dict[str, int] = index["heads"]
        self._heads: dict[str, int | None] = {}
        self.forms: dict[str, str] = index["forms"]
        self.words: dict[str, list[tuple[int, int, list[str]]]] = index["words"]
        self.sequences: list[tuple[int, int, list[list[str]]]] = index["sequences"]
        self.first: dict[str, list[int]] = index["first"]
        self.frames: dict[str, dict[str, list[list[Any]]]] = index["frames"]
        self.abbreviations: dict[str, list[tuple[int, int]]] = index["abbreviations"]
        self.abbreviation_beginnings = frozenset(
            text[:end] for text in self.abbreviations for end in range(1, len(text) + 1)
        )
        self.legal_forms = frozenset(index["legal"])
        self.lemmas: dict[str, str] = index["lemmas"]
        self.paradigms = Paradigms(store.paradigms)

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of the table."""
        return tuple(map(self.entry, range(len(self))))

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Entries of one kind in the order of the table; the others are not even decoded."""
        begin = f"{kind.value}-"
        return tuple(self.entry(n) for n, id in enumerate(self._ids) if id.startswith(begin))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {id: number for number, id in enumerate(self._ids)}

    def entry(self, number: int) -> Entry:
        """The entry at a place of the table."""
        known = self._entries.get(number)
        if known is None:
            known = self._entries[number] = unpack_entry(json.loads(self._rows[number]))
        return known

    def __getitem__(self, id: str) -> Entry:
        """The entry with this id; ``KeyError`` if there is none."""
        return self.entry(self._numbers[id])

    def match(self, parsed: ParsedBlock) -> list[Hit]:
        """Hits of a block after precedence, in text order (``glossary.md`` 3)."""
        return match(self, parsed)

    def suggest(self, hit: Hit, parsed: ParsedBlock) -> tuple[Suggestion, ...]:
        """Ways to improve a hit, with their computed applicability (``glossary.md`` 9)."""
        return suggest(self, hit, parsed)

    def exceptions(self, number: int) -> list[list[list[str]]]:
        """Set phrases in which an entry keeps silent."""
        return self._exceptions.get(str(number), [])

    def key_missing(self, number: int, key: str) -> bool:
        """Whether an entry is not listed under a lemma (but only under the form met)."""
        return all(row[0] != number for row in self.words.get(key, ()))

    def compound_head(self, lemma: str) -> int | None:
        """The legal term that is the last part of a compound given in lower case."""
        if lemma not in self._heads:
            self._heads[lemma] = self._find_head(lemma)
        return self._heads[lemma]

    def _find_head(self, lemma: str) -> int | None:
        for start in range(_FRONT, len(lemma)):
            number = self._legal_heads.get(lemma[start:])
            if number is not None:
                return number
        return None


@lru_cache(maxsize=1)
def load() -> Glossary:
    """The shipped glossary, loaded once per process.

    Raises:
        FileNotFoundError: if the package is incomplete.
    """
    return Glossary(read_store())
