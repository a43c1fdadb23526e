"""Detectors: patterns that find facts of a letter, one file for each (``letters.md`` 4)."""
