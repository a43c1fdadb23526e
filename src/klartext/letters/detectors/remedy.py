"""D16 RECHTSBEHELF: a sentence that tells how to appeal."""

from __future__ import annotations

import re

from klartext.letters.detectors.sentence_pattern import SentencePattern

_PATTERN = SentencePattern(
    needs=(
        re.compile(
            r"\b(?:Widerspruch|Einspruch|(?:Anfechtungs|Verpflichtungs)?Klage)\b", re.IGNORECASE
        ),
        re.compile(
            r"\b(?:erheben|einlegen|erhoben|eingelegt|einzulegen|eingereicht|einreichen|zulässig"
            r"|gegeben)\b",
            re.IGNORECASE,
        ),
    ),
    refuses=(
        re.compile(
            r"\b(?:haben|hat|hatten|hatte|wurde|wurden)\b.*\b(?:eingelegt|erhoben|eingereicht)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    hints=("widerspruch", "einspruch", "klage"),
)
_COMPANION = re.compile(
    r"\b(?:Klageschrift|Kläger(?:in)?s?|Beklagten?|Widerspruchsfrist|Klagefrist|Monatsfrist"
    r"|Rechtsbehelf\w*|Rechtsmittel\w*|Urkundsbeamt\w+|Streitgegenstand\w*|Prozessbevollmächtig\w+"
    r"|aufschiebende[nr]? Wirkung|qualifizierte[nr]? elektronische[nr]? Signatur|De-Mail"
    r"|VwGO|SGG|FGO|ERVV)\b"
    r"|\b(?:die(?:se)?[rs]?|der|den|einer?|eines|Ihr(?:e[nrsm]?)?)"
    r" (?:Klage|Widerspruchs?|Einspruchs?)\b"
    r"|\bVerschulden\b.{0,80}\bBevollmächtigt|\bzur Niederschrift\b"
    r"|\bWiderspruch und (?:Anfechtungsk|K)lage\b|\bWiderspruch (?:oder|und) Klage\b",
    re.IGNORECASE | re.DOTALL,
)


def may_hold_remedy(lowered: str) -> bool:
    """Whether a lower-case text is worth a look at its sentences."""
    return _PATTERN.may_be_in(lowered)


def is_remedy(sentence: str) -> bool:
    """Whether the sentence tells that or how an appeal can be lodged."""
    return _PATTERN.matches(sentence)


def speaks_of_remedy(text: str) -> bool:
    """Whether a text beside such a sentence still belongs to it (form, court, effect).

    Wider than :func:`is_remedy`; tells nothing about a text that stands alone.
    """
    return _COMPANION.search(text) is not None
