"""``klartext rules``: list rules, as they are or as they hold after the configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from klartext.cli import output
from klartext.cli.group import HELP
from klartext.cli.options import config_options, given, screen_options
from klartext.texts import text

_FORMATS = ("text", "json", "markdown")


@click.command(
    help=text("cli.rules.intro"), options_metavar=text("cli.options"), context_settings=HELP
)
@click.argument("ids", nargs=-1, metavar=text("cli.metavar.rules"))
@click.option("--group", metavar=text("cli.metavar.group"), help=text("cli.option.group"))
@click.option("--effective", is_flag=True, help=text("cli.option.effective"))
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    help=text("cli.option.format-only", formats=", ".join(_FORMATS)),
)
@config_options
@screen_options
def command(
    ids: tuple[str, ...], group: str | None, effective: bool, format_: str, **values: Any
) -> int:
    """Print the list."""
    from klartext.cli.rule_data import find_rule
    from klartext.report import RenderOptions, rule_list
    from klartext.report.rule_facts import effective as what_holds
    from klartext.rules import load_rules
    from klartext.settings import decide, load

    settings = load(
        Path.cwd(),
        config=values["config"],
        use_files=not values["no_config"],
        options=given(values),
    )
    rules = load_rules(settings.extra_rules)
    chosen = [find_rule(rules, word) for word in dict.fromkeys(ids)] if ids else list(rules)
    if group:
        wanted = group.rstrip(".").lower()
        chosen = [
            rule for rule in chosen if wanted in (rule.id[:2].lower(), rule.name.split(".")[0])
        ]
        if not chosen:
            raise click.UsageError(text("cli.usage.no-group", name=group))
    held = None
    if effective:
        decisions = decide(rules, settings)
        held = {rule.id: what_holds(rule, decisions[rule.id], settings) for rule in chosen}
    width, color, encoding = output.screen(values["color"])
    options = RenderOptions(width=width, color=color, encoding=encoding)
    output.show(rule_list.render(format_, chosen, settings.profile, options, held), color)
    return 0
