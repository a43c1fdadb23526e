"""Closed sets of values: severity, applicability, kinds of blocks and placeholders."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Literal


class Severity(IntEnum):
    """How much a finding weighs; the written value is the lower-case name."""

    HINWEIS = 1
    WARNUNG = 2
    FEHLER = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, value: str) -> Severity:
        """The severity written as ``value``; ``ValueError`` for any other word."""
        try:
            return cls[value.upper()]
        except KeyError:
            raise ValueError(value) from None


class Applicability(StrEnum):
    """How far a suggestion may be trusted."""

    SAFE = "safe"
    REVIEW = "review"
    SHOW = "show"

    @property
    def rank(self) -> int:
        """0 for ``show`` to 2 for ``safe``: the higher, the more may be done with it."""
        return {"show": 0, "review": 1, "safe": 2}[self.value]

    def at_most(self, other: Applicability) -> Applicability:
        """The weaker of the two."""
        return min(self, other, key=lambda item: item.rank)


class BlockKind(StrEnum):
    """The form of a block, as the file shows it."""

    UEBERSCHRIFT = "ueberschrift"
    ABSATZ = "absatz"
    LISTENPUNKT = "listenpunkt"
    TABELLENZELLE = "tabellenzelle"
    KOPFZEILE = "kopfzeile"
    FUSSZEILE = "fusszeile"
    FUSSNOTE = "fussnote"
    ENDNOTE = "endnote"
    TEXTFELD = "textfeld"
    VARIANTE = "variante"
    ALTERNATIVTEXT = "alternativtext"


RUNNING_TEXT = (
    BlockKind.ABSATZ,
    BlockKind.LISTENPUNKT,
    BlockKind.TEXTFELD,
    BlockKind.FUSSNOTE,
    BlockKind.ENDNOTE,
    BlockKind.VARIANTE,
)
"""The kinds of blocks that hold sentences; headings, cells, headers and footers do not."""


class PlaceholderType(StrEnum):
    """What a placeholder will be replaced by."""

    CONTROL = "control"
    SALUTATION = "salutation"
    DEADLINE = "deadline"
    CONTACT = "contact"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    TIME = "time"
    DATE = "date"
    AMOUNT = "amount"
    ACCOUNT = "account"
    REFERENCE = "reference"
    NUMBER = "number"
    COURT = "court"
    OFFICE = "office"
    TITLE = "title"
    COUNTRY = "country"
    DOCUMENTS = "documents"
    REASON = "reason"
    PERSON = "person"
    TEXT = "text"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


PlaceholderOrigin = Literal["field", "control", "pattern", "blank", "foreign"]
"""Word field, content control, text pattern, blank to be filled (``____``), other language."""
