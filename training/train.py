"""Train the bundled pipeline: ``python -m training.train DATA OUT``.

Checkpoints are written after every part of an epoch; a stopped run goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Adam, Config, NumpyOps, fix_random_seed, set_current_ops

from klartext.language import features
from training import lexicon, treebank
from training.scorer import score_trees

CONFIG = Path(__file__).with_name("config.cfg")
SMALL_SOURCES = ("froide", "grundsteuer", "muc", "steuerlotse")
DEV_EVERY = 150
AVERAGED = "model-average"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with gold/, silver/ and lexicon/")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the last model")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--set", nargs="*", default=[], help="overrides, key=value")
    options = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    overrides = {key: json.loads(value) for key, value in (item.split("=") for item in options.set)}
    config = Config().from_disk(options.config, overrides=overrides)
    options.out.mkdir(parents=True, exist_ok=True)
    finish = config.pop("finish")
    Run(options.data, options.out, config.copy()).run()
    config["schedule"] = finish
    Finish(options.data, options.out, config).run()


class Run:
    """One training with its data, model, optimizer and checkpoint folder."""

    def __init__(self, data: Path, out: Path, config: Config) -> None:
        self.out = out
        self.schedule: dict[str, Any] = config.pop("schedule")
        fix_random_seed(self.schedule["seed"])
        self.lexicon_folder = out / "lexicon"
        if not (self.lexicon_folder / "analyses.json").exists():
            lexicon.pack(data / "lexicon" / "german_full.tsv.gz", self.lexicon_folder)
        self._read(data)
        self.optimizer = Adam(
            self.schedule["learn_rate"],
            L2=0.01,
            grad_clip=1.0,
            L2_is_weight_decay=True,
            use_averages=True,
        )
        self.words_seen = 0
        self.total_words = int(self.schedule["epochs"] * self._epoch_words())
        self.nlp = self._pipeline(config)

    def _read(self, data: Path) -> None:
        gold = data / "gold"
        self.adm = list(treebank.read_trees(gold / "train-adm.conllu"))
        self.gold = [
            tree
            for name in ("gsd", "pud", "hdt")
            for tree in treebank.read_trees(gold / f"train-{name}.conllu")
        ]
        self.silver: list[list[treebank.Tree]] = []
        self.small: list[list[treebank.Tree]] = []
        self.administrative: list[list[treebank.Tree]] = []
        self.dev: dict[str, list[treebank.Tree]] = {
            name: list(treebank.read_trees(gold / f"dev-{name}.conllu"))
            for name in ("gsd", "pud", "hdt")
        }
        self.dev["silver"] = []
        for path in sorted((data / "silver").glob("*.conllu.xz")):
            name = path.name.partition(".")[0]
            groups = list(treebank.group(list(treebank.read_trees(path))))
            for number, group in enumerate(groups):
                group = [t for t in group if t.confidence >= self.schedule["least_confidence"]]
                if not group:
                    continue
                if name in treebank.ADMINISTRATIVE and number % DEV_EVERY == 0:
                    self.dev["silver"] += group
                    continue
                self.silver.append(group)
                if name in treebank.ADMINISTRATIVE:
                    self.administrative.append(group)
                if name in SMALL_SOURCES:
                    self.small.append(group)
        everything = self.gold + self.adm + [tree for group in self.silver for tree in group]
        self.morphs = treebank.frequent_morphs(everything, self.schedule["rare_morph"])

    def _epoch_groups(self) -> list[list[treebank.Tree]]:
        gold = list(treebank.group(self.gold)) * int(self.schedule["gold_repeats"])
        adm = list(treebank.group(self.adm, 3)) * int(self.schedule["adm_repeats"])
        return self.silver + self.small + gold + adm

    def _epoch_words(self) -> int:
        return sum(len(tree.words) for group in self._epoch_groups() for tree in group)

    def _pipeline(self, config: Config) -> Language:
        nlp = load_model_from_config(config, auto_fill=True)
        sample = self._epoch_groups()
        random.Random(1).shuffle(sample)
        chosen = sample[:6000] + self._one_of_each_label(sample[6000:])
        examples = [self._example(nlp, group, None) for group in chosen]
        nlp.initialize(lambda: examples, sgd=self.optimizer)
        features.attach_lexicon(cast(Any, nlp.get_pipe("tok2vec")).model, self.lexicon_folder)
        return nlp

    def _one_of_each_label(self, groups: list[list[treebank.Tree]]) -> list[list[treebank.Tree]]:
        """Groups that hold a label no group before them has: all must be known at the start."""
        known: set[tuple[str, str]] = set()
        chosen = []
        for group in groups:
            labels = {(word.tag, word.morph) for tree in group for word in tree.words}
            if not labels <= known:
                known |= labels
                chosen.append(group)
        return chosen

    def _example(
        self, nlp: Language, group: list[treebank.Tree], chance: random.Random | None
    ) -> Example:
        trees = [treebank.apply_morphs(tree, self.morphs) for tree in group]
        if chance is not None:
            trees = [treebank.augment(tree, chance) for tree in trees]
        return treebank.example(nlp.vocab, trees)

    def _batches(self, groups: list[list[treebank.Tree]]) -> Iterator[list[list[treebank.Tree]]]:
        batch: list[list[treebank.Tree]] = []
        words = 0
        for group in groups:
            batch.append(group)
            words += sum(len(tree.words) for tree in group)
            if words >= self._batch_size():
                yield batch
                batch, words = [], 0
        if batch:
            yield batch

    def _batch_size(self) -> float:
        start, end = self.schedule["batch_words_start"], self.schedule["batch_words_end"]
        return float(start + (end - start) * min(1.0, 3 * self.words_seen / self.total_words))

    def _rate(self) -> float:
        done = self.words_seen / self.total_words
        warmup = min(1.0, self.words_seen / 50_000 + 0.05)
        return float(self.schedule["learn_rate"] * warmup * max(0.02, 1 - done))

    def run(self) -> None:
        """Train to the end of the schedule, from the last checkpoint if there is one."""
        epoch, position = self._resume()
        started, seen_at_start, last_save = time.time(), self.words_seen, time.time()
        while self.words_seen < self.total_words:
            groups = self._epoch_groups()
            chance = random.Random(self.schedule["seed"] + epoch)
            chance.shuffle(groups)
            for number, batch in enumerate(self._batches(groups)):
                if number < position:
                    continue
                self.optimizer.learn_rate = self._rate()
                examples = [self._example(self.nlp, group, chance) for group in batch]
                losses: dict[str, float] = {}
                self.nlp.update(
                    examples, sgd=self.optimizer, drop=self.schedule["dropout"], losses=losses
                )
                self.words_seen += sum(len(example.reference) for example in examples)
                if time.time() - last_save > self.schedule["save_seconds"]:
                    self._save(epoch, number + 1)
                    speed = (self.words_seen - seen_at_start) / (time.time() - started)
                    self._report(epoch, speed)
                    last_save = time.time()
                if self.words_seen >= self.total_words:
                    break
            epoch, position = epoch + 1, 0
        self._save(epoch, 0)
        self._report(epoch, 0.0)

    def _report(self, epoch: int, speed: float) -> None:
        with self.nlp.use_params(self.optimizer.averages):
            rows = {name: score_trees(self.nlp, trees) for name, trees in self.dev.items()}
        figures = "  ".join(
            f"{name} {row['tag']:.3f}/{row['morph']:.3f}/{row['uas']:.3f}/{row['las']:.3f}"
            for name, row in rows.items()
        )
        done = self.words_seen / self.total_words
        print(f"epoch {epoch} {done:6.1%} {speed:6.0f} words/s  {figures}", flush=True)

    def _save(self, epoch: int, position: int) -> None:
        with self.nlp.use_params(self.optimizer.averages):
            self.nlp.to_disk(self.out / AVERAGED)
        state = {
            "epoch": epoch,
            "position": position,
            "words_seen": self.words_seen,
            "model": self.nlp.to_bytes(),
            "optimizer": pickle.dumps(self.optimizer),
        }
        temporary = self.out / "checkpoint.tmp"
        temporary.write_bytes(pickle.dumps(state))
        temporary.replace(self.out / "checkpoint.pickle")

    def _resume(self) -> tuple[int, int]:
        path = self.out / "checkpoint.pickle"
        if not path.exists():
            return 0, 0
        state = pickle.loads(path.read_bytes())
        self.nlp.from_bytes(state["model"])
        features.attach_lexicon(cast(Any, self.nlp.get_pipe("tok2vec")).model, self.lexicon_folder)
        self.optimizer = pickle.loads(state["optimizer"])
        self.words_seen = state["words_seen"]
        return state["epoch"], state["position"]


class Finish(Run):
    """Second stage: a few passes over administrative text only, from the first stage's average.

    The treebanks differ in style from letters; this stage lets the register we read decide.
    """

    def __init__(self, data: Path, out: Path, config: Config) -> None:
        self.first_stage = out
        super().__init__(data, out / "finish", config)

    def _pipeline(self, config: Config) -> Language:
        return load_trained(self.first_stage)

    def _epoch_groups(self) -> list[list[treebank.Tree]]:
        gold = list(treebank.group(self.gold)) * int(self.schedule["gold_repeats"])
        adm = list(treebank.group(self.adm, 3)) * int(self.schedule["adm_repeats"])
        least = self.schedule["finish_confidence"]
        sure = [[tree for tree in g if tree.confidence >= least] for g in self.administrative]
        return [group for group in sure if group] + gold + adm


def load_trained(folder: Path) -> Language:
    """The averaged model of a run, with its lexicon."""
    nlp = spacy.load(folder / AVERAGED)
    features.attach_lexicon(cast(Any, nlp.get_pipe("tok2vec")).model, folder / "lexicon")
    return nlp


if __name__ == "__main__":
    main()
