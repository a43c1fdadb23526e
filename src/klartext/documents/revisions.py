"""Which tracked changes a view shows."""

from __future__ import annotations

from dataclasses import dataclass

INSERTIONS = frozenset({"w:ins", "w:moveTo"})
DELETIONS = frozenset({"w:del", "w:moveFrom"})


@dataclass(frozen=True, slots=True)
class View:
    """How to read a letter with tracked changes.

    Args:
        accepted: ``True`` shows the letter with all changes, ``False`` without any.
        rejected: ids of changes that are undone although ``accepted``.
    """

    accepted: bool = True
    rejected: frozenset[str] = frozenset()

    def accepts(self, revision: str) -> bool:
        """Whether the change with this id is made."""
        return self.accepted and revision not in self.rejected

    def shows(self, tag: str, revision: str) -> bool:
        """Whether the content of ``w:ins``, ``w:del``, ``w:moveFrom`` … is visible."""
        return (tag in INSERTIONS) == self.accepts(revision)


FINAL = View()
ORIGINAL = View(accepted=False)
