"""Build the sample letters: ``python -m samples.build`` (from the root of the repository).

Every ``samples/source/NAME.txt`` becomes ``samples/NAME.docx``. With ``--check`` nothing is
written; the exit code is 1 if a committed file differs from what its source gives.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from samples.markup import parse
from samples.word import build

FOLDER = Path(__file__).parent


def contents(data: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx; compression may differ between versions of zlib."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def is_current(path: Path, built: bytes) -> bool:
    """Tell whether the committed file holds the same parts as the one just built."""
    return path.exists() and contents(path.read_bytes()) == contents(built)


def main(arguments: list[str] | None = None) -> int:
    """Build or check all samples; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args(arguments)
    stale = []
    for source in sorted((FOLDER / "source").glob("*.txt")):
        target = FOLDER / f"{source.stem}.docx"
        built = build(parse(source.read_text(encoding="utf-8"), source.name))
        if is_current(target, built):
            continue
        stale.append(target.name)
        if not options.check:
            target.write_bytes(built)
    for name in stale:
        print(f"{'stale' if options.check else 'written'}: {name}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
