"""The sample letters are what their sources say, and every build gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from samples import markup
from samples.build import FOLDER, is_current, main
from samples.markup import MarkupError, parse
from samples.word import build

SOURCES = sorted((FOLDER / "source").glob("*.txt"))


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def _source(body: str) -> str:
    return f'+++\ntitle = "Probe"\n+++\n{body}\n'


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_committed_file_is_current(path: Path) -> None:
    built = build(parse(path.read_text(encoding="utf-8"), path.name))
    assert is_current(FOLDER / f"{path.stem}.docx", built)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_build_gives_the_same_bytes(path: Path) -> None:
    source = parse(path.read_text(encoding="utf-8"), path.name)
    assert build(source) == build(source)


def test_every_sample_has_a_source_and_a_line_in_the_readme() -> None:
    names = {path.stem for path in FOLDER.glob("*.docx")}
    assert names == {path.stem for path in SOURCES}
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if f"`{name}.docx`" not in readme] == []
    assert f"{len(names)} erfundene Briefe" in readme


def test_a_changed_file_is_stale(tmp_path: Path) -> None:
    built = build(parse(_source("Guten Tag,"), "probe"))
    other = tmp_path / "probe.docx"
    other.write_bytes(build(parse(_source("Guten Abend,"), "probe")))
    assert not is_current(other, built)
    other.write_bytes(built)
    assert is_current(other, built)


def test_check_of_the_committed_samples_passes() -> None:
    assert main(["--check"]) == 0


def test_word_opens_what_python_docx_knows() -> None:
    data = build(parse(_source("# Bescheid\n1. Erstens.\n2. Zweitens.\nDanach."), "probe"))
    paragraphs = Document(io.BytesIO(data)).paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [
        "Bescheid",
        "Erstens.",
        "Zweitens.",
        "Danach.",
    ]
    numbers = [p._p.pPr.numPr.numId.val for p in paragraphs[1:3]]
    assert numbers[0] == numbers[1]


def test_a_list_that_starts_at_one_is_a_new_list() -> None:
    data = build(parse(_source("1. Erstens.\nDazwischen.\n1. Wieder erstens."), "probe"))
    first, _, second = Document(io.BytesIO(data)).paragraphs
    assert first._p.pPr.numPr.numId.val != second._p.pPr.numPr.numId.val


def test_constructs_python_docx_cannot_write() -> None:
    body = (
        "@textbox\nTelefon: «Telefon»\n@end\n"
        "@hidden\nNur für uns\n@end\n"
        "@control Anschrift\nLindenstraße 19\n@end\n"
        "Ihr Geld¦institut[^Eine Fußnote.] <<if G=w|Frau|Herr>> {{Form|Kopie}} <<doc X>>"
    )
    data = build(parse(_source(body), "probe"))
    document = _part(data, "word/document.xml")
    assert document.count("MERGEFIELD Telefon") == 2  # Choice and Fallback
    assert document.count("<w:vanish/>") == 1
    assert '<w:tag w:val="Anschrift"/>' in document
    assert "Ihr Geld</w:t></w:r><w:r>" in document
    assert document.count('w:fldCharType="begin"') == document.count('w:fldCharType="end"') == 6
    assert '<w:listEntry w:val="Kopie"/>' in document
    assert "Eine Fußnote." in _part(data, "word/footnotes.xml")
    assert "footnotes+xml" in _part(data, "[Content_Types].xml")


def test_inline_marks_lose_nothing() -> None:
    pieces = markup.inlines("§~5 **gilt** für «Name»→und\\\\Sie.")
    assert [(piece.kind, piece.value) for piece in pieces] == [
        ("text", "§\u00a05 "),
        ("bold", "gilt"),
        ("text", " für "),
        ("merge", "Name"),
        ("tab", "→"),
        ("text", "und"),
        ("break", "\\\\"),
        ("text", "Sie."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Guten Tag", "table between"),
        (_source("2. Zweitens."), "line 4: item 2 after 0"),
        (_source("@kopf\nx\n@end"), "unknown block @kopf"),
        (_source("Text\n@footer\nx"), "line 5: @footer has no @end"),
    ],
)
def test_errors_name_the_line(text: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        parse(text, "probe")
