"""Each zone by itself: what opens it, where it ends, what must stay outside."""

from __future__ import annotations

import pytest

from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.letters.understand import understand
from klartext.types import Letter

from .building import Reading, make_block, make_doc

CLOSING = "\n\nMit freundlichen Grüßen\n\nMuster"
REMEDY = "Sie können innerhalb eines Monats Klage erheben."


def zone(zone_id: str, written: str, *, everywhere: bool = False) -> list[str]:
    return Reading(written).texts(zone_id, everywhere=everywhere)


class TestRemedy:
    @pytest.mark.parametrize(
        "heading",
        [
            "# Rechtsbehelfsbelehrung",
            "**Rechtsbehelfsbelehrung:**",
            "Rechtsmittelbelehrung",
            "III. Rechtsbehelfsbelehrung",
            "Ihre Rechtsbehelfe",
            "Widerspruchsbelehrung",
            "Ihre Rechte",
            "## Wie können Sie sich wehren?",
            "So können Sie sich wehren",
            "Was können Sie tun, wenn Sie nicht einverstanden sind?",
            "Sie sind nicht einverstanden?",
            "Belehrung",
            "Belehrung über den Rechtsbehelf",
            "RECHTSBEHELFSBELEHRUNG",
        ],
    )
    def test_headings(self, heading: str) -> None:
        written = f"Text davor.\n\n{heading}\n\n{REMEDY}\n\nDie Frist ist dann gewahrt.{CLOSING}"
        found = zone("Z1", written)
        assert found[1:] == [REMEDY, "Die Frist ist dann gewahrt."]

    @pytest.mark.parametrize(
        "opening",
        [
            f"Rechtsbehelfsbelehrung: {REMEDY}",
            f"Rechtsbehelfsbelehrung\n{REMEDY}",
            f"Rechtsbehelf: {REMEDY}",
            f"Ihre Rechte: {REMEDY}",
        ],
    )
    def test_first_words_of_a_paragraph(self, opening: str) -> None:
        found = "\n".join(zone("Z1", f"Text davor.\n\n{opening}{CLOSING}"))
        assert REMEDY in found
        assert "Text davor" not in found

    def test_notice_without_any_heading_takes_its_paragraph(self) -> None:
        written = f"Wir haben das geprüft.\n\n{REMEDY}\n\nBitte bringen Sie den Pass mit.{CLOSING}"
        assert zone("Z1", written) == [REMEDY]

    def test_paragraphs_on_form_and_effect_belong_to_it(self) -> None:
        written = (
            f"Wir haben das geprüft.\n\n{REMEDY}\n\n"
            "Die Klage muss den Kläger und den Streitgegenstand bezeichnen.\n\n"
            "Sie hat keine aufschiebende Wirkung.\n\n"
            f"Bitte bringen Sie den Pass mit.{CLOSING}"
        )
        assert len(zone("Z1", written)) == 3

    def test_list_after_a_colon_belongs_to_it(self) -> None:
        written = (
            "Sie können Widerspruch einlegen:\n\n* schriftlich\n\n* bei uns im Amt\n\n"
            f"Wir beraten Sie gern.{CLOSING}"
        )
        assert [text[:8] for text in zone("Z1", written)] == ["Sie könn", "schriftl", "bei uns "]

    def test_court_address_does_not_end_it(self) -> None:
        written = (
            "Rechtsbehelfsbelehrung\n\nSie können Klage erheben bei:\n\nVerwaltungsgericht Köln\n\n"
            "Am Ring 7\n\n80999 Musterstadt\n\nDie Frist beträgt einen Monat.\n\nHinweise\n\n"
            f"Kopien genügen.{CLOSING}"
        )
        found = zone("Z1", written)
        assert found[0] == "Rechtsbehelfsbelehrung"
        assert found[-1] == "Die Frist beträgt einen Monat."

    @pytest.mark.parametrize("end", ["# Kosten", "**Kosten**", "Kosten", "Anlagen:"])
    def test_next_part_ends_it(self, end: str) -> None:
        mark = end[:2] if end[0] in "#*" else ""
        tail = "**" if mark == "**" else ""
        written = f"{mark}Rechtsbehelfsbelehrung{tail}\n\n{REMEDY}\n\n{end}\n\nAlles kostet etwas."
        written = written.replace("#R", "# R")
        assert [text[:11] for text in zone("Z1", written)] == ["Rechtsbehel", "Sie können "]

    def test_lower_heading_stays_inside(self) -> None:
        written = (
            f"# Rechtsbehelfsbelehrung\n\n{REMEDY}\n\n## Wo?\n\nBeim Gericht.\n\n# Kosten\n\nText."
        )
        assert zone("Z1", written)[-1] == "Beim Gericht."

    def test_privacy_notice_is_none(self) -> None:
        written = (
            "# Ihre Rechte\n\nNach der DSGVO können Sie sich bei der Aufsicht beschweren. Auch das"
            " Gericht steht offen."
        )
        assert zone("Z1", written) == []

    @pytest.mark.parametrize(
        "written",
        [
            "Sie haben am 3. März Widerspruch eingelegt. Wir haben ihn geprüft.",
            "Ihre Rechte und Pflichten stehen im Merkblatt.",
            "# Belehrung\n\nSie müssen die Wahrheit sagen.",
            "Die Rechtsbehelfsbelehrung liegt bei.",
            "Wehren Sie sich gegen Betrug am Telefon.",
        ],
    )
    def test_silent(self, written: str) -> None:
        assert zone("Z1", written + CLOSING) == []

    def test_letters_set_apart(self) -> None:
        written = (
            "G r ü n d e :\n\nText.\n\nR e c h t s b e h e l f s b e l e h r u n g :\n\n"
            f"{REMEDY}{CLOSING}"
        )
        assert zone("Z1", written)[1:] == [REMEDY]

    def test_sentence_with_an_address_inside(self) -> None:
        written = (
            "Gegen diesen Bescheid kann innerhalb eines Monats Klage bei dem\n\n"
            "Verwaltungsgericht Musterstadt, Am Ring 7,\n\nschriftlich erhoben werden.\n\n"
            f"Wir beraten Sie gern.{CLOSING}"
        )
        assert len(zone("Z1", written)) == 3

    def test_plain_section_that_begins_with_the_remedy(self) -> None:
        written = (
            "Text davor.\n\nFinden Sie das falsch?\n\nDann können Sie Widerspruch einlegen.\n\n"
            "Schreiben Sie uns. Sie haben einen Monat Zeit.\n\nHaben Sie Fragen?\n\n"
            f"Rufen Sie uns an.{CLOSING}"
        )
        assert len(zone("Z1", written)) == 3

    def test_objection_to_data_processing_is_none(self) -> None:
        written = "Sie können gegen die Verarbeitung Ihrer Daten Widerspruch einlegen."
        assert zone("Z1", written + CLOSING) == []

    def test_notes_and_page_footer_stay_outside(self) -> None:
        written = f"Rechtsbehelfsbelehrung\n\n{REMEDY}\n\n_ Seite 1 von 2\n\nDie Frist läuft."
        assert zone("Z1", written) == ["Rechtsbehelfsbelehrung", REMEDY, "Die Frist läuft."]


