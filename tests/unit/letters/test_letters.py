"""Whole little letters: what each block is, and what nobody may edit."""

from __future__ import annotations

import pytest

from klartext.letters.model import ZoneMode
from klartext.letters.zones import strictest
from klartext.types import TextRange

from .building import Reading

REFUSAL = """
^ Landkreis Musterland

Landkreis Musterland
Ausländerbehörde
Lindenstraße 19, 80999 Musterstadt

Frau
Mina Beispiel
Am Ring 7
80999 Musterstadt

Unser Zeichen: 33.2-12345/24

Musterstadt, den 4. März 2026

**Ihr Antrag auf Verlängerung der Aufenthaltserlaubnis**

Sehr geehrte Frau Beispiel,

auf Ihren Antrag ergeht folgender Bescheid:

[1.] Ihr Antrag auf Verlängerung der Aufenthaltserlaubnis wird abgelehnt.

[2.] Sie werden aufgefordert, das Bundesgebiet bis zum 30. April 2026 zu verlassen.

[3.] Für diese Entscheidung wird eine Gebühr von 93 Euro erhoben.

**Begründung**

Sie sind am 3. Mai 2020 eingereist. Ihr Lebensunterhalt ist nicht gesichert (§ 5 AufenthG).

Daher lehnen wir Ihren Antrag ab.

**Rechtsbehelfsbelehrung**

Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage erhoben werden.

Die Klage ist beim Verwaltungsgericht Musterstadt einzureichen. Ihr sollen Abschriften beiliegen.

Mit freundlichen Grüßen

Im Auftrag

Kim Muster

Anlagen:

* Merkblatt zur Ausreise
"""

GRANT = """
# Bescheid

Guten Tag Herr Yilmaz,

wir verlängern Ihre Aufenthaltserlaubnis bis zum 31.12.2027. Sie können die Karte bald abholen.

# Nebenbestimmungen

Die Erwerbstätigkeit ist gestattet.

Die Aufenthaltserlaubnis erlischt mit dem Ende des Studiums.

# So holen Sie die Karte ab

Bitte bringen Sie Ihren Pass mit.

Freundliche Grüße

Ihre Ausländerbehörde
"""

HEARING = """
Anhörung zur beabsichtigten Ausweisung

Sehr geehrter Herr Demir,

wir beabsichtigen, Sie aus Deutschland auszuweisen. Der Grund ist Ihre Verurteilung.

Sie haben Gelegenheit, sich bis zum 17. April 2026 zu äußern. Danach entscheiden wir nach Aktenlage.

Mit freundlichen Grüßen
Im Auftrag
Muster
"""

DOCUMENTS = """
Ihr Antrag vom 3. Februar 2026

Sehr geehrte Damen und Herren,

für Ihren Antrag fehlen noch Unterlagen. Bitte reichen Sie bis zum 3. April 2026 ein:

* Mietvertrag

* die letzten drei Lohnabrechnungen

Wenn Sie die Unterlagen nicht einreichen, können wir Ihren Antrag ablehnen.

Hinweise:

Kopien genügen. Die Rückgabe dauert einige Tage.

Mit freundlichen Grüßen
"""

EXPULSION = """
Ordnungsverfügung

Sehr geehrter Herr Okafor,

1. Sie werden aus der Bundesrepublik Deutschland ausgewiesen.

2. Es wird ein Einreise- und Aufenthaltsverbot für drei Jahre angeordnet.

Die Frist beginnt mit der Ausreise.

3. Die Abschiebung nach Ghana wird angedroht, falls Sie nicht freiwillig ausreisen.

a) Das Datum der Ausreise ist der 30. Juni 2026.

Gründe

I.

Sie wurden im Jahr 2024 verurteilt.

Ihre Rechte

Sie können innerhalb eines Monats Klage beim Verwaltungsgericht Köln erheben.

Widerspruch und Klage haben keine aufschiebende Wirkung.

Hochachtungsvoll

gez. Muster
"""

