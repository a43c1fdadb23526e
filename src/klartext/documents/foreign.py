"""Stretches in another language than German, by language mark and by words.

Word marks languages carelessly: many German templates carry „English“ as their default. A mark
alone therefore protects only where the file's default is German; else the words must agree, and
German words always win.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from klartext.documents.buffer import Look
from klartext.types import Placeholder, PlaceholderType, TextRange

_WORDS = re.compile(r"[^\W\d_]+")
_GERMAN = frozenset(
    "aber alle als am an auch auf aus bei beim bis bitte das dass dem den der des die diese dieser "
    "durch ein eine einem einen einer eines er es für haben hat ich ihr ihre ihrem ihren ihrer im "
    "ist kann können mit müssen nach nicht noch nur oder sie sind über um und uns unter vom von "
    "vor war wenn werden wie wir wird zu zum zur".split()
)
_ENGLISH = frozenset(
    "a an and are as at be been by for from has have if in is it of on or our please that the "
    "their this to was we were will with you your".split()
)
_SHARED = frozenset({"an", "am", "in", "war", "was", "will"})
_GERMAN_LETTERS = re.compile("[äöüßÄÖÜ]")
_UMLAUT_LANGUAGES = ("az", "et", "fi", "hu", "sv", "tr")
_ENOUGH = 2
_LANGUAGES = {
    "ar": "Arabisch",
    "bg": "Bulgarisch",
    "cs": "Tschechisch",
    "da": "Dänisch",
    "el": "Griechisch",
    "en": "Englisch",
    "es": "Spanisch",
    "fa": "Persisch",
    "fr": "Französisch",
    "hr": "Kroatisch",
    "hu": "Ungarisch",
    "it": "Italienisch",
    "ku": "Kurdisch",
    "nl": "Niederländisch",
    "pl": "Polnisch",
    "pt": "Portugiesisch",
    "ro": "Rumänisch",
    "ru": "Russisch",
    "sq": "Albanisch",
    "sr": "Serbisch",
    "tr": "Türkisch",
    "uk": "Ukrainisch",
    "vi": "Vietnamesisch",
    "zh": "Chinesisch",
}


def language_name(tag: str) -> str:
    """The German name of a language: ``en-GB`` → Englisch; unknown tags stay."""
    return _LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def foreign_ranges(
    text: str, looks: Sequence[tuple[TextRange, Look]], base_language: str
) -> tuple[str, list[Placeholder]]:
    """What of a block is not German.

    Args:
        text: the block's text.
        looks: ranges in order with the look of their run.
        base_language: language of the default formatting, empty if nothing is said.

    Returns:
        The language tag if the whole block is not German, else an empty string and the foreign
        stretches.
    """
    if all(_is_german(look.language) for _, look in looks):
        return "", []
    stretches: list[tuple[TextRange, Look]] = []
    for span, look in looks:
        if stretches and stretches[-1][1][2:] == look[2:]:
            span = TextRange(stretches[-1][0].start, span.end)
            stretches.pop()
        if len(span):
            stretches.append((span, look))
    found = []
    only = True
    for span, look in stretches:
        words = span.of(text)
        if not _WORDS.search(words):
            continue
        if not _is_german(look.language) and _is_foreign(words, look, base_language):
            name = look.language
            found.append(Placeholder(_trim(text, span), "foreign", name, PlaceholderType.FOREIGN))
        else:
            only = False
    if found and only and len(_WORDS.findall(text)) >= _ENOUGH:
        return found[0].name, found
    return "", found


def _is_german(language: str) -> bool:
    return not language or language.lower().startswith("de") or language in ("x-none", "nds")


def _is_foreign(text: str, look: Look, base_language: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(text)]
    if _GERMAN_LETTERS.search(text) and not look.language.lower().startswith(_UMLAUT_LANGUAGES):
        return False
    if any(word in _GERMAN and word not in _SHARED for word in words):
        return False
    letters = [char for char in text if char.isalpha()]
    if sum(ord(char) > 0x24F for char in letters) * 2 > len(letters):
        return True
    if look.language_direct and _is_german(base_language):
        return True
    return sum(word in _ENGLISH for word in words) >= _ENOUGH


def _trim(text: str, span: TextRange) -> TextRange:
    """Without white space at the edges."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return TextRange(start, start + len(words.strip()))
