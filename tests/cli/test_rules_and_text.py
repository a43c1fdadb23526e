"""``rules``, ``explain`` and ``text``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from klartext.rules import load_rules

from .conftest import Result

Run = Callable[..., Result]


def test_rules_lists_every_rule_once(run: Run) -> None:
    lines = run("rules").out.splitlines()
    ids = [rule.id for rule in load_rules()]
    assert [line.split()[0] for line in lines[2 : 2 + len(ids)]] == ids
    assert lines[-1] == f"{len(ids)} Regeln."


def test_rules_of_a_group_by_both_names(run: Run) -> None:
    by_name = json.loads(run("rules", "--group", "satz", "-f", "json").out)
    assert by_name == json.loads(run("rules", "--group", "SA", "-f", "json").out)
    assert {rule["id"][:2] for rule in by_name["rules"]} == {"SA"}


def test_effective_names_the_origin_of_every_value(run: Run, office: Path) -> None:
    (office / "klartext.toml").write_text(
        'profile = "bescheid"\nextend-select = ["SA01"]\n\n[rule.SA01]\nwarnung = 24\n'
    )
    result = run("rules", "SA01", "--effective", "-f", "json", "--ignore", "WO01")
    rule = json.loads(result.out)["rules"][0]
    shipped = next(rule for rule in load_rules() if rule.id == "SA01").levels["bescheid"]
    assert rule["active"] is True
    assert rule["origin"] == "SA01 (klartext.toml:2)"
    assert rule["values"] == [
        {"key": "hinweis", "value": f"{shipped.hinweis:g}", "origin": "Regeldatei"},
        {"key": "warnung", "value": "24", "origin": "klartext.toml:5"},
        {"key": "fehler", "value": f"{shipped.fehler:g}", "origin": "Regeldatei"},
    ]
    off = json.loads(run("rules", "WO01", "--effective", "-f", "json", "--select", "SA01").out)
    assert off["rules"][0]["active"] is False


def test_rules_as_markdown_is_a_table(run: Run) -> None:
    lines = run("rules", "-f", "markdown").out.splitlines()
    assert lines[0].startswith("| Regel | Titel |")
    assert len({line.count(" | ") for line in lines}) == 1


def test_explain_tells_everything_a_rule_file_holds(run: Run) -> None:
    rule = next(rule for rule in load_rules() if rule.id == "SA01")
    shown = " ".join(run("explain", "SA01").out.split())
    assert rule.title in shown
    assert " ".join(rule.why.split()) in shown
    assert " ".join(rule.known_problems.split()) in shown
    for profile, levels in rule.levels.items():
        assert f"{profile}: Hinweis ab {levels.hinweis:g}" in shown
    unchecked = [reference for reference in rule.references if not reference.checked]
    assert shown.count("(Quelle noch nicht geprüft)") == len(unchecked)


def test_every_rule_can_be_explained_in_every_format(run: Run) -> None:
    for rule in load_rules():
        assert rule.title in run("explain", rule.id).out
        assert run("explain", rule.id, "-f", "markdown").out.startswith(f"# {rule.id} ")
        assert json.loads(run("explain", rule.id, "-f", "json").out)["id"] == rule.id


def test_explain_offers_the_nearest_rule(run: Run) -> None:
    result = run("explain", "satz.lank")
    assert result.code == 2
    assert "Meinten Sie „satz.lang“? [E205]" in result.err


def test_text_prints_one_line_a_block(run: Run, office: Path) -> None:
    (office / "brief.md").write_text("# Betreff\n\nErster Satz.\nZweiter Satz.\n\n- Punkt\n")
    lines = run("text", "brief.md").out.splitlines()
    numbered = run("text", "brief.md", "--numbers").out.splitlines()
    assert len(lines) == 3
    assert lines[2] == "Punkt"
    assert [line.split("\t")[0] for line in numbered] == ["1", "2", "3"]
    assert [line.split("\t")[3] for line in numbered] == lines


def test_text_reads_standard_input(run: Run) -> None:
    assert run("text", "-", stdin="Grüße".encode()).out == "Grüße\n"


def test_findings_about_ignores_are_explained_by_id_and_name(run: Run) -> None:
    shown = run("explain", "KT01").out
    assert shown.startswith("KT01  Ausnahme ohne Wirkung")
    assert run("explain", "ausnahme.unbenutzt").out == shown
    assert not any(line.startswith("KT0") for line in run("rules").out.splitlines())
