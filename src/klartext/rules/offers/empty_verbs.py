"""The verb that hides in a noun: *Die Auszahlung erfolgt* → *Wir zahlen … aus*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.glossary.fidelity import is_faithful
from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import split_prefix
from klartext.language.noun_phrase import in_case, written
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.empty_verbs import hidden_verb_of
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.rules.offers.sender import subject_and_verb
from klartext.types import Applicability, Edit, Suggestion, TextRange

_PLAINER = {
    "auskehrung": "auszahlen", "bescheidung": "entscheiden", "entrichtung": "zahlen",
    "instandsetzung": "reparieren", "unterrichtung": "informieren",
}  # fmt: skip
"""Where the verb in the noun is no plainer, or another one."""
_EITHER = frozenset({"zahlen", "bezahlen", "überweisen"})
"""Money goes both ways: *Die Zahlung erfolgt zum Ersten* may speak of the office."""


@offer("hidden-verb")
def hidden_verb(context: LetterContext, candidate: Candidate) -> Offer:
    """The sentence with the verb itself where all is certain, else how it begins."""
    verb, noun = candidate.nodes["verb"], candidate.nodes["noun"]
    lexicon = open_lexicon(LEXICON)
    base = hidden_verb_of(noun)
    if base is None:
        return (), {}
    prefix, stem = split_prefix(base, lexicon)
    slots = {"nomen": noun.text}
    base = next((v for end, v in _PLAINER.items() if noun.lemma_.lower().endswith(end)), base)
    if verb.lemma_ == "unterbleiben" or _is_denied(verb, noun):
        if base.startswith("sich "):
            return advice(f"sich nicht {base[5:]}"), slots
        return advice(f"… nicht {base}"), slots
    if base.startswith("sich "):
        return advice(base), slots
    is_sender = base in wordlists.SENDER_VERBS and base not in wordlists.READER_VERBS
    if is_sender and not _is_done_online(candidate):
        rebuilt = _with_sender(context, candidate, stem, prefix)
        if rebuilt is not None:
            return (_judged(context, candidate, rebuilt),), slots
    doer = None if _is_done_online(candidate) else _likely_doer(verb, base)
    if doer is None:
        return advice(f"… {base}"), slots
    if doer == "Wir" and not context.is_letter:
        return advice(f"… {base}"), slots
    if doer == "Wir":
        doer, stem = subject_and_verb(context, stem)
    return advice(" ".join([doer, stem, "…", prefix]).strip()), slots


def _is_denied(verb: Token, noun: Token) -> bool:
    """*erfolgt nicht*, *keine Anrechnung*; not what a clause before or beside it denies."""
    if any(child.dep_ == "det" and child.lower_.startswith("kein") for child in noun.children):
        return True
    no = next((child for child in verb.children if child.lower_ == "nicht"), None)
    if no is None or (no.i + 1 < len(no.doc) and no.nbor().tag_ in ("APPR", "APPRART")):
        return False  # *nicht mit diesem Visum*: the act itself took place
    first, last = sorted((no.i, noun.i))
    if predicates.finite(verb) and noun.i < verb.i < no.i:
        first = verb.i  # an addition between commas may stand before: *Eine Speicherung, … erfolgt*
        last = no.i
    return not any(token.text == "," for token in noun.doc[first + 1 : last])


def _is_done_online(candidate: Candidate) -> bool:
    """*Mit dem Klick erfolgt die Registrierung*: neither office nor reader alone."""
    words = {token.lemma_.lower() for token in candidate.sentence}
    return bool(words & {"klick", "klicken", "button", "taste", "portal", "automatisch", "online"})


def _likely_doer(verb: Token, base: str) -> str | None:
    """*Wir* or *Sie* where the sentence names nobody else; ``None`` where it is a guess."""
    if not predicates.finite(verb) or verb.dep_ != "ROOT":
        return None
    subject = predicates.subject(verb)
    if verb.lemma_ != "erfolgen":
        is_person = subject is not None and subject.lower_ in ("wir", "sie")
        is_plural = predicates.feature(verb, "Number") == "Plur"
        return subject.text.capitalize() if is_person and is_plural and subject else None
    if subject is None or any(_may_be_doer(child, subject) for child in verb.children):
        return None
    if sum(predicates.finite(token) for token in verb.sent) != 1:
        return None
    is_sender, is_reader = base in wordlists.SENDER_VERBS, base in wordlists.READER_VERBS
    if is_sender == is_reader or base in _EITHER:
        return None
    return "Wir" if is_sender else "Sie"


def _with_sender(
    context: LetterContext, candidate: Candidate, stem: str, prefix: str
) -> str | None:
    """*Die Auszahlung der Beihilfe erfolgt im Mai* → *Wir zahlen die Beihilfe im Mai aus*."""
    sentence, verb, noun = candidate.sentence, candidate.nodes["verb"], candidate.nodes["noun"]
    subject, form = subject_and_verb(context, stem)
    tokens = [t for t in sentence if not t.is_space]
    if verb.lemma_ != "erfolgen" or verb.lower_ not in ("erfolgt", "erfolgen") or len(tokens) < 4:
        return None
    if verb.dep_ != "ROOT" or tokens[-1].text != "." or any(t.text in ",;:()–" for t in tokens):
        return None
    if sum(predicates.finite(t) for t in tokens) != 1 or noun.dep_ != "nsubj":
        return None
    owner = _owner(noun)
    if owner is None:
        return None
    if any(_may_be_doer(child, noun) for child in verb.children):
        return None
    forms = in_case(owner, ("Gen",), "Acc", open_lexicon(LEXICON))
    if forms is None:
        return None
    left, right = noun.left_edge.i, noun.right_edge.i
    last = max([owner.i, *forms])
    thing = written(owner, forms)
    if last < right:
        thing += " " + noun.doc[last + 1 : right + 1].text
    if right + 1 == verb.i and left == sentence.start:
        rest = noun.doc[verb.i + 1 : tokens[-1].i].text
        words = [subject, form, thing, rest, prefix]
    elif left == verb.i + 1 and verb.i > sentence.start:
        rest = noun.doc[right + 1 : tokens[-1].i].text
        front = noun.doc[sentence.start : verb.i].text
        words = [front, form, subject.lower(), thing, rest, prefix]
    else:
        return None
    return " ".join(word for word in words if word) + "."


def _owner(noun: Token) -> Token | None:
    """The one genitive behind the noun, if the noun carries nothing else but an article."""
    owner = None
    for child in noun.children:
        if child.dep_ == "det" and child.tag_ == "ART" and child.i < noun.i:
            continue
        is_genitive = (
            child.dep_ == "nmod"
            and child.i > noun.i
            and child.tag_ == "NN"
            and predicates.case_word(child) is None
        )
        if not is_genitive or owner is not None:
            return None
        owner = child
    if owner is None or not any(c.dep_ == "det" for c in owner.children):
        return None
    return owner


def _may_be_doer(child: Token, noun: Token) -> bool:
    """*durch die Kasse*, *von Ihnen*: somebody else acts."""
    if child == noun:
        return False
    preposition = predicates.case_word(child)
    named = preposition is not None and preposition.lemma_ in ("durch", "von", "seitens", "über")
    return named or child.dep_ in ("obl:agent", "obj", "iobj", "nsubj", "xcomp", "advcl", "conj")


def _judged(context: LetterContext, candidate: Candidate, text: str) -> Suggestion:
    whole = candidate.sentence
    edit = Edit(TextRange(whole.start_char, whole.end_char), text)
    if not is_faithful(whole.text, text, context.glossary.legal_forms, ("WIR", "ICH")):
        return Suggestion(text, (), Applicability.SHOW)
    return Suggestion(text, (edit,), Applicability.REVIEW)
