"""Pack the full-form lexicon into sorted arrays that the product maps into memory."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from klartext.language import lexicon as store


def pack(source: Path, folder: Path) -> int:
    """Write the four files of ``klartext.language.lexicon`` into ``folder``.

    Args:
        source: ``german_full.tsv.gz`` with form, lemma and Morphy tag in each line.
        folder: where the files go; made if missing.

    Returns:
        The number of forms.
    """
    readings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or line.count("\t") != 2:
                continue
            form, lemma, tag = line.rstrip("\n").split("\t")
            if " " in form or " " in lemma or _is_rare(tag):
                continue
            readings[form][lemma].add(_shorten(tag))
    folder.mkdir(parents=True, exist_ok=True)
    numbers: dict[str, int] = {}
    analyses: list[list[tuple[str, list[str]]]] = []
    ambiguity: list[str] = []
    forms = sorted(readings, key=lambda form: form.encode("utf-8"))
    classes = np.zeros(len(forms), dtype=np.uint16)
    for index, form in enumerate(forms):
        entry = sorted(
            (store.edit_script(form, lemma), sorted(tags)) for lemma, tags in readings[form].items()
        )
        key = json.dumps(entry, ensure_ascii=False)
        if key not in numbers:
            numbers[key] = len(analyses)
            analyses.append(entry)
            ambiguity.append(_ambiguity(entry))
        classes[index] = numbers[key]
    if len(analyses) > np.iinfo(np.uint16).max:
        raise ValueError(f"{len(analyses)} classes do not fit 16 bits")
    encoded = [form.encode("utf-8") + b"\n" for form in forms]
    offsets = np.zeros(len(forms) + 1, dtype=np.uint32)
    np.cumsum([len(form) for form in encoded], out=offsets[1:])
    (folder / store.FORMS).write_bytes(b"".join(encoded))
    np.save(folder / store.OFFSETS, offsets)
    np.save(folder / store.CLASSES, classes)
    table = {"analyses": analyses, "ambiguity": ambiguity}
    (folder / store.ANALYSES).write_text(
        json.dumps(table, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    return len(forms)


def _is_rare(tag: str) -> bool:
    parts = tag.split(":")
    return parts[0] in ("PA1", "PA2") and ("KOM" in parts or "SUP" in parts)


def _shorten(tag: str) -> str:
    """Drop what neither lemma choice nor features need: the declension an ending belongs to."""
    parts = tag.split(" ")[0].split(":")
    if parts[0] in ("ADJ", "PA1", "PA2"):
        if "PRD" in parts:
            return f"{parts[0]}:PRD" + (
                ":KOM" if "KOM" in parts else ":SUP" if "SUP" in parts else ""
            )
        return f"{parts[0]}:ATT" + (":KOM" if "KOM" in parts else ":SUP" if "SUP" in parts else "")
    return ":".join(part for part in parts if part not in ("NON", "SFT"))


def _ambiguity(entry: list[tuple[str, list[str]]]) -> str:
    tags: set[str] = set()
    for _, bundle in entry:
        for tag in bundle:
            tags.add(tag.removesuffix(":ADJ"))
    return "|".join(sorted(tags))
