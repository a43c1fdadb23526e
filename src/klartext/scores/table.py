"""Scores of a letter: every published formula with value, band, or the reason it is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klartext.language.parse import ParsedLetter
from klartext.letters.model import Understanding
from klartext.scores.counts import COUNTS_VERSION, Counts, LetterCounts, count_letter
from klartext.scores.formulas import FORMULAS, Formula
from klartext.types import Score

PLACEHOLDER_LIMIT = 0.20
"""Share of words from which placeholders stand for too much of the text."""
GERMAN_LIMIT = 0.25
"""Share of function words below which a text is taken for no German."""
CONFLICT_LIMIT = 0.20
"""Share of finite verbs on which tag and features disagree, above which we trust no parse."""
FEWEST_CONFLICTS = 3
"""So many disagreements never count: a few verbs are unusual in any letter."""


class Reason(StrEnum):
    """Why a value is missing."""

    TOO_SHORT = "zu_kurz"
    NO_SENTENCES = "keine_saetze"
    TOO_MANY_PLACEHOLDERS = "zu_viele_platzhalter"
    NOT_GERMAN = "nicht_deutsch"
    PARSER_UNSURE = "parser_unsicher"


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One formula of the table. ``textstat`` is its value on the bridge text, if it has one."""

    score: Score
    title: str
    calibrated_for: str
    reason_id: Reason | None = None
    textstat: float | None = None

    @property
    def is_missing(self) -> bool:
        """Whether there is a reason instead of a value."""
        return self.score.value is None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """All formulas for the letter's own text, and the same for its mandatory text.

    ``mandatory_rows`` is empty where the letter has no mandatory text.
    """

    rows: tuple[ScoreRow, ...]
    mandatory_rows: tuple[ScoreRow, ...]
    counts: Counts
    mandatory_counts: Counts
    not_scored: tuple[int, ...]
    counts_version: int = COUNTS_VERSION


def scores_of(counted: LetterCounts) -> tuple[Score, ...]:
    """Every formula for the letter's own text, without textstat; what ``check`` shows."""
    problem = _problem(counted)
    return tuple(_row(formula, counted.letter, problem).score for formula in FORMULAS)


def table(letter: ParsedLetter, understanding: Understanding) -> ScoreTable:
    """The table of ``klartext scores``, checked against textstat."""
    return table_of(count_letter(letter, understanding))


def table_of(counted: LetterCounts) -> ScoreTable:
    """The same from finished counts."""
    from klartext.scores import textstat_bridge

    german = textstat_bridge.German()

    def rows(counts: Counts, *, mandatory: bool) -> tuple[ScoreRow, ...]:
        units = [unit for unit in counted.units if unit.counted_apart == mandatory]
        text = textstat_bridge.render(textstat_bridge.bridge_words(units))
        checked = german.values(text)
        problem = _problem(counted) if not mandatory else None
        return tuple(
            _row(formula, counts, problem, checked.get(formula.id)) for formula in FORMULAS
        )

    return ScoreTable(
        rows(counted.letter, mandatory=False),
        rows(counted.mandatory, mandatory=True) if counted.mandatory.words else (),
        counted.letter,
        counted.mandatory,
        counted.units.not_scored,
    )


def _row(
    formula: Formula,
    counts: Counts,
    problem: tuple[Reason, str] | None,
    textstat: float | None = None,
) -> ScoreRow:
    problem = problem or _too_short(formula, counts)
    if problem:
        score = Score(formula.id, None, formula.higher_is, None, problem[1])
        return ScoreRow(score, formula.title, formula.calibrated_for, problem[0])
    value = formula.compute(counts)
    score = Score(formula.id, value, formula.higher_is, formula.band(value))
    return ScoreRow(score, formula.title, formula.calibrated_for, None, textstat)


def _problem(counted: LetterCounts) -> tuple[Reason, str] | None:
    """What stands against any score of this letter."""
    counts, signs = counted.letter, counted.reliability
    if counts.sentences == 0:
        return (
            Reason.NO_SENTENCES,
            "Hier gibt es keine ganzen Sätze, nur Tabellen, Felder oder Stichworte."
            if not counted.mandatory.sentences
            else "Außer den Pflichttexten gibt es hier keine ganzen Sätze.",
        )
    if counts.placeholders > PLACEHOLDER_LIMIT * counts.words:
        share = round(100 * counts.placeholders / counts.words)
        limit = round(100 * PLACEHOLDER_LIMIT)
        return (
            Reason.TOO_MANY_PLACEHOLDERS,
            f"{share} von 100 Wörtern sind Platzhalter. Höchstens {limit} dürfen es sein.",
        )
    if signs.function_words < GERMAN_LIMIT * signs.shaped:
        return (Reason.NOT_GERMAN, "Der Text ist vermutlich nicht deutsch.")
    if signs.conflicts > max(FEWEST_CONFLICTS, CONFLICT_LIMIT * signs.finite_verbs):
        return (Reason.PARSER_UNSURE, "klartext hat zu viele Verben nicht sicher erkannt.")
    return None


def _too_short(formula: Formula, counts: Counts) -> tuple[Reason, str] | None:
    needed = "Für diese Formel braucht man mindestens"
    if counts.sentences < formula.minimum_sentences:
        noun = "Satz" if counts.sentences == 1 else "Sätze"
        return (
            Reason.TOO_SHORT,
            f"Nur {counts.sentences} {noun}. {needed} {formula.minimum_sentences}.",
        )
    if counts.shaped < formula.minimum_words:
        return (
            Reason.TOO_SHORT,
            f"Nur {counts.shaped} Wörter ohne Zahlen und Namen. {needed} {formula.minimum_words}.",
        )
    return None