class TestTenor:
    @pytest.mark.parametrize(
        "lead",
        [
            "# Entscheidung",
            "**Tenor**",
            "Unsere Entscheidung",
            "auf Ihren Antrag ergeht folgender Bescheid:",
            "Es ergeht folgende Verfügung:",
            "in Ihrer Sache wird wie folgt entschieden:",
            "Über Ihren Antrag wird Folgendes entschieden:",
            "Wir entscheiden:",
            "Ich erlasse gegen Sie folgende Ordnungsverfügung:",
        ],
    )
    def test_numbered_items_after_a_lead_in(self, lead: str) -> None:
        written = (
            f"{lead}\n\n1. Der Antrag wird abgelehnt.\n\n2. Sie tragen die Kosten.\n\n"
            f"Wir beraten Sie gern.{CLOSING}"
        )
        found = zone("Z2", written)
        assert found == ["1. Der Antrag wird abgelehnt.", "2. Sie tragen die Kosten."]

    def test_items_that_go_on_with_the_sentence(self) -> None:
        written = (
            "# Ordnungsverfügung\n\nGuten Tag Herr Muster,\n\nhiermit\n\n"
            "1. lehne ich Ihren Antrag ab.\n\n2. fordere ich Sie zur Ausreise auf.\n\n"
            "3. drohe ich Ihnen die Abschiebung an.\n\n# Begründung\n\nText."
        )
        assert [text[:2] for text in zone("Z2", written)] == ["1.", "2.", "3."]

    def test_plain_tenor_before_plain_reasons(self) -> None:
        written = (
            "So haben wir entschieden\n\nSie bekommen die Karte nicht.\n\n"
            "Warum haben wir so entschieden?\n\nDer Pass fehlt."
        )
        assert zone("Z2", written) == ["Sie bekommen die Karte nicht."]

    def test_items_in_one_block(self) -> None:
        written = (
            "Es ergeht folgender Bescheid:\n1. Der Antrag wird abgelehnt.\n2. Sie tragen die"
            f" Kosten.{CLOSING}"
        )
        assert [text.rstrip() for text in zone("Z2", written)] == [
            "1. Der Antrag wird abgelehnt.",
            "2. Sie tragen die Kosten.",
        ]

    def test_unnumbered_paragraphs_up_to_the_reasons(self) -> None:
        written = (
            "Es ergeht folgender Bescheid:\n\nDie Erlaubnis wird widerrufen.\n\nDie Karte ist"
            " abzugeben.\n\nBegründung\n\nSie haben falsche Angaben gemacht."
        )
        assert len(zone("Z2", written)) == 2

    def test_sentences_of_the_reasons_stay_outside(self) -> None:
        written = (
            "Ihr Antrag wird abgelehnt.\n\nGründe:\n\nIhr Antrag wird abgelehnt, weil er spät kam."
        )
        assert zone("Z2", written) == ["Ihr Antrag wird abgelehnt."]

    def test_single_sentence_is_counted_with_the_letter(self) -> None:
        read = Reading("Das ist neu. Wir lehnen Ihren Antrag ab. Rufen Sie uns an.")
        (found,) = [zone for zone in read.understood.zones if zone.id == "Z2"]
        assert not found.counted_apart
        assert found.by_pattern

    def test_plain_heading_so_haben_wir_entschieden(self) -> None:
        tenor = "# So haben wir entschieden\n\nIhr Antrag wird abgelehnt.\n\n# Gründe\n\nText."
        assert zone("Z2", tenor) == ["Ihr Antrag wird abgelehnt."]
        reasons = "# So haben wir entschieden\n\nSie sind im Mai eingereist.\n\n# Kosten\n\nText."
        assert zone("Z2", reasons) == []

    @pytest.mark.parametrize(
        "written",
        [
            "Wir entscheiden innerhalb von zwei Wochen.\n\n1. Pass\n\n2. Foto",
            "So geht es:\n\n1. Rufen Sie uns an.\n\n2. Kommen Sie zu uns.",
            "Die Erlaubnis wird in der Regel für drei Jahre erteilt.",
        ],
    )
    def test_silent(self, written: str) -> None:
        assert zone("Z2", written + CLOSING) == []


