"""Kind ``python``: a registered check."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from klartext.errors import KlartextError
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds import Resources
from klartext.rules.schema import PythonMatch, Rule


class PythonFinder:
    """Runs a check function."""

    def __init__(
        self, rule: Rule, check: Callable[[LetterContext, Rule], Iterable[Candidate]]
    ) -> None:
        self.rule, self.check = rule, check

    def find(self, context: LetterContext) -> Iterable[Candidate]:
        """What the check finds."""
        return self.check(context, self.rule)


def compile_python(rule: Rule, resources: Resources) -> PythonFinder:
    """The finder of a rule of this kind.

    Raises:
        KlartextError: E206 if no check of that name is registered.
    """
    assert isinstance(rule.match, PythonMatch)
    check = resources.checks.get(rule.match.check)
    if check is None:
        raise KlartextError(
            "E206",
            where=rule.origin,
            key="match.check",
            grund=f"Die Prüfung „{rule.match.check}“ gibt es nicht.",
        )
    return PythonFinder(rule, check)
