"""Long words and long paragraphs: work grows with the text, not with its square."""

from __future__ import annotations

from klartext.language.lexicon import open_lexicon
from klartext.language.pipeline import LEXICON


def test_blob_of_letters_leaves_no_trace() -> None:
    lexicon = open_lexicon(LEXICON)
    before = len(lexicon._class_cache)
    assert lexicon.compound_head("Q" + "xq" * 5_000) is None
    assert len(lexicon._class_cache) - before < 100


def test_long_compound_keeps_its_head() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung"
    assert open_lexicon(LEXICON).compound_head(word) == "Verordnung"
