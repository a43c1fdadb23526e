"""Load the bundled pipeline and parse letters with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from klartext.errors import KlartextError
from klartext.language import agreement, features, lemmas, sentences
from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.language.tokens import WordTokenizer
from klartext.language.whitespace import carry_back, has_whitespace, without_whitespace
from klartext.types import Block, Letter

MODEL = Path(__file__).with_name("de_klartext_amt")
LEXICON = MODEL / "lexicon"

# importing the components registers their factories
__all__ = ["LEXICON", "MODEL", "Pipeline", "agreement", "lemmas", "load_pipeline", "sentences"]


class Pipeline:
    """The German pipeline: tokens, protected spans, sentences, tags, features, lemmas, parse."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.tokenizer = cast(WordTokenizer, nlp.tokenizer)

    @property
    def version(self) -> str:
        """Name and version, as reports print it."""
        return f"{self.nlp.meta['lang']}_{self.nlp.meta['name']} {self.nlp.meta['version']}"

    def parse(self, letter: Letter) -> ParsedLetter:
        """Parse every block of a letter; no sentence crosses a block."""
        docs = self.parse_blocks(letter.blocks)
        pairs = zip(letter.blocks, docs, strict=True)
        return ParsedLetter(letter, tuple(ParsedBlock(block, doc) for block, doc in pairs))

    def parse_blocks(self, blocks: Sequence[Block]) -> list[Doc]:
        """One ``Doc`` for each block, placeholders as single tokens."""
        return self._annotate(
            self.tokenizer.make_doc(block.text, [item.range for item in block.placeholders])
            for block in blocks
        )

    def parse_texts(self, texts: Iterable[str]) -> list[Doc]:
        """Parse plain texts without placeholders, one ``Doc`` each."""
        return self._annotate(map(self.tokenizer.make_doc, texts))

    def _annotate(self, docs: Iterable[Doc]) -> list[Doc]:
        plain = list(docs)
        seen = [without_whitespace(doc) if has_whitespace(doc) else doc for doc in plain]
        finished = self.nlp.pipe((doc for doc in seen if len(doc)), batch_size=64)
        parsed = [next(finished) if len(doc) else doc for doc in seen]
        return [
            done if bare is doc else carry_back(done, doc)
            for doc, bare, done in zip(plain, seen, parsed, strict=True)
        ]


@lru_cache(maxsize=2)
def load_pipeline(folder: Path = MODEL) -> Pipeline:
    """The pipeline in ``folder``, loaded once per process.

    Raises:
        KlartextError: E301 if files are missing or damaged.
    """
    before = get_current_ops()
    # numpy's matrix product is three times as fast as the default on current processors
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp = spacy.load(folder, exclude=["tokenizer"])
        nlp.tokenizer = WordTokenizer(nlp.vocab)
        features.attach_lexicon(cast(Any, nlp.get_pipe("tok2vec")).model, folder / "lexicon")
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise KlartextError("E301", grund=reason) from error
    finally:
        set_current_ops(before)
    return Pipeline(nlp)
