"""Notes, headers and footers, pictures and objects, building blocks, choice of parts."""

from __future__ import annotations

import pytest

from tests.documents.builder import (
    Word,
    alternatives,
    field_of,
    note,
    p,
    picture,
    r,
    root,
    tag,
    tbl,
    tr,
    vml,
    word,
)
from tests.documents.helpers import full, kinds, letter, notices, one, texts

# ------------------------------------------------------------------------------------------- notes


def test_notes_follow_the_body_in_the_order_of_their_marks() -> None:
    body = (
        p("eins", note("footnote", 7), " zwei", note("footnote", 3)),
        p("drei", note("endnote", 2)),
    )
    file = word(*body).notes("footnote", {3: "dritte", 7: "siebte", 9: "nie gerufen"})
    file.notes("endnote", {2: "Ende"})
    assert [(str(b.kind), b.text, b.path) for b in letter(file).blocks] == [
        ("absatz", "eins zwei", "Haupttext"),
        ("absatz", "drei", "Haupttext"),
        ("fussnote", "siebte", "Fußnote 1"),
        ("fussnote", "dritte", "Fußnote 2"),
        ("endnote", "Ende", "Endnote 1"),
    ]
    anchors = letter(file).blocks[0].anchors
    assert [(item.offset, item.kind, item.name) for item in anchors] == [
        (4, "footnote", "1"),
        (9, "footnote", "2"),
    ]


# ---------------------------------------------------------------------------------- header, footer


def test_headers_in_force() -> None:
    file = word("Text").header("Kopf").header("Fuß", kind="footer").header("erste", page="first")
    file.header("gerade", page="even").header("", page="first", kind="footer")
    assert kinds(file) == [("absatz", "Text"), ("kopfzeile", "Kopf"), ("fusszeile", "Fuß")]
    assert notices(file) == [
        ("N111", "Die Kopfzeile der ersten Seite ist abgeschaltet und wurde nicht geprüft.", 1),
        ("N111", "Die Kopfzeile für gerade Seiten ist abgeschaltet und wurde nicht geprüft.", 1),
    ]
    file.section += "<w:titlePg/>"
    file.add("settings", root("settings", "<w:evenAndOddHeaders/>"))
    assert [(block.text, block.path) for block in letter(file).blocks][1:] == [
        ("Kopf", "Kopfzeile"),
        ("erste", "Kopfzeile der ersten Seite"),
        ("gerade", "Kopfzeile für gerade Seiten"),
        ("Fuß", "Fußzeile"),
    ]
    assert notices(file) == []


def test_a_header_shared_by_sections_comes_once() -> None:
    file = word().header("Kopf")
    section = f"<w:sectPr>{file.section}</w:sectPr>"
    file.body = (p("eins", ppr=section), p("zwei", ppr="<w:sectPr/>"), "drei")
    assert texts(file) == ["eins", "zwei", "drei", "Kopf"]


def test_a_section_inherits_the_first_page_header_of_the_one_before() -> None:
    file = word().header("erste", page="first")
    before = f"<w:sectPr>{file.section}</w:sectPr>"
    file.section = "<w:titlePg/>"
    file.body = (p("eins", ppr=before), "zwei")
    assert texts(file) == ["eins", "zwei", "erste"]


def test_tables_and_text_boxes_in_headers_stay_header() -> None:
    file = word("x").header(tbl(tr("Amt")), p(r(vml("Wappen"))))
    assert [(str(b.kind), b.text, b.path) for b in letter(file).blocks][1:] == [
        ("kopfzeile", "Amt", "Kopfzeile, Tabelle 1, Zeile 1, Spalte 1"),
        ("kopfzeile", "Wappen", "Kopfzeile, Textfeld 1"),
    ]
    assert texts(file, parts=frozenset({"headers"})) == ["Amt"]


# ----------------------------------------------------------------------- pictures, objects, chunks


def test_pictures_without_description_are_counted() -> None:
    file = word(p("a ", r(picture())), p(r(picture())), "b").header(p(r(picture())), "Kopf")
    assert texts(file)[0] == "a \ufffc"
    message = "3 Bilder ohne Alternativtext wurden nicht gelesen (Absatz 1, Absatz 2, Kopfzeile)."
    assert notices(file) == [("N101", message, 3)]


def test_decorative_and_described_pictures_are_fine() -> None:
    uri = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    extra = f'<a:extLst><a:ext><x:decorative xmlns:x="{uri}" val="1"/></a:ext></a:extLst>'
    file = word(p("a", r(picture(extra=extra))), p("b", r(picture("Ein Weg zum Amt"))))
    assert notices(file) == []
    assert kinds(file) == [("absatz", "a\ufffc"), ("absatz", "b\ufffc")]
    blocks = full(file).blocks
    assert [(str(b.kind), b.text, b.path) for b in blocks][2:] == [
        ("alternativtext", "Ein Weg zum Amt", "Haupttext, Alternativtext"),
    ]


def test_floating_pictures_leave_no_sign() -> None:
    assert texts(word(p("a", r(picture(place="anchor")), "b"))) == ["ab"]


@pytest.mark.parametrize(
    ("xml", "name"),
    [
        (
            '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/><v:shape><v:imagedata/></v:shape>'
            "</w:object>",
            "Excel",
        ),
        ("<w:drawing><wp:inline><c:chart/></wp:inline></w:drawing>", "Diagramm"),
        ("<w:drawing><wp:inline><dgm:relIds/></wp:inline></w:drawing>", "SmartArt"),
        ('<w:pict><v:shape><v:textpath string="Amt"/></v:shape></w:pict>', "WordArt"),
    ],
)
def test_objects_are_counted(xml: str, name: str) -> None:
    file = word(p("a ", r(xml), " b"))
    assert texts(file) == ["a \ufffc b"]
    message = f"Ein eingebettetes Objekt ({name}) wurde nicht gelesen (Absatz 1)."
    assert notices(file) == [("N109", message, 1)]


