"""One line per finding: ``path:line:col: ID severity message``."""

from __future__ import annotations

from klartext.report.options import RenderOptions
from klartext.report.terminal import SEVERITY_COLOR, Style, encodable, printable
from klartext.report.view import in_reading_order, place_of
from klartext.types import Report


def render(report: Report, options: RenderOptions) -> str:
    """All findings of all letters, one a line; empty if there is none."""
    style = Style(options.color)
    lines = []
    for letter in report.letters:
        path = style(printable(letter.path), "bold")
        for finding in in_reading_order(letter):
            place = place_of(letter, finding)
            rule = style(finding.rule, "bold", SEVERITY_COLOR[finding.severity])
            message = printable(finding.message.replace("\n", " "))
            lines.append(
                f"{path}:{place.line}:{place.column}: {rule} {finding.severity} {message}\n"
            )
    return encodable("".join(lines), options.encoding)
