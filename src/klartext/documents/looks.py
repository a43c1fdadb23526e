"""How a run looks after all styles: hidden, bold, marked, language."""

from __future__ import annotations

from klartext.documents.buffer import Look
from klartext.documents.styles import ParagraphStyle, Styles
from klartext.documents.tree import Node, on

_MARKER_FILLS = frozenset({"FFFF00"})
"""Shading that stands for a text marker; LibreOffice writes it that way."""


class Looks:
    """Resolves run properties against the styles around them.

    Direct formatting wins; else *hidden* and *bold* are toggles: set in an odd number of table,
    paragraph and character style they are on (ECMA-376 part 1, 17.7.3).
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._paragraph = ParagraphStyle()
        self._table_hidden = False
        self._known: dict[tuple[str, bool | None, bool | None, bool, str], tuple[bool, Look]] = {}

    def enter(self, paragraph: ParagraphStyle, table_hidden: bool) -> None:
        """A paragraph begins."""
        if paragraph is not self._paragraph or table_hidden != self._table_hidden:
            self._paragraph, self._table_hidden = paragraph, table_hidden
            self._known.clear()

    def of(self, properties: Node | None) -> tuple[bool, Look]:
        """Whether a run with this ``w:rPr`` is hidden, and its look."""
        style_id = language = ""
        hidden: bool | None = None
        bold: bool | None = None
        marked = False
        for node in properties.children if properties else ():
            tag = node.tag
            if tag == "w:rStyle":
                style_id = node.get("w:val")
            elif tag == "w:vanish":
                hidden = on(node.get("w:val"))
            elif tag == "w:b":
                bold = on(node.get("w:val"))
            elif tag == "w:highlight":
                marked = node.get("w:val") not in ("none", "")
            elif tag == "w:shd":
                marked = marked or node.get("w:fill").upper() in _MARKER_FILLS
            elif tag == "w:lang":
                language = node.get("w:val")
        key = (style_id, hidden, bold, marked, language)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._resolve(*key)
        return known

    def _resolve(
        self, style_id: str, hidden: bool | None, bold: bool | None, marked: bool, language: str
    ) -> tuple[bool, Look]:
        paragraph, base = self._paragraph.run, self._styles.base
        character = self._styles.run(style_id)
        if hidden is None:
            levels = (self._table_hidden, paragraph.hidden, character.hidden)
            hidden = bool(base.hidden) or sum(map(bool, levels)) % 2 == 1
        if bold is None:
            bold = bool(base.bold) or bool(paragraph.bold) != bool(character.bold)
        direct = language or character.language
        inherited = direct or paragraph.language or base.language
        return hidden, Look(bold, marked, inherited, bool(direct))
