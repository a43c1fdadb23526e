"""Every row of the table of units."""

import pytest

from klartext.letters.model import Section, Understanding, Zone
from klartext.scores.counts import COUNTS_VERSION, Counts, LetterCounts, count_letter
from klartext.types import TextRange

from .building import count, parse


def _lengths(counted: LetterCounts) -> list[int]:
    return [unit.length for unit in counted.units]


def test_a_citation_or_date_ends_no_unit() -> None:
    sentence = (
        "Gemäß § 5 Abs. 1 Nr. 2 AufenthG i. V. m. § 82 Abs. 1 S. 1 AufenthG wird Ihr Antrag "
        "vom 12.03.2024 abgelehnt."
    )
    counted = count(sentence)
    assert _lengths(counted) == [26]
    assert counted.letter.shaped == 11  # six easy words of the citation only lengthen it
    assert counted.letter.citations == 1
    assert counted.units.units[0].rule_length == 8


def test_paragraph_marks_inside_a_sentence_end_nothing() -> None:
    whole = count("Wir haben Ihren Antrag vom Mai geprüft und lehnen ihn ab.")
    for cut in (
        ("Wir haben Ihren Antrag", "vom Mai geprüft und lehnen ihn ab."),
        ("Wir haben Ihren", "Antrag vom Mai geprüft und lehnen ihn ab."),
        ("Wir haben Ihren Antrag vom Mai geprüft", "und lehnen ihn ab."),
        ("Wir", "haben Ihren Antrag vom Mai geprüft und lehnen ihn", "ab."),
    ):
        assert count(*cut).letter == whole.letter, cut


def test_paragraph_with_a_verb_ends_before_a_capital() -> None:
    assert _lengths(count("Wir prüfen Ihren Antrag", "Sie hören bald von uns")) == [4, 5]


def test_paragraph_ending_in_a_comma_goes_on() -> None:
    assert _lengths(count("Wenn Sie umziehen,", "Frau Klein, dann rufen Sie an.")) == [9]


def test_line_break_and_tab_end_nothing() -> None:
    assert _lengths(count("Wir prüfen\nIhren\tAntrag bald.")) == [5]


def test_colon_starts_a_unit_before_a_sentence() -> None:
    assert _lengths(count("Wir teilen Ihnen mit: Der Antrag ist abgelehnt.")) == [4, 4]
    assert _lengths(count("Bitte bringen Sie Folgendes mit: Pass, Foto.")) == [7]
    assert _lengths(count("Hinweis: Bitte bringen Sie Ihren Pass mit.")) == [7]


def test_semicolon_dash_and_brackets_end_nothing() -> None:
    assert _lengths(count("Wir prüfen den Antrag; Sie warten bitte.")) == [7]
    assert _lengths(count("Wir prüfen den Antrag – bitte warten Sie (etwa zwei Wochen).")) == [10]


def test_short_heading_is_no_sentence() -> None:
    counted = count("# Ihr Antrag auf Wohngeld", "Wir prüfen Ihren Antrag.")
    assert (counted.letter.headings, _lengths(counted)) == (1, [4])


@pytest.mark.parametrize(
    "heading",
    [
        "# Ihr Antrag ist abgelehnt",
        "# Ihr Antrag auf Erteilung der Erlaubnis zum Aufenthalt in Bayern",
    ],
)
def test_heading_with_verb_or_many_words_is_a_sentence(heading: str) -> None:
    counted = count(heading, "Wir prüfen Ihren Antrag.")
    assert counted.letter.headings == 0
    assert counted.letter.sentences == 2


def test_subject_line_is_a_heading() -> None:
    counted = count("Ihr Antrag", "Wir prüfen ihn.", sections={1: Section.BETREFF})
    assert (counted.letter.headings, _lengths(counted)) == (1, [3])


def test_short_line_between_sentences_is_a_heading() -> None:
    counted = count("Wir prüfen Ihren Antrag.", "Fehlende Unterlagen", "Sie hören von uns.")
    assert (counted.letter.headings, _lengths(counted)) == (1, [4, 4])


def test_lines_after_a_colon_are_items_without_bullets() -> None:
    counted = count(
        "Sie erreichen uns zu diesen Zeiten:",
        "Montag bis Freitag von 8 bis 12 Uhr",
        "Samstag von 9 bis 11 Uhr",
        "Der Termin ist wichtig.",
    )
    assert _lengths(counted) == [6 + 8, 4]
    assert counted.letter.words == 6 + 8 + 6 + 4


def test_fragment_joins_the_unit_before_it() -> None:
    assert _lengths(count("Wir bitten. Um Vorlage.")) == [4]


