"""klartext: a plain-language checker for German notices and letters."""

__version__ = "0.1.0"
