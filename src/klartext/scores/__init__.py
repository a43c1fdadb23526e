"""Counts and readability scores: one set of counts feeds every formula and every length rule."""

from klartext.scores.counts import COUNTS_VERSION, Counts, LetterCounts, count_letter
from klartext.scores.table import ScoreRow, ScoreTable, scores_of, table, table_of

__all__ = [
    "COUNTS_VERSION",
    "Counts",
    "LetterCounts",
    "ScoreRow",
    "ScoreTable",
    "count_letter",
    "scores_of",
    "table",
    "table_of",
]
