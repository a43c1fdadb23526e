"""Forms of placeholders in text and the table name → type."""

from __future__ import annotations

import pytest

from klartext.documents import read_bytes
from klartext.documents.placeholders import Forms, type_of_name


def found(text: str, **options: object) -> list[tuple[str, str, str, str]]:
    letter = read_bytes(text.encode(), "-", **options)  # type: ignore[arg-type]
    return [
        (item.range.of(block.text), item.origin, item.name, str(item.type))
        for block in letter.blocks
        for item in block.placeholders
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Nachname»", "Nachname"),
        ("« Nachname »", "Nachname"),
        ("{{ person.nachname }}", "person.nachname"),
        ("{{r nachname }}", "nachname"),
        ("{{nachname|upper}}", "nachname|upper"),
        ("${nachname}", "nachname"),
        ("<<Nachname>>", "Nachname"),
        ("{Nachname}", "Nachname"),
        ("[Nachname]", "Nachname"),
        ("[Name des Kindes]", "Name des Kindes"),
        ("[Name eintragen]", "Name eintragen"),
        ("[[Nachname]]", "Nachname"),
        ("<Nachname>", "Nachname"),
        ("<Name der Behörde>", "Name der Behörde"),
        ("#NACHNAME#", "NACHNAME"),
        ("$NACHNAME$", "NACHNAME"),
        ("@NACHNAME@", "NACHNAME"),
        ("%NACHNAME%", "NACHNAME"),
        ("FELD_Nachname", "FELD_Nachname"),
        ("KI_Nachname", "KI_Nachname"),
        ("VAR_Nachname", "VAR_Nachname"),
    ],
)
def test_forms_of_a_name(text: str, name: str) -> None:
    assert [(item[0], item[1], item[2]) for item in found(f"Frau {text}, guten Tag")] == [
        (text, "pattern", name)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{% if kind %}", "control"),
        ("{%p endif %}", "control"),
        ("{# Hinweis #}", "control"),
        ("IF_Kind", "control"),
        ("ENDIF_Kind", "control"),
        ("WHILE_Kinder", "control"),
        ("%1", "unknown"),
    ],
)
def test_other_forms(text: str, kind: str) -> None:
    assert [(item[0], item[3]) for item in found(f"Sie haben {text} Zeit")] == [(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("XXX", "unknown"),
        ("xxxxx", "unknown"),
        ("____", "unknown"),
        ("______________", "unknown"),
        ("......", "unknown"),
        ("……", "unknown"),
        ("xx.xx.xxxx", "date"),
        ("XX.XX.2026", "date"),
        ("TT.MM.JJJJ", "date"),
        ("__.__.____", "date"),
    ],
)
def test_blanks_to_be_filled(text: str, kind: str) -> None:
    assert [(item[0], item[1], item[3]) for item in found(f"Ihr Antrag {text} liegt vor")] == [
        (text, "blank", kind)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Das gilt [...] immer.",
        "Siehe [1] und [12].",
        "Leer { } und [ ] und < > und {{}}",
        "Herr (Name) kommt.",
        "[x] angekreuzt [X]",
        "[Das ist nur ein Hinweis]",
        "[siehe Anlage]",
        "[Bitte nicht falten]",
        "[sic]",
        "[Hier stehen mehr als vier Wörter]",
        "Das kostet 50 % mehr, also 5%.",
        "Warten Sie ...",
        "Und so weiter …",
        "Post an <info@example.org> oder <https://example.org>",
        "a@b.de und c@d.de",
        "Drei ___ Striche",
        "Die Klasse xx im Jahr 2026",
        "5 < 6 und 7 > 6",
        "«Wir haben Ihren Antrag heute abgelehnt.»",
        "MAXXX und XXXL",
        "Preis: 5$ und 6$",
        "Datei_Name.txt",
    ],
)
def test_never(text: str) -> None:
    assert found(text) == []


def test_am_before_an_unknown_name_is_a_date() -> None:
    assert [item[3] for item in found("Das war am {Ereignis} und bei {Ereignis}.")] == [
        "date",
        "unknown",
    ]
    assert [item[3] for item in found("am {Nachname}")] == ["person"]


def test_longer_forms_win_and_nothing_overlaps() -> None:
    assert [item[0] for item in found("[[Nachname]] {{ a }} ${b} <<C>>")] == [
        "[[Nachname]]",
        "{{ a }}",
        "${b}",
        "<<C>>",
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Briefanrede", "salutation"),
        ("Anrede_Zeile", "salutation"),
        ("Frist", "deadline"),
        ("legal_deadline", "deadline"),
        ("Rückmeldefrist", "deadline"),
        ("Fristende", "deadline"),
        ("spaetestens", "deadline"),
        ("Sachbearbeiter", "contact"),
        ("Ansprechpartnerin", "contact"),
        ("Empfaenger.Strasse", "address"),
        ("Straße", "address"),
        ("PLZ_Ort", "address"),
        ("Anschriftzeile", "address"),
        ("telefonnummer", "phone"),
        ("Durchwahl", "phone"),
        ("E-Mail", "email"),
        ("website_url", "web"),
        ("Uhrzeit", "time"),
        ("Datum", "date"),
        ("antragsdatum", "date"),
        ("GeburtsTag", "date"),
        ("geburtsort", "date"),
        ("gueltigBis", "date"),
        ("created", "date"),
        ("Gebühr", "amount"),
        ("Rechnungsbetrag", "amount"),
        ("IBAN", "account"),
        ("Kontonummer", "account"),
        ("Az", "reference"),
        ("aktenzeichen2", "reference"),
        ("vorgang_id", "reference"),
        ("Anzahl", "number"),
        ("Zimmernummer", "number"),
        ("Verwaltungsgericht", "court"),
        ("Amt", "office"),
        ("Behördenleitung", "office"),
        ("Aufenthaltstitel", "title"),
        ("Zielstaat", "country"),
        ("Unterlagen", "documents"),
        ("fehlende-Nachweise", "documents"),
        ("Begründung", "reason"),
        ("rejection_reason", "reason"),
        ("nachName", "person"),
        ("Antragstellerin", "person"),
        ("Firmenname", "person"),
        ("Freitext", "text"),
        ("Text12", "text"),
        ("Vertrag", "unknown"),
        ("Antwort", "unknown"),
        ("gesamt", "unknown"),
        ("", "unknown"),
    ],
)
def test_type_of_a_name(name: str, kind: str) -> None:
    assert str(type_of_name(name)) == kind


def test_own_patterns_and_types() -> None:
    text = "Kunde §§KdNr7§§ und {KdNr8} und {Frist}"
    types = {"KdNr*": "reference", "Frist": "date"}
    assert found(text, patterns=[r"§§(?P<name>\w+)§§"], placeholder_types=types) == [
        ("§§KdNr7§§", "pattern", "KdNr7", "reference"),
        ("{KdNr8}", "pattern", "KdNr8", "reference"),
        ("{Frist}", "pattern", "Frist", "date"),
    ]


def test_unknown_type_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="quatsch"):
        Forms.of(types={"a": "quatsch"})


def test_an_own_pattern_that_matches_nothing_visible_is_harmless() -> None:
    assert found("abc", patterns=["x*"]) == []