class TestConditions:
    def test_heading_and_list(self) -> None:
        written = "# Auflagen\n\n* Wohnen Sie in Musterstadt.\n\n* Melden Sie sich.\n\nGut so."
        assert [text[:6] for text in zone("Z3", written)] == ["Auflag", "Wohnen", "Melden"]

    def test_announced_list(self) -> None:
        written = (
            "Die Erlaubnis wird mit folgenden Auflagen verbunden:\n\n1. Sie wohnen hier.\n\n"
            "2. Sie melden Umzüge.\n\nWir helfen gern."
        )
        assert len(zone("Z3", written)) == 3

    def test_heading_in_the_same_paragraph(self) -> None:
        written = "Nebenbestimmungen: Wohnsitz in Musterstadt. Erlischt mit der Ausreise."
        assert zone("Z3", written) == [written]

    def test_announcing_sentence_of_a_longer_paragraph(self) -> None:
        written = (
            "Ihre Karte ist fertig. Sie ist mit folgenden Auflagen verbunden:\n\n"
            "* Sie wohnen in Musterstadt.\n\nHolen Sie sie bald ab."
        )
        assert zone("Z3", written) == [
            "Sie ist mit folgenden Auflagen verbunden:",
            "Sie wohnen in Musterstadt.",
        ]

    @pytest.mark.parametrize(
        "note",
        [
            "Erwerbstätigkeit nicht gestattet.",
            "Beschäftigung nur mit Erlaubnis der Ausländerbehörde gestattet",
            "Die Duldung erlischt mit der Ausreise.",
            "Die Erlaubnis steht unter dem Vorbehalt des Widerrufs.",
            "Der Inhaber genügt mit dieser Bescheinigung nicht der Passpflicht.",
            "Die Wohnsitznahme ist nur in Musterstadt gestattet.",
        ],
    )
    def test_notes_of_their_own(self, note: str) -> None:
        assert zone("Z3", f"Text davor.\n\n{note}\n\nText danach.") == [note]

    def test_note_in_running_text_of_a_decision(self) -> None:
        written = "Wir lehnen Ihren Antrag ab. Die Erwerbstätigkeit ist Ihnen nicht gestattet. Gut."
        assert zone("Z3", written) == ["Die Erwerbstätigkeit ist Ihnen nicht gestattet."]

    @pytest.mark.parametrize(
        "written",
        [
            "Ist eine Beschäftigung gestattet?",
            "Wenn Ihnen die Beschäftigung erlaubt ist, rufen Sie uns an.",
            "Das Rauchen ist hier nicht gestattet.",
            "Ihr Aufenthalt gilt bis zur Entscheidung als erlaubt.",
            "Nebenbestimmungen sind Bedingungen zu Ihrem Aufenthaltstitel, die wir festlegen.",
        ],
    )
    def test_silent(self, written: str) -> None:
        assert zone("Z3", written) == []


