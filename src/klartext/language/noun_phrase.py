"""Put a whole noun phrase into another case: determiner, adjectives, noun, coordinated nouns.

Every form is looked up in the full-form lexicon; ``None`` wherever it leaves a choice or the
phrase holds something the tables do not know.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from klartext.language.declension import (
    ADJECTIVE_ENDINGS,
    Declension,
    Determiner,
    Place,
    adjective_ending,
    determiner,
    phrase_places,
)
from klartext.language.inflection import NOUN, Cell, analyse
from klartext.language.lexicon import Lexicon

_INVARIABLE = frozenset("ADV ADJD CARD PTKNEG PTKA KON $,".split())
_LIKE_ARTICLE = frozenset("ART PPOSAT PDAT PIAT".split())


@dataclass(frozen=True, slots=True)
class _Parts:
    noun: Token
    determiner: Token | None
    adjectives: tuple[Token, ...]
    coordinated: tuple[Token, ...]


def first_token(noun: Token) -> Token:
    """Where the phrase of a noun begins, its preposition left out."""
    inside = [t for t in noun.subtree if t.i < noun.i and t.dep_ != "case"]
    case = max((t.i for t in noun.children if t.dep_ == "case" and t.i < noun.i), default=-1)
    return min((t for t in inside if t.i > case), key=lambda t: t.i, default=noun)


def in_case(noun: Token, old: tuple[str, ...], new: str, lexicon: Lexicon) -> dict[int, str] | None:
    """New forms of the words of a noun phrase.

    Args:
        noun: head of the phrase.
        old: cases the phrase can stand in now (``Nom``, ``Gen``, ``Dat``, ``Acc``).
        new: case it shall stand in.
        lexicon: full-form lexicon.

    Returns:
        Index of a token → its new form, for every declined word, changed or not; ``None`` if
        a form is not certain.
    """
    parts = _parts(noun)
    if parts is None:
        return None
    forms = _phrase_in_case(parts, old, new, lexicon)
    for other in parts.coordinated:
        own = _parts(other)
        if forms is None or own is None or own.coordinated:
            return None
        more = _phrase_in_case(own, old, new, lexicon, shared=own.determiner is None)
        if more is None:
            return None
        forms |= more
    return forms


def _parts(noun: Token) -> _Parts | None:
    if noun.tag_ != "NN":
        return None
    article: Token | None = None
    adjectives: list[Token] = []
    coordinated: list[Token] = []
    for child in noun.children:
        if child.dep_ == "conj":
            if child.tag_ != "NN" or child.i < noun.i:
                return None
            coordinated.append(child)
        elif child.i > noun.i:
            if child.dep_ in ("appos", "flat", "flat:name") and child.tag_ == "NN":
                return None
        elif child.dep_ == "det" and child.tag_ in _LIKE_ARTICLE:
            if article is not None:
                return None
            article = child
        elif child.tag_ == "ADJA":
            adjectives.append(child)
            adjectives += [t for t in child.children if t.dep_ == "conj" and t.tag_ == "ADJA"]
        elif child.dep_ == "case" or child.tag_ in ("APPR", "APPRART"):
            continue
        elif child.tag_ not in _INVARIABLE:
            return None
    start = first_token(noun)
    return _Parts(
        noun,
        article,
        tuple(sorted((t for t in adjectives if t.i >= start.i), key=lambda t: t.i)),
        tuple(coordinated),
    )


def _phrase_in_case(
    parts: _Parts, old: tuple[str, ...], new: str, lexicon: Lexicon, *, shared: bool = False
) -> dict[int, str] | None:
    known: Determiner | None = None
    form = None
    if parts.determiner is not None:
        form = parts.determiner.lower_
        known = determiner(form) or _quantifier(form)
        if known is None:
            return None
    declension: Declension = known.declension if known else "strong"
    if shared and parts.adjectives:
        return None
    endings = [adjective_end(token) for token in parts.adjectives]
    if None in endings:
        return None
    cells = noun_cells(parts.noun.text, lexicon)
    if any(cell.declined_as_adjective for cell in cells):
        return None
    article = form if known is None or determiner(form or "") is not None else None
    places = phrase_places(
        article,
        [e for e in endings if e] if article is not None or known is None else [],
        [Place(c.case or "", c.number or "", c.gender) for c in cells],
    )
    if known is not None and article is None:
        places = frozenset(p for p in places if p in _general(known.places(form or ""), places))
    bare = known is None and not parts.adjectives
    found: set[tuple[tuple[int, str], ...]] = set()
    for cell in cells:
        place = Place(cell.case or "", cell.number or "", cell.gender)
        if place not in places or not (cell.case in old or (bare and cell.case == new)):
            continue
        target = Place(new, place.number, place.gender)
        noun_form = noun_in_case(parts.noun.text, cell, new, lexicon)
        if noun_form is None:
            return None
        forms = {parts.noun.i: noun_form}
        if parts.determiner is not None and known is not None:
            article_form = known.form(target)
            if article_form is None:
                return None
            forms[parts.determiner.i] = _with_capital(parts.determiner.text, article_form)
        ending = adjective_ending(declension, target)
        for token in parts.adjectives:
            old_ending = adjective_end(token)
            if old_ending is None or ending is None:
                return None
            forms[token.i] = token.text.removesuffix(old_ending) + ending
        found.add(tuple(sorted(forms.items())))
    return dict(found.pop()) if len(found) == 1 else None


def _quantifier(form: str) -> Determiner | None:
    """*alle*, which the closed tables of determiners leave out."""
    return Determiner("dieser", "all") if form in ("alle", "aller", "allen", "allem") else None


def _general(known: frozenset[Place], wanted: frozenset[Place]) -> frozenset[Place]:
    return frozenset(
        place
        for place in wanted
        if (Place(place.case, "Plur") if place.number == "Plur" else place) in known
    )


def adjective_end(token: Token) -> str | None:
    """The declined ending of an adjective form, ``None`` if it has none."""
    return next((e for e in ADJECTIVE_ENDINGS if token.lower_.endswith(e)), None)


def noun_cells(form: str, lexicon: Lexicon) -> tuple[Cell, ...]:
    """Cells a noun can fill; a compound fills those of its last part."""
    cells = analyse(lexicon, form, NOUN)
    if cells:
        return cells
    head = lexicon.compound_head(form)
    return analyse(lexicon, head, NOUN) if head else ()


def noun_in_case(form: str, cell: Cell, case: str, lexicon: Lexicon) -> str | None:
    """The noun in another case of the same number; ``None`` if the lexicon knows no such form."""
    head = form
    if not analyse(lexicon, form, NOUN):
        head = lexicon.compound_head(form) or form
    front = form[: len(form) - len(head)]
    lemma = cell.lemma
    if cell.number == "Sing" and case == "Gen":
        candidates = [lemma + "s", lemma + "es", head, lemma]
        if cell.case == "Gen":
            candidates.insert(0, head)
    elif cell.number == "Sing":
        candidates = [lemma, head, lemma + "n", lemma + "en"]
    else:
        candidates = [head, head.removesuffix("n"), head + "n"]
    for candidate in candidates:
        if any(
            (c.lemma, c.case, c.number, c.gender) == (lemma, case, cell.number, cell.gender)
            for c in analyse(lexicon, candidate, NOUN)
        ):
            joined = front and not front.endswith("-")
            return front + (candidate[:1].lower() + candidate[1:] if joined else candidate)
    return None


def _with_capital(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def written(noun: Token, forms: dict[int, str]) -> str:
    """The phrase from its first word to the end of its last declined word, with new forms."""
    doc = noun.doc
    start, end = first_token(noun).i, max([noun.i, *forms])
    return "".join(
        forms.get(t.i, t.text) + (t.whitespace_ if t.i < end else "") for t in doc[start : end + 1]
    )
