"""The rules as the commands ``rules`` and ``explain`` need them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import TypeVar

from klartext.report.rule_facts import RuleFacts
from klartext.rules import rules_folder
from klartext.settings import unknown_rule

_Facts = TypeVar("_Facts", bound=RuleFacts)


def find_rule(rules: Sequence[_Facts], word: str) -> _Facts:
    """The rule with this id, name or earlier id.

    Raises:
        KlartextError: E205 with the nearest id or name.
    """
    wanted = word.upper()
    for rule in rules:
        if wanted in (rule.id, rule.name.upper(), *rule.replaces):
            return rule
    raise unknown_rule(rules, word)


def source_titles() -> dict[str, str]:
    """Titles of all sources by key."""
    sources = tomllib.loads((rules_folder() / "sources.toml").read_text("utf-8"))
    return {key: source["title"] for key, source in sources.items()}
