"""Block level of a Word part: paragraphs, tables, controls → drafts of blocks in reading order."""

from __future__ import annotations

from dataclasses import replace

from klartext.documents.buffer import OBJECT, Buffer, Look, Mark
from klartext.documents.controls import type_of_control
from klartext.documents.field_result import variants_of
from klartext.documents.ignores import is_directive_tag
from klartext.documents.inline import Inline
from klartext.documents.levels import Levels
from klartext.documents.limits import check_blocks
from klartext.documents.normalise import blank
from klartext.documents.notices import Spot
from klartext.documents.paragraphs import Properties, read_properties, read_section
from klartext.documents.reading import (
    MAIN_TEXT,
    Draft,
    Frame,
    PartSource,
    Pending,
    Reading,
)
from klartext.documents.revisions import DELETIONS, INSERTIONS
from klartext.documents.splitting import split
from klartext.documents.tree import Node, replay
from klartext.types import BlockKind

WATCHED = frozenset(
    {
        "w:body",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:sdt",
        "w:sdtContent",
        "w:sectPr",
        "w:altChunk",
        "w:subDoc",
        "w:bookmarkStart",
        "w:commentRangeStart",
        "w:commentRangeEnd",
        "mc:AlternateContent",
        "mc:Choice",
        "mc:Fallback",
        "m:oMathPara",
    }
    | INSERTIONS
    | DELETIONS
)
_BODY_KINDS = frozenset({BlockKind.ABSATZ, BlockKind.TABELLENZELLE})
_ENDS = frozenset({"comment-end", "ignore-end"})
_CHUNKS = {"w:altChunk": "eingefügtes Dokument", "w:subDoc": "Unterdokument"}
_MARKS = {
    "w:bookmarkStart": ("bookmark", "w:name"),
    "w:commentRangeStart": ("comment-start", "w:id"),
    "w:commentRangeEnd": ("comment-end", "w:id"),
}


