"""The list of rules: as table, JSON or Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klartext.report.dump import dump
from klartext.report.options import RenderOptions
from klartext.report.rule_facts import Effective, RuleFacts, Value, severities, source_state
from klartext.report.terminal import Style, columns, encodable
from klartext.texts import counted, text

FORMATS = ("text", "json", "markdown")
_GAP = 2


def render(
    format: str,
    rules: Sequence[RuleFacts],
    profile: str,
    options: RenderOptions,
    effective: Mapping[str, Effective] | None = None,
) -> str:
    """Rules in one of ``FORMATS``.

    Args:
        format: one of ``FORMATS``.
        rules: in the order they are shown.
        profile: whose thresholds decide the severities shown.
        options: width, colour, encoding.
        effective: what holds after the configuration, by id; adds columns.
    """
    if format == "json":
        return _as_json(rules, profile, options, effective)
    head, rows = _cells(rules, profile, effective)
    if format == "markdown":
        return _as_markdown(head, rows)
    last = counted("count.rules", len(rules)) + "."
    if effective is not None:
        last += " " + text("rules.values-note")
    return f"{_as_table(head, rows, options)}{last}\n"


def _cells(
    rules: Sequence[RuleFacts], profile: str, effective: Mapping[str, Effective] | None
) -> tuple[list[str], list[list[str]]]:
    names = ["id", "title", "severity", "state", "source"]
    if effective is not None:
        names = ["id", "title", "status", "origin", "values"]
    head = [text(f"rules.column.{name}") for name in names]
    rows = []
    for rule in rules:
        if effective is None:
            rest = [severities(rule, profile), rule.state, source_state(rule)]
        else:
            held = effective[rule.id]
            status = text("rules.status.on" if held.active else "rules.status.off")
            rest = [status, held.origin, ", ".join(map(_value, held.values))]
        rows.append([rule.id, rule.title, *rest])
    return head, rows


def _value(value: Value) -> str:
    if value.origin:
        return text("rules.value-from", key=value.key, value=value.value, origin=value.origin)
    return text("rules.value", key=value.key, value=value.value)


def _as_table(head: list[str], rows: list[list[str]], options: RenderOptions) -> str:
    """Columns as wide as their widest cell; the last one is not padded."""
    style = Style(options.color)
    widths = [max(columns(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [style(_line(head, widths), "bold")]
    lines.append(style(_line(["─" * width for width in widths], widths), "dim"))
    lines.extend(_line(row, widths) for row in rows)
    return encodable("\n".join(lines), options.encoding) + "\n\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return (" " * _GAP).join(padded).rstrip()


def _as_markdown(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines
    )


def _as_json(
    rules: Sequence[RuleFacts],
    profile: str,
    options: RenderOptions,
    effective: Mapping[str, Effective] | None,
) -> str:
    items = []
    for rule in rules:
        item: dict[str, object] = {
            "id": rule.id,
            "name": rule.name,
            "title": rule.title,
            "state": rule.state,
            "evidence": rule.evidence,
            "profiles": list(rule.profiles),
            "leitziel": list(rule.leitziel),
            "source_checked": any(reference.checked for reference in rule.references),
        }
        if effective is not None:
            held = effective[rule.id]
            item["active"] = held.active
            item["origin"] = held.origin
            item["values"] = [
                {
                    "key": value.key,
                    "value": value.value,
                    "origin": value.origin or text("rules.origin.rule"),
                }
                for value in held.values
            ]
        items.append(item)
    document = {"schema": "klartext-rules/1", "profile": profile, "rules": items}
    return dump(document, options.encoding)
