"""Split a text into words: spaCy's German tokenizer, repaired for letters of authorities."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

from spacy.attrs import IDX, LENGTH, ORTH
from spacy.lang.de import German
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from klartext.language.abbreviations import Stop, stop_after
from klartext.language.boundaries import find_boundaries
from klartext.language.features import PLACEHOLDER_NORM
from klartext.language.protected import find_spans
from klartext.language.spans import GROUP, ProtectedSpan, SpanLabel
from klartext.types import TextRange

TOKENIZER = "klartext.WordTokenizer.v1"

_WHOLE = frozenset({SpanLabel.PLACEHOLDER, SpanLabel.EMAIL, SpanLabel.WEB})
_WHOLE_CHUNKS = frozenset({SpanLabel.DATE, SpanLabel.REFERENCE, SpanLabel.PHONE, SpanLabel.ACCOUNT})
_KEEPS_STOP = frozenset({Stop.MAY_END, Stop.NEEDS_MORE})
_CHUNK = re.compile(r"[^\s()]+")
_SHORT = re.compile(r"(?<![\w.])[A-Za-zÄÖÜäöü][\wäöüß-]+\.(?=[\s,;:)\]“/]|$)")
_PARAGRAPH_SIGN = re.compile(r"§+")
_DAY_AND_MONTH = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}|\d{1,2}")


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], WordTokenizer]:
    """Make ``nlp.tokenizer`` in a pipeline's configuration."""
    return lambda nlp: WordTokenizer(nlp.vocab)


