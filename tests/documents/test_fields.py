"""Fields, form fields, content controls: placeholders and variants."""

from __future__ import annotations

import pytest

from tests.documents.builder import (
    char,
    code,
    field_of,
    form,
    p,
    r,
    sdt,
    simple,
    tag,
    tbl,
    tc,
    tr,
    word,
)
from tests.documents.helpers import kinds, letter, notices, one, placeholders, texts

HOLE = "\ufffc"


def test_merge_field_result_is_protected() -> None:
    block = one(word(p("Sehr geehrte ", field_of("MERGEFIELD Nachname", "«Nachname»"), ",")))
    assert block.text == "Sehr geehrte «Nachname»,"
    assert placeholders(block) == [("«Nachname»", "field", "Nachname", "person")]
    assert block.source.segment(14).context.field
    assert not block.source.segment(2).context.field


@pytest.mark.parametrize(
    ("instruction", "kind"),
    [
        ('MERGEFIELD Frist \\@ "dd.MM.yyyy"', "deadline"),
        ('MERGEFIELD Wert \\@ "d. MMMM yyyy"', "date"),
        ('MERGEFIELD Wert \\# "#.##0,00"', "amount"),
        ("MERGEFIELD Wert \\# 0", "number"),
        ('DOCVARIABLE "FELD_Aktenzeichen" \\* MERGEFORMAT', "reference"),
        ("DOCPROPERTY Sachbearbeiter", "contact"),
        ("PAGE", "number"),
        ("NUMPAGES", "number"),
        ("SEQ Abbildung", "number"),
        ("REF _Ref123 \\h", "reference"),
        ("STYLEREF Titel", "reference"),
        ('DATE \\@ "dd.MM.yyyy"', "date"),
        ("DOCVARIABLE IF_Kind", "control"),
        ("DOCVARIABLE ENDIF_Kind", "control"),
        ("DOCVARIABLE WHILE_Kinder", "control"),
        ("FILENAME", "unknown"),
    ],
)
def test_type_from_the_instruction(instruction: str, kind: str) -> None:
    block = one(word(p("x ", field_of(instruction, "1"))))
    assert [item[3] for item in placeholders(block)] == [kind]


def test_field_without_result_is_a_stand_in() -> None:
    block = one(word(p("Ihr Gesuch für ", field_of("DOCVARIABLE FELD_Ort"), " erhalten")))
    assert block.text == f"Ihr Gesuch für {HOLE} erhalten"
    assert placeholders(block) == [(HOLE, "field", "FELD_Ort", "address")]


def test_form_text_with_five_blanks_is_a_stand_in() -> None:
    data = '<w:textInput><w:type w:val="date"/></w:textInput>'
    field = form("FORMTEXT", name="Text3", data=data, result="\u2002" * 5)
    block = one(word(p("vom ", field, " an")))
    assert block.text == f"vom {HOLE} an"
    assert placeholders(block) == [(HOLE, "field", "Text3", "date")]


def test_form_text_is_named_by_its_bookmark() -> None:
    data = "<w:textInput/>"
    body = p(form("FORMTEXT", name="Aktenzeichen", data=data, result="12/3"), " x")
    assert placeholders(one(word(body))) == [("12/3", "field", "Aktenzeichen", "reference")]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
    ],
)
def test_check_boxes(data: str, shown: str) -> None:
    block = one(word(p(form("FORMCHECKBOX", name="K1", data=data), " ja")))
    assert block.text == f"{shown} ja"
    assert placeholders(block) == [(shown, "field", "K1", "control")]


def drop_down(*entries: str, extra: str = "") -> str:
    items = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return form("FORMDROPDOWN", name="Wahl", data=f"<w:ddList>{extra}{items}</w:ddList>")


def test_drop_down_with_one_entry_is_text_of_the_sentence() -> None:
    block = one(word(p("Frau A, ", drop_down("vertreten durch"), " Herrn B")))
    assert block.text == "Frau A, vertreten durch Herrn B"
    assert block.placeholders == ()
    assert block.source.segment(10).kind == "atom"


def test_drop_down_with_several_entries_shows_one_and_offers_all() -> None:
    file = word(p("Wir ", drop_down("lehnen ab", "stimmen zu", extra='<w:default w:val="1"/>')))
    assert kinds(file) == [
        ("absatz", "Wir stimmen zu"),
        ("variante", "lehnen ab"),
        ("variante", "stimmen zu"),
    ]
    blocks = letter(file).blocks
    assert placeholders(blocks[0]) == [("stimmen zu", "field", "Wahl", "unknown")]
    assert [block.path for block in blocks[1:]] == [
        "Haupttext, Variante 1",
        "Haupttext, Variante 2",
    ]
    assert file.document()[blocks[1].source.place(0).t :].startswith(b"<w:listEntry")


def test_drop_down_with_absurd_selection() -> None:
    extra = f'<w:result w:val="{"9" * 5000}"/>'
    assert texts(word(p("x ", drop_down("a", "b", extra=extra))))[0] == "x a"


