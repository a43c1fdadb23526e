"""Properties that hold for any file: run layouts, maps, normalising, no other error than ours."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartext.documents import read_bytes
from klartext.documents.container import Package
from klartext.documents.limits import DEFAULT
from klartext.documents.normalise import normalise
from klartext.documents.placeholders import Forms
from klartext.documents.tree import parse, span
from klartext.errors import KlartextError
from klartext.types import Block
from tests.documents.builder import field_of, p, r, sdt, t, tag, tbl, tr, vml, word
from tests.documents.helpers import one

SPECIAL = (
    "\u00ad\u200b\u200d\ufeff\u00a0\u202f\u2011a\u0308o\u0323\u0307\u1100\u1161\u11a8ﬁ😀§5&<>\"'"
)
ALPHABET = st.one_of(
    st.sampled_from(SPECIAL + "aäöü ßAZ.,-"),
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")),
)
WORDS = st.text(ALPHABET, min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
LOOKS = st.sampled_from(["", "<w:b/>", '<w:color w:val="FF0000"/>', '<w:rStyle w:val="x"/>'])
BETWEEN = st.sampled_from(
    ["", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="x"/>']
)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, str]:
    """A text, with the paragraph that holds it cut into 1 to 12 runs."""
    text = draw(WORDS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=11)))
    edges = [0, *cuts, len(text)]
    runs = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        written = t(piece)
        if draw(st.booleans()) and "]]>" not in piece:
            written = f'<w:t xml:space="preserve"><![CDATA[{piece}]]></w:t>'
        soft = draw(st.sampled_from(["", "<w:softHyphen/>"]))
        runs.append(draw(BETWEEN) + r(soft, written, rpr=draw(LOOKS)).replace(t(""), ""))
    body = "".join(runs)
    wrapper = draw(st.sampled_from(["", "smartTag", "ins", "hyperlink"]))
    return text, p(tag(wrapper, 'w:id="1"', body) if wrapper else body)


def expected(text: str) -> str:
    """Normalising, said in another way."""
    for sign in "\u00ad\u200b\u200c\u200d\ufeff":
        text = text.replace(sign, "")
    for sign in "\u00a0\u202f\u2007\u2009":
        text = text.replace(sign, " ")
    return unicodedata.normalize("NFC", text.replace("\u2011", "-"))


@given(layouts())
@settings(max_examples=300, deadline=None)
def test_the_layout_of_runs_does_not_change_the_text(layout: tuple[str, str]) -> None:
    text, paragraph = layout
    shown = expected(text)
    blocks = read_bytes(word(paragraph).bytes(), "brief.docx").blocks
    assert [block.text for block in blocks] == ([shown] if shown.strip() else [])
    for block in blocks:
        check_map(block)


def check_map(block: Block) -> None:
    source = block.source
    reached = 0
    for segment in source.segments:  # type: ignore[attr-defined]
        assert segment.text_start == reached
        reached = segment.text_end
    assert reached == len(block.text)
    for index in range(len(block.text)):
        segment = source.segment(index)  # type: ignore[attr-defined]
        assert segment.text_start <= index < segment.text_end
        if segment.kind == "linear" or segment.text_end - segment.text_start == 1:
            assert source.offset(source.place(index)) == index  # type: ignore[attr-defined]
    whole = source.places(0, len(block.text))  # type: ignore[attr-defined]
    places = [(item.place.part, item.place.t, item.place.offset) for item in whole]
    assert len(places) == len(set(places))


@given(layouts())
@settings(max_examples=100, deadline=None)
def test_places_give_back_the_characters(layout: tuple[str, str]) -> None:
    """The characters at the places of a range, normalised, are the range."""
    _, paragraph = layout
    file = word(paragraph)
    blocks = read_bytes(file.bytes(), "brief.docx").blocks
    xml = file.document()
    texts = {node.start: node.text for node in parse(xml, "x").descendants()}
    for block in blocks:
        stretches = block.source.places(0, len(block.text))  # type: ignore[attr-defined]
        raw = "".join(
            texts[item.place.t][item.place.offset : item.place.offset + item.length]
            for item in stretches
            if item.kind == "text"
        )
        assert normalise(raw).text == block.text


@given(st.text(ALPHABET, max_size=60))
@settings(max_examples=500, deadline=None)
def test_normalising(text: str) -> None:
    normal = normalise(text)
    assert normal.text == expected(text)
    assert normalise(normal.text).text == normal.text
    start = raw = 0
    for chunk in normal.chunks:
        assert (chunk.start, chunk.raw_start) == (start, raw)
        start, raw = start + chunk.length, raw + chunk.raw_length
    assert (start, raw) == (len(normal.text), len(text))
    ends = [normal.offset(index) for index in range(len(text) + 1)]
    assert ends == sorted(ends)
    assert (normal.offset(0) if text else 0) == 0


@given(st.text(ALPHABET, max_size=80))
@settings(max_examples=300, deadline=None)
def test_places_of_text_files(text: str) -> None:
    for name in ("a.txt", "a.md"):
        for block in read_bytes(text.encode(), name).blocks:
            check_map(block)
            for index in range(len(block.text)):
                line, column = block.source.position(index)
                assert line == 1
                assert 1 <= column <= len(text)


@given(st.text("ab «»{}[]<>%$#@_.XxTtMmJj-…\n{{}}", max_size=60))
@settings(max_examples=300, deadline=None)
def test_placeholders_never_overlap(text: str) -> None:
    found = Forms().find(text)
    for item in found:
        assert len(item.range) > 0
        assert item.range.end <= len(text)
    for first, second in pairwise(found):
        assert first.range.end <= second.range.start


# ----------------------------------------------------------------------------- only our own errors


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.txt", "a.md", "-", "a.pdf", ""]))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise_another_error(data: bytes, name: str) -> None:
    with suppress(KlartextError):
        read_bytes(data, name)


TAGS = st.sampled_from(
    "p r t tab br fldChar instrText fldSimple sdt sdtPr sdtContent ins del delText hyperlink tbl "
    "tr tc trPr tcPr pPr rPr vanish numPr sectPr pict txbxContent drawing sym ruby rubyBase "
    "smartTag footnoteReference commentRangeStart commentRangeEnd bookmarkStart softHyphen "
    "noBreakHyphen ffData ddList listEntry checkBox altChunk moveFrom moveTo gridSpan object "
    "pgNum".split()
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        'w:val="1"',
        'w:val="x"',
        'w:fldCharType="begin"',
        'w:fldCharType="separate"',
        'w:fldCharType="end"',
        'w:instr="IF a = b"',
        'w:id="1"',
        'w:type="page"',
        'r:id="rId1"',
    ]
)
TEXT = st.sampled_from(["", "Text", " ", "IF x = y", "MERGEFIELD Name", '"ja" "nein"', "{{ x"])


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(children, max_size=4).map("".join)
    return st.builds(tag, TAGS, ATTRIBUTES, inner)


TREES = st.recursive(st.builds(tag, TAGS, ATTRIBUTES, TEXT), element, max_leaves=25)


@given(st.lists(TREES, max_size=6))
@settings(max_examples=300, deadline=None)
def test_no_document_raises_another_error(trees: list[str]) -> None:
    file = word(*trees)
    try:
        blocks = read_bytes(file.bytes(), "brief.docx").blocks
    except KlartextError as error:
        pytest.fail(str(error))
    assert [block.index for block in blocks] == sorted({block.index for block in blocks})
    for block in blocks:
        check_map(block)


# ------------------------------------------------------------------------------- pieces of the map


def test_byte_spans_of_elements() -> None:
    xml = b'<?xml version="1.0"?><!-- < --><a b="x>y/>" ><c d=\'">\'/><e>t</e ></a>'
    root = parse(xml, "x")
    child, other = root.children
    assert xml[slice(*span(xml, root)[::3])] == xml[xml.index(b"<a") :]
    assert xml[slice(*span(xml, child)[::3])] == b"<c d='\">'/>"
    assert span(xml, child).inner_start == span(xml, child).inner_end
    inside = span(xml, other)
    assert xml[inside.inner_start : inside.inner_end] == b"t"
    assert xml[inside.start : inside.end] == b"<e>t</e >"


def test_every_kind_of_content_has_a_sound_map() -> None:
    file = word(
        p("a", r("b", "<w:tab/>"), field_of("MERGEFIELD Name", "«N»"), field_of("PAGE")),
        sdt(p("c\u00ad d")),
        tbl(tr("e", "f\u0308")),
        p(r(vml("g")), "h"),
    )
    for block in read_bytes(file.bytes(), "brief.docx").blocks:
        check_map(block)


def test_ends_of_the_map() -> None:
    source = one(word("abc")).source
    assert source.position(3) == (1, 4)
    with pytest.raises(IndexError):
        source.place(3)  # type: ignore[attr-defined]
    with pytest.raises(IndexError):
        source.place(-1)  # type: ignore[attr-defined]


def test_a_part_is_unpacked_once_per_question_and_counted() -> None:
    package = Package(word("x").bytes(), "x", DEFAULT)
    assert package.read("/word/Document.xml") == package.read("word/document.xml")
    assert "word/media/image1.png" not in package
