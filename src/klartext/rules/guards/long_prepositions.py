"""Guards about prepositions of several words: *im Rahmen der Prüfung, aus Gründen des …*."""

from __future__ import annotations

from spacy.tokens import Span, Token

from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import base_verb
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of

_BEFORE_ACTS = frozenset({"im rahmen", "im zuge", "zum zwecke", "zum zweck", "zum zeitpunkt"})
_SPANS = ("tag", "woche", "monat", "jahr", "stunde")
"""Only before a noun that says what is done: *im Rahmen der Prüfung*, not *des Projekts*."""
_CASES = frozenset({"im falle", "im fall"})
"""Before what is done, or what may happen: *im Falle einer Erkrankung*, not *der Firma Wolf*."""
_WHAT_GOES_ON = (
    "prüfung", "gespräch", "verfahren", "besuch", "besichtigung", "vorsprache", "nahme", "termin",
    "kontrolle", "ermittlung", "maßnahme", "abgleich", "betreuung", "ersuchen",
)  # fmt: skip
_LEGAL_WAYS = (
    "vollstreckung",
    "amtshilfe",
    "zwangs",
    "vornahme",
    "verfügung",
    "vergleichs",
    "abzugs",
    "schutzes",
    "zustellung",
    "ermessens",
)
_TITLES = ("visum", "visums", "titel", "titels", "erlaubnis", "aufenthalt", "einreise")
_STATUTORY = ("umstand", "umstände", "einzelfall", "auffassung", "vollziehung", "verhältnis")
_WEIGHING = ("berücksichtigung", "würdigung", "abwägung", "beachtung", "wahrung")
"""What a law bids an office to do: near a citation its words stay."""


def ruled_noun(candidate: Candidate) -> Token | None:
    """The noun behind the phrase: *Prüfung* of *im Rahmen der gestrigen Prüfung*."""
    last = list(candidate.tokens())[-1]
    if last.i + 1 >= last.sent.end:
        return None
    following = last.nbor()
    if following.tag_ in ("ART", "PPOSAT", "PDAT", "PIAT") or following.lower_ == "von":
        noun = following.head  # words may lie between: *des von Ihnen genannten Betrags*
        if noun.tag_ in ("NN", "NE") and noun.i > following.i and noun.sent == last.sent:
            return noun
    for token in last.doc[last.i + 1 : last.sent.end]:
        if token.tag_ in ("NN", "NE"):
            return token
        if token.tag_ not in ("ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD", "ADV", "ADJD"):
            return None
    return None


@guard("no-noun-behind-phrase")
def no_noun_behind_phrase(context: LetterContext, candidate: Candidate) -> bool:
    """*aus Gründen, die …*, *im Rahmen von …*: the phrase rules no noun phrase."""
    if candidate.text.endswith("dass"):
        return False
    noun = ruled_noun(candidate)
    return noun is None or noun.tag_ == "NE"


@guard("noun-behind-is-no-act")
def noun_behind_is_no_act(context: LetterContext, candidate: Candidate) -> bool:
    """*im Rahmen des Budgets*, *im Rahmen des Projekts*: the thing itself is a frame."""
    noun, text = ruled_noun(candidate), candidate.text.lower()
    if noun is not None and text == "für die dauer":
        return not noun.lemma_.lower().endswith(_SPANS)
    if noun is not None and text.endswith("zeitpunkt") and predicates.legal_near(noun.sent):
        return True
    if noun is None or text not in _BEFORE_ACTS | _CASES:
        return False
    if base_verb(noun.lemma_, open_lexicon(LEXICON)) is not None:
        return False
    if text in _CASES:
        is_open = any(child.lower_ in ("einer", "eines") for child in noun.children)
        return not is_open or noun.lemma_.lower().endswith(wordlists.ACTORS)
    return not noun.lemma_.lower().endswith(_WHAT_GOES_ON)


