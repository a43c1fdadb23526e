"""Named pieces shared by the detector patterns (``letters.md`` 4)."""

from __future__ import annotations

PLACEHOLDER = (
    r"(?:«[^»\n]{1,60}»|\{\{[^}\n]{1,60}\}\}|\$?\{(?! *\})[^{}\n]{1,60}\}|<<[^>\n]{1,60}>>"
    r"|\[[A-ZÄÖÜ][^\]\n]{0,39}\]|%\w{2,40}%|_{4,}|\.{6,}|…{2,})"
)
NUMERAL = (
    r"(?:ein(?:e[mrsn]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|dreißig"
    r"|\d{1,3})"
)
PERIOD = (
    r"(?:(?:Kalender|Werk|Arbeits)?tag(?:e[ns]?|s)?|Wochen?|Monat(?:e[ns]?|s)?|Jahr(?:e[ns]?|s)?"
    r"|Stunden?)"
)
WEEKDAY = (
    r"(?:Mo(?:ntag)?|Di(?:enstag)?|Mi(?:ttwoch)?|Do(?:nnerstag)?|Fr(?:eitag)?|Sa(?:mstag)?"
    r"|So(?:nntag)?)"
)
