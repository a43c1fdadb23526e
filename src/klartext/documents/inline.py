"""The content of a paragraph: runs and what surrounds them → buffers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from klartext.documents.buffer import OBJECT, Buffer
from klartext.documents.controls import read_control, type_of_control
from klartext.documents.field_result import leave_paragraph, variants_of
from klartext.documents.ignores import is_directive_tag
from klartext.documents.objects import Unread, chosen
from klartext.documents.revisions import DELETIONS, INSERTIONS
from klartext.documents.run_reader import RunReader
from klartext.documents.source import Control
from klartext.documents.styles import ParagraphStyle
from klartext.documents.tree import Node


class Inline(RunReader):
    """Reads the paragraphs of one story."""

    def read(self, paragraph: Node, style: ParagraphStyle, table_hidden: bool) -> None:
        """Add the content of a ``w:p`` to the present block.

        Args:
            paragraph: the element.
            style: what holds for runs that say nothing themselves.
            table_hidden: whether the table style hides its text.
        """
        self.looks.enter(style, table_hidden)
        self.was_hidden = False
        self.refresh()
        self.children(paragraph)

    def start_block(self, buffer: Buffer) -> None:
        """Go on in a new block; results that go on there are protected in both."""
        for item in self.fields.open:
            leave_paragraph(item, self.fields.paragraph, self.reading.forms)
        self.fields.new_paragraph(buffer)
        self.refresh()

    def children(self, node: Node) -> None:
        """Read what stands in a paragraph or in an element around runs."""
        for child in node.children:
            tag = child.tag
            if tag == "w:r":
                self.run(child)
            elif tag in _SKIPPED or tag.endswith("Pr"):
                continue
            else:
                method = _ELEMENTS.get(tag)
                if method is not None:
                    method(self, child)
                else:
                    self.children(child)

    def _hyperlink(self, node: Node) -> None:
        before = self.link
        target = self.source.links.get(node.get("r:id"))
        anchor = node.get("w:anchor")
        self.link = (target.target if target else "") + (f"#{anchor}" if anchor else "") or "#"
        self.refresh()
        self.children(node)
        self.link = before
        self.refresh()

    def _change(self, node: Node) -> None:
        self.reading.revised = True
        revision = node.get("w:id")
        if not self.reading.view.shows(node.tag, revision):
            return
        before, self.revision = self.revision, revision
        self.refresh()
        self.children(node)
        self.revision = before
        self.refresh()

    def _control(self, node: Node) -> None:
        content = node.child("w:sdtContent")
        if content is None:
            return
        before, self.control = self.control, read_control(node)
        control, buffer = self.control, self.fields.out
        start = buffer.length
        ignores = is_directive_tag(control.tag)
        if ignores:
            self.fields.paragraph.mark("ignore-start", control.tag)
        self.refresh()
        self.children(content)
        if self.fields.out is buffer and start <= buffer.length:
            self._close_control(node, control, buffer, start)
        if ignores:
            self.fields.paragraph.mark("ignore-end", control.tag)
        self.control = before
        self.refresh()

    def _close_control(self, node: Node, control: Control, buffer: Buffer, start: int) -> None:
        text = buffer.text_from(start)
        if not text.strip() and not node.has("w:drawing", "w:pict"):
            buffer.cut(start)
            buffer.atom(OBJECT, node.start, node.start, self.look, self.context)
        kind = type_of_control(control, text, self.reading.forms)
        if kind is not None:
            buffer.protect(start, "control", control.name, kind)
        self.pending.variants.extend(variants_of(control.entries, node.start, self.context))

    def _alternatives(self, node: Node) -> None:
        branch = chosen(node)
        if branch is not None:
            self.children(branch)

    def _equation(self, node: Node) -> None:
        self.fields.out.atom(OBJECT, node.start, node.start, self.look, self.context)
        self.unread(Unread("equation"))

    def _sub_document(self, _: Node) -> None:
        self.unread(Unread("embedded", "Unterdokument"))

    def _bookmark(self, node: Node) -> None:
        self.fields.paragraph.mark("bookmark", node.get("w:name"))

    def _comment_start(self, node: Node) -> None:
        self.fields.paragraph.mark("comment-start", node.get("w:id"))

    def _comment_end(self, node: Node) -> None:
        self.fields.paragraph.mark("comment-end", node.get("w:id"))

    def _simple_field(self, node: Node) -> None:
        self.fields.begin(node.start, node.start, None, hidden=False)
        self.fields.out.linear(node.get("w:instr"), node.start, node.start, 0, self.look)
        self.fields.separate()
        self.refresh()
        self.children(node)
        closed = self.fields.end()
        self.refresh()
        if closed is not None:
            self.close_field(closed)


_Method = Callable[[Inline, Node], None]

_SKIPPED = frozenset({"w:proofErr", "w:permStart", "w:permEnd", "w:bookmarkEnd"})
_ELEMENTS: Mapping[str, _Method] = {
    "w:hyperlink": Inline._hyperlink,
    "w:fldSimple": Inline._simple_field,
    "w:sdt": Inline._control,
    "w:bookmarkStart": Inline._bookmark,
    "w:commentRangeStart": Inline._comment_start,
    "w:commentRangeEnd": Inline._comment_end,
    "w:subDoc": Inline._sub_document,
    "m:oMath": Inline._equation,
    "mc:AlternateContent": Inline._alternatives,
} | dict.fromkeys(INSERTIONS | DELETIONS, Inline._change)
