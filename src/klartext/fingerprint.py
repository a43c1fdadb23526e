"""Identity of a finding without line numbers (``interfaces.md`` 2.1)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from klartext.types import Block, Finding, Letter, TextRange


def with_fingerprints(
    findings: Iterable[Finding], letter: Letter, shown_name: str
) -> tuple[Finding, ...]:
    """The findings with their fingerprint: path, rule, sentence, words, number of the repeat."""
    blocks = {block.index: block for block in letter.blocks}
    seen: Counter[tuple[str, str, str]] = Counter()
    marked = []
    for finding in findings:
        block = blocks[finding.block]
        sentence = _normalised(block, finding.sentence or TextRange(0, len(block.text)))
        words = " … ".join(place.of(block.text) for place in finding.ranges)
        key = (finding.rule, sentence, words)
        seen[key] += 1
        parts = (shown_name, *key, str(seen[key]))
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()
        marked.append(replace(finding, fingerprint=digest[:32]))
    return tuple(marked)


def _normalised(block: Block, place: TextRange) -> str:
    """The sentence in NFC with single blanks and the types of its placeholders."""
    text, pieces, at = block.text, [], place.start
    for item in sorted(block.placeholders, key=lambda placeholder: placeholder.range):
        if item.range.start >= at and item.range.end <= place.end:
            pieces += [text[at : item.range.start], f"⟨{item.type}⟩"]
            at = item.range.end
    pieces.append(text[at : place.end])
    return " ".join(unicodedata.normalize("NFC", "".join(pieces)).split())
