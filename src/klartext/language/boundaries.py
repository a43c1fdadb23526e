"""Where sentences end, decided by rule from the text and its protected spans alone."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klartext.language.abbreviations import Stop, stop_after, stop_after_multi_part
from klartext.language.spans import ProtectedSpan, SpanLabel
from klartext.language.starters import ORDINAL_CUES, ORDINAL_NOUNS, TAKES_NUMBER, is_starter

_CLOSERS = r"[)\]}“”\"'»«’‘›‹]"
_CANDIDATE = re.compile(
    rf"(?P<stop>[.!?…]+(?:{_CLOSERS}+[.!?…]*)*(?:\s?[\[(](?:\.{{3}}|…)[\])])?)"
    r"(?:(?P<blank>[\s\u200b]+)|(?=[A-ZÄÖÜ][a-zäöüß]|[{«\[<%$_@#])|$)"
)
_MARKS = re.compile(r"[.!?…]+")
_NEXT = re.compile(r"(?P<marks>[\s(\[{„“»«\"'`‚‹›–•·*-]*)(?P<word>[^\W_]+|§+|.)?", re.DOTALL)
_WORD_BEFORE = re.compile(r"[\w.'’/&+-]*\w$")
_NUMBER = re.compile(r"\d+|[IVXLC]{2,}")
_DOTTED_NUMBER = re.compile(r"\d+(?:[.,:/–-]\d+)+[a-z]?")
_LABEL = re.compile(r"\d+(?:\.\d+)*[a-z]?|[IVXLC]+|[A-Za-z]")
_LABELS = re.compile(r"[\W_]*(?:(?:\d+(?:\.\d+)*[a-z]?|[IVXLC]+|[A-Za-z])[.)]\s*)*[\W_]*")
_SMALL_LABEL = re.compile(r"[a-z]{1,2}\) ")
_LIST_WORDS = frozenset({"und", "oder", "bis", "sowie", ","})
_LOOK_BACK = 48
_LONGEST_TITLE = 240
_LONGEST_BRACKET = 500

_OPAQUE = frozenset(SpanLabel) - {SpanLabel.QUOTE, SpanLabel.ABBREVIATION}
_MAY_OWN_STOP = frozenset({SpanLabel.CITATION, SpanLabel.DATE, SpanLabel.AMOUNT})
"""The last character of such a span may be a full stop that also ends the sentence (*ff.*)."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The end of a sentence: offsets of its last mark and of what follows.

    ``stop`` is where the run of marks (``.``, ``?!``, ``.“``) begins, ``end`` is behind it;
    ``next`` is the first character of the next sentence, the length of the text at its end.
    """

    stop: int
    end: int
    next: int


def find_boundaries(text: str, spans: Sequence[ProtectedSpan]) -> list[Boundary]:
    """Find all ends of sentences in ``text`` that a mark announces, in order.

    ``. ! ? …`` end a sentence unless they belong to a protected span, an ordinal, an
    abbreviation or a label, stand in brackets, or the sentence goes on in small letters. Colon,
    semicolon and line break never do. The end of the text ends a sentence without any mark.

    Args:
        text: the text of one block.
        spans: what ``protected.find_spans`` says about it.
    """
    return list(_Reader(text, spans).boundaries())


class _Reader:
    """One text with what is needed to look around in it."""

    def __init__(self, text: str, spans: Sequence[ProtectedSpan]) -> None:
        self.text = text
        self.opaque = [span for span in spans if span.label in _OPAQUE]
        self.starts = [span.range.start for span in self.opaque]
        self.short = [span.range for span in spans if span.label is SpanLabel.ABBREVIATION]
        self.quotes = [span.range for span in spans if span.label is SpanLabel.QUOTE]
        self.brackets = _brackets(text)
        self.sentence_start = 0

    def boundaries(self) -> Iterator[Boundary]:
        """Walk through the marks from left to right."""
        for match in _CANDIDATE.finditer(self.text):
            stop, end = match.span("stop")
            following = match.end()
            if self._hidden(stop, end):
                continue
            glued = match["blank"] is None
            if following == len(self.text) or self._ends(stop, following, glued):
                yield Boundary(stop, end, following)
                self.sentence_start = following

    def _hidden(self, stop: int, end: int) -> bool:
        """Whether a mark is inside a span, a bracket in mid-sentence or a quoted title."""
        span = self._span_at(stop)
        if span is not None and (span.label not in _MAY_OWN_STOP or stop < span.range.end - 1):
            return True
        if any(short.start <= stop < short.end - 1 for short in self.short):
            return True
        for start, close in self.brackets:
            if start < stop < close:
                closed = close < end and (
                    self._is_first(start) or _MARKS.search(self.text, close, end) is not None
                )
                if not closed:
                    return True
        return any(
            quote.start < stop < end < quote.end <= quote.start + _LONGEST_TITLE
            and self._goes_on(quote.end)
            for quote in self.quotes
        )

    def _is_first(self, place: int) -> bool:
        """Whether the current sentence begins at ``place``, blanks left out."""
        return not self.text[self.sentence_start : place].strip()

    def _goes_on(self, place: int) -> bool:
        """Whether the text from ``place`` on continues a sentence."""
        rest = self.text[place : place + 3].lstrip()
        return bool(rest) and (rest[0].islower() or rest[0] in ",;:)–-")

    def _ends(self, stop: int, following: int, glued: bool) -> bool:
        found = _NEXT.match(self.text, following)
        word = found["word"] if found else None
        if found is None or not word:
            return False
        marks, start = found["marks"], found.start("word")
        span = self._span_at(start)
        is_placeholder = span is not None and span.label is SpanLabel.PLACEHOLDER
        is_address = span is not None and span.label in (SpanLabel.EMAIL, SpanLabel.WEB)
        if glued and not is_placeholder and start > following:
            return False
        if not is_placeholder:
            if not (word[0].isalnum() or word[0] == "§"):
                return False
            if word[0].islower() and not is_address:
                return self._is_small_label(start) and self._is_ordinary(stop)
        run = _MARKS.match(self.text, stop)
        mark = run[0] if run else "."
        if "!" in mark or "?" in mark:
            return not marks.strip().startswith(("–", "-"))
        if mark != ".":
            return is_starter(word) and "(" not in marks
        return self._full_stop(stop, word, is_placeholder, glued and not is_placeholder)

    def _full_stop(self, stop: int, word: str, is_placeholder: bool, glued: bool) -> bool:
        for short in self.short:
            if short.end == stop + 1:
                kind = stop_after_multi_part(short.of(self.text))
                return kind is Stop.MAY_END and is_starter(word)
        if self._ends_span(stop):
            return not glued
        last, start = self._last_word(stop)
        if not last:
            return True
        if glued:
            return len(last) > 1 < len(word) and last[1:].islower() and self._is_ordinary(stop)
        if _LABEL.fullmatch(last) and self._is_label(start):
            return False
        if _NUMBER.fullmatch(last):
            return self._number_ends(last, start, word, is_placeholder)
        if _DOTTED_NUMBER.fullmatch(last):
            return not is_placeholder
        if len(last) == 1 and last.isalpha():
            return self._letter_ends(last, start, word)
        kind = stop_after(last)
        if kind is Stop.MAY_END:
            return is_starter(word) and not is_placeholder
        if kind is Stop.BEFORE_NUMBER:
            return not (word[0].isdigit() or _NUMBER.fullmatch(word) or is_placeholder)
        return kind is Stop.ORDINARY

    def _number_ends(self, number: str, start: int, word: str, is_placeholder: bool) -> bool:
        """Whether *3.* is a number and a full stop, not the ordinal of what follows."""
        before, place = self._word_before(start)
        if before in _LIST_WORDS:
            earlier, place = self._word_before(place)
            if earlier[-1:].isdigit() and self.text[place + len(earlier)] != ".":
                return word not in ORDINAL_NOUNS or self._word_before(place)[0] in TAKES_NUMBER
        if before in TAKES_NUMBER or (number.isdigit() and len(number) >= 4):
            return True
        if is_placeholder or word in ORDINAL_NOUNS:
            return False
        if is_starter(word):
            return True
        if before.lower() in ORDINAL_CUES or not number.isdigit():
            return False
        return before[:1].isupper() or int(number) > 100

    def _letter_ends(self, letter: str, start: int, word: str) -> bool:
        """Whether a single letter with a stop is the end, not an initial or part of *z. B.*."""
        before, _ = self._word_before(start)
        if before in TAKES_NUMBER:
            return True
        return is_starter(word) and (letter.isupper() or before[-1:].isdigit())

    def _is_label(self, start: int) -> bool:
        """Whether a number or letter at ``start`` numbers what follows: *1.*, *II. 1.*, *A.*."""
        if _LABELS.fullmatch(self.text, self.sentence_start, start):
            return True
        return self.text[self.sentence_start : start].rstrip(' \t\n"„»«“')[-1:] in {":", ";"}

    def _is_small_label(self, start: int) -> bool:
        """Whether *a)* stands at ``start`` and does not itself follow a label (*1. a)*)."""
        if not _SMALL_LABEL.match(self.text, start):
            return False
        return _LABELS.fullmatch(self.text, self.sentence_start, start) is None

    def _is_ordinary(self, stop: int) -> bool:
        last, _ = self._last_word(stop)
        return stop_after(last) is Stop.ORDINARY and not (len(last) == 1 and last.isalpha())

    def _last_word(self, stop: int) -> tuple[str, int]:
        """Give the word that ends at ``stop`` and where it begins."""
        return _word_ending_at(self.text, self.sentence_start, stop)

    def _word_before(self, place: int) -> tuple[str, int]:
        """Give the word before ``place`` without its full stop, or the comma or § there."""
        low = self.sentence_start
        while place > low and self.text[place - 1] in " \t\n.:(":
            place -= 1
        if place > low and self.text[place - 1] in ",;§":
            return self.text[place - 1], place - 1
        return _word_ending_at(self.text, low, place)

    def _ends_span(self, stop: int) -> bool:
        """Whether a protected span ends right before ``stop`` or with the mark there."""
        index = bisect.bisect_right(self.starts, stop) - 1
        return index >= 0 and self.opaque[index].range.end in (stop, stop + 1)

    def _span_at(self, place: int) -> ProtectedSpan | None:
        index = bisect.bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.opaque[index].range.end:
            return self.opaque[index]
        return None


def _word_ending_at(text: str, low: int, place: int) -> tuple[str, int]:
    found = _WORD_BEFORE.search(text, max(low, place - _LOOK_BACK), place)
    if found is None:
        return "", place
    word = found[0].lstrip(".-/'’&+")
    return word, place - len(word)


def _brackets(text: str) -> list[tuple[int, int]]:
    """Find start and end of every bracketed stretch; brackets without partner are left out."""
    if "(" not in text and "[" not in text:
        return []
    opened: list[int] = []
    pairs = []
    for match in re.finditer(r"[()\[\]]", text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.start() - start <= _LONGEST_BRACKET:
                pairs.append((start, match.start()))
    return pairs
