"""Namespaces of Word files, transitional and strict, under one short prefix each."""

from __future__ import annotations

_OFFICE = "http://schemas.openxmlformats.org/"
_MICROSOFT = "http://schemas.microsoft.com/office/word/"
_STRICT = "http://purl.oclc.org/ooxml/"

STRICT_WORD = f"{_STRICT}wordprocessingml/main"
WORD = f"{_OFFICE}wordprocessingml/2006/main"

PREFIXES: dict[str, str] = {
    WORD: "w",
    STRICT_WORD: "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OFFICE}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OFFICE}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/content-types": "ct",
    f"{_OFFICE}package/2006/metadata/core-properties": "cp",
    f"{_OFFICE}officeDocument/2006/custom-properties": "op",
    f"{_STRICT}officeDocument/customProperties": "op",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    f"{_MICROSOFT}2010/wordml": "w14",
    f"{_MICROSOFT}2012/wordml": "w15",
    f"{_MICROSOFT}2018/wordml": "w16",
    f"{_MICROSOFT}2018/wordml/cex": "w16cex",
    f"{_MICROSOFT}2016/wordml/cid": "w16cid",
    f"{_MICROSOFT}2020/wordml/sdtdatahash": "w16sdtdh",
    f"{_MICROSOFT}2015/wordml/symex": "w16se",
    f"{_MICROSOFT}2010/wordprocessingDrawing": "wp14",
    f"{_MICROSOFT}2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}2010/wordprocessingGroup": "wpg",
    f"{_MICROSOFT}2010/wordprocessingCanvas": "wpc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
