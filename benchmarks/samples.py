"""Measure klartext on the sample letters: ``python -m benchmarks.samples`` (Markdown).

Prints findings per sample (all active rules and, apart, all drafts), words per second and the
time of ``klartext --help`` and of one ``klartext check`` in a new process. Times are the best of
three on this machine.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from klartext.check import Checker
from klartext.settings import Selector, Settings
from klartext.types import LetterReport

SAMPLES = Path(__file__).parent.parent / "samples"
_RUN = "import sys; from klartext.cli import main; sys.exit(main())"


def main() -> None:
    """Print the tables."""
    paths = sorted(SAMPLES.glob("*.docx"))
    active, drafts = Checker(Settings()), Checker(_with_drafts())
    drafts.check_path(paths[0], paths[0].name)  # loads the pipeline
    started = time.perf_counter()
    reports = [drafts.check_path(path, path.name) for path in paths]
    seconds = time.perf_counter() - started
    print("| Brief | Wörter | Stellen | mit Entwürfen | je 100 Wörter |")
    print("|---|---|---|---|---|")
    for path, report in zip(paths, reports, strict=True):
        found = len(active.check_path(path, path.name).findings)
        words = report.counts["words"]
        all_found = len(report.findings)
        share = 100 * all_found / words
        print(f"| {path.stem} | {words} | {found} | {all_found} | {share:.1f} |")
    _print_rules(reports)
    words = sum(report.counts["words"] for report in reports)
    print(f"\n{words} words in {seconds:.2f} s: {words / seconds:,.0f} words a second")
    print(f"klartext --help: {_best(lambda: _klartext('--help')):.2f} s")
    single = str(SAMPLES / "versagung-amtsdeutsch.docx")
    print(f"klartext check, one letter: {_best(lambda: _klartext('check', single)):.2f} s")


def _with_drafts() -> Settings:
    every = Selector("all", "select", 1, "benchmark")
    draft = Selector("entwurf", "select", 1, "benchmark")
    return Settings(selectors=(every, draft))


def _print_rules(reports: list[LetterReport]) -> None:
    counted = Counter(finding.rule for report in reports for finding in report.findings)
    print("\n| Regel | Stellen |\n|---|---|")
    for rule, number in sorted(counted.items()):
        print(f"| {rule} | {number} |")


def _klartext(*arguments: str) -> None:
    subprocess.run([sys.executable, "-c", _RUN, *arguments], capture_output=True, check=False)


def _best(action: Callable[[], None]) -> float:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
