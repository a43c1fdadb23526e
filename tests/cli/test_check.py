"""``klartext check``: configuration, names, streams and formats."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from klartext.cli import console
from klartext.cli.letters import shown_name

from .conftest import Result, WordChecker

Run = Callable[..., Result]


def test_standard_input_has_a_name_if_given(run: Run) -> None:
    result = run("check", "-", "-f", "concise", stdin=b"Ein Fehler.")
    assert (result.code, result.out) == (1, "-:1:5: SA01 fehler Hier steht fehler.\n")
    named = run("check", "-", "--stdin-name", "a/b.txt", "-f", "concise", stdin=b"Ein Fehler.")
    assert named.out.startswith("a/b.txt:1:5: ")


def test_each_file_is_judged_by_the_configuration_of_its_folder(run: Run, office: Path) -> None:
    (office / "leicht").mkdir()
    (office / "leicht" / "klartext.toml").write_text('profile = "leicht"')
    (office / "leicht" / "a.txt").write_text("gut")
    (office / "leicht" / "b.txt").write_text("gut")
    result = run("check", "gut.txt", "leicht/a.txt", "leicht/b.txt", "-f", "json")
    letters = json.loads(result.out)["letters"]
    assert [(letter["path"], letter["profile"]) for letter in letters] == [
        ("gut.txt", "brief"),
        ("a.txt", "leicht"),
        ("b.txt", "leicht"),
    ]
    assert len(WordChecker.made) == 2


def test_options_reach_the_settings(run: Run) -> None:
    words = "--profile leicht --gate fehler --select SA,WO01 --ignore SA01 --extend-select SZ01"
    run("check", "gut.txt", *words.split(), "--parts", "body,tables", "--letter-type", "absage")
    settings = WordChecker.made[-1]
    assert (settings.profile, str(settings.gate), settings.parts) == (
        "leicht",
        "fehler",
        ("body", "tables"),
    )
    assert [(item.text, item.action) for item in settings.selectors] == [
        ("SA", "select"),
        ("WO01", "select"),
        ("SZ01", "select"),
        ("SA01", "ignore"),
    ]
    assert settings.letter_types == ("absage",)


def test_no_config_reads_no_file(run: Run, office: Path) -> None:
    (office / "klartext.toml").write_text("quatsch = 1")
    assert run("check", "gut.txt").code == 2
    assert run("check", "gut.txt", "--no-config").code == 0


def test_a_slip_in_the_configuration_is_told_with_its_place(run: Run, office: Path) -> None:
    (office / "klartext.toml").write_text("\nprofil = 1")
    result = run("check", "gut.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "Fehler: klartext.toml:2: Den Schlüssel „profil“ kennt klartext nicht. "
        "Meinten Sie „profile“? [E201]\n"
    )


def test_several_formats_one_on_the_screen(run: Run, office: Path) -> None:
    (office / "aus").mkdir()
    result = run("check", "fehler.txt", "-f", "concise", "-f", "json:aus/b.json", "-f", "text:c")
    assert result.out.startswith("fehler.txt:1:9: SA01")
    assert json.loads((office / "aus" / "b.json").read_text("utf-8"))["summary"]["fehler"] == 1
    assert "✖ SA01" in (office / "c").read_text("utf-8")
    assert sorted(path.name for path in (office / "aus").iterdir()) == ["b.json"]


def test_a_file_that_cannot_be_written_is_an_error(run: Run) -> None:
    result = run("check", "gut.txt", "-f", "json:gibt/es/nicht.json")
    assert result.code == 2
    assert "[E401]" in result.err


def test_an_old_report_survives_a_failed_write(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    (office / "b.json").write_text("alt")
    monkeypatch.setattr(Path, "replace", full)
    assert run("check", "gut.txt", "-f", "json:b.json").code == 2
    assert (office / "b.json").read_text() == "alt"
    assert not list(office.glob(".b.json.*"))


def test_color_only_where_it_is_wanted(run: Run, office: Path) -> None:
    assert "\x1b[" not in run("check", "fehler.txt").out
    colored = run("check", "fehler.txt", "--color", "always", "-f", "text", "-f", "text:c")
    assert "\x1b[1;31m✖ SA01" in colored.out
    assert "\x1b[" not in (office / "c").read_text("utf-8")


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "expected"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_option_beats_no_color_beats_force_color_beats_terminal(
    choice: str, terminal: bool, environ: dict[str, str], expected: bool
) -> None:
    class Stream:
        def isatty(self) -> bool:
            return terminal

    assert console.wants_color(choice, Stream(), environ) is expected  # type: ignore[arg-type]


def test_width_is_that_of_the_terminal_and_at_most_100(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        def __init__(self, terminal: bool) -> None:
            self.isatty = lambda: terminal

    for columns, expected in ((60, 60), (300, 100)):
        size = os.terminal_size((columns, 24))
        monkeypatch.setattr("shutil.get_terminal_size", lambda _fallback, s=size: s)
        assert console.width_of(Stream(True)) == expected  # type: ignore[arg-type]
        assert console.width_of(Stream(False)) == 100  # type: ignore[arg-type]


def test_notices_about_the_configuration_go_to_stderr(run: Run, office: Path) -> None:
    (office / "klartext.toml").write_text('baseline = "alt.jsonl"')
    result = run("check", "gut.txt")
    assert "baseline" in result.err
    assert "[N201]" in result.err
    assert run("check", "gut.txt", "-q").err == ""


def test_names_are_never_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work, root = tmp_path / "work", tmp_path / "root"
    (root / "vorlagen").mkdir(parents=True)
    work.mkdir()
    monkeypatch.chdir(work)
    assert shown_name(root / "vorlagen" / "a.docx", root) == "vorlagen/a.docx"
    assert shown_name(Path("a.docx"), root) == "a.docx"
    assert shown_name(tmp_path / "woanders" / "a.docx", root) == "a.docx"


def test_the_same_file_twice_is_checked_once(run: Run) -> None:
    assert len(json.loads(run("check", "gut.txt", "gut.txt", "-f", "json").out)["letters"]) == 1


def test_links_that_point_at_each_other_stop_no_batch(run: Run, office: Path) -> None:
    (office / "a.txt").symlink_to("b.txt")
    (office / "b.txt").symlink_to("a.txt")
    result = run("check", "a.txt", "gut.txt")
    assert result.code == 2
    assert result.err.startswith("Fehler: Die Datei „a.txt“")
    assert "Insgesamt 1 Brief." in result.out
