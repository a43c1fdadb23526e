"""The smaller parts of a Word file: settings, notes, headers and footers, building blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from klartext.documents.container import Relationship
from klartext.documents.reading import Draft, Frame, PartSource, Reading, Section
from klartext.documents.story import WATCHED, Story
from klartext.documents.tree import Node, on
from klartext.types import BlockKind

_PROTECTION = {
    "readOnly": "nur Lesen",
    "comments": "nur Kommentare",
    "forms": "nur Formularfelder",
    "trackedChanges": "nur Überarbeitungen",
}
_PAGE_KINDS = {
    "header": ("headers", BlockKind.KOPFZEILE, "Kopfzeile"),
    "footer": ("footers", BlockKind.FUSSZEILE, "Fußzeile"),
}
_PAGES = {"default": "", "first": " der ersten Seite", "even": " für gerade Seiten"}
_NOTE_KINDS = {
    "footnote": (BlockKind.FUSSNOTE, "Fußnote"),
    "endnote": (BlockKind.ENDNOTE, "Endnote"),
}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_FINAL_MARK = "_MarkAsFinal"
_CONTROL_PROMPT = "bbPlcHdr"


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``settings.xml`` says about reading."""

    even_and_odd: bool = False
    notices: tuple[str, ...] = ()
    """Kinds of protection in force."""


def read_settings(root: Node | None) -> Settings:
    """The settings of a file; defaults if it has none."""
    if root is None:
        return Settings()
    protection = root.child("w:documentProtection")
    found = []
    if protection is not None and on(protection.get("w:enforcement", "0")):
        found.append(_PROTECTION.get(protection.get("w:edit"), "mit Kennwort"))
    write = root.child("w:writeProtection")
    if write is not None and on(write.get("w:recommended", "0")):
        found.append("schreibgeschützt empfohlen")
    return Settings(bool(on(root.value("w:evenAndOddHeaders"))), tuple(found))


def title(core: Node | None) -> str:
    """The title in the document properties."""
    node = core.child("dc:title") if core is not None else None
    return " ".join(node.text.split()) if node is not None else ""


def is_final(custom: Node | None) -> bool:
    """Whether the author marked the document as final; ``custom`` is docProps/custom.xml."""
    for item in custom.children if custom else ():
        if item.get("name") == _FINAL_MARK:
            return any(on(value.text) for value in item.children)
    return False


def comment_texts(root: Node) -> dict[str, str]:
    """Comment id → text, paragraphs joined by line breaks."""
    found = {}
    for comment in root.children:
        if comment.tag == "w:comment":
            paragraphs = (node for node in comment.descendants() if node.tag == "w:p")
            found[comment.get("w:id")] = "\n".join(
                "".join(node.text for node in item.descendants() if node.tag == "w:t")
                for item in paragraphs
            )
    return found


class PageParts:
    """Headers and footers of all sections.

    Iterating gives frame, part name and whether it is in force; a part that sections share comes
    once. A section without a reference goes on with that of the section before.
    """

    def __init__(
        self,
        sections: list[Section],
        links: Mapping[str, Relationship],
        even_and_odd: bool,
    ) -> None:
        self._sections = sections
        self._links = links
        self._even_and_odd = even_and_odd

    def __iter__(self) -> Iterator[tuple[Frame, str, bool]]:
        used: dict[str, tuple[str, str]] = {}
        unused: dict[str, tuple[str, str]] = {}
        for kind in _PAGE_KINDS:
            inherited: dict[str, str] = {}
            for section in self._sections:
                for page in _PAGES:
                    inherited[page] = section.references.get((kind, page), inherited.get(page, ""))
                    link = self._links.get(inherited[page])
                    if link is None or link.external:
                        continue
                    found = used if self._in_force(section, page) else unused
                    found.setdefault(link.target, (kind, page))
        for part, (kind, page) in used.items():
            yield _page_frame(kind, page), part, True
        for part, (kind, page) in unused.items():
            if part not in used:
                yield _page_frame(kind, page), part, False

    def _in_force(self, section: Section, page: str) -> bool:
        return (
            page == "default"
            or (page == "first" and section.title_page)
            or (page == "even" and self._even_and_odd)
        )


