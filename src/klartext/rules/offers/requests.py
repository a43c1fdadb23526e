"""Offers for impersonal requests: *Es wird gebeten, …* → *Bitte …*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.requests import AWAITED
from klartext.rules.offers.impersonal import faithful, separated
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.rules.offers.sender import subject_and_verb
from klartext.types import Edit, Suggestion, TextRange

_ASK = "Bitten Sie direkt."
_VERB_OF_NOUN = {
    "Anmeldung": "melden Sie sich an",
    "Beachtung": "beachten Sie das",
    "Erscheinen": "kommen Sie",
    "Entschuldigung": "entschuldigen Sie das",
    "Geduld": "haben Sie Geduld",
    "Kenntnisnahme": "lesen Sie das",
    "Nachsicht": "haben Sie Nachsicht",
    "Rückmeldung": "antworten Sie",
    "Rückruf": "rufen Sie uns an",
    "Verständnis": "haben Sie Verständnis",
    "Voranmeldung": "melden Sie sich vorher an",
}
"""Requests whose noun stands alone."""

_VERB_WITH_OBJECT = {
    "Abgabe": "geben Sie {} ab",
    "Angabe": "geben Sie {} an",
    "Beachtung": "beachten Sie {}",
    "Begleichung": "zahlen Sie {}",
    "Beifügung": "fügen Sie {} bei",
    "Einhaltung": "halten Sie {} ein",
    "Einreichung": "reichen Sie {} ein",
    "Einsendung": "senden Sie uns {}",
    "Mitteilung": "teilen Sie uns {} mit",
    "Nachreichung": "reichen Sie {} nach",
    "Rückgabe": "geben Sie {} zurück",
    "Rücksendung": "senden Sie {} zurück",
    "Überweisung": "überweisen Sie {}",
    "Übersendung": "senden Sie uns {}",
    "Vorlage": "legen Sie {} vor",
    "Zahlung": "zahlen Sie {}",
    "Zusendung": "senden Sie uns {}",
}
"""Requests whose noun has an object: the polite imperative with a place for it."""

_GENITIVE_TO_ACCUSATIVE = {
    "der": "die", "dieser": "diese", "Ihrer": "Ihre", "aller": "alle", "beider": "beide",
}  # fmt: skip
"""Feminine and plural determiners; other genders would need the noun changed as well."""

_AWAITED = {
    "Antwort": "Bitte antworten Sie …",
    "Entscheidung": "Bitte entscheiden Sie …",
    "Erklärung": "Bitte erklären Sie uns …",
    "Mitteilung": "Bitte teilen Sie uns … mit",
    "Nachricht": "Bitte schreiben Sie uns …",
    "Rückantwort": "Bitte antworten Sie …",
    "Rückmeldung": "Bitte antworten Sie …",
    "Rücksendung": "Bitte senden Sie … zurück",
    "Stellungnahme": "Bitte schreiben Sie uns, was Sie dazu sagen",
    "Vorlage": "Bitte legen Sie … vor",
    "Vorsprache": "Bitte kommen Sie …",
    "Zahlung": "Bitte zahlen Sie …",
    "Zahlungseingang": "Bitte zahlen Sie …",
    "Zahlungsnachweis": "Bitte schicken Sie uns einen Beleg …",
    "Äußerung": "Bitte schreiben Sie uns, was Sie dazu sagen",
}
"""What an office waits for, as a request."""

_DEMANDS = frozenset(("auffordern",))
_THIRD_PERSON = frozenset("er sie ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen "
                          "seinem seiner seines".split())  # fmt: skip


@offer("ask-directly")
def ask_directly(context: LetterContext, candidate: Candidate) -> Offer:
    """What to write instead, by verb; a whole sentence where its parts are plain."""
    verb = candidate.nodes["verb"]
    lemma = predicates.full_lemma(verb)
    if verb.lower_ in AWAITED:
        return advice(_AWAITED.get(candidate.nodes["noun"].text, "Bitte … Sie …")), {"rat": _ASK}
    if lemma == "hinweisen":
        return advice("Bitte beachten Sie: …"), {"rat": "Sagen Sie es direkt."}
    if lemma in ("empfehlen", "anraten", "anregen"):
        return _we_advise(context, candidate), {"rat": "Sagen Sie, wer das rät."}
    if lemma in _DEMANDS:
        return advice("Sie müssen …", "Bitte … Sie … (höflicher, aber schwächer)"), {
            "rat": "Sagen Sie direkt, was die Person tun muss."
        }
    slots = {"rat": _ASK}
    if "noun" in candidate.nodes:
        return _from_noun(context, candidate), slots
    sentence = _from_infinitive(candidate)
    if sentence is None:
        return advice("Bitte … Sie …"), slots
    return _whole_sentence(context, candidate, sentence), slots


def _whole_sentence(
    context: LetterContext, candidate: Candidate, text: str
) -> tuple[Suggestion, ...]:
    whole = candidate.sentence
    edit = Edit(TextRange(whole.start_char, whole.end_char), text)
    return faithful(context, candidate, text, (edit,), ("SIE", "WIR"))


def _we_advise(context: LetterContext, candidate: Candidate) -> tuple[Suggestion, ...]:
    """*Es wird dringend empfohlen, …* → *Wir empfehlen Ihnen dringend, …*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    label = " ".join((*subject_and_verb(context, "empfehlen"), "Ihnen"))
    doc = verb.doc
    subject = auxiliary.nbor(-1) if auxiliary.i > verb.sent.start else auxiliary
    opens = subject.i == verb.sent.start and subject.lower_ == "es"
    follows = verb.i + 1 < len(doc) and doc[verb.i + 1].text == ","
    if not opens or not follows or predicates.full_lemma(verb) != "empfehlen":
        return advice(f"{label}, …")
    middle = list(doc[auxiliary.i + 1 : verb.i])
    if any(token.tag_ not in ("ADV", "ADJD", "PROAV") for token in middle):
        return advice(f"{label}, …")
    label = " ".join([label, *(token.text for token in middle)])
    edit = Edit(TextRange(subject.idx, verb.idx + len(verb)), label)
    return faithful(context, candidate, f"{label}, …", (edit,), ("SIE", "WIR", "ICH"))


