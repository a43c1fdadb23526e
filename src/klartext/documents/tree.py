"""One expat pass over an XML part: elements with their byte positions.

lxml knows no byte positions, and the writer needs them. A DOCTYPE is refused, so no entity is
ever expanded. With a handler the tree lives only while its paragraph is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol
from xml.parsers import expat

from klartext.documents.limits import DEFAULT, Limits, grouped
from klartext.documents.namespaces import PREFIXES
from klartext.errors import KlartextError

_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_MOST_DIGITS = 9
_EDGES = " \t\r\n"
_PROPERTIES = "Pr"
"""How the names of elements end that hold properties, never text."""


class Node:
    """An element.

    ``tag`` and the keys of ``attrs`` are written with the prefixes of ``namespaces.py``; names of
    other namespaces stay ``uri local``. ``start`` is the byte position of the start tag, ``close``
    that of the end tag as expat reports it (see ``span``). ``text`` is the character data of the
    element itself.
    """

    __slots__ = ("attrs", "children", "close", "start", "tag", "text")

    def __init__(self, tag: str, attrs: dict[str, str], start: int) -> None:
        self.tag = tag
        self.attrs = attrs
        self.start = start
        self.close = start
        self.children: list[Node] = []
        self.text = ""

    def child(self, tag: str) -> Node | None:
        """The first child with this tag."""
        for node in self.children:
            if node.tag == tag:
                return node
        return None

    def find(self, *path: str) -> Node | None:
        """The first descendant along a path of tags."""
        node: Node | None = self
        for tag in path:
            if node is None:
                return None
            node = node.child(tag)
        return node

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attrs.get(name, default)

    def value(self, *path: str) -> str | None:
        """``w:val`` of the descendant along a path; ``None`` without the element."""
        node = self.find(*path)
        return None if node is None else node.attrs.get("w:val", "")

    def descendants(self) -> list[Node]:
        """All elements inside, in document order."""
        found: list[Node] = []
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(reversed(node.children))
        return found

    def has(self, *tags: str) -> bool:
        """Whether an element with one of the tags is inside."""
        return any(node.tag in tags for node in self.descendants())


class Span(NamedTuple):
    """Byte positions of an element: all of it, and what is between its tags."""

    start: int
    inner_start: int
    inner_end: int
    end: int


def span(xml: bytes, node: Node) -> Span:
    """The byte positions of ``node`` in the part it was read from."""
    head = _TAG.match(xml, node.start)
    if head is None:
        raise ValueError(node.start)
    if head[0].endswith(b"/>"):
        # At the end of an empty element expat reports the byte behind the tag.
        return Span(node.start, head.end(), head.end(), head.end())
    return Span(node.start, head.end(), node.close, xml.index(b">", node.close) + 1)


def on(value: str | None) -> bool | None:
    """The meaning of an on/off value: ``None`` if the element is missing."""
    return None if value is None else value not in ("0", "false", "off")


def number(value: str | None) -> int | None:
    """A whole number in an attribute; ``None`` if there is none or it is absurd."""
    if value is None or len(value) > _MOST_DIGITS or not value.removeprefix("-").isdecimal():
        return None
    return int(value)


class Handler(Protocol):
    """Gets a part piece by piece, in document order."""

    watched: frozenset[str]
    """Elements outside paragraphs and property elements to hear of."""

    def enter(self, node: Node) -> None:
        """A watched element begins; its attributes are known, its children are not."""
        ...

    def leave(self, node: Node) -> None:
        """A watched element ends; its unwatched children are there."""
        ...

    def paragraph(self, node: Node) -> None:
        """A ``w:p`` that is in no other paragraph is complete."""
        ...


def replay(node: Node, handler: Handler) -> None:
    """Give the content of an element that was read already to a handler."""
    for child in node.children:
        if child.tag == "w:p":
            handler.paragraph(child)
            continue
        watched = child.tag in handler.watched
        if watched:
            handler.enter(child)
        if not child.tag.endswith(_PROPERTIES):
            replay(child, handler)
        if watched:
            handler.leave(child)


def parse(xml: bytes, name: str, limits: Limits = DEFAULT, handler: Handler | None = None) -> Node:
    """Read a part.

    Args:
        xml: the bytes of the part.
        name: file name for error messages.
        limits: depth and number of elements.
        handler: hears of paragraphs and watched elements, which are then forgotten.

    Raises:
        KlartextError: E108 not well-formed, E109 too deep or too large, E110 DOCTYPE.
    """
    builder = _Builder(name, limits, handler)
    try:
        builder.parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if builder.count and not isinstance(error, expat.ExpatError):
            raise  # not about the encoding, which fails before the first element
        raise KlartextError("E108", name=name, grund=f"XML: {error}") from error
    return builder.root.children[0]


def refuse_doctype(xml: bytes, name: str) -> bool:
    """Look through a part another library will read: ``False`` if it is not well-formed.

    Raises:
        KlartextError: E110 DOCTYPE.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype(name)
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


