"""Lemmas of closed-class words, counted in the trees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from klartext.language.lemmas import CLOSED_TAGS, Lemmatizer
from training.treebank import Tree, Word

_LEAST = 3
_LEAST_OPEN = 8
_AGREEMENT = 0.9
ONE_LEMMA = {"dieser": "dies", "anderer": "ander", "andere": "ander"}
"""The treebanks name these words in several ways; ours is that of the administrative trees."""


def closed_class_lemmas(trees: Iterable[Tree]) -> dict[str, str]:
    """``"form tag"`` → its commonest lemma, for words of closed classes seen three times or more.

    Forms are lower case; where a capital changes the lemma (*Sie*, *sie*) both are listed.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for index, word in enumerate(tree.words):
            if (word.tag in CLOSED_TAGS or _pronominal(word)) and word.form.isalpha():
                polite = word.form.startswith(("Sie", "Ih"))
                form = word.form if index or polite else word.form.lower()
                counts[form, word.tag][ONE_LEMMA.get(word.lemma, word.lemma)] += 1
    table = {}
    for (form, tag), lemmas in counts.items():
        if sum(lemmas.values()) >= _LEAST:
            table[f"{form} {tag}"] = lemmas.most_common(1)[0][0]
    return {
        key: lemma
        for key, lemma in table.items()
        if key[0].islower() or table.get(key[0].lower() + key[1:]) != lemma
    }


def _pronominal(word: Word) -> bool:
    return word.tag == "ADJA" and word.form.lower().startswith("ander")


def open_class_corrections(trees: Iterable[Tree], lemmatizer: Lemmatizer) -> dict[str, str]:
    """Frequent words whose lemma in the trees differs from the one the lexicon leads to.

    Only forms with one clear lemma enter, such as *erste*, *besondere*, *anderen*.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    guesses: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree.words:
            if word.tag in ("NN", "ADJA", "ADJD", "VVFIN", "VVPP", "VVINF") and word.form.isalpha():
                features = dict(part.split("=", 1) for part in word.morph.split("|") if "=" in part)
                key = (word.form, word.tag)
                counts[key][word.lemma] += 1
                guesses[key][lemmatizer.lemma(word.form, word.tag, features)] += 1
    table = {}
    for (form, tag), lemmas in sorted(counts.items()):
        total = sum(lemmas.values())
        lemma, count = lemmas.most_common(1)[0]
        is_clear = total >= _LEAST_OPEN and count >= _AGREEMENT * total and "ß" not in lemma
        if is_clear and guesses[form, tag][lemma] < 0.5 * total:
            table[f"{form} {tag}"] = lemma
    return table
