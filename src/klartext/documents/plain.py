"""Plain text → blocks: blank lines separate paragraphs, hard line breaks stay in the text."""

from __future__ import annotations

import re

from klartext.documents.ignores import parse_directive
from klartext.documents.textfile import TextDraft, WishAt, lines
from klartext.types import BlockKind

_DIRECTIVE = re.compile(r"^\s*#\s*(?P<wish>klartext\s*:.*)$", re.IGNORECASE)
_ITEM = re.compile(r"^(?P<indent>\s*)(?P<label>[-*•–]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)")


def read_plain(text: str) -> tuple[list[TextDraft], list[WishAt]]:
    r"""Paragraphs and list items of a .txt file; ``# klartext: aus …`` is a directive.

    A number begins a list item only where a paragraph begins or another item is before it: in
    running text „… am\n12. Mai“ is no list.
    """
    drafts: list[TextDraft] = []
    wishes: list[WishAt] = []
    current: TextDraft | None = None
    for line in lines(text):
        directive = _DIRECTIVE.match(line.text)
        wish = parse_directive(directive["wish"]) if directive else None
        if wish is not None:
            wishes.append(WishAt(line.start + len(line.text), None, wish))
            current = None
        elif not line.text.strip():
            current = None
        else:
            item = _ITEM.match(line.text)
            if item and (current is None or current.kind is BlockKind.LISTENPUNKT):
                label = "•" if item["label"] in "-*•–" else item["label"]
                current = TextDraft(BlockKind.LISTENPUNKT, label=label, level=1)
                drafts.append(current)
                current.add(line.start + item.end(), line.text[item.end() :])
                continue
            if current is None:
                current = TextDraft()
                drafts.append(current)
            current.add(line.start, line.text)
    return drafts, wishes
