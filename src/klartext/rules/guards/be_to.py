"""Guards about *ist … zu …*: what else it can mean, and where it states a duty."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.clauses import between
from klartext.rules.guards.registry import guard, verb_of
from klartext.rules.guards.verb_bracket import closes_bracket

_GOVERNORS = frozenset(
    """
    leicht leichter schwer schwerer einfach einfacher schwierig schwieriger gut besser schlecht
    schlechter mühelos problemlos bequem schnell schneller günstig günstiger billig billiger kaum
    bereit imstande außerstande berechtigt verpflichtet befugt gehalten gezwungen ermächtigt
    aufgerufen geeignet möglich unmöglich interessant
    """.split()
)
"""Words that take *zu* themselves or turn the duty into a possibility (*leicht zu öffnen*)."""

_PERCEPTION = frozenset(
    """
    erwarten sehen finden hoffen lesen entnehmen erkennen befürchten vermuten bemerken erreichen
    haben merken beobachten spüren hören unterscheiden vergleichen verstehen sagen verzeichnen
    verdanken tun bedenken wünschen rechnen schaffen begrüßen bedauern ersehen klären
    verstehen kriegen machen holen retten loben tadeln betonen konstatieren empfehlen ansehen
    zurechnen lösen anwenden beschreiben zuordnen erklären
    anerkennen anlasten anmerken annehmen anlegen ausgehen beimessen bejahen entgegenhalten
    feststellen festhalten legen verneinen vorwerfen zugutehalten zumuten zurückführen zuschreiben
    """.split()
)
"""What one perceives or judges; nobody is told to do it."""

_PERSONS = (
    "antragsteller", "arbeitgeber", "arzt", "ärztin", "bauherr", "berechtigte", "berechtigter",
    "besitzer", "besucher", "betreiber", "betrieb", "bewerber", "eigentümer", "eltern",
    "fachkraft", "firma", "gutachter", "halter", "hausarzt", "inhaber", "meister", "mieter",
    "mitglied", "nachziehende", "nachziehender", "nehmer", "nutzer", "person", "pflichtige",
    "pflichtiger", "sachverständige", "sachverständiger", "schule", "teilnehmer", "übersetzer",
    "unternehmen", "unternehmer", "verein", "vermieter", "vertreter", "verursacher",
)  # fmt: skip
"""Private people and firms; what an office must do stands in the statute."""
_MEANS = (
    "attest", "auszug", "beleg", "bescheinigung", "einsendung", "nachweis", "quittung",
    "rechnung", "schreiben", "übersendung", "unterlage", "unterschrift", "urkunde", "vertrag",
    "vorlage", "zeugnis",
)  # fmt: skip
"""What an act is done with (*durch Attest zu belegen*): nobody who does it."""

_FORMS_OF_SEIN = frozenset("ist sind war waren".split())
_BY_NAME = re.compile(r"\b[Vv]on (?:Herrn|Frau|Eheleuten)\b")
_ASKED = re.compile(r"\b(?:bitten wir|bitte ich|ersuchen wir) (?:Herrn|Frau)\b")
_CERTIFICATE = re.compile(r"\b(?:Zeugnis|Attest|Gutachten|Bescheinigung)\b")
_CONDITIONAL = frozenset("wäre wären".split())
_RELATIVE = frozenset({"PRELS", "PRELAT"})


@guard("adjective-governs-infinitive")
def adjective_governs(context: LetterContext, candidate: Candidate) -> bool:
    """*ist berechtigt zu …*, *ist leicht zu …*: an adjective or participle asks for *zu*.

    A word of manner that the parse took for the predicate (``manner``) asks for nothing.
    """
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    manner = candidate.nodes.get("manner")
    for token in {verb.head, auxiliary.head} - {verb, auxiliary, manner}:
        if token.tag_ in ("ADJD", "VVPP") and auxiliary.head == token:
            return not closes_bracket(candidate)
    words = between(auxiliary, verb)
    if any(token.lower_ in _GOVERNORS for token in words):
        return True
    if closes_bracket(candidate):
        return False
    return any(
        first.tag_ in ("ADJD", "VVPP")
        and second.text == ","
        and first.is_ancestor(verb)
        and not (first == manner and verb.dep_ == "conj")
        for first, second in pairwise(words)
    )


@guard("perception-infinitive")
def perception(context: LetterContext, candidate: Candidate) -> bool:
    """*ist zu erwarten, zu sehen, zu finden*: no duty at all; *zu beachten ist, dass* a note."""
    verb = verb_of(candidate)
    is_note = verb.lemma_ in ("beachten", "berücksichtigen") and any(
        child.dep_ in ("ccomp", "csubj") for child in verb.children
    )
    return is_note or predicates.full_lemma(verb) in _PERCEPTION


@guard("report-of-the-past")
def report_of_the_past(context: LetterContext, candidate: Candidate) -> bool:
    """*war festzustellen*: what happened; an act of the reader (*war abzugeben*) was a duty."""
    return candidate.nodes["aux"].lower_ in ("war", "waren") and not predicates.is_reader_verb(
        verb_of(candidate)
    )


@guard("degree-or-purpose")
def degree_or_purpose(context: LetterContext, candidate: Candidate) -> bool:
    """*zu groß, um … zu*, *um … zu*: the infinitive belongs to something else."""
    return any(
        child.tag_ in ("KOUI", "PTKA") or child.lower_ in ("um", "ohne", "statt", "anstatt")
        for child in verb_of(candidate).children
    )


@guard("no-subject")
def no_subject(context: LetterContext, candidate: Candidate) -> bool:
    """No subject: the two clues do not meet, unless the words stand for themselves.

    A list may follow (*sind mitzubringen: …*), the clause before may hold the subject (*kostet
    5 Euro und ist zu bezahlen*), and in a letter a verb bracket without a comma is enough.
    """
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    manner = candidate.nodes.get("manner")
    holders = [verb, auxiliary] if manner is None else [verb, auxiliary, manner]
    if any(predicates.subject(node) is not None for node in holders):
        return False
    if closes_bracket(candidate):
        return False
    words = between(auxiliary, verb)
    if auxiliary.head != verb or any(token.tag_[0] == "$" for token in words):
        return True
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.text == ":":
        return False
    if verb.dep_ == "conj" and predicates.subject(verb.head) is not None:
        return False
    return not context.is_letter


@guard("auxiliary-not-finite")
def auxiliary_not_finite(context: LetterContext, candidate: Candidate) -> bool:
    """The tag says finite, the features do not: the clues disagree.

    *wäre* is a duty in letters only (*Dem Antrag wäre ein Plan beizufügen*).
    """
    auxiliary = candidate.nodes["aux"]
    if not predicates.finite(auxiliary):
        return True
    is_condition = any(token.tag_ in ("KOUS", "PRELS", "PWS") for token in candidate.sentence)
    if context.is_letter and auxiliary.lower_ in _CONDITIONAL:
        return is_condition
    return auxiliary.lower_ not in _FORMS_OF_SEIN


@guard("act-denied")
def act_denied(context: LetterContext, candidate: Candidate) -> bool:
    """*ist nicht zu …*; *nicht an uns, sondern an die Kasse zu zahlen* is a duty still."""
    clause = list(predicates.clause_tokens(predicates.clause_head(verb_of(candidate))))
    negators = [token for token in clause if token.lemma_ in wordlists.NEGATORS]
    if not negators:
        return False
    last = max(token.i for token in negators)
    return not any(
        token.lower_ == "sondern" and token.tag_ == "KON"
        for token in verb_of(candidate).doc[last : verb_of(candidate).i]
    )


@guard("doer-named-unless-you")
def doer_named_unless_you(context: LetterContext, candidate: Candidate) -> bool:
    """Somebody stands in the clause with *von* or *durch*; *von Ihnen* alone is the reader.

    In a letter a person named in the main clause could as well be its subject.
    """
    named = named_doer(candidate)
    if named is not None and named.text == "Ihnen":
        return False
    if named is None or _is_for_somebody_else(candidate):
        return _is_for_somebody_else(candidate)
    return not context.is_letter or person_named(candidate) is None


def person_named(candidate: Candidate) -> Token | None:
    """The person or body that has to act in a main clause; ``None`` where the clues differ."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    doer = named_doer(candidate)
    if doer is None or doer.tag_ != "NN" or not auxiliary.i < doer.i < verb.i:
        return None
    if doer.head not in (verb, auxiliary) or doer.dep_ not in ("obl", "obl:agent"):
        return None
    if predicates.is_sender_verb(verb):
        return None  # ist vom Träger zu versagen: words of a statute
    return doer if doer.lemma_.lower().endswith(_PERSONS) else None


