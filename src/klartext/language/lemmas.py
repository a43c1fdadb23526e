"""Lemmas from the full-form lexicon, chosen by tag and features.

Lemma conventions: nouns nominative singular (compounds whole), verbs infinitive without a
separated prefix, adjectives in the positive, *Sie* and *Ihr* of address with a capital.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from klartext.language.lexicon import Analysis, Lexicon, open_lexicon

PREFIXES = (
    "auseinander", "gegenüber", "hinterher", "zusammen", "entgegen", "herunter", "zufrieden",
    "aufrecht", "herüber", "hinüber", "hervor", "herein", "heraus", "hinaus", "hinein", "hinweg",
    "wieder", "weiter", "zurück", "voraus", "vorbei", "nieder", "herbei", "kennen", "sicher",
    "statt", "unter", "durch", "empor", "gleich", "nahe", "nach", "fest", "fern", "fort", "frei",
    "dazu", "dar", "weg", "los", "her", "hin", "mit", "vor", "bei", "auf", "aus", "ein", "ab",
    "an", "da", "um", "zu", "teil", "bereit", "klar", "preis", "über", "wahr",
)  # fmt: skip
"""Separable verb prefixes, longest first where one begins another."""

CLOSED_TAGS = frozenset(
    "APPO APPR APPRART APZR ART CARD KOKOM KON KOUI KOUS PDAT PDS PIAT PIS PPER PPOSAT PPOSS "
    "PRELAT PRELS PRF PROAV PTKA PTKANT PTKNEG PTKVZ PTKZU PWAT PWAV PWS VAFIN VAIMP VAINF VAPP "
    "VMFIN VMINF VMPP".split()
)
_TENSES = {"Pres": "PRÄ", "Past": "PRT"}
_NUMBERS = {"Sing": "SIN", "Plur": "PLU"}
_CASES = {"Nom": "NOM", "Gen": "GEN", "Dat": "DAT", "Acc": "AKK"}
_GENDERS = {"Masc": "MAS", "Fem": "FEM", "Neut": "NEU"}


_PLURALS = (
    ("ungen", "ung"),
    ("heiten", "heit"),
    ("keiten", "keit"),
    ("schaften", "schaft"),
    ("ionen", "ion"),
    ("*innen", "*in"),
    (":innen", ":in"),
    ("Innen", "In"),
)


class Lemmatizer:
    """Chooses one lemma for a form with its STTS tag and UD features.

    Args:
        lexicon: full forms with their readings.
        table: lemmas of closed-class words, ``"form tag"`` in lower case to lemma.
    """

    def __init__(self, lexicon: Lexicon, table: dict[str, str]) -> None:
        self.lexicon = lexicon
        self.table = table

    def lemma(self, form: str, tag: str, features: dict[str, str]) -> str:
        """The lemma; the form itself (lower case unless a noun) if nothing is known."""
        known = self.table.get(f"{form} {tag}") or self.table.get(f"{form.lower()} {tag}")
        if known is not None:
            return known
        if tag == "NN":
            return self._noun(form, features)
        if tag == "NE":
            return self._name(form, features)
        if tag.startswith("VV"):
            return self._verb(form.lower(), tag, features)
        if tag in ("ADJA", "ADJD"):
            return self._adjective(form, tag)
        if tag == "FM":
            return form
        if tag == "TRUNC":
            return form.lower()
        if tag in CLOSED_TAGS or tag in ("ADV", "ITJ") or (tag == "CARD" and form.isalpha()):
            return form.lower()
        return form

    def _noun(self, form: str, features: dict[str, str]) -> str:
        readings = self._with(form, "SUB")
        if readings:
            return self._best(readings, features).lemma
        if "-" in form:
            front, _, last = form.rpartition("-")
            return f"{front}-{self._noun(last, features)}" if last[:1].isupper() else form
        head = self.lexicon.compound_head(form)
        if head is not None:
            readings = self._with(head, "SUB")
            if readings:
                stem = form[: len(form) - len(head)]
                return stem + self._best(readings, features).lemma.lower()
        for plural, singular in _PLURALS:
            if form.endswith(plural):
                return form[: -len(plural)] + singular
        return form

    def _name(self, form: str, features: dict[str, str]) -> str:
        readings = self._with(form, "EIG") or self._with(form, "SUB")
        if readings:
            return self._best(readings, features).lemma
        if form.isupper() and len(form) > 3 and self._with(form.title(), "EIG"):
            return form.title()
        genitive = features.get("Case") == "Gen" or bool(self._with(form[:-1], "EIG"))
        return form[:-1] if form.endswith("s") and len(form) > 4 and genitive else form

    def _verb(self, form: str, tag: str, features: dict[str, str]) -> str:
        lemma = self._simple_verb(form, tag, features)
        if lemma is not None:
            return lemma
        for prefix in PREFIXES:
            if form.startswith(prefix) and len(form) > len(prefix) + 2:
                rest = form[len(prefix) :]
                if tag == "VVIZU" and rest.startswith("zu"):
                    base = self._simple_verb(rest[2:], "VVINF", {})
                else:
                    base = self._simple_verb(rest, tag, features)
                if base is not None:
                    return prefix + base
        return form

    def _simple_verb(self, form: str, tag: str, features: dict[str, str]) -> str | None:
        readings = self._with(form, "VER")
        wanted: tuple[str, ...] | None = {
            "VVPP": ("PA2",),
            "VVINF": ("INF",),
            "VVIZU": ("EIZ",),
            "VVIMP": ("IMP",),
        }.get(tag)
        if wanted is None:
            wanted = tuple(
                part
                for part in (
                    features.get("Person"),
                    _NUMBERS.get(features.get("Number", "")),
                    _TENSES.get(features.get("Tense", "")),
                )
                if part
            )
        exact = [reading for reading in readings if reading.has(*wanted)]
        if exact:
            return min(exact, key=lambda reading: (reading.lemma != form, reading.lemma)).lemma
        if tag == "VVPP" and not readings:
            return None
        return readings[0].lemma if readings else None

    def _adjective(self, form: str, tag: str) -> str:
        for candidate in (form, form[:1].lower() + form[1:]):
            readings = [
                reading for kind in ("ADJ", "PA2", "PA1") for reading in self._with(candidate, kind)
            ]
            if readings:
                return readings[0].lemma
        lowered = form[:1].lower() + form[1:]
        if tag == "ADJD":
            return lowered
        head = self.lexicon.compound_head(lowered)
        if head is not None:
            for kind in ("ADJ", "PA2", "PA1"):
                readings = self._with(head, kind)
                if readings:
                    return lowered[: len(lowered) - len(head)] + readings[0].lemma
        for ending in ("en", "em", "er", "es", "e"):
            if lowered.endswith(ending) and len(lowered) > len(ending) + 3:
                return lowered[: -len(ending)]
        return lowered

    def _with(self, form: str, kind: str) -> list[Analysis]:
        found = []
        for reading in self.lexicon.analyses(form):
            tags = tuple(tag for tag in reading.tags if tag.split(":", 1)[0] == kind)
            if tags:
                found.append(Analysis(reading.lemma, tags))
        return found

    @staticmethod
    def _best(readings: list[Analysis], features: dict[str, str]) -> Analysis:
        wanted = [
            part
            for part in (
                _CASES.get(features.get("Case", "")),
                _NUMBERS.get(features.get("Number", "")),
                _GENDERS.get(features.get("Gender", "")),
            )
            if part
        ]

        def fit(reading: Analysis) -> tuple[int, bool, int, str]:
            best = max(sum(part in tag.split(":") for part in wanted) for tag in reading.tags)
            nominalised = any(tag.endswith(":ADJ") for tag in reading.tags)
            return (-best, nominalised, -len(reading.tags), reading.lemma)

        return min(readings, key=fit)


@Language.factory(
    "klartext_lemmatizer",
    assigns=["token.lemma"],
    requires=["token.tag", "token.morph"],
    default_config={},
)
def create_lemmatizer(nlp: Language, name: str) -> LemmaComponent:
    """The pipeline component; its data comes from the folder the pipeline is loaded from."""
    return LemmaComponent(name)


class LemmaComponent:
    """Sets ``token.lemma_`` of every token."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lemmatizer: Lemmatizer | None = None
        self._cache: dict[tuple[int, int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token."""
        if self.lemmatizer is None:
            raise RuntimeError("the lemmatizer has no lexicon: load the pipeline from disk")
        for token in doc:
            token.lemma_ = self._lemma(token)
        return doc

    def _lemma(self, token: Token) -> str:
        key = (token.orth, token.tag, token.morph.key, token.norm)  # type: ignore[attr-defined]
        lemma = self._cache.get(key)
        if lemma is None:
            assert self.lemmatizer is not None
            lemma = self.lemmatizer.lemma(token.text, token.tag_, token.morph.to_dict())
            if len(self._cache) > 100_000:
                self._cache.clear()
            self._cache[key] = lemma
        return lemma

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the table of closed-class words."""
        path = Path(path)
        path.mkdir(parents=True, exist_ok=True)
        if self.lemmatizer is not None:
            (path / "table.json").write_text(
                json.dumps(self.lemmatizer.table, ensure_ascii=False, indent=0, sort_keys=True),
                "utf-8",
            )

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> LemmaComponent:
        """Read the table; the lexicon lies beside the components of the pipeline."""
        path = Path(path)
        table = json.loads((path / "table.json").read_text("utf-8"))
        self.lemmatizer = Lemmatizer(open_lexicon(path.parent / "lexicon"), table)
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Nothing: the data is shared by path."""
        return b""

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> LemmaComponent:
        """Nothing to restore."""
        return self

    def initialize(self, get_examples: Callable[[], Iterable[Any]] | None = None, **_: Any) -> None:
        """No training."""