APPOINTMENT = """
Guten Tag {Name},

Ihr Termin ist am 12. März 2026 um 10 Uhr.

Bringen Sie bitte diese Unterlagen mit:

* Pass

* Passfoto

Wenn Sie nicht kommen können, sagen Sie den Termin bitte ab.

Viele Grüße
Ihr Bürgeramt
"""

REMINDER = """
Mahnung

Kassenzeichen: 5.0123.456789.1

Sehr geehrte Frau Beispiel,

Ihre Gebühr von 56 Euro ist seit dem 3. Februar 2026 fällig. Wir haben noch keine Zahlung erhalten.

Bitte überweisen Sie den Betrag bis zum 3. März 2026.

Es kommen Kosten von 5 Euro für die Mahnung hinzu.

Mit freundlichen Grüßen

Stadtkasse
"""

DECLARATION = """
# Antrag auf eine Duldung

Bitte füllen Sie dieses Blatt aus.

# Erklärung

Ich versichere, dass meine Angaben richtig sind.

Mir ist bekannt, dass falsche Angaben strafbar sind.

____________________
Ort, Datum, Unterschrift

# So geht es weiter

Wir melden uns bei Ihnen.
"""

LEAFLET = """
# Merkblatt zur Verpflichtungserklärung

Mit einer Verpflichtungserklärung übernehmen Sie Kosten.

# Voraussetzungen

Eine Erklärung wird erteilt, wenn genug Einkommen da ist.

# Ihre Rechte

Nach der DSGVO können Sie Auskunft verlangen. Beschwerden nimmt die Aufsicht entgegen.

# Was kostet das?

Die Gebühr beträgt 29 Euro.
"""

PLAIN_NOTICE = """
Sehr geehrte Frau Beispiel,

leider müssen wir Ihren Antrag ablehnen. Ihr Antrag wird abgelehnt, weil Sie den Pass nicht vorlegen
können.

Was können Sie tun, wenn Sie nicht einverstanden sind?

Sie können Widerspruch einlegen. Das geht schriftlich oder bei uns im Amt.

Dafür haben Sie einen Monat Zeit.

Kontakt:

Sie erreichen uns montags bis freitags.

Mit freundlichen Grüßen
Ihre Ausländerbehörde
"""

QUOTING = """
Sehr geehrter Herr Demir,

§ 5 Abs. 1 AufenthG lautet: „Die Erteilung eines Aufenthaltstitels setzt in der Regel voraus, dass
der Lebensunterhalt gesichert ist.“ Das ist bei Ihnen nicht so.

Wählen Sie im Menü den Punkt „Ich habe noch eine ganz andere Frage an das Amt“ aus.

Mit freundlichen Grüßen
"""

NO_BLANK_LINES = """
Sehr geehrte Frau Beispiel,
wir lehnen Ihren Antrag ab.
Begründung:
Der Pass fehlt. Deshalb war Ihr Antrag abzulehnen.
Rechtsbehelfsbelehrung:
Gegen diesen Bescheid können Sie Widerspruch einlegen.
Der Widerspruch hat keine aufschiebende Wirkung.
Mit freundlichen Grüßen
Im Auftrag
Muster
"""

AFTER_SIGNATURE = """
Sehr geehrte Frau Beispiel,

die Gebühr für Ihren Ausweis beträgt 37 Euro.

Mit freundlichen Grüßen

Im Auftrag
Muster

Rechtsbehelfsbelehrung

Gegen diesen Bescheid ist der Einspruch gegeben. Er ist bei der Stadt Musterstadt einzulegen.

Die Frist beträgt einen Monat.

Anlagen

Merkblatt
"""

BILINGUAL = """
Sehr geehrte Damen und Herren,

bitte bringen Sie Ihren Pass zu dem Termin mit.

Please bring your passport and all the documents of your family to the appointment.

Lütfen randevuya pasaportunuzu ve ailenizin bütün belgelerini getirin, bu gerekir.

Пожалуйста, возьмите с собой паспорт.

Mit freundlichen Grüßen
"""


