"""Senses of office words: in which of them the everyday word would not fit.

Each takes the first token of a place and the candidate and says whether another sense is meant.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate


def words(candidate: Candidate) -> set[str]:
    """Words of the sentence in lower case."""
    return {token.lower_ for token in candidate.sentence}


def lemmas(candidate: Candidate) -> set[str]:
    """Lemmas of the sentence in lower case."""
    return {token.lemma_.lower() for token in candidate.sentence}


def word_before(token: Token, steps: int = 1) -> Token | None:
    """The word some steps before, if it stands in the same sentence."""
    return token.nbor(-steps) if token.i - steps >= token.sent.start else None


def _after(candidate: Candidate) -> Token | None:
    last = list(candidate.tokens())[-1]
    return last.nbor() if last.i + 1 < last.sent.end else None


def names(*parts: str) -> Callable[[Token, Candidate], bool]:
    """Silent if a word of the sentence ends with one of the parts."""
    return lambda token, candidate: any(word.endswith(parts) for word in lemmas(candidate))


def lacks(*parts: str) -> Callable[[Token, Candidate], bool]:
    """Silent if no word of the sentence ends with one of the parts."""
    return lambda token, candidate: not any(word.endswith(parts) for word in lemmas(candidate))


def have_at_will(token: Token, candidate: Candidate) -> bool:
    """*frei über das Konto verfügen*: to do as one likes with it."""
    may = {"können", "dürfen", "mögen"}
    return "frei" in words(candidate) or not may.isdisjoint(lemmas(candidate))


def visit(token: Token, candidate: Candidate) -> bool:
    """*unter persönlicher Vorsprache*: *Besuch* would need another wording."""
    case = predicates.case_word(token)
    return token.dep_ == "nmod" or (case is not None and case.lower_ == "unter")


def pays(token: Token, candidate: Candidate) -> bool:
    """Without a helper *der den Beitrag entrichtet* is no participle at all."""
    if token.tag_ != "VVPP" or token.dep_ == "amod":
        return False
    return not any(child.tag_[:2] in ("VA", "VM") for child in (token.head, *token.children))


def beyond(token: Token, candidate: Candidate) -> bool:
    """*und darüber hinaus*, *darüber hinaus gehende Kosten*: beyond a measure, not *außerdem*."""
    before, after = word_before(token), _after(candidate)
    if after is None or after.tag_ in ("ADJA", "VVPP", "PTKVZ", "$."):
        return True
    if before is not None and (before.lemma_ in wordlists.NEGATORS or before.lower_ in _JOINING):
        return True
    return token.head.lemma_ in ("gehen", "hinausgehen", "hinausreichen", "reichen")


_JOINING = frozenset("und oder auch sowie".split())


def only(token: Token, candidate: Candidate) -> bool:
    """*nicht ausschließlich*, *unmittelbar und ausschließlich*: more than *nur*."""
    before, after = word_before(token), _after(candidate)
    beside = {word.lower_ for word in (before, after) if word is not None}
    return token.tag_ not in ("ADV", "ADJD") or bool(beside & (_JOINING | _NEARLY))


_NEARLY = frozenset("nicht fast nahezu beinahe überwiegend nur".split())


def predicative(token: Token, candidate: Candidate) -> bool:
    """Only *ist ersichtlich*; not *ersichtlich falsch*."""
    if token.tag_ == "ADJA":
        return False
    after = _after(candidate)
    if after is not None and after.tag_ in ("ADJA", "ADJD", "VVPP"):
        return True
    return not any(word.lemma_ in ("sein", "werden") for word in candidate.sentence)


def decisive(token: Token, candidate: Candidate) -> bool:
    """*die maßgebliche Grenze* is the one that applies; otherwise only in the predicate."""
    if token.tag_ == "ADJA":
        rules = ("grenze", "satz", "betrag", "regelung", "bestimmung", "vorschrift", "fassung")
        return not token.head.lemma_.lower().endswith(rules)
    return only_predicate(token, candidate)


def only_predicate(token: Token, candidate: Candidate) -> bool:
    """As an adverb only in the predicate; other uses are left to the edit."""
    return token.tag_ != "ADJD" or predicative(token, candidate)


def enough(token: Token, candidate: Candidate) -> bool:
    """*hinreichend bestimmt*, *hinreichende Aussicht*: words of law; *nicht hinreichend belegt*."""
    before, after = word_before(token), _after(candidate)
    if before is None or before.lower_ != "nicht" or after is None:
        return True
    return after.tag_ not in ("VVPP", "VVINF") or after.lower_ == "bestimmt"


def interests(token: Token, candidate: Candidate) -> bool:
    """*öffentliche Belange*, *in allen Belangen*: a term of building law; affairs."""
    case = predicates.case_word(token)
    other = any(
        (child.tag_ == "ADJA" and child.lemma_ not in ("schutzwürdig", "eigen", "geschützt"))
        or child.lower_.startswith("alle")
        for child in token.children
    )
    in_affairs = case is not None and case.lower_ == "in"
    return other or in_affairs or names("baugb", "träger")(token, candidate)


def use(token: Token, candidate: Candidate) -> bool:
    """*Inanspruchnahme öffentlicher Mittel* and of a person are terms of law."""
    dependents = {child.lemma_.lower() for child in token.children}
    if any(word.endswith(_CLAIMED) for word in dependents) or "als" in dependents:
        return True
    return any(word.endswith(("haften", "schuldner", "halter")) for word in lemmas(candidate))


_CLAIMED = (
    "mittel", "leistung", "sozialleistung", "rechtsschutz", "vertrauen", "störer", "hilfe",
    "pflichtige", "verpflichtete", "person", "kredit",
)  # fmt: skip


def needed(token: Token, candidate: Candidate) -> bool:
    """*geeignet, erforderlich und angemessen*, *erforderliche Kosten*: words of law."""
    if token.tag_ == "ADJA":
        return not token.head.lemma_.lower().endswith(_WANTED)
    if only_predicate(token, candidate) or names(*_PROPORTION)(token, candidate):
        return True
    near_reader = {word.text for word in candidate.sentence} & {"Sie", "Ihnen", "Ihr", "Ihre"}
    return not near_reader and lacks(*_WANTED)(token, candidate)


_WANTED = (
    "unterlage", "nachweis", "dokument", "formular", "angabe", "untersuchung", "papier",
    "information", "unterschrift", "termin", "bescheinigung", "material", "auskunft", "visum",
)  # fmt: skip
_PROPORTION = (
    "geeignet", "angemessen", "zumutbar", "verhältnismäßig", "maßnahme", "kosten", "eingriff",
    "mittel", "abwägung", "zweck", "schutz", "schutze",
)  # fmt: skip


def copy(token: Token, candidate: Candidate) -> bool:
    """Without an article *Durchschrift erhält …* cannot become *Kopie*."""
    plural = predicates.feature(token, "Number") == "Plur"
    return not plural and not any(child.dep_ == "det" for child in token.children)


def every(token: Token, candidate: Candidate) -> bool:
    """*Ihre sämtlichen Unterlagen*, *sämtlicher lautender Konten*: *alle* would not agree."""
    genitive = token.lower_ == "sämtlicher"
    return any(
        (child.dep_.startswith("det") and child.i < token.i)
        or (genitive and child.tag_ == "ADJA" and child.lower_.endswith("er"))
        for child in token.head.children
        if child is not token
    )


def separate(token: Token, candidate: Candidate) -> bool:
    """*ergeht gesonderter Bescheid*: *eigener* would need an article."""
    if not lemmas(candidate).isdisjoint(("vorbehalten", "bedürfen")):
        return True
    if token.tag_ != "ADJA":
        return False
    return not any(child.dep_ == "det" for child in token.head.children)


def equates(token: Token, candidate: Candidate) -> bool:
    """*stellt einen Verstoß dar* is *ist ein Verstoß*; a plan that *stellt … dar* shows."""
    if not predicates.finite(token) or "sich" in {child.lower_ for child in token.children}:
        return True
    subject = predicates.subject(token)
    objects = [child for child in token.children if child.dep_ == "obj"]
    if subject is None or subject.lemma_.lower().endswith(_SHOWING) or not objects:
        return True
    return not any(
        child.dep_ == "det" and child.lower_.startswith(("ein", "kein"))
        for child in objects[0].children
    )


_SHOWING = (
    "plan",
    "karte",
    "bild",
    "zeichnung",
    "grafik",
    "übersicht",
    "film",
    "wir",
    "ich",
    "sie",
)


def issued(token: Token, candidate: Candidate) -> bool:
    """Only *ergeht*: what *ergangen* is exists already."""
    subject = predicates.subject(token)
    if token.lower_ != "ergeht" or subject is None:
        return True
    papers = ("bescheid", "nachricht", "mitteilung", "rechnung", "einladung")
    decided = subject.lemma_.lower().endswith("entscheidung") and "folgend" in lemmas(candidate)
    return not decided and not subject.lemma_.lower().endswith(papers)


def looks_finite(token: Token, candidate: Candidate) -> bool:
    """*wird um Auskunft ersucht* is a participle, *Frau Demir benötigt:* none, whatever the tag."""
    helpers = {word.lemma_ for word in candidate.sentence} & {"werden", "haben", "sein"}
    if token.tag_ == "VVPP":
        return not helpers
    return token.tag_ == "VVFIN" and token.lower_.endswith("t") and "werden" in helpers


def on_demand(token: Token, candidate: Candidate) -> bool:
    """Only *auf Verlangen*."""
    before = word_before(token)
    return before is None or before.lower_ != "auf"


def fine(token: Token, candidate: Candidate) -> bool:
    """Only what *kann mit einer Geldbuße geahndet werden*."""
    may = token.lower_ == "geahndet" and "können" in lemmas(candidate)
    return not may or lacks("geldbuße", "bußgeld")(token, candidate)


def age(token: Token, candidate: Candidate) -> bool:
    """Only a year of life that is *vollendet*."""
    return not any(word.startswith("vollend") for word in words(candidate))


def by_post(token: Token, candidate: Candidate) -> bool:
    """*Verlust auf dem Postweg*; a clause behind it would belong to *Post*."""
    after = _after(candidate)
    return (after is not None and after.text == ",") or "verlust" in lemmas(candidate)


def so_far(token: Token, candidate: Candidate) -> bool:
    """*insoweit, als*; *insoweit 20 Euro*: to that extent, not *in this point*."""
    after = _after(candidate)
    if after is not None and after.tag_ == "ADJA":
        return True
    return "als" in words(candidate) or names("euro", "€", "eur")(token, candidate)


UNPAID = (
    "amt", "ehrenamtlich", "tätigkeit", "arbeit", "ausüben", "ausübung", "überlassung", "zuwendung",
    "übertragung", "übertragen", "erwerb", "tätig", "mitarbeit", "dienst", "überlassen",
)  # fmt: skip
