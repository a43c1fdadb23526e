"""Which rules run."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from klartext.errors import KlartextError
from klartext.settings import Selector, Settings, decide, selected, selection_notices
from klartext.settings.selection import nearest_rule
from klartext.types import Severity


@dataclass(frozen=True)
class FakeRule:
    id: str
    name: str
    state: str = "stabil"
    leitziel: tuple[str, ...] = ("4a",)
    profiles: tuple[str, ...] = ("brief", "bescheid", "leicht")
    replaces: tuple[str, ...] = ()


RULES = (
    FakeRule("SA01", "satz.lang"),
    FakeRule("SA07", "satz.passiv-ohne", leitziel=("4b",)),
    FakeRule("SA08", "satz.passiv-mit"),
    FakeRule("SA12", "satz.konjunktiv", state="entwurf"),
    FakeRule("WO01", "wort.amtswort", replaces=("WO99",)),
    FakeRule("WO12", "wort.selten", profiles=("brief",)),
    FakeRule("WO90", "wort.alt", state="veraltet"),
)


def on(*words: str, profile: str = "brief") -> set[str]:
    """Rules that run with ``+word``, ``-word`` or ``=word`` (``select``) in the file.

    A star in front makes it an option: ``*+SA01``.
    """
    selectors = []
    for word in words:
        layer = int(word.startswith("*"))
        sign, text = word.lstrip("*")[0], word.lstrip("*")[1:]
        selectors.append(Selector(text, "ignore" if sign == "-" else "select", layer))
    replaces = any(word.lstrip("*")[0] == "=" for word in words)
    settings = Settings(selectors=tuple(selectors), replaces_default=replaces, profile=profile)
    return set(selected(RULES, settings))


STABLE = {"SA01", "SA07", "SA08", "WO01", "WO12"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), STABLE),
        (("-WO",), {"SA01", "SA07", "SA08"}),
        (("-wort.",), {"SA01", "SA07", "SA08"}),
        (("-wort",), {"SA01", "SA07", "SA08"}),
        (("=SA",), {"SA01", "SA07", "SA08"}),
        (("=satz.passiv",), {"SA07", "SA08"}),
        (("=satz.lang",), {"SA01"}),
        (("=4b",), {"SA07"}),
        (("=4",), STABLE),
        (("=all",), STABLE),
        (("=entwurf",), {"SA12"}),
        (("+entwurf",), STABLE | {"SA12"}),
        (("+SA12",), STABLE | {"SA12"}),
        (("+sa12",), STABLE | {"SA12"}),
        (("+SA",), STABLE),
        (("+satz.konjunktiv",), STABLE),
        (("=SA", "-SA"), set()),
        (("=SA", "-SA01"), {"SA07", "SA08"}),
        (("=SA01", "-SA"), {"SA01"}),
        (("=SA", "-satz.passiv"), {"SA01"}),
        (("=satz.passiv", "-SA"), {"SA07", "SA08"}),
        (("=SA", "-satz."), set()),
        (("=all", "-4a"), {"SA07"}),
        (("=4a", "-all"), {"SA01", "SA08", "WO01", "WO12"}),
        (("+SA12", "-SA"), {"SA12", "WO01", "WO12"}),
        (("+SA12", "-entwurf"), STABLE | {"SA12"}),
        (("+entwurf", "-SA"), {"WO01", "WO12"}),
        (("-WO99",), STABLE - {"WO01"}),
        (("=WO90",), set()),
        (("-SA01", "*+SA01"), STABLE),
        (("+SA12", "*-SA12"), STABLE),
        (("-SA01", "*=SA"), {"SA07", "SA08"}),
    ],
)
def test_more_precise_beats_less_precise_and_ignore_beats_select(
    words: tuple[str, ...], expected: set[str]
) -> None:
    assert on(*words) == expected


def test_a_rule_outside_of_the_profile_needs_its_full_id() -> None:
    assert "WO12" not in on(profile="bescheid")
    assert "WO12" not in on("=WO", profile="bescheid")
    assert "WO12" not in on("=all", profile="bescheid")
    assert "WO12" in on("+WO12", profile="bescheid")


def test_the_profile_can_be_given_apart() -> None:
    assert "WO12" not in selected(RULES, Settings(), "leicht")


@pytest.mark.parametrize(
    ("settings", "word", "where"),
    [
        (Settings(selectors=(Selector("SA71", "ignore", 0, "klartext.toml:3"),)), "SA71", "3"),
        (Settings(selectors=(Selector("satz.lag", "select", 1, "Option"),)), "satz.lag", ""),
        (
            Settings(
                severity={"SX01": Severity.FEHLER}, origins={"severity.SX01": "klartext.toml:9"}
            ),
            "SX01",
            "9",
        ),
        (Settings(thresholds={"WO71": {}}, origins={"rule.WO71": "klartext.toml:7"}), "WO71", "7"),
    ],
)
def test_a_word_that_fits_no_rule_is_refused(settings: Settings, word: str, where: str) -> None:
    with pytest.raises(KlartextError, match="Meinten Sie") as caught:
        selected(RULES, settings)
    assert caught.value.id == "E205"
    assert f"„{word}“" in caught.value.text
    assert caught.value.where.rpartition(":")[2] == where


def test_decisions_say_why() -> None:
    selectors = (Selector("WO", "ignore", 0, "klartext.toml:3"),)
    found = decide(RULES, Settings(selectors=selectors, profile="bescheid"))
    assert (found["SA01"].on, found["SA01"].by) == (True, "profile")
    assert (found["SA12"].on, found["SA12"].by) == (False, "draft")
    assert (found["WO90"].on, found["WO90"].by) == (False, "deprecated")
    assert (found["WO01"].on, found["WO01"].selector) == (False, selectors[0])
    named = decide(RULES, Settings(selectors=(Selector("WO", "select"),), replaces_default=True))
    assert (named["SA01"].on, named["SA01"].by) == (False, "not-named")


def test_renamed_and_withdrawn_rules_are_told() -> None:
    selectors = (Selector("WO99", "ignore"), Selector("WO90", "select"), Selector("SA", "select"))
    notices = selection_notices(RULES, Settings(selectors=selectors))
    assert [(notice.id, "WO01" in notice.message) for notice in notices] == [
        ("N202", True),
        ("N203", False),
    ]


def test_short_id_means_the_padded_one() -> None:
    assert nearest_rule("WO1", ["WO15", "WO01", "wort.amtswort"]) == "WO01"
    assert nearest_rule("amtswort", ["WO01", "wort.amtswort"]) == "wort.amtswort"
