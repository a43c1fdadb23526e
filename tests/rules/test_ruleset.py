"""The rules as a set: ids, names, sources, guards covered by examples."""

from __future__ import annotations

import tomllib

import pytest

from klartext.check import Checker
from klartext.language.pipeline import load_pipeline
from klartext.rules import Rule, load_rules, rules_folder
from klartext.settings import Selector, Settings

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_sources_are_known(rule: Rule) -> None:
    sources = tomllib.loads((rules_folder() / "sources.toml").read_text("utf-8"))
    for reference in rule.references:
        assert reference.source in sources
        assert not reference.checked or sources[reference.source]["read"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_has_examples_of_both_kinds(rule: Rule) -> None:
    assert sum(example.bad is not None for example in rule.examples) >= 1
    assert sum(example.good is not None for example in rule.examples) >= 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_why_has_two_to_four_sentences(rule: Rule) -> None:
    (doc,) = load_pipeline().parse_texts([rule.why])
    assert 2 <= len(list(doc.sents)) <= 4


def test_names_and_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_compiles() -> None:
    everything = tuple(Selector(rule.id, "select", 1, "Test") for rule in RULES)
    checker = Checker(Settings(selectors=everything, replaces_default=True))
    report = checker.check_bytes("Wir prüfen Ihren Antrag.".encode(), "brief.txt")
    assert report.counts["words"] == 4


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_rule_speaks_plainly(rule: Rule) -> None:
    checker = Checker(Settings())
    report = checker.check_bytes(rule.why.encode(), "warum.txt")
    assert [finding.message for finding in report.findings] == []
