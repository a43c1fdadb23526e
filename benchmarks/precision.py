"""Precision of rules by reading: collect hits for readers, then count what they judged.

``collect`` draws hits of one rule from a folder of texts (``.txt``, ``.txt.xz`` with one
paragraph a line, ``.jsonl`` with ``id`` and a text field) and writes one JSON line each, ready
to be judged. ``table`` reads judged files (``id``, ``verdict``: ``right`` or ``wrong``) of two
readers and prints precision with its Wilson interval; a hit counts as right only if both agree.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from klartext.check import Checker
from klartext.settings import Selector, Settings

TEXT_FIELDS = ("text", "before", "after")


def texts(place: Path, *, locked: bool) -> Iterator[tuple[str, str]]:
    """Pairs of id and text. Items of a ``.jsonl`` whose hashed id is divisible by 3 are locked."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    for path in files:
        if path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                item = json.loads(line)
                digest = int(hashlib.sha256(str(item["id"]).encode()).hexdigest(), 16)
                if (digest % 3 == 0) == locked:
                    for field in TEXT_FIELDS:
                        if item.get(field):
                            yield f"{path.stem}:{item['id']}:{field}", item[field]
        elif path.name.endswith((".txt", ".txt.xz")) and not locked:
            opener = lzma.open if path.suffix == ".xz" else open
            with opener(path, "rt", encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        yield f"{path.name}:{number}", line.strip()


def collect(options: argparse.Namespace) -> None:
    """Write hits of one rule to standard output."""
    wanted = Selector(options.rule, "select", 1, "")
    settings = Settings(profile=options.profile, selectors=(wanted,), replaces_default=True)
    checker = Checker(settings)
    pool = [pair for place in options.texts for pair in texts(place, locked=options.locked)]
    random.Random(options.seed).shuffle(pool)
    per_entry: Counter[str] = Counter()
    written = 0
    for name, text in pool:
        report = checker.check_bytes(text.encode("utf-8"), "text.txt")
        for finding in report.findings:
            if finding.rule != options.rule:
                continue
            excerpt = report.excerpts[finding.block].text
            key = finding.entry or ""
            if key and per_entry[key] >= options.per_entry:
                continue
            per_entry[key] += 1
            print(json.dumps(_row(name, excerpt, finding), ensure_ascii=False))
            written += 1
            if written >= options.n:
                return
            if not key:
                break


def _row(name: str, excerpt: str, finding) -> dict[str, object]:  # type: ignore[no-untyped-def]
    pieces, at = [], 0
    for place in finding.ranges:
        pieces += [excerpt[at : place.start], "[[", excerpt[place.start : place.end], "]]"]
        at = place.end
    pieces.append(excerpt[at:])
    return {
        "id": f"{finding.rule}@{name}@{finding.ranges[0].start}",
        "rule": finding.rule,
        "severity": str(finding.severity),
        "marked": "".join(pieces),
        "message": finding.message,
        "suggestions": [
            {
                "label": item.label,
                "applicability": str(item.applicability),
                "result": item.apply(excerpt) if item.edits else None,
            }
            for item in finding.suggestions
        ],
    }


def wilson(right: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if n == 0:
        return 0.0, 1.0
    share = right / n
    middle = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def table(options: argparse.Namespace) -> None:
    """Print precision by rule from the judged files of two readers."""
    verdicts: dict[str, dict[str, str]] = defaultdict(dict)
    for reader in options.judged:
        for line in reader.read_text("utf-8").splitlines():
            row = json.loads(line)
            verdicts[row["id"]][reader.stem] = row["verdict"]
    rules: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for id, given in sorted(verdicts.items()):
        right = all(verdict == "right" for verdict in given.values())
        rules[id.split("@")[0]].append((right, len(set(given.values())) == 1))
    print("| Regel | n | richtig | Präzision | 95-%-Intervall | Leser einig |")
    print("|---|---|---|---|---|---|")
    for rule, rows in sorted(rules.items()):
        right = sum(row[0] for row in rows)
        low, high = wilson(right, len(rows))
        agreed = sum(row[1] for row in rows) / len(rows)
        share = right / len(rows)
        cells = (rule, len(rows), right, f"{share:.2f}", f"{low:.2f}–{high:.2f}", f"{agreed:.0%}")
        print("| " + " | ".join(map(str, cells)) + " |")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("collect")
    one.add_argument("rule")
    one.add_argument("texts", type=Path, nargs="+")
    one.add_argument("--n", type=int, default=40)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--per-entry", type=int, default=2)
    one.add_argument("--profile", default="brief")
    one.add_argument("--locked", action="store_true", help="only the locked third of .jsonl files")
    one.set_defaults(run=collect)
    two = commands.add_parser("table")
    two.add_argument("judged", type=Path, nargs="+")
    two.set_defaults(run=table)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    sys.exit(main())
