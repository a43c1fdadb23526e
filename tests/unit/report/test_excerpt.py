"""Quotations: cut to the width, carets exactly under the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartext.report.excerpt import Quote, quote
from klartext.report.terminal import columns
from klartext.types import TextRange

from .building import marks


def under_carets(quoted: Quote) -> str:
    """The signs of the line that stand above a caret, column by column."""
    column, found = 0, ""
    for sign in quoted.line:
        if "^" in quoted.carets[column : column + max(columns(sign), 1)]:
            found += sign
        column += columns(sign)
    return found


def test_carets_stand_under_every_part_of_a_discontinuous_mark() -> None:
    text = "Ihr Antrag wird vom Amt geprüft."
    quoted = quote(text, marks(text, "wird", "geprüft"), 80)
    assert quoted.line == text
    assert quoted.carets == " " * 11 + "^^^^" + " " * 9 + "^^^^^^^"


def test_a_mark_far_behind_is_kept_with_dots_between() -> None:
    text = "Ihr Antrag wird " + "nach langer und gründlicher Beratung " * 6 + "endlich geprüft."
    quoted = quote(text, marks(text, "wird", "geprüft"), 60)
    assert "wird" in quoted.line
    assert "geprüft" in quoted.line
    assert " … " in quoted.line
    assert columns(quoted.line) <= 60
    assert under_carets(quoted) == "wirdgeprüft"


def test_a_long_sentence_is_cut_around_the_mark_at_words() -> None:
    text = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
    quoted = quote(text, marks(text, "sieben"), 40)
    assert quoted.line.startswith("… ")
    assert quoted.line.endswith(" …")
    assert set(quoted.line.strip("… ").split()) <= set(text.split())
    assert under_carets(quoted) == "sieben"


def test_a_mark_longer_than_the_line_keeps_its_beginning() -> None:
    text = "Wort " * 40 + "Ende"
    quoted = quote(text, [TextRange(0, len(text))], 50)
    assert quoted.line.startswith("Wort Wort")
    assert quoted.line.endswith(" …")
    assert quoted.carets == "^" * columns(quoted.line)


def test_wide_and_combining_signs_keep_the_carets_in_place() -> None:
    text = "漢字 und e\u0301te\u0301 Lichtbilder"
    quoted = quote(text, marks(text, "Lichtbilder"), 80)
    assert quoted.carets == " " * 13 + "^" * 11
    wide = quote(text, marks(text, "漢字"), 80)
    assert wide.carets == "^^^^"


def test_a_combining_sign_alone_still_gets_a_caret() -> None:
    quoted = quote("ab\u0301c", [TextRange(2, 3)], 80)
    assert quoted.carets.count("^") == 1


def test_an_empty_mark_shows_where_something_is_missing() -> None:
    assert quote("Guten Tag", [TextRange(5, 5)], 80).carets == "     ^"
    assert quote("Guten Tag", [TextRange(9, 9)], 80).carets == " " * 9 + "^"


def test_no_character_of_a_letter_steers_the_terminal() -> None:
    text = "a\x1b[31m\n\tb\u202ec\u00adLichtbild"
    quoted = quote(text, marks(text, "Lichtbild"), 80)
    assert quoted.line == "a�[31m␊ b�cLichtbild"
    assert under_carets(quoted) == "Lichtbild"


def test_the_sentence_is_quoted_not_the_whole_block() -> None:
    text = "Erster Satz. Zweiter Satz. Dritter Satz."
    quoted = quote(text, marks(text, "Zweiter"), 80, sentence=TextRange(12, 26))
    assert quoted.line == "Zweiter Satz."


def test_marks_outside_of_the_sentence_widen_the_quotation() -> None:
    text = "Erster Satz. Zweiter Satz."
    quoted = quote(text, marks(text, "Erster", "Zweiter"), 80, sentence=TextRange(0, 12))
    assert under_carets(quoted) == "ErsterZweiter"


def test_placeholders_are_found_in_the_line_that_is_shown() -> None:
    text = "Antrag auf «Leistung» vom «Datum»"
    quoted = quote(text, marks(text, "Antrag"), 80, placeholders=marks(text, "«Datum»"))
    assert [place.of(quoted.line) for place in quoted.placeholders] == ["«Datum»"]


def test_ascii_consoles_get_signs_of_the_same_width() -> None:
    text = "„Lichtbilder“ für Ämter – bitte"
    quoted = quote(text, marks(text, "Ämter"), 80, encoding="ascii")
    assert quoted.line == '"Lichtbilder" fur Amter - bitte'
    assert under_carets(quoted) == "Amter"


@given(
    st.text("ab \n漢e\u0301ä", min_size=1, max_size=120),
    st.lists(st.integers(0, 120), min_size=2, max_size=6),
    st.integers(30, 80),
)
def test_every_mark_is_shown_and_no_line_is_too_wide(
    text: str, borders: list[int], width: int
) -> None:
    places = sorted({min(border, len(text)) for border in borders})
    ranges = [TextRange(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    quoted = quote(text, ranges, width)
    assert columns(quoted.carets) <= columns(quoted.line) + 1
    assert not ranges or "^" in quoted.carets
    words = [len(word) for word in text.split(" ")]
    if max(words) * 2 < width / (len(ranges) + 1) - 6:
        assert columns(quoted.line) <= width


@pytest.mark.parametrize("width", range(20, 100, 7))
def test_what_fits_is_quoted_whole(width: int) -> None:
    text = "x" * width
    assert quote(text, [TextRange(0, 1)], width).line == text
