"""``python -m klartext.cli``."""

from klartext.cli import run

run()
