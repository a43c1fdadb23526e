"""The content of a run: text, atoms, field marks, note references, drawings → buffers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping

from klartext.documents.buffer import OBJECT, Look
from klartext.documents.field_result import close_field
from klartext.documents.fields import FieldStack, OpenField
from klartext.documents.form_fields import read_form_field
from klartext.documents.looks import Looks
from klartext.documents.notices import Spot
from klartext.documents.objects import Unread, chosen, read_drawing
from klartext.documents.reading import PartSource, Pending, Reading
from klartext.documents.source import Context, Control
from klartext.documents.symbols import symbol
from klartext.documents.tree import Node

_SPACES = str.maketrans("\t\r\n", "   ")
_EDGES = " \t\r\n"
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_DEEPEST_FIELD = 40
"""Twice as deep as Word nests fields; what is deeper is read like a field without an end."""
_BREAKS = frozenset({"page", "column"})


class RunReader(ABC):
    """Reads runs into the buffer that is open; the state is that of one story.

    Args:
        reading: state of the file.
        source: the part.
        spot: where the story is now, for notices.
    """

    def __init__(self, reading: Reading, source: PartSource, spot: Callable[[], Spot]) -> None:
        self.reading = reading
        self.source = source
        self.spot = spot
        self.fields = FieldStack()
        self.pending = Pending()
        self.looks = Looks(reading.styles)
        self.control: Control | None = None
        self.link = ""
        self.revision = ""
        self.was_hidden = False
        self.look = Look()
        self.context = Context()
        self._run_start = 0

    def refresh(self) -> None:
        """What surrounds the text has changed."""
        self.context = Context(
            link=self.link or self.fields.link,
            field=bool(self.fields.open),
            control=self.control,
            revision=self.revision,
        )

    def run(self, run: Node) -> None:
        """Read a ``w:r``."""
        hidden, self.look = self.looks.of(run.child("w:rPr"))
        self._run_start = run.start
        self._run_children(run, hidden)

    def _run_children(self, run: Node, hidden: bool) -> None:
        for child in run.children:
            tag = child.tag
            if tag in _FIELD_PARTS:
                _FIELD_PARTS[tag](self, child, hidden)
            elif hidden:
                self._hide(child)
            elif tag == "w:t" or (tag == "w:delText" and self.revision):
                self._text(child)
            elif tag in _RUN_PARTS:
                _RUN_PARTS[tag](self, child)
            elif tag == "mc:AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._run_children(branch, hidden)
            elif tag in _LEGACY_FIELDS:
                self._legacy_field(child)
        if not hidden:
            self.was_hidden = False

    def _ruby(self, node: Node) -> None:
        """Only the base text; what stands over it says how to pronounce it."""
        base = node.child("w:rubyBase")
        if base is not None:
            look, start = self.look, self._run_start
            self.children(base)
            self.look, self._run_start = look, start

    def _hide(self, node: Node) -> None:
        if not self.was_hidden and (node.text.strip() or node.tag in _DRAWINGS):
            self.was_hidden = True
            self.reading.hidden += 1

    def _text(self, node: Node) -> None:
        text = node.text
        if not text:
            return
        offset = 0
        if node.get("xml:space") != "preserve":
            # Word drops blanks at the edges unless the file asks to keep them.
            stripped = text.lstrip(_EDGES)
            offset = len(text) - len(stripped)
            text = stripped.rstrip(_EDGES)
        if not text.isprintable():
            text = text.translate(_SPACES)
        self.fields.out.linear(text, self._run_start, node.start, offset, self.look, self.context)

    def _atom(self, text: str, node: Node) -> None:
        self.fields.out.atom(text, self._run_start, node.start, self.look, self.context)

    def _tab(self, node: Node) -> None:
        self._atom("\t", node)

    def _break(self, node: Node) -> None:
        if node.get("w:type") not in _BREAKS:
            self._atom("\n", node)

    def _hyphen(self, node: Node) -> None:
        self._atom("-", node)

    def _soft_hyphen(self, node: Node) -> None:
        self.fields.out.dropped(self._run_start, node.start, context=self.context)

    def _symbol(self, node: Node) -> None:
        self._atom(symbol(node.get("w:font"), node.get("w:char")), node)

    def _page(self, _: Node) -> None:
        self.reading.page += 1

    def _note(self, node: Node) -> None:
        kind, note = _NOTES[node.tag], node.get("w:id")
        notes = self.reading.note_numbers[kind]
        self.fields.paragraph.mark(kind, str(notes.setdefault(note, len(notes) + 1)))

    def _comment(self, node: Node) -> None:
        self.fields.paragraph.mark("comment", node.get("w:id"))

    def _drawing(self, node: Node) -> None:
        found = read_drawing(node)
        self.pending.alt_texts.extend((item.start, item.text) for item in found.alt_texts)
        self.unread(*found.unread)
        for box in found.boxes:
            self.reading.boxes += 1
            self.pending.boxes.append((self.reading.boxes, box))
            self.fields.paragraph.mark("textbox", str(self.reading.boxes))
        if found.inline and not found.boxes:
            self._atom(OBJECT, node)

    def _field_character(self, node: Node, hidden: bool) -> None:
        what = node.get("w:fldCharType")
        if what == "begin":
            if (self.source.name, node.start) in self.reading.broken_fields:
                self.reading.notices.add("N110", self.spot())
                return
            if len(self.fields.open) >= _DEEPEST_FIELD:
                self.reading.broken_fields.add((self.source.name, node.start))
                return
            form = read_form_field(node.child("w:ffData"))
            self.fields.begin(self._run_start, node.start, form, hidden)
        elif what == "separate":
            self.fields.separate()
        elif what == "end":
            closed = self.fields.end()
            if closed is not None:
                self.refresh()
                self.close_field(closed)
        self.refresh()

    def _instruction(self, node: Node, _: bool) -> None:
        if self.fields.open and self.fields.open[-1].instruction is None:
            self.fields.out.linear(
                node.text, self._run_start, node.start, 0, self.look, self.context
            )

    def _legacy_field(self, node: Node) -> None:
        """``w:pgNum``, ``w:dayShort`` …: elements of old files that stand for a field."""
        self.fields.begin(self._run_start, node.start, None, hidden=False)
        self.fields.out.linear(_LEGACY_FIELDS[node.tag], node.start, node.start, 0, self.look)
        closed = self.fields.end()
        if closed is not None:
            self.close_field(closed)

    def close_field(self, item: OpenField) -> None:
        """Put the result of a field in order."""
        variants = close_field(item, self.look, self.context, self.reading.forms)
        self.pending.variants.extend(variants)

    def unread(self, *items: Unread) -> None:
        """Remember what has no text for a notice."""
        self.pending.unread.extend((item.kind, item.name) for item in items)

    @abstractmethod
    def children(self, node: Node) -> None:
        """Read what may stand in a paragraph; see ``Inline``."""


_Method = Callable[[RunReader, Node], None]

_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
_RUN_PARTS: Mapping[str, _Method] = {
    "w:tab": RunReader._tab,
    "w:ptab": RunReader._tab,
    "w:br": RunReader._break,
    "w:cr": RunReader._break,
    "w:noBreakHyphen": RunReader._hyphen,
    "w:softHyphen": RunReader._soft_hyphen,
    "w:sym": RunReader._symbol,
    "w:ruby": RunReader._ruby,
    "w:lastRenderedPageBreak": RunReader._page,
    "w:footnoteReference": RunReader._note,
    "w:endnoteReference": RunReader._note,
    "w:commentReference": RunReader._comment,
} | dict.fromkeys(_DRAWINGS, RunReader._drawing)
_FIELD_PARTS: Mapping[str, Callable[[RunReader, Node, bool], None]] = {
    "w:fldChar": RunReader._field_character,
    "w:instrText": RunReader._instruction,
}
_LEGACY_FIELDS: Mapping[str, str] = {"w:pgNum": "PAGE"} | dict.fromkeys(
    ("w:dayShort", "w:dayLong", "w:monthShort", "w:monthLong", "w:yearShort", "w:yearLong"),
    "DATE",
)
