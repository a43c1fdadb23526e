"""Every row of the table of counting."""

import pytest

from klartext.glossary import load
from klartext.scores.counted_word import CountedWord, WordKind
from klartext.scores.long_forms import long_forms
from klartext.scores.words import count_words, rule_words, total_words
from klartext.types import Placeholder, PlaceholderType, TextRange

from .building import tokens

FORMS = long_forms(load().entries)


def _counted(text: str, tags: dict[str, str] | None = None) -> tuple[CountedWord, ...]:
    return count_words(tokens(text, tags)[:], FORMS)


def _words_and_shapes(text: str, tags: dict[str, str] | None = None) -> tuple[int, list[str]]:
    words = _counted(text, tags)
    return total_words(words), [shape for word in words for shape in word.shapes]


@pytest.mark.parametrize(
    ("text", "words", "shapes"),
    [
        ("Antrag geht früh", 3, ["Antrag", "geht", "früh"]),
        ("Online-Antrag, E-Mail", 2, ["Online-Antrag", "E-Mail"]),
        ("Einreise- und Aufenthaltsverbot", 3, ["Einreise", "und", "Aufenthaltsverbot"]),
        ("und/oder, Mann/Frau", 4, ["und", "oder", "Mann", "Frau"]),
        (
            "Antragsteller/in, Bürger:innen, Kolleg*innen",
            3,
            ["Antragsteller", "Bürger", "Kolleginnen"],
        ),
        ("jede/r Student(in) der BürgerInnen", 4, ["jede", "Student", "der", "Bürger"]),
        ("z. B. Pässe", 3, ["zum", "Beispiel", "Pässe"]),
        ("d.h. bald", 3, ["das", "heißt", "bald"]),
        ("i. V. m. dem Plan", 5, ["in", "Verbindung", "mit", "dem", "Plan"]),
        ("ggf. später", 2, ["gegebenenfalls", "später"]),
        ("und das idR schnell", 6, ["und", "das", "in", "der", "Regel", "schnell"]),
        ("gem. Vorgabe", 2, ["Vorgabe"]),  # two meanings
        ("Dr. Klein", 2, ["Klein"]),  # unknown to the glossary
        ("§ 5 und §§ 6", 5, ["Paragraf", "und", "Paragraf"]),
        (
            "§ 5 Abs. 1 S. 2 Nr. 3 AufenthG",
            9,
            ["Paragraf", "Absatz", "Satz", "Nummer", "Aufenthaltsgesetz"],
        ),
        ("Art. 6 GG", 3, ["Artikel", "Grundgesetz"]),
        ("§ 11 VwGO", 3, ["Paragraf", "Verwaltungsgerichtsordnung"]),
        ("§ 3 MusterVO", 3, ["Paragraf"]),  # no known law
        ("BAMF, EU, IBAN", 3, []),
        ("5 oder 1.250,50 oder 12 oder III", 7, ["oder", "oder", "oder"]),
        ("der 1. Termin", 3, ["der", "Termin"]),
        ("am 12.03.2024", 4, ["am"]),
        ("am 12. März 2024", 4, ["am", "März"]),
        ("um 14:30 Uhr", 3, ["um", "Uhr"]),
        ("5 €, 3 %, 20 °", 6, ["Euro", "Prozent", "Grad"]),
        ("Az.: 12/AG-4711", 2, ["Aktenzeichen"]),
        ("www.amt.example.de/antrag oder post@amt.de", 3, ["oder"]),
        ("Telefon: 030 55501-4000", 2, ["Telefon"]),
        ("DE02 1203 0000 0000 2020 51", 1, []),
        ("– „ja“ (nein) • 🙂 …", 2, ["ja", "nein"]),
        ("12-monatig, 25a, 22-25", 4, ["monatig"]),
        ("100 km in 3 Std. fahren", 6, ["in", "fahren"]),
        ("BESCHEID", 1, ["BESCHEID"]),
    ],
)
def test_words_and_shapes(text: str, words: int, shapes: list[str]) -> None:
    assert _words_and_shapes(text) == (words, shapes)


def test_abbreviation_at_the_end_of_a_sentence() -> None:
    assert _words_and_shapes("Pässe usw.") == (4, ["Pässe", "und", "so", "weiter"])
    assert _words_and_shapes("Fälle dieser Art.") == (3, ["Fälle", "dieser", "Art"])


