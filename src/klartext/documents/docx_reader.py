"""Word file → letter: finds the parts, reads them in order, numbers the blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from klartext.documents.assemble import Assembled, assemble
from klartext.documents.container import Package
from klartext.documents.foreign import language_name
from klartext.documents.ignores import Marked, from_comments, from_controls
from klartext.documents.limits import Limits
from klartext.documents.notices import Spot
from klartext.documents.numbering import Numbering
from klartext.documents.parts import (
    Glossary,
    Notes,
    PageParts,
    comment_texts,
    is_final,
    read_settings,
    title,
)
from klartext.documents.placeholders import Forms
from klartext.documents.reading import MAIN_TEXT, Draft, Frame, PartSource, Reading
from klartext.documents.revisions import View
from klartext.documents.source import SourceMap
from klartext.documents.story import Story
from klartext.documents.styles import Styles
from klartext.documents.tree import Node, parse
from klartext.errors import KlartextError
from klartext.types import Block, BlockKind, IgnoreDirective, Letter

_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
    "application/vnd.ms-word.document.macroenabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "dotm",
}
_OTHER_OFFICE = (
    ("spreadsheetml", "eine Excel-Datei"),
    ("ms-excel", "eine Excel-Datei"),
    ("presentationml", "eine PowerPoint-Datei"),
    ("ms-powerpoint", "eine PowerPoint-Datei"),
    ("visio", "eine Visio-Datei"),
)
_MOST_PASSES = 3


class WordReader:
    """Reads one Word file.

    Args:
        data: the whole file.
        name: file name for error messages.
        parts: the names of ``--parts`` that are asked for.

    Raises:
        KlartextError: E105, E106, E108 to E111.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        limits: Limits,
        parts: frozenset[str],
        forms: Forms,
        view: View,
    ) -> None:
        self.name = name
        self.limits = limits
        self.parts = parts
        self.forms = forms
        self.view = view
        self.package = Package(data, name, limits)
        self.main = self._main_part()

    def _main_part(self) -> str:
        links = self.package.relationships("")
        main = [link.target for link in links.values() if link.type == "officeDocument"]
        if not main:
            raise KlartextError("E106", name=self.name, art="ein ZIP-Archiv")
        if main[0] not in self.package:
            raise KlartextError("E108", name=self.name, grund=f"der Teil „{main[0]}“ fehlt")
        content_type = self.package.content_type(main[0])
        for piece, art in _OTHER_OFFICE:
            if piece in content_type.lower():
                raise KlartextError("E106", name=self.name, art=art)
        return main[0]

    def letter(self) -> Letter:
        """The letter, without path and checksum."""
        broken: set[tuple[str, int]] = set()
        for _ in range(_MOST_PASSES):
            # A field without an end would swallow the rest of the letter: read again without it.
            reading = self._reading(broken)
            found = len(broken)
            self._read_all(reading)
            if len(broken) == found:
                break
        return self._number(reading)

    # ------------------------------------------------------------------------------------ reading

    def _tree(self, part: str) -> Node:
        return parse(self.package.read(part), self.name, self.limits)

    def _one(self, part: str, kind: str) -> str | None:
        return next(iter(self.package.related(part, kind)), None)

    def _reading(self, broken: set[tuple[str, int]]) -> Reading:
        styles, numbering = self._formatting(self.main)
        return Reading(
            name=self.name,
            styles=styles,
            numbering=numbering,
            forms=self.forms,
            view=self.view,
            limits=self.limits,
            broken_fields=broken,
        )

    def _formatting(self, main: str) -> tuple[Styles, Numbering]:
        styles_part, numbering_part = self._one(main, "styles"), self._one(main, "numbering")
        styles = Styles(self.package.read(styles_part) if styles_part else None, self.name)
        numbering = Numbering(self._tree(numbering_part) if numbering_part else None)
        numbering.resolve_links({link: styles.list_of(link) for link in numbering.style_links})
        return styles, numbering

    def _source(self, part: str) -> PartSource:
        return PartSource(part, self.package.relationships(part))

    def _story(self, reading: Reading, part: str, frame: Frame, drafts: list[Draft]) -> Node:
        story = Story(reading, self._source(part), frame, drafts)
        root = parse(self.package.read(part), self.name, self.limits, story)
        story.finish()
        return root

    def _read_all(self, reading: Reading) -> None:
        frame = Frame(BlockKind.ABSATZ, frozenset({"body"}), MAIN_TEXT)
        root = self._story(reading, self.main, frame, reading.drafts)
        if root.tag != "w:document":
            raise KlartextError("E106", name=self.name, art="ein anderes Dokument")
        for kind in ("footnote", "endnote"):
            self._read_notes(reading, kind)
        settings = self._one(self.main, "settings")
        protection = read_settings(self._tree(settings) if settings else None)
        for frame, part, used in PageParts(
            reading.sections, self.package.relationships(self.main), protection.even_and_odd
        ):
            if part not in self.package:
                continue
            drafts: list[Draft] = reading.drafts if used else []
            self._story(reading, part, frame, drafts)
            if drafts and not used:
                reading.notices.add("N111", art=frame.path)
        self._read_glossary(reading)
        self._say(reading, protection.notices)

    def _read_notes(self, reading: Reading, kind: str) -> None:
        wanted = reading.note_numbers[kind]
        part = self._one(self.main, f"{kind}s")
        if part is None or not wanted:
            return
        notes = Notes(reading, self._source(part), kind, wanted)
        parse(self.package.read(part), self.name, self.limits, notes)
        for note in wanted:
            reading.drafts.extend(notes.drafts.get(note, ()))

    def _read_glossary(self, reading: Reading) -> None:
        part = self._one(self.main, "glossaryDocument")
        if part is None:
            return
        styles, numbering = self._formatting(part)
        own = replace(reading, styles=styles, numbering=numbering, hidden=0)
        glossary = Glossary(own, self._source(part))
        first = len(reading.drafts)
        parse(self.package.read(part), self.name, self.limits, glossary)
        if "glossary" in self.parts:
            reading.hidden += own.hidden
        else:
            del reading.drafts[first:]
            if glossary.count:
                reading.notices.add("N104", count=glossary.count)

    def _say(self, reading: Reading, protection: tuple[str, ...]) -> None:
        notices = reading.notices
        if reading.hidden:
            notices.add("N102", count=reading.hidden)
        if reading.revised and reading.view.accepted:
            notices.add("N103")
        if any(part.lower().startswith("_xmlsignatures/") for part in self.package.parts):
            notices.add("N106")
        for art in protection:
            notices.add("N107", art=art)
        custom = self._one("", "custom-properties")
        if is_final(self._tree(custom) if custom else None):
            notices.add("N107.endgültig")
        if reading.styles.damaged:
            notices.add("N108")
        for part in self.package.missing:
            notices.add("N112", teil=part)

    # ---------------------------------------------------------------------------------- numbering

    def _number(self, reading: Reading) -> Letter:
        base = reading.styles.base.language
        blocks: list[Block] = []
        marked: list[Marked] = []
        pages = reading.page > 0
        for index, draft in enumerate(reading.drafts, 1):
            item = assemble(draft.buffer, draft.part, self.forms, base)
            marked.append(Marked(index, len(item.text), item.marks))
            if not draft.areas <= self.parts:
                continue
            if item.language:
                spot = Spot(block=index - 1)
                reading.notices.add("N105", spot, sprache=language_name(item.language))
                continue
            blocks.append(_block(index, draft, item, pages))
        return Letter(
            path=None,
            kind=_KINDS.get(self.package.content_type(self.main).lower(), "docx"),
            blocks=tuple(blocks),
            notices=reading.notices.all(len(reading.drafts)),
            directives=tuple(self._directives(marked)),
            title=title(self._core()),
        )

    def _directives(self, marked: list[Marked]) -> Iterator[IgnoreDirective]:
        part = self._one(self.main, "comments")
        if part is not None:
            yield from from_comments(marked, comment_texts(self._tree(part)))
        yield from from_controls(marked)

    def _core(self) -> Node | None:
        part = self._one("", "core-properties")
        return self._tree(part) if part else None


def _block(index: int, draft: Draft, item: Assembled, pages: bool) -> Block:
    in_main = draft.path == MAIN_TEXT or draft.table is not None
    return Block(
        index=index,
        kind=draft.kind,
        text=item.text,
        source=SourceMap(item.segments, index),
        label=draft.label,
        level=draft.level,
        path=draft.path,
        part=draft.part,
        page_hint=draft.page + 1 if pages and in_main else None,
        bold=item.bold,
        style=draft.style,
        placeholders=item.placeholders,
        anchors=item.anchors,
        marked=item.marked,
        table=draft.table,
    )
