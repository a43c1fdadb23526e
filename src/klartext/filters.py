"""What happens to findings after the rules: zones, precedence, ignores, order. All pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from klartext.letters.model import Understanding, ZoneMode
from klartext.letters.zones import strictest
from klartext.types import (
    Applicability,
    Finding,
    IgnoreDirective,
    Severity,
    Suggestion,
    Suppressed,
    TextRange,
)

WINS_OVER = {
    "SA10": ("SA07", "SA08"),
    "SA12": ("SA07", "SA08"),
    "SA11": ("SA07", "SA33", "WO01"),
    "SA38": ("SA07", "SA10", "WO01", "WO03"),
    "TO01": ("WO01",),
    "TO02": ("WO01", "WO03"),
    "WO03": ("WO14", "SA07", "SA08", "SA13", "SA14"),
    "WO14": ("SA07", "SA08", "SA13", "SA14"),
    "WO06": ("SA07", "SA08", "SA10", "SA11", "SA12", "SA13", "SA14", "SA23", "SA38"),
    "WO13": ("WO01", "WO02", "WO04", "WO07", "WO09"),
    "WO15": ("WO01", "WO02", "WO04", "WO07", "WO09"),
    "WO19": ("WO01", "WO02", "WO04", "WO07", "WO09"),
    "IN02": ("WO19",),
    "SZ11": ("WO10",),
    "SA03": ("SA02",),
    "SA15": ("SA13", "SA14", "SA16"),
    "SA17": ("SA26",),
}
"""Rule → rules it silences where their marks touch (``rules.md`` 4)."""

WINS_IN_SENTENCE = {
    "TO01": ("SA07",),
    "TO02": ("SA07", "SA10", "SA13", "SA23"),
}
"""Rule → rules it silences in the whole sentence, because their marks never touch."""

JOINED = {
    "SA02": "Er enthält {} Nebensätze.",
    "SA03": "Seine Nebensätze sind verschachtelt.",
    "SA04": "Ein Einschub unterbricht ihn.",
    "SA05": "Das Verb ist über {} Wörter getrennt.",
    "SA26": "Das Verb kommt erst nach {} Wörtern.",
}
"""Rule → what SA01 says of it in the same sentence; ``{}`` is the value of its first measure."""


def apply_zones(findings: Iterable[Finding], understanding: Understanding) -> list[Finding]:
    """Drop findings in zones with mode ``off``; take the edits from those with mode ``show``.

    A finding that lies wholly in a stretch of mode ``skip`` (a name, a citation) is dropped.
    Edits that would touch a zone of mode ``off`` or ``show`` become advice.
    """
    kept = []
    for finding in findings:
        mode, zone = _mode(finding.rule, finding.block, finding.ranges, understanding)
        if mode is ZoneMode.OFF:
            continue
        if mode is ZoneMode.SHOW:
            kept.append(_without_edits(finding, zone))
        else:
            kept.append(_guard_edits(finding, understanding))
    return kept


def _mode(
    rule: str, block: int, ranges: Sequence[TextRange], understanding: Understanding
) -> tuple[ZoneMode, str | None]:
    worst: tuple[ZoneMode, str | None] = (ZoneMode.ON, None)
    for place in ranges:
        mode, zone = strictest(understanding.zones_around(block, place), rule)
        if mode is ZoneMode.SKIP:
            mode = ZoneMode.OFF
        if mode.strictness > worst[0].strictness:
            worst = (mode, zone)
    return worst


def _guard_edits(finding: Finding, understanding: Understanding) -> Finding:
    suggestions = []
    for suggestion in finding.suggestions:
        touched = any(
            strictest(understanding.zones_at(finding.block, edit.range), finding.rule)[0]
            in (ZoneMode.OFF, ZoneMode.SHOW)
            for edit in suggestion.edits
        )
        suggestions.append(_as_advice(suggestion) if touched else suggestion)
    return replace(finding, suggestions=tuple(suggestions))


def _without_edits(finding: Finding, zone: str | None) -> Finding:
    return replace(
        finding, suggestions=tuple(_as_advice(item) for item in finding.suggestions), zone=zone
    )


def _as_advice(suggestion: Suggestion) -> Suggestion:
    return Suggestion(suggestion.label, (), Applicability.SHOW)


def apply_precedence(findings: Sequence[Finding]) -> list[Finding]:
    """One cause, one finding: the more specific rule speaks."""
    silenced: set[int] = set()
    for finding in findings:
        losers = WINS_OVER.get(finding.rule, ())
        for other, rival in enumerate(findings):
            if rival.rule in losers and _touch(finding, rival):
                silenced.add(other)
            if rival.rule in WINS_IN_SENTENCE.get(finding.rule, ()) and (
                (rival.block, rival.sentence) == (finding.block, finding.sentence)
            ):
                silenced.add(other)
    left = [finding for index, finding in enumerate(findings) if index not in silenced]
    return join_long_sentences(left)


def join_long_sentences(findings: Sequence[Finding]) -> list[Finding]:
    """A sentence that is long and hard for other reasons gets one finding, SA01 (``rules.md`` 4).

    It has the highest severity of all, their measures and their suggestions.
    """
    taken: set[int] = set()
    joined: dict[int, Finding] = {}
    for index, finding in enumerate(findings):
        if finding.rule != "SA01":
            continue
        places = [
            other
            for other, part in enumerate(findings)
            if part.rule in JOINED
            and part.block == finding.block
            and finding.span.contains(part.span)
        ]
        parts = [findings[place] for place in places]
        taken.update(places)
        joined[index] = replace(
            finding,
            severity=max([finding.severity, *(part.severity for part in parts)]),
            message=" ".join([finding.message, *(_in_short(part) for part in parts)]),
            measures=finding.measures + tuple(m for part in parts for m in part.measures),
            suggestions=finding.suggestions + tuple(s for part in parts for s in part.suggestions),
        )
    return [
        joined.get(index, finding) for index, finding in enumerate(findings) if index not in taken
    ]


def _in_short(part: Finding) -> str:
    value = part.measures[0].value if part.measures else 0
    return JOINED[part.rule].format(int(value))


def _touch(first: Finding, second: Finding) -> bool:
    return first.block == second.block and any(
        a.overlaps(b) for a in first.ranges for b in second.ranges
    )


@dataclass(frozen=True, slots=True)
class Ignored:
    """Outcome of the ignores: what is left, what was suppressed, findings about ignores."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]


