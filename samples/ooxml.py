"""Word XML that python-docx has no calls for, as functions from values to elements."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = nsdecls("w")
_DRAWING = (
    f"{W} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str, *, bold: bool = False, properties: str = "") -> _Element:
    """Return a run; ``properties`` is XML inside ``w:rPr``."""
    inside = ("<w:b/>" if bold else "") + properties
    head = f"<w:rPr>{inside}</w:rPr>" if inside else ""
    return parse_xml(f'<w:r {W}>{head}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def mark(name: str) -> _Element:
    """Return a run that holds one empty element: ``br`` or ``tab``."""
    return parse_xml(f"<w:r {W}><w:{name}/></w:r>")


def field(instruction: str, result: str | None, *, inside: str = "") -> Iterator[_Element]:
    """Yield the runs of a complex field.

    ``result`` is None for a field without a result. ``inside`` is XML of ``w:ffData``.
    """
    data = f"<w:ffData>{inside}</w:ffData>" if inside else ""
    yield parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>')
    yield _instruction(f" {instruction} ")
    yield from _field_end(result)


def if_field(argument: str) -> Iterator[_Element]:
    """Yield the runs of an IF field with a MERGEFIELD in its condition.

    ``argument`` is ``NAME=value|text if equal|text otherwise``; the shown result is the last.
    """
    condition, then, otherwise = argument.split("|")
    name, value = condition.split("=")
    yield parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="begin"/></w:r>')
    yield _instruction(" IF ")
    yield from field(f"MERGEFIELD {name}", f"«{name}»")
    yield _instruction(f' = "{value}" "{then}" "{otherwise}" ')
    yield from _field_end(otherwise)


def choice_field(argument: str) -> Iterator[_Element]:
    """Yield the runs of a drop-down form field; ``argument`` is ``name|entry|entry …``."""
    name, *entries = argument.split("|")
    listed = "".join(f"<w:listEntry w:val={quoteattr(entry)}/>" for entry in entries)
    data = (
        f"<w:name w:val={quoteattr(name)}/><w:enabled/>"
        f'<w:calcOnExit w:val="0"/><w:ddList>{listed}</w:ddList>'
    )
    yield from field("FORMDROPDOWN", None, inside=data)


def _instruction(text: str) -> _Element:
    return parse_xml(
        f'<w:r {W}><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'
    )


def _field_end(result: str | None) -> Iterator[_Element]:
    yield parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="separate"/></w:r>')
    if result is not None:
        yield run(result, properties="<w:noProof/>")
    yield parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="end"/></w:r>')


class Controls:
    """Content controls with ids that are unique and the same in every build."""

    def __init__(self) -> None:
        self._ids = count(710001)

    def wrap(self, tag: str, *, placeholder: bool = False) -> _Element:
        """Return an empty ``w:sdt``; the caller fills ``w:sdtContent``."""
        shown = "<w:showingPlcHdr/>" if placeholder else ""
        name = quoteattr(tag)
        return parse_xml(
            f"<w:sdt {W}><w:sdtPr><w:alias w:val={name}/><w:tag w:val={name}/>"
            f'<w:id w:val="{next(self._ids)}"/>{shown}<w:text/></w:sdtPr><w:sdtContent/></w:sdt>'
        )


def text_box(number: int) -> _Element:
    """Return a paragraph with an empty text box, as Word writes it: Choice and Fallback.

    Both ``w:txbxContent`` elements are empty; the caller fills them with the same text.
    """
    return parse_xml(
        f"""<w:p {_DRAWING}><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="114300"
 distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="2160000" cy="1260000"/><wp:wrapSquare wrapText="bothSides"/>
<wp:docPr id="{number}" name="Textfeld {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData
 uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="2160000" cy="1260000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
</wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:170pt;height:99pt"><v:textbox>
<w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>""".replace("\n", "")
    )


def footnotes(notes: list[str]) -> bytes:
    """Return the footnotes part for ``notes``, numbered from 1."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number, element in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:footnotes {nsdecls('w', 'r')}>{separators}{written}</w:footnotes>".encode()


def footnote_reference(number: int) -> _Element:
    """Return the run that calls footnote ``number``."""
    return parse_xml(
        f'<w:r {W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def list_definition(number: int) -> _Element:
    """Return a list with decimal numbers, letters and (level 2) bullets."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{425 * (1 + level % 2)}" w:hanging="425"/></w:pPr></w:lvl>'
        for level, form, text in ((0, "decimal", "%1."), (1, "lowerLetter", "%2)"))
    )
    return parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def bullet_definition(number: int) -> _Element:
    """Return a list of bullets."""
    return parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="{number}">'
        '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    )


def list_instance(number: int, definition: int, restart_level: int | None) -> _Element:
    """Return a ``w:num``; ``restart_level`` starts that level at 1 again."""
    override = (
        ""
        if restart_level is None
        else f'<w:lvlOverride w:ilvl="{restart_level}"><w:startOverride w:val="1"/></w:lvlOverride>'
    )
    return parse_xml(
        f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'
    )
