"""Read CoNLL-U trees and turn them into spaCy training examples."""

from __future__ import annotations

import lzma
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from klartext.language.features import PLACEHOLDER_NORM

ADMINISTRATIVE = ("amt24", "froide", "grundsteuer", "laws", "muc", "steuerlotse", "vwv")


@dataclass(frozen=True, slots=True)
class Word:
    """One line of a tree; ``head`` is the 0-based index in the sentence, itself for the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    relation: str
    space: bool
    norm: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence; ``starts_paragraph`` says that it does not follow on from the one before."""

    words: tuple[Word, ...]
    starts_paragraph: bool
    confidence: float


def read_trees(path: Path) -> Iterator[Tree]:
    """Trees of a ``.conllu`` or ``.conllu.xz`` file in document order.

    Raises:
        ValueError: if a line has not ten columns.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    words: list[Word] = []
    paragraph, confidence = False, 1.0
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, raw in enumerate(lines, 1):
            line = raw.rstrip("\n")
            if line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# conf"):
                confidence = float(line.partition("=")[2])
            elif line and not line.startswith("#"):
                columns = line.split("\t")
                if len(columns) != 10:
                    raise ValueError(f"{path.name}:{number}: {len(columns)} columns, not 10")
                words.append(_word(columns, len(words)))
            elif not line and words:
                yield Tree(tuple(words), paragraph, confidence)
                words, paragraph, confidence = [], False, 1.0
    if words:
        yield Tree(tuple(words), paragraph, confidence)


def _word(columns: list[str], index: int) -> Word:
    head = int(columns[6]) - 1
    relation = "ROOT" if head < 0 else columns[7]
    return Word(
        form=columns[1],
        lemma=columns[2],
        pos=columns[3],
        tag="" if columns[4] == "_" else columns[4],
        morph="" if columns[5] == "_" else columns[5],
        head=index if head < 0 else head,
        relation=relation,
        space="SpaceAfter=No" not in columns[9],
    )


def group(trees: list[Tree], largest: int = 5) -> Iterator[list[Tree]]:
    """Neighbouring sentences of one paragraph, up to ``largest`` together."""
    current: list[Tree] = []
    for tree in trees:
        if current and (tree.starts_paragraph or len(current) >= largest):
            yield current
            current = []
        current.append(tree)
    if current:
        yield current


def example(vocab: Vocab, trees: list[Tree]) -> Example:
    """A training example whose input already has its sentence boundaries, as in use."""
    words = [word for tree in trees for word in tree.words]
    spaces = [word.space for word in words]
    heads: list[int] = []
    starts: list[bool | int | None] = []
    offset = 0
    for tree in trees:
        heads += [offset + word.head for word in tree.words]
        starts += [index == 0 for index in range(len(tree.words))]
        offset += len(tree.words)
    tags = [word.tag for word in words]
    reference = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        lemmas=[word.lemma for word in words],
        morphs=[word.morph for word in words],
        pos=[word.pos for word in words],
        tags=tags,
        heads=heads,
        deps=[word.relation for word in words],
    )
    predicted = Doc(vocab, words=[word.form for word in words], spaces=spaces, sent_starts=starts)
    for token, word in zip(predicted, words, strict=True):
        if word.norm:
            token.norm_ = word.norm
    return Example(predicted, reference)


def frequent_morphs(trees: list[Tree], least: int) -> dict[str, str]:
    """Map each rare ``UPOS|features`` label to the nearest one seen ``least`` times or more."""
    counts = Counter((word.pos, word.morph) for tree in trees for word in tree.words)
    kept: dict[str, list[tuple[str, set[str], int]]] = {}
    for (pos, morph), count in counts.items():
        if count >= least:
            kept.setdefault(pos, []).append((morph, set(morph.split("|")), count))
    mapping: dict[str, str] = {}
    for pos, morph in counts:
        if counts[pos, morph] >= least or pos not in kept:
            continue
        wanted = set(morph.split("|"))
        best = max(kept[pos], key=lambda item: (-len(wanted ^ item[1]), item[2], item[0]))
        mapping[f"{pos}|{morph}"] = best[0]
    return mapping


def apply_morphs(tree: Tree, mapping: dict[str, str]) -> Tree:
    """The tree with its rare labels replaced."""
    words = tuple(
        replace(word, morph=mapping.get(f"{word.pos}|{word.morph}", word.morph))
        for word in tree.words
    )
    return replace(tree, words=words)


def augment(tree: Tree, chance: random.Random) -> Tree:
    """Sometimes make a sentence look like a letter: a placeholder for a name, no full stop."""
    words = list(tree.words)
    if chance.random() < 0.08:
        slots = [
            i
            for i, word in enumerate(words)
            if word.tag in ("NE", "CARD") and word.form[0].isalnum()
        ]
        if slots:
            index = chance.choice(slots)
            words[index] = replace(words[index], form="«Feld»", norm=PLACEHOLDER_NORM)
    has_stop = len(words) > 2 and words[-1].form == "."
    is_leaf = all(word.head != len(words) - 1 for word in words[:-1])
    if has_stop and is_leaf and chance.random() < 0.06:
        words = words[:-1]
    if chance.random() < 0.02:
        words = [replace(word, form=word.form.upper()) for word in words]
    elif (
        chance.random() < 0.03 and words[0].form[:1].isupper() and words[0].tag not in ("NN", "NE")
    ):
        words[0] = replace(words[0], form=words[0].form[:1].lower() + words[0].form[1:])
    return replace(tree, words=tuple(words))
