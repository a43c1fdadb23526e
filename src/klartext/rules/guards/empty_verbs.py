"""Guards about verbs that only carry a noun: *erfolgen, vornehmen, durchführen*."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import base_verb
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of

_EVENTS = (
    "prüfung", "beratung", "untersuchung", "impfung", "besichtigung", "anhörung",
    "testung", "befragung", "unterrichtung", "einweisung", "operation", "behandlung", "betreuung",
    "förderung", "ausschreibung", "messung", "wartung", "sammlung", "umfrage", "kontrolle",
    "sanierung", "modernisierung", "erhebung", "studie", "analyse", "bewertung", "vorlage",
    "inspektion", "therapie", "auswahl", "reparatur", "gespräch",
)  # fmt: skip
"""What takes time and place: *Impfungen durchführen*, *eine Beratung durchführen*."""
_PROCEDURES = ("planung", "beteiligung", "ermittlung", "führung", "bildung", "schau", "abschätzung")
_MEDICAL = ("behandlung", "untersuchung", "impfung", "operation", "testung", "blutentnahme")
_FARTHEST = 20
_PAPERS = (
    "pressemitteilung",
    "einmessung",
    "abordnung",
    "wartung",
    "auseinandersetzung",
    "bestellung",
    "ausschlagung",
    "betriebsänderung",
)
"""What is written or has a name of its own: the verb would say something else."""
_VERBS = {
    "abgleich": "abgleichen", "abriss": "abreißen", "anruf": "anrufen", "antwort": "antworten",
    "aushang": "aushängen", "auszug": "ausziehen", "besuch": "besuchen",
    "datenabgleich": "Daten abgleichen", "einreise": "einreisen", "einzug": "einziehen",
    "erinnerung": "erinnern", "ersatz": "ersetzen", "gespräch": "sprechen",
    "hinweis": "hinweisen", "kontrolle": "kontrollieren", "nachweis": "nachweisen",
    "reaktion": "reagieren", "rückbau": "abreißen", "rückfrage": "nachfragen",
    "rückmeldung": "sich melden", "rückschnitt": "zurückschneiden", "stellungnahme": "sich äußern",
    "umzug": "umziehen", "verkauf": "verkaufen", "verzicht": "verzichten",
    "vorprüfung": "prüfen", "wechsel": "wechseln",
    "wiederinbetriebnahme": "wieder in Betrieb nehmen", "zugriff": "zugreifen",
    "äußerung": "sich äußern",
}  # fmt: skip
"""Nouns that hold a verb beside an empty one; elsewhere they stand for things."""
_OF_BUILDINGS = (
    "belichtung", "beleuchtung", "belüftung", "lüftung", "entwässerung", "beheizung",
    "erschließung", "versorgung",
)  # fmt: skip
"""How a building is made: *Die Belichtung erfolgt über Schächte*; nobody acts."""
_TERMS = ("basis", "grundlage", "gefahr", "risiko", "wunsch", "weise")
_PLAIN_ACTS = (
    "erstattung", "auszahlung", "rückzahlung", "nachzahlung", "benachrichtigung", "anrechnung",
    "verlängerung", "berücksichtigung", "verrechnung", "zusendung", "übersendung", "abbuchung",
    "weiterleitung", "löschung", "überweisung", "kürzung",
)  # fmt: skip
"""No events: an office does them at its desk, whatever *stattfinden* says."""
_MESSAGES = ("mitteilung", "aufforderung", "einladung", "benachrichtigung")


def hidden_verb_of(noun: Token) -> str | None:
    """The infinitive in a noun: *Auszahlung* → *auszahlen*, *Rückschnitt* → *zurückschneiden*."""
    own = _VERBS.get(noun.lemma_.lower())
    return own or base_verb(noun.lemma_, open_lexicon(LEXICON))


@guard("noun-holds-no-verb")
def noun_holds_no_verb(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Wohnung*, *die Rahmenplanung*: no verb is hidden, or it says less than the noun."""
    noun = candidate.nodes["noun"]
    base = hidden_verb_of(noun)
    if base in ("durchführen", "vornehmen", "ausführen", "tätigen"):
        return True  # one empty verb for another
    if noun.lemma_.lower().endswith((*_PAPERS, *_OF_BUILDINGS)):
        return True
    return noun.tag_ != "NN" or base is None or _is_field_of_work(noun.lemma_.lower(), base)


def _is_field_of_work(noun: str, verb: str) -> bool:
    """*Rahmenplanung, Öffentlichkeitsbeteiligung*: a compound that names a procedure."""
    return noun.endswith(_PROCEDURES) and not noun.startswith(verb[:3])


