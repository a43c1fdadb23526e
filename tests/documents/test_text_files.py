"""Plain text, Markdown, standard input."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from klartext.documents import read, read_bytes
from klartext.errors import KlartextError
from klartext.types import Letter


def plain(text: str, **options: object) -> Letter:
    return read_bytes(text.encode(), "-", **options)  # type: ignore[arg-type]


def markdown(text: str, **options: object) -> Letter:
    return read_bytes(text.encode(), "brief.md", **options)  # type: ignore[arg-type]


def shown(letter: Letter) -> list[tuple[str, str, str, int]]:
    return [(str(b.kind), b.text, b.label, b.level) for b in letter.blocks]


def test_paragraphs_and_hard_line_breaks() -> None:
    letter = plain("Sehr geehrte Frau M.,\n\n\nwir haben Ihren\nAntrag erhalten.\n  \nGruß")
    assert letter.kind == "txt"
    assert [block.text for block in letter.blocks] == [
        "Sehr geehrte Frau M.,",
        "wir haben Ihren\nAntrag erhalten.",
        "Gruß",
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_positions_are_real_lines_and_columns(ending: str) -> None:
    text = ending.join(("Erste", "", "  Zwei\u00adte Zeile", "  und mehr ", ""))
    block = plain(text).blocks[1]
    assert block.text == "Zweite Zeile\nund mehr"
    at = block.text.index
    assert block.source.position(0) == (3, 3)
    assert block.source.position(at("te")) == (3, 8)
    assert block.source.position(at("und")) == (4, 3)
    assert block.source.position(len(block.text)) == (4, 11)


def test_byte_order_mark_is_no_character() -> None:
    block = read_bytes("\ufeffAmt".encode(), "a.txt").blocks[0]
    assert (block.text, block.source.position(0)) == ("Amt", (1, 1))


@pytest.mark.parametrize("data", ["Größe".encode("cp1252"), "Größe".encode("utf-16"), b"\xff\xfea"])
def test_other_encodings_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(KlartextError) as caught:
        read_bytes(data, "brief.txt")
    assert caught.value.id == "E112"
    assert "UTF-8" in caught.value.text


def test_normalising_is_the_same_as_in_word() -> None:
    block = plain("Gebu\u0308hr nach §\u00a05, Kfz\u2011Halter").blocks[0]
    assert block.text == "Gebühr nach § 5, Kfz-Halter"
    assert block.source.position(4) == (1, 6)


@pytest.mark.parametrize("read_text", [plain, markdown])
def test_a_paragraph_that_shows_nothing_is_no_block(read_text: Callable[[str], Letter]) -> None:
    letter = read_text("Text\n\n\u00ad\n\n\u200b \u00ad\n\nMehr.")
    assert [block.text for block in letter.blocks] == ["Text", "Mehr."]
    assert read_text("\u00ad").blocks == ()


def test_list_items_in_plain_text() -> None:
    letter = plain("Sie brauchen:\n\n- Pass\n- Foto,\n  aktuell\n1. eins\n2) zwei\na) drei")
    assert shown(letter) == [
        ("absatz", "Sie brauchen:", "", 0),
        ("listenpunkt", "Pass", "•", 1),
        ("listenpunkt", "Foto,\naktuell", "•", 1),
        ("listenpunkt", "eins", "1.", 1),
        ("listenpunkt", "zwei", "2)", 1),
        ("listenpunkt", "drei", "a)", 1),
    ]


def test_a_date_at_the_beginning_of_a_line_is_no_list() -> None:
    for letter in (plain("Kommen Sie am\n12. Mai."), markdown("Kommen Sie am\n12. Mai.")):
        assert [block.text for block in letter.blocks] == ["Kommen Sie am\n12. Mai."]


def test_digest_and_path(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(b"Amt")
    letter = read(path)
    assert letter.path == path
    assert letter.sha256 == hashlib.sha256(b"Amt").hexdigest()
    assert plain("Amt").sha256 == letter.sha256


# ---------------------------------------------------------------------------------------- Markdown


def test_headings() -> None:
    letter = markdown("# Bescheid #\n\nText\n## Gründe\nMehr\n\nUnter\n===\nNeben\n---\n")
    assert shown(letter) == [
        ("ueberschrift", "Bescheid", "", 1),
        ("absatz", "Text", "", 0),
        ("ueberschrift", "Gründe", "", 2),
        ("absatz", "Mehr", "", 0),
        ("ueberschrift", "Unter", "", 1),
        ("ueberschrift", "Neben", "", 2),
    ]


def test_lists() -> None:
    letter = markdown("- eins\n  weiter\n  - tiefer\n* [ ] offen\n1. erstens\n10) zehntens\n")
    assert shown(letter) == [
        ("listenpunkt", "eins\nweiter", "•", 1),
        ("listenpunkt", "tiefer", "•", 2),
        ("listenpunkt", "offen", "•", 1),
        ("listenpunkt", "erstens", "1.", 1),
        ("listenpunkt", "zehntens", "10)", 1),
    ]


def test_tables() -> None:
    letter = markdown(
        "Vorher\n\n| Art | Preis |\n|:---|---:|\n| Pass | 60 \\| 70 |\n| Foto | |\n\nEnde"
    )
    assert [(block.text, block.path, block.table) for block in letter.blocks] == [
        ("Vorher", "Haupttext", None),
        ("Art", "Tabelle 1, Zeile 1, Spalte 1", (1, 1, 1)),
        ("Preis", "Tabelle 1, Zeile 1, Spalte 2", (1, 1, 2)),
        ("Pass", "Tabelle 1, Zeile 2, Spalte 1", (1, 2, 1)),
        ("60 | 70", "Tabelle 1, Zeile 2, Spalte 2", (1, 2, 2)),
        ("Foto", "Tabelle 1, Zeile 3, Spalte 1", (1, 3, 1)),
        ("Ende", "Haupttext", None),
    ]
    assert letter.blocks[2].source.position(0) == (3, 9)


def test_what_is_skipped() -> None:
    text = (
        "---\ntitle: x\n---\nText\n\n---\n\n***\n\n```python\ncode\n```\n\n~~~\n```\n~~~\n"
        "<!-- Kommentar\n\nüber Zeilen -->\n\n[ziel]: https://example.org\n\nEnde"
    )
    assert [block.text for block in markdown(text).blocks] == ["Text", "Ende"]


def test_emphasis_links_code_and_tags() -> None:
    text = (
        'Ein **sehr *wichtiges*** Wort, __fett__, _kursiv_, [Merkblatt](https://e.org "T"), '
        "![Bild](b.png)<br>`klartext check`, snake_case_name und 5 * 3 * 2, \\*kein\\*."
    )
    block = markdown(text).blocks[0]
    assert block.text == (
        "Ein sehr wichtiges Wort, fett, kursiv, Merkblatt, klartext check, "
        "snake_case_name und 5 * 3 * 2, *kein*."
    )
    assert [(item.range.of(block.text), str(item.type)) for item in block.placeholders] == [
        ("klartext check", "foreign")
    ]
    link = block.source.segment(block.text.index("Merkblatt")).context.link  # type: ignore[attr-defined]
    assert link == "https://e.org"
    assert text[block.source.position(block.text.index("kein"))[1] - 1 :].startswith("kein")


def test_bold_paragraph() -> None:
    assert [block.bold for block in markdown("**Ganz fett**\n\nteils **fett**").blocks] == [
        True,
        False,
    ]


def test_placeholders_are_no_markup() -> None:
    block = markdown("Sehr geehrte {{ brief_anrede_kurz }} und {{ *x }} ____ __ <Name>").blocks[0]
    assert [item.name for item in block.placeholders] == ["brief_anrede_kurz", "*x", "", "Name"]


def test_quotes() -> None:
    assert shown(markdown("> Zitat\n> weiter\n\nText")) == [
        ("absatz", "Zitat\nweiter", "", 0),
        ("absatz", "Text", "", 0),
    ]


def test_tables_can_be_left_out() -> None:
    text = "a\n\n| b | c |\n|---|---|\n\nd"
    letter = markdown(text, parts=frozenset({"body"}))
    assert [(block.index, block.text) for block in letter.blocks] == [(1, "a"), (4, "d")]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_edit_over_a_line_break_takes_the_indentation_along(name: str) -> None:
    text = "  eins  \r\n    zwei drei"
    block = read_bytes(text.encode(), name).blocks[0]
    assert block.text == "eins\nzwei drei"
    (stretch,) = block.source.places(0, 9)  # type: ignore[attr-defined]
    start = stretch.place.offset
    assert text[start : start + stretch.length] == "eins  \r\n    zwei"
