"""What a paragraph says about itself, after styles: heading, list, section, mark."""

from __future__ import annotations

from dataclasses import dataclass

from klartext.documents.reading import Reading, Section
from klartext.documents.styles import ParagraphStyle
from klartext.documents.tree import Node, number, on

_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Properties:
    """Of one paragraph."""

    style: ParagraphStyle
    heading: int
    """1 to 9, 0 for body text."""
    list_id: str
    list_level: int
    """From 0."""
    page: int
    """Page breaks before it."""


def read_properties(node: Node | None, reading: Reading) -> Properties:
    """The properties of a paragraph; ``node`` is its ``w:pPr``."""
    style_id = (node.value("w:pStyle") if node else None) or ""
    style = reading.styles.paragraph(style_id)
    heading, list_id, level = style.heading, style.numbering, style.list_level
    if list_id:
        bound = reading.numbering.level_of_style(list_id, style_id)
        level = level if bound is None else bound
    if node is not None:
        outline = number(node.value("w:outlineLvl"))
        if outline is not None and 0 <= outline <= _BODY_LEVEL:
            heading = 0 if outline == _BODY_LEVEL else outline + 1
        own = node.child("w:numPr")
        if own is not None:
            list_id = own.value("w:numId") or list_id
            depth = number(own.value("w:ilvl"))
            level = level if depth is None else depth
    return Properties(style, heading, list_id, level, reading.page)


def read_section(node: Node) -> Section:
    """The headers and footers of a ``w:sectPr``."""
    references = {}
    for item in node.children:
        if item.tag in ("w:headerReference", "w:footerReference"):
            what = item.tag[len("w:") : -len("Reference")]
            references[what, item.get("w:type", "default")] = item.get("r:id")
    return Section(references, bool(on(node.value("w:titlePg"))))