def test_fragment_paragraph_joins_the_next_one() -> None:
    assert _lengths(count("Vielen Dank.", "Wir prüfen Ihren Antrag.")) == [6]


def test_fragment_at_the_end_joins_the_last_unit() -> None:
    assert _lengths(count("Wir prüfen Ihren Antrag.", "Vielen Dank.")) == [6]


@pytest.mark.parametrize(
    "section", [Section.ANSCHRIFT, Section.ANREDE, Section.GRUSS, Section.UNTERSCHRIFT]
)
def test_frame_of_the_letter_is_not_counted(section: Section) -> None:
    counted = count("Wir prüfen Ihren Antrag.", "Wir grüßen Sie herzlich.", sections={2: section})
    assert _lengths(counted) == [4]
    assert counted.units.not_scored == (2,)


def test_header_is_not_counted() -> None:
    assert _lengths(count("^ Wir sind für Sie da.", "Wir prüfen Ihren Antrag.")) == [4]


def test_cell_counts_only_with_a_finite_verb() -> None:
    counted = count("| Ihr Pass ist abgelaufen.", "| Reisepass", "Wir prüfen Ihren Antrag.")
    assert _lengths(counted) == [4, 4]
    assert counted.units.not_scored == (2,)


def test_label_without_verb_is_not_scored() -> None:
    counted = count("Zimmer: 12, Erdgeschoss", "Wir prüfen Ihren Antrag.")
    assert (_lengths(counted), counted.units.not_scored) == ([4], (1,))


def test_items_without_verb_continue_the_sentence_before() -> None:
    counted = count(
        "Bitte bringen Sie diese Unterlagen mit:",
        "- Ihren Pass",
        "- zwei Fotos von guter Qualität",
        "- den Mietvertrag",
        "Wir warten auf Sie.",
    )
    assert _lengths(counted) == [6 + 5, 4]
    assert counted.letter.words == 6 + 2 + 5 + 2 + 4
    assert counted.units.units[0].blocks == (1, 2, 3, 4)


def test_items_with_verb_are_sentences() -> None:
    counted = count(
        "Dafür gelten zwei Regeln:", "- Der Pass muss gültig sein.", "- Fotos sind Pflicht."
    )
    assert _lengths(counted) == [4, 5, 3]


def test_list_without_any_verb_is_not_scored() -> None:
    counted = count("# Unterlagen", "- Pass", "- Foto", "Wir prüfen Ihren Antrag.")
    assert (_lengths(counted), counted.units.not_scored) == ([4], (2, 3))


def test_text_placeholder_ends_a_unit() -> None:
    assert _lengths(count("Wir lehnen Ihren Antrag ab: {{reason}} Sie können uns anrufen.")) == [
        5,
        4,
    ]


def test_mandatory_text_is_counted_apart() -> None:
    zone = Zone("Z1", 2, counted_apart=True)
    counted = count("Wir lehnen den Antrag ab.", "Sie können Widerspruch einlegen.", zones=[zone])
    assert counted.letter.words == 5
    assert counted.letter.mandatory_words == counted.mandatory.words == 4
    assert counted.total.words == 9
    assert counted.total.mandatory_words == 4


def test_zone_that_is_not_mandatory_stays_in_the_letter() -> None:
    zone = Zone("Z2", 1, TextRange(0, 25), by_pattern=True)
    assert count("Wir lehnen den Antrag ab.", zones=[zone]).letter.words == 5


def test_foreign_paragraph_is_not_counted() -> None:
    counted = count("Please call us today.", "Wir prüfen es.", zones=[Zone("Z13", 1)])
    assert counted.units.not_scored == (1,)


def test_footnotes_do_not_join_the_body() -> None:
    assert _lengths(count("Wir prüfen Ihren Antrag", "° und wir antworten bald")) == [4, 4]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Wir prüfen Ihren Antrag.", 1),
        ("Wenn Sie kommen, bringen Sie Ihren Pass mit.", 2),
        ("Wir bitten Sie, den Antrag vollständig auszufüllen.", 2),
        ("Die Unterlagen sind vorzulegen.", 1),
    ],
)
def test_clauses(text: str, clauses: int) -> None:
    assert count(text).letter.clauses == clauses


def test_counts_add_up() -> None:
    one, two = "Wir prüfen Ihren Antrag vom 3. Mai.", "Sie hören bald von uns."
    assert count(one).letter + count(two).letter == count(one, two).letter
    assert Counts() + count(one).letter == count(one).letter


def test_long_forms_can_be_given() -> None:
    letter = parse("Wir kommen u. U. später.")
    given = count_letter(letter, Understanding({}, ()), {"u.U.": "ganz vielleicht doch"})
    assert given.letter.words == 6


def test_version_of_counting() -> None:
    assert COUNTS_VERSION == 1
