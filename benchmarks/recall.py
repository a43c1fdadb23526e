"""Recall by reading: ``python -m benchmarks.recall LETTERS MARKS MARKS``.

Two readers marked the letters without the program: JSON lines with ``file``, ``code``, ``quote``
(exact words of the letter). A place counts if both marked it; it counts as found if a rule of its
code marks words of the quote. All rules run, drafts too. The operative part is left out, because
rules stay silent there by design. ``--meant`` takes the verdicts of a third reader, who knows the
description of the rules but not their findings: which places the rules mean to find.
``--other`` takes the findings of LanguageTool (``benchmarks/languagetool/run.sh``) and prints both
side by side; there precision is the share of findings that meet a place either reader marked.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.precision import wilson
from klartext import documents
from klartext.check import Checker
from klartext.rules import load_rules
from klartext.settings import Selector, Settings

RULES = {
    "passiv": ("SA07", "SA12"),
    "seinzu": ("SA10",),
    "habenzu": ("SA11",),
    "bitte": ("SA12", "WO06"),
    "genitiv": ("SA15",),
    "partizip": ("SA17",),
    "schachtel": ("SA03", "SA01"),
    "aufzaehlung": ("SA27",),
    "zitat": ("SA29",),
    "pflicht": ("SA38",),
    "datum": ("SZ01",),
    "dritteperson": ("TO01",),
    "drohung": ("TO02",),
    "amtswort": ("WO01", "WO02", "WO13", "WO04"),
    "kanzlei": ("WO02", "WO01", "WO06"),
    "fvg": ("WO03", "WO14"),
    "fuellwort": ("WO04", "WO02"),
    "formel": ("WO06", "SA12"),
    "rechtsbegriff": ("WO09",),
    "abkuerzung": ("WO10",),
    "praeposition": ("WO13", "WO15", "WO01"),
    "leeresverb": ("WO14", "WO03"),
    "zeit": ("WO19",),
}
"""Which rules speak about a phenomenon, given the precedence between them."""
LANGUAGETOOL = {
    "passiv": ("PASSIV",),
    "genitiv": ("GENITIV",),
    "schachtel": ("NEBENSAETZE", "RELATIVSAETZE", "ZWEI_INFORMATIONSEINHEITEN_PRO_SATZ"),
    "abkuerzung": ("ABKUERZUNG",),
    "datum": ("DATUM",),
    "amtswort": ("SCHWIERIGE_WOERTER", "FACHBEGRIFFE", "SCHWIERIGE_WENDUNGEN"),
    "rechtsbegriff": ("FACHBEGRIFFE", "SCHWIERIGE_WOERTER"),
}
"""Which of its rules speak about the same phenomena."""
COMPARED = {"passiv": ("SA07",), "schachtel": ("SA03",)}
"""Ours where :data:`RULES` also counts neighbours that make a place heard of."""

Place = tuple[int, int]
Marks = dict[tuple[str, str], list[tuple[Place, dict[str, object]]]]
"""File and phenomenon → the places a reader marked."""


def places(text: str, quote: str) -> list[Place]:
    """Where the words of a quote stand, whatever the white space."""
    plain = " ".join(text.split())
    wanted = " ".join(quote.split())
    found, at = [], plain.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = plain.find(wanted, at + 1)
    return found


def findings(checker: Checker, path: Path) -> dict[str, list[Place]]:
    """Places of each rule in the text with single blanks."""
    letter = documents.read(path)
    report = checker.check_letter(letter, path.name)
    plain = " ".join(path.read_text("utf-8").split())
    starts, at = {}, 0
    for block in letter.blocks:
        words = " ".join(block.text.split())
        at = max(plain.find(words, at), at)
        starts[block.index] = at
    by_rule: dict[str, list[Place]] = defaultdict(list)
    for finding in report.findings:
        text = next(block.text for block in letter.blocks if block.index == finding.block)
        for place in finding.ranges:
            before = len(" ".join(text[: place.start].split()))
            before += bool(text[: place.start].strip())
            start = starts[finding.block] + before
            by_rule[finding.rule].append((start, start + len(" ".join(place.of(text).split()))))
    return by_rule


def others_findings(table: Path, texts: dict[str, str]) -> dict[str, dict[str, list[Place]]]:
    """Places of each rule of another program in the text with single blanks."""
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for line in table.read_text("utf-8").splitlines():
        name, rule, start, end = line.split("\t")
        text = texts[name]
        before = len(" ".join(text[: int(start)].split()))
        before += bool(text[: int(start)].strip())
        length = len(" ".join(text[int(start) : int(end)].split()))
        found[name][rule].append((before, before + length))
    return found


def compare(
    marked: list[Marks],
    ours: dict[str, dict[str, list[Place]]],
    other: dict[str, dict[str, list[Place]]],
) -> None:
    """Print precision and recall of both programs for the phenomena both know."""
    print("| Phänomen | Programm | Treffer | davon markiert | von beiden Lesern | gefunden |")
    print("|---|---|---|---|---|---|")
    for code, theirs in LANGUAGETOOL.items():
        own = COMPARED.get(code, RULES[code])
        both = [
            (name, place)
            for (name, kind), items in marked[0].items()
            for place, _ in items
            if kind == code and meets(place, [p for p, _ in marked[1].get((name, code), [])])
        ]
        sides = (("klartext", ours, own), ("LanguageTool", other, theirs))
        for program, found, rules in sides:
            hits = [(n, spot) for n in found for rule in rules for spot in found[n].get(rule, [])]
            either = {n: [p for m in marked for p, _ in m.get((n, code), [])] for n in found}
            right = sum(meets(spot, either[name]) for name, spot in hits)
            met = sum(
                meets(place, [spot for rule in rules for spot in found[name].get(rule, [])])
                for name, place in both
            )
            share = f"{right / len(hits):.2f}" if hits else "–"
            recall = f"{met / len(both):.2f}" if both else "–"
            print(
                f"| {code} | {program} | {len(hits)} | {right} ({share}) | {len(both)} "
                f"| {met} ({recall}) |"
            )


def _meant(path: Path) -> dict[str, bool]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {row["id"]: row["meant"] for row in rows}


def meets(place: Place, others: Iterable[Place]) -> bool:
    """Whether two stretches share a character."""
    return any(place[0] < other[1] and other[0] < place[1] for other in others)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", type=Path)
    parser.add_argument("marks", type=Path, nargs=2)
    parser.add_argument("--meant", type=Path, help="JSON lines with id and meant")
    parser.add_argument("--other", type=Path, help="findings of LanguageTool")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    everything = tuple(Selector(rule.id, "select", 1, "") for rule in load_rules())
    checker = Checker(Settings(selectors=everything, replaces_default=True))
    marked: list[Marks] = []
    texts = {path.name: path.read_text("utf-8") for path in sorted(options.letters.glob("*.txt"))}
    for reader in options.marks:
        own = defaultdict(list)
        for line in reader.read_text("utf-8").splitlines():
            mark = json.loads(line)
            for place in places(texts[mark["file"]], mark["quote"])[:1]:
                own[mark["file"], mark["code"]].append((place, mark))
        marked.append(own)
    found = {name: findings(checker, options.letters / name) for name in texts}
    if options.other:
        compare(marked, found, others_findings(options.other, texts))
        return
    meant = _meant(options.meant) if options.meant else {}
    counts: dict[str, list[bool]] = defaultdict(list)
    for (name, code), items in sorted(marked[0].items()):
        others = [place for place, _ in marked[1].get((name, code), [])]
        for place, mark in items:
            if not meets(place, others):
                continue
            hits = [spot for rule in RULES[code] for spot in found[name].get(rule, [])]
            is_found = meets(place, hits)
            if mark.get("zone") or not meant.get(f"{name}|{code}|{place[0]}", True):
                continue
            is_split = code == "passiv" and not options.meant
            key = f"{code} (lohnend)" if is_split and mark.get("worth") else code
            counts[key].append(is_found)
            if options.missed and not is_found:
                print(f"{name}\t{key}\t{mark['quote']}\t{mark.get('zone', '')}")
    print("| Phänomen | beide Leser | gefunden | Trefferquote | 95-%-Intervall |")
    print("|---|---|---|---|---|")
    for code, results in sorted(counts.items()):
        low, high = wilson(sum(results), len(results))
        share = sum(results) / len(results)
        print(f"| {code} | {len(results)} | {sum(results)} | {share:.2f} | {low:.2f}–{high:.2f} |")


if __name__ == "__main__":
    main()
