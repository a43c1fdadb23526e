"""Pack a trained run into the folder we ship: ``python -m training.pack RUN DATA``."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.util import load_model_from_config

from klartext.language import lemmas, lexicon
from klartext.language.pipeline import MODEL
from training import treebank
from training.lemma_table import closed_class_lemmas, open_class_corrections
from training.train import AVERAGED

PIPELINE = (
    "klartext_sentences",
    "tok2vec",
    "tagger",
    "morphologizer",
    "klartext_lemmatizer",
    "parser",
    "klartext_agreement",
)
_TABLE_SOURCES = ("amt24", "berlin", "laws", "muc", "steuerlotse", "vwv")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="folder written by training.train")
    parser.add_argument("data", type=Path, help="folder with gold/ and silver/")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    pack(options.run, options.data, options.out)
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    print(f"{options.out}: {size / 1e6:.1f} MB")


def pack(run: Path, data: Path, out: Path) -> None:
    """Write the averaged model, the lexicon and the lemma table; replaces ``out``."""
    trained = spacy.load(run / AVERAGED)
    config = trained.config.copy()
    config["nlp"]["pipeline"] = list(PIPELINE)
    for name in ("klartext_sentences", "klartext_lemmatizer", "klartext_agreement"):
        config["components"][name] = {"factory": name}
    for section in ("training", "corpora", "pretraining", "initialize"):
        config.pop(section, None)
    nlp = load_model_from_config(config, auto_fill=True)
    for name, pipe in trained.pipeline:
        fresh = cast(Any, nlp.get_pipe(name))
        fresh.from_bytes(cast(Any, pipe).to_bytes(exclude=["vocab"]), exclude=["vocab"])
        for label in getattr(pipe, "labels", ()):
            nlp.vocab.strings.add(label)
            for part in label.split("|"):
                for piece in part.split("="):
                    nlp.vocab.strings.add(piece)
    nlp.meta.update(_META)
    temporary = out.with_name(out.name + ".tmp")
    shutil.rmtree(temporary, ignore_errors=True)
    full_forms = lexicon.Lexicon(run / "lexicon")
    cast(lemmas.LemmaComponent, nlp.get_pipe("klartext_lemmatizer")).lemmatizer = lemmas.Lemmatizer(
        full_forms, lemma_table(data, full_forms)
    )
    nlp.to_disk(temporary, exclude=["tokenizer"])
    (temporary / "klartext_agreement").mkdir()
    (temporary / "klartext_agreement" / "README").write_text("Uses ../lexicon.\n", "utf-8")
    shutil.copytree(run / "lexicon", temporary / "lexicon")
    shutil.rmtree(out, ignore_errors=True)
    temporary.rename(out)


def lemma_table(data: Path, full_forms: lexicon.Lexicon) -> dict[str, str]:
    """Closed-class lemmas and corrections, counted in the training trees."""
    gold = [
        tree
        for name in ("gsd", "pud", "hdt", "adm")
        for tree in treebank.read_trees(data / "gold" / f"train-{name}.conllu")
    ]
    # hand-annotated trees decide where the sources differ (*dieser*, not *dies*)
    trees = list(gold)
    for name in _TABLE_SOURCES:
        trees += treebank.read_trees(data / "silver" / f"{name}.conllu.xz")
    table = {**closed_class_lemmas(trees), **closed_class_lemmas(gold)}
    corrections = open_class_corrections(trees, lemmas.Lemmatizer(full_forms, table))
    return {**corrections, **table}


_META = {
    "lang": "de",
    "name": "klartext_amt",
    "version": "1.0.0",
    "description": "German for notices and letters: tags, features, lemmas, dependencies.",
    "author": "klartext",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD German GSD", "license": "CC BY-SA 4.0"},
        {"name": "UD German PUD", "license": "CC BY-SA 3.0"},
        {"name": "UD German HDT (samples)", "license": "CC BY-SA 4.0"},
        {"name": "german-pos-dict", "license": "CC BY-SA 4.0"},
    ],
}


if __name__ == "__main__":
    main()
