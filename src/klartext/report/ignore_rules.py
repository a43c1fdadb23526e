"""What KT01 to KT03 mean: findings about ignores, which no rule file describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from klartext.report.rule_facts import LevelFacts, ReferenceFacts


@dataclass(frozen=True, slots=True)
class IgnoreExample:
    """A line of a letter that holds an ignore."""

    bad: str | None = None
    good: str | None = None
    fixed: str | None = None


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """A finding about ignores with everything an explanation shows of a rule."""

    id: str
    name: str
    title: str
    why: str
    examples: tuple[IgnoreExample, ...]
    known_problems: str = ""
    state: str = "stabil"
    severity: str = "hinweis"
    raise_if: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    evidence: str = "haus"
    levels: Mapping[str, LevelFacts] = field(default_factory=lambda: MappingProxyType({}))
    profiles: tuple[str, ...] = ("brief", "bescheid", "leicht")
    leitziel: tuple[str, ...] = ()
    references: tuple[ReferenceFacts, ...] = ()
    replaces: tuple[str, ...] = ()


IGNORE_RULES = (
    IgnoreRule(
        "KT01",
        "ausnahme.unbenutzt",
        "Ausnahme ohne Wirkung",
        "An dieser Stelle gibt es nichts mehr auszunehmen. Bleibt die Ausnahme stehen, "
        "verdeckt sie vielleicht später einen neuen Fehler.",
        (
            IgnoreExample(
                bad="[[# klartext: aus WO02 – alter Wortlaut]]\n\nWir bestätigen Ihren Termin.",
                fixed="Wir bestätigen Ihren Termin.",
            ),
            IgnoreExample(
                good="# klartext: aus WO02 – alter Wortlaut\n\nHiermit bestätigen wir Ihren Termin."
            ),
        ),
        known_problems="Die Meldung erscheint auch, wenn die Regel in diesem Lauf "
        "ausgeschaltet ist.",
    ),
    IgnoreRule(
        "KT02",
        "ausnahme.unbekannt",
        "Ausnahme für unbekannte Regel",
        "Die Ausnahme nennt eine Regel, die es nicht gibt. Meist ist die Nummer falsch "
        "geschrieben. Dann nimmt sie nichts aus.",
        (
            IgnoreExample(
                bad="[[# klartext: aus WO99 – Gesetzeswort]]",
                fixed="# klartext: aus WO09 – Gesetzeswort",
            ),
        ),
    ),
    IgnoreRule(
        "KT03",
        "ausnahme.ohne-grund",
        "Ausnahme ohne Grund",
        "Wer den Brief später ändert, muss wissen, warum es diese Ausnahme gibt. "
        "Ein kurzer Grund nach dem Gedankenstrich genügt.",
        (
            IgnoreExample(
                bad="[[# klartext: aus WO01]]", fixed="# klartext: aus WO01 – Gesetzeswort"
            ),
        ),
    ),
)
"""In the order of their ids."""
