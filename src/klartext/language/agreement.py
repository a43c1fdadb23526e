"""Repair features that parse and lexicon know better than the morphologizer.

The gender of a noun is a fact of the lexicon; the case of a noun phrase follows from its
relation or its preposition. A value is changed only where the forms allow it, and article and
adjectives follow their noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from klartext.language.lexicon import Lexicon, open_lexicon

_GENDERS = {"MAS": "Masc", "FEM": "Fem", "NEU": "Neut"}
_CASES = {"Nom": "NOM", "Gen": "GEN", "Dat": "DAT", "Acc": "AKK"}
_NUMBERS = {"Sing": "SIN", "Plur": "PLU"}
_GOVERNMENT = {
    **dict.fromkeys("mit nach bei von zu aus seit gegenüber außer entgegen".split(), "Dat"),
    **dict.fromkeys("für durch gegen ohne um pro".split(), "Acc"),
    **dict.fromkeys("innerhalb außerhalb aufgrund hinsichtlich bezüglich anhand".split(), "Gen"),
}
_RELATIONS = {"nsubj": "Nom", "nsubj:pass": "Nom", "obj": "Acc"}
_ARTICLE_CASES = {
    "der": {"Nom", "Gen", "Dat"}, "die": {"Nom", "Acc"}, "das": {"Nom", "Acc"}, "des": {"Gen"},
    "dem": {"Dat"}, "den": {"Acc", "Dat"},
}  # fmt: skip
_ENDING_CASES = {
    "en": {"Acc", "Dat"}, "em": {"Dat"}, "es": {"Gen", "Nom", "Acc"}, "er": {"Nom", "Gen", "Dat"},
}  # fmt: skip


class Agreement:
    """Sets gender and case of nouns and of what agrees with them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.genders = lru_cache(maxsize=50_000)(self._genders)
        self.cells = lru_cache(maxsize=50_000)(self._cells)
        self._lexicon = lexicon

    def repair(self, doc: Doc) -> None:
        """Change features in place."""
        for token in doc:
            if token.tag_ == "NN" and token.morph:
                self._repair_noun(token)

    def _repair_noun(self, noun: Token) -> None:
        features = noun.morph.to_dict()
        before = dict(features)
        genders = self.genders(noun.text)
        if len(genders) == 1 and features.get("Gender") not in (None, *genders):
            features["Gender"] = next(iter(genders))
        case = self._case(noun)
        if case is not None and features.get("Case") not in (None, case):
            cells = self.cells(noun.text)
            number = features.get("Number", "")
            if not cells or (case, number) in cells:
                features["Case"] = case
        if features != before:
            noun.set_morph(features)  # type: ignore[attr-defined]
        self._spread(noun, features)

    def _case(self, noun: Token) -> str | None:
        wanted, allowed = _RELATIONS.get(noun.dep_), {"Nom", "Gen", "Dat", "Acc"}
        for child in noun.children:
            if child.dep_ == "case":
                if child.tag_ == "APPR":
                    wanted = _GOVERNMENT.get(child.lower_)
                elif child.tag_ == "APPRART":
                    wanted = "Acc" if child.lower_.endswith("s") else "Dat"
                else:
                    return None
            elif child.dep_ == "det":
                allowed = allowed & _determiner_cases(child)
        return wanted if wanted in allowed else None

    @staticmethod
    def _spread(noun: Token, features: dict[str, str]) -> None:
        for child in noun.children:
            if child.dep_ not in ("det", "amod") or child.tag_ not in (
                "ART", "PPOSAT", "PDAT", "PIAT", "ADJA",
            ):  # fmt: skip
                continue
            own = child.morph.to_dict()
            changed = dict(own)
            for name in ("Case", "Number", "Gender"):
                if name in own and features.get(name):
                    changed[name] = features[name]
            if changed != own:
                child.set_morph(changed)  # type: ignore[attr-defined]

    def _genders(self, form: str) -> frozenset[str]:
        found = {_GENDERS.get(parts[3]) for parts in self._tags(form) if len(parts) > 3}
        return frozenset(gender for gender in found if gender)

    def _cells(self, form: str) -> frozenset[tuple[str, str]]:
        cases = {short: case for case, short in _CASES.items()}
        numbers = {short: number for number, short in _NUMBERS.items()}
        return frozenset(
            (cases[parts[1]], numbers[parts[2]])
            for parts in self._tags(form)
            if len(parts) > 2 and parts[1] in cases and parts[2] in numbers
        )

    def _tags(self, form: str) -> list[list[str]]:
        readings = self._lexicon.analyses(form)
        if not readings:
            head = self._lexicon.compound_head(form)
            readings = self._lexicon.analyses(head) if head else ()
        return [tag.split(":") for reading in readings for tag in reading.tags if tag[:4] == "SUB:"]


def _determiner_cases(token: Token) -> set[str]:
    form = token.lower_
    if form in _ARTICLE_CASES:
        return _ARTICLE_CASES[form]
    return _ENDING_CASES.get(form[-2:], {"Nom", "Gen", "Dat", "Acc"})


@Language.factory(
    "klartext_agreement", assigns=["token.morph"], requires=["token.morph", "token.dep"]
)
def create_agreement(nlp: Language, name: str) -> AgreementComponent:
    """The pipeline component."""
    return AgreementComponent()


class AgreementComponent:
    """Runs ``Agreement`` after the parser; its lexicon lies beside the components."""

    def __init__(self) -> None:
        self.agreement: Agreement | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Repair one document."""
        if self.agreement is None:
            raise RuntimeError("no lexicon: load the pipeline from disk")
        self.agreement.repair(doc)
        return doc

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Nothing of its own to write."""

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> AgreementComponent:
        """Open the lexicon of the pipeline folder."""
        self.agreement = Agreement(open_lexicon(Path(path).parent / "lexicon"))
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Nothing: the data is shared by path."""
        return b""

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> AgreementComponent:
        """Nothing to restore."""
        return self

    def initialize(self, get_examples: Callable[[], Iterable[Any]] | None = None, **_: Any) -> None:
        """No training."""
