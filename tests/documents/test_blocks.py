"""Blocks: tables, lists, headings, text boxes, notes, headers, building blocks, order, parts."""

from __future__ import annotations

import pytest

from klartext.documents.numbering import count_as
from tests.documents.builder import (
    NAMESPACES,
    Word,
    alternatives,
    field_of,
    level,
    link,
    note,
    numbering,
    p,
    picture,
    r,
    root,
    sdt,
    shape,
    style,
    styles,
    tag,
    tbl,
    tc,
    text_box,
    tr,
    vml,
    word,
)
from tests.documents.helpers import full, kinds, letter, notices, one, placeholders, texts

# ------------------------------------------------------------------------------------------- tables


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


# ---------------------------------------------------------------------------------- lists, headings

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
    assert texts(word(p(), p(" "), p("\u00a0"), "x")) == ["x"]


# --------------------------------------------------------------------------------------- text boxes


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


# -------------------------------------------------------------------------------------------- notes


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


# ------------------------------------------------------------------------------------ header, footer


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


# -------------------------------------------------------------------------- pictures, objects, chunks


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
            '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/><v:shape><v:imagedata/></v:shape></w:object>',
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


# --------------------------------------------------------------------------- building blocks, parts


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


# ---------------------------------------------------------------------------------- kinds of package


@pytest.mark.parametrize("kind", ["docx", "dotx", "docm", "dotm"])
def test_templates_and_macro_files(kind: str) -> None:
    file = word("Text", kind=kind)
    file.extra["word/vbaProject.bin"] = b"\xd0\xcf not a real project"
    assert (letter(file).kind, texts(file)) == (kind, ["Text"])


def test_main_part_is_found_by_its_relationship() -> None:
    block = one(word("Text", main="word/document2.xml"))
    assert (block.text, block.part) == ("Text", "word/document2.xml")


def test_strict_files_are_read_with_their_styles() -> None:
    items = styles(style("H", name="heading 1"), style("v", kind="character", rpr="<w:vanish/>"))
    body = (p("Gründe", style="H"), p("a", r("b", rpr='<w:rStyle w:val="v"/>')))
    file = word(*body, strict=True).add("styles", items)
    assert kinds(file) == [("ueberschrift", "Gründe"), ("absatz", "a")]


def test_other_prefixes() -> None:
    plain = word(p(r("Text", rpr="<w:b/>"))).document()
    other = plain.replace(b"<w:", b"<ns0:").replace(b"</w:", b"</ns0:").replace(b" w:", b" ns0:")
    other = other.replace(b"xmlns:w=", b"xmlns:ns0=")
    block = one(word(xml=other))
    assert (block.text, block.bold) == ("Text", True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_encodings_of_parts(encoding: str) -> None:
    named = "utf-8" if encoding == "utf-8-sig" else encoding
    xml = word("Größe").document().decode().replace('"UTF-8"', f'"{named}"')
    file = word(xml=xml.encode(encoding))
    block = one(file)
    assert block.text == "Größe"
    if encoding == "utf-8-sig":
        assert file.document()[block.source.place(0).t :].startswith(b"<w:t ")


def test_missing_parts_are_a_notice() -> None:
    file = word(
        "Text", links=[link("rIdN", "image", "../NULL"), link("rIdS", "styles", "fehlt.xml")]
    )
    assert texts(file) == ["Text"]
    assert [(item[0], item[1]) for item in notices(file)] == [
        ("N112", "Ein Teil der Datei fehlt und wurde nicht gelesen (NULL)."),
        ("N112", "Ein Teil der Datei fehlt und wurde nicht gelesen (word/fehlt.xml)."),
    ]


@pytest.mark.parametrize(
    "xml", ["<w:styles", "kein XML", "<other/>", root("styles", style("s", rpr="<w:b w:val='?'/>"))]
)
def test_broken_styles_are_a_notice(xml: str) -> None:
    file = word(p("Text", style="s")).add("styles", xml)
    assert texts(file) == ["Text"]
    assert [item[0] for item in notices(file)] == ["N108"]


def test_signature_protection_and_title() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>  Versagung\n der'
        " Erlaubnis</dc:title></cp:coreProperties>"
    )
    relation = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships'
        '/metadata/core-properties" Target="docProps/core.xml"/>'
    )
    settings = root("settings", '<w:documentProtection w:edit="forms" w:enforcement="1"/>')
    file = word("Text", package_links=[relation]).add("settings", settings)
    file.extra = {"docProps/core.xml": core.encode(), "_xmlsignatures/sig1.xml": b"<x/>"}
    assert letter(file).title == "Versagung der Erlaubnis"
    assert [item[:2] for item in notices(file)] == [
        ("N106", "Das Dokument ist digital signiert. Jede Änderung macht die Signatur ungültig."),
        ("N107", "Das Dokument ist geschützt (nur Formularfelder)."),
    ]


def test_protection_that_is_not_enforced_is_none() -> None:
    settings = root("settings", '<w:documentProtection w:edit="forms" w:enforcement="0"/>')
    assert notices(word("x").add("settings", settings)) == []


def test_final_mark() -> None:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006"
    custom = (
        f'<Properties xmlns="{uri}/custom-properties" xmlns:vt="{uri}/docPropsVTypes">'
        '<property pid="2" name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>'
    )
    file = word("x", package_links=[link("rId8", "custom-properties", "docProps/custom.xml")])
    file.extra = {"docProps/custom.xml": custom.encode()}
    assert notices(file) == [("N107", "Das Dokument ist als endgültig gekennzeichnet.", 1)]


def test_the_namespaces_of_the_builder_are_known_where_they_should_be() -> None:
    from klartext.documents.namespaces import PREFIXES

    unknown = {prefix for prefix, uri in NAMESPACES.items() if PREFIXES.get(uri) != prefix}
    assert unknown == {"am3d"}


def test_placeholders_cut_over_runs() -> None:
    block = one(word(p("vom {", "{ an", r("trag.datum", rpr="<w:b/>"), " }} an")))
    assert placeholders(block) == [("{{ antrag.datum }}", "pattern", "antrag.datum", "date")]
