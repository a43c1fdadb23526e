"""What the form of a paragraph says about where its sentence begins and ends."""

from __future__ import annotations

import re

from klartext.language.parse import ParsedBlock
from klartext.types import BlockKind

LONGEST_HEADING = 8
"""Words; a longer heading is counted as a sentence."""

_END_MARK = re.compile(r"[.!?…:][\s\"“”»«'’)\]]*$")
_COLON = re.compile(r":[\s\"“”»«'’)\]]*$")
_LABEL_LINE = re.compile(r"[^:\n]{1,40}:\s*\S")
_NO_HEADING_BEGINS = frozenset({"APPR", "APPRART", "KOUS", "KOUI", "KON", "PPER"})
GOES_ON_AFTER = frozenset(
    {
        *("$,", "ART", "PPOSAT", "PIAT", "PDAT", "PRELAT", "PWAT", "PRELS", "ADJA"),
        *("APPR", "APPRART", "KON", "KOUS", "KOUI", "KOKOM", "PTKZU"),
        *("VVFIN", "VAFIN", "VMFIN"),
    }
)
"""Tags of words after which a sentence goes on, whatever the next paragraph begins with."""


def is_closed(text: str) -> bool:
    """Whether a text ends with ``. ! ? … :``, closing quotation marks and brackets aside."""
    return _END_MARK.search(text) is not None


def announces(text: str) -> bool:
    """Whether a text ends with a colon."""
    return _COLON.search(text) is not None


def is_label_line(text: str) -> bool:
    """Whether a text looks like a field of a form: *Zimmer: 12*."""
    return _LABEL_LINE.match(text) is not None


def first_sign(text: str) -> str:
    """The first sign that is no quotation mark, bracket, dash or blank; empty without one."""
    return text.lstrip("„\"»«'(–- ")[:1]


def looks_like_heading(
    parsed: ParsedBlock, before: ParsedBlock | None, words: int, following: ParsedBlock | None
) -> bool:
    """Whether a paragraph without a verb is a heading by shape: a short line between sentences.

    A piece of a sentence that somebody has cut by paragraph marks is none: it follows an open
    line, ends in a word such as an article, or goes on in small letters.

    Args:
        parsed: the paragraph.
        before: the paragraph whose sentence might go on; ``None`` where none can.
        words: number of its words.
        following: the block after it.
    """
    doc = parsed.doc
    return (
        following is not None
        and parsed.block.kind is BlockKind.ABSATZ
        and words <= LONGEST_HEADING
        and not is_closed(parsed.block.text)
        and (before is None or (is_closed(before.block.text) and not announces(before.block.text)))
        and first_sign(following.block.text).isupper()
        and doc[0].tag_ not in _NO_HEADING_BEGINS
        and doc[-1].tag_ not in GOES_ON_AFTER
    )
