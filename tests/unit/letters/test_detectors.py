"""The test strings of the detectors: what must match and what must not."""

from __future__ import annotations

import pytest

from klartext.language.spans import SpanLabel
from klartext.letters.detectors import deadline, decision, documents, remedy, request
from klartext.letters.model import Section
from klartext.types import TextRange

from .building import make_block, make_doc


def deadlines(text: str) -> list[deadline.Deadline]:
    block = make_block(text)
    doc = make_doc(text, block.placeholders)
    dates = [
        TextRange(span.start_char, span.end_char)
        for span in doc.spans["protected"]
        if span.label_ == SpanLabel.DATE
    ]
    return list(deadline.find_deadlines(text, dates, [item.range for item in block.placeholders]))


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("bis zum 12.03.2026", "bis zum 12.03.2026", "absolut"),
        (
            "bis spätestens Freitag, 13. März 2026",
            "bis spätestens Freitag, 13. März 2026",
            "absolut",
        ),
        ("innerhalb von zwei Wochen", "innerhalb von zwei Wochen", "relativ"),
        ("binnen eines Monats", "binnen eines Monats", "relativ"),
        ("bis zum {legal_deadline}", "bis zum {legal_deadline}", "absolut"),
        ("melden Sie sich umgehend", "umgehend", "vage"),
        ("spätestens am 3. April 2026", "spätestens am 3. April 2026", "absolut"),
        ("Teilen Sie uns das unverzüglich mit.", "unverzüglich", "vage-recht"),
        ("Bis 1. Mai 2026 gilt das.", "Bis 1. Mai 2026", "absolut"),
    ],
)
def test_deadline_is_found(text: str, found: str, kind: str) -> None:
    (only,) = deadlines(text)
    assert (only.range.of(text), only.kind) == (found, kind)


@pytest.mark.parametrize(
    "text",
    [
        "bis Montag bis Freitag",
        "in zwei Räumen",
        "bis zu 90 Tage",
        "Fristen",
        "innerhalb der Stadt",
        "vor dem Haus",
        "seit zwei Wochen",
    ],
)
def test_no_deadline(text: str) -> None:
    assert deadlines(text) == []


def test_relative_deadline_knows_its_anchor() -> None:
    (only,) = deadlines("innerhalb eines Monats nach Bekanntgabe dieses Bescheids")
    assert only.anchor == "Bekanntgabe"
    (other,) = deadlines("innerhalb von zwei Wochen nach dem Datum dieses Schreibens")
    assert other.anchor == "Datum"


def test_placeholder_deadline_is_marked() -> None:
    assert deadlines("bis zum «Frist»")[0].from_placeholder
    assert not deadlines("bis zum 12.03.2026")[0].from_placeholder


@pytest.mark.parametrize(
    ("sentence", "following", "role"),
    [
        ("Sie können bis zum 3. Mai Widerspruch einlegen.", "", "rechtsbehelf"),
        ("Sie müssen Deutschland bis zum 3. Mai verlassen.", "", "ausreise"),
        ("Bitte überweisen Sie den Betrag bis zum 3. Mai auf das Konto zahlen.", "", "zahlung"),
        ("Ihr Ausweis ist bis zum 3. Mai 2027 gültig.", "", "geltung"),
        ("Bis zum 3. Mai hatten Sie Zeit.", "", "bericht"),
        ("Wir entscheiden innerhalb von zwei Wochen.", "", "behoerde"),
        ("Die Meldung erfolgt innerhalb von zwei Wochen.", "", "regel"),
        ("Bitte senden Sie uns den Pass bis zum 3. Mai.", "", "leser"),
        ("Dafür haben Sie bis zum 3. Mai Zeit.", "Bitte rufen Sie uns an.", "leser"),
    ],
)
def test_role_of_a_deadline(sentence: str, following: str, role: str) -> None:
    assert deadline.deadline_role(sentence, following, Section.FLIESSTEXT) == role


def test_every_deadline_of_a_remedy_section_is_its_deadline() -> None:
    sentence = "Die Frist endet am 3. Mai."
    assert deadline.deadline_role(sentence, "", Section.RECHTSBEHELF) == "rechtsbehelf"


@pytest.mark.parametrize(
    "sentence",
    [
        "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch"
        " erhoben werden.",
        "Sie können innerhalb eines Monats Klage beim Verwaltungsgericht Köln erheben.",
        "Sie können Widerspruch einlegen.",
        "Der Widerspruch ist schriftlich einzulegen.",
        "Gegen den Bescheid ist der Einspruch gegeben.",
        "Die Klage ist zulässig innerhalb eines Monats.",
        "Gegen diesen Bescheid kann\nKlage erhoben werden.",
    ],
)
def test_remedy(sentence: str) -> None:
    assert remedy.is_remedy(sentence)
    assert remedy.may_hold_remedy(sentence.lower())


