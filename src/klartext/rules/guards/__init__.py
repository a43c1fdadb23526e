"""Guards: named conditions under which a rule stays silent or speaks louder.

A rule file lists them under ``silent_if`` and ``raise_if``. Each takes the context and the
candidate and answers yes or no. Guards of one subject stand together in one file.
"""

from klartext.rules.guards import (
    be_to,
    be_to_clauses,
    be_to_doers,
    be_to_senses,
    chancery,
    context,
    duty,
    empty_verbs,
    fillers,
    formulas,
    have_to,
    impersonal_duty,
    light_senses,
    light_verbs,
    light_wordings,
    long_prepositions,
    named_times,
    office_words,
    passive,
    prepositions,
    requests,
    threats,
    times,
    verb_bracket,
    words,
)
from klartext.rules.guards.registry import GUARDS

__all__ = [
    "GUARDS",
    "be_to",
    "be_to_clauses",
    "be_to_doers",
    "be_to_senses",
    "chancery",
    "context",
    "duty",
    "empty_verbs",
    "fillers",
    "formulas",
    "have_to",
    "impersonal_duty",
    "light_senses",
    "light_verbs",
    "light_wordings",
    "long_prepositions",
    "named_times",
    "office_words",
    "passive",
    "prepositions",
    "requests",
    "threats",
    "times",
    "verb_bracket",
    "words",
]
