"""Checks of rules of kind ``python``: one function each, registered by name."""

from klartext.checks import open_placeholder, unexplained_term
from klartext.checks.registry import CHECKS, check

__all__ = ["CHECKS", "check", "open_placeholder", "unexplained_term"]
