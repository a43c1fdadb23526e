"""Sums of money that office words hang on: *eine Gebühr in Höhe von 20 Euro*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules.context import Candidate

_MONEY = (
    "beitrag", "betrag", "steuer", "miete", "gebühr", "schuld", "forderung", "zahlung", "kosten",
    "unterhalt", "rate", "zins", "zinsen", "abgabe", "lohn",
)  # fmt: skip
SUMS = (
    *_MONEY, "leistung", "rente", "einkommen", "einkünfte", "geld", "zuschlag", "guthaben", "rest",
    "ertrag", "erträge", "abzug", "gewinn", "auslage", "auslagen", "rückstand", "bedarf", "hilfe",
    "entgelt", "vermögen", "vorschuss", "erstattung", "aufwendung", "aufwendungen", "zuschuss",
    "darlehen", "kaution", "sicherheit", "gehalt", "umsatz", "verlust", "schaden", "summe", "wert",
    "rückstände", "bezüge", "betrage", "abschlag", "abschläge",
)  # fmt: skip
"""Ends of words for money."""


def amount(token: Token, candidate: Candidate) -> bool:
    """*in Höhe von 20 Euro*: a sum; *in Höhe von drei Metern* is a measure."""
    last = list(candidate.tokens())[-1]
    near = token.doc[last.i + 1 : min(last.i + 6, token.sent.end)]
    number = next((word for word in near if word.like_num or word.text[:1].isdigit()), None)
    before = token.nbor(-1) if token.i > token.sent.start else None
    if number is None or before is None or before.text[:1].isdigit():
        return True  # *aus dem Bescheid vom 3. Mai 2026 in Höhe von …*: the sum alone would not do
    unit = number.nbor() if number.i + 1 < token.sent.end else number
    if unit.lower_.startswith(("m", "cm", "zentimeter", "kilometer", "stock", "km")):
        return True
    return before.tag_ == "NN" and not belongs_to_sum(token) and token.nbor().head.i == before.i


def belongs_to_sum(token: Token) -> bool:
    """Whether *in Höhe von* follows a word for money it can hang on: *die Gebühr in Höhe von*."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    owner = token.nbor().head
    if before is not None and before.tag_ == "NN" and before.lemma_.lower().endswith(SUMS):
        return True
    near = token.nbor().dep_ == "nmod" and 0 < token.i - owner.i <= 6
    return near and owner.tag_ == "NN" and owner.lemma_.lower().endswith(SUMS)


def owed(token: Token, candidate: Candidate) -> bool:
    """Only sums can be *rückständig*; a view can be so too."""
    head = token.head.lemma_.lower()
    return token.tag_ != "ADJA" or not head.endswith(_MONEY)
