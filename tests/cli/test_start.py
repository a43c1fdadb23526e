"""Start-up, help and the German of click."""

from __future__ import annotations

import ast
import gettext
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import klartext
from klartext.cli import catalogue

from .conftest import Result

Run = Callable[..., Result]
HEAVY = ("spacy", "textstat", "docx", "lxml", "jinja2", "numpy", "pydantic")


def python(code: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    source = str(Path(klartext.__file__).parents[1])
    environment = os.environ | {"PYTHONPATH": source} | environ
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=False
    )


@pytest.mark.parametrize("words", [["--help"], [], ["--version"], ["check", "--help"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    result = python(
        f"import sys; from klartext.cli import main; main({words!r}); "
        f"sys.exit(str(sorted(set({HEAVY!r}) & set(sys.modules)) or ''))"
    )
    assert result.stderr.strip() == b""
    assert result.stdout


def test_help_imports_no_command() -> None:
    result = python(
        "import sys; from klartext.cli import main; main(['--help']); "
        "print(sorted(name for name in sys.modules if name.startswith('klartext')))"
    )
    assert result.stdout.decode().splitlines()[-1] == str(
        [
            "klartext",
            "klartext.cli",
            "klartext.cli.console",
            "klartext.cli.group",
            "klartext.errors",
            "klartext.texts",
        ]
    )


@pytest.mark.skipif(os.name == "nt", reason="processor time of children")
def test_help_is_quick() -> None:
    bare = min(processor_time("pass") for _ in range(5))
    shown = min(processor_time("from klartext.cli import main; main(['--help'])") for _ in range(5))
    assert shown - bare < 0.1


def processor_time(code: str) -> float:
    """Seconds of processor time; wall-clock time would measure the other jobs as well."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    python(code)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("language", ["", "C", "en_US.UTF-8", "fr_FR.UTF-8"])
def test_help_is_german_whatever_the_system_speaks(language: str) -> None:
    result = python(
        "from klartext.cli import main; main(['check', '--help'])", LANG=language, LC_ALL=language
    )
    shown = result.stdout.decode()
    assert shown.startswith("Aufruf: klartext check [OPTIONEN] DATEI …")
    assert "Optionen:" in shown
    assert not re.search(r"Usage|Options|Show this|default:", shown)


def test_importing_the_library_leaves_gettext_alone() -> None:
    result = python("import gettext, klartext, klartext.report; print(gettext.textdomain())")
    assert result.stdout.strip() == b"messages"


def test_without_a_command_four_lines(run: Run) -> None:
    result = run()
    assert result.code == 0
    assert len(result.out.splitlines()) == 4
    for command in re.findall(r"klartext (\w+)", result.out):
        assert run(command, "--help").code == 0


def test_an_unknown_command_gets_the_nearest_one(run: Run) -> None:
    assert "Den Befehl „chekc“ gibt es nicht. Meinten Sie „check“?" in run("chekc").err
    assert "Meinten Sie" not in run("xyzxyz").err


def test_an_unknown_option_is_german(run: Run) -> None:
    assert "Fehler: Die Option „--qwertz“ gibt es nicht." in run("check", "--qwertz", "x").err


def messages_of_click() -> Iterator[tuple[str, str | None]]:
    """Every message id in the source of the installed click, with its plural."""
    for file in sorted(Path(click.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in ("_", "gettext") and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value), None
            elif node.func.id in ("_n", "ngettext"):
                one, several = (ast.literal_eval(argument) for argument in node.args[:2])
                yield one, several


def test_every_message_of_click_is_translated() -> None:
    messages = set(messages_of_click())
    assert len(messages) > 60
    with catalogue.COMPILED.open("rb") as file:
        german = gettext.GNUTranslations(file)
    known = catalogue.parse(catalogue.SOURCE.read_text("utf-8"))
    missing = [
        one
        for one, several in messages
        if not any(key.split("\0")[0] == one for key in known)
        or (several and german.ngettext(one, several, 2) == several)
    ]
    assert not missing


def test_translations_use_only_values_of_the_original() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)", text)) | set(re.findall(r"%\((\w+)\)", text))

    for original, translation in catalogue.parse(catalogue.SOURCE.read_text("utf-8")).items():
        if original:
            assert names(translation) <= names(original), original


def test_the_compiled_catalogue_is_current() -> None:
    entries = catalogue.parse(catalogue.SOURCE.read_text("utf-8"))
    assert catalogue.COMPILED.read_bytes() == catalogue.compiled(entries), (
        "python -m klartext.cli.catalogue"
    )


def test_a_stray_line_in_the_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="quatsch"):
        catalogue.parse('msgid "a"\nquatsch "b"\n')


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "latin-1"])
def test_a_console_without_utf8_does_not_crash(encoding: str) -> None:
    result = python(
        "from klartext.cli import main; "
        "raise SystemExit(main(['rules']) or main(['explain', 'SA01']) or main(['--help']))",
        PYTHONIOENCODING=encoding,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    result.stdout.decode(encoding)


def test_pipes_get_utf8() -> None:
    result = python(
        "from klartext.cli import main; main(['check', '--help'])",
        PYTHONUTF8="0",
        LC_ALL="C",
        PYTHONCOERCECLOCALE="0",
    )
    assert "Prüft einzelne Briefe" in result.stdout.decode("utf-8")
