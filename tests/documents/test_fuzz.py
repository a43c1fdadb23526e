"""Some hundred broken files with a fixed seed: a letter or one of our errors, and fast."""

from __future__ import annotations

import random
import re
import time

from klartext.documents import ALL_PARTS, read_bytes
from klartext.documents.tree import parse, span
from klartext.errors import KlartextError
from tests.documents.builder import (
    alternatives,
    archive,
    char,
    code,
    comment_range,
    deleted,
    field_of,
    form,
    ins,
    level,
    note,
    numbering,
    p,
    picture,
    r,
    sdt,
    shape,
    style,
    styles,
    tbl,
    tc,
    tr,
    vml,
    word,
)

SEED = 20260511
FILES = 400
SECONDS = 2.0
ELEMENT = re.compile(rb"<[A-Za-z][^<>]*>|</[^<>]*>")


def rich() -> dict[str, bytes]:
    """A file with one of everything."""
    data = '<w:ddList><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>'
    file = word(
        p("Bescheid", style="H"),
        p("Sehr geehrte ", field_of("MERGEFIELD Nachname", "«Nachname»"), ",", note("footnote", 1)),
        p(char("begin"), code('IF a = b "ja" "nein"'), char("separate"), "ja", char("end")),
        p(form("FORMDROPDOWN", name="W", data=data), deleted("alt"), ins(r("neu"))),
        p(comment_range(1, "Punkt"), num="1"),
        tbl(tr(tc("a", pr='<w:gridSpan w:val="2"/>'), "b"), tr(tc(tbl(tr("c")), p("d")))),
        sdt(p("Text"), pr='<w:tag w:val="klartext:aus"/><w:showingPlcHdr/>'),
        p(r(alternatives(shape("Kasten"), vml("Kasten"))), r(picture("Bild"))),
        p("Ende", ppr='<w:rPr><w:del w:id="9"/></w:rPr>'),
        kind="dotm",
    )
    file.add("styles", styles(style("H", name="heading 1"), style("x", base="H")))
    file.add("numbering", numbering({"0": [level(0, "decimal", "%1.")]}, {"1": "0"}))
    file.notes("footnote", {1: "Fußnote"}).header("Kopf").comments({1: "klartext: aus WO01"})
    return file.entries()


def mutate(entries: dict[str, bytes], chance: random.Random) -> bytes:
    """One to three things go wrong."""
    entries = dict(entries)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(entries))
        if chance.random() < 0.6:
            name = "word/document.xml"
            entries[name] = rearranged(entries.get(name, b""), chance)
        elif chance.random() < 0.2:
            del entries[name]
        else:
            entries[name] = damaged(entries[name], entries, chance)
    packed = bytearray(archive(entries))
    if chance.random() < 0.1:
        for _ in range(chance.randint(1, 4)):
            packed[chance.randrange(len(packed))] = chance.randrange(256)
    return bytes(packed)


def rearranged(data: bytes, chance: random.Random) -> bytes:
    """Elements deleted, repeated or moved; attributes changed. The XML stays well-formed."""
    try:
        nodes = parse(data, "x").descendants()
    except KlartextError:
        return data
    if not nodes:
        return data
    start, _, _, end = span(data, chance.choice(nodes))
    target = chance.choice(nodes).start
    piece, what = data[start:end], chance.randrange(5)
    if what == 0:
        return data[:start] + data[end:]
    if what == 1:
        return data[:end] + piece + data[end:]
    if what == 2 and not start <= target < end:
        rest = data[:start] + data[end:]
        place = target if target < start else target - len(piece)
        return rest[:place] + piece + rest[place:]
    if what == 3:
        kinds = [b'"begin"', b'"separate"', b'"end"']
        return data.replace(chance.choice(kinds), chance.choice(kinds), chance.randint(1, 3))
    return data.replace(b'w:val="', b'w:val="-7', chance.randint(1, 4))


def damaged(data: bytes, entries: dict[str, bytes], chance: random.Random) -> bytes:
    """Bytes flipped, cut off, or those of another part."""
    place = chance.randrange(len(data) + 1)
    what = chance.randrange(4)
    if what == 0:
        return data[:place]
    if what == 1:
        return entries[chance.choice(sorted(entries))]
    tags = [match.span() for match in ELEMENT.finditer(data)]
    if what == 2 and tags:
        start, end = chance.choice(tags)
        return data[:start] + data[end:]
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def test_broken_files_give_a_letter_or_our_error() -> None:
    chance = random.Random(SEED)
    entries = rich()
    outcomes: dict[str, int] = {}
    for number in range(FILES):
        data = mutate(entries, chance)
        begin = time.perf_counter()
        try:
            letter = read_bytes(data, "brief.docx", parts=ALL_PARTS)
            outcome = "read"
            for block in letter.blocks:
                assert block.source.position(len(block.text))[0] == block.index
        except KlartextError as error:
            outcome = error.id
        assert time.perf_counter() - begin < SECONDS, number
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert outcomes["read"] > FILES / 3
    assert outcomes["E108"] > FILES / 20
    assert all(outcome == "read" or outcome.startswith("E1") for outcome in outcomes)


def test_the_file_that_is_mutated_is_sound() -> None:
    letter = read_bytes(archive(rich()), "brief.docx", parts=ALL_PARTS)
    assert len(letter.blocks) == 19
    assert len(letter.directives) == 2
