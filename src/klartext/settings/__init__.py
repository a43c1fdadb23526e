"""Configuration: ``klartext.toml``, ``[tool.klartext]``, options, and which rules they turn on."""

from klartext.settings.build import ENVIRONMENT, load
from klartext.settings.globs import matches
from klartext.settings.model import (
    DEFAULT_PARTS,
    EXTENSIONS,
    LETTER_TYPES,
    OPTION,
    PARTS,
    PROFILES,
    GlossarySettings,
    House,
    IgnoreSettings,
    PlaceholderSettings,
    Selector,
    Settings,
)
from klartext.settings.readers import nearest
from klartext.settings.selection import (
    Decision,
    SelectableRule,
    decide,
    selected,
    selection_notices,
    unknown_rule,
)

__all__ = [
    "DEFAULT_PARTS",
    "ENVIRONMENT",
    "EXTENSIONS",
    "LETTER_TYPES",
    "OPTION",
    "PARTS",
    "PROFILES",
    "Decision",
    "GlossarySettings",
    "House",
    "IgnoreSettings",
    "PlaceholderSettings",
    "SelectableRule",
    "Selector",
    "Settings",
    "decide",
    "load",
    "matches",
    "nearest",
    "selected",
    "selection_notices",
    "unknown_rule",
]
