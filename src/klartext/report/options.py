"""What a writer may know besides the report itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report is written.

    ``width`` is in terminal columns. ``encoding`` decides which signs may be used. ``titles``
    gives the title of a rule by id. ``commands`` are the commands that exist, so that no line
    points to one that does not. ``exit_code`` is what the run will end with, where that is more
    than the report itself can know.
    """

    width: int = 100
    color: bool = False
    encoding: str = "utf-8"
    quiet: bool = False
    verbose: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    commands: frozenset[str] = frozenset({"explain"})
    exit_code: int | None = None
