"""The nouns of klartext: what every room hands to the next one.

All positions are half-open ranges of code points in ``Block.text``. Nothing here knows
spaCy, Word files or the command line.
"""

from klartext.types.finding import Edit, Finding, Measure, Score, Suggestion, Suppressed
from klartext.types.letter import (
    Anchor,
    Block,
    IgnoreDirective,
    Letter,
    Notice,
    Placeholder,
    SourceMap,
    TextRange,
)
from klartext.types.report import Excerpt, FileError, LetterReport, Report
from klartext.types.values import (
    RUNNING_TEXT,
    Applicability,
    BlockKind,
    PlaceholderOrigin,
    PlaceholderType,
    Severity,
)

__all__ = [
    "RUNNING_TEXT",
    "Anchor",
    "Applicability",
    "Block",
    "BlockKind",
    "Edit",
    "Excerpt",
    "FileError",
    "Finding",
    "IgnoreDirective",
    "Letter",
    "LetterReport",
    "Measure",
    "Notice",
    "Placeholder",
    "PlaceholderOrigin",
    "PlaceholderType",
    "Report",
    "Score",
    "Severity",
    "SourceMap",
    "Suggestion",
    "Suppressed",
    "TextRange",
]
