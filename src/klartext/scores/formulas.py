"""The published readability formulas for German: pure functions of ``Counts``.

Sources: T. Amstad, Wie verständlich sind unsere Zeitungen? (1978); R. Bamberger and
E. Vanecek, Lesen – Verstehen – Lernen – Schreiben (1984), for the Wiener Sachtextformeln and
gSMOG; C.-H. Björnsson, Läsbarhet (1968), for LIX; J. Anderson, Lix and Rix (1983).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from klartext.scores.counts import Counts

Direction = Literal["easier", "harder"]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of values from ``start`` (included) up to the start of the next band."""

    start: float
    name: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with everything needed to read its value.

    ``minimum_sentences`` (units) and ``minimum_words`` (shaped words) are what it needs to
    mean anything. ``calibrated_for`` says on which texts it was fitted.
    """

    id: str
    title: str
    compute: Callable[[Counts], float]
    higher_is: Direction
    bands: tuple[Band, ...]
    calibrated_for: str
    minimum_sentences: int = 3
    minimum_words: int = 50

    def band(self, value: float) -> str:
        """The German word for a value, judged before any rounding."""
        starts = [band.start for band in self.bands[1:]]
        return self.bands[bisect_right(starts, value)].name


def sentence_length(counts: Counts) -> float:
    """SL: words per sentence."""
    return counts.words / counts.sentences


def syllables_per_word(counts: Counts) -> float:
    """ASW: syllables per shaped word."""
    return counts.syllables / counts.shaped


def _share(part: int, counts: Counts) -> float:
    return 100 * part / counts.shaped


def amstad(counts: Counts) -> float:
    """Flesch Reading Ease in Amstad's version for German."""
    return 180 - sentence_length(counts) - 58.5 * syllables_per_word(counts)


def wiener1(counts: Counts) -> float:
    """First Wiener Sachtextformel."""
    return (
        0.1935 * _share(counts.poly3, counts)
        + 0.1672 * sentence_length(counts)
        + 0.1297 * _share(counts.long6, counts)
        - 0.0327 * _share(counts.mono, counts)
        - 0.875
    )


def wiener2(counts: Counts) -> float:
    """Second Wiener Sachtextformel."""
    return (
        0.2007 * _share(counts.poly3, counts)
        + 0.1682 * sentence_length(counts)
        + 0.1373 * _share(counts.long6, counts)
        - 2.779
    )


def wiener3(counts: Counts) -> float:
    """Third Wiener Sachtextformel."""
    return 0.2963 * _share(counts.poly3, counts) + 0.1905 * sentence_length(counts) - 1.1144


def wiener4(counts: Counts) -> float:
    """Fourth Wiener Sachtextformel."""
    return 0.2744 * _share(counts.poly3, counts) + 0.2656 * sentence_length(counts) - 1.693


def lix(counts: Counts) -> float:
    """LIX: sentence length plus the share of long words."""
    return sentence_length(counts) + _share(counts.long6, counts)


def rix(counts: Counts) -> float:
    """RIX: long words per sentence."""
    return counts.long6 / counts.sentences


def gsmog(counts: Counts) -> float:
    """SMOG as adapted to German."""
    return math.sqrt(30 * counts.poly3 / counts.sentences) - 2


_GRADES = (
    Band(-math.inf, "leicht"),
    Band(7, "mittel"),
    Band(10, "schwer"),
    Band(13, "sehr schwer"),
)
_WIENER = "Sachtexte für Kinder und Jugendliche, Österreich, Schulstufen 4 bis 12"

FORMULAS = (
    Formula(
        "amstad",
        "Amstad",
        amstad,
        "easier",
        (
            Band(-math.inf, "sehr schwer"),
            Band(30, "schwer"),
            Band(50, "eher schwer"),
            Band(60, "mittel"),
            Band(70, "eher leicht"),
            Band(80, "leicht"),
        ),
        "Zeitungstexte, Schweiz",
    ),
    Formula("wstf1", "Wiener Sachtextformel 1", wiener1, "harder", _GRADES, _WIENER),
    Formula("wstf2", "Wiener Sachtextformel 2", wiener2, "harder", _GRADES, _WIENER),
    Formula("wstf3", "Wiener Sachtextformel 3", wiener3, "harder", _GRADES, _WIENER),
    Formula("wstf4", "Wiener Sachtextformel 4", wiener4, "harder", _GRADES, _WIENER),
    Formula(
        "lix",
        "LIX",
        lix,
        "harder",
        (
            Band(-math.inf, "sehr leicht"),
            Band(30, "leicht"),
            Band(40, "mittel"),
            Band(50, "schwer"),
            Band(60, "sehr schwer"),
        ),
        "schwedische Texte, von der Zeitung bis zur Fachliteratur",
    ),
    Formula(
        "rix",
        "RIX",
        rix,
        "harder",
        (
            Band(-math.inf, "leicht"),
            Band(1.8, "mittel"),
            Band(3.7, "schwer"),
            Band(5.3, "sehr schwer"),
        ),
        "englische Schultexte; Grenzen der Stufen sind unsere",
    ),
    Formula(
        "gsmog",
        "gSMOG",
        gsmog,
        "harder",
        _GRADES,
        _WIENER,
        minimum_sentences=10,
        minimum_words=100,
    ),
)
"""All published formulas in the order in which they are shown."""
