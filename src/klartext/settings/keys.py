"""Every key of the configuration and what its value has to look like (interfaces.md 3)."""

from __future__ import annotations

from klartext.errors import KlartextError
from klartext.settings.model import LETTER_TYPES, PARTS, PROFILES
from klartext.settings.readers import (
    Place,
    by_name,
    choice,
    extension,
    file_path,
    flag,
    gate,
    keys,
    one_or_more,
    regular_expression,
    sequence,
    severity,
    string,
    thresholds,
)
from klartext.types import PlaceholderType

LAENDER = (
    "bund",
    *("BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV"),
    *("NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"),
)


def _later(_value: object, place: Place) -> None:
    raise KlartextError("E210", place.where, key=place.key)


TABLES = {
    "letter-types": by_name(one_or_more(choice(*LETTER_TYPES))),
    "house": keys(
        {
            "federal-state": choice(*LAENDER),
            "law": choice("vwvfg", "sgb", "ao"),
            "sender": choice("wir", "ich"),
            "address": choice("sie", "du"),
            "addressee": choice("person", "anwalt", "arbeitgeber", "behoerde"),
            "contact": choice("person", "team"),
            "gender-forms": choice("paar", "neutral", "stern", "doppelpunkt"),
            "remedy-text": file_path,
        }
    ),
    "severity": by_name(severity),
    "rule": by_name(thresholds),
    "per-file-ignores": by_name(one_or_more(string)),
    "per-file-profile": by_name(choice(*PROFILES)),
    "placeholders": keys(
        {
            "patterns": sequence(regular_expression),
            "types": by_name(choice(*PlaceholderType)),
        }
    ),
    "glossary": keys({"extra": sequence(file_path), "protect": sequence(string)}),
    "ignores": keys({"require-reason": flag, "report-unused": flag}),
}

read_file = keys(
    {
        "extend": string,
        "profile": choice(*PROFILES),
        "include": sequence(string),
        "exclude": sequence(string),
        "extensions": sequence(extension),
        "parts": sequence(choice(*PARTS)),
        "gate": gate,
        "min-index": _later,
        "baseline": file_path,
        "select": one_or_more(string),
        "extend-select": one_or_more(string),
        "ignore": one_or_more(string),
        "extra-rules": sequence(file_path),
        **TABLES,
    }
)
"""Reads the whole table of a configuration file."""

read_options = keys(
    {
        "profile": choice(*PROFILES),
        "parts": one_or_more(choice(*PARTS)),
        "gate": gate,
        "min-index": _later,
        "letter-type": one_or_more(choice(*LETTER_TYPES)),
        "select": one_or_more(string),
        "extend-select": one_or_more(string),
        "ignore": one_or_more(string),
        "strict-read": flag,
    }
)
"""Reads what the command line gives; keys are the names of the options without dashes."""
