"""The German catalogue of click's messages: from the readable ``.po`` to the ``.mo`` gettext reads.

``python -m klartext.cli.catalogue`` writes the ``.mo`` that is shipped. Format of the file: GNU
gettext manual, "The Format of GNU MO Files"; all strings are sorted, there is no hash table.
"""

from __future__ import annotations

import ast
import struct
from pathlib import Path

FOLDER = Path(__file__).with_name("locale") / "de" / "LC_MESSAGES"
SOURCE = FOLDER / "klartext.po"
COMPILED = FOLDER / "klartext.mo"
_MAGIC = 0x950412DE
_HEADER = 7 * 4


def parse(source: str) -> dict[str, str]:
    """Message → translation of a ``.po`` file; plural forms joined by a null character.

    Raises:
        ValueError: for a line that is no part of an entry.
    """
    entries: dict[str, str] = {}
    for written in source.split("\n\n"):
        parts: dict[str, str] = {}
        keyword = ""
        for line in written.splitlines():
            if not line or line.startswith("#"):
                continue
            if not line.startswith('"'):
                keyword, _, line = line.partition(" ")
            if keyword.split("[")[0] not in ("msgid", "msgid_plural", "msgstr"):
                raise ValueError(keyword)
            parts[keyword] = parts.get(keyword, "") + ast.literal_eval(line)
        if "msgid" not in parts:
            continue
        message = "\0".join(parts[name] for name in ("msgid", "msgid_plural") if name in parts)
        forms = [text for name, text in parts.items() if name.startswith("msgstr")]
        entries[message] = "\0".join(forms)
    return entries


def compiled(entries: dict[str, str]) -> bytes:
    """The bytes of a ``.mo`` file."""
    pairs = sorted((key.encode(), value.encode()) for key, value in entries.items())
    tables = 2 * 8 * len(pairs)
    strings = b""
    index = [b"", b""]
    for side in (0, 1):
        for pair in pairs:
            index[side] += struct.pack("<II", len(pair[side]), _HEADER + tables + len(strings))
            strings += pair[side] + b"\0"
    header = struct.pack(
        "<7I", _MAGIC, 0, len(pairs), _HEADER, _HEADER + tables // 2, 0, _HEADER + tables
    )
    return header + index[0] + index[1] + strings


if __name__ == "__main__":
    COMPILED.write_bytes(compiled(parse(SOURCE.read_text(encoding="utf-8"))))
