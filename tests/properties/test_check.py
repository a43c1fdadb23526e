"""No text makes a check fail, and every finding points at the words it speaks of."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klartext import documents
from klartext.check import Checker
from klartext.rules import load_rules
from klartext.settings import Selector, Settings
from klartext.types import LetterReport
from tests.documents import builder

_PIECES = (
    """
Sehr geehrte Frau «Name»,|Bescheid|wird abgelehnt|Die Unterlagen sind bis zum|04.05.2026
31.02.2026|einzureichen|.|§ 5 Abs. 1 AufenthG|Hiermit|bestätigen wir|XX.XX.XXXX|____
Rechtsbehelfsbelehrung|„|“|(|)|Mit freundlichen Grüßen|- |1. |🙂|ﬁ|²|ª|a\u0308|\u00ad|\u200b
z. B.|Fiktionsbescheinigung|und|weil Sie nicht|gekommen sind|10 K 12/24|{|}|[nur
""".strip()
    .replace("\n", "|")
    .split("|")
)
_GAPS = ["\n\n", "\n", "\t", " "]
_texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    st.lists(st.sampled_from([*_PIECES, *_GAPS]), max_size=40).map(" ".join),
    st.lists(st.sampled_from([*_PIECES, *_GAPS]), max_size=40).map("".join),
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    everything = tuple(Selector(rule.id, "select", 1, "Test") for rule in load_rules())
    return Checker(Settings(selectors=everything, replaces_default=True))


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=_texts)
def test_no_text_makes_check_raise(checker: Checker, text: str) -> None:
    letter = documents.read_bytes(text.encode("utf-8", "replace"), "brief.txt")
    report = checker.check_letter(letter, "brief.txt")
    blocks = {block.index: block.text for block in letter.blocks}
    _positions_lie_inside(report, blocks)


def _positions_lie_inside(report: LetterReport, blocks: dict[int, str]) -> None:
    for finding in report.findings:
        text = blocks[finding.block]
        assert finding.ranges
        for place in finding.ranges:
            assert 0 <= place.start < place.end <= len(text)
            assert place.of(text).strip()
        if "„" in finding.message and len(finding.ranges) == 1:
            words = " ".join(finding.ranges[0].of(text).split())
            quoted = finding.message.split("„", 1)[1]
            assert len(words) > 60 or quoted.startswith(words) or words not in finding.message
        for suggestion in finding.suggestions:
            for edit in suggestion.edits:
                assert edit.range.end <= len(text)


_words = st.lists(st.sampled_from([*_PIECES, " "]), min_size=1, max_size=12).map(" ".join)
_paragraph = st.builds(
    lambda pieces: builder.p(*(builder.r(builder.t(piece)) for piece in pieces)),
    st.lists(_words, min_size=1, max_size=3),
)
_element = st.one_of(
    _paragraph,
    st.builds(lambda cell: builder.tbl(builder.tr(builder.tc(cell), builder.tc(cell))), _paragraph),
    st.builds(lambda text: builder.p(builder.field_of("MERGEFIELD Name", text)), _words),
    st.builds(lambda text: builder.p(builder.ins(builder.r(builder.t(text)))), _words),
    st.builds(lambda text: builder.p(builder.sdt(builder.r(builder.t(text)))), _words),
    st.builds(lambda box: builder.p(builder.r(builder.shape(builder.text_box(box)))), _paragraph),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.lists(_element, max_size=6))
def test_no_word_file_makes_check_raise(checker: Checker, body: list[str]) -> None:
    letter = documents.read_bytes(builder.word(*body).bytes(), "brief.docx")
    report = checker.check_letter(letter, "brief.docx")
    _positions_lie_inside(report, {block.index: block.text for block in letter.blocks})


@pytest.mark.parametrize("profile", ["brief", "bescheid", "leicht"])
def test_every_profile_checks_a_letter(profile: str) -> None:
    checker = Checker(Settings(profile=profile))
    report = checker.check_bytes("Ihr Antrag wird geprüft.".encode(), "brief.txt")
    assert report.profile == profile


def _about_ignores(report: LetterReport) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule.startswith("KT")]


def _left_out_header() -> bytes:
    word = builder.word(builder.p("Guten Tag, hier steht Text."))
    word.header(builder.p(builder.comment_range(1, builder.r("Kopf mit Text"))))
    word.comments({1: "klartext: aus WO99 – Grund"})
    return word.bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [("leer.txt", b"# klartext: aus WO99\n"), ("kopf.docx", _left_out_header())],
)
def test_an_ignore_outside_the_text_that_is_read_makes_no_check_fail(
    name: str, data: bytes
) -> None:
    report = Checker(Settings(parts=("body",))).check_bytes(data, name)
    assert _about_ignores(report) == []


def test_an_ignore_in_the_text_that_is_read_is_spoken_of() -> None:
    data = "# klartext: aus WO99 – Grund\n\nGuten Tag, hier steht Text.\n".encode()
    report = Checker(Settings()).check_bytes(data, "brief.txt")
    assert _about_ignores(report) == ["KT02"]
