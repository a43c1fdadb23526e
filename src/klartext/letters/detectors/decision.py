"""D20 ENTSCHEIDUNG: a sentence that decides the case of the reader."""

from __future__ import annotations

import re
from typing import Literal

from klartext.letters.detectors.pieces import PLACEHOLDER
from klartext.letters.detectors.sentence_pattern import SentencePattern

Polarity = Literal["negativ", "positiv"]

# "weise ich … hin" and "weise ich … nach" expel nobody
_EXPEL = r"\bweisen?\s(?:wir|ich)\b(?!.*\b(?:hin|darauf|nach)\b)"
_ACT = re.compile(
    r"\b(?:abgelehnt|versagt|zurückgewiesen|ausgewiesen|angedroht|widerrufen|zurückgenommen"
    r"|eingestellt|erteilt|verlängert|bewilligt|genehmigt|stattgegeben|entsprochen|festgesetzt"
    r"|aufgehoben|zugelassen)\b"
    r"|\b(?:lehnen|lehne)\b.*\bab\b"
    r"|\b(?:erteilen?|verlängern|verlängere|bewilligen?|genehmigen?|versagen?|widerrufen?"
    r"|untersagen?)\s(?:wir|ich)\b"
    rf"|{_EXPEL}"
    r"|\b(?:drohen?|ordnen?)\s(?:wir|ich)\b.*\ban\b|\bsetzen?\s(?:wir|ich)\b.*\bfest\b"
    r"|\bnehmen?\s(?:wir|ich)\b.*\bzurück\b"
    r"|\b(?:wir|ich) (?:erteilen?|verlängern?|bewilligen?|genehmigen?|versagen?|widerrufen?)\b"
    r"|(?:\bVollziehung|verbot)\b.*\b(?:angeordnet|erlassen)\b",
    re.IGNORECASE | re.DOTALL,
)
_THIS_CASE = re.compile(
    r"\b(?:Ihr\w{0,2}|Ihnen|Sie|[Dd]er Antrag|[Dd]ie Abschiebung|Vollziehung|[Ww]ir|[Ii]ch)\b"
    rf"|{PLACEHOLDER}"
)
_OPEN = re.compile(
    r"\b(?:beabsichtig\w+|erwäg\w+|würde\w*|kann|können|könnte\w*|darf|soll|sollte\w*|in der Regel"
    r"|ob|wenn|falls|sofern|sobald|bevor|nachdem|bereits|früher\w*|damals|setzt voraus"
    r"|worden (?:ist|sind|war|waren))\b"
    r"|\b(?:Bescheid|Schreiben|Verfügung)\w{0,2} vom\b.*\bwurden?\b"
    r"|^\W*(?:Wird|Wurde|Ist)\b|\bnoch (?:nicht )?(?:entschieden|erteilt)",
    re.IGNORECASE | re.DOTALL,
)
_HINTS = (
    "abgelehnt", "lehne", "versagt", "versage", "zurückgewiesen", "ausgewiesen", "angedroht",
    "widerrufe", "zurückgenommen", "eingestellt", "erteilt", "erteile", "verlängert", "verlängern",
    "verlängere", "bewilligt", "bewillige", "genehmigt", "genehmige", "stattgegeben", "entsprochen",
    "festgesetzt", "aufgehoben", "zugelassen", "angeordnet", "erlassen", "untersage",
    "weise ich", "weisen wir", "drohe ich", "drohen wir", "ordne ich", "ordnen wir",
    "setze ich", "setzen wir", "nehme ich", "nehmen wir",
)  # fmt: skip
_OF_THIS_CASE = SentencePattern((_THIS_CASE, _ACT), (_OPEN,), _HINTS)
_IN_OPERATIVE_PART = SentencePattern((_ACT,), (_OPEN,), _HINTS)
_PLAIN_REFUSAL = re.compile(
    r"\b(?:kann|konnte|können|konnten)\b.*\b(?:nicht|kein\w*)\b.*\b(?:stattgegeben|entsprochen)"
    r" werden\b",
    re.IGNORECASE | re.DOTALL,
)
_THREAT = re.compile(r"\bangedroht\b|\bdrohen?\s(?:wir|ich)\b.*\ban\b", re.IGNORECASE | re.DOTALL)
_REASON = re.compile(
    r",\s*(?:weil|da|denn|nachdem|obwohl|obgleich|wobei|so ?dass|indem)\b", re.IGNORECASE
)
_NEGATIVE_ACT = re.compile(
    r"\b(?:abgelehnt|versagt|zurückgewiesen|ausgewiesen|angedroht|widerrufen|zurückgenommen"
    r"|aufgehoben|versagen?|widerrufen?|untersagen?|nehmen?\s(?:wir|ich)"
    rf"|\w*verbot)\b|\blehnen?\b.*\bab\b|{_EXPEL}",
    re.IGNORECASE | re.DOTALL,
)
_NOT = re.compile(r"\b(?:nicht|kein\w*)\b", re.IGNORECASE)


def may_hold_decision(lowered: str) -> bool:
    """Whether a lower-case text is worth a look at its sentences."""
    return _OF_THIS_CASE.may_be_in(lowered)


def is_decision(sentence: str, *, in_operative_part: bool = False) -> bool:
    """Whether the sentence decides. A numbered Tenor need not name the reader or the case.

    A clause that gives the reason (*…, weil Sie nicht …  können*) is not asked: its *können* or
    *wenn* says nothing about the decision before it.
    """
    pattern = _IN_OPERATIVE_PART if in_operative_part else _OF_THIS_CASE
    if pattern.matches(sentence):
        return True
    if reason := _REASON.search(sentence):
        return is_decision(sentence[: reason.start()], in_operative_part=in_operative_part)
    if not in_operative_part and not _THIS_CASE.search(sentence):
        return False
    if _THREAT.search(sentence):
        return not re.search(r"\b(?:kann|können|beabsichtig\w+|würde\w*|erwäg\w+)\b", sentence)
    return _PLAIN_REFUSAL.search(sentence) is not None


def polarity(sentence: str) -> Polarity:
    """Whether a decision refuses or grants; two negations cancel.

    A threat refuses whatever its condition negates (*Falls Sie nicht ausreisen …*).
    """
    if _THREAT.search(sentence):
        return "negativ"
    refused = _NEGATIVE_ACT.search(sentence) is not None
    main_clause = _REASON.split(sentence, maxsplit=1)[0]
    if _NOT.search(main_clause):
        refused = not refused
    return "negativ" if refused else "positiv"
