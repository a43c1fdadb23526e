"""Word features of the bundled pipeline and the embedding layer that reads them.

spaCy's own ``MultiHashEmbed`` knows six attributes of a word. German endings and compounds
need two more: a longer ending, and what the full-form lexicon says a form can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

from klartext.language.lexicon import Lexicon, open_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

FEATURES = ("norm", "prefix", "suffix", "ending", "shape", "lexicon")
PLACEHOLDER_NORM = "⟨platzhalter⟩"

_DIGITS = re.compile(r"\d")


def word_features(text: str, norm: str, shape: str, lexicon: Lexicon | None) -> tuple[int, ...]:
    """The hashed features of one word form, in the order of ``FEATURES``.

    Args:
        text: the form as written.
        norm: ``Token.norm_``; placeholders carry ``PLACEHOLDER_NORM`` here.
        shape: ``Token.shape_`` (``Xxxxx``, ``dd.dd``).
        lexicon: the full-form lexicon, or ``None`` to leave that feature empty.
    """
    if norm == PLACEHOLDER_NORM:
        values = (norm, norm, norm, norm, norm, "~EIG")
    else:
        lowered = _DIGITS.sub("0", norm)
        values = (
            lowered,
            "p" + lowered[:3],
            "s" + lowered[-3:],
            "e" + lowered[-6:],
            shape,
            lexicon.ambiguity(text) if lexicon is not None else "",
        )
    return tuple(hash_string(value) for value in values)


@registry.architectures("klartext.WordEmbed.v1")  # type: ignore[untyped-decorator]
def build_word_embed(width: int, feature_width: int, rows: list[int]) -> Model[Any, Any]:
    """Embed the six word features and mix them to one vector a token.

    Args:
        width: length of the output vector.
        feature_width: length of the vector of one feature before mixing.
        rows: size of each hash table, in the order of ``FEATURES``.
    """
    if len(rows) != len(FEATURES):
        raise ValueError(f"{len(FEATURES)} table sizes needed, got {len(rows)}")
    tables: list[Model[Any, Any]] = [
        HashEmbed(feature_width, size, column=column, seed=column + 8, dropout=0.0)
        for column, size in enumerate(rows)
    ]
    extractor: Model[Any, Any] = Model("klartext-word-features", _Extractor())
    mixer = Maxout(width, len(FEATURES) * feature_width, nP=3, dropout=0.0, normalize=True)
    return chain(
        extractor,
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(mixer),
        ragged2list(),
    )


def attach_lexicon(model: Model[Any, Any], folder: Path) -> None:
    """Give every word-feature layer below ``model`` the lexicon in ``folder``."""
    for layer in model.walk():
        if isinstance(layer._func, _Extractor):
            layer._func = _Extractor(open_lexicon(folder))


class _Extractor:
    """Forward pass of the feature layer; holds what must not be saved with the model."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon
        self.cache: dict[tuple[int, int], Any] = {}

    def __call__(
        self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[Any], Callable[[Any], Any]]:
        return [self._rows(doc) for doc in docs], lambda gradients: []

    def _rows(self, doc: Doc) -> Any:
        cache = self.cache
        if len(cache) > 100_000:
            cache.clear()
        rows = np.empty((len(doc), len(FEATURES)), dtype=np.uint64)
        for index, token in enumerate(doc):
            key = (token.orth, token.norm)
            values = cache.get(key)
            if values is None:
                values = cache[key] = np.array(
                    word_features(token.text, token.norm_.lower(), token.shape_, self.lexicon),
                    dtype=np.uint64,
                )
            rows[index] = values
        return rows
