"""The glossary: office words, legal terms, formulas, and what to say instead."""

from klartext.glossary.load import Glossary, load
from klartext.glossary.model import Action, Alternative, Entry, Hit, Kind, Outcome, WordClass

__all__ = [
    "Action",
    "Alternative",
    "Entry",
    "Glossary",
    "Hit",
    "Kind",
    "Outcome",
    "WordClass",
    "load",
]