def test_content_control_list() -> None:
    items = (
        '<w:listItem w:displayText="Wählen Sie ein Element aus."/>'
        '<w:listItem w:displayText="geduldet" w:value="1"/><w:listItem w:value="gestattet"/>'
    )
    control = sdt("geduldet", pr=f'<w:tag w:val="Status"/><w:dropDownList>{items}</w:dropDownList>')
    file = word(p("Sie sind ", control, "."))
    assert kinds(file) == [
        ("absatz", "Sie sind geduldet."),
        ("variante", "geduldet"),
        ("variante", "gestattet"),
    ]
    assert placeholders(letter(file).blocks[0]) == [("geduldet", "control", "Status", "unknown")]


def test_simple_field() -> None:
    block = one(word(p("Frist: ", simple("MERGEFIELD Frist", "«Frist»"))))
    assert placeholders(block) == [("«Frist»", "field", "Frist", "deadline")]


def test_table_of_contents_is_skipped() -> None:
    entries = field_of(
        'TOC \\o "1-3"', field_of("HYPERLINK \\l x", "1 Gründe", field_of("PAGEREF x", "3"))
    )
    assert texts(word(p(entries), "Gründe")) == ["Gründe"]


def test_table_of_contents_over_several_paragraphs_is_skipped() -> None:
    first = p(char("begin"), code("TOC"), char("separate"), r("1 Anfang"))
    last = p(r("3 Ende"), char("end"))
    assert texts(word("Vorher", first, "2 Mitte", last, "Nachher")) == ["Vorher", "Nachher"]


def test_index_marks_show_nothing() -> None:
    assert texts(word(p("Amt", field_of('XE "Amt"'), " Mitte"))) == ["Amt Mitte"]


def test_hyperlink_field_is_text_with_a_target() -> None:
    block = one(word(p(field_of('HYPERLINK "https://example.org"', "Merkblatt"), " lesen")))
    assert block.text == "Merkblatt lesen"
    assert block.placeholders == ()
    assert block.source.segment(0).context.link == "https://example.org"


def test_macro_button_shows_what_its_code_says() -> None:
    block = one(word(p("Name: ", field_of("MACROBUTTON NoMacro Hier klicken"))))
    assert block.text == "Name: Hier klicken"
    assert placeholders(block) == [("Hier klicken", "field", "Hier klicken", "unknown")]


IF = (
    code("IF ")
    + field_of("MERGEFIELD Geschlecht", "w")
    + code(' = "w" "Sehr geehrte Frau ')
    + field_of("MERGEFIELD Nachname", "«Nachname»")
    + code('" "Sehr geehrter Herr"')
)


def test_branches_of_an_if_field_are_variants() -> None:
    file = word(p(field_of(IF, "Sehr geehrte Frau X"), ","), "Ende")
    assert kinds(file) == [
        ("absatz", "Sehr geehrte Frau X,"),
        ("variante", "Sehr geehrte Frau «Nachname»"),
        ("variante", "Sehr geehrter Herr"),
        ("absatz", "Ende"),
    ]
    blocks = letter(file).blocks
    assert placeholders(blocks[0]) == [("Sehr geehrte Frau X", "field", "IF", "text")]
    assert placeholders(blocks[1]) == [("«Nachname»", "field", "Nachname", "person")]
    place = blocks[1].source.place(0)
    assert file.document()[place.t :].startswith(b"<w:instrText")


def test_if_without_blanks_around_the_sign_and_with_an_empty_branch() -> None:
    file = word(p("Sie ", field_of('IF x="y" "zahlen nichts" ""', "zahlen nichts"), "."))
    assert kinds(file)[1:] == [("variante", "zahlen nichts")]


def test_if_with_an_empty_result_is_control() -> None:
    file = word(p("Sie ", field_of('IF 1 = 2 "gar" ""', ""), "zahlen."))
    assert placeholders(letter(file).blocks[0]) == [(HOLE, "field", "IF", "control")]


def test_quotes_in_a_nested_result_do_not_end_a_branch() -> None:
    inner = field_of("MERGEFIELD Firma", 'Hotel "Post"')
    file = word(p(field_of(code('IF 1 = 1 "bei ') + inner + code(' wohnhaft" "sonst"'), "x")))
    assert kinds(file)[1:] == [("variante", 'bei Hotel "Post" wohnhaft'), ("variante", "sonst")]


def test_if_inside_if() -> None:
    inner = field_of('IF a = b "mit Kind" "ohne Kind"', "mit Kind")
    file = word(p(field_of(code('IF c = d "Sie ') + inner + code(' " "alle"'), "x")))
    assert kinds(file)[1:] == [
        ("variante", "mit Kind"),
        ("variante", "ohne Kind"),
        ("variante", "Sie mit Kind "),
        ("variante", "alle"),
    ]


def test_branch_over_two_paragraphs() -> None:
    first = p("Vor ", char("begin"), code('IF a = b "eins'))
    second = p(code('zwei" "drei"'), char("separate"), "x", char("end"), " nach")
    file = word(first, second)
    assert kinds(file) == [
        ("absatz", "Vor x nach"),
        ("variante", "eins\nzwei"),
        ("variante", "drei"),
    ]


