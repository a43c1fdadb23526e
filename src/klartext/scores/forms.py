"""What kind of word a single form is: acronym, Roman numeral, form for both genders."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTER = r"[^\W\d_]"
_NO_NOUN = re.compile(r"V|P(?!ROAV)|ADJ|ADV|ART|AP|K|PRO")
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)
_BOTH_GENDERS = re.compile(
    rf"(?P<base>{_LETTER}[\w-]*?)"
    r"(?:[/:*_·]-?(?P<ending>innen|in|en|er|n|r|s|m|e)"
    r"|\((?P<bracket>innen|in|en|er|nen|n|r|s|m|e)\)"
    r"|(?<=[a-zäöüß])(?P<capital>Innen|In)(?![A-ZÄÖÜ]))"
    rf"(?P<rest>{_LETTER}*)"
)
_STANDS_ALONE = re.compile(r"(?:er|or|ent|ant|ist|är|eur|ier|ling|at|it|and|ar|arzt|freund|chef)$")

LONGEST_ACRONYM = 6
"""A word all in capitals with more letters than this is emphasis (*ANTRAGSTELLER*)."""


@lru_cache(maxsize=16384)
def first_full_form(word: str) -> str | None:
    """The first full word of a form for both genders, ``None`` if it is none.

    ``Antragsteller/in`` is *Antragsteller*; ``Kolleg*innen`` is *Kolleginnen*, because *Kolleg*
    is no word for a person.
    """
    match = _BOTH_GENDERS.fullmatch(word)
    if match is None:
        return None
    base = match["base"]
    ending = match["ending"] or match["bracket"] or match["capital"].lower()
    if ending in ("in", "innen") and not _STANDS_ALONE.search(base):
        base += ending
    return base + match["rest"]


@lru_cache(maxsize=16384)
def is_acronym(word: str, tag: str = "") -> bool:
    """Whether a form is read letter by letter or as a name: *BAMF*, *AufenthG*, *DS-GVO*.

    Args:
        word: the form; with hyphens all its parts must be acronyms.
        tag: its STTS tag. A short word in capitals that is tagged as anything but a noun is
            emphasis (*NICHT*).
    """
    return all(_is_short_name(part, tag) for part in word.split("-"))


def _is_short_name(part: str, tag: str) -> bool:
    if part[1:].islower() or sum(map(str.isupper, part)) < 2:
        return False
    if part.isupper():
        return len(part) <= LONGEST_ACRONYM and not _NO_NOUN.match(tag)
    return True


@lru_cache(maxsize=16384)
def is_roman(word: str) -> bool:
    """Whether a form is a Roman numeral of at least two letters (*III*, *XIV*)."""
    return len(word) > 1 and _ROMAN.fullmatch(word) is not None


@lru_cache(maxsize=16384)
def is_pronounceable(word: str) -> bool:
    """Whether a form has a vowel; *km* and *bzw* have none."""
    return _VOWEL.search(word) is not None
