"""Turns a parsed sample into the bytes of a .docx file, the same bytes in every build."""

from __future__ import annotations

import copy
import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from samples import ooxml
from samples.markup import Block, Inline, Paragraph, Source

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph
    from lxml.etree import _Element

DATE = datetime(2026, 9, 1, 8, 0, 0)  # Word stores it without a zone
_NUMBERS, _BULLETS = 901, 902


def build(source: Source) -> bytes:
    """Return the .docx file of a sample."""
    return _Letter(source).save()


class _Letter:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.document: WordDocument = Document()
        self.notes: list[str] = []
        self.controls = ooxml.Controls()
        self.text_boxes = 0
        self.list_number = 0
        _set_styles(self.document)
        self.numbering = self.document.part.numbering_part.element
        self._add_list_definitions()
        body = self.document.element.body
        for content in source.content:
            if isinstance(content, Paragraph):
                body.insert(len(body) - 1, self.paragraph(content))
            else:
                self.block(content, body)

    # Paragraphs

    def paragraph(self, paragraph: Paragraph) -> _Element:
        """Return the ``w:p`` of a paragraph."""
        made: WordParagraph = self.document.add_paragraph()
        element = made._p
        element.getparent().remove(element)
        if paragraph.kind == "heading":
            made.style = f"Heading {paragraph.level}"
        if paragraph.kind == "right":
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if paragraph.kind in {"decimal", "alpha", "bullet"}:
            self._number(element, paragraph)
        for inline in paragraph.inlines:
            for run in self.inline(inline, bold=paragraph.kind == "bold"):
                element.append(run)
        return element

    def inline(self, inline: Inline, *, bold: bool) -> list[_Element]:
        """Return the elements of one inline piece."""
        value = inline.value
        match inline.kind:
            case "text" | "bold":
                return [ooxml.run(value, bold=bold or inline.kind == "bold")]
            case "break" | "tab":
                return [ooxml.mark("br" if inline.kind == "break" else "tab")]
            case "merge":
                return list(ooxml.field(f"MERGEFIELD {value} \\* MERGEFORMAT", f"«{value}»"))
            case "docvariable":
                return list(ooxml.field(f"DOCVARIABLE {value}", None))
            case "page":
                return list(ooxml.field("PAGE", "1"))
            case "if":
                return list(ooxml.if_field(value))
            case "choice":
                return list(ooxml.choice_field(value))
            case "note":
                self.notes.append(value)
                return [ooxml.footnote_reference(len(self.notes))]
            case "control":
                tag, _, text = value.partition(": ")
                control = self.controls.wrap(tag.lstrip("?"), placeholder=tag.startswith("?"))
                control[-1].append(ooxml.run(text))
                return [control]

    # Blocks

    def block(self, block: Block, body: _Element) -> None:
        """Add the content of a directive to the body, a header or a footer."""
        section = self.document.sections[0]
        match block.name:
            case "header":
                self._fill(section.header._element, block.paragraphs)
            case "first-header":
                section.different_first_page_header_footer = True
                self._fill(section.first_page_header._element, block.paragraphs)
            case "footer":
                self._fill(section.footer._element, block.paragraphs)
                if section.different_first_page_header_footer:
                    self._fill(section.first_page_footer._element, block.paragraphs)
            case "table" | "letterhead":
                table = self._table(block)
                body.insert(len(body) - 1, table)
                body.insert(len(body) - 1, parse_xml(f"<w:p {ooxml.W}/>"))
            case "textbox":
                self.text_boxes += 1
                box = ooxml.text_box(self.text_boxes)
                written = [self.paragraph(paragraph) for paragraph in block.paragraphs]
                for content in box.iter(qn("w:txbxContent")):
                    content.extend(copy.deepcopy(written))
                body.insert(len(body) - 1, box)
            case "control":
                control = self.controls.wrap(block.argument)
                control[0].remove(control[0][-1])  # w:text allows no paragraphs
                control[-1].extend(self.paragraph(paragraph) for paragraph in block.paragraphs)
                body.insert(len(body) - 1, control)
            case "hidden":
                for paragraph in block.paragraphs:
                    element = self.paragraph(paragraph)
                    for run in element.iter(qn("w:r")):
                        hidden = parse_xml(f"<w:rPr {ooxml.W}><w:vanish/></w:rPr>")
                        run.insert(0, hidden)
                    body.insert(len(body) - 1, element)

    def _fill(self, container: _Element, paragraphs: tuple[Paragraph, ...]) -> None:
        for child in list(container):
            container.remove(child)
        container.extend(self.paragraph(paragraph) for paragraph in paragraphs)

    def _table(self, block: Block) -> _Element:
        rows = block.rows
        table = self.document.add_table(len(rows), len(rows[0]))
        if block.name == "table":
            table.style = "Table Grid"
        element = table._tbl
        element.getparent().remove(element)
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, paragraphs in zip(row.cells, cells, strict=True):
                for old in cell._tc.findall(qn("w:p")):
                    cell._tc.remove(old)
                cell._tc.extend(self.paragraph(paragraph) for paragraph in paragraphs)
        return element

    # Lists

    def _add_list_definitions(self) -> None:
        first = self.numbering.find(qn("w:num"))
        at = list(self.numbering).index(first)
        self.numbering.insert(at, ooxml.list_definition(_NUMBERS))
        self.numbering.insert(at + 1, ooxml.bullet_definition(_BULLETS))
        used = [int(num.get(qn("w:numId"))) for num in self.numbering.findall(qn("w:num"))]
        self.list_number = max(used)
        self.bullets = self._new_list(_BULLETS, None)
        self.current = 0

    def _new_list(self, definition: int, level: int | None) -> int:
        self.list_number += 1
        self.numbering.append(ooxml.list_instance(self.list_number, definition, level))
        return self.list_number

    def _number(self, element: _Element, paragraph: Paragraph) -> None:
        number = self.bullets
        if paragraph.kind != "bullet":
            # A letter below a number continues the same list: Word restarts it by itself.
            if not self.current or (paragraph.restart and paragraph.kind == "decimal"):
                self.current = self._new_list(_NUMBERS, 0)
            number = self.current
        properties = element.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {ooxml.W}><w:ilvl w:val="{paragraph.level}"/>'
                f'<w:numId w:val="{number}"/></w:numPr>'
            )
        )

    # Output

    def save(self) -> bytes:
        """Return the file with fixed dates and without the thumbnail of the default template."""
        properties = self.document.core_properties
        properties.title = self.source.title
        properties.author = properties.last_modified_by = "Stadt Musterhausen"
        properties.comments, properties.language = "", "de-DE"
        properties.created = properties.modified = DATE
        package = self.document.part.package
        for key, relation in list(package.rels.items()):
            if relation.reltype.endswith("/thumbnail"):
                del package.rels[key]
        if self.notes:
            blob = ooxml.footnotes(self.notes)
            part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, package)
            self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        stream = io.BytesIO()
        self.document.save(stream)
        return _with_fixed_dates(stream.getvalue())


def _with_fixed_dates(data: bytes) -> bytes:
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, DATE.timetuple()[:6])
            entry.create_system = 0  # the same on Windows and elsewhere
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name), compresslevel=9)
    return result.getvalue()


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for level in (1, 2):
        heading = styles[f"Heading {level}"]
        heading.font.name, heading.font.size = "Arial", Pt(13 - level)
        heading.font.color.rgb = RGBColor(0, 0, 0)
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.element.set(qn("w:styleId"), "FootnoteText")
    note.base_style, note.font.size = normal, Pt(9)
