"""What a file is, by its name and its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from klartext.errors import KlartextError

Kind = Literal["word", "txt", "md"]

WORD_SUFFIXES = frozenset({".docx", ".dotx", ".docm", ".dotm"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_LFS = b"version https://git-lfs"
_HEAD = 4096
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MARKUP = (
    (
        re.compile(rb"<pkg:package\b|schemas\.microsoft\.com/office/2006/xmlPackage"),
        "eine XML-Datei",
    ),
    (
        re.compile(rb"schemas\.microsoft\.com/office/word/2003/wordml"),
        "eine XML-Datei von Word 2003",
    ),
    (re.compile(rb"\s*<\?xml\b"), "eine XML-Datei"),
)
_BINARY = (
    (b"%PDF-", "eine PDF-Datei"),
    (b"{\\rtf", "eine RTF-Datei"),
    (b"\x89PNG", "ein Bild"),
    (b"\xff\xd8\xff", "ein Bild"),
    (b"GIF8", "ein Bild"),
    (b"Rar!", "ein RAR-Archiv"),
    (b"7z\xbc\xaf", "ein 7z-Archiv"),
    (b"\x1f\x8b", "ein gzip-Archiv"),
)
_OLD_OFFICE = (
    ("Workbook", "eine alte Excel-Datei"),
    ("PowerPoint Document", "eine alte PowerPoint-Datei"),
    ("__substg1.0", "eine Outlook-Nachricht"),
)


def is_litter(path: PurePath) -> bool:
    """Whether the name says that Word or macOS left the file behind; ``batch`` skips these."""
    return path.name.startswith(("~$", "._")) or "__MACOSX" in path.parts


def kind_of(data: bytes, name: str) -> Kind:
    """How to read ``data``.

    Args:
        data: the whole file.
        name: file name; its extension decides between .md and .txt and what is expected.

    Raises:
        KlartextError: E103–E107 for files klartext does not read, E108 for an empty Word file.
    """
    path = PurePath(name)
    shown, suffix = path.name or name, path.suffix.lower()
    if is_litter(path):
        art = "eine Hilfsdatei von " + ("Word" if shown.startswith("~$") else "macOS")
        raise KlartextError("E106", name=shown, art=art)
    if data.startswith(_LFS):
        raise KlartextError("E107", name=shown)
    if data.startswith(_COMPOUND_FILE):
        _refuse_compound_file(data, shown)
    if data.startswith(_ZIP):
        return "word"
    for head, art in _BINARY:
        if data.startswith(head):
            raise KlartextError("E106", name=shown, art=art)
    plain = suffix in (".txt", *MARKDOWN_SUFFIXES)
    if not plain:
        _refuse_markup(data, shown)
    if suffix in WORD_SUFFIXES:
        if not data.strip(b"\0"):
            raise KlartextError("E108", name=shown, grund="sie ist leer")
        art = "eine unbekannte Datei" if b"\0" in data[:_HEAD] else "eine Textdatei"
        raise KlartextError("E106", name=shown, art=art)
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise KlartextError("E106", name=shown, art="eine unbekannte Datei")
    return "md" if suffix in MARKDOWN_SUFFIXES else "txt"


def _refuse_compound_file(data: bytes, name: str) -> None:
    """Old or encrypted Office files are told apart by the names in their directory."""

    def holds(entry: str) -> bool:
        return entry.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise KlartextError("E103", name=name)
    if holds("WordDocument"):
        raise KlartextError("E104", name=name)
    for entry, art in _OLD_OFFICE:
        if holds(entry):
            raise KlartextError("E106", name=name, art=art)
    raise KlartextError("E106", name=name, art="eine alte Office-Datei")


def _refuse_markup(data: bytes, name: str) -> None:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        raise KlartextError("E106", name=name, art="eine HTML-Datei")
    if not head.lstrip().startswith(b"<"):
        return
    for pattern, art in _MARKUP:
        if pattern.search(head):
            raise KlartextError("E106", name=name, art=art)
