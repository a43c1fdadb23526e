"""D21 AUFFORDERUNG and VORHABEN: what the reader shall do, what the office intends."""

from __future__ import annotations

import re

from klartext.letters.detectors.sentence_pattern import SentencePattern

_REQUEST = SentencePattern(
    needs=(
        re.compile(
            r"\bbitte \w+en Sie\b|\b\w+en Sie (?:\w+ ){0,3}bitte\b|\bbitten? (?:wir|ich) um\b"
            r"|\b(?:wir|ich) bitten? um\b|\bSie müssen\b|\bbitten (?:wir|ich) Sie\b"
            r"|\b(?:wir|ich) bitten? Sie\b|\bSie werden (?:aufgefordert|gebeten)\b"
            r"|\b(?:ist|sind|haben)\b.*\b(?:vor|ein|mit|bei|nach|ab|an)zu\w+en\b"
            r"|\bfordern? (?:wir|ich) Sie auf\b|\bverpflichtet, \w+"
            r"|\bGelegenheit\b.*\b(?:äußern|Äußerung|Stellung\w*)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    refuses=(
        re.compile(
            r"\bbitte (?:beachten|haben|verstehen|sehen) Sie\b"
            r"|\bantworten Sie (?:bitte )?nicht\b"
            r"|\bFragen\b.*\b(?:wenden|scheuen|kontaktieren|melden)\b"
            r"|um (?:Beachtung|Kenntnisnahme)|\bnichts (?:weiter )?(?:zu )?tun\b"
            r"|um (?:Ihr )?Verständnis",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    hints=("bitte", "sie müssen", "aufgefordert", "gebeten", "vorzu", "einzu", "mitzu", "beizu",
           "nachzu", "abzu", "anzu", "sie auf", "verpflichtet", "gelegenheit"),
)  # fmt: skip
_INTENTION = re.compile(
    r"\b(?:beabsichtig\w+|erwäg\w+|haben vor|kommt in Betracht|ist vorgesehen|planen wir)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:Sie|Ihnen|Ihr\w{0,2})\b")


def may_hold_request(lowered: str) -> bool:
    """Whether a lower-case text is worth a look at its sentences."""
    return _REQUEST.may_be_in(lowered)


def is_request(sentence: str) -> bool:
    """Whether the sentence asks the reader, or somebody, to act."""
    return _REQUEST.matches(sentence)


def request_role(sentence: str) -> str:
    """``leser`` if the reader is addressed, else ``unpersönlich``."""
    return "leser" if _ADDRESSED.search(sentence) else "unpersönlich"


def is_intention(sentence: str) -> bool:
    """VORHABEN: whether the office says what it intends, not what it decides."""
    return _INTENTION.search(sentence) is not None
