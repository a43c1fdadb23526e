"""Who has to act in *ist … zu …*: nobody named, the reader by another name, or somebody else."""

from __future__ import annotations

import re

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.be_to_senses import plainer
from klartext.rules.guards.registry import guard, verb_of

_ROLES_OF_READER = (
    "antragsteller", "antragstellerin", "anschlussnehmer", "berechtigte", "berechtigter",
    "erlaubnisnehmer", "gebührenschuldner", "pflichtige", "pflichtiger", "veranlasser",
)  # fmt: skip
"""Names an office has for the person it writes to."""
_EXPERTS = (
    "architekt", "arzt", "ärztin", "betrieb", "fachkraft", "fachkundige", "fachkundiger", "firma",
    "gutachter", "ingenieur", "installateur", "meister", "nachweisberechtigte", "person",
    "sachkundige", "sachkundiger", "sachverständige", "sachverständiger", "unternehmen",
    "unternehmer", "übersetzer", "werkstatt",
)  # fmt: skip
"""Whom one hires: *durch einen Fachbetrieb*; what an office must do stands in the statute."""
_MEANS = (
    "ablichtung", "abrechnung", "absperrung", "antrag", "anzeige", "attest", "ausweis", "auszug",
    "beleg", "bericht", "bescheinigung", "bestätigung", "dokumentation", "einsendung",
    "eintragung", "erklärung", "formular", "foto", "gutachten", "kennzeichnung", "kopie",
    "lichtbild", "maßnahme", "meldung", "messung", "mitteilung", "nachweis", "plan", "protokoll",
    "prüfung", "quittung", "rechnung", "schreiben", "stempel", "untersuchung", "vermerk",
    "vordruck", "zahlung", "zaun", "zeichnung", "zähler", "überweisung", "übersendung",
    "unterlage", "unterschrift", "urkunde", "vertrag", "vorlage", "zeugnis",
)  # fmt: skip
"""What an act is done with (*durch Attest zu belegen*): nobody who does it."""
_AWAY_FROM = frozenset("befreien fernhalten freihalten reinigen räumen säubern trennen".split())
"""*von Kot zu reinigen*: what is to go, if it is nobody."""

_BY_NAME = re.compile(r"\b[Vv]on (?:Herrn|Frau|Eheleuten)\b")
_BY_DEPUTY = re.compile(
    r"\bdurch (?:den|die|einen|eine|Ihre[nm]?) \w*(?:[Bb]etreuer|[Vv]erwalt|[Vv]ertret|[Vv]ormund)"
)
"""*ist durch den Verwalter abzugeben*."""
_ASKED = re.compile(r"\b(?:bitten wir|bitte ich|ersuchen wir) (?:Herrn|Frau)\b")
_CERTIFICATE = re.compile(r"\b(?:Zeugnis|Attest|Gutachten|Bescheinigung)\b")
_RELATIVE = frozenset({"PRELS", "PRELAT"})


@guard("doer-named-unless-you")
def doer_named_unless_you(context: LetterContext, candidate: Candidate) -> bool:
    """Somebody stands in the clause with *von* or *durch*; *von Ihnen* alone is the reader.

    In a letter a role of the reader (*vom Antragsteller*) hides that person as well, and whom
    one hires (*durch einen Fachbetrieb*) does not say who has to see to it.
    """
    if plainer(context, candidate):
        return False
    named = named_doer(candidate)
    if named is not None and named.text == "Ihnen":
        return False
    if named is None or _is_for_somebody_else(candidate):
        return _is_for_somebody_else(candidate)
    return not context.is_letter or not (role_named(candidate) or expert_named(candidate))


def _doer_in_bracket(candidate: Candidate) -> Token | None:
    """The person or body that has to act in a main clause; ``None`` where the clues differ."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    doer = named_doer(candidate)
    if doer is None or doer.tag_ != "NN" or not auxiliary.i < doer.i < verb.i:
        return None
    if doer.head not in (verb, auxiliary) or doer.dep_ not in ("obl", "obl:agent"):
        return None
    return doer


def role_named(candidate: Candidate) -> bool:
    """*ist vom Antragsteller darzulegen*: most likely the reader, unless a norm is quoted."""
    doer = _doer_in_bracket(candidate)
    if doer is None or predicates.has_citation(candidate.sentence) or _is_one_of_many(doer):
        return False
    if predicates.is_sender_verb(verb_of(candidate)):
        return False  # words of a statute
    return doer.lemma_.lower().endswith(_ROLES_OF_READER)


def expert_named(candidate: Candidate) -> bool:
    """*ist durch einen Fachbetrieb zu prüfen*: the reader has to have it done."""
    doer = _doer_in_bracket(candidate)
    if doer is None or not doer.lemma_.lower().endswith(_EXPERTS):
        return False
    return _is_one_of_many(doer)


def _is_one_of_many(noun: Token) -> bool:
    return any(t.tag_ == "ART" and t.lower_.startswith("ein") for t in noun.children)


def _is_for_somebody_else(candidate: Candidate) -> bool:
    """*Von Herrn Wolf ist …*, *Wir bitten Frau Wolf …. Der Pass ist …*, a doctor's certificate."""
    sentence = candidate.sentence.text
    if verb_of(candidate).lemma_ == "angeben" and _CERTIFICATE.search(sentence):
        return True
    if _BY_NAME.search(sentence) or _BY_DEPUTY.search(sentence):
        return True
    return _ASKED.search(candidate.parsed.block.text) is not None


def named_doer(candidate: Candidate) -> Token | None:
    """Who acts, by the parse or beside *von* or *durch* in the bracket."""
    named = predicates.doer(verb_of(candidate)) or _noun_of_doer(candidate)
    return None if named is None or _is_no_doer(candidate, named) else named


def _is_no_doer(candidate: Candidate, noun: Token) -> bool:
    """*durch Attest zu belegen*; *ist eine Übersetzung durch einen Übersetzer beizufügen*."""
    verb = verb_of(candidate)
    if noun.head.tag_ == "ADJA":
        return True  # an dem vom Kreis festgelegten Ort: who has done something else
    if verb.lemma_ in _AWAY_FROM and not noun.lemma_.lower().endswith(wordlists.ACTORS):
        return True
    preposition = next((t for t in noun.children if t.lower_ == "durch"), None)
    if preposition is None:
        return False
    if noun.lemma_.lower().endswith(_MEANS):
        return True
    before = noun.doc[preposition.i - 1]
    return predicates.is_reader_verb(verb) and before.tag_ == "NN" and before.lower_.endswith("ung")


@guard("doer-mentioned")
def doer_mentioned(context: LetterContext, candidate: Candidate) -> bool:
    """Somebody stands in the clause with *von* or *durch*, wherever the parse hangs it."""
    return _noun_of_doer(candidate) is not None


def _noun_of_doer(candidate: Candidate) -> Token | None:
    first = min(token.i for token in candidate.nodes.values())
    last = max(token.i for token in candidate.nodes.values())
    verb = verb_of(candidate)
    if any(child.tag_ in _RELATIVE for child in verb.children):  # the verb stands at the end
        first = verb.left_edge.i
    for token in candidate.parsed.doc[first : last + 1]:
        if token.lower_ in ("von", "vom", "durch", "seitens") and token.dep_ == "case":
            noun = token.head
            is_noun = noun.tag_ in ("NN", "NE", "PPER", "PIS", "PDS", "ART")
            if predicates.is_complement_with_from(verb, noun):
                continue
            if is_noun and predicates.names_somebody(noun):
                return noun
    return None
