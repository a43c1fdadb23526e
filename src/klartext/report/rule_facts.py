"""What lists and explanations show of a rule; works on anything with the keys of a rule file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from klartext.settings import Settings
from klartext.settings.selection import Decision
from klartext.texts import counted, number, text
from klartext.types import Severity

_MARK = re.compile(r"(?<!\\)\[\[(?:\d+:)?(.*?)\]\]", re.DOTALL)


class ReferenceFacts(Protocol):
    """Where a rule comes from."""

    source: str
    section: str
    checked: bool


class ExampleFacts(Protocol):
    """A sentence that has to be found (``bad``) or not (``good``)."""

    @property
    def bad(self) -> str | None:
        """Text with marked hits."""
        ...

    @property
    def good(self) -> str | None:
        """Text without a hit."""
        ...

    @property
    def fixed(self) -> str | None:
        """What the suggestion makes of ``bad``."""
        ...


class LevelFacts(Protocol):
    """Thresholds, each inclusive."""

    hinweis: float | None
    warnung: float | None
    fehler: float | None


class RuleFacts(Protocol):
    """A rule as its file says it (``architecture.md`` 5)."""

    @property
    def id(self) -> str:
        """``SA01``."""
        ...

    @property
    def name(self) -> str:
        """``satz.lang``."""
        ...

    @property
    def title(self) -> str:
        """A few words a clerk understands."""
        ...

    @property
    def why(self) -> str:
        """The reason in plain sentences."""
        ...

    @property
    def known_problems(self) -> str:
        """Where the rule errs, empty if nothing is known."""
        ...

    @property
    def state(self) -> str:
        """``entwurf``, ``stabil`` or ``veraltet``."""
        ...

    @property
    def raise_if(self) -> Mapping[str, str]:
        """Conditions under which the severity is higher, with that severity."""
        ...

    @property
    def severity(self) -> str | None:
        """The one severity, if it has no thresholds."""
        ...

    @property
    def levels(self) -> Mapping[Any, LevelFacts]:
        """Thresholds by profile."""
        ...

    @property
    def profiles(self) -> Sequence[str]:
        """Profiles the rule is part of."""
        ...

    @property
    def leitziel(self) -> Sequence[str]:
        """Aims it serves."""
        ...

    @property
    def evidence(self) -> str:
        """``norm``, ``praxis`` or ``haus``."""
        ...

    @property
    def references(self) -> Sequence[ReferenceFacts]:
        """Sources."""
        ...

    @property
    def examples(self) -> Sequence[ExampleFacts]:
        """Tests that are shown as examples."""
        ...

    @property
    def replaces(self) -> Sequence[str]:
        """Ids of earlier rules."""
        ...


@dataclass(frozen=True, slots=True)
class Value:
    """One value that holds. ``origin`` is empty if the rule file says so."""

    key: str
    value: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Effective:
    """What holds for a rule after the configuration."""

    active: bool
    origin: str
    values: tuple[Value, ...]


def source_state(rule: RuleFacts) -> str:
    """Whether somebody has read a source: checked, not yet checked, or our own decision."""
    if any(reference.checked for reference in rule.references):
        return text("source.checked")
    return text("source.unchecked" if rule.references else "source.own")


def source_lines(rule: RuleFacts, titles: Mapping[str, str]) -> Iterator[str]:
    """Every source in full with its state."""
    for reference in rule.references:
        name = titles.get(reference.source, reference.source)
        if reference.section:
            name += f", {reference.section}"
        state = text("source.checked" if reference.checked else "source.unchecked")
        yield text("explain.source-line", name=name, state=state)
    if not rule.references:
        yield text("source.own")


def level_line(levels: LevelFacts) -> str:
    """``Hinweis ab 21, Warnung ab 26, Fehler ab 31``."""
    return ", ".join(
        text("level.from", severity=counted(f"severity.{severity}", 1), value=_amount(value))
        for severity, value in _levels(levels)
    )


def severities(rule: RuleFacts, profile: str) -> str:
    """The severity, or the range of severities the thresholds of a profile lead to."""
    if rule.severity is not None:
        lowest = Severity.parse(rule.severity)
        raised = [Severity.parse(level) for level in rule.raise_if.values()]
        first, last = (counted(f"severity.{item}", 1) for item in (lowest, max([lowest, *raised])))
        return first if first == last else f"{first}–{last}"
    names = [counted(f"severity.{name}", 1) for name, _ in _levels(levels_of(rule, profile))]
    return "–".join(dict.fromkeys((names[0], names[-1]))) if names else ""


def levels_of(rule: RuleFacts, profile: str) -> LevelFacts | None:
    """Thresholds of a profile, those of ``brief`` if it has none of its own."""
    return rule.levels.get(profile) or rule.levels.get("brief")


def effective(rule: RuleFacts, decision: Decision, settings: Settings) -> Effective:
    """What holds for a rule, with the origin of every value.

    Args:
        rule: the rule.
        decision: whether it runs, from ``settings.decide``.
        settings: the configuration.
    """
    values: dict[str, Value] = {}
    if rule.severity is not None:
        values["severity"] = Value("severity", rule.severity)
    for level, value in _levels(levels_of(rule, settings.profile)):
        values[str(level)] = Value(str(level), _amount(value))
    for name, value in settings.thresholds.get(rule.id, {}).items():
        values[name] = Value(name, _amount(value), settings.where("rule", rule.id, name))
    if rule.id in settings.severity:
        origin = settings.where("severity", rule.id)
        values["severity"] = Value("severity", str(settings.severity[rule.id]), origin)
    return Effective(decision.on, _origin(decision, settings), tuple(values.values()))


def example_pair(rule: RuleFacts) -> tuple[str | None, str | None, str | None]:
    """One hard sentence, what its suggestion makes of it, and one that is fine."""
    bad = [example for example in rule.examples if example.bad]
    good = next((example.good for example in rule.examples if example.good), None)
    best = next((example for example in bad if example.fixed), bad[0] if bad else None)
    if best is None:
        return None, None, good
    return best.bad, best.fixed, good


def marked(example: str, before: str = "[", after: str = "]") -> str:
    """An example in one line, its marks ``[[…]]`` written between two signs."""
    shown = _MARK.sub(lambda match: f"{before}{match[1]}{after}", example)
    return " ".join(shown.replace("\\[[", "[[").split())


def paragraphs(written: str) -> Iterable[str]:
    """Text of a rule file without its line breaks, one string a paragraph."""
    return (" ".join(part.split()) for part in written.split("\n\n") if part.strip())


def _levels(levels: LevelFacts | None) -> Iterator[tuple[Severity, float]]:
    for severity in Severity:
        value = getattr(levels, str(severity), None)
        if value is not None:
            yield severity, value


def _amount(value: float) -> str:
    """Shares below one as percent would hide the unit of the file, so they stay as they are."""
    return number(value) if value == int(value) else number(value, 2).rstrip("0")


def _origin(decision: Decision, settings: Settings) -> str:
    if decision.selector is not None:
        origin = decision.selector.origin or text("rules.origin.default")
        return text("rules.origin.selector", word=decision.selector.text, origin=origin)
    if decision.by == "profile":
        return text("rules.origin.profile", profile=settings.profile)
    return text(f"rules.origin.{decision.by}")
