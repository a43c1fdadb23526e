"""Terminal columns, colours, and signs for consoles that cannot show every character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from klartext.types import Severity

_SGR = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}
SEVERITY_COLOR = {
    Severity.HINWEIS: "blue",
    Severity.WARNUNG: "yellow",
    Severity.FEHLER: "red",
}

_ASCII = {
    "✖": "x",
    "▲": "!",
    "●": "i",
    "│": "|",
    "…": "~",
    "␊": "/",
    "·": "-",
    "–": "-",
    "—": "-",
    "„": '"',
    "“": '"',
    "”": '"',
    "‚": "'",
    "‘": "'",
    "’": "'",
    "«": "<",
    "»": ">",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2011": "-",
    "ß": "s",
}


@dataclass(frozen=True, slots=True)
class Style:
    """Paints text with SGR codes, or leaves it alone when colour is off."""

    color: bool

    def __call__(self, text: str, *names: str) -> str:
        """``text`` in the styles named (``"bold", "red"``); the empty text stays empty."""
        if not self.color or not names or not text:
            return text
        return f"\x1b[{';'.join(_SGR[name] for name in names)}m{text}\x1b[0m"


@lru_cache(maxsize=4096)
def shown(character: str, encoding: str = "utf-8") -> str:
    """How one character of a letter is shown: at most one visible sign, never a control code.

    Line breaks become ``␊``; other control characters and direction marks become ``�``, so that
    no letter can steer a terminal; characters without width of their own vanish; what the
    encoding lacks is replaced by something similar of the same width.
    """
    if character == "\n":
        sign = "␊"
    elif character in "\t\v\f\r\u2028\u2029":
        sign = " "
    elif unicodedata.category(character) == "Cf":
        sign = "�" if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" else ""
    elif unicodedata.category(character) in ("Cc", "Cs"):
        sign = "�"
    else:
        sign = character
    return encodable(sign, encoding)


def encodable(text: str, encoding: str) -> str:
    """The text with every character the encoding lacks replaced, one sign for one sign."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_replacement(sign, encoding) for sign in text)
    return text


def columns(text: str) -> int:
    """How many terminal columns a text takes: wide signs two, combining ones none."""
    return sum(map(_width, text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken at blanks; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines or [""]


def shortened_path(path: str, width: int) -> str:
    """A path of at most ``width`` columns: folders at the front give way to ``…``."""
    if columns(path) <= width:
        return path
    parts = path.split("/")
    for first in range(1, len(parts)):
        tail = "…/" + "/".join(parts[first:])
        if columns(tail) <= width:
            return tail
    return "…" + parts[-1][-(max(width, 2) - 1) :]


def printable(text: Iterable[str], encoding: str = "utf-8") -> str:
    """A text of a letter or file name, made safe for the terminal sign by sign."""
    return "".join(shown(character, encoding) for character in text)


def _replacement(sign: str, encoding: str) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        if sign in _ASCII:
            return _ASCII[sign]
        plain = unicodedata.normalize("NFKD", sign)[:1]
        return plain if plain.isascii() and plain.isprintable() and plain else "?"
    return sign


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
