"""A small language for awkward Word files; standard library only, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": WORD,
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "am3d": "http://schemas.microsoft.com/office/drawing/2017/model3d",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
STRICT = {
    WORD: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPES = {
    "docx": f"{_WML}.document.main+xml",
    "dotx": f"{_WML}.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_DATE = (2026, 1, 1, 0, 0, 0)
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(*content: str, rpr: str = "") -> str:
    """A run; strings that do not begin with a tag are text."""
    inner = "".join(item if item.startswith("<") else t(item) for item in content)
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{inner}</w:r>"


def p(*content: str, ppr: str = "", style: str = "", num: str = "", level: int = 0) -> str:
    """A paragraph; strings that do not begin with a tag are runs."""
    properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    properties += ppr
    inner = "".join(item if item.startswith("<") else r(item) for item in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def char(kind: str, data: str = "") -> str:
    """A run with a field mark."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'


def field_of(instruction: str, *result: str, data: str = "") -> str:
    """A complex field; ``instruction`` may hold runs; without ``result`` there is no separator."""
    inner = instruction if instruction.startswith("<") else code(instruction)
    shown = char("separate") + "".join(x if x.startswith("<") else r(x) for x in result)
    return char("begin", data) + inner + (shown if result else "") + char("end")


def form(kind: str, *, name: str = "", data: str = "", result: str | None = None) -> str:
    """A legacy form field: ``FORMTEXT``, ``FORMCHECKBOX``, ``FORMDROPDOWN``."""
    ff = f"<w:ffData><w:name w:val={quoteattr(name)}/>{data}</w:ffData>"
    return field_of(kind, *([] if result is None else [result]), data=ff)


def simple(instruction: str, *result: str) -> str:
    inner = "".join(x if x.startswith("<") else r(x) for x in result)
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{inner}</w:fldSimple>"


def sdt(*content: str, pr: str = "") -> str:
    inner = "".join(x if x.startswith("<") else r(x) for x in content)
    return f"<w:sdt><w:sdtPr>{pr}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def tag(name: str, attributes: str = "", *content: str) -> str:
    """An element ``w:name``."""
    return f"<w:{name} {attributes}>{''.join(content)}</w:{name}>"


def ins(*content: str, id: int = 1) -> str:
    return tag("ins", f'w:id="{id}" w:author="A"', *content)


def deleted(text: str, id: int = 2) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return tag("del", f'w:id="{id}" w:author="A"', run)


def tc(*content: str, pr: str = "") -> str:
    inner = "".join(x if x.startswith("<") else p(x) for x in content) or p()
    return f"<w:tc>{f'<w:tcPr>{pr}</w:tcPr>' if pr else ''}{inner}</w:tc>"


def tr(*cells: str, pr: str = "") -> str:
    inner = "".join(x if x.startswith("<") else tc(x) for x in cells)
    return f"<w:tr>{f'<w:trPr>{pr}</w:trPr>' if pr else ''}{inner}</w:tr>"


def tbl(*rows: str, pr: str = "") -> str:
    return f"<w:tbl><w:tblPr>{pr}</w:tblPr>{''.join(rows)}</w:tbl>"


def text_box(*content: str) -> str:
    inner = "".join(x if x.startswith("<") else p(x) for x in content)
    return f"<w:txbxContent>{inner}</w:txbxContent>"


