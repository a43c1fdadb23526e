"""The table of formats."""

from __future__ import annotations

from collections.abc import Callable

from klartext.errors import KlartextError
from klartext.report import concise, json, text
from klartext.report.options import RenderOptions
from klartext.types import Report

FORMATS: dict[str, Callable[[Report, RenderOptions], str]] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
}


def render(format: str, report: Report, options: RenderOptions) -> str:
    """A report in one of ``FORMATS``, with a line break at the end unless it is empty.

    Raises:
        KlartextError: E402 for a format that does not exist.
    """
    if format not in FORMATS:
        raise KlartextError("E402", name=format, known=", ".join(FORMATS))
    return FORMATS[format](report, options)
