"""Whether a passive in a letter tells what the office that writes has done, does or may do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate

_ACTS = frozenset(
    """
    abführen abgelten abmelden abraten absehen absetzen abwägen abwiegen abziehen anberaumen
    anheimstellen anhören ankündigen anmerken anraten anregen ansetzen anweisen aufbewahren
    aufgeben aufrechnen ausgehen ausschöpfen aussprechen ausüben auswerten beantworten beauftragen
    bedauern befinden befreien beitreiben beiziehen belehren benötigen bereitstellen bescheiden
    beschieden beteiligen durchsetzen einbehalten einbeziehen einholen einräumen einstufen
    entgegennehmen entgegensehen entsprechen erläutern ermitteln erörtern erstrecken erwägen
    fortsetzen gewährleisten herabsetzen heraufsetzen hinzuziehen klären kontrollieren löschen
    nachberechnen nachfordern nachkontrollieren nachzahlen pfänden schätzen stilllegen stunden
    übernehmen umschreiben unterrichten veranlassen vergeben verkennen verpflichten verrechnen
    verrenten vorfinden vorladen vormerken würdigen zuordnen zurückstellen
    """.split()
)
"""Acts that are the office's own where a letter reports them."""
_WITH_WORD: dict[str, tuple[str, ...]] = {
    "anpassen": ("abschlag", "gebührensatz", "vorauszahlung"),
    "aufnehmen": ("niederschrift",),
    "behandeln": ("anfrage", "angabe", "daten"),
    "durchführen": ("prüfung", "kontrolle", "anhörung", "ermittlung", "besichtigung", "begehung"),
    "ersetzen": ("kosten", "verdienstausfall", "auslagen"),
    "fertigen": ("niederschrift",),
    "geben": ("gelegenheit", "bedenken", "bekannt"),
    "halten": ("erforderlich", "geboten", "notwendig"),
    "laden": ("sie",),
    "legen": ("zugrunde",),
    "machen": ("aufmerksam",),
    "mitteilen": ("ihnen",),
    "nehmen": ("akte", "akten", "augenschein", "verwahrung"),
    "setzen": ("frist", "kenntnis"),
    "stellen": ("rechnung", "abrede"),
    "tragen": ("rechnung",),
    "treffen": ("entscheidung", "anordnung"),
    "unterziehen": ("prüfung",),
    "versehen": ("duldung", "bescheinigung"),
    "vornehmen": (
        "abmeldung", "anpassung", "berechnung", "besichtigung", "kontrolle", "kürzung", "prüfung",
        "zahlung", "änderung",
    ),
    "zahlen": ("leistung", "rente", "unterhaltsvorschuss", "zuschuss"),
    "überweisen": ("leistung", "rente", "zuschuss"),
}  # fmt: skip
"""Verb → the words that make it an act of the office: *Gelegenheit geben*, *Ihnen mitteilen*."""
_DENIED = frozenset("annehmen folgen teilen werten".split())
"""Acts of the office where it could not do so: *Ihrer Anregung konnte nicht gefolgt werden*."""
_REPORTED_REQUESTS = frozenset({"auffordern", "bitten", "ersuchen", "hinweisen"})
_ON_PROCEDURES = frozenset("einleiten einräumen einstellen prüfen setzen verlängern".split())
BY_MACHINE = re.compile(r"\b(?:maschinell|elektronisch|automati\w+)\b")
_UNSIGNED = re.compile(r"\bohne (?:eigenhändige )?Unterschrift\b")
"""*Dieser Bescheid wurde automatisch erlassen*: nobody asks by whom."""
_OBJECTIONS = ("einspruch", "widerspruch", "klage", "einwand", "einwendung", "beschwerde")
_DRIVERS = ("fahrer", "fahrerin", "fahrzeugführer", "fahrzeugführerin")
"""*Der Fahrer konnte nicht festgestellt werden*: the police looked for him."""
_RAISE = frozenset("begründen einlegen einreichen erheben stellen vorbringen vortragen".split())
_OF_OTHERS = {
    "anerkennen": re.compile(r"Flüchtling|Asyl|subsidiär"),
    "entscheiden": re.compile(r"\bVis(?:um|a|ums)\b"),
    "erteilen": re.compile(r"\bVis(?:um|a|ums)\b"),
}
"""What the Bundesamt and the embassies do, not the office that writes."""
_FROM_HERE = re.compile(
    r"\bvon hier\b|\bdurch (?:uns|mich)\b|\bhierseits\b"
    r"|\b(?:durch|von) d(?:en|ie|em|er) Unterzeichn"
)
_OF_LAW = re.compile(r"^(?:Danach|Hiernach|Demnach|Nach (?:§|Art\.)|Gemäß (?:§|Art\.))")
_IN_THIS_CASE = re.compile(
    r"\b(?:hiermit|[Ff]ür diese[ns]? (?:Bescheid|Entscheidung|Verfügung)"
    r"|[Dd]er Bescheid vom \d)|\d\s?(?:€|Euro\b|EUR\b)"
)
_CONDITIONS = frozenset("wenn soweit sofern falls".split())
_MAY_BE_READER = frozenset({"widerrufen", "zurücknehmen", "ausüben"})
"""*kann jederzeit widerrufen werden*: the reader can do that, too."""
_MAY_OF_OFFICE = frozenset({"anregen", "ausgehen"})
_MUST_OF_OFFICE = frozenset(
    """
    ablehnen ausgehen beitreiben einstellen entscheiden feststellen untersagen veranlassen versagen
    """.split()
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
    if lemma in _OF_OTHERS and _OF_OTHERS[lemma].search(sentence):
        return False
    if lemma == "begründen":
        return False  # *Der Antrag wird damit begründet*: that is the reader
    if lemma == "entscheiden" and subject is not None:
        return False  # *Die Teilnahme kann neu entschieden werden*
    if subject is not None and subject.lemma_.lower().endswith(_DRIVERS):
        return False
    if lemma in _WITH_WORD:
        words = _WITH_WORD[lemma]
        return any(
            token.lemma_.lower().endswith(words) or token.lower_ in words for token in _clause(verb)
        )
    if lemma in _DENIED:
        return _could_not(verb)
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
    modal = next((child for child in verb.children if child.tag_[:2] == "VM"), None)
    if modal is None:
        return False
    lemma = predicates.full_lemma(verb)
    if lemma in _MAY_BE_READER or lemma == "verlangen":
        return True
    sentence = candidate.sentence
    if modal.lemma_ == "müssen":
        is_of_case = modal.lower_.startswith(("musst", "müsst")) or lemma in _MUST_OF_OFFICE
        return not is_of_case and not predicates.addresses_reader(sentence)
    if modal.lemma_ in ("dürfen", "sollen", "mögen", "wollen"):
        return lemma not in _MAY_OF_OFFICE
    if _could_not(verb) or predicates.addresses_reader(sentence):
        return False
    subject = predicates.subject(verb)
    if _OF_LAW.search(sentence.text):
        return True
    if predicates.has_citation(sentence):
        is_conditional = any(token.lower_ in _CONDITIONS for token in sentence)
        return is_conditional or subject is None or not _is_known(subject)
    return subject is not None and _is_kind(subject)


def _could_not(verb: Token) -> bool:
    """*konnte nicht berücksichtigt werden*."""
    return any(
        child.tag_ == "VMFIN" and child.lower_.startswith("konnt") for child in verb.children
    )


def _is_known(noun: Token) -> bool:
    """*die Leistung*, *der Bauantrag*: the one of this case."""
    return any(
        child.dep_ == "det" and child.lower_ in ("der", "die", "das") for child in noun.children
    )


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
    if _IN_THIS_CASE.search(sentence.text) or _could_not(verb):
        return False
    is_conditional = any(token.lower_ in _CONDITIONS for token in sentence)
    if is_conditional and _OF_LAW.search(sentence.text) and not predicates.is_past_passive(verb):
        return True
    if predicates.is_past_passive(verb) and predicates.addresses_reader(sentence):
        return False
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
    return is_anybody or (is_conditional and not predicates.is_past_passive(verb))


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