@pytest.mark.parametrize(
    "sentence",
    [
        "Im Widerspruch dazu steht Ihre Angabe.",
        "Sie haben am 3. März Widerspruch eingelegt.",
        "ohne Widerspruch",
        "Es gibt Widersprüche in Ihren Angaben.",
        "eine Klage über Lärm",
        "Beschwerden nehmen wir ernst.",
    ],
)
def test_no_remedy(sentence: str) -> None:
    assert not remedy.is_remedy(sentence)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Ihr Antrag wird abgelehnt.", "negativ"),
        ("Wir lehnen Ihren Antrag ab.", "negativ"),
        ("Die Aufenthaltserlaubnis wird Ihnen bis zum 31.12.2027 erteilt.", "positiv"),
        ("Sie werden aus der Bundesrepublik Deutschland ausgewiesen.", "negativ"),
        ("Die Abschiebung nach Ghana wird Ihnen angedroht.", "negativ"),
        ("Wir verlängern Ihre Aufenthaltserlaubnis.", "positiv"),
        # exceptions to the words that keep a sentence open
        ("Leider konnte Ihrem Antrag nicht stattgegeben werden.", "negativ"),
        ("Ihrem Antrag kann nicht entsprochen werden.", "negativ"),
        ("Falls Sie nicht ausreisen, wird Ihnen die Abschiebung nach Ghana angedroht.", "negativ"),
        ("Wir lehnen Ihren Antrag nicht ab.", "positiv"),
        # the reason after the decision may say können or wenn
        ("Wir lehnen Ihren Antrag ab, weil Sie den Pass nicht vorlegen können.", "negativ"),
        ("Ihr Antrag wird abgelehnt, da Sie bereits ausgereist sind.", "negativ"),
        ("Wir\nlehnen Ihren Antrag vom 3. Mai\nab.", "negativ"),
        ("Die sofortige Vollziehung wird angeordnet.", "positiv"),
        ("Deshalb weise\nich Sie aus.", "negativ"),
        ("Hiermit setze ich die Gebühr für Sie auf 93 Euro fest.", "positiv"),
        ("Die Erlaubnis nehmen wir zurück, die Sie 2020 erhalten haben.", "negativ"),
        ("Ihnen drohen wir die Abschiebung an.", "negativ"),
        ("Hiermit drohe ich Ihnen die Abschiebung an.", "negativ"),
    ],
)
def test_decision(sentence: str, polarity: str) -> None:
    assert decision.is_decision(sentence)
    assert decision.may_hold_decision(sentence.lower().replace("\n", " "))
    assert decision.polarity(sentence) == polarity


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir beabsichtigen, Ihren Antrag abzulehnen.",
        "Ihr Antrag kann abgelehnt werden.",
        "Wird Ihr Antrag abgelehnt, erhalten Sie Post.",
        "Über Ihren Antrag haben wir noch nicht entschieden.",
        "Anträge werden in der Regel genehmigt.",
        "Ihr früherer Antrag wurde abgelehnt.",
        "Die Duldung wird für sechs Monate erteilt.",
        "Das setzt voraus, dass Sie an einer Schule zugelassen worden sind.",
        "Daher weisen wir Sie darauf hin, dass der Kurs endet.",
        "Mit Bescheid vom 4. November 2024 wurde Ihnen Elterngeld bewilligt.",
    ],
)
def test_no_decision(sentence: str) -> None:
    assert not decision.is_decision(sentence)


def test_operative_part_need_not_name_the_reader() -> None:
    sentence = "Die Aufenthaltserlaubnis wird widerrufen."
    assert not decision.is_decision(sentence)
    assert decision.is_decision(sentence, in_operative_part=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bitte senden Sie uns den Pass.",
        "Reichen Sie bitte den Antrag ein.",
        "Sie müssen persönlich kommen.",
        "Die Unterlagen sind vorzulegen.",
        "Wir bitten Sie, den Termin abzusagen.",
        "Sie werden aufgefordert, auszureisen.",
        "Ich gebe Ihnen Gelegenheit, sich bis zum 17. April zu äußern.",
    ],
)
def test_request(sentence: str) -> None:
    assert request.is_request(sentence)
    assert request.may_hold_request(sentence.lower())


@pytest.mark.parametrize(
    "sentence",
    [
        "Bitte beachten Sie die Hinweise.",
        "Sie haben einen Antrag gestellt.",
        "Wir bitten um Verständnis.",
        "Sie müssen nichts weiter tun.",
        "Vielen Dank für Ihre Bitte.",
        "Bitte haben Sie Geduld.",
    ],
)
def test_no_request(sentence: str) -> None:
    assert not request.is_request(sentence)


def test_request_without_addressee_is_impersonal() -> None:
    assert request.request_role("Die Unterlagen sind vorzulegen.") == "unpersönlich"
    assert request.request_role("Sie müssen kommen.") == "leser"


def test_intention() -> None:
    assert request.is_intention("Wir beabsichtigen, Ihren Antrag abzulehnen.")
    assert not request.is_intention("Wir lehnen Ihren Antrag ab.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bitte reichen Sie folgende Unterlagen ein:",
        "Es fehlen noch: Mietvertrag und Gehaltsnachweise.",
        "Bringen Sie bitte Ihren Pass mit.",
        "Folgende Unterlagen sind vorzulegen:",
        "Wir benötigen Ihre letzten drei Lohnabrechnungen.",
        "Uns fehlt noch der Nachweis über die Krankenversicherung.",
    ],
)
def test_documents(sentence: str) -> None:
    assert documents.asks_for_documents(sentence)
    assert documents.may_hold_documents(sentence.lower())


@pytest.mark.parametrize(
    "sentence",
    [
        "Ihre Unterlagen sind vollständig.",
        "Sie haben Ihren Pass vorgelegt.",
        "Wir haben Ihre Unterlagen erhalten.",
        "Der Mietvertrag endet am 3. Mai.",
        "Sie erhalten Ihren Pass zurück.",
        "Bringen Sie Geduld mit.",
    ],
)
def test_no_documents(sentence: str) -> None:
    assert not documents.asks_for_documents(sentence)
