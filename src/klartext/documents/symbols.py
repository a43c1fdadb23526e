"""Characters of symbol fonts (``w:sym``) as far as letters use them."""

from __future__ import annotations

from klartext.documents.buffer import OBJECT

_PRIVATE_USE = 0xF000
_WINGDINGS = {
    0x22: "✂",
    0x28: "☎",
    0x29: "✆",
    0x2A: "✉",
    0x46: "☞",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "☐",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0xA3: "☐",
}
_WINGDINGS_3 = {0x22: "↑", 0x23: "↓", 0x7D: "▶", 0xA7: "→"}
_SYMBOL = {
    0x2D: "-",
    0xA3: "≤",
    0xAE: "→",
    0xAC: "←",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB7: "•",
    0xB9: "≠",
    0xDE: "⇒",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL,
}
_LAST_CHARACTER = 0x10FFFF


def symbol(font: str, code: str) -> str:
    """One character of a symbol font; U+FFFC if it is not in the table.

    Args:
        font: ``w:font``.
        code: ``w:char``, hexadecimal, often moved to the private area (F0FC).
    """
    try:
        number = int(code, 16)
    except ValueError:
        return OBJECT
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number - _PRIVATE_USE if number >= _PRIVATE_USE else number, OBJECT)
    if not 0x20 < number < _LAST_CHARACTER or 0xD800 <= number < 0xF900:
        return OBJECT
    return chr(number)
