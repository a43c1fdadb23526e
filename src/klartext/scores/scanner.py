"""Reads a stretch of text from left to right and says what each piece of it counts for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span

from klartext.language.parse import protected_in, text_of
from klartext.language.spans import SpanLabel
from klartext.scores.counted_word import ENDS_UNIT, CountedWord, WordKind
from klartext.scores.forms import first_full_form, is_acronym, is_pronounceable, is_roman
from klartext.scores.long_forms import compact
from klartext.types import Placeholder, PlaceholderType, TextRange

_SILENT = ENDS_UNIT | {PlaceholderType.CONTROL}
_ATOMIC = frozenset(
    {SpanLabel.PHONE, SpanLabel.EMAIL, SpanLabel.WEB, SpanLabel.ACCOUNT, SpanLabel.REFERENCE}
)
_ONE_WORD_IN_RULES = _ATOMIC | {
    SpanLabel.CITATION,
    SpanLabel.DATE,
    SpanLabel.ADDRESS,
    SpanLabel.LAW,
}
_IN_CITATION = {"Abs.": "Absatz", "S.": "Satz"}
_SYMBOLS = {"€": "Euro", "%": "Prozent", "°": "Grad", "§": "Paragraf"}
_ALSO_A_WORD = frozenset({"Art."})

_LETTER = r"[^\W\d_]"
_DATE = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)")
_AMOUNT = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)")
_NUMBER = re.compile(rf"\d+(?:[.,:'’/]\d+)*(?:[-/.]?(?:{_LETTER}|\d)+)*")
_DOTTED = re.compile(rf"(?:{_LETTER}+(?:-{_LETTER}+)*\.\s?){{1,5}}")
_DOTTED_PART = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*\.\s?")
_WORD = re.compile(
    rf"{_LETTER}[\w'’]*(?:[-‑/:*·]-?[\w'’]+)*"
    rf"(?:\((?:innen|in|en|er|nen|n|r|s|m|e)\){_LETTER}*)?"
)
_SHAPE = re.compile(rf"{_LETTER}(?:[\w-]*{_LETTER})?")
_LOWER_RUN = re.compile(r"[a-zäöüß]{3}")


class Scanner:
    """One pass over the text of a span of tokens; arguments as in ``words.count_words``."""

    def __init__(
        self, span: Span, long_forms: Mapping[str, str], placeholders: Sequence[Placeholder]
    ) -> None:
        self.text = text_of(span.doc)
        self.start, self.end = span.start_char, span.end_char
        self.long_forms = long_forms
        self.tokens = list(span)
        self.token_starts = [token.idx for token in self.tokens]
        self.spans = [
            (SpanLabel(item.label_), TextRange(item.start_char, item.end_char))
            for item in protected_in(span.doc)
            if item.start_char < self.end and self.start < item.end_char
        ]
        self.atoms = self._atoms(placeholders)

    def _atoms(self, placeholders: Sequence[Placeholder]) -> list[tuple[TextRange, WordKind, int]]:
        """Stretches that are counted without looking inside, with the words they count for."""
        atoms = [
            (item.range, WordKind.PLACEHOLDER, int(item.type not in _SILENT))
            for item in placeholders
            if item.range.start < self.end and self.start < item.range.end
        ]
        known = list(atoms)
        for label, where in self.spans:
            if label is SpanLabel.PLACEHOLDER:
                if not any(where.overlaps(atom[0]) for atom in known):
                    atoms.append((where, WordKind.PLACEHOLDER, 1))
            elif label in _ATOMIC:
                atoms.append((where, WordKind.IDENTIFIER, 1))
        return sorted(atoms)

    def scan(self) -> list[CountedWord]:
        """The counted words in text order."""
        found: list[CountedWord] = []
        place = self.start
        for where, kind, words in self.atoms:
            if where.start < place:
                continue
            found += self._scan_text(place, where.start)
            if words:
                found.append(CountedWord(where, kind, words, (), where.start))
            place = where.end
            if kind is WordKind.PLACEHOLDER:
                place = self._skip_ending(place)
        return found + self._scan_text(place, self.end)

    def _skip_ending(self, place: int) -> int:
        """Past letters fastened to a placeholder: the *s* of ``{{Name}}s``."""
        while place < self.end and self.text[place].isalpha():
            place += 1
        return place

    def _scan_text(self, start: int, end: int) -> list[CountedWord]:
        found: list[CountedWord] = []
        place = start
        while place < end:
            sign = self.text[place]
            if sign.isdecimal():
                pieces, place = self._number(place, end)
            elif sign.isalpha():
                pieces, place = self._dotted(place, end) or self._word(place, end)
            elif sign in _SYMBOLS:
                after = place + 1
                while sign == "§" and after < end and self.text[after] == "§":
                    after += 1
                pieces = [
                    CountedWord(TextRange(place, after), WordKind.SYMBOL, 1, (_SYMBOLS[sign],))
                ]
                place = after
            else:
                place += 1
                continue
            found += [self._placed(piece) for piece in pieces]
        return found

    def _placed(self, word: CountedWord) -> CountedWord:
        for label, span in self.spans:
            if label in _ONE_WORD_IN_RULES and span.overlaps(word.range):
                return replace(word, whole=span.start, in_citation=label is SpanLabel.CITATION)
        return word

    def _inside(self, place: int, *labels: SpanLabel) -> bool:
        return any(
            label in labels and where.start <= place < where.end for label, where in self.spans
        )

    def _tag(self, place: int) -> str:
        return self.tokens[self._token(place)].tag_

    def _token(self, place: int) -> int:
        return max(0, bisect_right(self.token_starts, place) - 1)

    def _number(self, place: int, end: int) -> tuple[list[CountedWord], int]:
        in_date = self._inside(place, SpanLabel.DATE)
        date = _DATE.match(self.text, place, end)
        if date and (in_date or re.search(r"\d{4}", date[0])):
            return [CountedWord(TextRange(*date.span()), WordKind.NUMBER, 3)], date.end()
        match = None
        if self._inside(place, SpanLabel.AMOUNT):
            match = _AMOUNT.match(self.text, place, end)
        match = match or _NUMBER.match(self.text, place, end)
        assert match
        where, form = TextRange(*match.span()), match[0]
        if _LOWER_RUN.search(form):
            shape = re.sub(r"[^\w-]|\d", "", form).strip("-")
            return [CountedWord(where, WordKind.WORD, 1, (shape,))], match.end()
        parts = form.split("-")
        words = len(parts) if all(part.isdigit() for part in parts) else 1
        return [CountedWord(where, WordKind.NUMBER, words)], match.end()

    def _dotted(self, place: int, end: int) -> tuple[list[CountedWord], int] | None:
        """Abbreviations with full stops; the longest known one first."""
        match = _DOTTED.match(self.text, place, end)
        if match is None:
            return None
        parts = list(_DOTTED_PART.finditer(self.text, place, match.end()))
        stops = [part.start() + part[0].rindex(".") + 1 for part in parts]
        for number in range(len(parts), 0, -1):
            stop = stops[number - 1]
            if number == 1 and not self._is_part_of_word(stop - 1):
                continue
            key = compact(self.text[place:stop])
            known = self._long_form(key, place)
            if known and not (key in _ALSO_A_WORD and self._ends_sentence(stop, place)):
                return [self._spelled_out(TextRange(place, stop), known)], stop
        if not self._is_part_of_word(stops[0] - 1):
            return None
        last = 0
        while last + 1 < len(parts) and all(
            len(part[0].strip()) == 2 for part in parts[: last + 2]
        ):
            last += 1
        if stops[0] - place > 2 and stops[0] >= self.end:
            return None
        where = TextRange(place, stops[last])
        return [CountedWord(where, WordKind.ABBREVIATION, 1)], where.end

    def _is_part_of_word(self, stop: int) -> bool:
        """Whether the full stop at this place belongs to the token before it."""
        return self.token_starts[self._token(stop)] < stop

    def _ends_sentence(self, stop: int, place: int) -> bool:
        return stop >= self.end and not self._inside(place, SpanLabel.CITATION)

    def _long_form(self, key: str, place: int) -> str | None:
        if self._inside(place, SpanLabel.CITATION, SpanLabel.LAW) and key in _IN_CITATION:
            return _IN_CITATION[key]
        return self.long_forms.get(key)

    @staticmethod
    def _spelled_out(where: TextRange, long_form: str) -> CountedWord:
        words = len(long_form.split())
        return CountedWord(where, WordKind.ABBREVIATION, words, _shapes(long_form))

    def _word(self, place: int, end: int) -> tuple[list[CountedWord], int]:
        match = _WORD.match(self.text, place, end)
        assert match
        form = match[0].rstrip("_'’")
        where = TextRange(place, place + len(form))
        if law := self._law(form, place):
            return [CountedWord(where, WordKind.ABBREVIATION, 1, (law,))], where.end
        if full := first_full_form(form):
            return [CountedWord(where, WordKind.WORD, 1, (full,))], where.end
        found = []
        for part in re.finditer(r"[^/:*·]+", form):
            start = place + part.start()
            if re.search(_LETTER, part[0]):
                found.append(self._single(TextRange(start, start + len(part[0])), part[0]))
            elif re.search(r"\d", part[0]):
                found.append(
                    CountedWord(TextRange(start, start + len(part[0])), WordKind.NUMBER, 1)
                )
        return found, where.end

    def _law(self, form: str, place: int) -> str | None:
        """The name of a law in a citation as one word; of a name of several its longest word."""
        if not self._inside(place, SpanLabel.CITATION, SpanLabel.LAW):
            return None
        name = self.long_forms.get(form)
        if name is None or not is_acronym(form.split("/")[0]):
            return None
        return max(_shapes(name), key=len)

    def _single(self, where: TextRange, form: str) -> CountedWord:
        form = form.strip("-‑")
        tag = self._tag(where.start)
        if is_roman(form):
            return CountedWord(where, WordKind.NUMBER, 1)
        if self._inside(where.start, SpanLabel.ADDRESS) or tag == "NE":
            return CountedWord(where, WordKind.NAME, 1)
        if sum(map(str.isalpha, form)) == 1 or is_acronym(form, tag):
            return CountedWord(where, WordKind.ACRONYM, 1)
        if not is_pronounceable(form) or (form[0].islower() and not form.islower()):
            known = self.long_forms.get(form) or self.long_forms.get(form + ".")
            if known:
                return self._spelled_out(where, known)
            if not is_pronounceable(form):
                return CountedWord(where, WordKind.ABBREVIATION, 1)
        shape = re.sub(r"[^\w-]|[\d_]", "", form.replace("‑", "-")).strip("-")
        return CountedWord(where, WordKind.WORD, 1, (shape,))


def _shapes(long_form: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _SHAPE.finditer(long_form))