def sections(written: str) -> list[str]:
    return [str(section) for section in Reading(written).sections()]


def test_refusal() -> None:
    read = Reading(REFUSAL)
    assert [str(section) for section in read.sections()] == [
        *("absender", "absender", "anschrift", "zeichen", "zeichen", "betreff", "anrede"),
        *("fliesstext", "tenor", "tenor", "tenor"),
        *("begruendung", "begruendung", "begruendung"),
        *("rechtsbehelf", "rechtsbehelf", "rechtsbehelf"),
        *("gruss", "unterschrift", "unterschrift", "anlagen", "anlagen"),
    ]
    assert [text[:12] for text in read.texts("Z2")] == [
        "Ihr Antrag a",
        "Sie werden a",
        "Für diese En",
    ]
    assert [text[:10] for text in read.texts("Z1")] == ["Rechtsbehe", "Gegen dies", "Die Klage "]
    assert read.texts("Z5") == ["§ 5 AufenthG"]
    assert read.understood.letter_types == ("ablehnung",)
    assert not any(zone.by_pattern for zone in read.understood.zones if zone.id == "Z1")


def test_grant_with_conditions() -> None:
    read = Reading(GRANT)
    assert [str(section) for section in read.sections()] == [
        *("betreff", "anrede", "fliesstext"),
        *("nebenbestimmung", "nebenbestimmung", "nebenbestimmung"),
        *("fliesstext", "aufforderung", "gruss", "unterschrift"),
    ]
    assert read.texts("Z2") == ["wir verlängern Ihre Aufenthaltserlaubnis bis zum 31.12.2027."]
    assert [text[:10] for text in read.texts("Z3")] == ["Nebenbesti", "Die Erwerb", "Die Aufent"]
    assert read.understood.letter_types == ("bewilligung",)


def test_hearing_decides_nothing() -> None:
    read = Reading(HEARING)
    assert sections(HEARING) == ["betreff", "anrede", "fliesstext", "aufforderung", "gruss"]
    assert read.texts("Z1") == read.texts("Z2") == read.texts("Z3") == []
    assert read.understood.letter_types == ("anhoerung",)


def test_request_for_documents() -> None:
    read = Reading(DOCUMENTS)
    assert [str(section) for section in read.sections()] == [
        *("betreff", "anrede", "aufforderung", "aufforderung", "aufforderung", "fliesstext"),
        *("hinweise", "hinweise", "gruss"),
    ]
    assert read.texts("Z2") == []
    assert read.understood.letter_types == ("nachforderung",)
    deadline = next(fact for fact in read.understood.facts if fact.kind == "FRIST")
    assert (deadline.role, deadline.value) == ("leser", "absolut")


def test_expulsion_keeps_the_numbered_run_together() -> None:
    read = Reading(EXPULSION)
    assert [text[:11] for text in read.texts("Z2")] == [
        "1. Sie werd",
        "2. Es wird ",
        "Die Frist b",
        "3. Die Absc",
        "a) Das Datu",
    ]
    assert [text[:11] for text in read.texts("Z1")] == ["Ihre Rechte", "Sie können ", "Widerspruch"]
    assert sections(EXPULSION)[-2:] == ["gruss", "unterschrift"]
    assert "begruendung" in sections(EXPULSION)
    assert "beendigung" in read.understood.letter_types


def test_appointment() -> None:
    read = Reading(APPOINTMENT)
    assert [str(section) for section in read.sections()] == [
        *("anrede", "fliesstext", "aufforderung", "aufforderung", "aufforderung"),
        *("aufforderung", "gruss"),
    ]
    assert read.texts("Z7") == ["{Name}"]
    assert read.understood.letter_types == ("termin",)


def test_payment_reminder() -> None:
    read = Reading(REMINDER)
    assert [str(section) for section in read.sections()] == [
        *("betreff", "zeichen", "anrede", "kosten", "aufforderung", "kosten", "gruss"),
        "unterschrift",
    ]
    assert read.texts("Z8") == ["5.0123.456789.1"]
    assert read.understood.letter_types == ("zahlung",)


