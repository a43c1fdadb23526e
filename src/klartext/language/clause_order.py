"""Turn a verb-last clause into a main clause, and a zu-infinitive into another form.

All functions take the tokens of one clause without its conjunction and its final mark, and
give ``None`` where the parse leaves a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from klartext.language.lexicon import Lexicon
from klartext.language.nominalisations import split_prefix

_FINITE = frozenset("VVFIN VAFIN VMFIN".split())
_MARKS = frozenset(",;:–—")
_WEAK_START = frozenset("nicht auch nur noch schon sich selbst gar".split())
_NOUN_PREPOSITIONS = frozenset("auf für von vom gegen über".split())
"""Prepositions that tie a phrase to the noun before it: *Ihr Antrag auf Wohngeld*."""
_FRONT_RELATIONS = frozenset("nsubj nsubj:pass obl advmod expl".split())


def verb_second(clause: Sequence[Token], lexicon: Lexicon) -> str | None:
    """*Ihr Ausweis fertig ist* → *Ihr Ausweis ist fertig*."""
    front = _front(clause)
    split = _finite(clause, lexicon)
    if front is None or split is None:
        return None
    finite, particle = split
    rest = [token for token in clause if token.i > front[-1].i][:-1]
    return _joined(text(front), finite, text(rest), particle)


def verb_first(clause: Sequence[Token], lexicon: Lexicon) -> str | None:
    """*Ihr Ausweis fertig ist* → *ist Ihr Ausweis fertig*, for a place behind an adverb."""
    split = _finite(clause, lexicon)
    if split is None or _front(clause) is None:
        return None
    finite, particle = split
    return _joined(finite, text(clause[:-1]), particle)


def infinitive(clause: Sequence[Token]) -> str | None:
    """*den Antrag online zu stellen* → *den Antrag online stellen*."""
    parts = _infinitive_parts(clause)
    if parts is None:
        return None
    before, particle, base = parts
    return _joined(before, particle + base)


def request(clause: Sequence[Token]) -> str | None:
    """*den Vordruck auszufüllen* → *füllen Sie den Vordruck aus*."""
    parts = _infinitive_parts(clause)
    if parts is None or clause[-1].tag_ not in ("VVIZU", "VVINF"):
        return None
    before, particle, base = parts
    return _joined(base, "Sie", before, particle)


def text(tokens: Sequence[Token]) -> str:
    """The words as they stand in the text."""
    return "".join(token.text_with_ws for token in tokens).strip()


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _finite(clause: Sequence[Token], lexicon: Lexicon) -> tuple[str, str] | None:
    """The one finite verb, which stands last: its form without the particle, and the particle."""
    finite = [token for token in clause if token.tag_ in _FINITE]
    if not finite and clause and clause[-1].tag_ == "VVINF":
        finite = [clause[-1]]  # *dass wir … absagen*: spelled like the infinitive
    if len(finite) != 1 or finite[0] != clause[-1]:
        return None
    if any(token.text in _MARKS for token in clause):
        return None
    form = finite[0].lower_
    readings = [
        item for item in lexicon.analyses(form) if item.has("VER", "PLU") or item.has("SIN")
    ]
    if finite[0].tag_ in ("VAFIN", "VMFIN"):
        return form, ""
    if not readings:
        return None
    joined = {item.has("NEB") for item in readings}
    if joined == {False}:
        return form, ""
    prefixes = {split_prefix(item.lemma, lexicon)[0] for item in readings}
    prefix = prefixes.pop() if len(prefixes) == 1 else ""
    if joined != {True} or not prefix or not form.startswith(prefix):
        return None
    return form.removeprefix(prefix), prefix


def _front(clause: Sequence[Token]) -> list[Token] | None:
    """The first constituent, if it may stand before the finite verb of a main clause."""
    if not clause:
        return None
    inside = {token.i for token in clause}
    heads = [token for token in clause if token.head.i not in inside or token.head == token]
    if len(heads) != 1:
        return None
    core = _predicate(heads[0])
    top = clause[0]
    while top not in core and top.head not in core:
        top = top.head
    if top in core or top.dep_ not in _FRONT_RELATIONS or clause[0].lower_ in _WEAK_START:
        return None
    if top.tag_ in ("PRF", "PPER", "PDS") and not top.dep_.startswith(("nsubj", "expl")):
        return None
    front = sorted((t for t in top.subtree if t.i in inside), key=lambda t: t.i)
    if [t.i for t in front] != list(range(clause[0].i, clause[0].i + len(front))):
        return None
    if len(front) >= len(clause) - (heads[0] != clause[-1]) or _loose_phrase(top, front):
        return None
    if _may_go_on(front[-1]):
        return None
    return front


def _predicate(head: Token) -> set[Token]:
    """The words that make up the predicate: *geschlossen bleibt*, *fertig ist*."""
    core, todo = {head}, [head]
    while todo:
        for child in todo.pop().children:
            if child.dep_ in ("xcomp", "aux", "aux:pass", "cop") and child not in core:
                core.add(child)
                todo.append(child)
    return core


def _loose_phrase(top: Token, front: Sequence[Token]) -> bool:
    """*Ihr Antrag im Mai*: a phrase that may belong to the verb as well."""
    own = next((t for t in top.children if t.dep_ == "case"), None)
    if top.dep_ != "obl":
        own = None
    return any(
        token.tag_ in ("APPR", "APPRART", "KOKOM", "PROAV")
        and token != own
        and token.lower_ not in _NOUN_PREPOSITIONS
        for token in front
    )


def _may_go_on(last: Token) -> bool:
    """*die Arbeit | ohne Erlaubnis*: what follows a noun may still belong to it."""
    return last.nbor().lower_ in ("ohne", "trotz", "während", "außerhalb", "innerhalb")


def _infinitive_parts(clause: Sequence[Token]) -> tuple[str, str, str] | None:
    """What stands before the verb, its particle, its base."""
    if len(clause) < 2 or any(token.text in _MARKS for token in clause):
        return None
    markers = [token for token in clause if token.tag_ in ("VVIZU", "PTKZU")]
    last = clause[-1]
    if len(markers) != 1 or any(token.tag_ in _FINITE for token in clause):
        return None
    if any(token.tag_ in ("VVPP", "KON", "VAINF", "VMINF") for token in clause[-3:]):
        return None
    if last.tag_ == "VVIZU":
        lemma = last.lemma_
        for cut in range(2, len(lemma) - 2):
            if f"{lemma[:cut]}zu{lemma[cut:]}" == last.lower_:
                return text(clause[:-1]), lemma[:cut], lemma[cut:]
        return None
    if last.tag_ != "VVINF" or markers[0] != clause[-2]:
        return None
    return text(clause[:-2]), "", last.lower_
