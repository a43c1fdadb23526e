"""Paradigms both ways, and the closed tables of declension."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from klartext.language.declension import (
    Place,
    adjective_ending,
    determiner,
    fuse,
    phrase_places,
    relative_pronoun,
    split_contraction,
)
from klartext.language.inflection import (
    ADJECTIVE,
    NOUN,
    VERB,
    Cell,
    Paradigms,
    analyse,
    joined_form,
    pack_paradigms,
    separable,
)
from klartext.language.lexicon import Lexicon
from training.lexicon import pack

FORMS = """
Antrag\tAntrag\tSUB:NOM:SIN:MAS
Antrag\tAntrag\tSUB:DAT:SIN:MAS
Antrag\tAntrag\tSUB:AKK:SIN:MAS
Antrage\tAntrag\tSUB:DAT:SIN:MAS
Antrags\tAntrag\tSUB:GEN:SIN:MAS
Antrages\tAntrag\tSUB:GEN:SIN:MAS
Anträge\tAntrag\tSUB:NOM:PLU:MAS
Anträgen\tAntrag\tSUB:DAT:PLU:MAS
Tod\tTod\tSUB:NOM:SIN:MAS
Tods\tTod\tSUB:GEN:SIN:MAS
Todes\tTod\tSUB:GEN:SIN:MAS
Teil\tTeil\tSUB:NOM:SIN:MAS
Teil\tTeil\tSUB:NOM:SIN:NEU
schicken\tschicken\tVER:INF:NON
schicken\tschicken\tVER:3:PLU:PRÄ:SFT
Schicken\tschicken\tVER:3:PLU:PRÄ:SFT
schick\tschicken\tVER:1:SIN:PRÄ:SFT
schicke\tschicken\tVER:1:SIN:PRÄ:SFT
schickt\tschicken\tVER:3:SIN:PRÄ:SFT
geschickt\tschicken\tVER:PA2:SFT
sandte\tsenden\tVER:3:SIN:PRT:NON
sendete\tsenden\tVER:3:SIN:PRT:SFT
vorlegt\tvorlegen\tVER:3:SIN:PRÄ:NEB
vorzulegen\tvorlegen\tVER:EIZ
hoch\thoch\tADJ:PRD:GRU
hohe\thoch\tADJ:AKK:SIN:FEM:GRU:SOL
hohem\thoch\tADJ:DAT:SIN:MAS:GRU:SOL
hoher\thoch\tADJ:NOM:SIN:MAS:GRU:SOL
hohes\thoch\tADJ:NOM:SIN:NEU:GRU:SOL
höherem\thoch\tADJ:DAT:SIN:MAS:KOM:SOL
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder: Path = tmp_path_factory.mktemp("lexicon")
    source = folder / "forms.tsv.gz"
    source.write_bytes(gzip.compress(FORMS.strip().encode("utf-8") + b"\n"))
    pack(source, folder)
    return Lexicon(folder)


@pytest.fixture(scope="module")
def paradigms(lexicon: Lexicon) -> Paradigms:
    wanted = [
        ("Antrag", NOUN), ("Tod", NOUN), ("Teil", NOUN), ("Bauantrag", NOUN),
        ("E-Antrag", NOUN), ("schicken", VERB), ("senden", VERB), ("vorlegen", VERB),
        ("hoch", ADJECTIVE),
    ]  # fmt: skip
    packed = pack_paradigms(lexicon, wanted)
    return Paradigms({key: json.dumps([key, rows]) for key, rows in packed.items()})


def test_lexicon_lists_its_forms(lexicon: Lexicon) -> None:
    forms = list(lexicon)
    assert len(forms) == len(lexicon)
    assert forms == sorted(forms, key=lambda form: form.encode("utf-8"))


def test_analyse(lexicon: Lexicon) -> None:
    assert analyse(lexicon, "Anträgen") == (
        Cell("Antrag", NOUN, case="Dat", number="Plur", gender="Masc"),
    )
    cells = analyse(lexicon, "schicken", VERB)
    assert {item.verb_form for item in cells} == {"Fin", "Inf"}
    assert analyse(lexicon, "schicken", NOUN) == ()
    assert analyse(lexicon, "vorlegt")[0].clause_final
    assert analyse(lexicon, "unbekannt") == ()


def noun(case: str, number: str = "Sing") -> Cell:
    return Cell("", NOUN, case=case, number=number, gender="Masc")


def test_generate_nouns(paradigms: Paradigms) -> None:
    assert paradigms.generate("Antrag", noun("Gen")) == "Antrags"
    assert paradigms.generate("Antrag", noun("Dat")) == "Antrag"
    assert paradigms.generate("Antrag", noun("Nom", "Plur")) == "Anträge"
    assert paradigms.generate("Tod", noun("Gen")) == "Todes"
    assert paradigms.generate("Tod", noun("Nom", "Plur")) is None
    assert paradigms.generate("Brief", noun("Nom")) is None


