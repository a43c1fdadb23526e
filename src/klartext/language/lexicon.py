"""Full-form lexicon: which lemmas and tags a German word form can have.

The data is german-pos-dict (CC BY-SA 4.0), packed by ``training/lexicon.py`` into
sorted arrays that are memory-mapped, so that opening it costs nothing.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

FORMS = "forms.txt"
OFFSETS = "offsets.npy"
CLASSES = "classes.npy"
ANALYSES = "analyses.json"

_SHORTEST_HEAD = 4
_LONGEST_HEAD = 40
"""No known form is longer; a pasted blob of letters must not be tried at every place."""
_HEADS_AFTER_LINKING_S = {
    "Samt": "Amt",
    "Sämter": "Ämter",
    "Sämtern": "Ämtern",
    "Samtes": "Amtes",
    "Sort": "Ort",
    "Stag": "Tag",
    "Sakt": "Akt",
}
"""*Bundesamt* ends in *Samt*, too."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a form: its lemma and the Morphy tags that share it."""

    lemma: str
    tags: tuple[str, ...]

    def has(self, *parts: str) -> bool:
        """Whether one tag of this reading holds every one of ``parts`` (``"SUB"``, ``"GEN"``)."""
        return any(set(parts) <= set(tag.split(":")) for tag in self.tags)


class Lexicon:
    """Read-only full-form lexicon in a folder written by ``training/lexicon.py``.

    Raises:
        FileNotFoundError: if a file of the lexicon is missing.
    """

    def __init__(self, folder: Path) -> None:
        with (folder / FORMS).open("rb") as file:
            self._forms = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._offsets = np.load(folder / OFFSETS, mmap_mode="r")
        self._classes = np.load(folder / CLASSES, mmap_mode="r")
        table = json.loads((folder / ANALYSES).read_text("utf-8"))
        self._analyses: list[list[tuple[str, list[str]]]] = table["analyses"]
        self._ambiguity: list[str] = table["ambiguity"]
        self._class_cache: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._classes)

    def __iter__(self) -> Iterator[str]:
        """All forms in the order of their UTF-8 bytes."""
        return iter(self._forms[:].decode("utf-8").splitlines())

    def __contains__(self, form: str) -> bool:
        return self._class_of(form) >= 0

    def analyses(self, form: str) -> tuple[Analysis, ...]:
        """All readings of exactly this form; empty if the form is unknown."""
        number = self._class_of(form)
        if number < 0:
            return ()
        return tuple(
            Analysis(_apply(form, script), tuple(tags)) for script, tags in self._analyses[number]
        )

    def ambiguity(self, form: str) -> str:
        """The set of tags a form can have as one string, ``""`` if it is unknown.

        Compounds are judged by their longest known last part (``~`` marks that guess).
        """
        number = self._class_of(form)
        if number >= 0:
            return self._ambiguity[number]
        lowered = form[:1].lower() + form[1:]
        if lowered != form:
            number = self._class_of(lowered)
            if number >= 0:
                return self._ambiguity[number]
        head = self.compound_head(form)
        return "~" + self._ambiguity[self._class_of(head)] if head else ""

    def compound_head(self, form: str) -> str | None:
        """The longest known last part of a compound, spelled as the lexicon has it."""
        capital = form[:1].isupper()
        tail = form.rsplit("-", 1)[-1]
        first = max(0 if tail != form else 2, len(tail) - _LONGEST_HEAD)
        for start in range(first, len(tail) - _SHORTEST_HEAD + 1):
            part = tail[start:]
            candidate = part[:1].upper() + part[1:] if capital else part
            if self._class_of(candidate) >= 0:
                return _HEADS_AFTER_LINKING_S.get(candidate, candidate)
        return None

    def _class_of(self, form: str) -> int:
        cached = self._class_cache.get(form)
        if cached is None:
            cached = self._class_cache[form] = self._search(form)
            if len(self._class_cache) > 200_000:
                self._class_cache.clear()
        return cached

    def _search(self, form: str) -> int:
        key = form.encode("utf-8")
        low, high = 0, len(self._classes)
        offsets, forms = self._offsets, self._forms
        while low < high:
            middle = (low + high) // 2
            found = forms[int(offsets[middle]) : int(offsets[middle + 1]) - 1]
            if found < key:
                low = middle + 1
            else:
                high = middle
        if low == len(self._classes):
            return -1
        found = forms[int(offsets[low]) : int(offsets[low + 1]) - 1]
        return int(self._classes[low]) if found == key else -1


def edit_script(form: str, lemma: str) -> str:
    """How to get from a form to its lemma: ``"2+en"`` cuts two letters and appends *en*.

    Where more than the ending differs (*gegangen*, *gehen*) the script is ``"=gehen"``.
    """
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    if common < 2 and form != lemma:
        return "=" + lemma
    return f"{len(form) - common}+{lemma[common:]}"


def _apply(form: str, script: str) -> str:
    if script.startswith("="):
        return script[1:]
    cut, _, ending = script.partition("+")
    return form[: len(form) - int(cut)] + ending


@lru_cache(maxsize=4)
def open_lexicon(folder: Path) -> Lexicon:
    """The lexicon in ``folder``, opened once per process."""
    return Lexicon(folder)