@guard("event-takes-place")
def event_takes_place(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Schule führt Beratungen durch*: the event is meant, not the act."""
    verb = predicates.full_lemma(verb_of(candidate))
    noun = candidate.nodes["noun"].lemma_.lower()
    if verb == "durchführen":
        return noun.endswith(_EVENTS)
    if verb in ("stattfinden", "unterbleiben"):
        return not noun.endswith(_PLAIN_ACTS)
    if verb in ("ergehen", "erging", "ergingen"):
        return not noun.endswith(_MESSAGES)
    return noun.endswith(_MEDICAL)


@guard("terms-are-the-point")
def terms_are_the_point(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Teilnahme erfolgt auf eigene Gefahr*: it tells on what terms, not who acts."""
    return any(
        child.lemma_.lower().endswith(_TERMS) and predicates.case_word(child) is not None
        for child in verb_of(candidate).children
    )


@guard("noun-is-legal-term")
def noun_is_legal_term(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Zustellung erfolgt …*: the noun is a term of law and stays."""
    index = candidate.nodes["noun"].i
    return any(
        index in hit.tokens and hit.entry.is_protected for hit in context.hits(candidate.parsed)
    )


@guard("noun-coordinated-with-thing")
def noun_coordinated(context: LetterContext, candidate: Candidate) -> bool:
    """*Beratung und Hilfe erfolgen …*: one verb cannot take the place of both."""
    noun = candidate.nodes["noun"]
    if any(child.lower_ == "oder" for other in noun.conjuncts for child in other.children):
        return True
    return any(hidden_verb_of(other) is None for other in noun.conjuncts)


@guard("noun-has-relative-clause")
def noun_has_relative_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*einen Transport durchführen, dessen Maße …*: the clause needs the noun."""
    noun, doc = candidate.nodes["noun"], candidate.parsed.doc
    if any(child.dep_ == "acl:relcl" for child in noun.children):
        return True
    last = max(noun.i, verb_of(candidate).i)
    behind = doc[last + 1 : last + 4]
    return any(a.text == "," and b.tag_ in ("PRELS", "PRELAT") for a, b in pairwise(behind))


_BROUGHT = frozenset({"bringen", "kommen", "gelangen"})
_NOT_BROUGHT = (
    "geltung", "verfügung", "deckung", "überzeugung", "auffassung", "einschätzung", "besinnung",
    "wirkung", "entfaltung", "erscheinung", "vernunft", "handlung", "sitzung", "welt", "annahme",
)  # fmt: skip
_SUBJECTED = (
    "überprüfung", "kontrolle", "begutachtung", "bewertung", "würdigung", "reinigung", "sichtung",
    "betrachtung", "durchsicht", "prüfung",
)  # fmt: skip
_LED_TO = ("verwertung", "entsorgung", "nutzung", "vernichtung", "lösung", "klärung", "verwendung")
_BROUGHT_ABOUT = ("klärung", "einigung", "änderung", "lösung", "verständigung", "beschleunigung")


@guard("act-is-not-plain")
def act_is_not_plain(context: LetterContext, candidate: Candidate) -> bool:
    """*zur Geltung bringen*, *sich einer Untersuchung unterziehen*: more than the act."""
    verb, noun = verb_of(candidate), candidate.nodes["noun"]
    lemma, word = predicates.full_lemma(verb), noun.lemma_.lower()
    if verb.lemma_ in _BROUGHT:
        if lemma != verb.lemma_:
            return True  # *nachkommen, mitbringen*
        subject = predicates.subject(verb)
        is_bare = [child.lower_ for child in noun.children] == ["zur"]
        is_bare = is_bare and (noun.i > verb.i or verb.i - noun.i < 3)
        is_bare = is_bare and all(token.tag_ != "PTKVZ" for token in verb.sent)
        if not is_bare or word.endswith(_NOT_BROUGHT) or not word.endswith("ung"):
            return True
        is_told = any(child.lower_ == "es" for child in verb.children)
        return is_told or (subject is not None and subject.tag_ == "PPER")
    if lemma == "unterziehen":
        is_own = any(child.tag_ == "PRF" for child in verb.children)
        return is_own or not word.endswith(_SUBJECTED)
    if lemma == "zuführen":
        return not word.endswith(_LED_TO) or predicates.feature(noun, "Case") != "Dat"
    return lemma == "herbeiführen" and not word.endswith(_BROUGHT_ABOUT)


@guard("noun-far-from-verb")
def noun_far_from_verb(context: LetterContext, candidate: Candidate) -> bool:
    """Two sentences in one parse: a colon between, a second subject, the noun behind."""
    verb, noun = verb_of(candidate), candidate.nodes["noun"]
    if sum(child.dep_ == "nsubj" for child in verb.children) > 1:
        return True
    if verb.i < noun.i and verb.tag_ != "VVFIN":
        return True  # a participle or infinitive closes its clause
    first, last = sorted((verb.i, noun.i))
    between = verb.doc[first + 1 : last]
    return len(between) > _FARTHEST or any(
        token.text in (":", "•", ";") or token.is_space for token in between
    )
