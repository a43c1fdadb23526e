"""Golden outputs of the sample letters: ``python -m samples.golden [--check]``.

Each letter has the terminal report (100 columns, no colour) and the JSON report beside it in
``samples/golden/``. A change of rules or pipeline moves them; the diff is reviewed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from pathlib import Path

from klartext.cli import FINDINGS, OK
from klartext.cli import main as klartext

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
FORMATS = {"text": ".txt", "json": ".json"}


def outputs(letter: Path) -> dict[str, str]:
    """What ``klartext check`` prints for one letter, by format."""
    found = {}
    for name in FORMATS:
        stream = io.StringIO()
        before = Path.cwd()
        os.chdir(HERE)
        try:
            with contextlib.redirect_stdout(stream):
                code = klartext(
                    ["check", "--no-config", "--color", "never", "-f", name, letter.name]
                )
        finally:
            os.chdir(before)
        if code not in (OK, FINDINGS):
            raise SystemExit(f"{letter.name}: klartext ended with exit code {code}")
        found[name] = stream.getvalue()
    return found


def stale() -> list[str]:
    """Names of golden files that differ from what klartext prints now."""
    differing = []
    for letter in sorted(HERE.glob("*.docx")):
        for name, text in outputs(letter).items():
            path = GOLDEN / (letter.stem + FORMATS[name])
            if not path.exists() or path.read_text("utf-8") != text:
                differing.append(path.name)
    return differing


def write() -> None:
    """Write every golden file anew."""
    GOLDEN.mkdir(exist_ok=True)
    for letter in sorted(HERE.glob("*.docx")):
        for name, text in outputs(letter).items():
            (GOLDEN / (letter.stem + FORMATS[name])).write_text(text, "utf-8")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        write()
        return 0
    differing = stale()
    for name in differing:
        print(f"veraltet: samples/golden/{name}", file=sys.stderr)
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main())
