import json

from klartext.report.options import RenderOptions
from klartext.report.scores import FileScores, render_json, render_text
from klartext.scores.counts import Counts
from klartext.scores.table import Reason, ScoreRow, ScoreTable
from klartext.types import FileError, Score

COUNTS = Counts(words=120, shaped=100, sentences=10)
ROWS = (
    ScoreRow(Score("amstad", -3.25, "easier", "sehr schwer"), "Amstad", "Zeitungen", None, 41.96),
    ScoreRow(Score("lix", 47.04, "harder", "mittel"), "LIX", "Zeitungen"),
    ScoreRow(Score("gsmog", None, "harder", None, "Nur 5 Sätze."), "gSMOG", "x", Reason.TOO_SHORT),
)
TABLE = ScoreTable(ROWS, (), COUNTS, Counts(), (1, 4))


def test_text() -> None:
    output = render_text([FileScores("briefe/ablehnung.docx", TABLE)], RenderOptions())
    lines = output.splitlines()
    assert lines[0] == "briefe/ablehnung.docx"
    assert "Brief ohne Pflichttexte: 10 Sätze, 120 Wörter" in lines
    amstad = next(line for line in lines if "Amstad" in line)
    assert amstad.split() == [
        "Amstad",
        "unter",
        "0",
        "42,0",
        "sehr",
        "schwer",
        "höher",
        "=",
        "leichter",
    ]
    lix = next(line for line in lines if "LIX" in line)
    assert lix.split() == ["LIX", "47,0", "–", "mittel", "höher", "=", "schwerer"]
    assert any("gSMOG" in line and "Nur 5 Sätze." in line for line in lines)
    assert any(line.startswith("Nicht mitgezählt: 2 Absätze") for line in lines)
    assert output.endswith("\n")


def test_every_row_says_its_direction() -> None:
    output = render_text([FileScores("a.docx", TABLE)], RenderOptions())
    assert output.count("höher = ") == len(ROWS)


def test_mandatory_text_has_a_table_of_its_own() -> None:
    table = ScoreTable(ROWS, ROWS, COUNTS, Counts(words=40, sentences=3), ())
    output = render_text([FileScores("a.docx", table)], RenderOptions())
    assert "3 Sätze, 40 Wörter" in output
    assert output.count("Amstad") == 2


def test_a_reason_that_holds_for_all_rows_stands_once() -> None:
    table = ScoreTable((ROWS[2], ROWS[2]), (), COUNTS, Counts(), ())
    output = render_text([FileScores("a.docx", table)], RenderOptions())
    assert output.count("Nur 5 Sätze.") == 1


def test_file_name_cannot_steer_the_terminal() -> None:
    output = render_text([FileScores("a\x1b[31m.docx", TABLE)], RenderOptions())
    assert "\x1b" not in output


def test_old_consoles_get_signs_they_can_show() -> None:
    output = render_text([FileScores("a.docx", TABLE)], RenderOptions(encoding="ascii"))
    output.encode("ascii")


def test_no_files_no_text() -> None:
    assert render_text([], RenderOptions()) == ""


def test_json() -> None:
    error = FileError("b.docx", "E101", "Die Datei fehlt.")
    document = json.loads(render_json([FileScores("a.docx", TABLE)], [error], {"counts": "1"}))
    assert document["schema"] == "klartext-scores/1"
    assert document["versions"] == {"counts": "1"}
    assert document["errors"] == [{"path": "b.docx", "id": "E101", "message": "Die Datei fehlt."}]
    (file,) = document["files"]
    assert file["not_scored"] == [1, 4]
    amstad, lix, gsmog = file["scores"]
    assert amstad["value"] == -3.25
    assert amstad["basis"]["words"] == 120
    assert amstad["textstat"] == 41.96
    assert (lix["textstat"], lix["higher_is"], lix["band"]) == (None, "harder", "mittel")
    assert (gsmog["value"], gsmog["reason"]) == (None, "zu_kurz")
    assert gsmog["reason_text"] == "Nur 5 Sätze."
    assert {score["version"] for score in file["scores"]} == {1}
