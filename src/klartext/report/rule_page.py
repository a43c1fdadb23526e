"""One rule explained: title, reason, example, thresholds, limits, source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from klartext.report.dump import dump
from klartext.report.options import RenderOptions
from klartext.report.rule_facts import (
    RuleFacts,
    example_pair,
    level_line,
    marked,
    paragraphs,
    severities,
    source_lines,
)
from klartext.report.terminal import Style, columns, encodable, wrap
from klartext.texts import text

FORMATS = ("text", "json", "markdown")


@dataclass(frozen=True, slots=True)
class _Part:
    title: str
    lines: tuple[str, ...]


def render(format: str, rule: RuleFacts, sources: Mapping[str, str], options: RenderOptions) -> str:
    """A rule in one of ``FORMATS``.

    Args:
        format: one of ``FORMATS``.
        rule: the rule.
        sources: titles of sources by key.
        options: width, colour, encoding.
    """
    if format == "json":
        return _as_json(rule, sources, options)
    if format == "markdown":
        return _as_markdown(rule, sources)
    return _as_text(rule, sources, options)


def _parts(rule: RuleFacts, sources: Mapping[str, str], signs: tuple[str, str]) -> Iterator[_Part]:
    yield _Part(text("explain.why"), tuple(paragraphs(rule.why)))
    bad, fixed, good = example_pair(rule)
    example = [
        text(f"explain.{name}", text=marked(written, *signs))
        for name, written in (("bad", bad), ("fixed", fixed), ("good", good))
        if written
    ]
    if example:
        yield _Part(text("explain.example"), tuple(example))
    yield _Part(text("explain.levels"), tuple(_levels(rule)))
    if rule.known_problems.strip():
        yield _Part(text("explain.known-problems"), tuple(paragraphs(rule.known_problems)))
    yield _Part(text("explain.source"), tuple(source_lines(rule, sources)))
    state = [text(f"state.{rule.state}")]
    if rule.replaces:
        state.append(text("explain.replaces", rules=", ".join(rule.replaces)))
    yield _Part(text("explain.state"), tuple(state))


def _levels(rule: RuleFacts) -> Iterator[str]:
    """The thresholds of every profile the rule is part of, or its one severity."""
    for profile in rule.profiles:
        levels = rule.levels.get(profile) or rule.levels.get("brief")
        shown = level_line(levels) if levels is not None else severities(rule, profile)
        yield text("explain.level", profile=profile, levels=shown)


def _as_text(rule: RuleFacts, sources: Mapping[str, str], options: RenderOptions) -> str:
    style = Style(options.color)
    head = f"{rule.id}  {rule.title}"
    space = " " * max(options.width - columns(head) - columns(rule.name), 2)
    lines = [style(head, "bold") + space + style(rule.name, "dim")]
    for part in _parts(rule, sources, ("[", "]")):
        lines += ["", style(part.title, "bold")]
        for line in part.lines:
            first, *rest = wrap(line, options.width - 4)
            lines.append("  " + first)
            lines.extend("    " + more for more in rest)
    return encodable("\n".join(lines), options.encoding) + "\n"


def _as_markdown(rule: RuleFacts, sources: Mapping[str, str]) -> str:
    lines = [f"# {rule.id} {rule.title}", "", f"`{rule.name}`"]
    for part in _parts(rule, sources, ("**", "**")):
        lines += ["", f"## {part.title}", ""]
        several = len(part.lines) > 1
        lines += [f"- {line}" if several else line for line in part.lines]
    return "\n".join(lines) + "\n"


def _as_json(rule: RuleFacts, sources: Mapping[str, str], options: RenderOptions) -> str:
    document = {
        "schema": "klartext-rule/1",
        "id": rule.id,
        "name": rule.name,
        "title": rule.title,
        "why": " ".join(rule.why.split()),
        "state": rule.state,
        "evidence": rule.evidence,
        "leitziel": list(rule.leitziel),
        "profiles": list(rule.profiles),
        "severity": rule.severity,
        "levels": {
            profile: {
                "hinweis": levels.hinweis,
                "warnung": levels.warnung,
                "fehler": levels.fehler,
            }
            for profile, levels in rule.levels.items()
        },
        "examples": [
            {"bad": example.bad, "good": example.good, "fixed": example.fixed}
            for example in rule.examples
        ],
        "references": [
            {
                "source": reference.source,
                "title": sources.get(reference.source),
                "section": reference.section,
                "checked": reference.checked,
            }
            for reference in rule.references
        ],
        "known_problems": " ".join(rule.known_problems.split()),
        "replaces": list(rule.replaces),
    }
    return dump(document, options.encoding)
