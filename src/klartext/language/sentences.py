"""Pipeline component that decides the sentence start of every token by rule."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from klartext.language.boundaries import find_boundaries
from klartext.language.protected import find_spans
from klartext.language.spans import GROUP, ProtectedSpan, SpanLabel
from klartext.types import TextRange

NAME = "klartext_sentences"


@Language.factory(NAME, assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> SentenceBoundaries:
    """Make the component of ``nlp.add_pipe("klartext_sentences")``; it has no settings."""
    return SentenceBoundaries()


class SentenceBoundaries:
    """Sets ``is_sent_start`` of every token to true or false, never to unknown.

    It reads the text and the protected spans of ``WordTokenizer``; for a ``Doc`` that has none
    it finds them itself. It needs no tags and runs before the tagger.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Decide every token of ``doc`` and give it back."""
        if len(doc) == 0:
            return doc
        offsets = doc.to_array([IDX]).astype(np.int64).ravel()
        starts = np.full(len(doc), -1, dtype=np.int64)
        starts[0] = 1
        text = doc.text
        boundaries = find_boundaries(text, protected_spans(doc, text))
        following = [place.next for place in boundaries]
        tokens = np.searchsorted(offsets, following)
        starts[tokens[tokens < len(doc)]] = 1
        doc.from_array([SENT_START], cast("Any", starts.reshape(-1, 1).astype(np.uint64)))
        return doc


def protected_spans(doc: Doc, text: str | None = None) -> list[ProtectedSpan]:
    """Give the protected spans of a ``Doc`` by character offsets, found anew if it has none.

    ``text`` is ``doc.text`` where the caller has it already; spaCy builds it anew each time.
    """
    if GROUP not in doc.spans:
        return find_spans(doc.text if text is None else text)
    return [
        ProtectedSpan(
            SpanLabel(span.label_), TextRange(span.start_char, span.end_char), span.id_ or None
        )
        for span in doc.spans[GROUP]
    ]
