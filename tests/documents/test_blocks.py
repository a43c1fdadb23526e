"""Tables, lists, headings, text boxes: kinds, labels and paths of blocks."""

from __future__ import annotations

import pytest

from klartext.documents.numbering import count_as
from tests.documents.builder import (
    alternatives,
    level,
    numbering,
    p,
    r,
    root,
    sdt,
    shape,
    style,
    styles,
    tbl,
    tc,
    text_box,
    tr,
    vml,
    word,
)
from tests.documents.helpers import kinds, letter, one, texts

# ------------------------------------------------------------------------------------------ tables


def test_nested_tables_in_document_order_with_paths() -> None:
    inner = tbl(tr("innen"))
    file = word("davor", tbl(tr("a", tc(p("b"), inner, p("c"))), tr("d")), "danach")
    assert [(block.text, block.path) for block in letter(file).blocks] == [
        ("davor", "Haupttext"),
        ("a", "Tabelle 1, Zeile 1, Spalte 1"),
        ("b", "Tabelle 1, Zeile 1, Spalte 2"),
        ("innen", "Tabelle 2, Zeile 1, Spalte 1"),
        ("c", "Tabelle 1, Zeile 1, Spalte 2"),
        ("d", "Tabelle 1, Zeile 2, Spalte 1"),
        ("danach", "Haupttext"),
    ]


def test_merged_cells() -> None:
    wide = tc("breit", pr='<w:gridSpan w:val="2"/>')
    top = tc("hoch", pr='<w:vMerge w:val="restart"/>')
    rest = tc(pr="<w:vMerge/>")
    file = word(tbl(tr(wide, "3"), tr(top, "2", "3"), tr(rest, "2b")))
    assert [(block.text, block.table) for block in letter(file).blocks] == [
        ("breit", (1, 1, 1)),
        ("3", (1, 1, 3)),
        ("hoch", (1, 2, 1)),
        ("2", (1, 2, 2)),
        ("3", (1, 2, 3)),
        ("2b", (1, 3, 2)),
    ]


@pytest.mark.parametrize("span", ["999999999", "9" * 5000, "-4", "x", ""])
def test_absurd_spans(span: str) -> None:
    assert texts(word(tbl(tr(tc("a", pr=f'<w:gridSpan w:val="{span}"/>'), "b")))) == ["a", "b"]


def test_rows_that_begin_later() -> None:
    file = word(tbl(tr("a", pr='<w:gridBefore w:val="2"/>')))
    assert one(file).table == (1, 1, 3)


# --------------------------------------------------------------------------------- lists, headings

LISTS = numbering(
    {
        "0": [
            level(0, "decimal", "%1."),
            level(1, "lowerLetter", "%2)"),
            level(2, "lowerRoman", "%1.%2.%3"),
        ],
        "1": [level(0, "bullet", "\uf0b7"), level(1, "bullet", "–")],
        "2": [level(0, "upperRoman", "%1", "<w:pStyle w:val='L'/>", start=4)],
        "3": [
            level(0, "upperLetter", "%1"),
            level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        ],
    },
    {
        "1": "0",
        "2": "1",
        "3": "2",
        "4": "3",
        "5": '0|<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>',
    },
)


def labels(*body: str) -> list[tuple[str, int]]:
    items = styles(style("L", ppr='<w:numPr><w:numId w:val="3"/></w:numPr>'), style("M", base="L"))
    file = word(*body).add("numbering", LISTS).add("styles", items)
    return [(block.label, block.level) for block in letter(file).blocks]


def test_labels_count_per_level_and_start_again() -> None:
    body = [p("x", num="1", level=depth) for depth in (0, 1, 1, 0, 1, 2, 2)]
    assert labels(*body) == [
        ("1.", 1),
        ("a)", 2),
        ("b)", 2),
        ("2.", 1),
        ("a)", 2),
        ("2.a.i", 3),
        ("2.a.ii", 3),
    ]


def test_bullets_legal_numbers_overrides_and_styles() -> None:
    assert labels(p("x", num="2"), p("x", num="2", level=1)) == [("•", 1), ("–", 2)]
    assert labels(p("x", num="4"), p("x", num="4", level=1)) == [("A", 1), ("1.1", 2)]
    assert labels(p("x", num="1"), p("x", num="5"), p("x", num="5")) == [
        ("1.", 1),
        ("7.", 1),
        ("8.", 1),
    ]
    assert labels(p("x", style="L"), p("x", style="M"), p("x", style="L", num="0")) == [
        ("IV", 1),
        ("V", 1),
        ("", 0),
    ]


