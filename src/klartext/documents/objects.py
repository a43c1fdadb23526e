"""Drawings, pictures, embedded objects and text boxes inside a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from klartext.documents.tree import Node, on

ObjectKind = Literal["picture", "equation", "embedded"]

_PROGRAMS = {
    "excel": "Excel",
    "word": "Word",
    "powerpoint": "PowerPoint",
    "visio": "Visio",
    "acroexch": "PDF",
    "package": "Datei",
    "msgraph": "Diagramm",
}
_TEXT_BOX = "w:txbxContent"
_UNKNOWN_TITLE = 40


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the letter that has no text klartext can read."""

    kind: ObjectKind
    name: str = ""
    """Of an embedded object: the program."""


@dataclass(frozen=True, slots=True)
class AltText:
    """The description of a picture and the byte position of the element it stands in."""

    start: int
    text: str


@dataclass(slots=True)
class Drawing:
    """What one ``w:drawing``, ``w:pict`` or ``w:object`` holds."""

    boxes: list[Node] = field(default_factory=list)
    alt_texts: list[AltText] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    inline: bool = False
    """Whether it stands in the line like a letter."""


def chosen(alternatives: Node) -> Node | None:
    """The branch of ``mc:AlternateContent`` that counts; never two of them."""
    for node in alternatives.children:
        if node.tag == "mc:Choice" and node.get("known") == "1":
            return node
    return alternatives.child("mc:Fallback")


def read_drawing(node: Node) -> Drawing:
    """Look through a drawing without going into its text boxes."""
    found = Drawing(inline=_is_inline(node))
    decorative = False
    stack = [node]
    pictures: list[Unread] = []
    while stack:
        item = stack.pop()
        if item.tag == _TEXT_BOX:
            found.boxes.append(item)
            continue
        if item.tag == "mc:AlternateContent":
            branch = chosen(item)
            stack.extend([branch] if branch is not None else [])
            continue
        if item.tag == "adec:decorative":
            decorative = bool(on(item.get("val", "1")))
        _describe(item, found)
        pictures.extend(_unread(item))
        stack.extend(reversed(item.children))
    if not found.alt_texts and not decorative:
        found.unread = _once(pictures)
    elif any(item.kind == "embedded" for item in pictures):
        found.unread = [item for item in _once(pictures) if item.kind == "embedded"]
    return found


def _describe(item: Node, found: Drawing) -> None:
    text = item.get("descr") if item.tag == "wp:docPr" else ""
    if item.tag in ("v:shape", "v:rect", "v:group"):
        text = item.get("alt")
    if text.strip():
        found.alt_texts.append(AltText(item.start, text))


def _unread(item: Node) -> list[Unread]:
    if item.tag in ("pic:pic", "v:imagedata"):
        return [Unread("picture")]
    if item.tag == "o:OLEObject":
        program = item.get("ProgID").split(".")[0]
        if program.lower() == "equation":
            return [Unread("equation")]
        return [Unread("embedded", _PROGRAMS.get(program.lower(), program[:_UNKNOWN_TITLE]))]
    if item.tag == "c:chart":
        return [Unread("embedded", "Diagramm")]
    if item.tag == "dgm:relIds":
        return [Unread("embedded", "SmartArt")]
    if item.tag == "v:textpath" and item.get("string").strip():
        return [Unread("embedded", "WordArt")]
    return []


def _once(items: list[Unread]) -> list[Unread]:
    """An embedded object brings a picture of itself: it counts once."""
    objects = [item for item in items if item.kind != "picture"]
    return objects[:1] or items


def _is_inline(node: Node) -> bool:
    if node.tag == "w:drawing":
        return node.child("wp:inline") is not None
    for item in node.descendants():
        if item.tag.startswith("v:") and "style" in item.attrs:
            return "position:absolute" not in item.attrs["style"].replace(" ", "")
    return True
