"""The table keeps its grammar, and the shipped file is made from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from klartext.glossary import Action, Kind, WordClass, load
from klartext.glossary.compile import BUNDLED_LEXICON, compile_table, fingerprint
from klartext.glossary.grammar import parse_alternative, split_alternatives
from klartext.glossary.store import pack_entry, read_store, unpack_entry, write_store
from klartext.glossary.table import read_table
from klartext.glossary.table_check import COLUMNS, check_table
from klartext.language.lexicon import Lexicon

TABLE = Path(__file__).parents[3] / "glossary" / "glossary.tsv"
GOOD = "b\tAblichtung\tf; Pl. -en\tKopie\tKopie auf Papier\tno\t–\teigen\thigh"


def table(*rows: str) -> str:
    return "\n".join(["\t".join(COLUMNS), *rows]) + "\n"


def test_table_has_no_slip() -> None:
    assert [str(problem) for problem in check_table(TABLE.read_text("utf-8"))] == []


def test_shipped_file_is_made_from_the_table() -> None:
    store = read_store()
    text = TABLE.read_text("utf-8")
    assert store.index["table"] == fingerprint(text), "run python -m klartext.glossary.compile"
    shipped = [unpack_entry(json.loads(row)) for row in store.entries]
    for entry, other in zip(read_table(text), shipped, strict=True):
        assert (entry.id, entry.alternatives) == (other.id, other.alternatives)
        assert (entry.note, entry.hint, entry.known) == (other.note, other.hint, other.known)


def test_shipped_file_is_what_compiling_gives(tmp_path: Path) -> None:
    write_store(
        compile_table(TABLE.read_text("utf-8"), Lexicon(BUNDLED_LEXICON)), tmp_path / "data"
    )
    assert read_store(tmp_path / "data") == read_store()


def test_good_row() -> None:
    entry = read_table(table(GOOD))[0]
    assert (entry.id, entry.kind, entry.genders) == ("b-ablichtung", Kind.OFFICE_WORD, ("f",))
    assert entry.word_classes == (WordClass.NOUN,)
    assert unpack_entry(pack_entry(entry, list(entry.variants))) == entry


@pytest.mark.parametrize(
    ("row", "slip"),
    [
        (GOOD.replace("b\t", "z\t", 1), "kind"),
        (GOOD.replace("Kopie\tKopie", "Kopie;Bild\tKopie"), "malformed"),
        (GOOD.replace("\tno\t", "\tvielleicht\t"), "legal_fixed"),
        (GOOD.replace("\thigh", "\tlow"), "confidence"),
        (GOOD.replace("f; Pl. -en", "Zahlwort"), "word class"),
        (GOOD.replace("Kopie auf", "Kopie  auf"), "space"),
        (GOOD.replace("Kopie auf Papier", "„Kopie"), "pair"),
        (GOOD.replace("Kopie auf Papier", ""), "empty"),
        (GOOD.replace("\tno\t", "\tyes\t"), "legal_fixed=yes"),
        (GOOD.replace("eigen", "https://example.org"), "source"),
        (GOOD.replace("Kopie\tKopie", "„⟨Wort⟩“\tKopie"), "slot"),
        (GOOD.replace("Kopie\tKopie", "= Kopie\tKopie"), "long forms"),
        (GOOD.replace("f; Pl. -en", "f [Hinweis: eins] zwei"), "hint"),
        (GOOD.replace("b\t", "a\t", 1), "kind a"),
        (GOOD.replace("b\t", "d\t", 1), "Laien bekannt"),
        (GOOD.replace("b\t", "e\t", 1), "FVG"),
        (GOOD.replace("b\t", "c\t", 1), "patterns"),
        (GOOD.rsplit("\t", 1)[0], "columns"),
        (GOOD.replace("Ablichtung", "Ablichtung ⟨Ort⟩"), "slot in the term"),
    ],
)
def test_slip_is_reported(row: str, slip: str) -> None:
    assert any(slip in problem.text for problem in check_table(table(row)))


def test_order_doubles_and_chains() -> None:
    chain = GOOD.replace("Ablichtung", "Abdruck").replace("Kopie\tKopie", "Ablichtung\tKopie")
    texts = [problem.text for problem in check_table(table(GOOD, GOOD, chain))]
    assert any("doubles" in text for text in texts)
    assert any("sorted" in text for text in texts)
    assert any("itself a term" in text for text in texts)
    with pytest.raises(ValueError, match="doubles line 2"):
        read_table(table(GOOD, GOOD))


@pytest.mark.parametrize("text", ["x\r\n", "\ufeffx\n", "x"])
def test_file_form(text: str) -> None:
    assert any("CR, BOM" in problem.text for problem in check_table(text))


@pytest.mark.parametrize(
    ("text", "action", "wording", "government", "condition"),
    [
        ("(bleibt)", Action.KEEP, "", None, None),
        ("(streichen)", Action.DELETE, "", None, None),
        ("(fragen: was genau?)", Action.ASK, "was genau?", None, None),
        ("≈ amtliche Kopie", Action.EXPLAIN, "amtliche Kopie", None, None),
        ("= zum Beispiel", Action.EXPAND, "zum Beispiel", None, None),
        ("„Sie müssen ⟨Inf⟩.“", Action.REBUILD, "Sie müssen ⟨Inf⟩.", None, None),
        ("nach + Dat (bei Gesetzen)", Action.REPLACE, "nach", "Dat", "bei Gesetzen"),
        ("vor|legen", Action.REPLACE, "vor|legen", None, None),
    ],
)
def test_alternative(
    text: str, action: Action, wording: str, government: str | None, condition: str | None
) -> None:
    found = parse_alternative(text)
    assert (found.action, found.text) == (action, wording)
    assert (found.government, found.condition) == (government, condition)


def test_alternatives_are_split_outside_quotes_and_brackets() -> None:
    cell = "„Ja; nein.“; (fragen: wer; wann?); Kopie"
    assert split_alternatives(cell) == ["„Ja; nein.“", "(fragen: wer; wann?)", "Kopie"]


def test_ids_are_unique_and_found() -> None:
    glossary = load()
    assert len({entry.id for entry in glossary.entries}) == len(glossary)
    assert glossary["b-ablichtung"].alternatives[0].plain == "Kopie"
    with pytest.raises(KeyError):
        glossary["b-gibt-es-nicht"]


def test_protected_entries_offer_no_replacement() -> None:
    for entry in load().entries:
        if entry.is_protected:
            assert not entry.with_action(Action.REPLACE), entry.id
            assert not entry.with_action(Action.DELETE), entry.id
