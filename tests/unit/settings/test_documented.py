"""The page about settings names every key, and its example is a file klartext takes."""

from __future__ import annotations

import re
from pathlib import Path

from klartext.rules import load_rules
from klartext.settings import load, selected
from klartext.settings.keys import TABLES

PAGE = Path(__file__).parents[3] / "docs" / "konfiguration.md"
TOP = (
    "extend profile include exclude extensions parts gate min-index baseline select "
    "extend-select ignore extra-rules"
).split()


def test_every_key_is_named() -> None:
    page = PAGE.read_text("utf-8")
    missing = [key for key in (*TOP, *TABLES) if f"`{key}`" not in page]
    assert missing == []


def test_example_is_valid(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example is not None
    (tmp_path / "klartext.toml").write_text(example[1], "utf-8")
    settings = load(tmp_path, environ={})
    assert settings.profile == "bescheid"
    assert settings.thresholds["SA01"]["warnung"] == 24
    active = selected(load_rules(), settings)
    assert "SZ01" not in active
    assert "WO09" in active
