"""Protected zones Z1 to Z13: what is allowed in them, and where they are.

Their home is the table of ``rules.md`` 3. ``matrix`` holds the modes; each other file
recognises one or a few zones; ``letters.understand`` calls them in turn.
"""

from klartext.letters.zones.matrix import mode, strictest

__all__ = ["mode", "strictest"]
