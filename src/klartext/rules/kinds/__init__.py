"""The kinds of rules: each turns a rule file into something that finds places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from spacy.language import Language

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule


class Finder(Protocol):
    """A compiled rule: candidates of one letter in reading order."""

    def find(self, context: LetterContext) -> Iterable[Candidate]:
        """All places that match, guards not yet asked."""
        ...


@dataclass(frozen=True, slots=True)
class Resources:
    """What compiling needs: the pipeline for its labels, and the registered checks."""

    nlp: Language
    checks: dict[str, Callable[[LetterContext, Rule], Iterable[Candidate]]]
