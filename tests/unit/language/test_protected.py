"""Protected spans: every pattern with strings it must and must not match."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartext.language.protected import find_spans
from klartext.language.spans import SpanLabel
from klartext.types import TextRange

L = SpanLabel

FOUND = {
    L.DATE: [
        ("am 12.03.2026", "12.03.2026"),
        ("1. März 2026", "1. März 2026"),
        ("vom 3. 4. 26", "3. 4. 26"),
        ("31.12.25", "31.12.25"),
        ("2026-03-12", "2026-03-12"),
        ("bis zum 5. Mai", "5. Mai"),
        ("seit 7. Okt. 2025", "7. Okt. 2025"),
        ("am 12.03.2026.", "12.03.2026"),
    ],
    L.TIME: [
        ("um 10 Uhr", "10 Uhr"),
        ("10:30 Uhr", "10:30 Uhr"),
        ("9.00 Uhr", "9.00 Uhr"),
        ("8:30", "8:30"),
        ("von 14:00 bis", "14:00"),
        ("24 Uhr", "24 Uhr"),
    ],
    L.AMOUNT: [
        ("93,00 €", "93,00 €"),
        ("1.000 Euro", "1.000 Euro"),
        ("EUR 1.000", "EUR 1.000"),
        ("56 Euro", "56 Euro"),
        ("1 234,50 EUR", "1 234,50 EUR"),
        ("100,- €", "100,- €"),
        ("50 Cent", "50 Cent"),
        ("2 Mio. Euro", "2 Mio. Euro"),
    ],
    L.PHONE: [
        ("Telefon: 089 555-96010", "089 555-96010"),
        ("0621-555 0123", "0621-555 0123"),
        ("Tel. +49 30 55500-0", "+49 30 55500-0"),
        ("04721 99-1234", "04721 99-1234"),
        ("(030) 55501 4000", "(030) 55501 4000"),
        ("Behördennummer 115", "115"),
        ("Durchwahl 4711", "4711"),
        ("Fax 0621 555-0199", "0621 555-0199"),
    ],
    L.EMAIL: [
        ("abh@stadt.de", "abh@stadt.de"),
        ("Info.Amt@landkreis-x.de", "Info.Amt@landkreis-x.de"),
        ("a.b@c-d.bayern.de", "a.b@c-d.bayern.de"),
        ("abh(at)stadt.de", "abh(at)stadt.de"),
        ("x_y@amt.berlin", "x_y@amt.berlin"),
        ("post+1@amt.de", "post+1@amt.de"),
        ("an abh@stadt.de. Sie", "abh@stadt.de"),
    ],
    L.WEB: [
        ("www.stadt.de", "www.stadt.de"),
        ("https://amt.de/termin", "https://amt.de/termin"),
        ("service.berlin.de", "service.berlin.de"),
        ("handbookgermany.de/de", "handbookgermany.de/de"),
        ("https://{host}", "https://{host}"),
        ("bamf.de", "bamf.de"),
        ("auf www.stadt.de/termin. Dort", "www.stadt.de/termin"),
        ("„www.stadt.de“.", "www.stadt.de"),
    ],
    L.ACCOUNT: [("DE02 1203 0000 0000 2020 51", "DE02 1203 0000 0000 2020 51")],
    L.ADDRESS: [
        ("Lindenstraße 19, 80999 Musterstadt", "Lindenstraße 19"),
        ("Lindenstraße 19, 80999 Musterstadt", "80999 Musterstadt"),
        ("Karl-Muster-Ufer 24", "Karl-Muster-Ufer 24"),
        ("Postfach 12 34, 20099 Hamburg", "Postfach 12 34"),
        ("Alter Markt 3", "Alter Markt 3"),
        ("Str. des 17. Juni 5, 10785 Berlin", "Str. des 17. Juni 5"),
        ("Am Ring 7", "Am Ring 7"),
        ("Kommen Sie in die Lindenstraße 19.", "Lindenstraße 19"),
        ("Sie wohnen Am Alten Hof 12 a", "Am Alten Hof 12 a"),
        ("Dr.-Muster-Straße 5-7", "Dr.-Muster-Straße 5-7"),
        ("Hauptstr. 5", "Hauptstr. 5"),
        ("Stadt Ulm\n89073 Ulm", "89073 Ulm"),
    ],
    L.CITATION: [
        ("§ 5 Abs. 1 Nr. 1 AufenthG", "§ 5 Abs. 1 Nr. 1 AufenthG"),
        ("§§ 22-25 AufenthG", "§§ 22-25 AufenthG"),
        (
            "§ 82 Absatz 3 Satz 2 des Aufenthaltsgesetzes",
            "§ 82 Absatz 3 Satz 2 des Aufenthaltsgesetzes",
        ),
        ("Art. 6 GG", "Art. 6 GG"),
        ("§ 4a AufenthG i. V. m. § 32 BeschV", "§ 4a AufenthG i. V. m. § 32 BeschV"),
        ("§ 25b AufenthG", "§ 25b AufenthG"),
        (
            "nach § 5 Abs. 1 Nr. 2 AufenthG i. V. m. Art. 6 GG ist",
            "§ 5 Abs. 1 Nr. 2 AufenthG i. V. m. Art. 6 GG",
        ),
        ("Art. 8 EMRK", "Art. 8 EMRK"),
        ("§5 StAG", "§5 StAG"),
        ("§ 7 Abs. 1 SGB II", "§ 7 Abs. 1 SGB II"),
        ("§ 44 des Zehnten Buches Sozialgesetzbuch", "§ 44 des Zehnten Buches Sozialgesetzbuch"),
        ("Art. 17 der Verordnung (EU) 2024/1351", "Art. 17 der Verordnung (EU) 2024/1351"),
        ("Art. 6 Abs. 1 Buchst. e DSGVO", "Art. 6 Abs. 1 Buchst. e DSGVO"),
        ("§§ 121 ff. InsO", "§§ 121 ff. InsO"),
        ("§ 25 Abs. 2 S. 1 2. Halbsatz", "§ 25 Abs. 2 S. 1 2. Halbsatz"),
        ("§ 9 Abs. 1 und 3 BMG", "§ 9 Abs. 1 und 3 BMG"),
        ("§ 7 Abs. 1 u. 2 BGG", "§ 7 Abs. 1 u. 2 BGG"),
        ("nach § 5 Abs. 1 und 2 Wochen", "§ 5 Abs. 1"),
        ("§ 5 Abs. 1 Satz in der Fassung", "§ 5 Abs. 1"),
        ("§ 3 der Satzung gilt", "§ 3 der Satzung"),
    ],
    L.LAW: [
        ("das AufenthG gilt", "AufenthG"),
        ("nach dem SGB II.", "SGB II"),
        ("VO (EU) 2024/1351", "VO (EU) 2024/1351"),
        ("Richtlinie 2013/32/EU", "Richtlinie 2013/32/EU"),
        ("das FreizügG/EU", "FreizügG/EU"),
        ("die VwGO", "VwGO"),
        ("das GG", "GG"),
    ],
    L.REFERENCE: [
        ("Az.: 33.2-12345/24", "33.2-12345/24"),
        ("Aktenzeichen: II B 4 – 0815", "II B 4 – 0815"),
        ("Unser Zeichen: ABH 321", "ABH 321"),
        ("Geschäftszeichen 4711/2026", "4711/2026"),
        ("Kassenzeichen 5.0123.456789.1", "5.0123.456789.1"),
        ("das Aktenzeichen 12/AG-4711 Ihrem Schreiben", "12/AG-4711"),
        ("Vorgang 12/AG-4711", "12/AG-4711"),
        ("Urteil 10 K 167/11", "10 K 167/11"),
        ("Az. 4711/26.", "4711/26"),
    ],
    L.ABBREVIATION: [
        (text, text)
        for text in ("z. B.", "z.B.", "i. V. m.", "i.d.R.", "d. h.", "u. a.", "v. H.", "e. V.")
    ],
    L.QUOTE: [
        ("Er sagt „Bitte warten.“ laut", "„Bitte warten.“"),
        ('das "Foto"', '"Foto"'),
        ("das »Foto«", "»Foto«"),
        ("„Antrag“-Formular", "„Antrag“"),
        ("„Er rief ‚Halt‘ laut“", "„Er rief ‚Halt‘ laut“"),
    ],
}

NOT_FOUND = {
    L.DATE: [
        "§ 3.1.2",
        "10.30 Uhr",
        "1.000 Euro",
        "32.13.2026",
        "2026-13-40",
        "Version 3.1.20",
        "Nr. 1.2.3",
        "am 5. Maiabend",
    ],
    L.TIME: ["Uhrzeit", "116 117", "25:00", "10.30", "3:1", "1:2:3"],
    L.AMOUNT: ["93 Prozent", "Eurodac", "12.03.2026", "EU 2020", "100 Tage", "Europa 5"],
    L.PHONE: [
        "Az. 0301-33/2024",
        "01067 Dresden",
        "DE02 1203 0000 0000 2020 51",
        "12.03.2026",
        "Zimmer 0815",
        "Telefonisch erreichbar",
    ],
    L.EMAIL: ["@amt", "a@b", "info @ amt", "www.amt.de", "amt.de", "E-Mail"],
    L.WEB: ["z.B.", "i.d.R.", "abh@stadt.de", "Abs.1", "Dr.med", "Online-Antrag"],
    L.ADDRESS: [
        "80466 Euro",
        "Insgesamt 12345 Personen",
        "auf dem Weg",
        "Platz nehmen",
        "Straße und Hausnummer",
        "Zimmer 12",
    ],
    L.CITATION: [
        "Paragraf",
        "Artikel 5 der Tagesordnung",
        "Abs. 1",
        "S. 12",
        "Nr. 3",
        "Satz 2 dieses Schreibens",
    ],
    L.LAW: ["BVerwG", "GmbH", "Musterstadt", "MusterAG", "BAMF", "PayTV", "PKW", "Antrag"],
    L.REFERENCE: [
        "Aktenzeichen angeben",
        "Bitte geben Sie das Aktenzeichen an.",
        "Unterschrift",
        "ein Zeichen",
        "Az",
        "Vorgang wird geprüft",
        "und/oder",
        "km/h",
    ],
    L.ABBREVIATION: ["Nr. 3", "Abs. 1", "am Ende. Bitte", "usw."],
    L.QUOTE: ['der 5" Bildschirm', "„nur geöffnet", "geht's", "zu“ spät"],
}


def found(text: str, label: SpanLabel) -> list[str]:
    return [span.range.of(text) for span in find_spans(text) if span.label is label]


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [(label, text, span) for label, pairs in FOUND.items() for text, span in pairs],
)
def test_pattern_matches(label: SpanLabel, text: str, expected: str) -> None:
    assert expected in found(text, label)


@pytest.mark.parametrize(
    ("label", "text"), [(label, text) for label, texts in NOT_FOUND.items() for text in texts]
)
def test_pattern_does_not_match(label: SpanLabel, text: str) -> None:
    assert found(text, label) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.03.2026", "2026-03-12"),
        ("3. 4. 26", "2026-04-03"),
        ("1.2.67", "1967-02-01"),
        ("12. März 2026", "2026-03-12"),
        ("7. Mrz. 2026", "2026-03-07"),
        ("3. Jänner 2026", "2026-01-03"),
        ("9. Sept. 2026", "2026-09-09"),
        ("2026-03-12", "2026-03-12"),
        ("31.02.2026", None),
        ("5. Mai", None),
        ("9.00 Uhr", "09:00"),
        ("14:30", "14:30"),
        ("24 Uhr", "24:00"),
        ("1.250,50 €", "1250.50"),
        ("100,- Euro", "100"),
        ("EUR 1.000", "1000"),
        ("2 Mio. Euro", None),
        ("Am Ring 7", "street"),
        ("89073 Ulm", "place"),
        ("Art. 6 GG", None),
    ],
)
def test_value(text: str, value: str | None) -> None:
    assert [span.value for span in find_spans(text)] == [value]


def test_account_is_no_phone_number() -> None:
    assert {span.label for span in find_spans("Konto: DE02 1203 0000 0000 2020 51")} == {L.ACCOUNT}


def test_placeholder_masks_everything() -> None:
    text = "Zahlen Sie {12,50 €} bis {12.03.2026}."
    placeholders = [TextRange(11, 20), TextRange(25, 37)]
    assert [(span.label, span.range) for span in find_spans(text, placeholders)] == [
        (L.PLACEHOLDER, place) for place in placeholders
    ]


def test_placeholder_with_guillemets_is_no_quotation() -> None:
    text = "Sehr geehrte «Anrede» «Nachname»,"
    placeholders = [TextRange(13, 21), TextRange(22, 32)]
    assert {span.label for span in find_spans(text, placeholders)} == {L.PLACEHOLDER}


def test_overlapping_placeholders_keep_the_first() -> None:
    text = "Hallo {Name}!"
    spans = find_spans(text, [TextRange(6, 12), TextRange(7, 11), TextRange(3, 3)])
    assert [span.range for span in spans] == [TextRange(6, 12)]


def test_quotation_may_contain_others() -> None:
    text = "„§ 5 AufenthG gilt.“"
    assert [span.label for span in find_spans(text)] == [L.QUOTE, L.CITATION]


def test_web_address_keeps_the_date_in_it() -> None:
    text = "https://amt.de/2026-03-12"
    assert found(text, L.WEB) == [text]
    assert found(text, L.DATE) == []


PIECES = st.sampled_from(
    [
        *'aZ .,:;-–/()@§€5"„“«»\n',
        "12.03.2026",
        "§ 5 Abs. 1",
        "AufenthG",
        "Az.: ",
        "Tel. ",
        "0621 ",
        "Euro",
        " Uhr",
        "Hauptstr. 5",
        "z. B.",
        "www.a.de",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(st.tuples(st.integers(0, 40))))
def test_spans_never_overlap(text: str, starts: list[tuple[int]]) -> None:
    placeholders = [TextRange(start, start + 3) for (start,) in starts]
    spans = [span for span in find_spans(text, placeholders) if span.label is not L.QUOTE]
    assert all(a.range.end <= b.range.start for a, b in pairwise(spans))
    assert all(span.range.end <= len(text) and len(span.range) for span in spans)
