"""Whether a passive in a letter tells what the office that writes has done, does or may do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate

_ACTS = frozenset(
    """
    abführen abgelten abraten absetzen abziehen anhören ansetzen anweisen
    aufrechnen aussprechen auswerten ausüben beantworten befinden beitreiben beiziehen belehren
    benötigen bereitstellen bescheiden beschieden beteiligen durchsetzen einbehalten
    einbeziehen einholen einräumen einstufen entsprechen erläutern erörtern erstatten erstrecken
    herabsetzen heraufsetzen hinzuziehen klären kontrollieren löschen nachberechnen
    nachfordern nachkontrollieren nachzahlen pfänden schätzen stilllegen stunden veranlassen
    vergeben verkennen verpflichten verrechnen vorfinden vorladen vormerken übernehmen
    """.split()
)
"""Acts that are the office's own where a letter reports them."""
_WITH_WORD = {
    "aufnehmen": "Niederschrift",
    "fertigen": "Niederschrift",
    "geben": "Gelegenheit",
    "laden": "Sie",
    "legen": "zugrunde",
    "nehmen": "Akten",
    "setzen": "Frist",
    "stellen": "Rechnung",
}
"""Verb → the word that makes it an act of the office: *Gelegenheit geben*, *eine Frist setzen*."""
_REPORTED_REQUESTS = frozenset({"auffordern", "bitten", "ersuchen", "hinweisen"})
_ON_PROCEDURES = frozenset("einleiten einräumen einstellen prüfen setzen verlängern".split())
BY_MACHINE = re.compile(r"\b(?:maschinell|elektronisch|automati\w+)\b")
_UNSIGNED = re.compile(r"\bohne (?:eigenhändige )?Unterschrift\b")
"""*Dieser Bescheid wurde automatisch erlassen*: nobody asks by whom."""
_OBJECTIONS = ("einspruch", "widerspruch", "klage", "einwand", "einwendung", "beschwerde")
_RAISE = frozenset("begründen einlegen einreichen erheben stellen vorbringen vortragen".split())
_ASYLUM = re.compile(r"Flüchtling|Asyl|subsidiär")
_FROM_HERE = re.compile(
    r"\bvon hier\b|\bdurch (?:uns|mich)\b|\bhierseits\b"
    r"|\b(?:durch|von) d(?:en|ie|em|er) Unterzeichn"
)
_OF_LAW = re.compile(r"^(?:Danach|Hiernach|Demnach|Nach (?:§|Art\.)|Gemäß (?:§|Art\.))")
_CONDITIONS = frozenset("wenn soweit sofern falls".split())
_MAY_BE_READER = frozenset({"widerrufen", "zurücknehmen", "ausüben"})
"""*kann jederzeit widerrufen werden*: the reader can do that, too."""
_MUST_OF_OFFICE = frozenset(
    "ablehnen beitreiben einstellen entscheiden feststellen untersagen veranlassen versagen".split()
)
_STATES = frozenset({"anrechnen", "berücksichtigen", "erheben"})
"""Denied, these tell what the law counts: *Das wird nicht angerechnet*."""


def is_act_of_office(verb: Token) -> bool:
    """What the office that writes has done, will do or does not do."""
    sentence = verb.sent.text
    if BY_MACHINE.search(sentence) or _UNSIGNED.search(sentence) or _is_handiwork(verb):
        return False
    lemma = predicates.full_lemma(verb)
    if lemma == "aushändigen" and predicates.is_past_passive(verb):
        return False  # *Das Schreiben wurde Ihnen ausgehändigt*: the reader was there
    subject = predicates.subject(verb)
    is_objection = subject is not None and subject.lemma_.lower().endswith(_OBJECTIONS)
    if is_objection and lemma in _RAISE:
        return False  # *Der Einspruch wurde fristgerecht erhoben*
    if lemma == "anerkennen" and _ASYLUM.search(sentence):
        return False  # the Bundesamt does that
    if lemma == "begründen":
        return False  # *Der Antrag wird damit begründet*: that is the reader
    if verb.lemma_ in _WITH_WORD and lemma == verb.lemma_:
        word = _WITH_WORD[verb.lemma_]
        if verb.lemma_ == "geben" and any(token.text == "Ihnen" for token in _clause(verb)):
            return False  # *wird Ihnen Gelegenheit gegeben*: *Sie können …* says it better
        return any(word in (token.lemma_, token.text, token.lower_) for token in _clause(verb))
    if lemma in _REPORTED_REQUESTS:
        return predicates.is_past_passive(verb)
    if predicates.negated(verb) and lemma in _STATES and not _has_modal(verb):
        return False
    return predicates.is_sender_verb(verb) or lemma in _ACTS


