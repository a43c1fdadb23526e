"""Which rules run: a pure function of the rules, the settings and the profile."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from klartext.errors import MESSAGES, KlartextError
from klartext.settings.model import Selector, Settings
from klartext.settings.readers import nearest
from klartext.texts import text
from klartext.types import Notice

_ID = re.compile(r"[A-Z]{2}\d{2}")


class SelectableRule(Protocol):
    """What selection has to know of a rule (``architecture.md`` 5)."""

    @property
    def id(self) -> str:
        """``SA01``."""
        ...

    @property
    def name(self) -> str:
        """``satz.lang``."""
        ...

    @property
    def state(self) -> str:
        """``entwurf``, ``stabil`` or ``veraltet``."""
        ...

    @property
    def leitziel(self) -> Sequence[str]:
        """``4a`` and the like."""
        ...

    @property
    def profiles(self) -> Sequence[str]:
        """Profiles the rule is part of."""
        ...

    @property
    def replaces(self) -> Sequence[str]:
        """Ids of earlier rules."""
        ...


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a rule runs, and what decided it.

    ``by`` is ``profile``, ``draft`` (off unless named), ``deprecated``, ``not-named`` (``select``
    names others) or ``selector``; the last one comes with the selector.
    """

    on: bool
    by: Literal["profile", "draft", "deprecated", "not-named", "selector"]
    selector: Selector | None = None


def selected(
    rules: Sequence[SelectableRule], settings: Settings, profile: str | None = None
) -> frozenset[str]:
    """Ids of the rules that run.

    Without ``select`` these are the stable rules of the profile. ``ignore`` beats ``select`` at
    equal precision, a more precise word beats a less precise one, an option beats the file at
    equal precision. Only a full id or ``entwurf`` turns drafts on, and only a full id turns on a
    rule that is not part of the profile. Rules that are ``veraltet`` never run.

    Args:
        rules: all rules that exist.
        settings: those of the letter, see ``Settings.for_file``.
        profile: instead of ``settings.profile``.

    Raises:
        KlartextError: E205 for a word that fits no rule.
    """
    decisions = decide(rules, settings, profile)
    return frozenset(rule for rule, decision in decisions.items() if decision.on)


def decide(
    rules: Sequence[SelectableRule], settings: Settings, profile: str | None = None
) -> dict[str, Decision]:
    """For every rule id whether it runs and why. Arguments and errors as in ``selected``."""
    _refuse_unknown(rules, settings)
    return {rule.id: _decide(rule, settings, profile or settings.profile) for rule in rules}


def selection_notices(rules: Sequence[SelectableRule], settings: Settings) -> tuple[Notice, ...]:
    """Notices about words that name a renamed (N202) or withdrawn rule (N203)."""
    found: dict[str, Notice] = {}
    for selector, rule in _named(rules, settings):
        word = selector.text.upper()
        if word in rule.replaces:
            notice = Notice("N202", MESSAGES["N202"].format(old=word, new=rule.id))
        elif rule.state == "veraltet" and selector.action == "select":
            notice = Notice("N203", MESSAGES["N203"].format(id=rule.id))
        else:
            continue
        found.setdefault(notice.message, notice)
    return tuple(found.values())


def precision(selector: str, rule: SelectableRule) -> tuple[int, int] | None:
    """How precisely a word names a rule; ``None`` if it does not. Higher is more precise.

    ``all`` and ``entwurf`` < Leitziel < group < longer beginning of the name < id.
    """
    if selector == "all" or (selector == "entwurf" and rule.state == "entwurf"):
        return 0, 0
    word = selector.upper()
    if word == rule.id or word in rule.replaces or selector == rule.name:
        return 3, 0
    group = rule.name.partition(".")[0]
    if word == rule.id[:2] or selector.rstrip(".") == group:
        return 2, 0
    if "." in selector and rule.name.startswith(selector):
        return 2, len(selector.removeprefix(f"{group}."))
    if any(goal in (selector, selector + goal[-1:]) for goal in rule.leitziel):
        return 1, len(selector)
    return None


def _decide(rule: SelectableRule, settings: Settings, profile: str) -> Decision:
    if rule.state == "veraltet":
        return Decision(False, "deprecated")
    best: tuple[tuple[int, int], int, bool] | None = None
    winner: Selector | None = None
    for selector in settings.selectors:
        fit = precision(selector.text, rule)
        if fit is None or (
            selector.action == "select" and not _may_turn_on(selector, rule, profile)
        ):
            continue
        rank = (fit, selector.layer, selector.action == "ignore")
        if best is None or rank > best:
            best, winner = rank, selector
    if winner is not None and (
        winner.action == "select" or _on_by_default(rule, settings, profile)
    ):
        return Decision(winner.action == "select", "selector", winner)
    if rule.state == "entwurf":
        return Decision(False, "draft")
    if settings.replaces_default:
        return Decision(False, "not-named")
    return Decision(profile in rule.profiles, "profile")


def _may_turn_on(selector: Selector, rule: SelectableRule, profile: str) -> bool:
    word = selector.text.upper()
    if word == rule.id or word in rule.replaces:
        return True
    if rule.state == "entwurf" and selector.text != "entwurf":
        return False
    return profile in rule.profiles


def _on_by_default(rule: SelectableRule, settings: Settings, profile: str) -> bool:
    return rule.state != "entwurf" and not settings.replaces_default and profile in rule.profiles


def _named(
    rules: Iterable[SelectableRule], settings: Settings
) -> Iterator[tuple[Selector, SelectableRule]]:
    rules = tuple(rules)
    for selector in settings.selectors:
        for rule in rules:
            word = selector.text.upper()
            if word == rule.id or word in rule.replaces:
                yield selector, rule


def _refuse_unknown(rules: Sequence[SelectableRule], settings: Settings) -> None:
    for selector in settings.selectors:
        known = selector.text in ("all", "entwurf")
        if not known and not any(precision(selector.text, rule) for rule in rules):
            raise unknown_rule(rules, selector.text, "" if selector.layer else selector.origin)
    ids = {rule.id for rule in rules}
    for table, entries in (("severity", settings.severity), ("rule", settings.thresholds)):
        for word in entries:
            if word not in ids:
                raise unknown_rule(rules, word, settings.where(table, word))


def nearest_rule(word: str, names: Collection[str]) -> str | None:
    """The id or name most like a word; *WO1* means *WO01*."""
    padded = re.sub(r"^([A-Za-z]{2})(\d)$", r"\g<1>0\2", word).upper()
    return padded if padded in names else nearest(word, names)


def unknown_rule(rules: Sequence[SelectableRule], word: str, where: str = "") -> KlartextError:
    """E205 with the id or name most like the word."""
    near = nearest_rule(word, [name for rule in rules for name in (rule.id, rule.name)])
    hint = " " + text("did-you-mean", near=near) if near else ""
    return KlartextError("E205", where, id=word, near=hint)
