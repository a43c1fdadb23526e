"""What a run is asked to do, after options, configuration file and defaults are put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from klartext.settings.globs import matches
from klartext.types import Notice, PlaceholderType, Severity

PROFILES = ("brief", "bescheid", "leicht")
PARTS = (
    "body",
    "tables",
    "textboxes",
    "headers",
    "footers",
    "footnotes",
    "variants",
    "glossary",
    "alt_text",
)
DEFAULT_PARTS = PARTS[:7]
EXTENSIONS = (".docx", ".dotx", ".docm", ".dotm", ".md", ".txt")
LETTER_TYPES = (
    "ablehnung",
    "bewilligung",
    "anhoerung",
    "nachforderung",
    "termin",
    "eingang",
    "information",
    "zahlung",
    "beendigung",
    "fiktion",
    "absage",
)
OPTION = "Option"
"""Origin of a value that was given on the command line."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One word of ``select``, ``extend-select`` or ``ignore`` and where it was written.

    ``text`` is a rule id, a group (``SA``), the beginning of a name (``satz.``), a Leitziel
    (``4a``), ``all`` or ``entwurf``. A higher ``layer`` is nearer to the user: 0 configuration,
    1 option.
    """

    text: str
    action: Literal["select", "ignore"]
    layer: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """Decisions of the office. ``None`` means: not decided, no rule depends on it."""

    federal_state: str | None = None
    law: str | None = None
    sender: str | None = None
    address: str | None = None
    addressee: str | None = None
    contact: str | None = None
    gender_forms: str | None = None
    remedy_text: Path | None = None


@dataclass(frozen=True, slots=True)
class PlaceholderSettings:
    """Extra forms of placeholders: regular expressions, and types by glob over the name."""

    patterns: tuple[str, ...] = ()
    types: tuple[tuple[str, PlaceholderType], ...] = ()


@dataclass(frozen=True, slots=True)
class GlossarySettings:
    """Extra glossary files and words that are explained but never replaced."""

    extra: tuple[Path, ...] = ()
    protect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IgnoreSettings:
    """Whether an ignore needs a reason (KT03) and whether unused ones are told (KT01)."""

    require_reason: bool = True
    report_unused: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a checker needs to know besides the letter.

    ``root`` is the folder of the configuration, else of the repository, else the working
    folder; paths in reports and globs are relative to it. ``origins`` says for a dotted key
    (``rule.SA01.warnung``) where the value was written (``klartext.toml:12`` or ``Option``);
    keys that are missing there have their default.
    """

    profile: str = "brief"
    gate: Severity | None = Severity.WARNUNG
    parts: tuple[str, ...] = DEFAULT_PARTS
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extensions: tuple[str, ...] = EXTENSIONS
    baseline: Path | None = None
    strict_read: bool = False
    selectors: tuple[Selector, ...] = ()
    replaces_default: bool = False
    """Whether ``select`` was given: then only what it names is on, not the profile's rules."""
    extra_rules: tuple[Path, ...] = ()
    letter_types: tuple[str, ...] = ()
    letter_types_by_glob: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    thresholds: dict[str, dict[str, float]] = field(default_factory=dict)
    ignores_by_glob: tuple[tuple[str, tuple[str, ...]], ...] = ()
    profile_by_glob: tuple[tuple[str, str], ...] = ()
    house: House = House()
    placeholders: PlaceholderSettings = PlaceholderSettings()
    glossary: GlossarySettings = GlossarySettings()
    ignores: IgnoreSettings = IgnoreSettings()
    root: Path = Path()
    source: Path | None = None
    origins: dict[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def for_file(self, shown_name: str) -> Settings:
        """The settings of one letter, with everything that depends on its path filled in.

        Args:
            shown_name: posix path relative to ``root``.

        Returns:
            A copy with the profile, letter types and ignores of the globs that match. Where
            several globs match, the last one in the file wins; ignores add up. An option beats
            every glob.
        """
        profile, letter_types = self.profile, self.letter_types
        if self.origins.get("profile") != OPTION:
            for pattern, value in self.profile_by_glob:
                profile = value if matches(pattern, shown_name) else profile
        if self.origins.get("letter-type") != OPTION:
            for pattern, values in self.letter_types_by_glob:
                letter_types = values if matches(pattern, shown_name) else letter_types
        extra = tuple(
            Selector(text, "ignore", 0, self.origins.get(f"per-file-ignores.{pattern}", ""))
            for pattern, rules in self.ignores_by_glob
            if matches(pattern, shown_name)
            for text in rules
        )
        if not extra and profile == self.profile and letter_types == self.letter_types:
            return self
        return replace(
            self, profile=profile, letter_types=letter_types, selectors=self.selectors + extra
        )

    def where(self, *key: str) -> str:
        """Where the value of a (nested) key was written; empty if it has its default."""
        return self.origins.get(".".join(key), "")

    @property
    def letter_type_origin(self) -> Literal["option", "configuration", ""]:
        """Who fixed the letter type; empty if it has to be found out from the letter."""
        if not self.letter_types:
            return ""
        return "option" if self.origins.get("letter-type") == OPTION else "configuration"
