"""``klartext explain``: one rule with its reason, an example, its source and its limits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from klartext.cli import output
from klartext.cli.group import HELP
from klartext.cli.options import screen_options
from klartext.texts import text

_FORMATS = ("text", "json", "markdown")


@click.command(
    help=text("cli.explain.intro"), options_metavar=text("cli.options"), context_settings=HELP
)
@click.argument("rule", metavar=text("cli.metavar.rule"))
@click.option(
    "--config", metavar=text("cli.metavar.file"), type=Path, help=text("cli.option.config")
)
@click.option("--no-config", is_flag=True, help=text("cli.option.no-config"))
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    help=text("cli.option.format-only", formats=", ".join(_FORMATS)),
)
@screen_options
def command(rule: str, format_: str, **values: Any) -> int:
    """Print the explanation."""
    from klartext.cli.rule_data import find_rule, source_titles
    from klartext.report import RenderOptions, rule_page
    from klartext.report.ignore_rules import IGNORE_RULES
    from klartext.report.rule_facts import RuleFacts
    from klartext.rules import load_rules
    from klartext.settings import load

    settings = load(Path.cwd(), config=values["config"], use_files=not values["no_config"])
    known: list[RuleFacts] = [*load_rules(settings.extra_rules), *IGNORE_RULES]
    found = find_rule(known, rule)
    width, color, encoding = output.screen(values["color"])
    options = RenderOptions(width=width, color=color, encoding=encoding)
    output.show(rule_page.render(format_, found, source_titles(), options), color)
    return 0
