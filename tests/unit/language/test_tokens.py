"""Tokens: repairs of spaCy's tokenizer, offsets, protected spans on the Doc."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.de import German

from klartext.language.features import PLACEHOLDER_NORM
from klartext.language.spans import GROUP
from klartext.language.tokens import TOKENIZER, WordTokenizer
from klartext.types import TextRange

TOKENIZE = WordTokenizer(spacy.blank("de").vocab)


@pytest.mark.parametrize(
    "expected",
    [
        "Nach|§|5|AufenthG|.",
        "Nach|§§|5|und|6|AufenthG",
        "Am|12.03.2026|um|10:30|Uhr|.",
        "Am|3.|4.|2026|.",
        "Am|1.|März|2026|.",
        "Am|1.|März|.",
        "Im|Jahr|2026|.",
        "Bis|zum|31.12.|gilt|das|.",
        "Die|2.|Mahnung|kommt|.",
        "Raum|12|.",
        "Die|Meier|GmbH|.",
        "Das|BAMF|.",
        "Pass|,|Foto|usw.",
        "Pass|usw.|mitbringen|.",
        "Der|Verein|Hilfe|e.|V.",
        "Das|gilt|z.|B.|hier|.",
        "Das|gilt|i.|V.|m.|§|3|.",
        "Az.|:|12/AG-4711|.",
        "Urteil|10|K|167/11|.",
        "Mail|an|abh@stadt.de|.",
        "Siehe|www.stadt.de/termin|.",
        "Die|Hauptstr.|5|.",
        "Das|kostet|93,00|€|.",
        "Zahlen|Sie|1.250|.",
        "Nach|Art.|6|GG|.",
        "Frau|Dr.|Kaya|.",
        "Ehe-|und|Lebenspartner",
        "„|Bitte|warten|.|“",
        "(|§|5|Abs.|1|)|.",
        "Tel.|(|030|)|555-0123",
        "Das|gilt|.|Bitte",
        "Der|Online-Antrag|.",
        "1.|Der|Antrag",
        "Kapitel|III|.",
        "Kinder|und|/|oder|Eltern",
        "Nach|dem|SGB|II|.",
        "TV-Ärzte",
    ],
)
def test_tokens(expected: str) -> None:
    words = expected.split("|")
    doc = TOKENIZE(_join(words))
    assert [token.text for token in doc] == words


def _join(words: list[str]) -> str:
    """Write the words with blanks where German has them."""
    text = " ".join(words)
    for mark in (".", ",", ":", ")", "“"):
        text = text.replace(f" {mark}", mark)
    return text.replace("( ", "(").replace("„ ", "„").replace(" / ", "/")


def test_paragraph_sign_without_blank() -> None:
    assert [token.text for token in TOKENIZE("§5 und §§7")] == ["§", "5", "und", "§§", "7"]


def test_double_paragraph_sign_has_the_norm_of_a_single_one() -> None:
    assert [token.norm_ for token in TOKENIZE("§§ 7 und 8")] == ["§", "7", "und", "8"]


def test_glued_sentences_are_split() -> None:
    assert [token.text for token in TOKENIZE("gültig.Bitte")] == ["gültig", ".", "Bitte"]


@pytest.mark.parametrize(
    "name",
    [
        "«Name»",
        "{{ frist }}",
        "{% if x %}",
        "${amount}",
        "<<Betrag>>",
        "[Ihr Name]",
        "____",
        "……",
        "xx.xx.xxxx",
        "#NAME#",
        "%1",
        "Text mit § 5.\nund mehr",
    ],
)
def test_placeholder_is_one_token(name: str) -> None:
    text = f"Herr ({name}er), {name}."
    places = [TextRange(6, 6 + len(name)), TextRange(11 + len(name), 11 + 2 * len(name))]
    doc = TOKENIZE.make_doc(text, places)
    assert doc.text == text
    assert [token.text for token in doc] == ["Herr", "(", name, "er", ")", ",", name, "."]
    assert [t.i for t in doc if t.norm_ == PLACEHOLDER_NORM] == [2, 6]
    assert [span.label_ for span in doc.spans[GROUP]] == ["PLACEHOLDER", "PLACEHOLDER"]


def test_spans_are_whole_tokens_with_value() -> None:
    doc = TOKENIZE("Am 12. März 2026 gilt § 5 AufenthG.")
    spans = [(span.text, span.label_, span.id_) for span in doc.spans[GROUP]]
    assert spans == [("12. März 2026", "DATE", "2026-03-12"), ("§ 5 AufenthG", "CITATION", "")]


def test_span_group_exists_without_spans() -> None:
    assert len(TOKENIZE("Guten Tag").spans[GROUP]) == 0


def test_norms_are_those_of_training_data() -> None:
    doc = TOKENIZE("Das gilt z. B. bzw. und ggf. für Sie.")
    assert [token.norm_ for token in doc] == [token.text.lower() for token in doc]


def test_tokenizer_survives_saving(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.tokenizer = WordTokenizer(nlp.vocab)
    nlp.to_disk(tmp_path)
    nlp.from_disk(tmp_path)
    nlp.from_bytes(nlp.to_bytes())
    assert [token.text for token in nlp("Nach §5.")] == ["Nach", "§", "5", "."]


def test_tokenizer_from_configuration() -> None:
    nlp = German.from_config({"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    assert [token.text for token in nlp("Nach §5.")] == ["Nach", "§", "5", "."]
    assert [doc.text for doc in nlp.tokenizer.pipe(["a", "b"])] == ["a", "b"]


ANY_TEXT = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [*"ab .,\n\t\r\u00a0§5-/()„“", "12.03.2026", "§5", "AufenthG.", "z. B.", "Az.: 1/AG-4711"]
    ),
    max_size=40,
).map("".join)


@given(ANY_TEXT)
def test_text_round_trips(text: str) -> None:
    doc = TOKENIZE(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(ANY_TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=4))
def test_text_round_trips_with_placeholders(text: str, places: list[tuple[int, int]]) -> None:
    ranges = sorted(
        TextRange(start, start + size) for start, size in places if start + size <= len(text)
    )
    apart = [
        place
        for index, place in enumerate(ranges)
        if all(earlier.end <= place.start for earlier in ranges[:index])
    ]
    doc = TOKENIZE.make_doc(text, apart)
    assert doc.text == text
    tokens = {(token.idx, token.idx + len(token)) for token in doc}
    assert {(place.start, place.end) for place in apart} <= tokens
