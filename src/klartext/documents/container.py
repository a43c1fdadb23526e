"""The zip package of a Word file: parts, content types, relationships. No Word knowledge.

Everything is read from bytes in memory, in steps with a running count: what the directory claims
about sizes is not trusted. Only parts that are asked for are unpacked.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import unquote

from klartext.documents.limits import Limits, grouped
from klartext.documents.tree import parse
from klartext.errors import KlartextError

_STEP = 64 * 1024
_DIRECTORY_ENTRY = b"PK\x01\x02"
_CONTENT_TYPES = "[content_types].xml"
_OPENDOCUMENT = b"application/vnd.oasis.opendocument"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A named link from one part to another part or out of the package."""

    id: str
    type: str
    """Last piece of the type, the same for transitional and strict: ``header``, ``styles``."""
    target: str
    """Name of the part without leading slash, or the address outside."""
    external: bool


class Package:
    """The parts of a Word file.

    Args:
        data: the whole file.
        name: file name for error messages.

    Raises:
        KlartextError: E105 OpenDocument, E106 other archives, E108 damaged, E109 limits,
            E111 doubled names, encrypted entries, unusual compression.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self._unpacked = 0
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self.missing: dict[str, None] = {}
        """Parts that a relationship names and the package does not hold, in order."""
        most = grouped(limits.entries)
        if data.count(_DIRECTORY_ENTRY) > limits.entries:
            self._too_large(f"über {most} Einträge", f"{most} Einträge")
        self._size = len(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            self._damaged(error)
        self._entries = self._directory()
        self._refuse_other_archives()
        self._defaults, self._overrides = self._content_types()

    def _directory(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            if info.is_dir():
                continue
            if info.flag_bits & 0x1:
                self._odd("ein Teil ist verschlüsselt")
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                self._odd("ein Teil ist ungewöhnlich gepackt")
            key = _key(info.filename)
            if key in entries:
                self._odd(f"der Teil „{info.filename}“ ist doppelt")
            entries[key] = info
        return entries

    def _refuse_other_archives(self) -> None:
        first = next(iter(self._entries), "")
        if first == "mimetype" and self.read("mimetype").startswith(_OPENDOCUMENT):
            raise KlartextError("E105", name=self.name)
        if _CONTENT_TYPES not in self._entries:
            raise KlartextError("E106", name=self.name, art="ein ZIP-Archiv")

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for node in parse(self.read(_CONTENT_TYPES), self.name, self.limits).children:
            if node.tag == "ct:Default":
                defaults[node.get("Extension").lower()] = node.get("ContentType")
            elif node.tag == "ct:Override":
                overrides[_key(node.get("PartName"))] = node.get("ContentType")
        return defaults, overrides

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of all parts, in the order of the directory."""
        return tuple(info.filename for info in self._entries.values())

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._entries

    def content_type(self, part: str) -> str:
        """The content type of a part, empty if nothing is said."""
        key = _key(part)
        extension = key.rpartition(".")[2]
        return self._overrides.get(key) or self._defaults.get(extension, "")

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            KlartextError: E108 damaged or missing, E109 too large.
        """
        info = self._entries.get(_key(part))
        if info is None:
            raise KlartextError("E108", name=self.name, grund=f"der Teil „{part}“ fehlt")
        limits, chunks, size = self.limits, [], 0
        packed = max(min(info.compress_size, self._size), 1)
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_STEP):
                    size += len(chunk)
                    self._unpacked += len(chunk)
                    chunks.append(chunk)
                    if size > limits.part_bytes:
                        self._too_large(_megabytes(size), _megabytes(limits.part_bytes))
                    if self._unpacked > limits.total_bytes:
                        self._too_large(_megabytes(self._unpacked), _megabytes(limits.total_bytes))
                    if size > limits.ratio_from_bytes and size > limits.ratio * packed:
                        self._too_large(f"über {limits.ratio}-fach", f"{limits.ratio}-fach")
        except _DAMAGE as error:
            self._damaged(error)
        return b"".join(chunks)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The links of a part by id; ``""`` for those of the package. Empty if there are none."""
        known = self._relationships.get(part)
        if known is None:
            known = self._relationships[part] = self._read_relationships(part)
        return known

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, _, file = part.rpartition("/")
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self:
            return {}
        found: dict[str, Relationship] = {}
        for node in parse(self.read(name), self.name, self.limits).children:
            if node.tag != "rel:Relationship":
                continue
            external = node.get("TargetMode") == "External"
            target = node.get("Target")
            if not external:
                target = _resolve(folder, target)
                if target not in self:
                    self.missing.setdefault(target)
            kind = node.get("Type").rpartition("/")[2]
            found[node.get("Id")] = Relationship(node.get("Id"), kind, target, external)
        return found

    def related(self, part: str, *types: str) -> list[str]:
        """The parts that ``part`` links to with one of the types and that are there."""
        return [
            link.target
            for link in self.relationships(part).values()
            if link.type in types and not link.external and link.target in self
        ]

    def _too_large(self, wert: str, grenze: str) -> NoReturn:
        raise KlartextError("E109", name=self.name, wert=wert, grenze=grenze)

    def _odd(self, grund: str) -> NoReturn:
        raise KlartextError("E111", name=self.name, grund=grund)

    def _damaged(self, error: Exception) -> NoReturn:
        raise KlartextError("E108", name=self.name, grund=f"ZIP: {error}") from error


def _key(part: str) -> str:
    """Part names differ in nothing but case and a leading slash only on paper."""
    return part.replace("\\", "/").lstrip("/").casefold()


def _resolve(folder: str, target: str) -> str:
    path = unquote(target.partition("#")[0])
    joined = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(joined).lstrip("/")


def _megabytes(size: int) -> str:
    return f"{-(-size // (1024 * 1024))} MB"
