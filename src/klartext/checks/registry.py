"""Where checks register themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.registering import register
from klartext.rules.schema import Rule

Check = Callable[[LetterContext, Rule], Iterable[Candidate]]
CHECKS: dict[str, Check] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Register a check under the name a rule file gives as ``match.check``."""
    return register(CHECKS, name)
