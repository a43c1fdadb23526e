"""What a closed field leaves in the text: a protected result, a stand-in, variants."""

from __future__ import annotations

from klartext.documents.buffer import OBJECT, Buffer, Look
from klartext.documents.field_code import branches, type_of_field
from klartext.documents.fields import OpenField
from klartext.documents.form_fields import FormField
from klartext.documents.placeholders import Forms
from klartext.documents.source import PLAIN, Context

_CHECKED, _UNCHECKED = "☒", "☐"


def close_field(item: OpenField, look: Look, context: Context, forms: Forms) -> list[Buffer]:
    """Protect the result of a field; without a result put in a stand-in.

    Returns:
        The texts the author or the data choose from, each to be judged on its own.
    """
    instruction, buffer = item.instruction, item.home
    if instruction is None or buffer is None or instruction.treatment != "protected":
        return []
    start, form = min(item.begin, buffer.length), item.form
    result = buffer.text_from(start)
    name = item.name
    variants: list[Buffer] = []
    shown = ""
    if form is not None and form.kind in ("checkbox", "list"):
        result = shown = _chosen(form)
        if form.kind == "list":
            variants = variants_of(form.entries, item.run, context)
    elif instruction.shown:
        name = shown = instruction.shown
    elif not result.strip() and not item.hidden and not item.continued:
        shown = OBJECT
    if shown:
        buffer.cut(start)
        buffer.atom(shown, item.run, item.start, look, context)
    if form is not None and form.kind == "list" and len(form.entries) == 1:
        return []
    buffer.protect(start, "field", name, type_of_field(instruction, form, result, forms))
    if instruction.word == "IF":
        variants.extend(branches(item.code))
    return variants


def leave_paragraph(item: OpenField, buffer: Buffer, forms: Forms) -> None:
    """A result goes on in the next paragraph: protect the part in this one."""
    instruction = item.instruction
    if instruction is not None and item.home is buffer and instruction.treatment == "protected":
        kind = type_of_field(instruction, item.form, buffer.text_from(item.begin), forms)
        buffer.protect(item.begin, "field", item.name, kind)


def variants_of(
    entries: tuple[tuple[int, str], ...], run: int, context: Context = PLAIN
) -> list[Buffer]:
    """Every entry of a list with several is judged on its own.

    Args:
        entries: byte position and text.
        run: byte position of the element the list belongs to.
        context: what the list lies in.
    """
    if len(entries) == 1:
        return []
    found = []
    for start, text in entries:
        entry = Buffer()
        entry.linear(text, run, start, 0, Look(), context)
        found.append(entry)
    return found


def _chosen(form: FormField) -> str:
    """Tick boxes and lists show what their data say; the file holds no text for it."""
    if form.kind == "checkbox":
        return _CHECKED if form.checked else _UNCHECKED
    return form.entries[form.selected][1] if form.entries else OBJECT
