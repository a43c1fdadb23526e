"""Offers for duties without a person: *Es ist erforderlich, dass …* → *Sie müssen …*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.impersonal import faithful, plain_infinitive
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Edit, TextRange

_NEEDS = (
    "bewilligung", "einwilligung", "erlaubnis", "freigabe", "genehmigung", "vereinbarung",
    "vollmacht", "zulassung", "zustimmung", "bestätigung", "erklärung", "übersetzung",
)  # fmt: skip
"""Feminine nouns one can need: *Sie brauchen eine Genehmigung.*"""


_OF_ACT = {
    "Abgabe": "Sie müssen … abgeben",
    "Abstimmung": "Sie müssen … mit uns absprechen",
    "Abmeldung": "Sie müssen … abmelden",
    "Anmeldung": "Sie müssen sich … anmelden",
    "Antrag": "Sie müssen … beantragen",
    "Antragstellung": "Sie müssen … beantragen",
    "Anzeige": "Sie müssen … melden",
    "Beglaubigung": "Sie müssen … beglaubigen lassen",
    "Begründung": "Sie müssen … begründen",
    "Begutachtung": "Sie müssen … begutachten lassen",
    "Einverständniserklärung": "Sie brauchen eine Einverständniserklärung",
    "Einwilligung": "Sie brauchen eine Einwilligung",
    "Ergänzung": "Sie müssen … ergänzen",
    "Erstantrag": "Sie müssen … beantragen",
    "Folgeantrag": "Sie müssen … neu beantragen",
    "Gegenunterschrift": "… muss mit unterschreiben",
    "Klarstellung": "Sie müssen … klarstellen",
    "Krankmeldung": "Sie müssen sich krankmelden",
    "Mithilfe": "Sie müssen mithelfen",
    "Mitteilung": "Sie müssen uns … mitteilen",
    "Mitwirkung": "Sie müssen mitwirken",
    "Nachreichung": "Sie müssen … nachreichen",
    "Nachweis": "Sie müssen … nachweisen",
    "Neuanmeldung": "Sie müssen sich … neu anmelden",
    "Neuantrag": "Sie müssen … neu beantragen",
    "Rücksprache": "Sie müssen mit uns sprechen",
    "Stellungnahme": "Sie müssen sich … äußern",
    "Teilnahme": "… muss teilnehmen",
    "Beantragung": "Sie müssen … beantragen",
    "Einreichung": "Sie müssen … einreichen",
    "Erscheinen": "Sie müssen selbst kommen",
    "Registrierung": "Sie müssen sich registrieren",
    "Rückmeldung": "Sie müssen … antworten",
    "Terminabsprache": "Sie müssen einen Termin vereinbaren",
    "Terminbuchung": "Sie müssen einen Termin buchen",
    "Terminvereinbarung": "Sie müssen einen Termin vereinbaren",
    "Ummeldung": "Sie müssen … ummelden",
    "Unterschrift": "Sie müssen … unterschreiben",
    "Untersuchung": "Sie müssen sich untersuchen lassen",
    "Voranmeldung": "Sie müssen sich vorher anmelden",
    "Vorlage": "Sie müssen … vorlegen",
    "Vorlegung": "Sie müssen … vorlegen",
    "Vorsprache": "Sie müssen selbst kommen",
    "Äußerung": "Sie müssen sich … äußern",
    "Übersetzung": "Sie brauchen eine Übersetzung",
    "Überweisung": "Sie müssen … überweisen",
}
"""What to do, for nouns that stand for an act of the reader."""

_ACTS = {
    "abmeldung": "Sie müssen … abmelden",
    "anmeldung": "Sie müssen … anmelden",
    "abstimmung": "Sie müssen … mit uns absprechen",
    "anzeige": "Sie müssen … anzeigen",
    "antrag": "Sie müssen … beantragen",
    "antrags": "Sie müssen … beantragen",
    "beglaubigung": "Sie müssen … beglaubigen lassen",
    "begründung": "Sie müssen … begründen",
    "berichtigung": "Sie müssen … berichtigen",
    "beurkundung": "Sie müssen … beurkunden lassen",
    "ergänzung": "Sie müssen … ergänzen",
    "klarstellung": "Sie müssen … klarstellen",
    "meldung": "Sie müssen … melden",
    "mitteilung": "Sie müssen … mitteilen",
    "mitwirkung": "Sie müssen … mitwirken",
    "nachreichung": "Sie müssen … nachreichen",
    "rücksprache": "Sie müssen … mit uns besprechen",
    "unterschrift": "Sie müssen … unterschreiben",
    "vorlage": "Sie müssen … vorlegen",
}
"""Nouns for which German has a plain verb."""


_NOBODY = {"rat": "Wer muss hier etwas tun? Sagen Sie es."}
_INDIRECT = {"rat": "Das klingt unpersönlich. Sagen Sie es direkt."}


@offer("name-the-duty")
def name_the_duty(context: LetterContext, candidate: Candidate) -> Offer:
    """*Sie müssen …*, *Sie brauchen eine …*, by what the sentence asks for."""
    suggestions, slots = _suggested(context, candidate)
    content = candidate.nodes.get("content")
    subject = predicates.subject(content) if content is not None else None
    is_named = (subject is not None and subject.text == "Sie") or _is_told_you(candidate)
    return suggestions, {**slots, **(_INDIRECT if is_named else _NOBODY)}


def _is_told_you(candidate: Candidate) -> bool:
    """*obliegt Ihnen, besteht für Sie die Pflicht*."""
    nodes = candidate.nodes
    return "you" in nodes or (
        "duty" in nodes and any(t.text == "Sie" for t in nodes["verb"].subtree)
    )


def _suggested(context: LetterContext, candidate: Candidate) -> Offer:
    duty = candidate.nodes.get("duty")
    if "you" in candidate.nodes or duty is not None:
        lemma = "" if duty is None else duty.lemma_.lower()
        return advice(_OF_DUTY.get(lemma, "Sie müssen …")), {}
    noun = candidate.nodes.get("noun")
    if noun is not None:
        return _need(context, candidate, noun)
    act = candidate.nodes.get("act")
    if act is not None:
        adjective = next((c for c in act.children if c.dep_ == "amod"), None)
        if act.text == "Erscheinen" and adjective is not None and adjective.lemma_ != "persönlich":
            return advice("Sie müssen … kommen"), {}
        return advice(_OF_ACT.get(act.text, "Sie müssen …")), {}
    content = candidate.nodes["content"]
    subject = predicates.subject(content)
    if subject is not None and subject.text == "Sie":
        sentence = _you_must(candidate, content, subject)
        if sentence is not None:
            whole = candidate.sentence
            edit = Edit(TextRange(whole.start_char, whole.end_char), sentence)
            return faithful(context, candidate, sentence, (edit,)), {}
        return advice("Sie müssen …"), {}
    if content.tag_ == "VVIZU":
        infinitive = plain_infinitive(content)
    elif any(child.tag_ == "PTKZU" for child in content.children):
        infinitive = content.lower_
    else:
        infinitive = None
    return advice(f"Sie müssen … {infinitive}" if infinitive else "Sie müssen …"), {}


def _need(context: LetterContext, candidate: Candidate, noun: Token) -> Offer:
    lemma = noun.lemma_.lower()
    if lemma.endswith("pflicht"):
        return advice(_OF_DUTY.get(lemma, "Sie müssen …")), {}
    label = next((text for end, text in _ACTS.items() if lemma.endswith(end)), None)
    if label is not None or not lemma.endswith(_NEEDS):
        return advice(label or "Sie brauchen …"), {}
    label = f"Sie brauchen eine {noun.text}"
    sentence = _you_need(candidate, noun)
    if sentence is None:
        return advice(label), {}
    whole = candidate.sentence
    edit = Edit(TextRange(whole.start_char, whole.end_char), sentence)
    return faithful(context, candidate, sentence, (edit,), ("SIE",)), {}


_OF_DUTY = {
    "genehmigungspflicht": "Sie brauchen eine Genehmigung",
    "erlaubnispflicht": "Sie brauchen eine Erlaubnis",
    "meldepflicht": "Sie müssen … melden",
    "anzeigepflicht": "Sie müssen … anzeigen",
    "anmeldepflicht": "Sie müssen … anmelden",
    "nachweispflicht": "Sie müssen … nachweisen",
    "mitteilungspflicht": "Sie müssen … mitteilen",
    "auskunftspflicht": "Sie müssen … Auskunft geben",
    "abgabepflicht": "Sie müssen … abgeben",
    "erklärungspflicht": "Sie müssen … erklären",
    "mitwirkungspflicht": "Sie müssen … mitwirken",
    "vorlagepflicht": "Sie müssen … vorlegen",
    "zustimmungspflicht": "Sie brauchen eine Zustimmung",
}


def _you_need(candidate: Candidate, noun: Token) -> str | None:
    """*Dafür bedarf es einer schriftlichen Zustimmung.* → *Dafür brauchen Sie eine …*."""
    if "es" not in candidate.nodes or predicates.feature(noun, "Number") != "Sing":
        return None
    verb, es = candidate.nodes["verb"], candidate.nodes["es"]
    words = [t for t in verb.sent if not t.is_space]
    if words[-1].text != "." or words[-2].i != noun.right_edge.i or noun.right_edge.i != noun.i:
        return None
    phrase = list(noun.subtree)
    determiner, *middle = phrase[:-1] or [noun]
    if determiner.lower_ != "einer" or any(t.tag_ != "ADJA" for t in middle):
        return None
    adjectives = [t.text[:-1] for t in middle]
    if any(not t.text.endswith("en") for t in middle):
        return None
    thing = " ".join(["eine", *adjectives, noun.text])
    if words[0].i == es.i and words[1].i == verb.i and words[2].i == determiner.i:
        return f"Sie brauchen {thing}."
    if verb.i + 1 == es.i and es.i + 1 == determiner.i:
        front = verb.doc[words[0].i : verb.i].text
        return f"{front} brauchen Sie {thing}."
    return None


def _you_must(candidate: Candidate, content: Token, subject: Token) -> str | None:
    """*Es ist erforderlich, dass Sie den Zähler melden.* → *Sie müssen den Zähler melden.*."""
    adjective = candidate.nodes["verb"]
    copula, es = candidate.nodes["aux"], candidate.nodes["es"]
    doc = adjective.doc
    words = [t for t in adjective.sent if not t.is_space]
    mark = next((c for c in content.children if c.lower_ == "dass"), None)
    if mark is None or mark.i != adjective.i + 2 or subject.i != mark.i + 1:
        return None
    if words[-1].text != "." or words[-2].i != content.i or content.tag_ not in _PLAIN_VERBS:
        return None
    if any(c.dep_ in ("aux", "aux:pass", "cop", "conj", "compound:prt") for c in content.children):
        return None
    if content.lower_ != content.lemma_ or content.lower_ == "sein":
        return None
    if words[0].i == es.i and words[1].i == copula.i:
        front = "Sie müssen"
    elif copula.i + 1 == es.i:
        front = f"{doc[words[0].i : copula.i].text} müssen Sie"
    else:
        return None
    adverbs = list(doc[max(copula.i, es.i) + 1 : adjective.i])
    if any(t.tag_ not in ("ADV", "PROAV") and t.lower_ not in _STRONG for t in adverbs):
        return None
    start = subject.i + 1
    while doc[start].tag_ in ("PPER", "PRF"):
        start += 1
    pronouns = [t.text for t in doc[subject.i + 1 : start]]
    rest = doc[start : content.i + 1].text
    return " ".join([front, *pronouns, *(t.text for t in adverbs), rest]) + "."


_PLAIN_VERBS = frozenset({"VVFIN", "VVINF"})
_STRONG = frozenset({"unbedingt", "zwingend", "dringend"})
