"""What a run says about letters."""

from __future__ import annotations

from dataclasses import dataclass, field

from klartext.types.finding import Finding, Score, Suppressed
from klartext.types.letter import Notice, TextRange
from klartext.types.values import BlockKind, Severity


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a report may quote of a block."""

    block: int
    kind: BlockKind
    path: str
    part: str
    page_hint: int | None
    text: str
    label: str = ""
    line: int = 1
    placeholders: tuple[TextRange, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterReport:
    """What klartext says about one letter; holds excerpts of blocks with findings only."""

    path: str
    kind: str
    sha256: str
    title: str
    profile: str
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    notices: tuple[Notice, ...]
    excerpts: dict[int, Excerpt]
    positions: dict[tuple[int, int], tuple[int, int]]
    """(block, offset) of every range border → line and column."""
    counts: dict[str, int]
    scores: tuple[Score, ...] = ()
    letter_types: tuple[str, ...] = ()
    letter_type_origin: str = "unbestimmt"
    zones: tuple[tuple[str, int], ...] = ()
    """Zone id and block index of zones found by pattern, so that a skip can be explained."""


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be read."""

    path: str
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run over one or more letters."""

    letters: tuple[LetterReport, ...]
    errors: tuple[FileError, ...]
    profile: str
    gate: Severity | None
    versions: dict[str, str] = field(default_factory=dict)

    def at_or_above(self, severity: Severity) -> int:
        """Number of findings of this severity or a higher one."""
        return sum(
            finding.severity >= severity for letter in self.letters for finding in letter.findings
        )

    @property
    def exit_code(self) -> int:
        """0, 1 if the gate is passed, 2 if a file could not be read (interfaces.md 1.2)."""
        if self.errors:
            return 2
        return int(self.gate is not None and self.at_or_above(self.gate) > 0)
