"""Order, folding, labels and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from klartext.report import RenderOptions, render
from klartext.report.fold import IN_FULL
from klartext.report.view import LetterView, block_label, is_unread, place_of, view
from klartext.types import Finding, Notice, Score, Severity, TextRange

from .building import (
    EXCERPTS,
    LONG,
    PHOTOS,
    TITLES,
    excerpt,
    letter,
    long_sentence,
    photos,
    report,
    sample,
)


def shown(letter_view: LetterView) -> list[str]:
    return [
        f"{item.finding.rule}@{item.finding.block}"
        for group in letter_view.groups
        for item in group.findings
    ]


def test_findings_stand_in_reading_order_with_the_whole_letter_first() -> None:
    whole = Finding("IN01", "information.frist", 0, (), Severity.WARNUNG, "Die Frist fehlt.")
    found = view(replace(sample(), findings=(*sample().findings, whole)), TITLES)
    assert shown(found) == ["IN01@0", "WO01@4", "SA01@9", "SA08@11", "SZ01@31"]
    assert [group.label for group in found.groups] == [
        "Ganzer Brief",
        "Absatz 4",
        "Absatz 9",
        "Absatz 11",
        "Fußnote 1 (Absatz 31)",
    ]
    assert place_of(sample(), whole).line == 1
    text = render("text", report(letter([whole])), RenderOptions())
    assert "│" not in text


def test_causes_go_from_worst_to_mildest_then_by_number() -> None:
    findings = [photos(4), photos(9, LONG + PHOTOS), long_sentence()]
    assert view(letter(findings), TITLES).causes == (("Langer Satz", 1), ("Amtswort", 2))


def test_places_with_the_same_word_are_told_at_the_first_one() -> None:
    excerpts = {number: excerpt(number, PHOTOS) for number in (4, 7, 12)}
    found = letter([photos(4), photos(7), photos(12)], excerpts=excerpts)
    assert shown(view(found, TITLES)) == ["WO01@4"]
    output = render("text", report(found), RenderOptions())
    assert "Ebenso an 2 weiteren Stellen: Absatz 7, 12\n" in output
    assert "3 Stellen: 3 Warnungen. 3 Vorschläge sind sicher." in output
    assert shown(view(found, TITLES, fold=False)) == ["WO01@4", "WO01@7", "WO01@12"]


def test_many_places_of_one_rule_are_folded_behind_the_last_one_shown() -> None:
    total = IN_FULL + 2
    findings = [replace(photos(number), entry=None) for number in range(1, total + 1)]
    excerpts = {number: excerpt(number, PHOTOS) for number in range(1, total + 1)}
    found = view(letter(findings, excerpts=excerpts), TITLES)
    assert len(shown(found)) == IN_FULL
    assert found.groups[-1].findings[0].same_rule == (f"Absatz {total - 1}", f"Absatz {total}")


def test_the_worst_places_are_shown_not_the_first_ones() -> None:
    findings = [replace(photos(number), entry=None) for number in range(1, IN_FULL + 3)]
    findings[-1] = replace(findings[-1], severity=Severity.FEHLER)
    excerpts = {finding.block: excerpt(finding.block, PHOTOS) for finding in findings}
    found = view(letter(findings, excerpts=excerpts), TITLES)
    assert shown(found) == ["WO01@1", "WO01@2", "WO01@3", "WO01@4", "WO01@7"]
    assert found.groups[-1].findings[0].same_rule == ("Absatz 5", "Absatz 6")
    twice = [photos(4), replace(photos(7), severity=Severity.FEHLER)]
    assert shown(view(letter(twice, excerpts=excerpts), TITLES)) == ["WO01@7"]


def test_one_more_place_is_told_in_the_singular() -> None:
    output = render("text", report(letter([photos(4), photos(7)])), RenderOptions())
    assert "Ebenso an einer weiteren Stelle: Absatz 7\n" in output


def test_of_a_crowded_sentence_the_worst_three_are_shown_and_the_others_named() -> None:
    sentence = TextRange(0, len(LONG))
    findings = [
        Finding(rule, "", 9, (TextRange(at, at + 2),), severity, "x", sentence=sentence)
        for at, (rule, severity) in enumerate(
            [
                ("AA01", Severity.HINWEIS),
                ("AA02", Severity.FEHLER),
                ("AA03", Severity.HINWEIS),
                ("AA04", Severity.WARNUNG),
                ("AA05", Severity.WARNUNG),
            ]
        )
    ]
    found = view(letter(findings), TITLES)
    assert shown(found) == ["AA02@9", "AA04@9", "AA05@9"]
    assert found.groups[0].findings[-1].same_sentence == ("AA01", "AA03")


def test_nothing_vanishes_when_folding() -> None:
    sentence = TextRange(0, len(PHOTOS))
    findings = [
        replace(photos(block), entry=f"wort{entry}" if entry else None, sentence=sentence)
        for block in range(1, 12)
        for entry in (0, 1, 2, 3, 4)
    ]
    excerpts = {number: excerpt(number, PHOTOS) for number in range(1, 12)}
    found = view(letter(findings, excerpts=excerpts), TITLES)
    told = sum(
        1 + len(item.same_entry) + len(item.same_rule) + len(item.same_sentence)
        for group in found.groups
        for item in group.findings
    )
    assert told == len(findings)


def test_text_files_have_lines_word_files_have_paragraphs() -> None:
    plain = letter([photos()], kind="txt", excerpts={4: excerpt(4, PHOTOS, "Haupttext", 17)})
    assert block_label(plain, 4) == "Zeile 17"
    assert block_label(letter([photos()]), 4) == "Absatz 4"
    assert block_label(letter([], excerpts={}), 4) == "Absatz 4"


def test_positions_of_the_file_beat_block_and_offset() -> None:
    found = photos()
    span = found.span
    positions = {(4, span.start): (17, 3), (4, span.end): (18, 2)}
    place = place_of(letter([found], positions=positions), found)
    assert (place.line, place.column, place.end_line, place.end_column) == (17, 3, 18, 2)
    assert place_of(letter([found]), found).column == span.start + 1


def test_notices_are_short_where_something_was_not_read() -> None:
    notices = [
        Notice("N101", "Ein Bild ohne Alternativtext wurde nicht gelesen (Absatz 3).", 1),
        Notice("N101", "2 Formeln wurden nicht gelesen (Absatz 5, 6).", 2),
        Notice("N105", "Der Absatz 12 ist als Englisch gekennzeichnet.", 1),
        Notice("N105", "Der Absatz 14 ist als Englisch gekennzeichnet.", 1),
        Notice("N106", "Das Dokument ist digital signiert."),
    ]
    found = view(letter(notices=notices), TITLES)
    assert found.not_read == (
        "1 Bild ohne Alternativtext",
        "2 Formeln",
        "2 fremdsprachige Absätze",
    )
    assert found.notices == ("Das Dokument ist digital signiert.",)
    assert [is_unread(notice) for notice in notices] == [True] * 4 + [False]


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        ([("Z1", 12), ("Z1", 13), ("Z1", 15)], ("Rechtsbehelfsbelehrung (Absatz 12–13, 15)",)),
        (
            [("Z13", 2), ("Z2", 9)],
            ("Entscheidung (Absatz 9)", "fremdsprachiger Text (Absatz 2)"),
        ),
        ([], ()),
    ],
)
def test_zones_are_named_with_their_blocks(
    zones: list[tuple[str, int]], expected: tuple[str, ...]
) -> None:
    assert view(letter(zones=zones), TITLES).zones == expected


@pytest.mark.parametrize(
    ("score", "head"),
    [
        (Score("lix", 51.25, "harder", "schwer"), "LIX 51,3 · schwer"),
        (Score("klartext_index", 38.4, "easier", "schwer"), "Klartext-Index 38 von 100 · schwer"),
        (Score("lix", None, "harder", None, "Nur 2 Sätze."), "Kein Wert für LIX: Nur 2 Sätze."),
    ],
)
def test_head_line_shows_the_index_else_lix_else_the_reason(score: Score, head: str) -> None:
    output = render("text", report(letter(scores=[score])), RenderOptions())
    assert head in output.split("\n\n")[0]


def test_the_index_stands_before_lix() -> None:
    scores = [
        Score("lix", 51.25, "harder", "schwer"),
        Score("klartext_index", 38.0, "easier", "schwer"),
    ]
    output = render("text", report(letter(scores=scores)), RenderOptions())
    assert "LIX" not in output
    assert "LIX 51,3" in render("text", report(letter(scores=scores)), RenderOptions(verbose=True))


def test_a_long_path_leaves_room_for_the_value() -> None:
    path = "vorlagen/" + "sehr-langer-ordner/" * 6 + "versagung.docx"
    score = Score("lix", 51.25, "harder", "schwer")
    head = render("text", report(letter(path=path, scores=[score])), RenderOptions())
    first = head.split("\n")[0]
    assert first.startswith("…/")
    assert "versagung.docx" in first
    assert len(first) == 100


def test_excerpts_of_other_blocks_are_not_needed() -> None:
    assert set(EXCERPTS) == {4, 9, 11, 31}
    assert "WO01" in render("text", report(letter([photos(5)])), RenderOptions())