def test_empty_items_count_as_word_counts_them() -> None:
    assert labels(p("x", num="1"), p(num="1"), p("x", num="1")) == [("1.", 1), ("3.", 1)]


def test_unknown_list_is_no_list() -> None:
    assert labels(p("x", num="99")) == [("", 0)]


@pytest.mark.parametrize(
    ("number", "format", "shown"),
    [
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (3, "decimalZero", "03"),
        (3, "ordinal", "3."),
        (3, "none", ""),
        (0, "upperLetter", "0"),
        (5000, "upperRoman", "5000"),
        (3, "hebrew1", "3"),
    ],
)
def test_number_formats(number: int, format: str, shown: str) -> None:
    assert count_as(number, format) == shown


def test_list_defined_by_a_numbering_style() -> None:
    xml = root(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="N"/></w:abstractNum>',
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "(%1)")}</w:abstractNum>',
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    )
    items = styles(style("N", kind="numbering", ppr='<w:numPr><w:numId w:val="2"/></w:numPr>'))
    file = word(p("a", num="1"), p("b", num="1")).add("numbering", xml).add("styles", items)
    assert [block.label for block in letter(file).blocks] == ["(1)", "(2)"]


def test_kinds_of_blocks() -> None:
    items = (
        style("H", name="heading 2"),
        style("T", name="Title"),
        style("O", ppr='<w:outlineLvl w:val="0"/>'),
        style("P", base="O", ppr='<w:outlineLvl w:val="9"/>'),
    )
    body = (
        p("Titel", style="T"),
        p("Gründe", style="H"),
        p("Eigene", style="O"),
        p("Text", style="P"),
        p("Direkt", ppr='<w:outlineLvl w:val="2"/>'),
        p("Punkt", num="1"),
        tbl(tr("Zelle")),
    )
    file = word(*body).add("styles", styles(*items)).add("numbering", LISTS)
    assert [(str(block.kind), block.level) for block in letter(file).blocks] == [
        ("ueberschrift", 1),
        ("ueberschrift", 2),
        ("ueberschrift", 1),
        ("absatz", 0),
        ("ueberschrift", 3),
        ("listenpunkt", 1),
        ("tabellenzelle", 0),
    ]


def test_empty_paragraphs_are_no_blocks() -> None:
    assert texts(word(p(), p(" "), p("\u00a0"), p("\u00ad"), "x")) == ["x"]


# -------------------------------------------------------------------------------------- text boxes


def test_text_box_comes_once_after_its_paragraph() -> None:
    box = alternatives(shape("im Kasten", "zweiter"), vml("im Kasten", "zweiter"))
    file = word(p("Text ", r(box), "weiter"), "danach")
    assert [(str(b.kind), b.text, b.path) for b in letter(file).blocks] == [
        ("absatz", "Text weiter", "Haupttext"),
        ("textfeld", "im Kasten", "Textfeld 1"),
        ("textfeld", "zweiter", "Textfeld 1"),
        ("absatz", "danach", "Haupttext"),
    ]
    anchor = letter(file).blocks[0].anchors[0]
    assert (anchor.offset, anchor.kind, anchor.name) == (5, "textbox", "1")


def test_choice_of_an_unknown_kind_is_not_read() -> None:
    box = alternatives(shape("neu"), vml("alt"), requires="am3d")
    assert kinds(word(p(r(box)))) == [("textfeld", "alt")]


def test_bare_vml_and_grouped_text_boxes() -> None:
    group = f"<w:pict><v:group><v:shape><v:textbox>{text_box('eins')}</v:textbox></v:shape>" + (
        f"<v:shape><v:textbox>{text_box('zwei')}</v:textbox></v:shape></v:group></w:pict>"
    )
    blocks = letter(word(p(r(vml("solo"))), p(r(group)))).blocks
    assert [(block.text, block.path) for block in blocks] == [
        ("solo", "Textfeld 1"),
        ("eins", "Textfeld 2"),
        ("zwei", "Textfeld 3"),
    ]


def test_table_and_control_inside_a_text_box() -> None:
    box = vml(tbl(tr("Zelle", pr="<w:cantSplit/>"), tr("weg", pr='<w:del w:id="1"/>')), sdt(p("K")))
    blocks = letter(word(p(r(box)))).blocks
    assert [(block.text, block.path) for block in blocks] == [
        ("Zelle", "Textfeld 1, Tabelle 1, Zeile 1, Spalte 1"),
        ("K", "Textfeld 1"),
    ]