class TestQuotation:
    LAW = "„Die Abschiebung ist unter Bestimmung einer angemessenen Frist schriftlich anzudrohen.“"

    @pytest.mark.parametrize(
        "written",
        [
            f"§ 59 Abs. 1 AufenthG lautet: {LAW}",
            f"Dort heißt es: {LAW}",
            f"Das regelt § 59 AufenthG.\n\n{LAW}",
            f"{LAW}\n\nSo steht es in § 59 AufenthG.",
            f"Der Wortlaut ist klar. {LAW}",
        ],
    )
    def test_with_a_source(self, written: str) -> None:
        assert zone("Z4", written) == [self.LAW]

    def test_without_a_source_only_words_are_kept(self) -> None:
        read = Reading(f"Sie schreiben uns in Ihrem Brief: {self.LAW}")
        assert read.texts("Z4") == []
        assert read.texts("Z4", everywhere=True) == [self.LAW]

    def test_wording_in_a_paragraph_of_its_own(self) -> None:
        law = self.LAW.strip("„“")
        assert zone("Z4", f"§ 59 Abs. 1 AufenthG lautet:\n\n{law}\n\nWir prüfen das.") == [law]

    def test_over_several_blocks(self) -> None:
        written = (
            "§ 59 AufenthG lautet:\n\n„Die Abschiebung ist schriftlich anzudrohen.\n\n"
            "Die Frist liegt zwischen sieben und 30 Tagen.“\n\nWir prüfen das."
        )
        found = " ".join(zone("Z4", written))
        assert "schriftlich anzudrohen" in found
        assert "30 Tagen" in found
        assert "Wir prüfen" not in found

    def test_open_quotation_swallows_nothing(self) -> None:
        written = "§ 5 AufenthG sagt: „Das gilt.\n\nBitte kommen Sie zu uns ins Amt.\n\nGut so."
        assert zone("Z4", written) == []


class TestDeclaration:
    @pytest.mark.parametrize(
        "written",
        [
            "Ich versichere die Richtigkeit meiner Angaben.\n\n______________\n\nUnterschrift",
            "Hiermit bevollmächtige ich Frau Muster.\n\nOrt, Datum",
            "# Einwilligung\n\nIch willige ein, dass meine Daten gespeichert werden.",
            "Vollmacht\n\nHiermit bevollmächtige ich Frau Muster, mich zu vertreten.",
            "Ich wurde heute belehrt.\n\nDatum, Unterschrift",
        ],
    )
    def test_found(self, written: str) -> None:
        assert zone("Z6", written)

    @pytest.mark.parametrize(
        "written",
        [
            f"Ich bestätige Ihnen den Eingang Ihres Antrags.{CLOSING}\n\n__________",
            f"Hiermit bestätigen wir den Termin.{CLOSING}",
            "Ich versichere Ihnen: Wir prüfen das.\n\nDatum, Unterschrift",
        ],
    )
    def test_clerk_who_confirms_declares_nothing(self, written: str) -> None:
        assert zone("Z6", written) == []

    def test_text_after_the_signature_line_is_open(self) -> None:
        written = "Ich versichere das.\n\n______________\n\nBitte senden Sie uns das Blatt zurück."
        assert len(zone("Z6", written)) == 2


