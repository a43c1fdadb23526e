"""Checks of ``glossary/glossary.tsv``: every rule of its grammar, one problem a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klartext.glossary.grammar import (
    EMPTY,
    HINT,
    KNOWN,
    READING,
    parse_alternative,
    split_alternatives,
    word_classes,
)
from klartext.glossary.model import Action, Kind

COLUMNS = (
    "kind",
    "term",
    "inflection_note",
    "plain_replacement",
    "short_explanation",
    "legal_fixed",
    "legal_reference",
    "source",
    "confidence",
)
SLOTS = frozenset(
    "S.v2 S.vl S.inv NP.nom NP.gen NP.dat NP.akk zu-Inf Inf Fin Part Imperativ Rest Datum Uhrzeit "
    "Frist Betrag Ort Land Gesetz N M Liste Telefon E-Mail Kontakt Ereignis Frage".split()
)

_SLOT = re.compile(r"⟨([^⟨⟩]*)⟩")
_MACHINE = re.compile(r"https?://|github\.com|\.(?:py|tsv)\b|(?:^|\s)/\w+/")
_SOURCE_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Problem:
    """A slip in the table: line, counted from 1, and what is wrong."""

    line: int
    term: str
    text: str

    def __str__(self) -> str:
        return f"{self.line}: {self.term}: {self.text}"


def check_table(text: str) -> list[Problem]:
    """Every slip in the text of a table, in line order."""
    problems = []
    if "\r" in text or text.startswith("\ufeff") or not text.endswith("\n"):
        problems.append(Problem(1, "", "CR, BOM or missing last newline"))
    lines = text.split("\n")
    if tuple(lines[0].split("\t")) != COLUMNS:
        problems.append(Problem(1, "", "header differs"))
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines[1:-1] if text.endswith("\n") else lines[1:], 2):
        row = line.split("\t")
        if len(row) == len(COLUMNS):
            rows.append((number, row))
        else:
            problems.append(Problem(number, line[:40], f"{len(row)} columns"))
    for number, row in rows:
        problems += [Problem(number, row[1], slip) for slip in _row_slips(row)]
    problems += _order_slips(rows)
    problems += _chains(rows)
    return sorted(problems, key=lambda problem: problem.line)


def _row_slips(row: list[str]) -> Iterator[str]:
    kind, term, note, plain, explanation, fixed, reference, source, confidence = row
    for name, cell in zip(COLUMNS, row, strict=True):
        if not cell:
            yield f"{name}: empty (write {EMPTY})"
        if cell != cell.strip() or "  " in cell or "\u00a0" in cell:
            yield f"{name}: outer, double or hard space"
        if any(cell.count(a) != cell.count(b) for a, b in ("„“", "()", "⟨⟩", "[]")):
            yield f"{name}: quotation marks or brackets do not pair"
    if kind not in set(Kind):
        yield "kind not a to i"
        return
    for name, value, allowed in (
        ("legal_fixed", fixed, ("yes", "no")),
        ("confidence", confidence, ("high", "medium")),
    ):
        if value not in allowed:
            yield f"{name}: not {' or '.join(allowed)}"
    for name, cell in (("term", term), ("plain_replacement", plain)):
        for slot in _SLOT.findall(cell):
            if slot not in SLOTS:
                yield f"{name}: unknown slot ⟨{slot}⟩"
    if "⟨" in term and kind not in "ch":
        yield "slot in the term of a kind other than c and h"
    if term.endswith(")") and not READING.search(term):
        yield "reading must stand in brackets after a space"
    if ("[" in note or "]" in note) and not HINT.search(note):
        yield "inflection_note: the hint must be one block at the end"
    body = HINT.sub("", note)
    if kind in "abfgi" and body != EMPTY and not word_classes(Kind(kind), body):
        yield f"inflection_note: unknown word class in {body!r}"
    if kind == "e" and not body.startswith("FVG: "):
        yield "inflection_note: kind e begins with FVG:"
    if kind == "d" and not KNOWN.search(body):
        yield "inflection_note: Laien bekannt is missing"
    if _MACHINE.search(source) or len(source) > _SOURCE_LIMIT:
        yield "source: path, address or too long"
    yield from _action_slips(Kind(kind), plain, fixed == "yes")
    if kind == "a" and EMPTY in (explanation, reference):
        yield "kind a needs explanation and reference"


def _action_slips(kind: Kind, plain: str, fixed: bool) -> Iterator[str]:
    actions: set[Action] = set()
    for text in split_alternatives(plain):
        try:
            actions.add(parse_alternative(text).action)
        except ValueError:
            yield f"plain_replacement: malformed alternative {text!r}"
    if kind is Kind.LEGAL_TERM and actions - {Action.EXPLAIN}:
        yield "kind a: explanations only"
    if (kind is Kind.ABBREVIATION) != (actions == {Action.EXPAND}) and (
        kind is Kind.ABBREVIATION or Action.EXPAND in actions
    ):
        yield "long forms (=) are for kind d and nothing else is"
    if kind in (Kind.FORMULA, Kind.TONE) and Action.REPLACE in actions:
        yield "kinds c and h: write patterns in quotation marks"
    if fixed and actions & {Action.REPLACE, Action.REBUILD, Action.DELETE}:
        yield "legal_fixed=yes and a replacement"


def _order_slips(rows: Iterable[tuple[int, list[str]]]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], int] = {}
    previous = ("", "")
    for number, row in rows:
        key = (row[0], row[1].casefold())
        if key < previous:
            yield Problem(number, row[1], "not sorted by kind, then term")
        previous = key
        double = seen.setdefault((row[0], row[1]), number)
        if double != number:
            yield Problem(number, row[1], f"doubles line {double}")


def _chains(rows: list[tuple[int, list[str]]]) -> Iterator[Problem]:
    """Replacements that the glossary itself would replace."""
    replaced = {
        variant
        for _, row in rows
        if row[0] in "bgi" and "(bleibt)" not in row[3] and not row[1].endswith(")")
        for variant in row[1].split(" / ")
    }
    for number, row in rows:
        for text in split_alternatives(row[3]):
            try:
                alternative = parse_alternative(text)
            except ValueError:
                continue
            if alternative.action is Action.REPLACE and alternative.plain in replaced:
                yield Problem(number, row[1], f"{alternative.plain!r} is itself a term")
