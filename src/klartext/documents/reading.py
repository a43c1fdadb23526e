"""What is known about a Word file while it is read: shared by all its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from klartext.documents.buffer import Buffer
from klartext.documents.container import Relationship
from klartext.documents.limits import Limits
from klartext.documents.notices import Notices
from klartext.documents.numbering import Numbering
from klartext.documents.placeholders import Forms
from klartext.documents.revisions import View
from klartext.documents.source import Control
from klartext.documents.styles import Styles
from klartext.documents.tree import Node
from klartext.types import BlockKind

MAIN_TEXT = "Haupttext"


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has a number."""

    buffer: Buffer
    kind: BlockKind
    areas: frozenset[str]
    """The names of ``--parts`` it belongs to; it is judged if all of them are asked for."""
    part: str
    path: str
    label: str = ""
    level: int = 0
    page: int = 0
    style: str = ""
    table: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Headers and footers a section names: (``header``, ``first``) → relationship id."""

    references: Mapping[tuple[str, str], str]
    title_page: bool


@dataclass(slots=True)
class Reading:
    """The state of one file."""

    name: str
    styles: Styles
    numbering: Numbering
    forms: Forms
    view: View
    limits: Limits
    notices: Notices = field(default_factory=Notices)
    drafts: list[Draft] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    note_numbers: dict[str, dict[str, int]] = field(
        default_factory=lambda: {"footnote": {}, "endnote": {}}
    )
    """Note id → number, in the order of the references."""
    tables: int = 0
    boxes: int = 0
    hidden: int = 0
    page: int = 0
    revised: bool = False
    broken_fields: set[tuple[str, int]] = field(default_factory=set)
    """Part and byte position of begin marks without an end."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where in the letter a paragraph stands."""

    kind: BlockKind
    areas: frozenset[str]
    path: str
    table: tuple[int, int, int] | None = None
    table_hidden: bool = False
    control: Control | None = None

    @property
    def place(self) -> str:
        """``Tabelle 2, Zeile 3, Spalte 1``, in front of it the part if it is not the main text."""
        if self.table is None:
            return self.path
        cell = "Tabelle {}, Zeile {}, Spalte {}".format(*self.table)
        return cell if self.path == MAIN_TEXT else f"{self.path}, {cell}"


@dataclass(frozen=True, slots=True)
class PartSource:
    """The part that is being read."""

    name: str
    links: Mapping[str, Relationship]


@dataclass(slots=True)
class Pending:
    """What a paragraph brought along besides its text; it follows the block."""

    variants: list[Buffer] = field(default_factory=list)
    boxes: list[tuple[int, Node]] = field(default_factory=list)
    """Number in the letter and ``w:txbxContent``."""
    alt_texts: list[tuple[int, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    """Kind and name."""
