"""The open elements around a paragraph: tables, rows, cells, controls, changes, alternatives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from klartext.documents.controls import read_control
from klartext.documents.reading import Frame, Reading
from klartext.documents.revisions import DELETIONS, INSERTIONS
from klartext.documents.tree import Node, number

_MOST_COLUMNS = 63
"""More columns Word does not allow."""


@dataclass(slots=True)
class Level:
    """An open element."""

    node: Node
    frame: Frame
    skipped: bool
    """Whether its content is not there: deleted, or the other branch of alternatives."""
    count: int = 0
    """Rows of a table, columns of a row, branches taken of alternatives."""
    deleted: bool | None = None


class Levels:
    """Keeps the frame of the present paragraph.

    Args:
        reading: state of the file.
        frame: where the story stands.
    """

    def __init__(self, reading: Reading, frame: Frame) -> None:
        self._reading = reading
        self._stack = [Level(Node("", {}, 0), frame, skipped=False)]

    @property
    def top(self) -> Level:
        """The innermost open element."""
        return self._stack[-1]

    def enter(self, node: Node) -> Level:
        """An element begins; its own properties are not known yet, those of outer ones are."""
        outer = self._stack[-1]
        level = Level(node, outer.frame, outer.skipped)
        tag = node.tag
        if tag == "w:tbl":
            self._enter_table(level)
        elif tag == "w:tr":
            self._enter_row(level)
        elif tag == "w:tc":
            self._enter_cell(level)
        elif tag == "w:sdtContent":
            level.frame = replace(level.frame, control=read_control(outer.node))
        elif tag in INSERTIONS or tag in DELETIONS:
            self._reading.revised = True
            level.skipped |= not self._reading.view.shows(tag, node.get("w:id"))
        elif tag == "mc:Choice":
            level.skipped |= outer.count > 0 or node.get("known") != "1"
            outer.count += not level.skipped
        elif tag == "mc:Fallback":
            level.skipped |= outer.count > 0
        self._stack.append(level)
        return level

    def leave(self) -> Level:
        """The innermost element ends."""
        level = self._stack.pop()
        if level.node.tag == "w:tc":
            row = self._nearest("w:tr")
            if row is not None:
                spans = number(level.node.value("w:tcPr", "w:gridSpan")) or 1
                row.count += max(1, min(spans, _MOST_COLUMNS))
        return level

    @property
    def skipped(self) -> bool:
        """Whether a paragraph here is not there in this view."""
        return self.top.skipped or any(map(self._is_deleted_cell, self._stack))

    def undone(self, properties: Node | None, inserted: str, deleted: str) -> bool:
        """Whether a row, cell or paragraph mark is not there in this view.

        Args:
            properties: the element that holds the marks of change.
            inserted: tag of the mark of insertion.
            deleted: tag of the mark of deletion.
        """
        for node in properties.children if properties else ():
            if node.tag in (inserted, deleted):
                self._reading.revised = True
                tag = "w:ins" if node.tag == inserted else "w:del"
                if not self._reading.view.shows(tag, node.get("w:id")):
                    return True
        return False

    def _nearest(self, tag: str) -> Level | None:
        for level in reversed(self._stack):
            if level.node.tag == tag:
                return level
        return None

    def _enter_table(self, level: Level) -> None:
        self._reading.tables += 1
        areas = level.frame.areas
        level.frame = replace(
            level.frame,
            table=(self._reading.tables, 0, 0),
            areas=frozenset({"tables"}) if areas == {"body"} else areas,
        )

    def _enter_row(self, level: Level) -> None:
        table = self._nearest("w:tbl")
        if table is None or table.frame.table is None:
            return
        table.count += 1
        style = table.node.value("w:tblPr", "w:tblStyle")
        hidden = bool(style and self._reading.styles.run(style, "table").hidden)
        place = (table.frame.table[0], table.count, 0)
        level.frame = replace(level.frame, table=place, table_hidden=hidden)

    def _enter_cell(self, level: Level) -> None:
        row = self._nearest("w:tr")
        if row is None or row.frame.table is None:
            return
        properties = row.node.child("w:trPr")
        if properties is not None and not row.count:
            before = number(properties.value("w:gridBefore")) or 0
            row.count = max(0, min(before, _MOST_COLUMNS))
        table, line, _ = row.frame.table
        level.frame = replace(level.frame, table=(table, line, row.count + 1))
        level.skipped |= self.undone(properties, "w:ins", "w:del")

    def _is_deleted_cell(self, level: Level) -> bool:
        if level.node.tag != "w:tc":
            return False
        if level.deleted is None:
            level.deleted = self.undone(level.node.child("w:tcPr"), "w:cellIns", "w:cellDel")
        return level.deleted