def _doctype(name: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise KlartextError("E110", name=name)

    return refuse


class _Names(dict[str, str]):
    """``uri local`` → ``prefix:local``, filled while reading."""

    def __missing__(self, name: str) -> str:
        uri, blank, local = name.rpartition(" ")
        prefix = PREFIXES.get(uri)
        self[name] = short = f"{prefix}:{local}" if blank and prefix else name
        return short


class _Builder:
    def __init__(self, name: str, limits: Limits, handler: Handler | None) -> None:
        self.name = name
        self.limits = limits
        self.handler = handler
        self.watched = handler.watched if handler else frozenset()
        self.names = _Names()
        self.root = Node("", {}, 0)
        self.stack = [self.root]
        self.count = 0
        self.paragraph: Node | None = None
        self.properties: Node | None = None
        self.paragraph_limit = limits.paragraph_elements
        self.scopes: dict[str | None, list[str | None]] = {}
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._undeclare
        parser.StartDoctypeDeclHandler = _doctype(name)
        parser.EntityDeclHandler = _doctype(name)

    def _start(self, raw_tag: str, raw_attrs: dict[str, str]) -> None:
        names = self.names
        tag = names[raw_tag]
        attrs = {names[key]: value for key, value in raw_attrs.items()}
        if tag == "mc:Choice":
            attrs["known"] = self._known(attrs.get("Requires", ""))
        node = Node(tag, attrs, self.parser.CurrentByteIndex)
        stack = self.stack
        stack[-1].children.append(node)
        stack.append(node)
        self.count += 1
        if self.count > self.limits.elements or len(stack) > self.limits.depth + 1:
            self._too_large(len(stack) - 1)
        if self.handler is None or self.paragraph is not None:
            if self.count > self.paragraph_limit:
                self._too_large(0)
        elif self.properties is not None:
            pass
        elif tag == "w:p":
            self.paragraph = node
            self.paragraph_limit = self.count + self.limits.paragraph_elements
        else:
            if tag in self.watched:
                self.handler.enter(node)
            if tag.endswith(_PROPERTIES):
                self.properties = node

    def _end(self, _: str) -> None:
        node = self.stack.pop()
        node.close = self.parser.CurrentByteIndex
        if node.tag == "w:t" and node.text and len(node.text.strip(_EDGES)) < len(node.text):
            self._inherit_space(node)
        if self.handler is None:
            return
        if self.paragraph is node:
            self.paragraph = None
            self.handler.paragraph(node)
            self.stack[-1].children.pop()
        elif self.paragraph is None:
            if self.properties is node:
                self.properties = None
            if self.properties is None and node.tag in self.watched:
                self.handler.leave(node)
                self.stack[-1].children.pop()

    def _data(self, text: str) -> None:
        self.stack[-1].text += text

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self.scopes.setdefault(prefix, []).append(uri)

    def _undeclare(self, prefix: str | None) -> None:
        self.scopes[prefix].pop()

    def _known(self, requires: str) -> str:
        """Whether every prefix in ``Requires`` stands for a namespace klartext knows."""
        uris = [(self.scopes.get(prefix) or [None])[-1] for prefix in requires.split()]
        return "1" if uris and all(uri in PREFIXES for uri in uris) else "0"

    def _inherit_space(self, node: Node) -> None:
        if "xml:space" in node.attrs:
            return
        for outer in reversed(self.stack):
            if "xml:space" in outer.attrs:
                node.attrs["xml:space"] = outer.attrs["xml:space"]
                return

    def _too_large(self, depth: int) -> None:
        limits = self.limits
        if depth > limits.depth:
            wert, grenze = "zu tief verschachtelt", f"{limits.depth} Ebenen"
        else:
            whole = self.count > limits.elements
            most = grouped(limits.elements if whole else limits.paragraph_elements)
            wert, grenze = f"über {most} Elemente", f"{most} Elemente"
        raise KlartextError("E109", name=self.name, wert=wert, grenze=grenze)
