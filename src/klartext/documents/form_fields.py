"""Legacy form fields: the data at the begin mark of FORMTEXT, FORMCHECKBOX, FORMDROPDOWN."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from klartext.documents.tree import Node, number, on


@dataclass(frozen=True, slots=True)
class FormField:
    """``w:ffData`` of a legacy form field."""

    name: str = ""
    kind: Literal["", "text", "checkbox", "list"] = ""
    text_type: str = ""
    checked: bool = False
    entries: tuple[tuple[int, str], ...] = ()
    """Of a drop-down list: byte position of the entry and its text."""
    selected: int = 0


def read_form_field(node: Node | None) -> FormField | None:
    """The form data of a field's begin mark, if there are any."""
    if node is None:
        return None
    name = node.value("w:name") or ""
    box, choice, text = node.child("w:checkBox"), node.child("w:ddList"), node.child("w:textInput")
    if box is not None:
        state = on(box.value("w:checked"))
        checked = bool(on(box.value("w:default")) if state is None else state)
        return FormField(name, "checkbox", checked=checked)
    if choice is not None:
        entries = tuple(
            (item.start, item.get("w:val"))
            for item in choice.children
            if item.tag == "w:listEntry" and item.get("w:val")
        )
        selected = number(choice.value("w:result") or choice.value("w:default")) or 0
        return FormField(
            name, "list", entries=entries, selected=selected if 0 <= selected < len(entries) else 0
        )
    if text is not None:
        return FormField(name, "text", text_type=text.value("w:type") or "")
    return FormField(name)
