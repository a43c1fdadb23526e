"""The table of ``klartext scores``: text for people, ``klartext-scores/1`` for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from klartext.report.options import RenderOptions
from klartext.report.terminal import Style, columns, encodable, printable, wrap
from klartext.texts import counted, number, text

if TYPE_CHECKING:
    from klartext.scores.counts import Counts
    from klartext.scores.table import ScoreRow, ScoreTable
    from klartext.types import FileError

SCHEMA_ID = "klartext-scores/1"

_MISSING = "–"
_GAP = "  "


@dataclass(frozen=True, slots=True)
class FileScores:
    """A file as shown (relative path) and its table."""

    path: str
    table: ScoreTable


def render_text(files: Sequence[FileScores], options: RenderOptions) -> str:
    """One table a file; every line says which way its formula points."""
    parts = ["\n".join(_file(file, options)) for file in files]
    if files:
        parts.append("\n".join([text("scores.check"), text("scores.validity")]))
    body = "\n\n".join(parts)
    return encodable(body, options.encoding) + "\n" if body else ""


def render_json(
    files: Sequence[FileScores], errors: Sequence[FileError], versions: Mapping[str, str]
) -> str:
    """The same as JSON, values unrounded, keys sorted."""
    document = {
        "schema": SCHEMA_ID,
        "versions": dict(versions),
        "files": [
            {
                "path": file.path,
                "scores": _json_rows(file.table.rows, file.table.counts, file.table),
                "mandatory_scores": _json_rows(
                    file.table.mandatory_rows, file.table.mandatory_counts, file.table
                ),
                "not_scored": list(file.table.not_scored),
            }
            for file in files
        ],
        "errors": [
            {"path": error.path, "id": error.id, "message": error.message} for error in errors
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _json_rows(rows: Sequence[ScoreRow], counts: Counts, table: ScoreTable) -> list[dict[str, Any]]:
    return [
        {
            "metric": row.score.metric,
            "value": row.score.value,
            "higher_is": row.score.higher_is,
            "band": row.score.band,
            "basis": asdict(counts),
            "reason": row.reason_id,
            "reason_text": row.score.reason,
            "calibrated_for": row.calibrated_for,
            "version": table.counts_version,
            "textstat": row.textstat,
        }
        for row in rows
    ]


def _file(file: FileScores, options: RenderOptions) -> Iterator[str]:
    style = Style(options.color)
    table = file.table
    yield style(printable(file.path, options.encoding), "bold")
    yield ""
    yield text("scores.letter", counts=_size(table.counts))
    yield from _table(table.rows, style, options.width)
    if table.mandatory_rows:
        yield ""
        yield text("scores.mandatory", counts=_size(table.mandatory_counts))
        yield from _table(table.mandatory_rows, style, options.width)
    if table.not_scored:
        yield ""
        blocks = counted("count.blocks", len(table.not_scored))
        yield text("scores.not-scored", blocks=blocks)


def _size(counts: Counts) -> str:
    return text(
        "scores.counts",
        sentences=counted("count.sentences", counts.sentences),
        words=counted("count.words", counts.words),
    )


def _table(rows: Sequence[ScoreRow], style: Style, width: int) -> Iterator[str]:
    """Columns as wide as their longest cell; a reason takes the place of value and band."""
    if all(row.is_missing for row in rows):
        reasons = dict.fromkeys(row.score.reason or "" for row in rows)
        for part in wrap(f"{_MISSING} {next(iter(reasons))}", width - len(_GAP)):
            yield _GAP + part
        return
    names = ("metric", "value", "check", "band", "direction")
    head = [text(f"scores.column.{name}") for name in names]
    cells = [_cells(row) for row in rows]
    widths = [
        max(columns(line[place]) for line in (head, *(c for c in cells if len(c) == len(names))))
        for place in range(len(names))
    ]
    widths[0] = max(columns(line[0]) for line in (head, *cells))
    yield style(_line(head, widths), "dim")
    for line in cells:
        if len(line) == len(names):
            yield _line(line, widths)
        else:
            first, *rest = wrap(line[1], max(20, width - widths[0] - 2 * len(_GAP)))
            yield _GAP + line[0].ljust(widths[0]) + _GAP + first
            for more in rest:
                yield " " * (widths[0] + 2 * len(_GAP)) + more


def _cells(row: ScoreRow) -> list[str]:
    metric = text(f"metric.{row.score.metric}")
    direction = text(f"direction.{row.score.higher_is}")
    if row.score.value is None:
        return [metric, f"{_MISSING} {row.score.reason} ({direction})"]
    return [
        metric,
        _value(row.score.value),
        _MISSING if row.textstat is None else _value(row.textstat),
        row.score.band or _MISSING,
        direction,
    ]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Metric, band and direction to the left, numbers to the right."""
    padded = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - columns(cell))
        padded.append(blank + cell if place in (1, 2) else cell + blank)
    return (_GAP + _GAP.join(padded)).rstrip()


def _value(value: float) -> str:
    return text("score.below-zero") if value < 0 else number(value, 1)
