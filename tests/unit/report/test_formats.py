"""Golden reports at 100 columns, plain and with colour."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from klartext.errors import KlartextError
from klartext.report import FORMATS, RenderOptions, render
from klartext.report.json_schema import SCHEMA_FILE, report_schema, shipped_text
from klartext.types import FileError, Severity

from .building import TITLES, letter, photos, report, sample

DAMAGED = FileError("alt/merkblatt.doc", "E104", "„merkblatt.doc“ hat das alte Format .doc.")


def lines(output: str) -> list[str]:
    """What a golden file keeps: a list of lines reads better than one long string."""
    return output.split("\n")


@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
@pytest.mark.parametrize("format", FORMATS)
def test_golden(format: str, color: bool, snapshot: Any) -> None:
    options = RenderOptions(color=color, titles=TITLES)
    assert lines(render(format, report(sample()), options)) == snapshot


def test_golden_of_several_letters(snapshot: Any) -> None:
    run = report(sample(), letter(path="vorlagen/leer.docx"), errors=[DAMAGED])
    assert lines(render("text", run, RenderOptions(titles=TITLES))) == snapshot


def test_golden_verbose(snapshot: Any) -> None:
    options = RenderOptions(titles=TITLES, verbose=True)
    assert lines(render("text", report(sample()), options)) == snapshot


def test_golden_on_a_cp1252_console(snapshot: Any) -> None:
    options = RenderOptions(titles=TITLES, encoding="cp1252")
    output = render("text", report(sample()), options)
    output.encode("cp1252")
    assert lines(output) == snapshot


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_format_fits_every_console(format: str, encoding: str) -> None:
    output = render(format, report(sample()), RenderOptions(encoding=encoding, titles=TITLES))
    output.encode(encoding)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    output = render("text", report(sample()), RenderOptions(width=width, titles=TITLES))
    assert max(map(len, output.splitlines())) <= width


def test_color_changes_nothing_but_color() -> None:
    plain = render("text", report(sample()), RenderOptions(titles=TITLES))
    colored = render("text", report(sample()), RenderOptions(titles=TITLES, color=True))
    assert _without_sgr(colored) == plain


def _without_sgr(text: str) -> str:
    import re

    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_quiet_shows_places_only() -> None:
    output = render("text", report(letter([photos()])), RenderOptions(quiet=True))
    assert "WO01" in output
    assert "Stelle" not in output
    assert "explain" not in output


def test_pointers_lead_only_to_commands_that_exist() -> None:
    run = report(letter([photos()]))
    assert "klartext fix" not in render("text", run, RenderOptions())
    both = RenderOptions(commands=frozenset({"fix"}))
    assert "1 Vorschlag ist sicher: klartext fix\n" in render("text", run, both)
    assert "explain" not in render("text", run, both)


def test_a_letter_without_findings_says_so() -> None:
    output = render("text", report(letter()), RenderOptions())
    assert output == "vorlagen/versagung.docx\n\nKeine Stelle gefunden.\n"


def test_concise_is_empty_without_findings() -> None:
    assert render("concise", report(letter()), RenderOptions()) == ""


def test_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(KlartextError, match="Möglich sind: text, concise, json") as caught:
        render("xml", report(), RenderOptions())
    assert caught.value.id == "E402"


def test_json_fits_the_schema_without_extra_fields() -> None:
    document = json.loads(render("json", report(sample(), errors=[DAMAGED]), RenderOptions()))
    jsonschema.validate(document, report_schema(closed=True))
    assert document["summary"] == {"fehler": 1, "warnung": 2, "hinweis": 1, "exit_code": 2}
    assert [item["rule"] for item in document["letters"][0]["findings"]] == [
        "WO01",
        "SA01",
        "SA08",
        "SZ01",
    ]


def test_schema_refuses_what_it_does_not_describe() -> None:
    document = json.loads(render("json", report(sample()), RenderOptions()))
    document["letters"][0]["findings"][0]["severity"] = "schlimm"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, report_schema())


def test_shipped_schema_is_current_and_valid() -> None:
    shipped = SCHEMA_FILE.read_text(encoding="utf-8")
    assert shipped == shipped_text(), "python -m klartext.report.json_schema"
    jsonschema.Draft202012Validator.check_schema(json.loads(shipped))


def test_json_knows_no_gate() -> None:
    document = json.loads(render("json", report(letter([photos()]), gate=None), RenderOptions()))
    assert (document["gate"], document["summary"]["exit_code"]) == ("none", 0)
    assert report(letter([photos()]), gate=Severity.FEHLER).exit_code == 0


def test_json_tells_the_exit_code_of_the_program() -> None:
    document = json.loads(render("json", report(letter()), RenderOptions(exit_code=2)))
    assert document["summary"]["exit_code"] == 2
