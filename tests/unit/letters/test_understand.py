"""Whatever stands in a letter, understanding it never fails and stays inside the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from klartext.letters.model import Section
from klartext.letters.understand import understand
from klartext.types import Block, BlockKind, TextRange

from .building import Reading, make_block, parse

PIECES = st.sampled_from(
    [
        "Rechtsbehelfsbelehrung",
        "Sehr geehrte Frau Muster,",
        "Mit freundlichen Grüßen",
        "Anlagen:",
        "Begründung",
        "Es ergeht folgender Bescheid:",
        "1. Ihr Antrag wird abgelehnt.",
        "a) Das gilt.",
        "Sie können Klage erheben.",
        "Ich versichere das.",
        "____________",
        "„Das gilt",
        "so.“",
        "§ 5 AufenthG lautet:",
        "Nebenbestimmungen",
        "Im Auftrag",
        "{frist}",
        "bis zum 3. Mai 2026",
        "Ihre Rechte",
        "\n",
        " ",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=6).map(" ".join),
                  st.lists(PIECES, max_size=6).map("\n".join))  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    return tuple(
        make_block(
            draw(TEXTS),
            index,
            kind=draw(st.sampled_from(BlockKind)),
            label=draw(st.sampled_from(["", "1.", "(2)", "b)", "IV.", "•", "?"])),
            level=draw(st.integers(0, 12)),
            bold=draw(st.booleans()),
            style=draw(st.sampled_from(["", "Zitat"])),
        )
        for index in range(1, draw(st.integers(0, 8)) + 1)
    )


@settings(max_examples=150, deadline=None)
@given(blocks())
def test_never_raises_and_stays_inside(letter: tuple[Block, ...]) -> None:
    understood = understand(parse(letter))
    assert set(understood.sections) == {block.index for block in letter}
    texts = {block.index: block.text for block in letter}
    for place in (*understood.zones, *understood.facts):
        assert place.block in texts
        if place.range is not None:
            assert place.range.end <= len(texts[place.block])
    assert understood.letter_types
    assert 0 <= understood.confidence <= 1


def test_empty_letter() -> None:
    understood = understand(parse(()))
    assert understood.zones == ()
    assert understood.letter_types == ("unbestimmt",)


def test_zones_are_sorted_and_found_by_place() -> None:
    read = Reading("Bitte zahlen Sie nach § 5 AufenthG.\n\nRechtsbehelfsbelehrung\n\nText folgt.")
    found = read.understood.zones
    assert list(found) == sorted(found, key=lambda z: (z.block, z.range.start if z.range else 0))
    assert [zone.id for zone in read.understood.zones_at(1, TextRange(0, 5))] == []
    assert [zone.id for zone in read.understood.zones_at(1, TextRange(20, 25))] == ["Z5"]


def test_no_type_without_clear_cues() -> None:
    read = Reading("Sehr geehrte Frau Muster,\n\nvielen Dank für das Gespräch.\n\nViele Grüße")
    assert read.understood.letter_types == ("unbestimmt",)


def test_refusal_with_threat_has_two_types() -> None:
    read = Reading(
        "Bescheid\n\nSehr geehrte Frau Muster,\n\nes ergeht folgender Bescheid:\n\n"
        "1. Ihr Antrag wird abgelehnt.\n\n2. Verlassen Sie das Bundesgebiet bis zum 3. Mai.\n\n"
        "3. Die Abschiebung nach Ghana wird Ihnen angedroht.\n\nBegründung\n\nDas folgt aus § 59"
        " AufenthG.\n\nRechtsbehelfsbelehrung\n\nSie können Klage erheben.\n\nViele Grüße"
    )
    assert set(read.understood.letter_types) == {"ablehnung", "beendigung"}


def test_section_of_a_mixed_block_is_that_of_its_longer_part() -> None:
    read = Reading("Guten Tag Frau Muster,\nbitte bringen Sie Ihren Pass und ein neues Foto mit.")
    assert read.sections() == [Section.AUFFORDERUNG]
    assert read.texts("Z10") == ["Guten Tag Frau Muster,"]