class Story:
    """Reads one story: the body, a header, a note, a text box.

    Field state and paragraph joining do not reach over its borders.

    Args:
        drafts: receives the blocks.
    """

    watched = WATCHED

    def __init__(
        self, reading: Reading, source: PartSource, frame: Frame, drafts: list[Draft]
    ) -> None:
        self.reading = reading
        self.source = source
        self.frame = frame
        self.drafts = drafts
        self.inline = Inline(reading, source, self.spot)
        self._levels = Levels(reading, frame)
        self._first = len(drafts)
        self._joined: Properties | None = None

    def spot(self) -> Spot:
        """Where the story is now, for notices."""
        if self.frame.path == MAIN_TEXT:
            return Spot(block=len(self.drafts))
        return Spot(self.frame.path)

    # --------------------------------------------------------------------- elements around blocks

    def enter(self, node: Node) -> None:
        """Go into a watched element."""
        level = self._levels.enter(node)
        control = level.frame.control
        if node.tag == "w:sdtContent" and control is not None and not level.skipped:
            if is_directive_tag(control.tag):
                self.inline.fields.paragraph.mark("ignore-start", control.tag)
            if len(control.entries) > 1:
                entries = variants_of(control.entries, node.start)
                self.inline.pending.variants.extend(entries)

    def leave(self, node: Node) -> None:
        """Come out of a watched element."""
        level = self._levels.leave()
        if level.skipped:
            return
        tag, control = node.tag, level.frame.control
        if tag == "w:tc":
            self._force_flush(level.frame)
        elif tag == "w:sectPr":
            self.reading.sections.append(read_section(node))
        elif tag == "w:sdtContent" and control is not None and is_directive_tag(control.tag):
            self._mark("ignore-end", control.tag)
        elif tag in _MARKS:
            kind, attribute = _MARKS[tag]
            self._mark(kind, node.get(attribute))
        elif tag in _CHUNKS:
            self.reading.notices.add("N109", self.spot(), art=_CHUNKS[tag])
        elif tag == "m:oMathPara":
            self.reading.notices.add("N101.formel", self.spot())

    def _mark(self, kind: str, name: str) -> None:
        """Fasten something between two paragraphs."""
        buffer = self.inline.fields.paragraph
        buffer.mark(kind, name)
        if not buffer.length:
            buffer.marks = self._without_ends(buffer.marks)

    def _without_ends(self, marks: list[Mark]) -> list[Mark]:
        """Marks of an empty paragraph go to the next block, but an end belongs to the last one."""
        if len(self.drafts) == self._first:
            return [mark._replace(offset=0) for mark in marks]
        last = self.drafts[-1].buffer
        ends = [mark for mark in marks if mark.kind in _ENDS]
        last.marks.extend(mark._replace(offset=last.length) for mark in ends)
        return [mark._replace(offset=0) for mark in marks if mark.kind not in _ENDS]

    # --------------------------------------------------------------------------------- paragraphs

    def paragraph(self, node: Node) -> None:
        """Read a complete paragraph."""
        if self._levels.skipped:
            return
        frame, inline = self._levels.top.frame, self.inline
        own = node.child("w:pPr")
        properties = read_properties(own, self.reading)
        section = own.child("w:sectPr") if own else None
        if section is not None:
            self.reading.sections.append(read_section(section))
        inline.control = frame.control
        inline.read(node, properties.style, frame.table_hidden)
        mark = own.child("w:rPr") if own else None
        if inline.fields.in_code:
            inline.fields.out.atom("\n", node.start, node.start, Look())
            self._joined = properties
        elif self._levels.undone(mark, "w:ins", "w:del"):
            self._joined = properties
        else:
            self._flush(properties, frame)

    def _force_flush(self, frame: Frame) -> None:
        if self._joined is not None:
            self._flush(self._joined, frame)

    def _flush(self, properties: Properties, frame: Frame) -> None:
        """The present block is complete."""
        inline, buffer = self.inline, self.inline.fields.paragraph
        pending, inline.pending = inline.pending, Pending()
        self._joined = None
        following = Buffer()
        inline.start_block(following)
        if frame.control is not None:
            kind = type_of_control(frame.control, buffer.text, self.reading.forms)
            if kind is not None:
                buffer.protect(0, "control", frame.control.name, kind)
        draft = self._draft(buffer, properties, frame)
        spot = self.spot()
        if buffer.protected or not blank(buffer.text.replace(OBJECT, " ")):
            self._emit(draft)
            buffer = Buffer()
        self._emit_pending(pending, draft, spot)
        following.marks = self._without_ends(buffer.marks)

    def _draft(self, buffer: Buffer, properties: Properties, frame: Frame) -> Draft:
        label = self.reading.numbering.label(properties.list_id, properties.list_level)
        kind, level = frame.kind, label.level if label else 0
        if properties.heading:
            level = properties.heading
            kind = BlockKind.UEBERSCHRIFT if kind in _BODY_KINDS else kind
        elif frame.table is not None:
            kind = BlockKind.TABELLENZELLE if kind in _BODY_KINDS else kind
        elif label is not None:
            kind = BlockKind.LISTENPUNKT if kind in _BODY_KINDS else kind
        return Draft(
            buffer=buffer,
            kind=kind,
            areas=frame.areas,
            part=self.source.name,
            path=frame.place,
            label=label.text if label else "",
            level=level,
            page=properties.page,
            style=properties.style.name,
            table=frame.table,
        )

    def _emit(self, draft: Draft) -> None:
        limit = self.reading.limits.paragraph_chars
        if draft.buffer.length > limit:
            self.reading.notices.add("N113", self.spot())
            self.drafts.extend(replace(draft, buffer=piece) for piece in split(draft.buffer, limit))
        else:
            self.drafts.append(draft)
        check_blocks(len(self.drafts), self.reading.limits, self.reading.name)

    def _emit_pending(self, pending: Pending, host: Draft, spot: Spot) -> None:
        """Variants, text boxes and picture descriptions follow their block."""
        for kind, name in pending.unread:
            if kind == "embedded":
                self.reading.notices.add("N109", spot, art=name)
            else:
                self.reading.notices.add("N101.formel" if kind == "equation" else "N101", spot)
        for number, variant in enumerate(pending.variants, 1):
            self._emit(
                replace(
                    host,
                    buffer=variant,
                    kind=BlockKind.VARIANTE,
                    areas=(host.areas - {"body", "tables"}) | {"variants"},
                    path=f"{host.path}, Variante {number}",
                    label="",
                    level=0,
                )
            )
        for number, box in pending.boxes:
            self._text_box(number, box, host)
        for start, text in pending.alt_texts:
            buffer = Buffer()
            buffer.linear(text, start, start, 0, Look())
            self._emit(
                replace(
                    host,
                    buffer=buffer,
                    kind=BlockKind.ALTERNATIVTEXT,
                    areas=(host.areas - {"body", "tables"}) | {"alt_text"},
                    path=f"{host.path}, Alternativtext",
                    label="",
                    level=0,
                )
            )

    def _text_box(self, number: int, box: Node, host: Draft) -> None:
        kind = self.frame.kind
        in_body = kind in _BODY_KINDS
        name = f"Textfeld {number}"
        frame = Frame(
            kind=BlockKind.TEXTFELD if in_body else kind,
            areas=(host.areas - {"body", "tables"}) | {"textboxes"},
            path=name if in_body else f"{self.frame.path}, {name}",
        )
        story = Story(self.reading, self.source, frame, self.drafts)
        replay(box, story)
        story.finish()

    def finish(self) -> None:
        """The story ends; a field still open is remembered as broken."""
        for item in self.inline.fields.open:
            self.reading.broken_fields.add((self.source.name, item.start))
        self._force_flush(self.frame)
        left = self.inline.fields.paragraph.marks
        if left and len(self.drafts) > self._first:
            last = self.drafts[-1].buffer
            last.marks.extend(mark._replace(offset=last.length) for mark in left)