def test_equations_are_counted() -> None:
    inner = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    file = word(p("Summe ", inner, "."), f"<m:oMathPara>{inner}</m:oMathPara>")
    assert texts(file) == ["Summe \ufffc."]
    message = "2 Formeln wurden nicht gelesen (Absatz 1)."
    assert notices(file) == [("N101", message, 2)]


def test_inserted_documents_are_counted() -> None:
    file = word("a", '<w:altChunk r:id="x"/>', p("b", '<w:subDoc r:id="y"/>'))
    assert texts(file) == ["a", "b"]
    assert [(item[0], item[2]) for item in notices(file)] == [("N109", 1), ("N109", 1)]


# -------------------------------------------------------------------------- building blocks, parts


def glossary() -> Word:
    def part(name: str, text: str, kind: str = "") -> str:
        types = f'<w:types><w:type w:val="{kind}"/></w:types>' if kind else ""
        head = f'<w:docPartPr><w:name w:val="{name}"/>{types}</w:docPartPr>'
        return f"<w:docPart>{head}<w:docPartBody>{text}</w:docPartBody></w:docPart>"

    parts = (
        part("Gruß", p("Mit freundlichen Grüßen"))
        + part("Tabelle", tbl(tr("Zelle")) + p(r("verborgen", rpr="<w:vanish/>")))
        + part("Frage", p("Klicken Sie hier"), "bbPlcHdr")
    )
    return word("Text", kind="dotx").add(
        "glossaryDocument", root("glossaryDocument", f"<w:docParts>{parts}</w:docParts>")
    )


def test_building_blocks_are_counted_and_read_on_request() -> None:
    file = glossary()
    assert texts(file) == ["Text"]
    message = (
        "2 Schnellbausteine wurden nicht geprüft. Mit `--parts glossary` prüft klartext auch sie."
    )
    assert notices(file) == [("N104", message, 2)]
    wanted = frozenset({"body", "glossary"})
    assert [(b.index, b.text, b.path) for b in letter(file, parts=wanted).blocks] == [
        (1, "Text", "Haupttext"),
        (2, "Mit freundlichen Grüßen", "Schnellbaustein „Gruß“"),
        (3, "Zelle", "Schnellbaustein „Tabelle“, Tabelle 1, Zeile 1, Spalte 1"),
    ]
    assert [item[0] for item in notices(file, parts=wanted)] == ["N102"]


def every_part() -> Word:
    box = r(vml("Kasten"))
    choice = field_of('IF a = b "ja" "nein"', "ja")
    file = word(
        p("Text ", choice, box, note("footnote", 1), r(picture("Bild"))), tbl(tr("Zelle")), "Ende"
    )
    file.notes("footnote", {1: "Note"}).header("Kopf").header("Fuß", kind="footer")
    return file


def test_numbers_do_not_depend_on_the_parts_asked_for() -> None:
    file = every_part()
    numbers = {block.text: block.index for block in full(file).blocks}
    assert len(numbers) == 10
    seen: set[str] = set()
    for part in ("body", "tables", "textboxes", "headers", "footers", "footnotes", "variants"):
        blocks = letter(file, parts=frozenset({part})).blocks
        assert blocks, part
        assert all(numbers[block.text] == block.index for block in blocks)
        seen.update(block.text for block in blocks)
    assert numbers.keys() - seen == {"Bild"}


def test_unknown_parts_are_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="kopf"):
        letter(word("x"), parts=frozenset({"kopf"}))


def test_bookmarks_and_page_hints() -> None:
    start = '<w:bookmarkStart w:id="1" w:name="Frist"/>'
    page = "<w:lastRenderedPageBreak/>"
    body = (p("bis ", start, "morgen"), p("a", r(page), "b"), "c")
    blocks = letter(word(*body).header("Kopf")).blocks
    assert [(a.offset, a.kind, a.name) for a in blocks[0].anchors] == [(4, "bookmark", "Frist")]
    assert [block.page_hint for block in blocks] == [1, 1, 2, None]
    assert one(word("ohne Umbruch")).page_hint is None


def test_block_level_bookmark_belongs_to_the_next_block() -> None:
    file = word("a", '<w:bookmarkStart w:id="1" w:name="Z"/>', "b")
    assert [len(block.anchors) for block in letter(file).blocks] == [0, 1]


def test_very_long_paragraphs_are_split_at_line_breaks() -> None:
    from klartext.documents import Limits

    file = word(p(r("a" * 30, "<w:br/>", "b" * 30)), "kurz")
    blocks = letter(file, limits=Limits(paragraph_chars=40)).blocks
    assert [block.text for block in blocks] == ["a" * 30 + "\n", "b" * 30, "kurz"]
    assert [item.id for item in letter(file, limits=Limits(paragraph_chars=40)).notices] == ["N113"]
    hard = letter(word("c" * 95), limits=Limits(paragraph_chars=40)).blocks
    assert [len(block.text) for block in hard] == [40, 40, 15]
    assert hard[1].source.place(0).offset == 40


def test_alternatives_around_blocks_count_once() -> None:
    file = word("a", alternatives(p("neu"), p("alt"), "w14"), alternatives(p("x"), p("y"), "am3d"))
    assert texts(file) == ["a", "neu", "y"]


def test_block_level_deletions_are_skipped() -> None:
    assert texts(word(tag("del", 'w:id="1"', p("weg")), tag("ins", 'w:id="2"', p("da")))) == ["da"]
