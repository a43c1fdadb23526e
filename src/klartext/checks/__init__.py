"""Checks of rules of kind ``python``: one function each, registered by name."""

from klartext.checks.registry import CHECKS, check
from klartext.checks import open_placeholder, unexplained_term  # noqa: I001  registers them

__all__ = ["CHECKS", "check", "open_placeholder", "unexplained_term"]
