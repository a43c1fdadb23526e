"""Figures for trees: tags, features, heads and relations, punctuation excluded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from training import treebank
from training.lemma_table import ONE_LEMMA

FEATURES = ("Case", "Number", "Gender", "Person", "Tense", "Mood", "VerbForm")


def parse(nlp: Language, trees: list[treebank.Tree]) -> Iterable[tuple[treebank.Tree, Doc]]:
    """Pairs of tree and parsed document on the tree's own tokens."""
    docs = (treebank.example(nlp.vocab, [tree]).predicted for tree in trees)
    return zip(trees, nlp.pipe(docs, batch_size=64), strict=True)


def score_trees(nlp: Language, trees: list[treebank.Tree]) -> dict[str, float]:
    """Shares of tokens that are right: ``tag``, ``morph``, ``lemma``, ``uas``, ``las``.

    ``lemma*`` takes *dieser* for *dies* and *anderer* for *ander*: the treebanks differ there.
    """
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for tree, doc in parse(nlp, trees):
        for word, token in zip(tree.words, doc, strict=True):
            if word.relation == "punct" or word.pos == "PUNCT":
                continue
            total["uas"] += 1
            total["las"] += 1
            head = token.head.i == word.head
            right["uas"] += head
            right["las"] += head and token.dep_.lower() == word.relation.lower()
            total["morph"] += 1
            right["morph"] += same_features(word.morph, str(token.morph))
            total["lemma"] += 1
            right["lemma"] += token.lemma_ == word.lemma
            total["lemma*"] += 1
            right["lemma*"] += token.lemma_ == ONE_LEMMA.get(word.lemma, word.lemma)
            if word.tag:
                total["tag"] += 1
                right["tag"] += token.tag_ == word.tag
    names = ("tag", "morph", "lemma", "lemma*", "uas", "las")
    return {name: right[name] / total[name] if total[name] else 0.0 for name in names}


def same_features(gold: str, found: str) -> bool:
    """Whether all seven counted features agree."""
    wanted, given = _features(gold), _features(found)
    return all(wanted.get(name) == given.get(name) for name in FEATURES)


def _features(morph: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in morph.split("|") if "=" in part)
