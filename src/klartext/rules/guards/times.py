"""Guards about vague times: who has to do something by then, and who promises it."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard

_REQUESTS = frozenset("bitten ersuchen auffordern bitte verpflichten verpflichtet".split())
_RECEIVING = frozenset({"erhalten", "bekommen"})
_DUTY_MODALS = frozenset({"müssen", "sollen"})
_OTHER_MODALS = frozenset({"können", "dürfen", "mögen", "wollen"})
_SIDE_CLAUSES = frozenset({"advcl", "acl", "acl:relcl", "csubj", "csubj:pass"})
_ANSWERS = frozenset(
    """
    mitteilen melden vorlegen einreichen nachreichen antworten informieren zurücksenden zusenden
    übersenden senden schicken vereinbaren benachrichtigen
    """.split()
)
_CONDITIONS = frozenset("wenn falls sobald sofern sollte sollten nachdem".split())
"""Whoever promises something for a case that may come cannot name a day."""
_SOMEBODY = frozenset({"er", "es", "man", "sie"})


@guard("neither-duty-nor-promise")
def neither_duty_nor_promise(context: LetterContext, candidate: Candidate) -> bool:
    """Nobody has to keep the time: a report, a condition, general information."""
    if _is_asked_with_noun(candidate):
        return False
    verb = _governing_verb(candidate)
    if verb is None:
        return True
    if _is_duty(verb) or _is_promise(verb):
        return False
    return not (_is_for_now(candidate, verb) or _is_announced(context, candidate, verb))


@guard("duty-of-reader")
def duty_of_reader(context: LetterContext, candidate: Candidate) -> bool:
    """The reader has to act: order, request, *müssen*."""
    if _is_asked_with_noun(candidate):
        return True
    verb = _governing_verb(candidate)
    return verb is not None and (_is_duty(verb) or _is_for_now(candidate, verb))


@guard("at-short-notice")
def at_short_notice(context: LetterContext, candidate: Candidate) -> bool:
    """*kurzfristig absagen*, *kurzfristig parken*: without warning, not for long."""
    if candidate.text.lower() != "kurzfristig":
        return False
    verb = _governing_verb(candidate)
    return verb is None or predicates.full_lemma(verb) not in _ANSWERS


@guard("term-of-a-contract")
def term_of_a_contract(context: LetterContext, candidate: Candidate) -> bool:
    """*fristgerecht kündigen*: the contract says until when."""
    verb = _governing_verb(candidate)
    return verb is not None and verb.lemma_ == "kündigen"


def _comes_from_others(phrase: Token) -> bool:
    """*Den Bescheid bekommen Sie in Kürze vom Rechenzentrum*: others decide when."""
    preposition = predicates.case_word(phrase)
    return (
        preposition is not None
        and preposition.lower_ in ("von", "vom", "durch")
        and phrase.lemma_.lower().endswith(wordlists.ACTORS)
        and not phrase.lemma_.lower().endswith(_SENDERS)
    )


@guard("told-to-somebody-else")
def told_to_somebody_else(context: LetterContext, candidate: Candidate) -> bool:
    """*Informieren Sie umgehend Ihre Bank*: the office cannot set a day for others."""
    verb = _governing_verb(candidate)
    if verb is None:
        return False
    behind = verb.doc[list(candidate.tokens())[-1].i + 1 : candidate.sentence.end]
    if any(_comes_from_others(token) for token in (*verb.children, *behind)):
        return True
    told = [
        child
        for child in verb.children
        if child.tag_ in ("NN", "NE")
        and child.dep_ in ("obj", "iobj", "obl:arg", "obl", "nsubj:pass")
        and (child.tag_ == "NE" or child.lemma_.lower().endswith((*wordlists.ACTORS, *_OTHERS)))
    ]
    return any(not child.lemma_.lower().endswith(_SENDERS) for child in told)


_OTHERS = ("bank", "gesellschaft", "firma", "schule", "arzt", "ärztin", "eltern", "jugendamt")
_SENDERS = ("ausländerbehörde", "behörde", "bürgeramt", "dienststelle")
"""How an office that writes speaks of itself."""


def _is_asked_with_noun(candidate: Candidate) -> bool:
    """*Wir bitten um umgehende Mitteilung*: the adjective of what is asked for."""
    word = list(candidate.tokens())[-1]
    noun = word.head
    if word.tag_ != "ADJA" or word.dep_ != "amod" or noun.tag_ != "NN":
        return False
    asks = noun.head.lemma_ in ("bitten", "ersuchen", "Bitte")
    return asks and any(c.lower_ == "um" and c.dep_ == "case" for c in noun.children)


def _is_for_now(candidate: Candidate, verb: Token) -> bool:
    """*Die Arbeiten sind bis auf Weiteres zu unterlassen*: a duty of any kind, without an end."""
    if candidate.text.lower() != "bis auf weiteres" or verb.dep_ != "ROOT":
        return False
    if verb.lemma_ == "unterbleiben":
        return bool(_helpers(verb) & _DUTY_MODALS)
    return _is_infinitive(verb) and _has_zu(verb) and bool(_helpers(verb) & {"sein", "haben"})


def _is_announced(context: LetterContext, candidate: Candidate, verb: Token) -> bool:
    """*Das Geld geht in den nächsten Tagen ein*: in a letter the office says so of itself."""
    if not context.is_letter or not candidate.text.lower().startswith(_SOON):
        return False
    subject = predicates.subject(verb)
    if subject is not None and any(
        child.dep_ == "nmod" and child.lemma_.lower().endswith(wordlists.ACTORS)
        for child in subject.children
    ):
        return False  # *ein Bescheid des Bundesamtes*: others decide when
    is_told = verb.dep_ == "ROOT" and verb.tag_ == "VVFIN"
    present = predicates.feature(verb, "Tense") == "Pres"
    return is_told and present and predicates.full_lemma(verb) in _ARRIVALS


_SOON = ("in den nächsten", "in kürze", "demnächst", "zu gegebener zeit", "in nächster zeit")
_ARRIVALS = frozenset({"eingehen", "zugehen", "ankommen", "ergehen"})


def _governing_verb(candidate: Candidate) -> Token | None:
    """The verb the word of time belongs to; ``None`` if tag and relation leave a doubt."""
    words = list(candidate.tokens())
    word = words[1] if words[0].lower_ == "so" and len(words) > 1 else words[-1]
    # "bitte" in mid-sentence may be taken for a verb that governs what follows
    head = word.head.head if word.head.lower_ == "bitte" else word.head
    if word.dep_ not in ("advmod", "obl", "nmod") or not head.tag_.startswith("V"):
        return None
    return head


def _main_verb(verb: Token) -> Token:
    """The first of coordinated verbs: it shows what kind of clause they stand in."""
    while verb.dep_ == "conj" and verb.head.tag_.startswith("V"):
        verb = verb.head
    return verb


def _is_duty(verb: Token) -> bool:
    first = _main_verb(verb)
    if first.dep_ in ("xcomp", "ccomp", "advcl", "obl", "acl") and _is_asked_for(first):
        return True
    if first.dep_ in _SIDE_CLAUSES or verb.doc[verb.i].sent.text.rstrip().endswith("?"):
        return False
    helpers = _helpers(verb) or _helpers(first)
    subject = predicates.subject(verb) or predicates.subject(first)
    by_reader = subject is not None and subject.text == "Sie"
    if "wollen" in helpers and by_reader and not _is_wish(verb):
        return _is_act_of_reader(verb)  # *Das wollen Sie uns mitteilen*: an old request
    if helpers & _OTHER_MODALS:
        return False
    if "müssen" in helpers and by_reader:
        return True
    if helpers & _DUTY_MODALS:
        return _is_act_of_reader(verb) if by_reader else predicates.is_reader_verb(verb)
    if _is_infinitive(verb):
        if subject is not None and subject.text in _SOMEBODY:
            return False
        says_please = any(child.lower_ == "bitte" for child in (*verb.children, *first.children))
        return predicates.is_reader_verb(verb) and (
            says_please or (_has_zu(verb) and bool(helpers & {"sein", "haben"}))
        )
    if not by_reader or verb.tag_ not in ("VVFIN", "VVIMP"):
        return False
    is_order = subject is not None and first.i < subject.i
    return is_order and _is_act_of_reader(verb) and predicates.feature(verb, "Tense") != "Past"


def _is_wish(verb: Token) -> bool:
    """*Wollen Sie …*, *wenn Sie … wollen*: what the reader would like."""
    helper = next((child for child in verb.children if child.lemma_ == "wollen"), verb)
    return helper.i == verb.sent.start or verb.dep_ not in ("ROOT", "conj")


def _is_act_of_reader(verb: Token) -> bool:
    lemma = predicates.full_lemma(verb)
    if lemma == "informieren" and any(child.tag_ == "PRF" for child in verb.children):
        return False
    if lemma == "setzen":
        return any(child.lemma_ == "Verbindung" for child in verb.children)
    if lemma == "vereinbaren":
        return any(child.lemma_.lower().endswith("termin") for child in verb.children)
    return predicates.is_reader_verb(verb) or lemma in _ANSWERS | _ACTS


_ACTS = frozenset(
    """
    stellen kümmern bemühen abschließen abgeben kontaktieren wenden beschaffen buchen besorgen
    verlängern aufsuchen abklären klären anrufen absagen
    """.split()
)


def _is_asked_for(verb: Token) -> bool:
    """*Wir bitten Sie, … zu melden*; *Sie sind verpflichtet, … mitzuteilen*."""
    if not (_is_infinitive(verb) and _has_zu(verb)):
        return False
    above = verb.head
    if above.lemma_ == "liegen":
        interest = any(child.lemma_ == "Interesse" for child in above.children)
        return interest and predicates.is_reader_verb(verb)
    return above.lemma_ in _REQUESTS or above.lower_ in _REQUESTS


def _is_promise(verb: Token) -> bool:
    first = _main_verb(verb)
    if first.dep_ in _SIDE_CLAUSES or verb.sent.text.rstrip().endswith("?"):
        return False
    if any(token.lower_ in _CONDITIONS for token in verb.sent):
        return False
    helpers = _helpers(verb) or _helpers(first)
    if helpers - {"werden"} or predicates.passive_auxiliary(verb) is not None:
        return False
    if not helpers and verb.tag_ != "VVFIN":
        return False
    if predicates.feature(verb, "Tense") == "Past":
        return False
    subject = predicates.subject(verb) or predicates.subject(first)
    if subject is None:
        return False
    if subject.lower_ in ("wir", "ich"):
        return verb.lemma_ not in wordlists.REQUEST_VERBS
    return subject.text == "Sie" and verb.lemma_ in _RECEIVING


def _helpers(verb: Token) -> frozenset[str]:
    return frozenset(
        child.lemma_
        for child in verb.children
        if child.tag_[:2] in ("VA", "VM") and child.dep_ in ("aux", "aux:pass", "cop")
    )


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ in ("VVINF", "VVIZU")


def _has_zu(verb: Token) -> bool:
    return verb.tag_ == "VVIZU" or any(child.tag_ == "PTKZU" for child in verb.children)