def _is_for_somebody_else(candidate: Candidate) -> bool:
    """*Von Herrn Wolf ist …*, *Wir bitten Frau Wolf …. Der Pass ist …*, a doctor's certificate."""
    sentence = candidate.sentence.text
    if verb_of(candidate).lemma_ == "angeben" and _CERTIFICATE.search(sentence):
        return True
    if _BY_NAME.search(sentence):
        return True
    return _ASKED.search(candidate.parsed.block.text) is not None


def named_doer(candidate: Candidate) -> Token | None:
    """Who acts, by the parse or beside *von* or *durch* in the bracket."""
    named = predicates.doer(verb_of(candidate)) or _noun_of_doer(candidate)
    return None if named is None or _is_no_doer(candidate, named) else named


def _is_no_doer(candidate: Candidate, noun: Token) -> bool:
    """*durch Attest zu belegen*; *ist eine Übersetzung durch einen Übersetzer beizufügen*."""
    verb = verb_of(candidate)
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


@guard("indirect-question")
def indirect_question(context: LetterContext, candidate: Candidate) -> bool:
    """*wie das Vermögen zu verteilen ist*: the clause asks, it does not oblige."""
    return any(
        token.tag_ in ("PWAV", "PWS", "PWAT")
        for token in predicates.clause_tokens(candidate.nodes["verb"])
    )


