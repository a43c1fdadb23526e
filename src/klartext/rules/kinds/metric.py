"""Kind ``metric``: a counted value against the thresholds of the profile."""

from __future__ import annotations

from collections.abc import Iterator

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds import Resources
from klartext.rules.measures import MEASURES
from klartext.rules.schema import MetricMatch, Rule
from klartext.types import Measure


class MetricFinder:
    """Finds places whose value reaches the lowest threshold."""

    def __init__(self, rule: Rule, match: MetricMatch) -> None:
        self.rule = rule
        self.measure = MEASURES[match.measure]
        self.name = match.measure

    def find(self, context: LetterContext) -> Iterator[Candidate]:
        """Candidates with value and aim; the aim is the last value that does not fire."""
        lowest = context.levels(self.rule).lowest
        if lowest is None:
            return
        for parsed in context.blocks(self.rule):
            for place in self.measure(context, parsed):
                if place.value >= lowest:
                    yield Candidate(
                        parsed,
                        (place.range,),
                        slots={"zaehlung": place.note},
                        value=place.value,
                        measures=(Measure(self.name, place.value, lowest - 1), *place.more),
                    )


def compile_metric(rule: Rule, resources: Resources) -> MetricFinder:
    """The finder of a rule of this kind."""
    assert isinstance(rule.match, MetricMatch)
    return MetricFinder(rule, rule.match)
