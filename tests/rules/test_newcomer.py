"""A newcomer's rule: one file in a folder of their own, no code; and what broken files say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from docs.generate import rules_page
from klartext.cli import main
from klartext.rules import load_rules

RULE = """id = "WO90"
name = "wort.hauswort"
kind = "terms"
state = "entwurf"
title = "Hauswort"
message = "„{gefunden}“ kennt man nur in unserem Haus."
why = "Dieses Wort steht in keinem Wörterbuch. Nur wir benutzen es."
leitziel = ["4a"]
evidence = "haus"
severity = "warnung"
known_problems = "Zusammengesetzte Wörter findet die Regel nicht."

[match]
words = ["Laufmappe", "grüner Zettel"]

[[example]]
bad = "Ihre [[Laufmappe]] liegt bei uns."

[[example]]
good = "Ihre Unterlagen liegen bei uns."
"""
LETTER = """Sehr geehrte Frau Muster,

Ihre Laufmappe ist vollständig. Bitte bringen Sie den grünen Zettel mit.

Mit freundlichen Grüßen
"""
FILE = "WO90-hauswort.toml"


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a letter, a configuration and a folder for own rules."""
    monkeypatch.chdir(tmp_path)
    for name in ("KLARTEXT_CONFIG", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "hausregeln").mkdir()
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "klartext.toml").write_text(
        'extra-rules = ["hausregeln"]\nselect = ["WO90"]\n', encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str) -> Result:
        capsys.readouterr()
        code = main(words)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


def write(office: Path, text: str, name: str = FILE) -> None:
    (office / "hausregeln" / name).write_text(text, encoding="utf-8")


def test_an_own_rule_finds_its_words(run: Run, office: Path) -> None:
    write(office, RULE)
    result = run("check", "brief.txt", "-f", "json")
    (letter,) = json.loads(result.out)["letters"]
    found = [(item["rule"], item["severity"], item["message"]) for item in letter["findings"]]
    assert result.code == 1
    assert found == [
        ("WO90", "warnung", f"„{words}“ kennt man nur in unserem Haus.")
        for words in ("Laufmappe", "grünen Zettel")
    ]


def test_an_own_rule_is_named_in_the_report(run: Run, office: Path) -> None:
    write(office, RULE)
    assert "Hauswort" in run("check", "brief.txt").out


def test_an_own_rule_is_listed(run: Run, office: Path) -> None:
    write(office, RULE)
    lines = [line for line in run("rules").out.splitlines() if line.startswith("WO90 ")]
    assert len(lines) == 1
    assert "Hauswort" in lines[0]
    assert not any(line.startswith("WO90 ") for line in run("rules", "--no-config").out.split("\n"))


def test_an_own_rule_is_explained(run: Run, office: Path) -> None:
    write(office, RULE)
    shown = run("explain", "wort.hauswort").out
    assert shown.startswith("WO90  Hauswort")
    assert "Dieses Wort steht in keinem Wörterbuch." in shown
    assert "Ihre [Laufmappe] liegt bei uns." in shown
    assert "Zusammengesetzte Wörter findet die Regel nicht." in shown


def test_an_own_rule_gets_its_part_of_the_page(office: Path) -> None:
    write(office, RULE)
    page = rules_page(load_rules((office / "hausregeln",)), {})
    assert "### WO90 Hauswort\n" in page
    assert "> Ihre **Laufmappe** liegt bei uns." in page
    assert "WO90" not in rules_page(load_rules(), {})


@pytest.mark.parametrize("place", ["hausregeln", "hausregeln/wort", f"hausregeln/{FILE}"])
def test_a_folder_a_group_or_a_file_may_be_named(run: Run, office: Path, place: str) -> None:
    path = office / place if place.endswith(".toml") else office / place / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(RULE, encoding="utf-8")
    named = "hausregeln" if place == "hausregeln/wort" else place
    (office / "klartext.toml").write_text(f'extra-rules = ["{named}"]\n', encoding="utf-8")
    assert run("explain", "WO90").code == 0


BROKEN = {
    "no TOML": (RULE.replace('"WO90"', '"WO90', 1), "E204", ""),
    "unknown key": (RULE.replace("title =", "titel ="), "E206", "titel"),
    "unknown key inside": (RULE.replace("words =", "woerter ="), "E206", "match.woerter"),
    "missing key": (RULE.replace('title = "Hauswort"\n', ""), "E206", "title"),
    "missing match": (RULE.replace("[match]\nwords", "profiles = []\n#"), "E206", "match"),
    "unknown kind": (RULE.replace('"terms"', '"wortliste"'), "E206", "kind"),
    "unknown group": (RULE.replace('"WO90"', '"XX90"'), "E206", "id"),
    "name of another group": (RULE.replace('"wort.h', '"satz.h'), "E206", "wort."),
    "unknown guard": (
        RULE.replace("severity", 'silent_if = ["vollmond"]\nseverity'),
        "E206",
        "silent_if",
    ),
    "unknown guard that raises": (
        RULE.replace("severity", 'raise_if = { vollmond = "fehler" }\nseverity'),
        "E206",
        "raise_if",
    ),
    "unknown offer": (RULE.replace("severity", 'offer = "vollmond"\nseverity'), "E206", "offer"),
    "id of a shipped rule": (RULE.replace("WO90", "WO01"), "E206", "name"),
    "example without mark": (
        RULE.replace("[[Laufmappe]]", "Laufmappe"),
        "E206",
        "example.0",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_named_with_its_key(run: Run, office: Path, case: str) -> None:
    text, error, key = BROKEN[case]
    write(office, text)
    result = run("check", "brief.txt")
    assert result.code == 2
    assert f"[{error}]" in result.err
    assert FILE in result.err
    assert f"„{key}" in result.err if key else True


def test_the_name_of_the_file_has_to_fit(run: Run, office: Path) -> None:
    for name in ("WO91-hauswort.toml", "WO90-anderes.toml", "hauswort.toml"):
        write(office, RULE, name)
        result = run("rules")
        assert result.code == 2
        assert f"{name}: " in result.err
        assert "Die Datei muss WO90-hauswort.toml heißen." in result.err
        (office / "hausregeln" / name).unlink()


@pytest.mark.parametrize(
    ("name", "old", "new", "twice"),
    [
        ("WO01-hauswort.toml", 'id = "WO90"', 'id = "WO01"', "WO01"),
        ("WO90-amtswort.toml", "wort.hauswort", "wort.amtswort", "wort.amtswort"),
    ],
)
def test_ids_and_names_occur_once(
    run: Run, office: Path, name: str, old: str, new: str, twice: str
) -> None:
    write(office, RULE.replace(old, new), name)
    result = run("rules")
    assert result.code == 2
    assert f"„{twice}“ steht in zwei Dateien: WO01-amtswort.toml und {name}. [E207]" in result.err


def test_two_own_rules_with_one_id(run: Run, office: Path) -> None:
    write(office, RULE)
    write(office, RULE.replace("hauswort", "zettelwort"), "WO90-zettelwort.toml")
    result = run("rules")
    assert result.code == 2
    assert f"„WO90“ steht in zwei Dateien: {FILE} und WO90-zettelwort.toml. [E207]" in result.err