def shape(*content: str) -> str:
    """A DrawingML shape with a text box."""
    return (
        '<w:drawing><wp:anchor><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{text_box(*content)}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )


def vml(*content: str) -> str:
    return f"<w:pict><v:shape><v:textbox>{text_box(*content)}</v:textbox></v:shape></w:pict>"


def alternatives(choice: str, fallback: str, requires: str = "wps") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def picture(alt: str = "", *, place: str = "inline", extra: str = "") -> str:
    return (
        f'<w:drawing><wp:{place}><wp:docPr id="1" name="x" descr={quoteattr(alt)}>{extra}'
        f"</wp:docPr><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:{place}>"
        "</w:drawing>"
    )


def note(kind: str, id: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def comment_range(id: int, *content: str) -> str:
    inner = "".join(x if x.startswith("<") else r(x) for x in content)
    return (
        f'<w:commentRangeStart w:id="{id}"/>{inner}<w:commentRangeEnd w:id="{id}"/>'
        f'<w:r><w:commentReference w:id="{id}"/></w:r>'
    )


def style(
    id: str,
    *,
    kind: str = "paragraph",
    name: str = "",
    base: str = "",
    rpr: str = "",
    ppr: str = "",
    default: bool = False,
) -> str:
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"{first}>'
        f'<w:name w:val="{name or id}"/>'
        f"{f'<w:basedOn w:val={quoteattr(base)}/>' if base else ''}"
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def styles(*items: str, rpr: str = "") -> str:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{rpr}</w:rPr></w:rPrDefault></w:docDefaults>"
    return root("styles", defaults, *items)


def level(number: int, format: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{extra}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def numbering(lists: dict[str, list[str]], nums: dict[str, str]) -> str:
    """``lists``: abstract id → levels; ``nums``: num id → abstract id, maybe with overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        for number, levels in lists.items()
    )
    concrete = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{target.split("|")[0]}"/>'
        f"{target.partition('|')[2]}</w:num>"
        for number, target in nums.items()
    )
    return root("numbering", abstract, concrete)


def root(name: str, *content: str) -> str:
    """A part with one root element ``w:name`` and all namespaces."""
    return f"{_HEAD}<w:{name} {_DECLARED}>{''.join(content)}</w:{name}>"


@dataclass
class Part:
    name: str
    data: bytes
    content_type: str
    relation: str
    id: str


@dataclass
class Word:
    """A Word file; ``body`` are paragraphs and tables, strings without tag are paragraphs."""

    body: tuple[str, ...] = ()
    kind: str = "docx"
    main: str = "word/document.xml"
    section: str = ""
    parts: list[Part] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    package_links: list[str] = field(default_factory=list)
    extra: dict[str, bytes] = field(default_factory=dict)
    strict: bool = False
    xml: bytes | None = None

    def add(
        self, relation: str, xml: str | bytes, name: str = "", id: str = "", kind: str = ""
    ) -> Word:
        """One more part that the main part refers to."""
        file = name or f"word/{relation}{len(self.parts)}.xml"
        data = xml if isinstance(xml, bytes) else xml.encode()
        content_type = kind or f"{_WML}.{relation}+xml"
        self.parts.append(Part(file, data, content_type, relation, id or f"rId{len(self.parts)}"))
        return self

    def header(self, *content: str, page: str = "default", kind: str = "header") -> Word:
        """A header or footer that the last section refers to."""
        reference = f"rId{kind}{len(self.parts)}"
        inner = "".join(x if x.startswith("<") else p(x) for x in content)
        self.add(kind, root("hdr" if kind == "header" else "ftr", inner), id=reference)
        self.section += f'<w:{kind}Reference w:type="{page}" r:id="{reference}"/>'
        return self

    def notes(self, kind: str, notes: dict[int, str]) -> Word:
        items = '<w:{0} w:id="-1" w:type="separator">{1}</w:{0}>'.format(kind, p("Trennstrich"))
        items += "".join(
            f'<w:{kind} w:id="{number}">{x if x.startswith("<") else p(x)}</w:{kind}>'
            for number, x in notes.items()
        )
        return self.add(f"{kind}s", root(f"{kind}s", items))

    def comments(self, comments: dict[int, str]) -> Word:
        items = "".join(
            f'<w:comment w:id="{number}" w:author="Anna">{p(text)}</w:comment>'
            for number, text in comments.items()
        )
        return self.add("comments", root("comments", items))

    def document(self) -> bytes:
        if self.xml is not None:
            return self.xml
        inner = "".join(x if x.startswith("<") else p(x) for x in self.body)
        return root(
            "document", f"<w:body>{inner}<w:sectPr>{self.section}</w:sectPr></w:body>"
        ).encode()

    def entries(self) -> dict[str, bytes]:
        """All parts by name, in the order of the archive."""
        folder, _, file = self.main.rpartition("/")
        overrides = {self.main: MAIN_TYPES[self.kind]} | {
            x.name: x.content_type for x in self.parts
        }
        types = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        links = "".join(
            f'<Relationship Id="{x.id}" Type="{OFFICE}/{x.relation}" Target="/{x.name}"/>'
            for x in self.parts
        ) + "".join(self.links)
        main = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{self.main}"/>'
        relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        content = "http://schemas.openxmlformats.org/package/2006/content-types"
        rels = f"{_HEAD}<Relationships xmlns='{relations}'>"
        found = {
            "[Content_Types].xml": (
                f"{_HEAD}<Types xmlns='{content}'><Default Extension='rels' "
                "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                f"<Default Extension='xml' ContentType='application/xml'/>{types}</Types>"
            ).encode(),
            "_rels/.rels": f"{rels}{main}{''.join(self.package_links)}</Relationships>".encode(),
            self.main: self.document(),
            f"{folder}/_rels/{file}.rels": f"{rels}{links}</Relationships>".encode(),
        }
        found |= {x.name: x.data for x in self.parts} | self.extra
        if self.strict:
            for old, new in STRICT.items():
                found = {k: v.replace(old.encode(), new.encode()) for k, v in found.items()}
        return found

    def bytes(self) -> bytes:
        return archive(self.entries())


def word(*body: str, **options: object) -> Word:
    return Word(body, **options)  # type: ignore[arg-type]


def link(id: str, relation: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id}" Type="{OFFICE}/{relation}" Target="{target}"{mode}/>'


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with fixed dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = method
            file.writestr(info, data)
    return buffer.getvalue()
