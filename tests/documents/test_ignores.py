"""Inline ignores: where they may stand and how far they reach."""

from __future__ import annotations

import pytest

from klartext.documents import read_bytes
from klartext.documents.ignores import parse_directive
from klartext.types import IgnoreDirective, Letter, TextRange
from tests.documents.builder import Word, comment_range, p, r, sdt, tbl, tr, vml, word
from tests.documents.helpers import letter


def reach(letter: Letter) -> list[tuple[tuple[str, ...], str, list[str]]]:
    """Rules, reason, and the texts the directive is for."""
    blocks = {block.index: block.text for block in letter.blocks}
    return [
        (
            item.rules,
            item.reason,
            [span.of(blocks[index]) if span else blocks[index] for index, span in item.reach],
        )
        for item in letter.directives
    ]


@pytest.mark.parametrize(
    ("text", "rules", "reason"),
    [
        ("klartext: aus WO01, SA03 – Gesetzeswort", ("WO01", "SA03"), "Gesetzeswort"),
        ("klartext: aus wo01 sa03 - Grund", ("WO01", "SA03"), "Grund"),
        ("Klartext : ignore satz.passiv", ("satz.passiv",), ""),
        ("klartext: aus", (), ""),
        ("klartext: aus — alles so gewollt\nwirklich", (), "alles so gewollt wirklich"),
        ("  klartext:aus WO01", ("WO01",), ""),
    ],
)
def test_forms(text: str, rules: tuple[str, ...], reason: str) -> None:
    wish = parse_directive(text)
    assert wish is not None
    assert (wish.rules, wish.reason) == (rules, reason)


@pytest.mark.parametrize(
    "text", ["klartext: auskunft", "aus WO01", "Bitte klartext: aus WO01", "klartext: an", ""]
)
def test_what_is_no_directive(text: str) -> None:
    assert parse_directive(text) is None


# -------------------------------------------------------------------------------------------- Word


def commented(file: Word, text: str = "klartext: aus WO01 – Gesetzeswort") -> Letter:
    return letter(file.comments({3: text, 4: "Bitte prüfen!"}))


def test_comment_on_a_stretch() -> None:
    found = commented(word("Vorher", p("Die ", comment_range(3, "Inanspruchnahme"), " ist")))
    assert reach(found) == [(("WO01",), "Gesetzeswort", ["Inanspruchnahme"])]
    directive = found.directives[0]
    assert (directive.block, directive.range) == (2, TextRange(4, 19))
    assert directive.origin == "comment"


def test_comment_over_several_blocks() -> None:
    start, end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    mark = '<w:r><w:commentReference w:id="3"/></w:r>'
    found = commented(word(p("a ", start, "b"), "c", p("d", end, mark, " e")))
    assert reach(found)[0][2] == ["b", "c", "d"]
    assert [span for _, span in found.directives[0].reach] == [
        TextRange(2, 3),
        None,
        TextRange(0, 1),
    ]


def test_comment_around_blocks() -> None:
    start, end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    found = commented(word("a", start, "b", "c", end, "d"))
    assert reach(found)[0][2] == ["b", "c"]
    last = commented(word("a", start, "b", end))
    assert reach(last)[0][2] == ["b"]


def test_comment_without_a_range_is_for_its_block() -> None:
    found = commented(word("a", p("b b", '<w:r><w:commentReference w:id="3"/></w:r>'), "c"))
    assert reach(found)[0][2] == ["b b"]


def test_other_comments_are_neither_text_nor_directives() -> None:
    found = commented(word(p(comment_range(4, "Text"))), "Noch einmal ansehen")
    assert found.directives == ()
    assert [block.text for block in found.blocks] == ["Text"]


def test_comment_that_is_nowhere_is_nothing() -> None:
    assert commented(word("a")).directives == ()


def test_control_tags() -> None:
    inline = p("vor ", sdt("drin", pr='<w:tag w:val="klartext:aus=WO01,SA03"/>'), " nach")
    around = sdt(p("eins"), tbl(tr("zwei")), pr='<w:tag w:val="klartext:aus"/>')
    found = letter(word(inline, around, "danach"))
    assert reach(found) == [
        (("WO01", "SA03"), "", ["drin"]),
        ((), "", ["eins", "zwei"]),
    ]
    assert [item.origin for item in found.directives] == ["control", "control"]
    assert reach(letter(word(around)))[0][2] == ["eins", "zwei"]


def test_what_follows_a_control_is_not_in_its_reach() -> None:
    control = sdt(p("drin"), pr='<w:tag w:val="klartext:aus"/>')
    picture_only = p(r(vml("Kasten")))
    found = letter(word("vor", control, picture_only, "danach"))
    assert reach(found)[0][2] == ["drin"]
    around = sdt(p("drin", r(vml("Kasten"))), p(), pr='<w:tag w:val="klartext:aus"/>')
    assert reach(letter(word("vor", around, "danach")))[0][2] == ["drin", "Kasten"]


def test_an_empty_control_reaches_nothing() -> None:
    control = sdt(p(), pr='<w:tag w:val="klartext:aus"/>')
    assert letter(word("vor", control, "danach")).directives == ()


def test_numbers_in_the_reach_are_those_of_the_blocks() -> None:
    file = word(tbl(tr("Zelle")), p(comment_range(3, "Text"))).comments({3: "klartext: aus"})
    found = letter(file, parts=frozenset({"body"}))
    assert (
        [index for index, _ in found.directives[0].reach] == [2] == [b.index for b in found.blocks]
    )


# --------------------------------------------------------------------------------- plain, Markdown


def directives(text: str, name: str) -> tuple[Letter, tuple[IgnoreDirective, ...]]:
    found = read_bytes(text.encode(), name)
    return found, found.directives


def test_line_in_plain_text_is_for_the_next_paragraph() -> None:
    text = "Eins\n\n# klartext: aus WO01 – Grund\nZwei\nzwei\n\nDrei\n# klartext: aus\n"
    found, items = directives(text, "a.txt")
    assert [block.text for block in found.blocks] == ["Eins", "Zwei\nzwei", "Drei"]
    assert reach(found) == [(("WO01",), "Grund", ["Zwei\nzwei"]), ((), "", [])]
    assert [item.block for item in items] == [2, 3]


def test_a_line_in_the_middle_ends_the_paragraph() -> None:
    found, _ = directives("Eins\n# klartext: aus WO01\nZwei", "a.txt")
    assert reach(found) == [(("WO01",), "", ["Zwei"])]


def test_markdown_comment_before_a_paragraph() -> None:
    found, _ = directives("Eins\n\n<!-- klartext: aus WO01 – Grund -->\n\nZwei\n\nDrei", "a.md")
    assert [block.text for block in found.blocks] == ["Eins", "Zwei", "Drei"]
    assert reach(found) == [(("WO01",), "Grund", ["Zwei"])]


def test_markdown_range() -> None:
    text = (
        "Eins\n\n<!-- klartext: aus -->\nZwei\n\n- Drei\n<!-- klartext: an -->\n\nVier "
        "<!-- klartext: ignore SA01 -->fünf<!-- klartext: an --> sechs"
    )
    found, _ = directives(text, "a.md")
    assert reach(found) == [((), "", ["Zwei", "Drei"]), (("SA01",), "", ["fünf"])]
    assert found.blocks[-1].text == "Vier fünf sechs"


def test_a_directive_in_a_code_block_is_an_example() -> None:
    assert directives("```\n<!-- klartext: aus -->\n```\nText", "a.md")[1] == ()
