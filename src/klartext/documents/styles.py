"""What styles say: heading level, hidden, bold, language, numbering.

python-docx knows how to read ``styles.xml`` of any Word kind from raw bytes; its tri-state fonts
are used here. The chain of base styles is walked by id, so that a circle does no harm. A broken
part or value is no error: the letter is read without it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from klartext.documents.namespaces import STRICT_WORD, WORD
from klartext.documents.tree import number, on, refuse_doctype

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_W = f"{{{WORD}}}"
_HEADING_NAMES = {"title": 1, "subtitle": 2} | {f"heading {n}": n for n in range(1, 10)}
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class RunStyle:
    """Character formatting of one style with its bases; ``None`` where nothing is said."""

    hidden: bool | None = None
    bold: bool | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with its bases."""

    name: str = ""
    run: RunStyle = RunStyle()
    heading: int = 0
    """1 to 9, 0 for body text."""
    numbering: str = ""
    """Id of the list, empty for none."""
    list_level: int = 0


class Styles:
    """The styles of one file, resolved when they are asked for.

    Args:
        xml: ``styles.xml``, ``None`` if the file has none.
        name: file name for error messages.

    Raises:
        KlartextError: E110 if the part holds a DOCTYPE.
    """

    def __init__(self, xml: bytes | None, name: str) -> None:
        self.damaged = False
        self._elements: dict[str, Any] = {}
        self._defaults: dict[str, str] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, RunStyle] = {}
        self.base = RunStyle()
        """The formatting of ``w:docDefaults``."""
        if xml is None:
            return
        self.damaged = not refuse_doctype(xml, name)
        if not self.damaged:
            self._load(xml.replace(STRICT_WORD.encode(), WORD.encode()))

    def _load(self, xml: bytes) -> None:
        from docx.opc.packuri import PackURI
        from docx.parts.styles import StylesPart

        try:
            # the package is only asked for when a part without styles is loaded
            package: Any = None
            part = StylesPart.load(PackURI("/word/styles.xml"), _STYLES_TYPE, xml, package)
            root = part.styles.element
            for element in root.style_lst:
                style_id = element.styleId or ""
                self._elements.setdefault(style_id, element)
                if on(element.get(f"{_W}default")):
                    self._defaults.setdefault(element.get(f"{_W}type") or "", style_id)
            defaults = root.find(f"{_W}docDefaults/{_W}rPrDefault")
            if defaults is not None:
                self.base = self._own_run(defaults)
        except Exception:  # whatever a foreign parser makes of a broken file
            self.damaged = True

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """The paragraph style with this id; the default one for an empty or unknown id."""
        known = self._paragraphs.get(style_id)
        if known is None:
            known = self._paragraphs[style_id] = self._resolve_paragraph(style_id)
        return known

    def run(self, style_id: str, type: str = "character") -> RunStyle:
        """The character formatting of a character or table style."""
        key = f"{type} {style_id}"
        known = self._runs.get(key)
        if known is None:
            known = RunStyle()
            for element in self._chain(style_id, type):
                known = _inherit(known, self._own_run(element))
            self._runs[key] = known
        return known

    def list_of(self, style_id: str) -> str:
        """The list a numbering style stands for, empty for none."""
        element = self._elements.get(style_id)
        item = None if element is None else element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        return "" if item is None else item.get(f"{_W}val") or ""

    def _resolve_paragraph(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id, "paragraph")
        style = ParagraphStyle(name=_name(chain[0]) if chain else style_id)
        heading: int | None = None
        level: int | None = None
        for element in chain:
            style = replace(style, run=_inherit(style.run, self._own_run(element)))
            heading = _heading(element) if heading is None else heading
            item = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if item is not None and not style.numbering:
                style = replace(style, numbering=item.get(f"{_W}val") or "")
            depth = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
            if depth is not None and level is None:
                level = number(depth.get(f"{_W}val"))
        return replace(style, heading=heading or 0, list_level=level or 0)

    def _chain(self, style_id: str, type: str) -> list[Any]:
        """The style and its bases, nearest first."""
        if style_id not in self._elements:
            style_id = self._defaults.get(type, "")
        chain: dict[str, Any] = {}
        while style_id in self._elements and style_id not in chain:
            element = chain[style_id] = self._elements[style_id]
            base = element.find(f"{_W}basedOn")
            style_id = "" if base is None else base.get(f"{_W}val") or ""
        return list(chain.values())

    def _own_run(self, element: Any) -> RunStyle:
        from docx.text.font import Font

        properties = element.find(f"{_W}rPr")
        if properties is None:
            return RunStyle()
        try:
            holder: Any = SimpleNamespace(rPr=properties)
            font = Font(holder)
            language = properties.find(f"{_W}lang")
            return RunStyle(
                hidden=font.hidden,
                bold=font.bold,
                language="" if language is None else language.get(f"{_W}val") or "",
            )
        except Exception:  # a value python-docx cannot read
            self.damaged = True
            return RunStyle()


def _inherit(near: RunStyle, far: RunStyle) -> RunStyle:
    return RunStyle(
        hidden=far.hidden if near.hidden is None else near.hidden,
        bold=far.bold if near.bold is None else near.bold,
        language=near.language or far.language,
    )


def _name(element: Any) -> str:
    name = element.find(f"{_W}name")
    return str((None if name is None else name.get(f"{_W}val")) or element.styleId or "")


def _heading(element: Any) -> int | None:
    """1 to 9, 0 for body text, ``None`` if the style says nothing."""
    known = _HEADING_NAMES.get(_name(element).lower())
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    if outline is None:
        return known
    level = number(outline.get(f"{_W}val"))
    if level is None or not 0 <= level <= _BODY_LEVEL:
        return known
    return 0 if level == _BODY_LEVEL else level + 1
