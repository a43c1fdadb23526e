"""Finding, reading and refusing configuration files."""

from __future__ import annotations

from pathlib import Path

import pytest

from klartext.errors import KlartextError
from klartext.settings import OPTION, Settings, load
from klartext.types import PlaceholderType, Severity


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository as working folder."""
    root = tmp_path / "amt"
    (root / ".git").mkdir(parents=True)
    monkeypatch.chdir(root)
    monkeypatch.delenv("KLARTEXT_CONFIG", raising=False)
    return root


def write(file: Path, content: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def refused(folder: Path) -> KlartextError:
    with pytest.raises(KlartextError) as caught:
        load(folder)
    return caught.value


def test_without_a_file_the_defaults_hold(project: Path) -> None:
    settings = load(project)
    assert settings == Settings(root=project)
    assert (settings.profile, settings.gate) == ("brief", Severity.WARNUNG)
    assert settings.parts[-1] == "variants"


def test_the_nearest_file_wins_and_nothing_is_merged(project: Path) -> None:
    write(project / "klartext.toml", 'profile = "leicht"\ngate = "fehler"')
    near = write(project / "vorlagen" / ".klartext.toml", 'profile = "bescheid"')
    settings = load(project / "vorlagen" / "alt")
    assert (settings.source, settings.root) == (near, near.parent)
    assert (settings.profile, settings.gate) == ("bescheid", Severity.WARNUNG)


def test_the_search_ends_at_the_root_of_the_repository(project: Path) -> None:
    write(project.parent / "klartext.toml", 'profile = "leicht"')
    assert load(project).source is None


def test_the_names_have_an_order(project: Path) -> None:
    for name in ("pyproject.toml", ".klartext.toml", "klartext.toml"):
        table = "[tool.klartext]\n" if name == "pyproject.toml" else ""
        file = write(project / name, f'{table}profile = "leicht"')
        assert load(project).source == file


def test_a_pyproject_counts_only_with_our_table(project: Path) -> None:
    write(project / "klartext.toml", 'profile = "leicht"')
    write(project / "sub" / "pyproject.toml", '[project]\nname = "klartext-vorlagen"')
    assert load(project / "sub").profile == "leicht"
    write(project / "sub" / "pyproject.toml", '[tool.klartext]\nprofile = "bescheid"')
    assert load(project / "sub").profile == "bescheid"


def test_environment_option_and_no_config(project: Path) -> None:
    write(project / "klartext.toml", 'profile = "leicht"')
    other = write(project / "haus" / "regeln.toml", 'profile = "bescheid"')
    environ = {"KLARTEXT_CONFIG": str(other)}
    assert load(project, environ=environ).profile == "bescheid"
    chosen = load(project, config=project / "klartext.toml", environ=environ)
    assert chosen.profile == "leicht"
    assert load(project, use_files=False, environ=environ).profile == "brief"


def test_a_named_file_must_exist(project: Path) -> None:
    with pytest.raises(KlartextError, match=r"fehlt\.toml") as caught:
        load(project, config=Path("fehlt.toml"))
    assert caught.value.id == "E209"


def test_every_table_is_read(project: Path) -> None:
    write(
        project / "klartext.toml",
        r"""
profile = "bescheid"
include = ["vorlagen/**"]
extensions = [".DOCX"]
gate = "none"
select = ["SA", "4a"]
extend-select = ["SA12"]
ignore = ["WO14"]
extra-rules = ["hausregeln/"]

[letter-types]
"vorlagen/nachforderung/**" = "nachforderung"
"vorlagen/aus/*.docx" = "ablehnung, beendigung"

[house]
federal-state = "NW"
gender-forms = "paar"
remedy-text = "bausteine/rechtsbehelf.docx"

[severity]
SA01 = "fehler"

[rule.SA01]
warnung = 24

[per-file-ignores]
"vorlagen/leichte-sprache/**" = ["SZ01"]

[per-file-profile]
"vorlagen/leichte-sprache/**" = "leicht"