def test_compounds_take_the_paradigm_of_their_head(paradigms: Paradigms) -> None:
    assert paradigms.generate("Bauantrag", noun("Dat", "Plur")) == "Bauanträgen"
    assert paradigms.generate("E-Antrag", noun("Dat", "Plur")) == "E-Anträgen"


def test_gender(paradigms: Paradigms) -> None:
    assert paradigms.gender("Antrag") == "Masc"
    assert paradigms.gender("Teil") is None
    assert paradigms.gender("Brief") is None


def test_generate_verbs(paradigms: Paradigms) -> None:
    third = Cell("", VERB, number="Sing", person="3", tense="Pres", mood="Ind", verb_form="Fin")
    first = Cell("", VERB, number="Sing", person="1", tense="Pres", mood="Ind", verb_form="Fin")
    past = Cell("", VERB, number="Sing", person="3", tense="Past", mood="Ind", verb_form="Fin")
    assert paradigms.generate("schicken", third) == "schickt"
    assert paradigms.generate("schicken", first) == "schicke"
    assert paradigms.generate("schicken", Cell("", VERB, verb_form="Part")) == "geschickt"
    assert paradigms.generate("senden", past) is None, "sandte or sendete"
    assert paradigms.generate("senden", past, prefer="sandte") == "sandte"


def test_verbs_at_the_beginning_of_a_sentence_are_no_forms_of_their_own(
    paradigms: Paradigms,
) -> None:
    assert paradigms.cells("schicken", VERB, "Schicken") == ()
    assert len(paradigms.cells("schicken", VERB, "schicken")) == 2


def test_adjective_stem(paradigms: Paradigms) -> None:
    assert paradigms.adjective_stem("hoch") == "hoh"
    assert paradigms.adjective_stem("tief") is None


def test_separable_verbs() -> None:
    assert separable("vor|legen") == ("vor", "legen")
    assert separable("überprüfen") == ("", "überprüfen")
    assert joined_form("vor", "legen", "Izu") == "vorzulegen"
    assert joined_form("vor", "gelegt", "Part") == "vorgelegt"


@pytest.mark.parametrize(
    ("form", "place", "result"),
    [
        ("den", Place("Acc", "Sing", "Neut"), "das"),
        ("der", Place("Dat", "Plur"), "den"),
        ("diesem", Place("Dat", "Sing", "Fem"), "dieser"),
        ("einen", Place("Acc", "Sing", "Neut"), "ein"),
        ("ein", Place("Nom", "Plur"), None),
        ("ihren", Place("Gen", "Sing", "Masc"), "ihres"),
        ("unser", Place("Nom", "Sing", "Fem"), "unsere"),
    ],
)
def test_determiner(form: str, place: Place, result: str | None) -> None:
    known = determiner(form)
    assert known is not None
    assert known.form(place) == result


def test_unknown_determiner() -> None:
    assert determiner("alle") is None


def test_places_of_a_determiner() -> None:
    known = determiner("dem")
    assert known is not None
    assert known.places("dem") == {Place("Dat", "Sing", "Masc"), Place("Dat", "Sing", "Neut")}


def test_adjective_endings() -> None:
    assert adjective_ending("weak", Place("Acc", "Sing", "Neut")) == "e"
    assert adjective_ending("mixed", Place("Nom", "Sing", "Masc")) == "er"
    assert adjective_ending("strong", Place("Gen", "Plur")) == "er"
    assert adjective_ending("strong", Place("Gen", "Sing")) is None


@pytest.mark.parametrize(
    ("form", "old", "new", "case", "result"),
    [
        ("den", "Masc", "Neut", None, "das"),
        ("dem", "Masc", "Fem", None, "der"),
        ("die", "Fem", "Masc", "Nom", "der"),
        ("die", "Fem", "Masc", None, None),
        ("die", "Fem", "Neut", None, "das"),
    ],
)
def test_relative_pronoun(
    form: str, old: str, new: str, case: str | None, result: str | None
) -> None:
    assert relative_pronoun(form, old, new, case) == result


def test_contractions() -> None:
    assert split_contraction("zum") == ("zu", "dem")
    assert split_contraction("auf") is None
    assert fuse("zu", "der") == "zur"
    assert fuse("in", "der") == "in der"


def test_agreement_of_a_phrase() -> None:
    forms = [Place("Nom", "Sing", "Masc"), Place("Acc", "Sing", "Masc")]
    assert phrase_places("den", ["en"], forms) == {Place("Acc", "Sing", "Masc")}
    assert phrase_places("dem", ["en"], forms) == frozenset()
    assert phrase_places(None, ["er"], forms) == {Place("Nom", "Sing", "Masc")}
    assert phrase_places("den", ["e"], forms) == frozenset()
