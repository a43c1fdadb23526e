"""What was not read or not judged, said once per letter with a count and places."""

from __future__ import annotations

from dataclasses import dataclass, field

from klartext.errors import MESSAGES
from klartext.types import Notice

_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: a path, or for the main text the block that comes next (from 0)."""

    path: str = ""
    block: int = -1

    def __str__(self) -> str:
        return self.path or f"Absatz {self.block + 1}"


@dataclass(slots=True)
class Notices:
    """Collects notices while a letter is read."""

    _spots: dict[tuple[str, tuple[tuple[str, str], ...]], list[Spot | None]] = field(
        default_factory=dict
    )

    def add(self, id: str, spot: Spot | None = None, count: int = 1, **values: str) -> None:
        """Say one thing once more; equal ``id`` and ``values`` are counted together.

        Args:
            id: key of ``MESSAGES``; what follows a point tells messages of one id apart.
            spot: where it is.
            count: how often.
            **values: what the message is filled with.
        """
        key = (id, tuple(sorted(values.items())))
        self._spots.setdefault(key, []).extend([spot] * count)

    def all(self, blocks: int) -> tuple[Notice, ...]:
        """All notices, by id.

        Args:
            blocks: number of blocks of the letter; a thing behind the last one counts to it.
        """
        found = []
        for (key, values), spots in sorted(self._spots.items(), key=lambda item: item[0]):
            number = len(spots)
            one = f"{key}.1" if number == 1 and f"{key}.1" in MESSAGES else key
            message = MESSAGES[one].format(zahl=number, orte=_places(spots, blocks), **dict(values))
            found.append(Notice(key.partition(".")[0], message, number))
        return tuple(found)


def _places(spots: list[Spot | None], blocks: int) -> str:
    """``Absatz 1, Absatz 4, Kopfzeile``; a long list ends with an ellipsis."""
    names: dict[str, None] = {}
    for spot in spots:
        if spot is not None:
            last = min(spot.block, max(blocks - 1, 0))
            names.setdefault(str(Spot(spot.path, last)))
    shown = list(names)
    return ", ".join(shown[:_MOST_PLACES]) + (" …" if len(shown) > _MOST_PLACES else "")
