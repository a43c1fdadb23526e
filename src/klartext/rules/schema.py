"""The whole rule language: what a file under ``rules/`` may say.

One TOML file is one rule. Keys are English, values a clerk reads are German.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    field_validator,
    model_validator,
)

from klartext.letters.model import Section, ZoneId
from klartext.types import RUNNING_TEXT, BlockKind, Severity

Kind = Literal["terms", "substitution", "tokens", "dependency", "metric", "python"]
State = Literal["entwurf", "stabil", "veraltet"]
Evidence = Literal["norm", "praxis", "haus"]
Profile = Literal["brief", "bescheid", "leicht"]
Level = Literal["hinweis", "warnung", "fehler"]
GROUPS = {
    "WO": "wort",
    "SA": "satz",
    "SZ": "schreibweise",
    "TO": "ton",
    "TX": "text",
    "NA": "nachvollziehbarkeit",
    "IN": "information",
    "WI": "wege",
}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Reference(_Part):
    """Where a rule comes from. ``checked`` says that somebody opened that section."""

    source: str
    section: str = ""
    checked: bool


class Example(_Part):
    """One test. ``bad`` marks every hit with ``[[…]]``; ``fixed`` is what its suggestion gives.

    Several marks are one finding unless numbered (``[[1:…]]``). Blank lines separate blocks.
    """

    bad: str | None = None
    good: str | None = None
    fixed: str | None = None
    level: Level | None = None
    profile: Profile = "brief"
    known_miss: bool = False
    note: str = ""

    @model_validator(mode="after")
    def _one_of(self) -> Example:
        if (self.bad is None) == (self.good is None):
            raise ValueError("ein Beispiel hat entweder „bad“ oder „good“")
        if self.bad is not None and "[[" not in self.bad:
            raise ValueError("„bad“ braucht eine Markierung [[…]]")
        if self.fixed is not None and self.bad is None:
            raise ValueError("„fixed“ gehört zu „bad“")
        return self


class Levels(_Part):
    """Thresholds, each inclusive („ab“); a missing one never fires."""

    hinweis: float | None = None
    warnung: float | None = None
    fehler: float | None = None

    def severity(self, value: float) -> Severity | None:
        """The highest level the value reaches."""
        for name in ("fehler", "warnung", "hinweis"):
            bound = getattr(self, name)
            if bound is not None and value >= bound:
                return Severity.parse(name)
        return None

    @property
    def lowest(self) -> float | None:
        """The first threshold that fires."""
        bounds = [b for b in (self.hinweis, self.warnung, self.fehler) if b is not None]
        return min(bounds) if bounds else None


class TermsMatch(_Part):
    """Words to look out for: own words and kinds of the glossary.

    ``only`` narrows the kinds of the glossary to these terms; those in ``advise`` come on top and
    may be reported with advice alone. With ``density`` the value of each place, compared with
    ``levels``, is the number of places in its block.
    """

    words: tuple[str, ...] = ()
    least: Literal["safe", "review"] | None = None
    glossary: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    advise: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    density: bool = False


class SubstitutionPair(_Part):
    """A word and what to write instead; both in citation form."""

    find: str
    replace: str


class SubstitutionMatch(_Part):
    """Words with a replacement that is inflected to fit.

    With ``least`` only hits count whose best edit is at least that sure; it stands alone then.
    Terms in ``advise`` come on top of ``only`` and may be reported with advice alone.
    """

    least: Literal["safe", "review"] | None = None
    pairs: tuple[SubstitutionPair, ...] = Field(default=(), alias="pair")
    glossary: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    advise: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()


class TokensMatch(_Part):
    """Form on the surface: token patterns, a protected span, or text patterns."""

    patterns: tuple[tuple[dict[str, Any], ...], ...] = ()
    span: str | None = None
    text: tuple[str, ...] = ()

    @field_validator("text", "span")
    @classmethod
    def _compiles(cls, value: Any) -> Any:
        for pattern in value if isinstance(value, tuple) else ():
            re.compile(pattern)
        return value


class DependencyMatch(_Part):
    """spaCy dependency patterns; ``mark`` names the nodes that are marked.

    A name with ``?`` is marked where a pattern has such a node.
    ``verb_group`` marks the other auxiliaries of the node ``verb`` as well (*worden, muss*).
    """

    patterns: tuple[tuple[dict[str, Any], ...], ...]
    mark: tuple[str, ...]
    verb_group: bool = False


class MetricMatch(_Part):
    """A counted value; ``measure`` is the name of a function in ``rules/measures.py``."""

    measure: str


class PythonMatch(_Part):
    """A registered check of ``klartext.checks``; ``but_not`` are terms it leaves alone."""

    check: str
    but_not: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    """Only terms whose reference names one of these statutes, and those in ``also``."""
    also: tuple[str, ...] = ()
    residence_only: tuple[str, ...] = ()
    """Terms that mean something else in letters that are not about the right of residence."""
    only_with: dict[str, str] = {}
    """Term → pattern of other words without which it has another sense in the letter."""
    only_as: dict[str, str] = {}
    """Term → pattern of the phrases in which it has the sense of the glossary."""
    explained_by: dict[str, str] = {}
    """Term → pattern of other words that say in the same paragraph what it means."""


MATCHES: dict[str, type[_Part]] = {
    "terms": TermsMatch,
    "substitution": SubstitutionMatch,
    "tokens": TokensMatch,
    "dependency": DependencyMatch,
    "metric": MetricMatch,
    "python": PythonMatch,
}
Match = TermsMatch | SubstitutionMatch | TokensMatch | DependencyMatch | MetricMatch | PythonMatch


class Rule(_Part):
    """One rule as its file says it."""

    id: Annotated[str, Field(pattern=r"^(WO|SA|SZ|TO|TX|NA|IN|WI)\d{2}$")]
    name: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z0-9-]+$")]
    kind: Kind
    state: State
    title: str
    message: str
    message_plain: str | None = None
    """Said instead of ``message`` where there is nothing to put in for ``{vorschlag}``."""
    why: str
    leitziel: tuple[str, ...]
    evidence: Evidence
    references: tuple[Reference, ...] = Field(default=(), alias="reference")
    severity: Level | None = None
    levels: dict[Profile, Levels] = {}
    raise_if: dict[str, Level] = {}
    """Guard name → severity instead, if the guard holds."""
    silent_if: tuple[str, ...] = ()
    offer: str | None = None
    blocks: tuple[BlockKind, ...] = RUNNING_TEXT
    sections: tuple[Section, ...] = ()
    not_sections: tuple[Section, ...] = ()
    silent_zones: tuple[str, ...] = ()
    """Zones where the rule keeps silent although the zone matrix would let it speak."""
    profiles: tuple[Profile, ...] = ("brief", "bescheid", "leicht")
    match: Match
    examples: tuple[Example, ...] = Field(default=(), alias="example")
    known_problems: str = ""
    replaces: tuple[str, ...] = ()
    _file: str = PrivateAttr(default="")

    def from_file(self, path: str) -> Rule:
        """Remember the file the rule was read from, and give the rule back."""
        self._file = path
        return self

    @property
    def origin(self) -> str:
        """The file a message about a broken rule names; the id for a rule without a file."""
        return self._file or self.id

    @model_validator(mode="before")
    @classmethod
    def _match_of_kind(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("match"), dict):
            model = MATCHES.get(str(data.get("kind")))
            if model is not None:
                data = {**data, "match": model.model_validate(data["match"])}
        return data

    @model_validator(mode="after")
    def _consistent(self) -> Rule:
        group = GROUPS[self.id[:2]]
        if self.name.split(".")[0] != group:
            raise ValueError(f"der Name beginnt mit „{group}.“")
        unknown = set(self.silent_zones) - set(get_args(ZoneId))
        if unknown:
            raise ValueError(f"die Zone „{min(unknown)}“ gibt es nicht, nur Z1 bis Z13")
        if (self.severity is None) == (not self.levels):
            raise ValueError("entweder „severity“ oder „levels“")
        if self.kind == "metric" and not self.levels:
            raise ValueError("eine Regel der Art „metric“ braucht „levels“")
        if self.state == "stabil":
            if self.evidence != "haus" and not any(ref.checked for ref in self.references):
                raise ValueError("„stabil“ braucht eine geprüfte Quelle oder evidence = „haus“")
            if not any(example.good for example in self.examples):
                raise ValueError("„stabil“ braucht Beispiele mit „good“")
        return self

    @property
    def group(self) -> str:
        """The two letters of the id."""
        return self.id[:2]

    def levels_for(self, profile: str) -> Levels:
        """Thresholds of a profile, those of ``brief`` if it has none of its own."""
        return self.levels.get(profile) or self.levels.get("brief") or Levels()  # type: ignore[call-overload]
