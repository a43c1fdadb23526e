"""Whether the clause with *ist … zu …* lays down a duty, by its word order and its opening."""

from __future__ import annotations

import re

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.be_to_senses import plainer
from klartext.rules.guards.registry import guard

_FORMS_OF_SEIN = frozenset("ist sind war waren".split())
_CONDITIONAL = frozenset("wäre wären".split())
_FOR_EVERYBODY = re.compile(r"(?:(?:Für|Von|Bei) )?[Jj]ede[nmrs]?\b")
_REPORTING = frozenset(
    """
    abgeben anmelden anzeigen beantragen einreichen melden mitteilen nachweisen stellen vorlegen
    zurückgeben
    """.split()
)
"""*Jede Änderung ist uns mitzuteilen*: everything, but by the one who reads."""
_PAYING = frozenset("zahlen bezahlen entrichten überweisen angeben".split())
"""*für die eine Miete zu zahlen ist*: how things are, nothing the letter asks for."""
_HINTS = frozenset(
    """
    anmerken aufmerksam beachten bemerken bitten daran darauf erinnern hinweis hinweisen merken
    weisen vorsorglich
    """.split()
)
"""What the office wants the reader to know: *Wir weisen darauf hin, dass … vorzulegen ist*."""


@guard("duty-not-stated")
def duty_not_stated(context: LetterContext, candidate: Candidate) -> bool:
    """*wenn … zu zahlen ist*, *Ist das Los zu ziehen, …*: a case that is spoken of.

    The word order decides: *ist* before the infinitive, but not first, is a main clause; so is
    *Vorzulegen ist …* at the start. In a letter an act of the reader may stand in a relative
    clause (*das bis Freitag abzugeben ist*) or behind a hint (*beachten Sie, dass …*).
    """
    if plainer(context, candidate):
        return False
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if _FOR_EVERYBODY.match(candidate.sentence.text) and not (
        context.is_letter and verb.lemma_ in _REPORTING
    ):
        return True  # a rule for everybody: who has to do it is another question
    if auxiliary.i < verb.i:
        behind = verb.doc[verb.i + 1 : verb.i + 2].text  # *ist …, für die noch … zu bringen ist*
        return auxiliary.i == candidate.sentence.start or behind in _FORMS_OF_SEIN
    if auxiliary.i == verb.i + 1 and _starts(candidate):
        return False
    if not context.is_letter or auxiliary.lower_ in _CONDITIONAL:
        return True
    if not _asks_reader(verb):
        return True
    clause = [token for token in predicates.clause_tokens(verb) if token.i < verb.i]
    if any(token.tag_ in ("PRELS", "PRELAT") for token in clause):
        return False
    return not behind_hint(candidate, clause)


def _asks_reader(verb: Token) -> bool:
    if verb.lemma_ in _PAYING:
        return False
    return predicates.is_reader_verb(verb) or verb.lemma_ == "anzeigen"


def behind_hint(candidate: Candidate, clause: list[Token]) -> bool:
    """*Es wird angemerkt, dass die Karte rechtzeitig zu beantragen ist*."""
    opener = next((token for token in clause if token.tag_ == "KOUS"), None)
    if opener is None or opener.lower_ not in ("dass", "daß"):
        return False
    before = candidate.parsed.doc[candidate.sentence.start : opener.i]
    if any(token.lower_ in ("ob", "wenn", "falls") for token in before):
        return False
    return any(token.lemma_.lower() in _HINTS for token in before)


def _starts(candidate: Candidate) -> bool:
    """Whether *Vorzulegen* or *Zu zahlen* begins the sentence, or its second half behind *;*."""
    first = min(token.i for token in candidate.nodes.values())
    if first == candidate.sentence.start:
        return True
    is_duty = candidate.nodes["aux"].lower_ in ("ist", "sind")
    return is_duty and candidate.parsed.doc[first - 1].text == ";"
