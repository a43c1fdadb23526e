"""Find the stretches of a text that are one thing: dates, citations, amounts, addresses.

Sentence boundaries, tokens, counting and zones all use the same spans.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from klartext.language import abbreviations, citations, laws, patterns
from klartext.language.patterns import PLACEHOLDER_MARK, TAKEN_MARK
from klartext.language.spans import ProtectedSpan, SpanLabel
from klartext.types import TextRange

_DIGIT = re.compile(r"\d")


def find_spans(text: str, placeholders: Sequence[TextRange] = ()) -> list[ProtectedSpan]:
    """Find all protected spans of ``text``, sorted by start.

    A span found earlier masks later ones: placeholders, e-mail, web, account, street, date,
    time, amount, place, citation, file number, phone, law, abbreviation. Spans do not overlap,
    except that a ``QUOTE`` may contain others.

    Args:
        text: the text of one block.
        placeholders: ranges of its placeholders; ranges that overlap an earlier one are ignored.
    """
    search = _Search(text, placeholders)
    has_digit = _DIGIT.search(text) is not None
    if "@" in text or "(at)" in text:
        search.take(SpanLabel.EMAIL, patterns.EMAIL)
    if patterns.WEB_CUE.search(text):
        search.take(SpanLabel.WEB, patterns.WEB, trim=".,;:!?“”\"'’")
    if has_digit:
        search.take(SpanLabel.ACCOUNT, patterns.ACCOUNT)
        if patterns.STREET_CUE.search(text):
            search.take(SpanLabel.ADDRESS, patterns.STREET, lambda _: "street")
        search.take(SpanLabel.DATE, patterns.DATE, date_value)
        search.take(SpanLabel.TIME, patterns.TIME, time_value)
        if patterns.AMOUNT_CUE.search(text):
            search.take(SpanLabel.AMOUNT, patterns.AMOUNT, amount_value)
        search.take(SpanLabel.ADDRESS, patterns.PLACE, lambda _: "place")
        if "§" in text or "Art" in text:
            search.take(SpanLabel.CITATION, citations.CITATION)
        search.take(SpanLabel.LAW, citations.EUROPEAN_ACT)
        search.take(SpanLabel.REFERENCE, patterns.REFERENCE)
        search.take(SpanLabel.PHONE, patterns.PHONE)
    search.take(SpanLabel.LAW, laws.SHORT_NAME, accept=laws.is_short_name)
    search.take(SpanLabel.ABBREVIATION, abbreviations.MULTI_PART)
    search.add_quotes()
    return sorted(search.found, key=lambda span: (span.range.start, -span.range.end))


class _Search:
    """The text with everything already taken masked out."""

    def __init__(self, text: str, placeholders: Sequence[TextRange]) -> None:
        self.text = text
        self.found: list[ProtectedSpan] = []
        self.masked = text
        end = 0
        for place in sorted(placeholders):
            if place.start >= end and len(place) and place.end <= len(text):
                self._add(SpanLabel.PLACEHOLDER, place.start, place.end, None, PLACEHOLDER_MARK)
                end = place.end

    def take(
        self,
        label: SpanLabel,
        pattern: re.Pattern[str],
        value: Callable[[re.Match[str]], str | None] | None = None,
        *,
        accept: Callable[[str], bool] | None = None,
        trim: str = "",
    ) -> None:
        """Add every match of ``pattern`` that touches nothing taken before."""
        for match in pattern.finditer(self.masked):
            start, end = _range_of(match)
            while trim and end > start and self.masked[end - 1] in trim:
                end -= 1
            found = self.masked[start:end]
            if PLACEHOLDER_MARK in found or TAKEN_MARK in found:
                continue
            if accept is None or accept(found):
                self._add(label, start, end, value(match) if value else None, TAKEN_MARK)

    def add_quotes(self) -> None:
        """Pair quotation marks; an opening mark without its closing one is no quotation."""
        opened: list[tuple[int, str]] = []
        for match in patterns.QUOTE_MARK.finditer(self.masked):
            mark, place = match[0], match.start()
            depth = next((n for n in range(len(opened) - 1, -1, -1) if mark in opened[n][1]), None)
            closes = depth is not None and not (mark == '"' and _opens(self.masked, place))
            if depth is not None and closes:
                start = opened[depth][0]
                del opened[depth:]
                self.found.append(ProtectedSpan(SpanLabel.QUOTE, TextRange(start, place + 1)))
            elif mark in patterns.QUOTES and _opens(self.masked, place):
                opened.append((place, patterns.QUOTES[mark]))

    def _add(self, label: SpanLabel, start: int, end: int, value: str | None, mark: str) -> None:
        self.found.append(ProtectedSpan(label, TextRange(start, end), value))
        self.masked = self.masked[:start] + mark * (end - start) + self.masked[end:]


def _range_of(match: re.Match[str]) -> tuple[int, int]:
    for name, group in match.groupdict().items():
        if group is not None and name.startswith("it"):
            return match.span(name)
    return match.span()


def _opens(text: str, place: int) -> bool:
    """Whether a quotation mark can open: not after a word or a full stop, not before a blank."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not before.isalnum() and before not in ".,;!?…" and not after.isspace()


def date_value(match: re.Match[str]) -> str | None:
    """Give the ISO date of a match of ``patterns.DATE``.

    It is ``None`` without a year and for a day the calendar does not have.
    """
    if match["iso"]:
        return _calendar(*(int(part) for part in match["iso"].split("-")))
    if match["day"]:
        year = int(match["year"])
        if year < 100:
            year += 2000 if year <= 40 else 1900
        return _calendar(year, int(match["month"]), int(match["day"]))
    if not match["year2"]:
        return None
    name = match["name"].lower().rstrip(".")
    name = {"jänner": "januar", "mrz": "märz"}.get(name, name)
    month = next(n for n, full in enumerate(patterns.MONTHS, 1) if full.startswith(name))
    return _calendar(int(match["year2"]), month, int(match["day2"]))


def time_value(match: re.Match[str]) -> str | None:
    """Give ``HH:MM`` of a match of ``patterns.TIME``."""
    hours, _, minutes = (match["clock"] or match["short"]).replace(".", ":").partition(":")
    return f"{int(hours):02}:{minutes or '00'}"


def amount_value(match: re.Match[str]) -> str | None:
    """Give the number of a match of ``patterns.AMOUNT`` as ``1234.50``.

    It is ``None`` for millions. Cents are not turned into euros: the unit stands in the text.
    """
    if match["factor"]:
        return None
    whole, _, part = (match["number"] or match["number2"]).partition(",")
    whole = re.sub(r"\D", "", whole)
    return f"{whole}.{part}" if part.isdigit() else whole


def _calendar(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
