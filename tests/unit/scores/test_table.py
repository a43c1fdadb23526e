import pytest

from klartext.letters.model import Understanding, Zone
from klartext.scores import scores_of, table, table_of
from klartext.scores.table import Reason, ScoreTable

from .building import count, parse

LETTER = (
    "Sie haben am 3. Mai 2026 einen Antrag auf eine Aufenthaltserlaubnis gestellt. Wir haben Ihre "
    "Unterlagen geprüft.",
    "Leider fehlen noch der Mietvertrag und ein Nachweis über die Krankenversicherung. Bitte "
    "schicken Sie uns beides bis zum 30. Juni 2026. Wenn Sie Fragen haben, rufen Sie uns an. Die "
    "Ausländerbehörde hilft Ihnen gern weiter, auch ohne Termin.",
)
FOREIGN = (
    "Please bring the following original papers tomorrow morning and remember the office closes "
    "early. Without these papers nobody finishes your application. Contact our staff today please. "
    "Thanks for waiting until every question gets answered by someone from our friendly office "
    "team, because nobody works there during holidays anyway.",
)


def _reasons(found: ScoreTable) -> set[Reason | None]:
    return {row.reason_id for row in found.rows}


def test_rows_have_value_band_and_direction() -> None:
    rows = {row.score.metric: row for row in table(parse(*LETTER), Understanding({}, ())).rows}
    assert len(rows) == 8
    for metric in ("amstad", "wstf1", "wstf2", "wstf3", "wstf4", "lix", "rix"):
        score = rows[metric].score
        assert score.value is not None
        assert score.band
        assert score.reason is None
        assert rows[metric].textstat is not None
    assert rows["amstad"].score.higher_is == "easier"
    assert rows["lix"].score.higher_is == "harder"


def test_our_value_and_that_of_textstat_are_near() -> None:
    for row in table(parse(*LETTER), Understanding({}, ())).rows:
        if row.score.value is not None and row.textstat is not None:
            scale = max(5.0, abs(row.score.value))
            assert abs(row.score.value - row.textstat) < 0.25 * scale, row.score.metric


def test_gsmog_needs_more_text() -> None:
    row = table_of(count(*LETTER)).rows[-1]
    assert row.score.metric == "gsmog"
    assert (row.score.value, row.reason_id) == (None, Reason.TOO_SHORT)
    assert row.score.reason == "Nur 6 Sätze. Für diese Formel braucht man mindestens 10."


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("Wir prüfen Ihren Antrag.",), "Nur 1 Satz. Für diese Formel braucht man mindestens 3."),
        (
            ("Wir prüfen Ihren Antrag. Sie hören von uns. Wir rufen Sie an.",),
            "Nur 12 Wörter ohne Zahlen und Namen. Für diese Formel braucht man mindestens 50.",
        ),
    ],
)
def test_short_letters_have_no_value(lines: tuple[str, ...], reason: str) -> None:
    score = scores_of(count(*lines))[0]
    assert (score.value, score.reason) == (None, reason)


def test_no_sentences() -> None:
    assert _reasons(table_of(count("| Name", "| Datum", "| Ort"))) == {Reason.NO_SENTENCES}


def test_too_many_placeholders() -> None:
    line = "Guten Tag {{name}}, wir haben {{nummer}} geprüft."
    assert _reasons(table_of(count(line))) == {Reason.TOO_MANY_PLACEHOLDERS}


def test_other_languages() -> None:
    assert _reasons(table_of(count(*FOREIGN))) <= {Reason.NOT_GERMAN, Reason.NO_SENTENCES}


def test_mandatory_text_has_rows_of_its_own() -> None:
    zone = Zone("Z1", 3, counted_apart=True)
    remedy = "Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch einlegen."
    with_remedy = table(parse(*LETTER, remedy), Understanding({}, (zone,)))
    without = table(parse(*LETTER), Understanding({}, ()))
    assert [row.score for row in with_remedy.rows] == [row.score for row in without.rows]
    assert {row.reason_id for row in with_remedy.mandatory_rows} == {Reason.TOO_SHORT}
    assert without.mandatory_rows == ()


def test_scores_without_textstat_are_the_same() -> None:
    counted = count(*LETTER)
    assert scores_of(counted) == tuple(row.score for row in table_of(counted).rows)