def test_declaration_reaches_to_the_signature_line() -> None:
    read = Reading(DECLARATION)
    assert [text[:9] for text in read.texts("Z6")] == [
        "Erklärung",
        "Ich versi",
        "Mir ist b",
        "_________",
    ]
    assert read.texts("Z1") == []


def test_leaflet_is_left_open_to_all_rules() -> None:
    read = Reading(LEAFLET)
    for zone_id in ("Z1", "Z2", "Z3", "Z4", "Z6", "Z10", "Z13"):
        assert read.texts(zone_id) == []
    assert len(read.texts("Z11")) == 4
    assert read.understood.letter_types == ("information",)


def test_plain_notice_in_text_form() -> None:
    read = Reading(PLAIN_NOTICE)
    assert [text[:11] for text in read.texts("Z1")] == ["Was können ", "Sie können ", "Dafür haben"]
    assert [text[:24] for text in read.texts("Z2")] == ["Ihr Antrag wird abgelehn"]
    assert all(zone.by_pattern for zone in read.understood.zones if zone.id in ("Z1", "Z2"))


def test_quoted_law_is_closed_and_other_quotes_keep_their_words() -> None:
    read = Reading(QUOTING)
    assert [text[:14] for text in read.texts("Z4")] == ["„Die Erteilung"]
    words_only = [zone for zone in read.understood.zones if zone.id == "Z4" and zone.only]
    assert [zone.only for zone in words_only] == [("WO",)]


def test_letter_without_blank_lines_is_not_swallowed() -> None:
    read = Reading(NO_BLANK_LINES)
    assert len(read.blocks) == 1
    closed = " ".join(read.texts("Z1"))
    assert "Gegen diesen Bescheid" in closed
    assert "aufschiebende Wirkung" in closed
    assert "Der Pass fehlt" not in closed
    assert read.texts("Z2") == ["wir lehnen Ihren Antrag ab."]
    assert [text.split("\n")[0] for text in read.texts("Z10")] == [
        "Sehr geehrte Frau Beispiel,",
        "Mit freundlichen Grüßen",
    ]


def test_remedy_after_the_signature() -> None:
    read = Reading(AFTER_SIGNATURE)
    assert [text[:10] for text in read.texts("Z1")] == ["Rechtsbehe", "Gegen dies", "Die Frist "]
    assert sections(AFTER_SIGNATURE)[-2:] == ["anlagen", "anlagen"]


def test_foreign_paragraphs() -> None:
    read = Reading(BILINGUAL)
    assert [text[:6] for text in read.texts("Z13")] == ["Please", "Lütfen", "Пожалу"]


@pytest.mark.parametrize(
    ("written", "protected"),
    [
        (REFUSAL, "Klage erhoben werden"),
        (REFUSAL, "Antrag auf Verlängerung der Aufenthaltserlaubnis wird abgelehnt"),
        (GRANT, "Die Erwerbstätigkeit ist gestattet"),
        (EXPULSION, "Einreise- und Aufenthaltsverbot"),
        (EXPULSION, "keine aufschiebende Wirkung"),
        (DECLARATION, "dass falsche Angaben strafbar sind"),
        (QUOTING, "setzt in der Regel voraus"),
        (NO_BLANK_LINES, "können Sie Widerspruch einlegen"),
    ],
)
def test_no_word_or_sentence_rule_may_edit(written: str, protected: str) -> None:
    read = Reading(written)
    found = False
    for block in read.blocks:
        start = block.text.find(protected)
        if start >= 0:
            found = True
            zones = read.understood.zones_at(block.index, TextRange(start, start + len(protected)))
            for rule in ("WO01", "SA01", "TO01"):
                assert strictest(zones, rule)[0] in (ZoneMode.SHOW, ZoneMode.OFF)
    assert found
