"""A parsed block prepared for matching: plain lists instead of thousands of token objects."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from klartext.language.parse import protected_in
from klartext.language.spans import SpanLabel
from klartext.types import TextRange

CONTRACTIONS = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für",
    "im": "in", "ins": "in", "ums": "um", "vom": "von", "zum": "zu", "zur": "zu",
}  # fmt: skip
"""Preposition with article → preposition."""

CONTENT_TAGS = frozenset(
    "NN NE TRUNC ADJA ADJD VVFIN VVINF VVIZU VVPP VVIMP VAFIN VAINF VAPP VMFIN VMINF".split()
)
_OPAQUE = {
    str(label)
    for label in SpanLabel
    if label not in (SpanLabel.ABBREVIATION, SpanLabel.LAW, SpanLabel.QUOTE)
}


@dataclass(slots=True)
class View:
    """Columns of a ``Doc``, one item a token.

    ``lemmas`` are lower case; verbs with a separated prefix carry it (*fügt … bei* →
    *beifügen*). ``particle`` is the index of that prefix or -1. ``opaque`` marks tokens inside
    citations, dates, names of files and other stretches no entry may touch; ``law`` those in
    names of statutes. ``uncertain`` marks verbs whose prefix two clues see differently.
    """

    doc: Doc
    texts: list[str]
    lowers: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    sentence_end: list[int]
    sentence_start: list[int]
    particle: list[int]
    uncertain: set[int]
    opaque: set[int]
    law: set[int]

    def __len__(self) -> int:
        return len(self.texts)

    def feature(self, index: int, name: str) -> str:
        """A morphological feature of a token, empty if it has none."""
        values: list[str] = self.doc[index].morph.get(name, [])
        return values[0] if values else ""

    def place(self, index: int) -> TextRange:
        """Where a token stands in the text."""
        token = self.doc[index]
        return TextRange(token.idx, token.idx + len(token))

    def ranges(self, tokens: tuple[int, ...]) -> tuple[TextRange, ...]:
        """Where tokens stand; neighbours with at most one character between them are joined."""
        merged: list[TextRange] = []
        for index in tokens:
            own = self.place(index)
            if merged and own.start - merged[-1].end < 2:
                merged[-1] = TextRange(merged[-1].start, own.end)
            else:
                merged.append(own)
        return tuple(merged)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of the relations."""
        return next((item for item in self.children[index] if self.deps[item] in deps), None)

    def sentence(self, index: int) -> range:
        """Indices of the tokens of the sentence that holds a token."""
        return range(self.sentence_start[index], self.sentence_end[index])

    def subtree(self, index: int) -> list[int]:
        """A token and everything below it, in text order."""
        found, todo = [], [index]
        while todo:
            current = todo.pop()
            found.append(current)
            todo += self.children[current]
        return sorted(found)


_KEY = "klartext_glossary_view"


def view(doc: Doc) -> View:
    """The lists of a ``Doc``, made when they are first asked for."""
    known = doc.user_data.get(_KEY)
    if known is None or len(known.texts) != len(doc):
        known = doc.user_data[_KEY] = _view(doc)
    return known


def _view(doc: Doc) -> View:
    texts, lowers, lemmas, tags, deps, heads = [], [], [], [], [], []
    starts: list[int] = []
    for token in doc:
        text = token.text
        texts.append(text)
        lowers.append(text.lower())
        lemmas.append((token.lemma_ or text).lower())
        tags.append(token.tag_)
        deps.append(token.dep_)
        heads.append(token.head.i)
        if token.is_sent_start or token.i == 0:
            starts.append(token.i)
    size = len(texts)
    children: list[list[int]] = [[] for _ in range(size)]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    sentence_start, sentence_end = [0] * size, [size] * size
    for start, end in zip(starts, [*starts[1:], size][: len(starts)], strict=True):
        sentence_start[start:end] = [start] * (end - start)
        sentence_end[start:end] = [end] * (end - start)
    particle, uncertain = [-1] * size, set()
    for index in range(size):
        is_tagged, is_linked = tags[index] == "PTKVZ", deps[index] == "compound:prt"
        if not (is_tagged or is_linked):
            continue
        head = heads[index]
        if is_tagged and is_linked and tags[head][:1] == "V":
            particle[head] = index
            lemmas[head] = lowers[index] + lemmas[head]
        else:
            uncertain.add(head)
    opaque, law = _protected(doc)
    return View(
        doc, texts, lowers, lemmas, tags, deps, heads, children, sentence_end, sentence_start,
        particle, uncertain, opaque, law,
    )  # fmt: skip


def _protected(doc: Doc) -> tuple[set[int], set[int]]:
    opaque: set[int] = set()
    law: set[int] = set()
    for span in protected_in(doc):
        if span.label_ in _OPAQUE:
            opaque.update(range(span.start, span.end))
        elif span.label_ == SpanLabel.LAW:
            law.update(range(span.start, span.end))
    return opaque, law
