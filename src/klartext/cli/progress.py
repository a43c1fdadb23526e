"""Progress on stderr: a bar on a terminal after one second, a few lines in CI."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

import click

from klartext.texts import number, text

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds before anything is shown."""


class Progress:
    """Counts finished files; shows nothing for a run that is over in a second."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self.total = total
        self.done = 0
        self._bar: Any = None
        self._begun = time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._silent = quiet or total < 2 or not (self._terminal or os.environ.get("CI"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)

    def over(self, items: Iterable[T], name: Callable[[T], str]) -> Iterator[T]:
        """The items, with the progress shown between them; ``name`` is what is shown of one."""
        for item in items:
            self._show(name(item))
            yield item
            self.done += 1
        self._show("")

    def _show(self, name: str) -> None:
        if self._silent or time.monotonic() - self._begun < _PATIENCE:
            return
        if self._terminal:
            self._show_bar(name)
        elif self.done and self._passed_a_tenth():
            line = text("progress", done=number(self.done), total=number(self.total))
            click.echo(line, err=True)

    def _passed_a_tenth(self) -> bool:
        return self.done * 10 // self.total > (self.done - 1) * 10 // self.total

    def _show_bar(self, name: str) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=self.total,
                label=text("progress.label"),
                file=sys.stderr,
                show_pos=True,
                item_show_func=lambda item: item,
            )
            self._bar.__enter__()
        self._bar.update(self.done - self._bar.pos, name)