def says_from_here(verb: Token) -> bool:
    """*von hier aus*, *durch uns*: the office has named itself."""
    return _FROM_HERE.search(verb.sent.text) is not None


def is_on_procedure(verb: Token) -> bool:
    """*Das Verfahren wird eingestellt*: an act, though its subject is a word of law."""
    return predicates.full_lemma(verb) in _ON_PROCEDURES


def is_reported_request(verb: Token) -> bool:
    """*Sie wurden darauf hingewiesen*: a report, no request."""
    return predicates.full_lemma(verb) in _REPORTED_REQUESTS and predicates.is_past_passive(verb)


def is_possibility_for_all(candidate: Candidate, verb: Token) -> bool:
    """*Danach kann ein Bescheid zurückgenommen werden*: what the law allows, not this case."""
    modals = [child for child in verb.children if child.tag_[:2] == "VM"]
    if not modals:
        return False
    lemma = predicates.full_lemma(verb)
    if lemma in _MAY_BE_READER or lemma == "verlangen":
        return True
    if modals[0].lemma_ == "müssen" and lemma not in _MUST_OF_OFFICE:
        return True
    if modals[0].lemma_ in ("dürfen", "sollen", "mögen", "wollen"):
        return True
    sentence = candidate.sentence
    if predicates.feature(modals[0], "Tense") == "Past" and modals[0].lower_.startswith("konnt"):
        return False
    if predicates.addresses_reader(sentence):
        return False
    if _OF_LAW.search(sentence.text) or predicates.has_citation(sentence):
        return True
    subject = predicates.subject(verb)
    return subject is not None and _is_kind(subject)


def _is_kind(noun: Token) -> bool:
    """*ein rechtswidriger Bescheid*, *höhere Kosten*: things of a kind, none of this case."""
    determiner = next((child for child in noun.children if child.dep_ == "det"), None)
    if determiner is None:
        return predicates.feature(noun, "Number") == "Plur"
    is_described = any(child.dep_ in ("amod", "acl:relcl") for child in noun.children)
    return determiner.lower_.startswith("ein") and is_described


def is_rule_for_all(candidate: Candidate, verb: Token) -> bool:
    """*Nach § 53 wird ein Ausländer ausgewiesen*: the norm, no act in this case."""
    sentence = candidate.sentence
    if any(token.tag_ in ("PRELS", "PRELAT") for token in _clause(verb)):
        return True
    if sentence.text.rstrip().endswith("?") or sentence[0].tag_[:2] == "PW":
        return True  # a question or a heading: *Warum kein Ausweis erteilt werden kann*
    if any(
        predicates.feature(child, "Mood") == "Sub" and child.tag_[:2] != "VM"
        for child in verb.children
    ):
        return True
    subject = predicates.subject(verb)
    is_anybody = subject is not None and (
        (_is_kind(subject) and not predicates.is_past_passive(verb))
        or subject.tag_ in ("PIS", "PWS", "PRELS")
        or any(child.dep_ == "det" and child.lower_.startswith("ein") for child in subject.children)
    )
    if not predicates.has_citation(sentence):
        return False
    # the norm in present tense with its condition: what it says, not what is done here
    is_norm = not predicates.is_past_passive(verb) and any(
        token.lower_ in _CONDITIONS for token in sentence
    )
    return is_anybody or is_norm


def _clause(verb: Token) -> Sequence[Token]:
    return list(predicates.clause_tokens(verb))


def _has_modal(verb: Token) -> bool:
    return any(child.tag_[:2] == "VM" for child in verb.children)


def _is_handiwork(verb: Token) -> bool:
    """*Holz wird verarbeitet*: offices work on data and applications only."""
    subject = predicates.subject(verb)
    return verb.lemma_ == "verarbeiten" and (
        subject is None or not subject.lemma_.lower().endswith(("daten", "angabe", "antrag"))
    )