class WordTokenizer:
    """Turns a text into a ``Doc`` whose ``text`` equals it and marks its protected spans.

    Beyond spaCy's rules: a placeholder, e-mail or web address is one token; dates, times, file
    and phone numbers are one token between two blanks; ``§§`` is one token, *§5* two;
    abbreviations keep their full stop; a full stop that ends a sentence is a token of its own
    after numbers, dates and short names (*AufenthG.*). ``Doc.spans["protected"]`` holds the
    spans, widened to whole tokens; ``Span.id_`` is their value.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._base = _german_tokenizer(vocab)

    def __call__(self, text: str) -> Doc:
        """Make the ``Doc`` of a text without placeholders."""
        return self.make_doc(text)

    def make_doc(self, text: str, placeholders: Sequence[TextRange] = ()) -> Doc:
        """Make the ``Doc`` of a text.

        Args:
            text: the text of one block.
            placeholders: ranges of its placeholders; each becomes one token whose ``norm_`` is
                ``features.PLACEHOLDER_NORM``.
        """
        spans = find_spans(text, placeholders)
        doc = self._base(text)
        wholes, cuts = _repairs(text, spans)
        if wholes or cuts:
            doc = self._rebuild(doc, text, wholes, cuts)
        _mark(doc, spans)
        if "§§" in text:
            for token in doc:
                if token.text == "§§":
                    token.norm_ = "§"  # the trees of the training data know single signs only
        return doc

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Make one ``Doc`` for each text; ``batch_size`` is part of spaCy's interface only."""
        return map(self, texts)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Give nothing: the rules are code. Part of spaCy's interface."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> WordTokenizer:
        """Change nothing. Part of spaCy's interface."""
        return self

    def to_disk(self, path: Path | str, **kwargs: Any) -> None:
        """Write nothing. Part of spaCy's interface."""

    def from_disk(self, path: Path | str, **kwargs: Any) -> WordTokenizer:
        """Change nothing. Part of spaCy's interface."""
        return self

    def _rebuild(self, doc: Doc, text: str, wholes: list[TextRange], cuts: set[int]) -> Doc:
        ranges = self._merge(doc, text, wholes)
        if cuts:
            ranges = _cut(ranges, cuts)
        words = [text[start:end] for start, end in ranges]
        spaces = [
            text[end : end + 1] == " " and following == end + 1
            for (_, end), following in zip(
                ranges, [start for start, _ in ranges[1:]] + [len(text)], strict=True
            )
        ]
        return Doc(self.vocab, words=words, spaces=spaces)

    def _merge(self, doc: Doc, text: str, wholes: list[TextRange]) -> list[tuple[int, int]]:
        """Find the borders of the tokens once every stretch of ``wholes`` is one of them."""
        old = [(int(idx), int(idx + length)) for idx, length in doc.to_array([IDX, LENGTH])]
        merged: list[tuple[int, int]] = []
        index = 0
        for whole in wholes:
            while index < len(old) and old[index][1] <= whole.start:
                merged.append(old[index])
                index += 1
            if index < len(old) and old[index][0] < whole.start:
                merged += self._pieces(text, old[index][0], whole.start)
            merged.append((whole.start, whole.end))
            while index < len(old) and old[index][1] <= whole.end:
                index += 1
            if index < len(old) and old[index][0] < whole.end:
                rest = self._pieces(text, whole.end, old[index][1])
                old[index : index + 1] = rest
        return merged + old[index:]

    def _pieces(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Tokenize a stretch that a repair has torn off its token."""
        return [
            (start + token.idx, start + token.idx + len(token))
            for token in self._base(text[start:end])
        ]


def _german_tokenizer(vocab: Vocab) -> Callable[[str], Doc]:
    """Make spaCy's tokenizer for German; its exceptions keep their own form as norm.

    The pipeline is trained on words whose norm is the lower-case form.
    """
    tokenizer: Any = German(vocab=vocab).tokenizer
    tokenizer.rules = {
        form: [{ORTH: part[ORTH]} for part in parts] for form, parts in tokenizer.rules.items()
    }
    return cast("Callable[[str], Doc]", tokenizer)


def _repairs(text: str, spans: list[ProtectedSpan]) -> tuple[list[TextRange], set[int]]:
    """Find stretches that must be one token, sorted, and offsets where a token must end."""
    wholes: list[TextRange] = []
    cuts: set[int] = set()
    for span in spans:
        start, end = span.range.start, span.range.end
        if span.label in _WHOLE:
            wholes.append(span.range)
        elif span.label in _WHOLE_CHUNKS or span.label is SpanLabel.ABBREVIATION:
            wholes += [
                TextRange(start + chunk.start(), start + chunk.end())
                for chunk in _CHUNK.finditer(text[start:end])
            ]
        elif span.label is SpanLabel.TIME:
            clock = _CLOCK.match(text, start)
            if clock:
                wholes.append(TextRange(*clock.span()))
        elif span.label is SpanLabel.CITATION or span.label is SpanLabel.LAW:
            cuts.add(end)
    extra = [TextRange(*match.span()) for match in _PARAGRAPH_SIGN.finditer(text)]
    ends = {place.stop for place in find_boundaries(text, spans)}
    for match in _SHORT.finditer(text):
        kind, stop = stop_after(match[0][:-1]), match.end() - 1
        if kind in _KEEPS_STOP or (kind is Stop.BEFORE_NUMBER and stop not in ends):
            extra.append(TextRange(*match.span()))
            ends.discard(stop)
    kept = {span.range.end - 1 for span in spans if span.label is SpanLabel.ABBREVIATION}
    cuts |= {stop for stop in ends - kept if text[stop] == "." and _stands_alone(text, stop)}
    return _without_overlaps(wholes, extra), cuts


def _stands_alone(text: str, stop: int) -> bool:
    """Whether a full stop at the end of a sentence is a token of its own: not in *31.12.*."""
    return (
        stop > 0
        and text[stop - 1].isalnum()
        and text[stop + 1 : stop + 2] != "."
        and not _DAY_AND_MONTH.search(text, max(0, stop - 8), stop)
    )


def _without_overlaps(wholes: list[TextRange], extra: list[TextRange]) -> list[TextRange]:
    """Join both in text order, without those of ``extra`` that touch one of ``wholes``."""
    starts = [whole.start for whole in wholes]
    kept = list(wholes)
    for stretch in extra:
        index = bisect.bisect_left(starts, stretch.end)
        if index == 0 or wholes[index - 1].end <= stretch.start:
            kept.append(stretch)
    return sorted(kept)


def _cut(ranges: list[tuple[int, int]], cuts: set[int]) -> list[tuple[int, int]]:
    """Give the same tokens, those split that have one of ``cuts`` inside."""
    ordered = sorted(cuts)
    result: list[tuple[int, int]] = []
    for start, end in ranges:
        low = bisect.bisect_right(ordered, start)
        for cut in ordered[low : bisect.bisect_left(ordered, end)]:
            result.append((start, cut))
            start = cut
        result.append((start, end))
    return result


def _mark(doc: Doc, spans: list[ProtectedSpan]) -> None:
    """Put the spans into ``doc.spans`` and give placeholders their norm."""
    if not spans:
        doc.spans[GROUP] = []
        return
    offsets = doc.to_array([IDX, LENGTH]).astype("int64")
    starts, ends = offsets[:, 0], offsets[:, 0] + offsets[:, 1]
    group = []
    for span in spans:
        first = int(starts.searchsorted(span.range.start, side="right")) - 1
        last = int(ends.searchsorted(span.range.end, side="left"))
        group.append(Span(doc, first, last + 1, label=str(span.label), span_id=span.value or ""))
        if span.label is SpanLabel.PLACEHOLDER:
            doc[first].norm_ = PLACEHOLDER_NORM
    doc.spans[GROUP] = group