def test_result_over_three_paragraphs_is_protected_in_each() -> None:
    first = p("Vor ", char("begin"), code("MERGEFIELD Freitext"), char("separate"), "eins")
    file = word(first, "zwei", p("drei", char("end"), " nach"))
    blocks = letter(file).blocks
    assert [block.text for block in blocks] == ["Vor eins", "zwei", "drei nach"]
    assert [placeholders(block) for block in blocks] == [
        [("eins", "field", "Freitext", "text")],
        [("zwei", "field", "Freitext", "text")],
        [("drei", "field", "Freitext", "text")],
    ]


@pytest.mark.parametrize("marks", [char("begin"), char("begin") + code("PAGE") + char("separate")])
def test_an_open_field_swallows_nothing(marks: str) -> None:
    file = word("Vorher", p("mit", marks, " Feld"), "Der Rest steht hier.")
    assert texts(file) == ["Vorher", "mit Feld", "Der Rest steht hier."]
    assert [block.placeholders for block in letter(file).blocks] == [(), (), ()]
    assert notices(file) == [("N110", "Ein Feld beginnt und endet nie (Absatz 2).", 1)]


@pytest.mark.parametrize("kind", ["separate", "end"])
def test_marks_without_a_beginning_are_nothing(kind: str) -> None:
    assert texts(word(p("a", char(kind), "b"))) == ["ab"]


def test_fields_do_not_leak_out_of_a_text_box() -> None:
    box = (
        "<w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("Kasten ", char("begin"))
        + "</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    file = word(p("Text ", r(box), "weiter"), "Ende")
    assert texts(file) == ["Text weiter", "Kasten ", "Ende"]


# -------------------------------------------------------------------------------- content controls


def test_block_row_and_cell_controls_are_read() -> None:
    table = tbl(sdt(tr("Reihe")), tr(sdt(tc("Zelle")), "daneben"))
    file = word(sdt(p("Block")), table)
    blocks = letter(file).blocks
    assert [block.text for block in blocks] == ["Block", "Reihe", "Zelle", "daneben"]
    assert [block.table for block in blocks] == [None, (1, 1, 1), (1, 2, 1), (1, 2, 2)]


def test_repeating_sections_give_every_item() -> None:
    item = "<w15:repeatingSectionItem/>"
    inner = sdt(p("Kind 1"), pr=item) + sdt(p("Kind 2"), pr=item)
    assert texts(word(sdt(inner, pr="<w15:repeatingSection/>"))) == ["Kind 1", "Kind 2"]


def test_placeholder_text_of_a_control_is_protected() -> None:
    shows = "<w:showingPlcHdr/>"
    inline = p("Ort: ", sdt("Klicken Sie hier.", pr=f'<w:alias w:val="Ort"/>{shows}'))
    block_level = sdt(p("Hier Gründe eingeben."), pr=f'<w:tag w:val="Begründung"/>{shows}')
    blocks = letter(word(inline, block_level)).blocks
    assert placeholders(blocks[0]) == [("Klicken Sie hier.", "control", "Ort", "address")]
    assert placeholders(blocks[1]) == [("Hier Gründe eingeben.", "control", "Begründung", "reason")]


@pytest.mark.parametrize(
    ("properties", "content", "kind"),
    [
        ('<w:tag w:val="x"/><w:date/>', "1.1.2026", "date"),
        ('<w:tag w:val="Frist"/><w:date/>', "1.1.2026", "deadline"),
        ("<w14:checkbox/>", "☐", "control"),
        ('<w:tag w:val="Aktenzeichen"/><w:text/>', "12/3", "reference"),
        ('<w:tag w:val="Baustein"/><w:text/>', "12/3", None),
        ('<w:tag w:val="Name"/>', "Wir haben entschieden.", None),
        ('<w:tag w:val="Name"/><w:text/>', "ein Text aus mehr als sechs Wörtern hier", None),
    ],
)
def test_which_controls_are_placeholders(properties: str, content: str, kind: str | None) -> None:
    block = one(word(p("x ", sdt(content, pr=properties))))
    assert [item[3] for item in placeholders(block)] == ([kind] if kind else [])


def test_an_empty_control_is_a_stand_in() -> None:
    block = one(word(p("Betrag: ", sdt(pr='<w:tag w:val="Betrag"/>'), " Euro")))
    assert placeholders(block) == [(HOLE, "control", "Betrag", "amount")]


def test_legacy_page_number_element() -> None:
    assert placeholders(one(word(p("Seite ", r("<w:pgNum/>"))))) == [
        (HOLE, "field", "PAGE", "number")
    ]


def test_field_inside_hyperlink_and_insertion() -> None:
    inner = tag("ins", 'w:id="3"', field_of("MERGEFIELD Name", "«Name»"))
    block = one(word(p(tag("hyperlink", 'w:anchor="z"', inner))))
    context = block.source.segment(0).context
    assert (context.link, context.field, context.revision) == ("#z", True, "3")