def _from_noun(context: LetterContext, candidate: Candidate) -> tuple[Suggestion, ...]:
    """*Um Rückgabe der Mülltonne wird gebeten.* → *Bitte geben Sie die Mülltonne zurück.*."""
    noun, verb = candidate.nodes["noun"], candidate.nodes["verb"]
    dependents = [c for c in noun.children if c.dep_ not in ("case", "mark")]
    whole = [token for token in verb.sent if not token.is_space]
    plain = whole[-1].text == "." and whole[-2].i == verb.i and whole[0] == candidate.nodes["um"]
    if noun.text in _VERB_OF_NOUN and all(c.dep_ in ("det", "amod") for c in dependents):
        label = f"Bitte {_VERB_OF_NOUN[noun.text]}."
        if plain and not dependents and len(whole) == 5:
            return _whole_sentence(context, candidate, label)
        return advice(label)
    if noun.text not in _VERB_WITH_OBJECT:
        return advice("Bitte … Sie …")
    pattern = f"Bitte {_VERB_WITH_OBJECT[noun.text]}"
    if any(t.lower_ == "an" and t.dep_ == "case" for t in verb.sent):
        pattern = pattern.replace(" uns", "")  # an die Schule: not to the office that writes
    shape = pattern.format("…")
    thing = _accusative(dependents)
    inside = {t.i for t in noun.subtree} | {t.i for t in (whole[0], verb, whole[-1])}
    inside.add(candidate.nodes["aux"].i)
    if thing is None or not plain or {t.i for t in whole} != inside:
        return advice(shape)
    return _whole_sentence(context, candidate, pattern.format(thing) + ".")


def _accusative(dependents: list[Token]) -> str | None:
    """A bare genitive as accusative, where only the determiner changes."""
    if len(dependents) != 1 or dependents[0].dep_ != "nmod" or dependents[0].tag_ != "NN":
        return None
    noun = dependents[0]
    words = list(noun.subtree)
    determiner = _GENITIVE_TO_ACCUSATIVE.get(words[0].text)
    if determiner is None or words[0].head != noun or words[-1] != noun:
        return None
    number, gender = (predicates.feature(noun, name) for name in ("Number", "Gender"))
    plural, feminine = number == "Plur", (number, gender) == ("Sing", "Fem")
    adjectives = words[1:-1]
    if any(token.tag_ != "ADJA" or token.head != noun for token in adjectives):
        return None
    if not (plural or (feminine and not adjectives)):
        return None
    return " ".join([determiner, *(token.text for token in words[1:])])


def _from_infinitive(candidate: Candidate) -> str | None:
    """*Sie werden gebeten, das Formular auszufüllen.* → *Bitte füllen Sie das Formular aus.*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    content = candidate.nodes.get("content")
    if content is None or content.dep_ != "xcomp":
        return None
    words = [token for token in verb.sent if not token.is_space]
    before = [t for t in words if t.i < verb.i and t.i != auxiliary.i]
    if words[-1].text != "." or not _only_frame(before) or verb.nbor(1).text != ",":
        return None
    if content.tag_ == "VVIZU":
        parts = separated(content)
        start = content.i
    else:
        parts = ("", content.lemma_)
        start = content.i - 1
    if parts is None or (content.tag_ == "VVINF" and content.nbor(-1).tag_ != "PTKZU"):
        return None
    particle, base = parts
    doc = verb.doc
    middle = list(doc[verb.i + 2 : start])
    tail = list(doc[content.i + 1 : words[-1].i])
    if any(t.tag_ in ("VVIZU", "PTKZU") for t in [*middle, *tail]):
        return None
    if tail and tail[0].text != ",":
        return None
    if any(t.dep_ == "conj" and t.head is content for t in doc) or base == "sein":
        return None
    if any(t.lower_ in _THIRD_PERSON and not t.is_title for t in middle) or not middle:
        return None
    if any(t.text == "Sie" for t in middle):
        return None
    pieces = ["Bitte", base, "Sie", doc[verb.i + 2 : start].text, particle]
    return " ".join(piece for piece in pieces if piece) + doc[content.i + 1 : words[-1].i + 1].text


def _only_frame(words: list[Token]) -> bool:
    """Before the participle stand only subject and words that may fall: *daher, hiermit*."""
    return all(t.text in ("Sie", "sie", "Es", "es") or t.lower_ in _MAY_FALL for t in words)


_MAY_FALL = frozenset("daher deshalb hiermit darum höflich höflichst freundlich hierdurch".split())