def _page_frame(kind: str, page: str) -> Frame:
    area, block_kind, name = _PAGE_KINDS[kind]
    return Frame(block_kind, frozenset({area}), name + _PAGES[page])


class _Nested:
    """Hands everything on to the story of the present note or building block."""

    watched = WATCHED

    def __init__(self, reading: Reading, source: PartSource) -> None:
        self.reading = reading
        self.source = source
        self.story: Story | None = None

    def enter(self, node: Node) -> None:
        """A watched element begins."""
        if self.story is not None:
            self.story.enter(node)

    def leave(self, node: Node) -> None:
        """A watched element ends."""
        if self.story is not None:
            self.story.leave(node)

    def paragraph(self, node: Node) -> None:
        """A paragraph is complete."""
        if self.story is not None:
            self.story.paragraph(node)


class Notes(_Nested):
    """Reads footnotes or endnotes; ``drafts`` holds the blocks per note id.

    Args:
        kind: ``footnote`` or ``endnote``.
        wanted: id → number; notes nobody refers to are not shown by Word.
    """

    def __init__(
        self, reading: Reading, source: PartSource, kind: str, wanted: dict[str, int]
    ) -> None:
        super().__init__(reading, source)
        self.watched = WATCHED | {f"w:{kind}"}
        self.kind = kind
        self.wanted = wanted
        self.drafts: dict[str, list[Draft]] = {}

    def enter(self, node: Node) -> None:
        """A note or something in it begins."""
        if node.tag != f"w:{self.kind}":
            super().enter(node)
            return
        note = node.get("w:id")
        if note in self.wanted and node.get("w:type") not in _SEPARATORS:
            kind, name = _NOTE_KINDS[self.kind]
            frame = Frame(kind, frozenset({"footnotes"}), f"{name} {self.wanted[note]}")
            drafts = self.drafts.setdefault(note, [])
            self.story = Story(self.reading, self.source, frame, drafts)

    def leave(self, node: Node) -> None:
        """A note or something in it ends."""
        if node.tag != f"w:{self.kind}":
            super().leave(node)
        elif self.story is not None:
            self.story.finish()
            self.story = None


class Glossary(_Nested):
    """Reads building blocks; prompts of content controls are none."""

    watched = WATCHED | {"w:docPart", "w:docPartPr", "w:docPartBody"}

    def __init__(self, reading: Reading, source: PartSource) -> None:
        super().__init__(reading, source)
        self.count = 0
        self._name = ""
        self._is_prompt = False
        self._before = 0

    def enter(self, node: Node) -> None:
        """A building block or something in it begins."""
        if node.tag == "w:docPart":
            self._name, self._is_prompt = "", False
        elif node.tag == "w:docPartBody":
            if not self._is_prompt:
                path = f"Schnellbaustein „{self._name}“" if self._name else "Schnellbaustein"
                frame = Frame(BlockKind.ABSATZ, frozenset({"glossary"}), path)
                self._before = len(self.reading.drafts)
                self.story = Story(self.reading, self.source, frame, self.reading.drafts)
        elif node.tag != "w:docPartPr":
            super().enter(node)

    def leave(self, node: Node) -> None:
        """A building block or something in it ends."""
        if node.tag == "w:docPartPr":
            self._name = node.value("w:name") or ""
            types = node.child("w:types")
            kinds = types.children if types else []
            self._is_prompt = any(kind.get("w:val") == _CONTROL_PROMPT for kind in kinds)
        elif node.tag == "w:docPartBody":
            if self.story is not None:
                self.story.finish()
                self.count += len(self.reading.drafts) > self._before
            self.story = None
        elif node.tag != "w:docPart":
            super().leave(node)
