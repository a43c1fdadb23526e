"""docx2python as second reader: no word it sees may be missing from our blocks."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest

from klartext.documents import ALL_PARTS, read
from tests.documents.builder import (
    Word,
    alternatives,
    field_of,
    ins,
    note,
    p,
    r,
    sdt,
    shape,
    simple,
    tag,
    tbl,
    tc,
    tr,
    vml,
    word,
)

docx2python = pytest.importorskip("docx2python").docx2python
WORDS = re.compile(r"[^\W\d_]{2,}")
MARKUP = re.compile(r"<[^<>]*>|----[^-]*----")


def files() -> dict[str, Word]:
    notes = word(p("Text", note("footnote", 1), note("endnote", 1)))
    notes.notes("footnote", {1: "Fussnotentext"}).notes("endnote", {1: "Endnotentext"})
    return {
        "runs": word(p("Be", r("sch", rpr="<w:b/>"), "eid über ", r("alles", rpr="<w:i/>"))),
        "fields": word(
            p("An ", field_of("MERGEFIELD Name", "Platzhalter"), simple("PAGE", "sieben"))
        ),
        "controls": word(p("vor ", sdt("mitten"), " nach"), sdt(p("Absatz darin"))),
        "tables": word(tbl(tr("links", tc(p("rechts"), tbl(tr("innen")), p("danach"))))),
        "boxes": word(p("aussen ", r(alternatives(shape("Kasten"), vml("Kasten"))))),
        "links": word(p("siehe ", tag("hyperlink", 'w:anchor="x"', r("Merkblatt")))),
        "changes": word(p("alt ", ins(r("eingefügt")), " Ende")),
        "notes": notes,
        "headers": word("Mitte").header("Kopfteil").header("Fussteil", kind="footer"),
        "inline": word(
            p(r("eins", "<w:tab/>", "zwei", "<w:br/>", "drei"), tag("smartTag", "", r("vier")))
        ),
    }


@pytest.mark.parametrize("name", files())
def test_every_word_is_there(name: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(files()[name].bytes())
    ours = {
        found for block in read(path, parts=ALL_PARTS).blocks for found in WORDS.findall(block.text)
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with docx2python(path) as document:
            theirs = set(WORDS.findall(MARKUP.sub(" ", document.text)))
    theirs -= {"Trennstrich", "footnote", "endnote"}
    assert theirs
    assert theirs - ours == set()
