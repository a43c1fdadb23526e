"""Time and memory: ``python -m benchmarks.speed [--letter FILE]``.

Prints a table with the goal beside each figure. Ratios come from one run on one text, because
machines are noisy; run it on an idle machine with one thread (``OPENBLAS_NUM_THREADS=1``).
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
SAMPLES = Path(__file__).parent.parent / "samples"
LETTER = SAMPLES / "versagung-amtsdeutsch.docx"


def cold(arguments: list[str], runs: int) -> tuple[float, float]:
    """Best wall time in seconds and peak memory in MB of a fresh process."""
    best, peak = float("inf"), 0.0
    for _ in range(runs):
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "klartext.cli", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, _, usage = os.wait4(process.pid, 0)
        best = min(best, time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak


def batch(repeats: int) -> dict[str, float]:
    """Words a second of the bare pipeline and of everything, on the sample letters."""
    from klartext import documents
    from klartext.check import Checker
    from klartext.rules import load_rules
    from klartext.settings import Selector, Settings

    everything = tuple(Selector(rule.id, "select", 1, "") for rule in load_rules())
    checker = Checker(Settings(selectors=everything, replaces_default=True))
    letters = [documents.read(path) for path in sorted(SAMPLES.glob("*.docx"))]
    words = sum(len(block.text.split()) for letter in letters for block in letter.blocks)
    checker.check_letter(letters[0], "warm.docx")
    bare = whole = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        for letter in letters:
            checker.pipeline.parse(letter)
        bare = min(bare, time.process_time() - started)
        started = time.process_time()
        for letter in letters:
            checker.check_letter(letter, "brief.docx")
        whole = min(whole, time.process_time() - started)
    return {"words": words, "bare": words / bare, "whole": words / whole, "ratio": whole / bare}


def throughput(repeats: int) -> float:
    """Words a second of the pipeline on long plain text, as in a batch of many letters."""
    from klartext import documents
    from klartext.language.pipeline import load_pipeline

    pipeline = load_pipeline()
    texts = [
        block.text
        for path in sorted(SAMPLES.glob("*.docx"))
        for block in documents.read(path).blocks
        if len(block.text) > 60
    ] * 5
    words = sum(len(text.split()) for text in texts)
    best = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        pipeline.parse_texts(texts)
        best = min(best, time.process_time() - started)
    return words / best


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letter", type=Path, default=LETTER)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    help_time, _ = cold(["--help"], options.runs)
    check_time, memory = cold(["check", str(options.letter)], options.runs)
    figures = batch(options.runs)
    speed = throughput(options.runs)
    print("| was | gemessen | Ziel |")
    print("|---|---|---|")
    print(f"| `klartext --help`, kalt | {help_time:.2f} s | ≤ 0,1 s |")
    print(f"| `klartext check` eines Briefs, kalt | {check_time:.2f} s | ≤ 1,5 s |")
    print(f"| Speicher dabei (Spitze) | {memory:.0f} MB | ≤ 400 MB |")
    print(f"| Sprachanalyse, ein Kern, Stapel | {speed:,.0f} Wörter/s | ≥ 10 000 |")
    print(f"| Sprachanalyse, Brief für Brief | {figures['bare']:,.0f} Wörter/s | – |")
    print(f"| alles, Brief für Brief | {figures['whole']:,.0f} Wörter/s | – |")
    print(f"| alles im Verhältnis zur Sprachanalyse | {figures['ratio']:.2f} | ≤ 1,2 |")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| Speicher im Stapel (Spitze) | {own:.0f} MB | ≤ 400 MB |")


if __name__ == "__main__":
    main()