@guard("way-of-the-law")
def way_of_the_law(context: LetterContext, candidate: Candidate) -> bool:
    """*im Wege der Ersatzvornahme*, *Visum zum Zwecke der …*: terms of law."""
    noun = ruled_noun(candidate)
    text = candidate.text.lower()
    if noun is None:
        return False
    if text == "im wege":
        return noun.lower_.endswith(_LEGAL_WAYS)
    if text in ("zum zwecke", "zum zweck"):
        return any(token.lemma_.lower().endswith(_TITLES) for token in candidate.sentence)
    return False


@guard("phrase-before-norm")
def phrase_before_norm(context: LetterContext, candidate: Candidate) -> bool:
    """*im Rahmen des § 4*, *im Rahmen der Satzung*: a reference to a norm."""
    noun = ruled_noun(candidate)
    if noun is None:
        return False
    norms = ("gesetz", "gesetzbuch", "satzung", "verordnung", "ordnung", "richtlinie", "vorschrift")
    if noun.lemma_.lower().endswith(norms):
        return True
    last = list(candidate.tokens())[-1].i
    return predicates.norm_begins(noun.doc, last, noun.i + 1)


@guard("costs-are-paid")
def costs_are_paid(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Kosten gehen zu Lasten des Vereins*: a light-verb phrase, told of as one."""
    head = predicates.clause_head(verb_of(candidate))
    subject = predicates.subject(head)
    if candidate.text.lower() != "zu lasten" or head.lemma_ != "gehen" or subject is None:
        return False
    return subject.lemma_.lower().endswith(("kosten", "gebühr", "auslage", "aufwendung"))


@guard("base-is-no-source")
def base_is_no_source(context: LetterContext, candidate: Candidate) -> bool:
    """*auf der Grundlage eines Vertrags*: only what one looks into is easily said with *nach*."""
    if not candidate.text.lower().endswith("grundlage"):
        return False
    noun = ruled_noun(candidate)
    return noun is None or not noun.lemma_.lower().endswith(_SOURCES)


_SOURCES = (
    "konzept", "angabe", "unterlage", "erkenntnis", "dokument", "plan", "gutachten", "zahl",
    "liste", "bewertung", "ergebnis", "auskunft", "bericht", "grundsatz", "sachverhalt",
    "nachweis", "bescheinigung", "berechnung", "protokoll", "foto", "messung",
)  # fmt: skip


@guard("matter-of-statute")
def matter_of_statute(context: LetterContext, candidate: Candidate) -> bool:
    """*unzuverlässig in Bezug auf dieses Gewerbe* beside a citation: words of the law."""
    noun, text = ruled_noun(candidate), candidate.text.lower()
    if text == "aus gründen" and noun is not None and noun.lemma_ == "Interesse":
        return True  # *aus Gründen des öffentlichen Interesses*
    return text in ("in bezug auf", "aus gründen") and predicates.legal_near(candidate.sentence)


_MESSAGES = (
    "schreiben", "schriftsatz", "brief", "mail", "anruf", "telefonat", "gespräch", "anzeige",
    "anfrage", "antrag", "stellungnahme", "mitteilung", "nachricht", "vorsprache", "besprechung",
    "widerspruch", "eingabe", "bescheid", "unterredung", "auskunft", "meldung",
)  # fmt: skip
"""What one answers: *unter Bezugnahme auf Ihr Schreiben*."""


@guard("phrase-of-statute")
def phrase_of_statute(context: LetterContext, candidate: Candidate) -> bool:
    """*unter Berücksichtigung aller Umstände*, *unter Angabe der …* near law: words of the law."""
    noun, text = ruled_noun(candidate), candidate.text.lower()
    if noun is None or not text.startswith(("unter ", "nach ")) or text.endswith("gesichtspunkt"):
        return False
    if noun.lemma_.lower().endswith(_STATUTORY):
        return True
    if text == "unter bezugnahme auf":
        # what a decision has to mention, or what somebody argues with
        is_message = noun.lemma_.lower().endswith(_MESSAGES)
        return not is_message or verb_of(candidate).head.head.lemma_ == "ergehen"
    if text == "unter berücksichtigung" and _names_an_act(verb_of(candidate)):
        return True  # *für die Prüfung unter Berücksichtigung ausländischen Rechts*: a name
    if text == "nach maßgabe" and predicates.clause_head(noun).lemma_ in _PERMITS:
        return True  # what a decision allows
    if not predicates.legal_near(candidate.sentence):
        return False
    return text.endswith(_WEIGHING) or not _is_between_us(candidate.sentence)


_PERMITS = frozenset("erteilen genehmigen gestatten zulassen erlauben bewilligen".split())


def _names_an_act(word: Token) -> bool:
    """Whether a noun of an act with a preposition of its own stands before the phrase."""
    if not word.i or word.nbor(-1).tag_ != "NN":
        return False
    before, lexicon = word.nbor(-1), open_lexicon(LEXICON)
    return any(
        act.tag_ == "NN"
        and base_verb(act.lemma_, lexicon) is not None
        and predicates.case_word(act) is not None
        for act in (before, before.head)
    )


def _is_between_us(sentence: Span) -> bool:
    """*Sie, wir, mein*: the sentence speaks of this case, not of what a law says of everybody."""
    return predicates.addresses_reader(sentence) or any(
        token.text == "Sie" or token.lower_ in ("wir", "ich", "uns", "mir") for token in sentence
    )


@guard("heavy-long-preposition")
def heavy_long_preposition(context: LetterContext, candidate: Candidate) -> bool:
    """A phrase hardly anybody says."""
    return candidate.text.lower() in _HEAVY


_HEAVY = frozenset(
    {
        "zum zwecke", "in ermangelung", "unter zuhilfenahme", "unter zugrundelegung",
        "unter bezugnahme auf", "unter beifügung", "unter rückgabe",
    }
)  # fmt: skip


def reader_has_to(context: LetterContext, candidate: Candidate) -> bool:
    """*Bitte überweisen Sie den Betrag unter Angabe …*: in a letter the reader is to do it."""
    if not context.is_letter or _somebody_else_acts(candidate):
        return False
    head = predicates.clause_head(verb_of(candidate))
    subject, clause = predicates.subject(head), list(predicates.clause_tokens(head))
    if subject is not None and subject.lemma_.lower().endswith((*wordlists.ACTORS, *_AFFECTED)):
        return False
    if any(token.lemma_ in ("können", "dürfen", "mögen", "haben") for token in clause):
        return False  # one of several ways, or done
    helped = (token.lemma_ for token in clause if token.tag_[:2] in ("VA", "VM"))
    is_request = any(token.lemma_ in _REQUESTS for token in candidate.sentence)
    if any(token.tag_ == "VVPP" for token in clause) and not is_request:
        return False
    if any(predicates.feature(token, "Tense") == "Past" for token in clause):
        return False
    is_duty = bool({"sein", "müssen", "sollen"} & set(helped))
    return is_duty or is_request or any(token.text == "Sie" for token in clause)


_AFFECTED = ("betroffene", "angehörige", "beteiligte", "berechtigte", "erbe")
_REQUESTS = frozenset({"bitte", "bitten", "auffordern", "ersuchen", "erbitten"})


def _somebody_else_acts(candidate: Candidate) -> bool:
    """*Es genügt eine Nachricht der Betroffenen unter Angabe …*: not the reader."""
    first = next(iter(candidate.tokens()))
    if any(
        token.lower_ in ("vom", "von", "durch") and token.dep_ == "case" and token.head.tag_ == "NN"
        for token in candidate.sentence
    ):
        return True
    before = first.nbor(-1) if first.i else first
    is_owner = before.dep_ == "nmod" and predicates.case_word(before) is None
    return is_owner and before.lemma_.lower().endswith((*wordlists.ACTORS, *_AFFECTED))


@guard("view-out-of-window")
def view_out_of_window(context: LetterContext, candidate: Candidate) -> bool:
    """*ein Zimmer mit Blick auf den See*: a real view."""
    first = verb_of(candidate)
    is_view = candidate.text.lower() == "mit blick auf"
    return is_view and first.i > 0 and first.nbor(-1).tag_ in ("NN", "NE")
