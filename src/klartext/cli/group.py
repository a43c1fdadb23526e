"""The table of commands. A command is imported only when it runs."""

from __future__ import annotations

import importlib

import click

from klartext.texts import text

COMMANDS = {
    "check": "klartext.cli.check",
    "rules": "klartext.cli.rules",
    "explain": "klartext.cli.explain",
    "scores": "klartext.cli.scores",
    "text": "klartext.cli.text",
}
"""Name of a command → module with a ``command``; its short help is ``cli.<name>.help``."""
HELP = {"help_option_names": ["-h", "--help"]}


class LazyGroup(click.Group):
    """A group whose commands are modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,
        cmd_name: str,
    ) -> click.Command | None:
        """The command, imported now; ``None`` if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown name is answered with the nearest known one."""
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS and not ctx.resilient_parsing:
            from klartext.settings import nearest

            message = text("cli.usage.no-command", name=name)
            if near := nearest(name, COMMANDS):
                message += " " + text("did-you-mean", near=near)
            ctx.fail(message)
        return super().resolve_command(ctx, args)

    def format_commands(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        """The table, without importing a command."""
        with formatter.section(text("cli.commands-title")):
            formatter.write_dl([(name, text(f"cli.{name}.help")) for name in COMMANDS])


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import klartext

        click.echo(text("cli.version", version=klartext.__version__))
        ctx.exit()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    help=text("cli.intro"),
    context_settings=HELP,
    options_metavar=text("cli.options"),
    subcommand_metavar=text("cli.commands"),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=text("cli.option.version"),
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Without a command: how to begin, in four lines."""
    if ctx.invoked_subcommand is None:
        click.echo(text("cli.start"))