def test_full_stop_before_a_quotation_mark_is_no_abbreviation() -> None:
    assert _words_and_shapes("„Das geht nicht.“ sagte er") == (
        5,
        ["Das", "geht", "nicht", "sagte", "er"],
    )


def test_names_are_words_without_shape() -> None:
    tags = {"Aylin": "NE", "Demir-Koch": "NE", "Köln": "NE"}
    assert _words_and_shapes("Frau Aylin Demir-Koch aus Köln", tags) == (5, ["Frau", "aus"])


def test_address_is_words_without_shape() -> None:
    assert _words_and_shapes("Lindenstraße 19, 80999 Musterstadt") == (4, [])


def test_short_word_in_capitals_that_is_no_noun_keeps_its_shape() -> None:
    assert _words_and_shapes("NICHT", {"NICHT": "PTKNEG"}) == (1, ["NICHT"])
    assert _words_and_shapes("NICHT", {"NICHT": "NE"}) == (1, [])


@pytest.mark.parametrize("name", ["{{Name}}", "«Anrede»", "[Name]", "____"])
def test_placeholder_is_one_word_whatever_its_length(name: str) -> None:
    text = f"Guten Tag {name}, danke"
    where = TextRange(10, 10 + len(name))
    placeholder = Placeholder(where, "pattern", "name", PlaceholderType.PERSON)
    words = count_words(tokens(text)[:], FORMS, [placeholder])
    assert total_words(words) == 4
    assert [word.kind for word in words].count(WordKind.PLACEHOLDER) == 1


@pytest.mark.parametrize("type", ["documents", "reason", "text", "control"])
def test_placeholder_for_a_text_of_any_length_is_not_counted(type: str) -> None:
    placeholder = Placeholder(TextRange(9, 14), "pattern", "x", PlaceholderType(type))
    assert total_words(count_words(tokens("Es fehlt {{x}}.")[:], FORMS, [placeholder])) == 2


def test_letters_fastened_to_a_placeholder_are_part_of_it() -> None:
    placeholder = Placeholder(TextRange(4, 12), "pattern", "name", PlaceholderType.PERSON)
    assert total_words(count_words(tokens("Das {{Name}}s Haus")[:], FORMS, [placeholder])) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Nach § 5 Abs. 1 Nr. 2 AufenthG in Verbindung mit § 82 Abs. 1 Satz 1 AufenthG "
            "lehnen wir Ihren Antrag vom 12. März 2026 ab.",
            9,
        ),
        ("Der Antrag vom 12.03.2024 liegt vor.", 6),
        ("Rufen Sie 030 55501-4000 an.", 4),
        ("Kommen Sie in die Lindenstraße 19.", 5),
        ("Wir haben 3 Anträge z. B. heute.", 7),
    ],
)
def test_rules_count_what_cannot_be_shortened_as_one_word(text: str, words: int) -> None:
    assert rule_words(tokens(text)[:], FORMS) == words


def test_rules_count_a_name_as_one_word() -> None:
    doc = tokens(
        "Frau Aylin Demir-Koch kommt mit Ali Demir",
        dict.fromkeys(["Aylin", "Demir-Koch", "Ali", "Demir"], "NE"),
    )
    assert rule_words(doc[:], FORMS) == 5


def test_only_the_tokens_asked_for_count() -> None:
    doc = tokens("Wir kommen. Sie gehen nach § 5 AufenthG.")
    assert rule_words(doc[0:3], FORMS) == 2
    assert rule_words(doc[3:], FORMS) == 4


def test_ranges_lie_in_the_text() -> None:
    text = "Gemäß § 5 Abs. 1 AufenthG i. V. m. § 6 am 12.03.2024 um 5 €."
    words = _counted(text)
    assert [word.range.of(text) for word in words] == [
        "Gemäß", "§", "5", "Abs.", "1", "AufenthG", "i. V. m.", "§", "6", "am", "12.03.2024",
        "um", "5", "€",
    ]  # fmt: skip


class TestLongForms:
    def test_spellings_with_and_without_blanks(self) -> None:
        assert FORMS["i.V.m."] == FORMS["iVm"] == "in Verbindung mit"

    def test_ambiguous_short_forms_are_left_out(self) -> None:
        assert {"Abs.", "S.", "gem.", "u.a.", "NE"}.isdisjoint(FORMS)

    def test_short_forms_in_the_order_of_their_long_forms(self) -> None:
        assert FORMS["Mo."] == "Montag"
        assert FORMS["Do."] == "Donnerstag"
