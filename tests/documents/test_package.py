"""The package: kinds of files, encodings, missing and broken parts, notices."""

from __future__ import annotations

import pytest

from tests.documents.builder import (
    NAMESPACES,
    link,
    p,
    r,
    root,
    style,
    styles,
    word,
)
from tests.documents.helpers import kinds, letter, notices, one, placeholders, texts

# -------------------------------------------------------------------------------- kinds of package


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
