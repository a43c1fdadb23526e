"""Files that are no Word files, and hostile ones."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
from pathlib import Path

import pytest

from klartext.documents import Limits, is_litter, read, read_bytes
from klartext.errors import KlartextError
from tests.documents.builder import (
    archive,
    char,
    field_of,
    p,
    r,
    root,
    sdt,
    tag,
    tbl,
    tc,
    text_box,
    tr,
    word,
)
from tests.documents.helpers import letter, texts

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(data: bytes, name: str = "brief.docx", **options: object) -> KlartextError:
    with pytest.raises(KlartextError) as caught:
        read_bytes(data, name, **options)  # type: ignore[arg-type]
    return caught.value


def directory(*names: str) -> bytes:
    return COMPOUND + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


@pytest.mark.parametrize(
    ("data", "id", "said"),
    [
        (directory("EncryptedPackage", "EncryptionInfo"), "E103", "Kennwort"),
        (directory("WordDocument", "1Table"), "E104", "altes Format|alte Format"),
        (directory("Workbook"), "E106", "Excel"),
        (directory("PowerPoint Document"), "E106", "PowerPoint"),
        (directory("x"), "E106", "alte Office-Datei"),
        (b"{\\rtf1\\ansi", "E106", "RTF"),
        (b"%PDF-1.7\n", "E106", "PDF"),
        (b"<!DOCTYPE html>\n<html>", "E106", "HTML"),
        (b"\xef\xbb\xbf<html><body>", "E106", "HTML"),
        (b'<?xml version="1.0"?><?mso-application?><pkg:package xmlns:pkg="x">', "E106", "XML"),
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w='
            b'"http://schemas.microsoft.com/office/word/2003/wordml">',
            "E106",
            "Word 2003",
        ),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "E107", "git lfs pull"),
        (b"", "E108", "leer"),
        (b"Sehr geehrte Frau M.", "E106", "Textdatei"),
        (b"\x00\x01\x02\x03abc", "E106", "unbekannte Datei"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "E105", "OpenDocument"),
        (archive({"a.txt": b"a"}), "E106", "ZIP"),
    ],
)
def test_what_is_no_word_file(data: bytes, id: str, said: str) -> None:
    error = refused(data)
    assert error.id == id
    assert re.search(said, error.text)


def test_other_office_files_are_named() -> None:
    entries = word("x").entries()
    types = entries["[Content_Types].xml"].replace(
        b"wordprocessingml.document", b"spreadsheetml.sheet"
    )
    error = refused(archive(entries | {"[Content_Types].xml": types}))
    assert (error.id, "Excel" in error.text) == ("E106", True)


def test_an_empty_text_is_a_letter_without_blocks() -> None:
    assert read_bytes(b"", "-").blocks == ()


@pytest.mark.parametrize("name", ["~$brief.docx", "._brief.docx", "__MACOSX/brief.docx"])
def test_litter(name: str) -> None:
    assert is_litter(Path("vorlagen") / name)
    assert refused(word("x").bytes(), f"vorlagen/{name}").id == "E106"


def test_ordinary_names_are_no_litter() -> None:
    assert not is_litter(Path("vorlagen/~brief.docx"))


def test_missing_file_folder_and_forbidden_file(tmp_path: Path) -> None:
    with pytest.raises(KlartextError, match="E101"):
        read(tmp_path / "fehlt.docx")
    with pytest.raises(KlartextError, match="E106"):
        read(tmp_path)
    with pytest.raises(KlartextError, match=r"E10[12]"):
        read(tmp_path / "a\0b.docx")


# ------------------------------------------------------------------------------------------ damage


def test_cut_files_are_damaged() -> None:
    data = word("Text").bytes()
    for length in (30, len(data) // 2, len(data) - 5):
        assert refused(data[:length]).id == "E108"


def test_wrong_checksum() -> None:
    entries = word("Text " * 50).entries()
    data = bytearray(archive(entries, zipfile.ZIP_STORED))
    place = bytes(data).index(b"Text Text")
    data[place] ^= 1
    assert refused(bytes(data)).id == "E108"


def test_main_part_that_is_missing_or_broken() -> None:
    entries = word("x").entries()
    assert (
        refused(archive({k: v for k, v in entries.items() if k != "word/document.xml"})).id
        == "E108"
    )
    assert refused(word(xml=b"<w:document").bytes()).id == "E108"
    assert refused(word(xml=b"").bytes()).id == "E108"
    assert refused(word(xml=root("hdr", p("x")).encode()).bytes()).id == "E106"


@pytest.mark.parametrize("encoding", ["x-unbekannt", "zip", "utf-7", "big5"])
def test_strange_encodings_are_damage(encoding: str) -> None:
    xml = word("x").document().replace(b'"UTF-8"', f'"{encoding}"'.encode())
    assert refused(word(xml=xml).bytes()).id == "E108"


# ----------------------------------------------------------------------------------------- DOCTYPE

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'


def with_doctype(xml: bytes, doctype: str = BOMB) -> bytes:
    head, rest = xml.decode().split("?>", 1)
    return f"{head}?>{doctype}{rest}".encode()


@pytest.mark.parametrize(
    "doctype", [BOMB, "<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "file:///etc/passwd">']
)
def test_doctype_in_the_main_part(doctype: str) -> None:
    assert refused(word(xml=with_doctype(word("x").document(), doctype)).bytes()).id == "E110"


@pytest.mark.parametrize("part", ["styles", "numbering", "settings", "comments"])
def test_doctype_in_other_parts(part: str) -> None:
    xml = with_doctype(root(part).encode())
    assert refused(word("x").add(part, xml).bytes()).id == "E110"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_doctype_in_the_package(part: str) -> None:
    entries = word("x").entries()
    assert refused(archive(entries | {part: with_doctype(entries[part])})).id == "E110"


# ----------------------------------------------------------------------------------------- odd zip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "word/Document.xml", "word\\document.xml"])
def test_doubled_names(name: str) -> None:
    buffer = io.BytesIO(word("x").bytes())
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr(name, b"<x/>")
    assert refused(buffer.getvalue()).id == "E111"


def test_unusual_compression() -> None:
    assert refused(archive(word("x").entries(), zipfile.ZIP_BZIP2)).id == "E111"


def test_encrypted_entry() -> None:
    data = bytearray(word("x").bytes())
    place = bytes(data).index(b"PK\x01\x02")
    data[place + 8] |= 1
    assert refused(bytes(data)).id == "E111"


# ------------------------------------------------------------------------------------------ limits


def test_zip_bomb_by_ratio() -> None:
    big = word(p(r("a" * 5_000_000))).bytes()
    assert len(big) < 50_000
    assert refused(big).id == "E109"


def test_sizes_in_the_directory_are_not_trusted() -> None:
    data = bytearray(word(p(r("a" * 3_000_000))).bytes())
    for place in _all(bytes(data), b"PK\x01\x02"):
        struct.pack_into("<L", data, place + 24, 10)
    assert refused(bytes(data)).id in ("E108", "E109")


def _all(data: bytes, sign: bytes) -> list[int]:
    found, place = [], data.find(sign)
    while place >= 0:
        found.append(place)
        place = data.find(sign, place + 1)
    return found


@pytest.mark.parametrize(
    "limits",
    [
        Limits(file_bytes=100),
        Limits(entries=2),
        Limits(part_bytes=500),
        Limits(total_bytes=2000),
        Limits(depth=4),
        Limits(elements=10),
        Limits(paragraph_elements=4),
        Limits(blocks=1),
    ],
)
def test_every_limit(limits: Limits) -> None:
    data = word("Text", p("a", "b", "c")).bytes()
    error = refused(data, limits=limits)
    assert error.id == "E109"
    assert "erlaubt" in error.text


def test_limit_of_the_file_applies_to_paths(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word("x").bytes())
    with pytest.raises(KlartextError, match="E109"):
        read(path, limits=Limits(file_bytes=10))


@pytest.mark.parametrize("name", ["smartTag", "hyperlink", "ins", "sdt"])
def test_deep_nesting_up_to_the_limit_is_read(name: str) -> None:
    xml = r("unten")
    depth = 120 if name == "sdt" else 240
    for _ in range(depth):
        xml = (
            f"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>"
            if name == "sdt"
            else tag(name, "", xml)
        )
    assert texts(word(p(xml))) == ["unten"]
    for _ in range(30):
        xml = tag(name, "", xml)
    assert refused(word(p(xml)).bytes()).id == "E109"


def test_deeply_nested_tables_and_text_boxes() -> None:
    xml = p("unten")
    for _ in range(70):
        xml = tbl(tr(tc(xml)))
    assert texts(word(xml)) == ["unten"]
    box = p("unten")
    for _ in range(40):
        box = p(r(f"<w:pict><v:textbox>{text_box(box)}</v:textbox></w:pict>"))
    assert texts(word(box)) == ["unten"]


def test_large_letters_are_read() -> None:
    roomy = Limits(ratio=10_000)
    blocks = letter(word(*["kurz"] * 20_000), limits=roomy).blocks
    assert (len(blocks), blocks[-1].index) == (20_000, 20_000)
    million = letter(word(p(r("Ein Satz im Amt. " * 60_000))), limits=roomy).blocks
    assert len(million) == 6
    assert "".join(block.text for block in million) == "Ein Satz im Amt. " * 60_000


def test_too_many_paragraphs_of_a_text_file() -> None:
    assert refused(b"a\n\nb\n\nc", "-", limits=Limits(blocks=2)).id == "E109"


def test_fields_nested_beyond_reason_are_read_as_text() -> None:
    marks = char("begin") * 3_000 + char("end") * 3_000
    assert texts(word(p("vor", marks, "nach"), "Ende")) == ["vornach", "Ende"]


def test_work_grows_with_the_file_only() -> None:
    """Thousands of fields, controls and placeholders in one paragraph: no quadratic time."""
    many = p(field_of("MERGEFIELD Name", "x") * 4_000, sdt("y", pr="<w:showingPlcHdr/>") * 4_000)
    begin = time.perf_counter()
    block = letter(word(many), limits=Limits(ratio=10_000)).blocks[0]
    assert len(block.placeholders) == 8_000
    assert len(read_bytes(b"{ab}" * 20_000, "-").blocks[0].placeholders) == 20_000
    assert time.perf_counter() - begin < 10
