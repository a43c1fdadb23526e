"""Content controls (``w:sdt``): their properties and what they stand for."""

from __future__ import annotations

from typing import Literal

from klartext.documents.placeholders import Forms
from klartext.documents.source import Control
from klartext.documents.tree import Node, on
from klartext.types import PlaceholderType

_MOST_WORDS = 6
"""A plain text control with more words holds a text, not a value."""

_FORMS: dict[str, Literal["text", "date", "checkbox", "list"]] = {
    "w:text": "text",
    "w:date": "date",
    "w14:checkbox": "checkbox",
    "w:dropDownList": "list",
    "w:comboBox": "list",
}


def read_control(sdt: Node) -> Control:
    """The properties of a content control."""
    properties = sdt.child("w:sdtPr")
    if properties is None:
        return Control()
    form: Literal["", "text", "date", "checkbox", "list"] = ""
    entries: tuple[tuple[int, str], ...] = ()
    for node in properties.children:
        form = _FORMS.get(node.tag, form)
        if node.tag in ("w:dropDownList", "w:comboBox"):
            entries = tuple(_entries(node))
    shows = properties.value("w:showingPlcHdr")
    return Control(
        tag=properties.value("w:tag") or "",
        alias=properties.value("w:alias") or "",
        lock=properties.value("w:lock") or "",
        bound=any(node.tag.endswith("dataBinding") for node in properties.children),
        shows_placeholder=bool(on(shows)),
        form=form,
        entries=entries,
    )


def _entries(choices: Node) -> list[tuple[int, str]]:
    """Items with a value; an item without one only asks to choose."""
    return [
        (node.start, node.get("w:displayText") or node.get("w:value"))
        for node in choices.children
        if node.tag == "w:listItem" and node.get("w:value")
    ]


def type_of_control(control: Control, text: str, forms: Forms) -> PlaceholderType | None:
    """What the content will be replaced by; ``None`` if it is text like any other."""
    if control.form == "checkbox":
        return PlaceholderType.CONTROL
    guessed = forms.type_of(control.name)
    if control.form == "date":
        return guessed if guessed is PlaceholderType.DEADLINE else PlaceholderType.DATE
    if control.shows_placeholder or len(control.entries) > 1 or not text.strip():
        return guessed
    is_value = control.form == "text" and len(text.split()) <= _MOST_WORDS
    return guessed if is_value and guessed is not PlaceholderType.UNKNOWN else None
