"""What stands inside a paragraph."""

from __future__ import annotations

import pytest

from klartext.documents import ORIGINAL, View
from tests.documents.builder import (
    alternatives,
    code,
    deleted,
    ins,
    link,
    p,
    r,
    sdt,
    t,
    tag,
    tbl,
    tr,
    word,
)
from tests.documents.helpers import letter, notices, one, texts


def test_a_word_cut_over_runs_is_joined_and_every_letter_keeps_its_place() -> None:
    file = word(p(r("Be"), "<w:proofErr w:type='spellStart'/>", r("sch", rpr="<w:b/>"), r("eid")))
    block = one(file)
    assert block.text == "Bescheid"
    xml = file.document()
    for index, char in enumerate(block.text):
        place = block.source.place(index)
        assert place.part == "word/document.xml"
        assert xml[place.run :].startswith(b"<w:r>")
        assert xml[place.t :].startswith(b"<w:t ")
        start = xml.index(b">", place.t) + 1
        assert chr(xml[start + place.offset]) == char


def test_no_break_hyphen_is_an_atom() -> None:
    block = one(word(p(r("E", "<w:noBreakHyphen/>", "Mail"))))
    assert block.text == "E-Mail"
    assert block.source.segment(1).kind == "atom"


def test_soft_hyphens_and_signs_without_width_are_jumped_over() -> None:
    block = one(word(p(r("Aus", "<w:softHyphen/>", "län\u00adder\u200bbe\ufeffhörde"))))
    assert block.text == "Ausländerbehörde"
    stretches = block.source.places(2, len(block.text))
    assert sum(item.length for item in stretches) == len(block.text) - 2 + 4


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007", "\u2009"])
def test_fixed_blanks_become_blanks(blank: str) -> None:
    assert texts(word(f"§{blank}5")) == ["§ 5"]


def test_no_break_hyphen_character_becomes_a_hyphen() -> None:
    assert texts(word("Kfz\u2011Steuer")) == ["Kfz-Steuer"]


def test_decomposed_umlauts_are_composed_even_over_runs() -> None:
    block = one(word(p("Gebu", "\u0308hr")))
    assert block.text == "Gebühr"
    segment = block.source.segment(3)
    assert (segment.kind, segment.source_length) == ("folded", 1)
    assert sum(item.length for item in block.source.places(0, 6)) == 7


def test_tabs_and_breaks_are_atoms_and_page_breaks_are_nothing() -> None:
    run = r("a", "<w:tab/>", "b", "<w:ptab/>", "c", "<w:br/>", "d", "<w:cr/>", "e")
    pages = r('<w:br w:type="page"/>', "f", '<w:br w:type="column"/>')
    block = one(word(p(run, pages)))
    assert block.text == "a\tb\tc\nd\nef"
    assert [block.source.segment(at).kind for at in (1, 3, 5, 7)] == ["atom"] * 4


@pytest.mark.parametrize(
    ("font", "sign", "shown"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "A8", "☐"),
        ("Symbol", "F0B7", "•"),
        ("Webdings", "F031", "\ufffc"),
        ("Wingdings", "zz", "\ufffc"),
    ],
)
def test_symbols(font: str, sign: str, shown: str) -> None:
    run = r("a ", f'<w:sym w:font="{font}" w:char="{sign}"/>')
    assert texts(word(p(run))) == [f"a {shown}"]


def test_hyperlinks_are_text_and_keep_their_target() -> None:
    body = p("Siehe ", tag("hyperlink", 'r:id="rIdX"', r("Merkblatt")), ".")
    file = word(body, links=[link("rIdX", "hyperlink", "https://example.org/m", external=True)])
    block = one(file)
    assert block.text == "Siehe Merkblatt."
    assert block.source.segment(7).context.link == "https://example.org/m"
    assert block.source.segment(0).context.link == ""


def test_edges_are_dropped_without_space_preserve_and_kept_with_it() -> None:
    assert texts(word(p("<w:r><w:t> a </w:t></w:r>", r("b")))) == ["ab"]
    assert texts(word(p(r(" a "), r("b")))) == [" a b"]
    inherited = '<w:r xml:space="preserve"><w:t> a </w:t></w:r>'
    assert texts(word(p(inherited, r("b")))) == [" a b"]


def test_line_ends_inside_text_are_blanks() -> None:
    assert texts(word(p(r("<w:t>eins\nzwei</w:t>")))) == ["eins zwei"]


def test_entities_cdata_and_astral_characters() -> None:
    body = p("<w:r><w:t>Müller &amp; Söhne <![CDATA[<GmbH>]]> &#x1F600;!</w:t></w:r>")
    block = one(word(body))
    assert block.text == "Müller & Söhne <GmbH> 😀!"
    assert block.source.place(len(block.text) - 1).offset == len(block.text) - 1


@pytest.mark.parametrize("name", ["smartTag", "customXml", "dir", "bdo"])
def test_transparent_elements(name: str) -> None:
    inner = f"<w:{name}Pr><w:attr w:name='x'/></w:{name}Pr>"
    assert texts(word(p("Amt ", tag(name, 'w:val="x"', inner, r("Mitte"))))) == ["Amt Mitte"]


