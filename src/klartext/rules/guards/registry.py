"""Where guards register themselves, and how they get at the verb of a candidate."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.registering import register

Guard = Callable[[LetterContext, Candidate], bool]
GUARDS: dict[str, Guard] = {}


def guard(name: str) -> Callable[[Guard], Guard]:
    """Register a guard under the name rule files use."""
    return register(GUARDS, name)


def verb_of(candidate: Candidate) -> Token:
    """The matched node ``verb``."""
    return candidate.nodes["verb"]
