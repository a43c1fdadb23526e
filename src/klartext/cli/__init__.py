"""The command line. Only this entry turns click into German and ends the process."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from klartext.cli import console
from klartext.errors import MESSAGES, KlartextError

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes (interfaces.md 1.2)."""


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code.

    click ends an abort with 1, and so does Python an uncaught exception; both would look like
    findings. So every way out is mapped here.

    Args:
        args: words after ``klartext``; those of the process if ``None``.
    """
    words = list(sys.argv[1:] if args is None else args)
    with console.prepared_streams():
        console.speak_german()
        import click

        from klartext.cli.group import cli

        try:
            code = cli.main(
                args=None if args is None else words, prog_name="klartext", standalone_mode=False
            )
        except (click.exceptions.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except click.ClickException as error:
            error.show()
            return FAILED
        except KlartextError as error:
            console.complain(str(error))
            return FAILED
        except SystemExit as error:
            return error.code if isinstance(error.code, int) else FAILED
        except Exception as error:
            if console.wants_details(words):
                import traceback

                traceback.print_exc()
            console.complain(f"{internal_error(error)} [E901]")
            return FAILED
    return code if isinstance(code, int) else OK


def run() -> NoReturn:
    """Run the program and leave at once.

    Taking the language pipeline apart object by object would cost as long as a letter; the
    process ends anyway.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def internal_error(error: Exception) -> str:
    """What is said about an exception nobody expected."""
    reason = f"{type(error).__name__}: {error}".rstrip(".: ") + "."
    return MESSAGES["E901"].format(grund=reason)
