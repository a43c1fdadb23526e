"""Files → letters: .docx, .dotx, .docm, .dotm, .txt, .md and standard input.

The only room that knows Word files. It knows neither rules nor spaCy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from klartext.documents.limits import DEFAULT, Limits, check_blocks
from klartext.documents.placeholders import Forms
from klartext.documents.revisions import FINAL, ORIGINAL, View
from klartext.documents.sniff import is_litter, kind_of
from klartext.errors import KlartextError
from klartext.types import Letter

__all__ = [
    "ALL_PARTS",
    "DEFAULT",
    "DEFAULT_PARTS",
    "FINAL",
    "ORIGINAL",
    "Limits",
    "View",
    "is_litter",
    "read",
    "read_bytes",
]

DEFAULT_PARTS = frozenset(
    {"body", "tables", "textboxes", "headers", "footers", "footnotes", "variants"}
)
ALL_PARTS = DEFAULT_PARTS | {"glossary", "alt_text"}


def read(
    path: Path,
    *,
    limits: Limits = DEFAULT,
    parts: frozenset[str] | None = None,
    patterns: Sequence[str | re.Pattern[str]] = (),
    placeholder_types: Mapping[str, str] | None = None,
    view: View = FINAL,
) -> Letter:
    """Read one letter.

    Args:
        path: the file.
        limits: how much may be unpacked.
        parts: names of ``ALL_PARTS`` to judge; ``None`` for ``DEFAULT_PARTS``. The others are
            counted all the same, so that block numbers do not depend on it.
        patterns: further forms of placeholders, regular expressions with an optional group
            ``name``.
        placeholder_types: name with ``*`` and ``?`` → placeholder type.
        view: which tracked changes are made.

    Raises:
        KlartextError: E101 to E112.
        re.error: a pattern is wrong.
        ValueError: ``parts`` or ``placeholder_types`` holds an unknown word.
    """
    try:
        if path.is_dir():
            raise KlartextError("E106", name=path.name or str(path), art="ein Ordner")
        if path.exists() and not path.is_file():
            raise KlartextError("E106", name=path.name, art="keine gewöhnliche Datei")
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise KlartextError("E101", name=path.name) from error
    except (OSError, ValueError) as error:
        raise KlartextError("E102", name=path.name) from error
    letter = read_bytes(
        data,
        str(path),
        limits=limits,
        parts=parts,
        patterns=patterns,
        placeholder_types=placeholder_types,
        view=view,
    )
    return replace(letter, path=path)


def read_bytes(
    data: bytes,
    name: str,
    *,
    limits: Limits = DEFAULT,
    parts: frozenset[str] | None = None,
    patterns: Sequence[str | re.Pattern[str]] = (),
    placeholder_types: Mapping[str, str] | None = None,
    view: View = FINAL,
) -> Letter:
    """Read one letter from memory; ``Letter.path`` is ``None``. All else is as in ``read``.

    ``data`` is the whole file, ``name`` its name for messages: ``.md`` decides how text is read,
    else the bytes decide.
    """
    shown = PurePath(name).name or name
    if len(data) > limits.file_bytes:
        megabytes = limits.file_bytes // (1024 * 1024)
        wert, grenze = f"über {megabytes} MB", f"{megabytes} MB"
        raise KlartextError("E109", name=shown, wert=wert, grenze=grenze)
    wanted = DEFAULT_PARTS if parts is None else parts
    if not wanted <= ALL_PARTS:
        raise ValueError(", ".join(sorted(wanted - ALL_PARTS)))
    forms = Forms.of(patterns, placeholder_types)
    kind = kind_of(data, name)
    if kind == "word":
        from klartext.documents.docx_reader import WordReader

        letter = WordReader(data, shown, limits, wanted, forms, view).letter()
    else:
        from klartext.documents.markdown import read_markdown
        from klartext.documents.plain import read_plain
        from klartext.documents.textfile import decode, letter_of

        text = decode(data, shown)
        lines = max(text.count("\n"), text.count("\r"))
        check_blocks(lines // 2, limits, shown)  # before anything is built from them
        drafts, wishes = read_markdown(text) if kind == "md" else read_plain(text)
        letter = letter_of(text, shown, kind, drafts, wishes, forms, limits, wanted)
    return replace(letter, sha256=hashlib.sha256(data).hexdigest())
