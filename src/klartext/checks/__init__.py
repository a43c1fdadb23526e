"""Checks of rules of kind ``python``: one function each, registered by name."""

from klartext.checks import (
    genitive_chain,
    inline_list,
    interrupting_citation,
    nested_clauses,
    open_placeholder,
    participial_attribute,
    passive_share,
    third_person,
    unexplained_abbreviation,
    unexplained_term,
)
from klartext.checks.registry import CHECKS, check

__all__ = [
    "CHECKS",
    "check",
    "genitive_chain",
    "inline_list",
    "interrupting_citation",
    "nested_clauses",
    "open_placeholder",
    "participial_attribute",
    "passive_share",
    "third_person",
    "unexplained_abbreviation",
    "unexplained_term",
]
