"""Compile rules once and run them over letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from klartext.errors import KlartextError
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import GUARDS
from klartext.rules.kinds import Finder, Resources
from klartext.rules.kinds.dependency import compile_dependency
from klartext.rules.kinds.metric import compile_metric
from klartext.rules.kinds.python import compile_python
from klartext.rules.kinds.terms import compile_terms
from klartext.rules.kinds.tokens import compile_tokens
from klartext.rules.offers import OFFERS
from klartext.rules.schema import Rule, TermsMatch
from klartext.texts import number
from klartext.types import Finding, Severity, Suggestion, TextRange

COMPILERS: dict[str, Callable[[Rule, Resources], Finder]] = {
    "terms": compile_terms,
    "substitution": compile_terms,
    "tokens": compile_tokens,
    "dependency": compile_dependency,
    "metric": compile_metric,
    "python": compile_python,
}


class CompiledRule:
    """One rule, ready to run: finder, guards, severity, message, offer."""

    def __init__(self, rule: Rule, resources: Resources) -> None:
        named = [("silent_if", name) for name in rule.silent_if]
        named += [("raise_if", name) for name in rule.raise_if]
        for key, name in named:
            if name not in GUARDS:
                raise KlartextError(
                    "E206",
                    where=rule.origin,
                    key=key,
                    grund=f"Die Bedingung „{name}“ gibt es nicht.",
                )
        if rule.offer is not None and rule.offer not in OFFERS:
            raise KlartextError(
                "E206",
                where=rule.origin,
                key="offer",
                grund=f"Das Angebot „{rule.offer}“ gibt es nicht.",
            )
        self.rule = rule
        self.finder = COMPILERS[rule.kind](rule, resources)

    def run(self, context: LetterContext) -> Iterator[Finding]:
        """Findings of one letter in reading order, zones not yet looked at."""
        found = self.finder.find(context)
        left: Iterable[Candidate] = (c for c in found if not self._is_silent(context, c))
        if isinstance(self.rule.match, TermsMatch) and self.rule.match.density:
            left = _with_density(left)
        for candidate in left:
            severity = self._severity(context, candidate)
            if severity is not None:
                yield self._finding(context, candidate, severity)

    def _is_silent(self, context: LetterContext, candidate: Candidate) -> bool:
        if any(GUARDS[name](context, candidate) for name in self.rule.silent_if):
            return True
        return self._in_silent_zone(context, candidate)

    def _in_silent_zone(self, context: LetterContext, candidate: Candidate) -> bool:
        if not self.rule.silent_zones:
            return False
        block = candidate.parsed.block.index
        return any(
            zone.id in self.rule.silent_zones
            for place in candidate.ranges
            for zone in context.understanding.zones_around(block, place)
        )

    def _severity(self, context: LetterContext, candidate: Candidate) -> Severity | None:
        rule = self.rule
        severity: Severity | None
        if candidate.severity is not None:
            severity = candidate.severity
        elif candidate.value is not None:
            severity = context.levels(rule).severity(candidate.value)
        elif rule.severity is not None:
            severity = Severity.parse(rule.severity)
        else:
            # a rule without a value writes its severity as the one threshold of the profile
            severity = context.levels(rule).severity(1.0)
        for name, level in rule.raise_if.items():
            if severity is not None and GUARDS[name](context, candidate):
                severity = max(severity, Severity.parse(level))
        return context.severities.get(rule.id, severity) if severity is not None else None

    def _finding(self, context: LetterContext, candidate: Candidate, severity: Severity) -> Finding:
        rule = self.rule
        suggestions = candidate.suggestions
        slots = dict(candidate.slots)
        if rule.offer is not None:
            offered, more = OFFERS[rule.offer](context, candidate)
            suggestions = offered or suggestions
            slots.update(more)
        sentence = candidate.sentence
        return Finding(
            rule=rule.id,
            name=rule.name,
            block=candidate.parsed.block.index,
            ranges=candidate.ranges,
            severity=severity,
            message=message(rule, candidate, suggestions, slots),
            suggestions=suggestions,
            measures=candidate.measures,
            entry=candidate.entry,
            sentence=TextRange(sentence.start_char, sentence.end_char),
            leitziel=rule.leitziel,
        )


def _with_density(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each candidate with the number of candidates in its block as value."""
    found = list(candidates)
    counts = Counter(item.parsed.block.index for item in found)
    for item in found:
        yield replace(item, value=float(counts[item.parsed.block.index]))


def message(
    rule: Rule,
    candidate: Candidate,
    suggestions: Sequence[Suggestion],
    slots: dict[str, str],
) -> str:
    """The message with its slots filled; ``message_plain`` where a slot has nothing to say."""
    values = {"gefunden": shorten(candidate.text), **slots}
    if suggestions:
        values.setdefault("vorschlag", suggestions[0].label)
    if candidate.measures:
        first = candidate.measures[0]
        values["wert"] = _shown(first.value)
        if first.target is not None:
            values["ziel"] = _shown(first.target)
    template = rule.message
    wording = values.get("vorschlag", "")
    is_wording = bool(wording) and not wording.startswith(_LEAVE_OUT)
    if "{vorschlag}" in template and not is_wording and rule.message_plain:
        template = rule.message_plain
    try:
        return template.format(**values)
    except KeyError as error:
        raise KlartextError(
            "E206", where=rule.origin, key="message", grund=f"Für {error} gibt es keinen Wert."
        ) from error


_LEAVE_OUT = ("ohne „", "weglassen", "Einleitung weglassen")
"""Labels that tell to drop something are no wording to quote."""


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut in the middle if it is longer than ``limit``."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[: limit // 2].rstrip()} … {line[-limit // 3 :].lstrip()}"


def _shown(value: float) -> str:
    """``20``, ``1.250``, ``3,5``."""
    return number(value, 0 if value == int(value) else 1)


def compile_rules(rules: Iterable[Rule], resources: Resources) -> tuple[CompiledRule, ...]:
    """Compile every rule.

    Raises:
        KlartextError: E206 or E208 if a rule names a guard, offer, check or label unknown here.
    """
    return tuple(CompiledRule(rule, resources) for rule in rules)