def test_block_level_custom_xml_is_transparent() -> None:
    assert texts(word(tag("customXml", 'w:element="x"', p("eins")), "zwei")) == ["eins", "zwei"]


def test_ruby_gives_its_base_only() -> None:
    ruby = tag("ruby", "", tag("rt", "", r("oben")), tag("rubyBase", "", r("unten")))
    assert texts(word(p(r("a "), r(ruby), r(" z")))) == ["a unten z"]


def test_alternatives_inside_a_run_count_once() -> None:
    assert texts(word(p(r(alternatives(t("neu"), t("alt"), "w14"))))) == ["neu"]
    assert texts(word(p(r(alternatives(t("neu"), t("alt"), "am3d"))))) == ["alt"]
    assert texts(word(p(r(alternatives(t("neu"), t("alt"), "w14 am3d"))))) == ["alt"]


# --------------------------------------------------------------------------------- tracked changes


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    file = word(p("Die ", deleted("alte"), ins(r("neue")), " Frist"))
    assert texts(file) == ["Die neue Frist"]
    assert texts(file, view=ORIGINAL) == ["Die alte Frist"]
    assert one(file).source.segment(5).context.revision == "1"
    assert [item[0] for item in notices(file)] == ["N103"]


def test_single_changes_can_be_rejected() -> None:
    file = word(p(ins(r("a"), id=1), ins(r("b"), id=2), deleted("c", id=3), deleted("d", id=4)))
    assert texts(file, view=View(rejected=frozenset({"2", "3"}))) == ["ac"]


def test_moved_text_stands_at_its_new_place_only() -> None:
    run = '<w:r><w:t xml:space="preserve">Satz. </w:t></w:r>'
    file = word(p(tag("moveFrom", 'w:id="1"', run), "Mitte. ", tag("moveTo", 'w:id="2"', run)))
    assert texts(file) == ["Mitte. Satz. "]
    assert texts(file, view=ORIGINAL) == ["Satz. Mitte. "]


def test_an_insertion_inside_a_deletion_is_gone() -> None:
    assert texts(word(p("a", tag("ins", 'w:id="1"', deleted("b")), "c"))) == ["ac"]


def test_deleted_paragraph_mark_joins_with_the_next_paragraph() -> None:
    mark = '<w:rPr><w:del w:id="5"/></w:rPr>'
    file = word(p("Wir haben ", ppr=mark), p("entschieden."), "Ende")
    assert texts(file) == ["Wir haben entschieden.", "Ende"]
    assert texts(file, view=ORIGINAL) == ["Wir haben ", "entschieden.", "Ende"]
    runs = {one_place.run for one_place in _places(file)}
    assert len(runs) == 2


def _places(file: object) -> list[object]:
    block = letter(file).blocks[0]  # type: ignore[arg-type]
    return [block.source.place(at) for at in range(len(block.text))]


def test_inserted_paragraph_mark_is_a_border_in_the_final_view_only() -> None:
    mark = '<w:rPr><w:ins w:id="5"/></w:rPr>'
    file = word(p("eins ", ppr=mark), p("zwei"))
    assert texts(file) == ["eins ", "zwei"]
    assert texts(file, view=ORIGINAL) == ["eins zwei"]


def test_a_joined_paragraph_ends_at_the_end_of_its_cell() -> None:
    mark = '<w:rPr><w:del w:id="5"/></w:rPr>'
    file = word(tbl(tr(tag("tc", "", p("eins", ppr=mark)), "zwei")), "drei")
    assert texts(file) == ["eins", "zwei", "drei"]


def test_deleted_rows_and_cells_are_skipped() -> None:
    row = tr("gelöscht", pr='<w:del w:id="1"/>')
    cell = tag("tc", "", '<w:tcPr><w:cellDel w:id="2"/></w:tcPr>', p("auch weg"))
    file = word(tbl(tr("bleibt", cell), row))
    assert texts(file) == ["bleibt"]
    assert texts(file, view=ORIGINAL) == ["bleibt", "auch weg", "gelöscht"]


# ---------------------------------------------------------------------------------- many runs etc.


def test_instruction_text_outside_a_field_is_nothing() -> None:
    assert texts(word(p("a", code("MERGEFIELD x"), "b"))) == ["ab"]


def test_inline_control_content_is_text_and_keeps_its_properties() -> None:
    properties = (
        '<w:alias w:val="Text"/><w:tag w:val="baustein"/><w:lock w:val="contentLocked"/>'
        "<w:dataBinding w:xpath='/x'/>"
    )
    block = one(word(p("Vor ", sdt("mitten im Satz", pr=properties), " nach")))
    assert block.text == "Vor mitten im Satz nach"
    control = block.source.segment(5).context.control
    assert control is not None
    assert (control.tag, control.alias, control.lock, control.bound) == (
        "baustein",
        "Text",
        "contentLocked",
        True,
    )
    assert block.source.segment(0).context.control is None
