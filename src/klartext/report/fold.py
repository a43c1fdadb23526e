"""One explanation, one finding: which findings are shown in full, and which stand behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from klartext.types import Finding

IN_FULL = 5
"""So many findings of one rule are shown in full, the rest in one line."""
IN_ONE_SENTENCE = 3
"""So many findings of one sentence are shown in full (``rules.md`` 4)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding shown in full, by its place in the list, and those told together with it."""

    number: int
    same_entry: tuple[int, ...] = ()
    same_rule: tuple[int, ...] = ()
    same_sentence: tuple[int, ...] = ()


def fold_findings(findings: Sequence[Finding]) -> list[Shown]:
    """Every finding once: shown in full or told with another one.

    Shown are the worst of a kind, and of equally bad ones the first. Order stays.

    Args:
        findings: in reading order.
    """
    same_entry = _same_entry(findings)
    hidden = {number for others in same_entry.values() for number in others}
    same_rule = _same_rule(findings, [n for n in range(len(findings)) if n not in hidden])
    for last, others in same_rule.items():
        hidden.update(others)
        moved = [number for other in others for number in same_entry.pop(other, ())]
        same_rule[last] = sorted(others + moved)
    needed = same_entry.keys() | same_rule.keys()
    shown = [number for number in range(len(findings)) if number not in hidden]
    same_sentence = _crowded(findings, shown, needed)
    hidden.update(number for others in same_sentence.values() for number in others)
    return [
        Shown(
            number,
            tuple(same_entry.get(number, ())),
            tuple(same_rule.get(number, ())),
            tuple(same_sentence.get(number, ())),
        )
        for number in shown
        if number not in hidden
    ]


def _same_entry(findings: Sequence[Finding]) -> dict[int, list[int]]:
    """The worst finding of each word of the glossary, with all others of the same word."""
    members: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        if finding.entry:
            members[finding.rule, finding.entry].append(number)
    found = {}
    for numbers in members.values():
        best = _worst_first(findings, numbers)[0]
        if len(numbers) > 1:
            found[best] = [number for number in numbers if number != best]
    return found


def _same_rule(findings: Sequence[Finding], numbers: Iterable[int]) -> dict[int, list[int]]:
    """Of every rule with too many findings: the last one shown, with those that are not."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        members[findings[number].rule].append(number)
    found = {}
    for same in members.values():
        ranked = _worst_first(findings, same)
        if len(ranked) > IN_FULL:
            found[max(ranked[:IN_FULL])] = ranked[IN_FULL:]
    return found


def _worst_first(findings: Sequence[Finding], numbers: Iterable[int]) -> list[int]:
    return sorted(numbers, key=lambda number: (-findings[number].severity, number))


def _crowded(
    findings: Sequence[Finding], shown: Iterable[int], needed: Set[int]
) -> dict[int, list[int]]:
    """Findings beyond the worst three of a sentence, by the last one of the three.

    Those that stand for others (``needed``) are always shown.
    """
    sentences: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number in shown:
        if sentence := findings[number].sentence:
            sentences[findings[number].block, sentence.start].append(number)
    told: dict[int, list[int]] = {}
    for members in sentences.values():
        ranked = sorted(
            members, key=lambda number: (-findings[number].severity, -_extent(findings[number]))
        )
        rest = sorted(number for number in ranked[IN_ONE_SENTENCE:] if number not in needed)
        if rest:
            told[max(number for number in members if number not in rest)] = rest
    return told


def _extent(finding: Finding) -> int:
    return len(finding.span) if finding.ranges else 0