class TestSpans:
    def test_identifiers(self) -> None:
        written = (
            "Schreiben Sie an abh@stadt.de oder Lindenstraße 19. Az.: 33.2-12345/24, § 5 AufenthG,"
            " Telefon: 089 555-96010."
        )
        assert zone("Z5", written) == ["§ 5 AufenthG"]
        assert set(zone("Z8", written)) >= {"abh@stadt.de", "Lindenstraße 19", "33.2-12345/24"}

    def test_known_authorities(self) -> None:
        written = "Das Bundesamt für Migration und Flüchtlinge und das Verwaltungsgericht Köln."
        assert zone("Z8", written) == [
            "Bundesamt für Migration und Flüchtlinge",
            "Verwaltungsgericht Köln",
        ]

    def test_printed_titles(self) -> None:
        written = "Sie erhalten eine Blaue Karte EU. Nutzen Sie das Formular „Umzug melden“."
        assert zone("Z9", written) == ["Blaue Karte EU", "„Umzug melden“"]

    @pytest.mark.parametrize(
        ("text", "proper", "names"),
        [
            ("Frau Mina Beispiel kommt aus Ghana.", {1, 2, 5}, ["Mina Beispiel", "Ghana"]),
            ("Gruß\nMina", {1, 2}, ["Mina"]),
            ("Frau {Name} kommt.", {1}, []),
            ("Frau : kommt.", {1}, []),
            ("Das steht im AufenthG nicht.", {3}, []),
        ],
    )
    def test_names_by_tag(self, text: str, proper: set[int], names: list[str]) -> None:
        block = make_block(text)
        doc = make_doc(text, block.placeholders)
        for token in doc:
            token.tag_ = "NE" if token.i in proper else "NN"
        letter = Letter(path=None, kind="txt", blocks=(block,))
        found = understand(ParsedLetter(letter, (ParsedBlock(block, doc),)))
        ranges = [zone.range for zone in found.zones if zone.id == "Z8"]
        assert [name.of(text) for name in ranges if name] == names


class TestForm:
    def test_table_cells(self) -> None:
        read = Reading("Ihre Kosten:\n\n| Gebühr\n\n| 93 Euro")
        assert read.texts("Z12") == ["Gebühr", "93 Euro"]

    def test_short_line_of_text_is_a_heading_found_by_pattern(self) -> None:
        read = Reading("Das ist Text.\n\nWas kostet das?\n\nEs kostet nichts.")
        (heading,) = [zone for zone in read.understood.zones if zone.id == "Z11"]
        assert heading.by_pattern

    @pytest.mark.parametrize(
        "line",
        ["Folgende Unterlagen fehlen:", "{name}", "Am Ring 7", "- Reisepass", "Das ist alles."],
    )
    def test_no_heading(self, line: str) -> None:
        assert zone("Z11", f"Das ist Text.\n\n{line}\n\nMehr Text folgt hier.") == []

    def test_long_text_before_the_salutation_is_no_letterhead(self) -> None:
        written = (
            "Achtung! Dies ist eine Nachricht, die ein Programm geschrieben hat.\n\n"
            "Guten Tag Frau Muster,\n\nwir haben Post für Sie."
        )
        assert zone("Z10", written) == ["Guten Tag Frau Muster,"]


class TestForeign:
    @pytest.mark.parametrize(
        "text",
        [
            "Please bring this letter and your passport with you.",
            "Veuillez apporter votre passeport et les documents de la famille.",
            "Por favor traiga su pasaporte y los documentos de la familia.",
            "Proszę przynieść paszport oraz dokumenty, które są dla nas ważne i nie zginą.",
            "يرجى إحضار جواز السفر",
            "Принесите, пожалуйста, паспорт",
        ],
    )
    def test_found(self, text: str) -> None:
        assert zone("Z13", f"Bitte bringen Sie den Pass mit.\n\n{text}") == [text]

    @pytest.mark.parametrize(
        "text",
        [
            "Das Job-Center bietet Online-Termine per E-Mail an.",
            "Herr Nguyễn Văn An wohnt in der Lindenstraße.",
            "Die Blue Card ist eine Karte für Fachkräfte.",
            "Do, Fr, Sa",
        ],
    )
    def test_german(self, text: str) -> None:
        assert zone("Z13", text) == []
