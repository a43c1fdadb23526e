"""The table of zones and rule groups."""

from __future__ import annotations

from typing import get_args

import pytest

from klartext.letters.model import Zone, ZoneId, ZoneMode
from klartext.letters.zones import mode, strictest

GROUPS = ("WO", "SA", "SZ", "TO", "TX")
TABLE = """
Z1  off  off  off  off  off
Z2  show show show show on
Z3  show show show show on
Z4  off  off  off  off  off
Z5  skip skip skip skip skip
Z6  off  show show off  on
Z7  skip skip skip skip skip
Z8  skip skip skip skip skip
Z9  skip skip skip skip on
Z10 off  off  on   off  off
Z11 show off  on   off  off
Z12 on   off  on   off  off
Z13 off  off  off  off  off
"""


@pytest.mark.parametrize("row", TABLE.strip().split("\n"))
def test_modes_of_the_groups(row: str) -> None:
    zone_id, *modes = row.split()
    assert [str(mode(zone_id, group)) for group in GROUPS] == modes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("zone_id", "rule", "expected"),
    [
        ("Z5", "SA29", "on"),
        ("Z5", "SA28", "skip"),
        ("Z5", "SZ09", "on"),
        ("Z5", "SZ10", "on"),
        ("Z5", "SZ11", "on"),
        ("Z5", "SZ08", "skip"),
        ("Z7", "TX11", "on"),
        ("Z7", "TX12", "on"),
        ("Z7", "TX10", "skip"),
        ("Z8", "SZ17", "on"),
        ("Z8", "WO10", "on"),
        ("Z8", "WO09", "skip"),
        ("Z8", "SZ01", "skip"),
        ("Z10", "TO09", "on"),
        ("Z10", "TO14", "on"),
        ("Z10", "TO01", "off"),
        ("Z10", "TX06", "on"),
        ("Z10", "TX09", "on"),
        ("Z10", "TX01", "off"),
        ("Z11", "WO09", "off"),
        ("Z11", "WO10", "off"),
        ("Z11", "WO01", "show"),
        ("Z11", "TX05", "on"),
    ],
)
def test_exceptions_of_single_rules(zone_id: ZoneId, rule: str, expected: str) -> None:
    assert mode(zone_id, rule) == expected


@pytest.mark.parametrize("zone_id", get_args(ZoneId))
def test_checks_of_the_letter_speak_everywhere_but_edit_nowhere(zone_id: ZoneId) -> None:
    assert {mode(zone_id, rule) for rule in ("NA15", "IN01", "WI06")} == {ZoneMode.SHOW}
    assert mode(zone_id, "KT01") is ZoneMode.ON


@pytest.mark.parametrize("rule", ["", "XX01", "wo01", "WO1", "WO01x"])
def test_unknown_rule(rule: str) -> None:
    with pytest.raises(ValueError, match="no group"):
        mode("Z1", rule)


def test_strictest_zone_wins() -> None:
    zones = [Zone("Z11", 1), Zone("Z2", 1), Zone("Z1", 1)]
    assert strictest(zones, "WO01") == (ZoneMode.OFF, "Z1")
    assert strictest(zones[:2], "WO01") == (ZoneMode.SHOW, "Z2")
    assert strictest(zones[:2], "SZ01") == (ZoneMode.SHOW, "Z2")
    assert strictest(zones[:1], "SZ01") == (ZoneMode.ON, None)
    assert strictest([], "WO01") == (ZoneMode.ON, None)


def test_narrow_zone_speaks_for_its_groups_only() -> None:
    quotation = [Zone("Z4", 1, only=("WO",))]
    assert strictest(quotation, "WO01") == (ZoneMode.OFF, "Z4")
    assert strictest(quotation, "SA01") == (ZoneMode.ON, None)