@guard("duty-not-stated")
def duty_not_stated(context: LetterContext, candidate: Candidate) -> bool:
    """*wenn … zu zahlen ist*, *Ist das Los zu ziehen, …*: a case that is spoken of.

    The word order decides: *ist* before the infinitive, but not first, is a main clause; so is
    *Vorzulegen ist …* at the start. In a letter an act of the reader may stand in a relative
    clause (*das bis Freitag abzugeben ist*).
    """
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if candidate.sentence.text.startswith(("Für jede", "Von jede", "Bei jede", "Jede")):
        return True  # a rule for everybody: who has to do it is another question
    if auxiliary.i < verb.i:
        behind = verb.doc[verb.i + 1 : verb.i + 2].text  # *ist …, für die noch … zu bringen ist*
        return auxiliary.i == candidate.sentence.start or behind in _FORMS_OF_SEIN
    if auxiliary.i == verb.i + 1 and _starts(candidate):
        return False
    if not context.is_letter or auxiliary.lower_ in _CONDITIONAL:
        return True
    is_relative = any(
        token.tag_ == "PRELS" for token in predicates.clause_tokens(verb) if token.i < verb.i
    )
    return not (is_relative and predicates.is_reader_verb(verb) and verb.lemma_ not in _PAYING)


_PAYING = frozenset("zahlen bezahlen entrichten überweisen angeben".split())
"""*für die eine Miete zu zahlen ist*: how things are, nothing the letter asks for."""


def _starts(candidate: Candidate) -> bool:
    """Whether *Vorzulegen* or *Zu zahlen* begins the sentence, or its second half behind *;*."""
    first = min(token.i for token in candidate.nodes.values())
    if first == candidate.sentence.start:
        return True
    is_duty = candidate.nodes["aux"].lower_ in ("ist", "sind")
    return is_duty and candidate.parsed.doc[first - 1].text == ";"
