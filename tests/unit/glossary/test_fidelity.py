"""What an edit must not change."""

from __future__ import annotations

import pytest

from klartext.glossary.fidelity import invariants, is_faithful


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("Zahlen Sie 20 Euro.", "Zahlen Sie 30 Euro.", "amounts"),
        ("Sie haben einen Monat Zeit.", "Sie haben 30 Tage Zeit.", "dates"),
        ("Antworten Sie bis zum 3. Mai 2026.", "Antworten Sie bis zum 4. Mai 2026.", "dates"),
        ("Das steht in § 5 Abs. 1 AufenthG.", "Das steht in § 5 Abs. 2 AufenthG.", "citations"),
        ("Rufen Sie {{Name}} an.", "Rufen Sie {{Amt}} an.", "names"),
        ("Das ist entbehrlich.", "Das ist nicht wichtig.", "negations"),
        ("Sie müssen zahlen.", "Bitte zahlen Sie.", "duties"),
        ("Sie können zahlen.", "Sie müssen zahlen.", "duties"),
        ("Sie sollen zahlen.", "Sie müssen zahlen.", "duties"),
        ("Zahlen Sie, wenn Sie können.", "Zahlen Sie.", "conditions"),
        ("Zahlen Sie binnen zwei Wochen.", "Zahlen Sie in zwei Wochen.", "conditions"),
        ("Das gilt nur hier.", "Das gilt hier.", "conditions"),
        ("Der Antrag wurde abgelehnt.", "Der Antrag wird abgelehnt.", "past"),
        ("Wir haben drei Fragen.", "Wir haben vier Fragen.", "numbers"),
    ],
)
def test_difference_is_seen(before: str, after: str, broken: str) -> None:
    assert broken in invariants(before).difference(invariants(after))
    assert not is_faithful(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Antworten Sie binnen zwei Wochen.", "Antworten Sie innerhalb von zwei Wochen."),
        ("Uns fehlen die erforderlichen Unterlagen.", "Uns fehlen die nötigen Unterlagen."),
        ("Das ist erforderlich.", "Das ist nötig."),
        ("Ihnen obliegt die Vorlage.", "Sie müssen das vorlegen."),
        ("Sofern Sie umziehen, schreiben Sie uns.", "Wenn Sie umziehen, schreiben Sie uns."),
        ("Die Frist endet nach eines Monats Ablauf.", "Die Frist endet nach Ablauf eines Monats."),
    ],
)
def test_same_content_is_faithful(before: str, after: str) -> None:
    assert is_faithful(before, after)


def test_legal_terms_stay() -> None:
    terms = {"widerspruch", "einspruch"}
    assert is_faithful("Ihr Widerspruch fehlt.", "Ihr Widerspruch ist nicht da.", terms) is False
    assert not is_faithful("Ihr Widerspruch liegt vor.", "Ihr Einspruch liegt vor.", terms)
    assert is_faithful("Ihr Widerspruch liegt vor.", "Ihr Widerspruch ist da.", terms)


def test_no_new_actor() -> None:
    assert not is_faithful("Der Antrag ist geprüft.", "Wir prüften den Antrag.")
    assert is_faithful("Der Antrag ist geprüft.", "Wir prüften den Antrag.", actors=("WIR",))
    assert is_faithful("Wir meinen, das stimmt.", "Das stimmt.")


def test_order_of_citations_counts() -> None:
    first = invariants("nach § 5 AufenthG und § 6 AufenthG")
    second = invariants("nach § 6 AufenthG und § 5 AufenthG")
    assert first.difference(second) == ("citations",)
