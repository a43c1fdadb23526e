"""The report for programs (interfaces.md 2.3)."""

from __future__ import annotations

from typing import cast

from klartext.report.dump import dump
from klartext.report.json_types import (
    SCHEMA_ID,
    FindingJson,
    LetterJson,
    ReportJson,
    SeverityName,
    SuggestionJson,
)
from klartext.report.options import RenderOptions
from klartext.report.view import in_reading_order, place_of
from klartext.types import Finding, LetterReport, Report, Severity, Suggestion, TextRange


def render(report: Report, options: RenderOptions) -> str:
    """The report as JSON, keys sorted, UTF-8 characters as they are."""
    document = as_json(report, options.exit_code)
    return dump(document, options.encoding)


def as_json(report: Report, exit_code: int | None = None) -> ReportJson:
    """The document as nested dictionaries.

    Args:
        report: what was found.
        exit_code: what the program ends with, if it knows more than the report.
    """
    number = {
        severity: sum(
            finding.severity == severity for letter in report.letters for finding in letter.findings
        )
        for severity in Severity
    }
    return {
        "schema": SCHEMA_ID,
        "versions": dict(report.versions),
        "profile": report.profile,
        "gate": _severity(report.gate) if report.gate is not None else "none",
        "letters": [_letter(letter) for letter in report.letters],
        "errors": [
            {"path": error.path, "id": error.id, "message": error.message}
            for error in report.errors
        ],
        "summary": {
            "fehler": number[Severity.FEHLER],
            "warnung": number[Severity.WARNUNG],
            "hinweis": number[Severity.HINWEIS],
            "exit_code": report.exit_code if exit_code is None else exit_code,
        },
    }


def _letter(letter: LetterReport) -> LetterJson:
    return {
        "path": letter.path,
        "sha256": letter.sha256,
        "title": letter.title,
        "kind": letter.kind,
        "profile": letter.profile,
        "letter_type": {
            "values": list(letter.letter_types),
            "origin": letter.letter_type_origin,
        },
        "counts": dict(letter.counts),
        "scores": [
            {
                "metric": score.metric,
                "value": score.value,
                "higher_is": score.higher_is,
                "band": score.band,
                "reason": score.reason,
            }
            for score in letter.scores
        ],
        "findings": [_finding(letter, finding) for finding in in_reading_order(letter)],
        "suppressed": [
            {
                "rule": item.finding.rule,
                "block": item.finding.block,
                "by": item.by,
                "reason": item.reason,
                "fingerprint": item.finding.fingerprint,
            }
            for item in letter.suppressed
        ],
        "notices": [
            {"id": notice.id, "message": notice.message, "count": notice.count}
            for notice in letter.notices
        ],
        "zones": [{"zone": zone, "block": block} for zone, block in letter.zones],
    }


def _finding(letter: LetterReport, finding: Finding) -> FindingJson:
    place = place_of(letter, finding)
    excerpt = letter.excerpts.get(finding.block) if finding.ranges else None
    quoted = ""
    if excerpt is not None:
        quoted = finding.sentence.of(excerpt.text) if finding.sentence else excerpt.text
    return {
        "rule": finding.rule,
        "name": finding.name,
        "entry": finding.entry,
        "severity": _severity(finding.severity),
        "message": finding.message,
        "scope": "block" if finding.ranges else "letter",
        "block": finding.block,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "path": excerpt.path if excerpt else "",
        "part": excerpt.part if excerpt else "",
        "page_hint": excerpt.page_hint if excerpt else None,
        "ranges": [_pair(mark) for mark in finding.ranges],
        "sentence": _pair(finding.sentence) if finding.sentence else None,
        "excerpt": quoted,
        "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
        "measures": [
            {"name": measure.name, "value": measure.value, "target": measure.target}
            for measure in finding.measures
        ],
        "zone": finding.zone,
        "leitziel": list(finding.leitziel),
        "fingerprint": finding.fingerprint,
        "state": "new",
    }


def _suggestion(suggestion: Suggestion) -> SuggestionJson:
    return {
        "label": suggestion.label,
        "applicability": suggestion.applicability.value,
        "edits": [{"range": _pair(edit.range), "text": edit.text} for edit in suggestion.edits],
    }


def _pair(mark: TextRange) -> tuple[int, int]:
    return mark.start, mark.end


def _severity(severity: Severity) -> SeverityName:
    return cast("SeverityName", str(severity))
