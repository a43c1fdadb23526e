"""KT01 to KT03: what is explained is what klartext reports."""

from __future__ import annotations

import pytest

from klartext.filters import apply_ignores
from klartext.report import RenderOptions, rule_page
from klartext.report.ignore_rules import IGNORE_RULES, IgnoreRule
from klartext.types import Finding, IgnoreDirective, TextRange


def reported() -> dict[str, Finding]:
    """One finding of each kind: an ignore without use, one for no rule, one without reason."""
    place = TextRange(0, 5)
    directives = [
        IgnoreDirective(1, place, rules, reason, ((2, None),), "text")
        for rules, reason in ((("WO01",), "Grund"), (("WO99",), "Grund"), (("WO01",), ""))
    ]
    found = apply_ignores([], directives, frozenset({"WO01"}), {1}).findings
    return {finding.rule: finding for finding in found}


def test_every_finding_about_ignores_is_described() -> None:
    described = {rule.id: (rule.name, rule.severity) for rule in IGNORE_RULES}
    assert described == {id: (f.name, str(f.severity)) for id, f in reported().items()}


@pytest.mark.parametrize("rule", IGNORE_RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("format", rule_page.FORMATS)
def test_every_one_can_be_explained(rule: IgnoreRule, format: str) -> None:
    page = rule_page.render(format, rule, {}, RenderOptions())
    assert rule.title in page
    assert rule.why.split(". ")[0] in " ".join(page.split())
