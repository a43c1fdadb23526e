"""Measure the shipped pipeline on held-out trees: ``python -m training.evaluate DATA``.

Prints Markdown tables. Punctuation is not counted. "gold" means the tokens and sentence
boundaries of the trees; "own" means raw sentence text through our tokenizer and boundaries.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc

from klartext.language.pipeline import MODEL, Pipeline, load_pipeline
from training import treebank
from training.scorer import parse, score_trees

FILES = ("test-gsd", "test-pud", "test-hdt", "dev-adm")
FLOOR = {
    "test-gsd": {"tag": 0.951, "morph": 0.836, "lemma": 0.980, "uas": 0.821, "las": 0.765},
    "test-pud": {"morph": 0.766, "lemma": 0.967, "uas": 0.877, "las": 0.822},
    "test-hdt": {"tag": 0.952, "morph": 0.646, "uas": 0.887, "las": 0.815},
    "dev-adm": {"tag": 0.983, "morph": 0.924, "lemma": 0.988, "uas": 0.927, "las": 0.901},
}
"""What a first model of the same data reached; the model is to be at least as good."""
COLUMNS = ("tag", "morph", "lemma", "lemma*", "uas", "las")
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "aux:pass", "obl:agent", "acl:relcl", "advcl", "mark",
    "compound:prt", "nmod+Gen", "xcomp", "conj",
)  # fmt: skip
TAGS = ("VVFIN", "VAFIN", "VMFIN", "VVPP", "VVINF", "VVIZU", "NN", "NE", "ADJD", "ADV")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with gold/")
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    pipeline = load_pipeline(options.model)
    files = {
        name: list(treebank.read_trees(options.data / "gold" / f"{name}.conllu")) for name in FILES
    }
    print(f"{pipeline.version}\n")
    _print_overview(pipeline, files)
    _print_own_tokens(pipeline, files)
    _print_counts("Relations", RELATIONS, pipeline, files, _relation_pairs)
    _print_counts("Tags", TAGS, pipeline, files, _tag_pairs)


def _print_overview(pipeline: Pipeline, files: dict[str, list[treebank.Tree]]) -> None:
    print("| file (sentences) | " + " | ".join(COLUMNS) + " | floor |")
    print("|---|" + "---|" * (len(COLUMNS) + 1))
    for name, trees in files.items():
        row = score_trees(pipeline.nlp, trees)
        cells, missed = [], []
        for column in COLUMNS:
            floor = FLOOR[name].get(column)
            if column == "tag" and name == "test-pud":
                cells.append("–")
                continue
            cells.append(f"{row[column]:.3f}" + (f" ({floor:.3f})" if floor else ""))
            if floor is not None and row[column] < floor - 0.0005:
                missed.append(column)
        verdict = "below in " + ", ".join(missed) if missed else "reached"
        print(f"| {name} ({len(trees)}) | " + " | ".join(cells) + f" | {verdict} |")
    print()


def _print_own_tokens(pipeline: Pipeline, files: dict[str, list[treebank.Tree]]) -> None:
    print("| file, own tokens and boundaries | token F1 | one sentence stays one | UAS | LAS |")
    print("|---|---|---|---|---|")
    for name, trees in files.items():
        texts = [_text(tree) for tree in trees]
        docs = pipeline.parse_texts(texts)
        right = found = gold = heads = arcs = counted = whole = 0
        for tree, doc in zip(trees, docs, strict=True):
            own = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
            places = _places(tree)
            found += len(own)
            gold += len(places)
            right += len(own.keys() & set(places))
            whole += len(list(doc.sents)) == 1
            for index, word in enumerate(tree.words):
                if word.pos == "PUNCT":
                    continue
                counted += 1
                token = own.get(places[index])
                if token is None:
                    continue
                head = (token.head.idx, token.head.idx + len(token.head))
                if head == places[word.head]:
                    heads += 1
                    arcs += token.dep_.lower() == word.relation.lower()
        f1 = 2 * right / (found + gold)
        print(
            f"| {name} | {f1:.4f} | {whole}/{len(trees)} | {heads / counted:.3f} "
            f"| {arcs / counted:.3f} |"
        )
    print()


def _text(tree: treebank.Tree) -> str:
    return "".join(word.form + (" " if word.space else "") for word in tree.words).rstrip()


def _places(tree: treebank.Tree) -> list[tuple[int, int]]:
    places, at = [], 0
    for word in tree.words:
        places.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    return places


Pairs = Iterable[tuple[str | None, str | None]]


def _relation_pairs(tree: treebank.Tree, doc: Doc) -> Pairs:
    for word, token in zip(tree.words, doc, strict=True):
        gold, found = word.relation, token.dep_
        if gold == "nmod" and "Case=Gen" in word.morph:
            gold = "nmod+Gen"
        if found == "nmod" and token.morph.to_dict().get("Case") == "Gen":
            found = "nmod+Gen"
        right_head = token.head.i == word.head
        yield gold, found if right_head or gold != found else None
        if gold == found and not right_head:
            yield None, found


def _tag_pairs(tree: treebank.Tree, doc: Doc) -> Pairs:
    for word, token in zip(tree.words, doc, strict=True):
        if word.tag:
            yield word.tag, token.tag_


def _print_counts(  # type: ignore[no-untyped-def]
    title: str, labels: tuple[str, ...], pipeline: Pipeline, files, pairs
) -> None:
    print(f"| {title}: precision / recall (number) | " + " | ".join(files) + " |")
    print("|---|" + "---|" * len(files))
    counts = {name: _count(pipeline, trees, pairs) for name, trees in files.items()}
    for label in labels:
        cells = []
        for right, found, gold in counts.values():
            precision = f"{right[label] / found[label]:.2f}" if found[label] else "–"
            recall = f"{right[label] / gold[label]:.2f}" if gold[label] else "–"
            cells.append(f"{precision} / {recall} ({gold[label]})")
        print(f"| {label} | " + " | ".join(cells) + " |")
    print()


def _count(  # type: ignore[no-untyped-def]
    pipeline: Pipeline, trees: list[treebank.Tree], pairs
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for tree, doc in parse(pipeline.nlp, trees):
        for wanted, given in pairs(tree, doc):
            if wanted is not None:
                gold[wanted] += 1
            if given is not None:
                found[given] += 1
            right[wanted or ""] += wanted is not None and wanted == given
    return right, found, gold


if __name__ == "__main__":
    main()
