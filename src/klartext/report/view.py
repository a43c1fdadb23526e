"""What every format shows of a letter, worked out once: order, groups, folding, summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from klartext.report.fold import fold_findings
from klartext.texts import counted, has_plural, text
from klartext.types import Excerpt, Finding, LetterReport, Notice, Score, Severity

TEXT_KINDS = ("txt", "md")
"""Kinds of files that have real lines."""
_HEAD_SCORES = ("klartext_index", "lix")
_EASY = ("leicht", "sehr leicht", "eher leicht", "gut verständlich")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: line and column from 1, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding shown in full, with the places folded into it."""

    finding: Finding
    place: Place
    excerpt: Excerpt | None
    same_entry: tuple[str, ...] = ()
    """Labels of further places with the same word."""
    same_rule: tuple[str, ...] = ()
    """Labels of further places of the same rule, told after the last one shown."""
    same_sentence: tuple[str, ...] = ()
    """Ids of further rules that found something in this sentence."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one block; the label says where it stands (``Fußnote 1 (Absatz 31)``)."""

    label: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as the text formats show it."""

    letter: LetterReport
    score: Score | None
    causes: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]
    counts: Mapping[Severity, int]
    safe: int
    not_read: tuple[str, ...]
    notices: tuple[str, ...]
    zones: tuple[str, ...]
    worst_rule: str | None


def view(letter: LetterReport, titles: Mapping[str, str], *, fold: bool = True) -> LetterView:
    """Work out what is shown of a letter.

    Args:
        letter: the report.
        titles: titles of rules by id; a rule without one is named by its id.
        fold: put repeated findings into one; ``False`` shows all in full.
    """
    findings = in_reading_order(letter)
    shown = _folded(letter, findings) if fold else _unfolded(letter, findings)
    counts = Counter(finding.severity for finding in findings)
    ranked = _rules_worst_first(findings)
    return LetterView(
        letter=letter,
        score=_head_score(letter.scores),
        causes=tuple((titles.get(rule, rule), count) for rule, count in ranked),
        groups=tuple(_groups(letter, shown)),
        counts={severity: counts[severity] for severity in sorted(Severity, reverse=True)},
        safe=sum(_has_safe(finding) for finding in findings),
        not_read=tuple(_short_notices(letter.notices)),
        notices=tuple(notice.message for notice in letter.notices if not is_unread(notice)),
        zones=tuple(_zones(letter)),
        worst_rule=ranked[0][0] if ranked else None,
    )


def in_reading_order(letter: LetterReport) -> list[Finding]:
    """Findings about the whole letter first, then by block and position."""
    return sorted(
        letter.findings,
        key=lambda item: (bool(item.ranges), item.block, item.ranges, -item.severity, item.rule),
    )


def place_of(letter: LetterReport, finding: Finding) -> Place:
    """Line and columns of a finding; one about the whole letter stands at line 1, column 1."""
    if not finding.ranges:
        return Place(1, 1, 1, 1)
    span = finding.span
    line, column = _position(letter, finding.block, span.start)
    end_line, end_column = _position(letter, finding.block, span.end)
    return Place(line, column, end_line, end_column)


def block_label(letter: LetterReport, block: int) -> str:
    """How a place is named: ``Absatz 4``, ``Fußnote 1 (Absatz 31)``, in text files ``Zeile 7``."""
    excerpt = letter.excerpts.get(block)
    if letter.kind in TEXT_KINDS and excerpt:
        return text("label.line", n=excerpt.line)
    label = text("label.block", n=block)
    if excerpt and excerpt.path not in ("", text("path.body")):
        return text("label.path", path=excerpt.path, block=label)
    return label


def is_unread(notice: Notice) -> bool:
    """Whether a notice says that something of the file was not read or not judged."""
    return has_plural(f"notice.{notice.id}")


def score_group(score: Score) -> str:
    """``leicht``, ``mittel`` or ``schwer``: the three groups of ``scores.md`` 5.3."""
    if score.band in _EASY:
        return "leicht"
    return "mittel" if score.band == "mittel" else "schwer"


def _position(letter: LetterReport, block: int, offset: int) -> tuple[int, int]:
    return letter.positions.get((block, offset), (block, offset + 1))


def _head_score(scores: Sequence[Score]) -> Score | None:
    """The index, or LIX as long as there is no index; ``None`` if neither was computed."""
    by_metric = {score.metric: score for score in scores}
    return next((by_metric[name] for name in _HEAD_SCORES if name in by_metric), None)


def _rules_worst_first(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    worst: dict[str, int] = {}
    number: Counter[str] = Counter()
    for finding in findings:
        worst[finding.rule] = max(finding.severity, worst.get(finding.rule, 0))
        number[finding.rule] += 1
    ordered = sorted(number, key=lambda rule: (-worst[rule], -number[rule], rule))
    return [(rule, number[rule]) for rule in ordered]


def _has_safe(finding: Finding) -> bool:
    return any(suggestion.applicability == "safe" for suggestion in finding.suggestions)


def _unfolded(letter: LetterReport, findings: Iterable[Finding]) -> list[FindingView]:
    return [_in_full(letter, finding) for finding in findings]


def _in_full(letter: LetterReport, finding: Finding) -> FindingView:
    return FindingView(finding, place_of(letter, finding), letter.excerpts.get(finding.block))


def _folded(letter: LetterReport, findings: Sequence[Finding]) -> list[FindingView]:
    def labels(numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(block_label(letter, findings[number].block) for number in numbers)

    return [
        replace(
            _in_full(letter, findings[shown.number]),
            same_entry=labels(shown.same_entry),
            same_rule=labels(shown.same_rule),
            same_sentence=tuple(findings[number].rule for number in shown.same_sentence),
        )
        for shown in fold_findings(findings)
    ]


def _groups(letter: LetterReport, shown: Iterable[FindingView]) -> Iterable[Group]:
    by_label: dict[str, list[FindingView]] = {}
    for item in shown:
        whole = not item.finding.ranges
        label = text("label.letter") if whole else block_label(letter, item.finding.block)
        by_label.setdefault(label, []).append(item)
    return (Group(label, tuple(items)) for label, items in by_label.items())


def _short_id(notice: Notice) -> str:
    """Id of the short wording; pictures and formulas share one id of a notice."""
    formula = notice.id == "N101" and "Formel" in notice.message
    return f"notice.{notice.id}.formel" if formula else f"notice.{notice.id}"


def _short_notices(notices: Iterable[Notice]) -> Iterable[str]:
    total: Counter[str] = Counter()
    for notice in notices:
        if is_unread(notice):
            total[_short_id(notice)] += notice.count
    return (counted(name, number) for name, number in sorted(total.items()))


def _zones(letter: LetterReport) -> Iterable[str]:
    """Protected passages by name with their blocks: ``Rechtsbehelfsbelehrung (Absatz 12–15)``."""
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    for zone, block in letter.zones:
        blocks[zone].add(block)
    for zone in sorted(blocks, key=lambda name: int(name[1:])):
        yield text(
            "zone.at", zone=text(f"zone.{zone}"), blocks=", ".join(_runs(sorted(blocks[zone])))
        )


def _runs(numbers: Sequence[int]) -> list[str]:
    """Neighbouring numbers as ``12–15``."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return [str(first) if first == last else f"{first}–{last}" for first, last in runs]
