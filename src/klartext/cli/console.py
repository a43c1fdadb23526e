"""Streams of the process: encoding, closed pipes, colour, width, and the language of click."""

from __future__ import annotations

import errno
import gettext
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TextIO, cast

WIDTH = 100
"""Columns without a terminal, and the most that is used of a wide one."""


def speak_german() -> None:
    """Let click find the German catalogue, whatever the language of the system is."""
    os.environ["LANGUAGE"] = "de"
    # Importing pathlib would take longer than all of this room.
    folder = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120
    gettext.bindtextdomain("klartext", folder)
    gettext.textdomain("klartext")


@contextmanager
def prepared_streams() -> Iterator[None]:
    """Both output streams in an encoding that cannot fail, and quiet when a pipe is closed."""
    before = sys.stdout, sys.stderr
    for stream in before:
        set_encoding(stream, os.environ)
    sys.stdout = cast("TextIO", _PatientStream(sys.stdout))
    sys.stderr = cast("TextIO", _PatientStream(sys.stderr))
    try:
        yield
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        sys.stdout, sys.stderr = before


def set_encoding(stream: TextIO, environ: Mapping[str, str]) -> None:
    """UTF-8 for files and pipes; a console keeps its encoding, but never raises.

    ``PYTHONIOENCODING`` is a wish of the user and stays.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty() or environ.get("PYTHONIOENCODING"):
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")


def encoding_of(stream: TextIO) -> str:
    """Encoding of a stream, UTF-8 if it does not say."""
    return getattr(stream, "encoding", None) or "utf-8"


def wants_color(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour: the option, else ``NO_COLOR``, ``FORCE_COLOR``, else a terminal."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """Columns to use: those of the terminal, at most 100."""
    if not stream.isatty():
        return WIDTH
    import shutil  # takes as long as half of click

    return min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)


def complain(message: str) -> None:
    """An error on stderr."""
    import click

    click.echo(gettext.gettext("Error: {message}").format(message=message), err=True)


def wants_details(words: Sequence[str]) -> bool:
    """Whether the command line asks for tracebacks, even if it could not be read."""
    return any(
        word == "--verbose" or (word[:1] == "-" and word[1:2] != "-" and "v" in word[1:])
        for word in words
    )


class _PatientStream:
    """Swallows what is written after the reader of a pipe has gone (``klartext … | head``)."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as error:
            self._give_up(error)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        # Windows reports a closed pipe as an invalid argument.
        closed = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)
        if error.errno not in closed:
            raise error
        # What is still buffered must go somewhere, or Python complains at exit.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
