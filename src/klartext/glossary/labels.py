"""What a clerk reads beside a hit."""

from __future__ import annotations

import re

from klartext.glossary.model import Action, Alternative, Entry, Kind

_SLOT = re.compile(r"⟨([^⟨⟩]+)⟩")
_SHOWN_SLOTS = frozenset(
    "Datum Uhrzeit Frist Betrag Ort Land Gesetz Telefon E-Mail Kontakt Ereignis Frage".split()
)
_CASES = {
    "Gen": "mit Genitiv",
    "Dat": "mit Dativ",
    "Akk": "mit Akkusativ",
    "zu-Inf": "mit „zu“",
    "Satz": "mit Nebensatz",
}
_POLITE = "höflicher, aber schwächer"


def advice(entry: Entry, alternative: Alternative) -> str:
    """An alternative as advice, where no edit can be offered."""
    if alternative.action is Action.DELETE:
        return "weglassen"
    if alternative.action is Action.ASK:
        return f"Bitte klären: {alternative.text}"
    if alternative.action is Action.REBUILD:
        return _pattern(entry, alternative)
    if alternative.action is Action.EXPAND:
        return f"{alternative.plain} ({entry.term})"
    text = alternative.plain
    notes = [_CASES[alternative.government]] if alternative.government else []
    notes += [alternative.condition] if alternative.condition else []
    return f"{text} ({', '.join(notes)})" if notes else text


def explanation(entry: Entry) -> str:
    """The term with its short gloss, as it could stand in the letter."""
    if entry.gloss is None:
        return entry.term
    gloss = _SLOT.sub(_slot, entry.gloss).strip("„“")
    if entry.kind in (Kind.FORMULA, Kind.TONE):
        return f"Das heißt: {gloss}"
    return f"{entry.term}: {gloss}" if "(" in gloss else f"{entry.term} ({gloss})"


def _pattern(entry: Entry, alternative: Alternative) -> str:
    text = _SLOT.sub(_slot, alternative.text)
    text = re.sub(r"… …(?: …)*", "…", text).replace("….", "…")
    if not re.search(r"\w", text.replace("…", "")):
        return "Einleitung weglassen und gleich sagen, worum es geht"
    patterns = entry.with_action(Action.REBUILD)
    if text.startswith("Bitte") and len(patterns) > 1 and "müssen" in patterns[0].text:
        text += f" ({_POLITE})"
    return text


def _slot(match: re.Match[str]) -> str:
    return f"[{match[1]}]" if match[1] in _SHOWN_SLOTS else "…"