def apply_ignores(
    findings: Iterable[Finding],
    directives: Sequence[IgnoreDirective],
    known_rules: frozenset[str],
    places: Container[int],
    *,
    require_reason: bool = True,
    report_unused: bool = True,
) -> Ignored:
    """Take out what the author does not want to see; KT01 to KT03 speak about the wishes.

    ``places`` are the blocks of the letter. A wish can stand where nothing is read, such as in a
    header that is left out: nothing is said about it, because a report could not show its place.
    """
    used: Counter[int] = Counter()
    left, suppressed = [], []
    for finding in findings:
        for number, directive in enumerate(directives):
            if _covers(directive, finding):
                used[number] += 1
                suppressed.append(Suppressed(finding, directive.origin, directive.reason))
                break
        else:
            left.append(finding)
    for number, directive in enumerate(directives):
        if directive.block not in places:
            continue
        unknown = [rule for rule in directive.rules if rule not in known_rules]
        if unknown:
            left.append(_about(directive, "KT02", "ausnahme.unbekannt", _KT02.format(unknown[0])))
        elif not used[number] and report_unused:
            left.append(_about(directive, "KT01", "ausnahme.unbenutzt", _KT01))
        if require_reason and not directive.reason:
            left.append(_about(directive, "KT03", "ausnahme.ohne-grund", _KT03))
    return Ignored(tuple(left), tuple(suppressed))


_KT01 = "Diese Ausnahme wird nicht mehr gebraucht. Löschen Sie sie."
_KT02 = "Die Regel „{}“ in dieser Ausnahme gibt es nicht."
_KT03 = "Diese Ausnahme hat keinen Grund. Schreiben Sie ihn nach einem Gedankenstrich dazu."


def _covers(directive: IgnoreDirective, finding: Finding) -> bool:
    if directive.rules and finding.rule not in directive.rules:
        return False
    return any(
        block == finding.block
        and (place is None or any(place.overlaps(mark) for mark in finding.ranges))
        for block, place in directive.reach
    )


def _about(directive: IgnoreDirective, rule: str, name: str, message: str) -> Finding:
    return Finding(rule, name, directive.block, (directive.range,), Severity.HINWEIS, message)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Reading order: block, first mark, severity, rule."""
    return tuple(
        sorted(findings, key=lambda f: (f.block, f.ranges[0].start, -f.severity, f.rule, f.ranges))
    )
