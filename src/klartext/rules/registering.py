"""How guards, offers, measures and checks get into the tables rule files name them from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

F = TypeVar("F")


def register(table: dict[str, F], name: str) -> Callable[[F], F]:
    """Decorator that puts a function into a table; ``ValueError`` if the name is taken."""

    def put(function: F) -> F:
        if name in table:
            raise ValueError(f"{name!r} is registered twice")
        table[name] = function
        return function

    return put