[placeholders]
patterns = ['\[\[(?P<name>\w+)\]\]']
[placeholders.types]
"KdNr*" = "reference"

[glossary]
extra = ["hausglossar.tsv"]
protect = ["Aufenthaltstitel"]

[ignores]
require-reason = false
""",
    )
    settings = load(project)
    assert settings.gate is None
    assert settings.extensions == (".docx",)
    assert settings.replaces_default
    assert [(item.text, item.action) for item in settings.selectors] == [
        ("SA", "select"),
        ("4a", "select"),
        ("SA12", "select"),
        ("WO14", "ignore"),
    ]
    assert settings.extra_rules == (project / "hausregeln",)
    assert settings.house.federal_state == "NW"
    assert settings.house.remedy_text == project / "bausteine" / "rechtsbehelf.docx"
    assert settings.severity == {"SA01": Severity.FEHLER}
    assert settings.thresholds == {"SA01": {"warnung": 24}}
    assert settings.placeholders.types == (("KdNr*", PlaceholderType.REFERENCE),)
    assert settings.glossary.extra == (project / "hausglossar.tsv",)
    assert (settings.ignores.require_reason, settings.ignores.report_unused) == (False, True)
    assert settings.where("rule", "SA01", "warnung") == "klartext.toml:24"

    easy = settings.for_file("vorlagen/leichte-sprache/brief.docx")
    assert easy.profile == "leicht"
    assert easy.selectors[-1].text == "SZ01"
    refusal = settings.for_file("vorlagen/aus/brief.docx")
    assert refusal.letter_types == ("ablehnung", "beendigung")
    assert refusal.letter_type_origin == "configuration"
    assert settings.for_file("anderes/brief.docx") is settings


def test_an_option_beats_the_file_and_every_glob(project: Path) -> None:
    write(
        project / "klartext.toml",
        'profile = "leicht"\ngate = "fehler"\nselect = ["WO"]\nignore = ["WO14"]\n'
        '[per-file-profile]\n"*.docx" = "bescheid"\n[letter-types]\n"*.docx" = "absage"',
    )
    options = {"profile": "brief", "gate": "hinweis", "select": "SA,SZ01", "letter-type": "termin"}
    settings = load(project, options=options).for_file("brief.docx")
    assert (settings.profile, settings.gate) == ("brief", Severity.HINWEIS)
    assert (settings.letter_types, settings.letter_type_origin) == (("termin",), "option")
    assert [(item.text, item.layer) for item in settings.selectors] == [
        ("WO14", 0),
        ("SA", 1),
        ("SZ01", 1),
    ]
    assert settings.where("profile") == OPTION


@pytest.mark.parametrize(
    ("content", "line", "key", "near"),
    [
        ("\nprofil = 'brief'", 2, "profil", "profile"),
        ("min_index = 4", 1, "min_index", "min-index"),
        ("# profil\n[house]\n\nlaww = 'ao'", 4, "house.laww", "house.law"),
        ("house.laww = 'ao'", 1, "house.laww", "house.law"),
        ("house = {laww = 'ao'}", 1, "house.laww", "house.law"),
        ("[rule.SA01]\nwarnnung = 3", 2, "rule.SA01.warnnung", "rule.SA01.warnung"),
        ('x = """\nprofil = 1\n"""', 1, "x", ""),
        ("[placeholders]\npatterns = [\n 'a',\n]\n'type' = 3", 5, "placeholders.type", ""),
    ],
)
def test_an_unknown_key_is_told_with_its_line(
    project: Path, content: str, line: int, key: str, near: str
) -> None:
    write(project / "klartext.toml", content)
    error = refused(project)
    assert error.where == f"klartext.toml:{line}"
    assert f"„{key}“" in error.text
    assert f"„{near}“" in error.text or error.id == "E202" or key == "placeholders.type"


def test_keys_of_a_pyproject_are_told_without_the_table(project: Path) -> None:
    write(project / "pyproject.toml", "[project]\nname = 'x'\n[tool.klartext.house]\nlaww = 1")
    error = refused(project)
    assert str(error) == (
        "pyproject.toml:4: Den Schlüssel „house.laww“ kennt klartext nicht. "
        "Meinten Sie „house.law“? [E201]"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("profile = 'streng'", "brief, bescheid, leicht"),
        ("gate = 3", "hinweis, warnung, fehler, none"),
        ("include = 'vorlagen'", "Liste"),
        ("ignore = [1]", "Text"),
        ("house = 'NW'", "Tabelle"),
        ("severity.SA01 = 'schlimm'", "hinweis, warnung, fehler"),
        ("rule.SA01.warnung = 'viele'", "Zahl"),
        ("rule.SA01.warnung = true", "Zahl"),
        ("ignores.report-unused = 1", "true oder false"),
        ("extensions = ['docx']", "Punkt"),
        ("placeholders.patterns = ['(']", "Suchmuster"),
        ("placeholders.types.KdNr = 'nummer'", "reference"),
        ("letter-types.'*' = 'Absage'", "absage"),
        ("rule.SA01 = {warnung = 10, fehler = 5}", "„fehler“ darf nicht unter dem für „warnung“"),
    ],
)
def test_a_wrong_value_says_what_was_expected(project: Path, content: str, expected: str) -> None:
    write(project / "klartext.toml", content)
    error = refused(project)
    assert (error.id, error.where) == ("E203", "klartext.toml:1")
    assert expected in error.text


def test_an_option_with_a_wrong_value_has_no_file(project: Path) -> None:
    with pytest.raises(KlartextError) as caught:
        load(project, options={"letter-type": "quatsch"})
    assert (caught.value.id, caught.value.where) == ("E203", "")


@pytest.mark.parametrize("content", [b"profile = ", b"profile = '\xff'"])
def test_broken_toml_names_the_file(project: Path, content: bytes) -> None:
    (project / "klartext.toml").write_bytes(content)
    error = refused(project)
    assert (error.id, error.where) == ("E204", "klartext.toml")


def test_a_byte_order_mark_does_no_harm(project: Path) -> None:
    (project / "klartext.toml").write_bytes(b"\xef\xbb\xbfprofile = 'leicht'")
    assert load(project).profile == "leicht"


def test_the_index_cannot_be_asked_for_yet(project: Path) -> None:
    write(project / "klartext.toml", "min-index = 45")
    assert refused(project).id == "E210"


def test_the_baseline_is_known_but_told_to_do_nothing(project: Path) -> None:
    write(project / "klartext.toml", 'baseline = "alt.jsonl"')
    assert [notice.id for notice in load(project).notices] == ["N201"]


def test_extend_puts_the_other_file_underneath(project: Path) -> None:
    write(
        project / "klartext.toml",
        'profile = "leicht"\nignore = ["WO14"]\n[house]\nlaw = "ao"\nsender = "ich"',
    )
    write(
        project / "sub" / "klartext.toml",
        'extend = "../klartext.toml"\nignore = ["SA01"]\n[house]\nlaw = "sgb"',
    )
    settings = load(project / "sub")
    assert settings.profile == "leicht"
    assert [item.text for item in settings.selectors] == ["SA01"]
    assert (settings.house.law, settings.house.sender) == ("sgb", "ich")
    assert settings.root == project / "sub"
    assert settings.where("profile") == "klartext.toml:1"
    assert settings.where("house", "law") == "sub/klartext.toml:4"


def test_extend_in_a_circle_is_refused(project: Path) -> None:
    write(project / "a.toml", 'extend = "klartext.toml"')
    write(project / "klartext.toml", 'extend = "a.toml"')
    error = refused(project)
    assert (error.id, error.where) == ("E211", "a.toml:1")


def test_extend_of_a_missing_file_names_the_line(project: Path) -> None:
    write(project / "klartext.toml", '\nextend = "fehlt.toml"')
    error = refused(project)
    assert (error.id, error.where) == ("E209", "klartext.toml:2")
