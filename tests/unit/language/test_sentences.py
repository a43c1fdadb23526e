"""Sentence boundaries. In every case ``‖`` stands where one sentence ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from klartext.language import sentences
from klartext.language.boundaries import find_boundaries
from klartext.language.protected import find_spans
from klartext.language.tokens import WordTokenizer
from klartext.types import TextRange

CASES = {
    "plain": """
        Ihr Antrag liegt uns vor. ‖ Wir prüfen ihn.
        Haben Sie noch Fragen? ‖ Rufen Sie uns an!
        Bitte warten Sie! ‖ Wir rufen Sie auf.
        Wirklich?! ‖ Ja.
        Ein Satz ohne Punkt am Ende
        Wir haben das geprüft. ‖ Übrigens fehlt ein Foto.
        Das ist alles. ‖ 3 Monate vorher melden wir uns.
        Die Frist endet bald. ‖ § 7 gilt nicht.
        Der Pass ist gültig.‖Bitte bringen Sie ihn mit.
    """,
    "citation": """
        Das steht in § 5 Abs. 1 Nr. 2 AufenthG i. V. m. Art. 6 GG und gilt für alle.
        Wir entscheiden gem. § 5 AufenthG. ‖ Sie können sich dazu äußern.
        Das folgt aus § 4 Abs. 1. ‖ Wir müssen daher ablehnen.
        Das folgt aus § 4 Abs. 1 Satz 2. ‖ Antragsteller zahlen nichts.
        Grundlage sind §§ 27 bis 29 AufenthG. ‖ Dort steht mehr.
        Grundlage sind die §§ 27 ff. AufenthG in der neuen Fassung.
        Grundlage sind die §§ 27 ff. ‖ Dort steht mehr.
        Nach Art. 6 GG ist die Familie geschützt.
        Sie berufen sich auf Art. 8 EMRK. ‖ Das hilft hier nicht.
        Siehe § 25 Abs. 2 S. 1 2. Halbsatz der Satzung.
        Siehe § 12a. ‖ Ausnahmen regelt die Behörde.
        Rechtsgrundlage ist § 60a Abs. 2 Satz 3 AufenthG i.V.m. § 36 VwVfG. ‖ Das gilt auch hier.
        Es gilt Art. 17 der Verordnung (EU) 2024/1351. ‖ Deutschland ist zuständig.
        Sie beziehen Geld nach dem SGB II. ‖ Das Jobcenter zahlt die Miete.
        Nach § 9 Abs. 2 Nr. 3 Buchst. a und b StAG genügt das.
        Die Gebühr steht in § 3 Abs. 4 der Satzung. ‖ Kinder zahlen die Hälfte.
        Das regelt Artikel 16a des Grundgesetzes. ‖ Er gilt seit 1993.
        Nach § 7 Abs. 1 u. 2 BGG müssen wir helfen.
        Nach BGBl. I S. 162 wurde das geändert.
        Maßgeblich ist das AufenthG. ‖ Es regelt die Einreise.
        Gegen § 31 spricht nichts. ‖ Gegen § 32. ‖ Auch das nicht.
        Vgl. § 8 VwGO. ‖ Der Rechtsweg ist offen.
        Das ergibt sich aus Abs. 2 Satz 1 Hs. 2 der Vorschrift.
        Nach Art. 12 Abs. 1 S. 2 GG darf ein Gesetz das regeln.
    """,
    "date": """
        Bitte kommen Sie am 12.03.2026 um 10 Uhr.
        Bitte zahlen Sie bis zum 31.12.2026. ‖ Danach mahnen wir.
        Der Vertrag endet am 31.12. ‖ Danach ziehen Sie aus.
        Sie sind am 1. Januar 2026 eingereist.
        Sie sind am 1. Januar eingereist. ‖ Seitdem leben Sie hier.
        Das galt bis Ende 2025. ‖ Nun gilt es nicht mehr.
        Das galt nur im Jahr 2025. ‖ Anträge von 2026 sind frei.
        Die Frist läuft vom 3. 4. 2026 bis zum 5. 5. 2026.
        Sie haben bis zum 3. Zeit.
        Der Termin ist am 3. ‖ Wir freuen uns auf Sie.
        Am 2. und 3. Mai ist das Amt zu.
        Vom 28. bis 30. September 2026 ziehen wir um.
        Der Bescheid vom 5. Okt. 2025 ist gültig.
        Wir haben Mo. bis Fr. von 8 bis 12 Uhr offen.
        Sie wurden am 4.5.1990 geboren. ‖ Ihr Sohn kam 2015 zur Welt.
        Ihr Visum gilt bis 15. März. ‖ Bitte reisen Sie vorher aus.
    """,
    "ordinal": """
        Kinder bis zum 18. Lebensjahr zahlen nichts.
        Der Raum liegt im 2. Stock links.
        Das ist die 1. Mahnung an Sie.
        Sie wohnen im 3. Obergeschoss. ‖ Der Aufzug fährt nicht.
        Im 4. Quartal ändern sich die Gebühren.
        Am 3. Tag nach der Aufgabe zur Post gilt der Brief als bekannt.
        Ihr 2. Kind bekommt einen eigenen Pass.
        Die 112. Sitzung fällt aus.
        Das steht bei Muster, Ausländerrecht 5. Aufl. § 3.
        Sie sind in der 20. Schwangerschaftswoche. ‖ Ruhen Sie sich aus.
        Die 4. BImSchV nennt diese Anlagen.
        Der 1. und der 2. Antrag fehlen.
        Bis zur Vollendung des 16. Lebensjahres brauchen Kinder keinen Ausweis.
        Das 2. Große Fest der Stadt findet im Juni statt.
        Die geänderte 32. Fassung liegt aus.
    """,
    "number at the end": """
        Lesen Sie dazu nach Nr. 3. ‖ Sie finden dort ein Beispiel.
        Das Wartezimmer ist Raum 12. ‖ Antragsteller warten dort.
        Sie haben Steuerklasse 3. ‖ Das ist günstig.
        Es kamen 250. ‖ Viele blieben.
        Die Zahl stieg auf 1.250. ‖ Das ist viel.
        Der Wert liegt bei 3,5. ‖ Mehr ist nicht erlaubt.
        Das Gesuch trägt die Ziffer 4. ‖ Einwände gibt es nicht.
        Das gilt für die Stufen 1 bis 3. ‖ Antragsteller der Stufe 4 warten.
        Das gilt nach den Sätzen 1 und 2. ‖ Kinder sind ausgenommen.
        Bitte lesen Sie Seite 2. ‖ Unten steht die Nummer.
        Der Grad der Behinderung beträgt 50. ‖ Sie erhalten einen Ausweis.
        Unsere Website ist Amt24. ‖ Dort finden Sie alles.
        Auf Ihrem Weg hilft Abschnitt 2.3. ‖ Dort steht mehr.
        Es gibt noch 20.
    """,
    "roman numerals": """
        Lesen Sie Kapitel III. ‖ Dort steht mehr.
        Im II. Quartal zahlen Sie mehr.
        Ludwig XIV. war König.
        Die Straße heißt nach Elisabeth II. ‖ Sie liegt im Westen.
        Sie leben von Hartz IV. ‖ Das Jobcenter zahlt.
        II. Begründung
        Das steht im SGB XII. ‖ Bitte lesen Sie es.
        Der VIII. Senat hat entschieden.
    """,
    "label": """
        1. Der Antrag wird abgelehnt. ‖ 2. Sie tragen die Kosten.
        II. 1. Die Klage ist zulässig.
        A. Allgemeines
        Wir entscheiden: 1. Der Antrag ist abgelehnt. ‖ 2. Sie müssen ausreisen.
        2.1. Die Gebühr beträgt 30 Euro.
        3. Sie können sich wehren.
        Das fehlt noch. ‖ a) Der Pass fehlt. ‖ b) Das Foto fehlt.
        12a. Die Behörde entscheidet.
        1. a) Die Behörde entscheidet.
    """,
    "abbreviation inside": """
        Bringen Sie z. B. einen Mietvertrag mit.
        Bringen Sie z.B. Fotos mit.
        Das gilt i. d. R. für ein Jahr.
        Das ist, d. h. Sie müssen zahlen, entschieden.
        Der Antrag bzw. Ihr Schreiben fehlt.
        Zahlen Sie ggf. Gebühren nach.
        Der Betrag liegt ca. 5 Euro höher.
        Frau Prof. Dr. Ay hat das unterschrieben.
        Herr Dr. Yılmaz ist Ihr Arzt.
        Sie wohnen in St. Pauli.
        Das gilt inkl. Mehrwertsteuer.
        Unser Zeichen ist Nr. 7 im Schreiben.
        Wir haben Ihr Schreiben lt. Eingangsstempel erhalten.
        Es fehlen u. a. Fotos von Ihnen.
        Sie zahlen 5 v. H. der Summe.
        Unterlagen wie Pass, Visum usw. müssen Sie vorlegen.
        Die Firma Meier GmbH & Co. KG hat Sie gemeldet.
        Der Verein Hilfe e. V. berät Sie.
        Das gilt v. a. für Kinder.
        Melden Sie sich bei der zust. Stelle.
        Wir verweisen auf S. 12 des Gutachtens.
        Das gilt seit dem Jahr 300 v. Chr. in Rom.
        Es geht um sog. Kettenduldungen.
        Wir bitten um Zahlung i. H. v. 50 Euro.
        Der o. g. Termin fällt aus.
        Die Dipl.-Ing. Maria Kurz prüft das.
        Bitte nennen Sie Ihre Kunden-Nr. 4711 immer.
        Er zahlt mtl. 20 Euro.
        Frau Kaya, geb. Öztürk, wohnt hier.
        Melden Sie sich bei Fr. Kaya oder Hr. Nowak.
        Das Gesetz i. d. F. vom 3. Mai 2020 gilt.
        Das steht auf Bl. 17 der Akte.
        Nach st. Rspr. gilt das immer.
        Das Land zahlt 2 Mio. Euro.
        Rufen Sie an: Tel. 0621 555-0123.
        Das kostet max. 30 Euro, mind. 10 Euro.
        Anm. d. Red.: Das ist alt.
        Nach dem nds. Gesetz gilt das.
        Wir brauchen die schriftl. Vollmacht Ihres Anwalts.
    """,
    "abbreviation at the end": """
        Bringen Sie Pass, Fotos usw. ‖ Bitte kommen Sie pünktlich.
        Bringen Sie Pass, Fotos etc. ‖ Wir kopieren alles.
        Das kostet 10 v. H. ‖ Sie zahlen also wenig.
        Sie fragen den Verein Hilfe e. V. ‖ Er berät Sie gern.
        Sie wohnen in der Hauptstr. ‖ Das ist nicht weit.
        Wir brauchen Verträge, Zeugnisse u. Ä. ‖ Bitte schicken Sie Kopien.
        Das Grab stammt von 300 v. Chr. ‖ Es ist gut erhalten.
        Die Fahrt dauert 2 Std. ‖ Danach sind Sie da.
        Sie arbeiten bei der Nowak GmbH. ‖ Das haben wir geprüft.
        Sie haben einen PKW. ‖ Er ist angemeldet.
        Sie zahlen an die BAMF. ‖ Antworten bekommen Sie dort.
        Wir helfen Menschen aller Art. ‖ Kommen Sie vorbei.
        Schicken Sie ein Fax. ‖ Das genügt.
        Der Saal misst 400 m. ‖ Das reicht.
        Die Strecke ist 12 km. ‖ Fahren Sie mit dem Bus.
        Wir baden im Bad. ‖ Sie auch.
    """,
    "initials": """
        Der Brief ging an J. Müller in Ulm.
        Der Brief ging an Karl K. Müller.
        Es schreibt Ihnen R. A. Schmitt.
        Der Kläger heißt Omar A. ‖ Sie kennen ihn.
        Sie haben ein Visum vom Typ D. ‖ Das genügt.
        Bitte füllen Sie Anlage B. ‖ Danach unterschreiben Sie.
        Kommen Sie in Gebäude C. ‖ Antragsteller warten dort.
    """,
    "file number": """
        Ihr Zeichen ist Az. 12/AG-4711. ‖ Bitte geben Sie es an.
        Unser Aktenzeichen lautet 33.2-12345/24. ‖ Antworten Sie bitte bald.
        Bitte nennen Sie das Kassenzeichen 5.0123.456789.1 bei der Zahlung.
        Das Urteil (Az. 10 K 167/11) ist bekannt.
        Das Gericht hat entschieden (Az.: 6 A 12/24). ‖ Sie haben verloren.
        Geschäftszeichen: II B 4 – 0815. ‖ Bitte antworten Sie.
        Ihre Steuernummer ist 12/345/67890. ‖ Sie steht auf dem Bescheid.
    """,
    "amount": """
        Die Gebühr beträgt 93,00 €. ‖ Bitte zahlen Sie bar.
        Die Gebühr beträgt 1.250,50 Euro. ‖ Bitte zahlen Sie bald.
        Sie zahlen 100,- €. ‖ Kinder zahlen nichts.
        Sie zahlen EUR 1.000. ‖ Das ist viel.
        Der Satz ist 19 %. ‖ Das gilt für alle.
        Der Bund gibt 2 Mio. ‖ Das Land gibt nichts.
    """,
    "address and contact": """
        Kommen Sie in die Hauptstr. 5 in Ulm.
        Das Amt ist in der Hauptstr. 5. ‖ Kommen Sie zu Fuß.
        Das Amt liegt in der Straße des 17. Juni 5 in Berlin.
        Kommen Sie zum Alten Markt 3, 10785 Berlin. ‖ Dort ist der Eingang.
        Schreiben Sie an abh@stadt.de. ‖ Wir antworten bald.
        Mehr steht auf www.stadt.de/termin. ‖ Dort buchen Sie.
        Schreiben Sie uns gern. ‖ abh@stadt.de ist unsere Adresse.
        Rufen Sie 0621 555-0123. ‖ Dort hilft man Ihnen.
        Der Termin ist um 10.30 Uhr. ‖ Seien Sie pünktlich.
        Das Amt schließt um 12:00. ‖ Danach ist niemand da.
        Seine IBAN ist DE02 1203 0000 0000 2020 51. ‖ Zahlen Sie dorthin.
    """,
    "colon and semicolon": """
        Bitte legen Sie vor: Pass, Foto, Mietvertrag.
        Wir haben entschieden: Ihr Antrag wird abgelehnt.
        Beachten Sie: Sie müssen selbst kommen. ‖ Vertreter genügen nicht.
        Das ist klar; Sie müssen zahlen.
        Es fehlt noch: 1. der Pass, 2. das Foto.
    """,
    "quotation": """
        „Bitte warten.“ sagte er.
        „Bitte warten!“, rief er.
        Auf dem Schild steht: „Bitte warten.“ ‖ Danach kommen Sie dran.
        Auf dem Schild steht „Bitte warten“. ‖ Danach kommen Sie dran.
        Wer fragt „Was soll das?“ bekommt Antwort.
        Füllen Sie das Blatt „Antrag. Teil 2“ aus.
        »Das geht.« ‖ Er ging.
        "Das geht." ‖ Er ging.
        Er sagte: „Ich komme. ‖ Warten Sie.“ ‖ Dann ging er.
        ‚Gut.‘ ‖ Sie lachte.
        „Wo sind Sie?“ ‖ „Hier.“
        Der Satz „§ 5 gilt nicht.“ ist falsch.
    """,
    "bracket": """
        Wir prüfen das (das dauert). ‖ Bitte warten Sie.
        Wir prüfen das. ‖ (Das dauert.) ‖ Bitte warten Sie.
        Wir prüfen das (Das dauert. Bitte warten Sie.) sehr genau.
        Bringen Sie den Pass mit (Original usw.) und ein Foto.
        Das gilt (vgl. § 5 AufenthG). ‖ Sie müssen zahlen.
        Wer kommt (wann?) und wer nicht?
        Kommen alle (auch die Kinder?). ‖ Das ist wichtig.
        Das Amt [siehe Anlage 2. Seite 3] hilft.
        Die Fassung vom 3. Mai (BGBl. I S. 12) gilt.
        Das wissen wir. [...] ‖ Danach geht es weiter.
    """,
    "ellipsis": """
        Pass, Foto … und mehr.
        Wir warten … ‖ Bitte melden Sie sich.
        Wir warten... ‖ Sie auch.
        Herr … (Kläger) wohnt hier.
    """,
    "line break": """
        Sie wohnen in Ulm\\nund arbeiten dort.
        Sie wohnen in Ulm\\nDort arbeiten Sie auch.
        Sie wohnen in Ulm.\\n‖ Dort arbeiten Sie auch.
        Sie wohnen in Ulm.\\t‖ Dort arbeiten Sie auch.
        Gemeinde Ulm\\nHauptstr. 5\\n89073 Ulm
    """,
}


def _cases() -> Iterator[object]:
    for phenomenon, block in CASES.items():
        for line in filter(None, map(str.strip, block.splitlines())):
            marked = line.replace("\\n", "\n").replace("\\t", "\t")
            yield pytest.param(marked, id=f"{phenomenon}: {line}")


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.tokenizer = WordTokenizer(pipeline.vocab)
    pipeline.add_pipe(sentences.NAME)
    return pipeline


PLACEHOLDER_CASES = (
    "Kommen Sie am «Termin». ‖ Bringen Sie «Unterlagen» mit.",
    "Kommen Sie am «Tag_1. Termin» um «Uhrzeit» Uhr.",
    "Sie wohnen in {Strasse}. ‖ {Name} wohnt auch dort.",
    "Das ist Nr. «Nummer» der Liste. ‖ Sie steht unten.",
    "Das ist Herr Dr. «Name» aus Ulm.",
    "Die Frist endet am 3. «Monat» um 12 Uhr.",
    "Das galt bis 2025. ‖ «Anrede» muss neu beantragen.",
    "Wir prüfen das.‖{% if frist %} Bitte warten Sie.",
    "Der Betrag ist «Betrag» €. ‖ Bitte zahlen Sie bald.",
    "Ihr Zeichen: «Az. 5». ‖ Bitte nennen Sie es.",
    "Die Gebühr nach § «Paragraf» Abs. 2 beträgt 5 Euro.",
    "Es geht um [Art. der Leistung] für Sie.",
    "Sie sind am {Datum} geboren. ‖ [Name] ist Ihr Kind.",
)
_PLACEHOLDER = re.compile(r"«[^»]*»|\{[^}]*\}|\[[^\]]*\]")


def split(text: str, placeholders: list[TextRange] | None = None) -> list[str]:
    spans = find_spans(text, placeholders or [])
    starts = [0, *(place.next for place in find_boundaries(text, spans))]
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [part.strip() for part in parts if part.strip()]


def text_of(marked: str) -> str:
    return marked.replace("‖ ", "").replace("‖", "")


def sentences_of(marked: str) -> list[str]:
    return [part.strip() for part in marked.split("‖")]


@pytest.mark.parametrize("marked", list(_cases()))
def test_boundaries(marked: str, nlp: Language) -> None:
    text = text_of(marked)
    assert split(text) == sentences_of(marked)
    doc = nlp(text)
    assert [sentence.text.strip() for sentence in doc.sents] == sentences_of(marked)


@pytest.mark.parametrize("marked", PLACEHOLDER_CASES)
def test_boundaries_beside_placeholders(marked: str, nlp: Language) -> None:
    text = text_of(marked)
    placeholders = [TextRange(*match.span()) for match in _PLACEHOLDER.finditer(text)]
    doc = nlp(nlp.tokenizer.make_doc(text, placeholders))
    assert [sentence.text.strip() for sentence in doc.sents] == sentences_of(marked)


def test_every_token_is_decided(nlp: Language) -> None:
    doc = nlp("Das ist\tgut.\n\nSehr gut. ")
    assert doc.has_annotation("SENT_START", require_complete=True)
    assert [token.text for token in doc if token.is_sent_start] == ["Das", "Sehr"]


def test_empty_text(nlp: Language) -> None:
    assert len(nlp("")) == 0


def test_doc_of_another_tokenizer_gets_the_same_boundaries(nlp: Language) -> None:
    words = ["Das", "regelt", "§", "5", "Abs.", "1", "AufenthG", ".", "Sie", "zahlen", "."]
    spaces = [True, True, True, True, True, True, False, True, True, False, False]
    doc = sentences.SentenceBoundaries()(Doc(nlp.vocab, words=words, spaces=spaces))
    assert [token.i for token in doc if token.is_sent_start] == [0, 8]


def test_component_is_known_to_spacy() -> None:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("klartext_sentences")
    assert pipeline.get_pipe_meta("klartext_sentences").assigns == ["token.is_sent_start"]


def test_boundary_offsets() -> None:
    text = "Ja. „Nein.“  Gut"
    found = find_boundaries(text, find_spans(text))
    assert [(place.stop, place.end, place.next) for place in found] == [(2, 3, 4), (9, 11, 13)]


PIECES = st.sampled_from(
    [*'ab .!?…:;()„“"\n\t«»[]{}§5I-', "z. B. ", "Nr. 3. ", "§ 5 AufenthG. ", "Sie ", "1. Mai "]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_boundaries_are_sane_for_any_text(text: str) -> None:
    found = find_boundaries(text, find_spans(text))
    assert all(place.stop < place.end <= place.next <= len(text) for place in found)
    assert all(a.next <= b.stop for a, b in pairwise(found))
    assert all(text[place.stop] in ".!?…" for place in found)
