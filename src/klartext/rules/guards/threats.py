"""Guards about threats: whether the letter says what will happen, and who would act."""

from __future__ import annotations

import re

from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard

_CONSEQUENCE = re.compile(
    r"Zwangsgeld|Zwangshaft|Bußgeld|Ordnungsgeld|Geldbuße|[Vv]ollstreck|[Pp]fänd|Säumnis|Inkasso"
    r"|Mahn(?:gebühr|verfahren|bescheid)|Gerichtsvollzieher|Strafanzeige|Strafantrag|Zinsen"
    r"|Ersatzvornahme|[Aa]b(?:zu)?schieb|Ausweisung|[Kk]ündig|\bKlage\b|[Vv]erklagen|erlischt"
    r"|entzieh|entzogen|[Ww]iderruf|ab(?:zu)?schlepp|sperr|[Ss]till(?:zu)?legen|stillgelegt"
    r"|nach Aktenlage|ab(?:zu)?lehnen|abgelehnt|[Aa]blehnung|versag|kürz|ein(?:zu)?stell"
    r"|eingestellt|zurück(?:zu)?forder|Rechtsanwalt|Staatsanwaltschaft|[Ss]chätz(?:en|ung)"
    r"|beenden|beendet|löschen|gelöscht|ab(?:zu)?melden|abgemeldet|räumen|Räumung|[Vv]orführ"
)
"""Stems that name a definite measure."""

_IF_NOT = re.compile(r"\b(?:sonst|ansonsten|andernfalls|anderenfalls|widrigenfalls)\b", re.I)
_BY_SENDER = re.compile(
    r"\b(?:wir|ich|uns|mir|mich|gegen Sie|gegen Ihnen|müssen Sie|haben Sie|vorbehalten)\b", re.I
)
_READER_ACTS = re.compile(
    r"\b(?:können|dürfen|möchten|wollen|sollten) Sie\b|\bSie (?:können|dürfen)\b"
)


@guard("consequence-stated")
def consequence_stated(context: LetterContext, candidate: Candidate) -> bool:
    """The same or the next sentence names the measure: pledge, fine, refusal."""
    sentence = candidate.sentence
    following = candidate.parsed.block.text[sentence.end_char :].strip()
    next_sentence = next(
        (s.text for s in candidate.parsed.sentences if s.start >= sentence.end), following
    )
    return any(_CONSEQUENCE.search(text) for text in (sentence.text, next_sentence))


@guard("nobody-threatens")
def nobody_threatens(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie können rechtliche Schritte einleiten*: the sender does not speak of own measures."""
    text = candidate.sentence.text
    if _READER_ACTS.search(text):
        return True
    return not (_BY_SENDER.search(text) or _IF_NOT.search(text))


@guard("forced-without-threat")
def forced_without_threat(context: LetterContext, candidate: Candidate) -> bool:
    """*Wir sind gezwungen, das Fest abzusagen*: a regret, unless *sonst* makes it a threat."""
    if not re.search(r"gezwungen|genötigt|veranlasst", candidate.text):
        return False
    return _IF_NOT.search(candidate.sentence.text) is None
