"""What formatting says: hidden, bold, marked, language."""

from __future__ import annotations

import pytest

from tests.documents.builder import (
    p,
    r,
    style,
    styles,
    tbl,
    tr,
    word,
)
from tests.documents.helpers import kinds, letter, notices, one, placeholders, texts

# ------------------------------------------------------------------------------------- hidden text

HIDDEN = "<w:vanish/>"


def test_direct_hidden_text_is_counted() -> None:
    file = word(p("sichtbar", r(" versteckt", rpr=HIDDEN), r(" auch", rpr=HIDDEN), "!"))
    assert texts(file) == ["sichtbar!"]
    message = "Eine Stelle ist als verborgener Text formatiert und wurde nicht geprüft."
    assert notices(file) == [("N102", message, 1)]


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_switched_off_hidden_is_visible(value: str) -> None:
    assert texts(word(p(r("da", rpr=f'<w:vanish w:val="{value}"/>')))) == ["da"]


def hidden_by(*items: str, defaults: str = "") -> list[str]:
    body = (
        p("A", r("B", rpr='<w:rStyle w:val="c"/>')),
        p("C", style="s"),
        p(r("D", rpr='<w:rStyle w:val="c"/><w:vanish w:val="0"/>')),
    )
    return texts(word(*body).add("styles", styles(*items, rpr=defaults)))


def test_hidden_through_styles_and_their_bases() -> None:
    base = style("b", kind="character", rpr=HIDDEN)
    assert hidden_by(base, style("c", kind="character", base="b")) == ["A", "C", "D"]
    parent = style("q", rpr=HIDDEN)
    assert hidden_by(parent, style("s", base="q")) == ["AB", "D"]
    assert hidden_by(parent, style("s", base="q", rpr='<w:vanish w:val="0"/>')) == ["AB", "C", "D"]
    assert hidden_by(defaults=HIDDEN) == ["D"]


def test_hidden_in_two_levels_of_styles_is_visible() -> None:
    run = r("A", rpr='<w:rStyle w:val="c"/>')
    items = (style("s", rpr=HIDDEN), style("c", kind="character", rpr=HIDDEN))
    assert texts(word(p(run, style="s")).add("styles", styles(*items))) == ["A"]


def test_hidden_through_a_table_style() -> None:
    file = word(tbl(tr("weg"), pr='<w:tblStyle w:val="g"/>'), "da")
    file.add("styles", styles(style("g", kind="table", rpr=HIDDEN)))
    assert texts(file) == ["da"]


def test_styles_in_a_circle_do_no_harm() -> None:
    items = (style("s", base="q"), style("q", base="s"))
    assert texts(word(p("A", style="s")).add("styles", styles(*items))) == ["A"]


# ---------------------------------------------------------------------------------------- language


def lang(tag: str) -> str:
    return f'<w:lang w:val="{tag}"/>'


def test_a_run_marked_as_english_is_protected() -> None:
    block = one(word(p("Bitte rufen Sie den ", r("Welcome Desk", rpr=lang("en-US")), " an.")))
    assert placeholders(block) == [("Welcome Desk", "foreign", "en-US", "foreign")]


def test_a_wrong_mark_on_german_words_is_ignored() -> None:
    block = one(word(p(r("Wir haben Ihren Antrag erhalten.", rpr=lang("en-US")))))
    assert block.placeholders == ()


def test_an_english_block_is_skipped_with_a_notice_but_counted() -> None:
    english = "Please send us your passport. We will check the form."
    file = word(p("Bitte warten Sie."), p(r(english, rpr=lang("en-GB"))), p("Vielen Dank."))
    blocks = letter(file).blocks
    assert [(block.index, block.text) for block in blocks] == [
        (1, "Bitte warten Sie."),
        (3, "Vielen Dank."),
    ]
    message = "Ein Absatz ist als Englisch gekennzeichnet und wurde nicht geprüft (Absatz 2)."
    assert notices(file) == [("N105", message, 1)]


def test_an_english_default_does_not_make_a_german_letter_english() -> None:
    file = word("Bescheid", "Frist Antrag Gebühr", "Kosten Ablehnung Bescheid Antrag")
    file.add("styles", styles(rpr=lang("en-US")))
    assert len(texts(file)) == 3
    assert notices(file) == []


def test_an_english_default_with_english_words_is_english() -> None:
    file = word("This is for you and your family.", "Das ist für Sie.")
    file.add("styles", styles(rpr=lang("en-US")))
    assert texts(file) == ["Das ist für Sie."]


# ----------------------------------------------------------------------------- bold, marked, style


def test_bold_marked_and_style() -> None:
    body = (
        p(r("Ganz fett ", rpr="<w:b/>"), r("hier", rpr="<w:b w:val='1'/>"), style="Text"),
        p(r("teils", rpr="<w:b/>"), "weise"),
        p("ein ", r("Platz", rpr='<w:highlight w:val="yellow"/>'), r("halter", rpr=MARKED)),
    )
    file = word(*body).add("styles", styles(style("Text", name="Fließtext")))
    blocks = letter(file).blocks
    assert [block.bold for block in blocks] == [True, False, False]
    assert blocks[0].style == "Fließtext"
    assert [span.of(blocks[2].text) for span in blocks[2].marked] == ["Platzhalter"]


MARKED = '<w:highlight w:val="green"/>'


def test_bold_through_style_and_back() -> None:
    items = (style("s", rpr="<w:b/>"), style("c", kind="character", rpr="<w:b/>"))
    body = (p("fett", style="s"), p(r("normal", rpr='<w:rStyle w:val="c"/>'), style="s"))
    blocks = letter(word(*body).add("styles", styles(*items))).blocks
    assert [block.bold for block in blocks] == [True, False]


def test_an_unknown_style_is_no_error() -> None:
    assert kinds(word(p(r("A", rpr='<w:rStyle w:val="x"/>'), style="y"))) == [("absatz", "A")]
