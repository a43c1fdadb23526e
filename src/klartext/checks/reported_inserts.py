"""SA03: what somebody says, set into the sentence that answers it (*Ihr Einwand, …, ändert …*)."""

from __future__ import annotations

from spacy.tokens import Span, Token

from klartext.rules import predicates

_OPINIONS = (
    "ansicht", "argument", "auffassung", "behauptung", "einlassung", "einwand", "einwendung",
    "hinweis", "meinung", "vorbringen", "vorhalt", "vortrag",
)  # fmt: skip
"""What somebody says; the answer can follow in a sentence of its own."""
_SAYINGS = (
    *_OPINIONS, "angabe", "aussage", "darstellung", "erklärung", "feststellung", "mitteilung",
    "schilderung",
)  # fmt: skip
"""With *dass* the clause may say what is missing (*die Erklärung, dass …, fehlt*): it stays."""
_PRONOUNS = frozenset({"PPER", "ART", "PPOSAT", "PDAT", "PIAT", "NN", "NE", "PDS", "PIS"})


def reported_insert(sentence: Span) -> tuple[int, int] | None:
    """First and last token (exclusive) of the inserted saying, without its commas.

    *Ihr Einwand, die Miete sei zu hoch, ändert nichts*: a noun of saying, a clause of its own
    between two commas, and the verb of the sentence right behind it.
    """
    doc = sentence.doc
    for noun in sentence:
        if noun.tag_ != "NN" or not noun.lemma_.lower().endswith(_SAYINGS):
            continue
        if noun.i + 2 >= sentence.end or doc[noun.i + 1].text != ",":
            continue
        end = _end_of_saying(sentence, noun)
        if end is not None and _verb_follows(sentence, noun, end):
            return noun.i + 2, end
    return None


def _end_of_saying(sentence: Span, noun: Token) -> int | None:
    """The comma behind the saying; ``None`` where what follows is no such clause."""
    doc, start = sentence.doc, noun.i + 2
    is_that = doc[start].lower_ in ("dass", "daß")
    if is_that and not noun.lemma_.lower().endswith(_OPINIONS):
        return None
    if not is_that and doc[start].tag_ not in _PRONOUNS:
        return None
    for token in doc[start : sentence.end]:
        if token.text in (";", ":", "(", "„"):
            return None
        if token.text == ",":
            inside = [word for word in doc[start : token.i] if predicates.finite(word)]
            if len(inside) != 1:
                return None
            is_last = inside[0].i + 1 == token.i
            is_second = predicates.feature(inside[0], "Mood") == "Sub" or not is_last
            return token.i if (is_last if is_that else is_second) else None
    return None


def _verb_follows(sentence: Span, noun: Token, comma: int) -> bool:
    """Whether the main clause, that began with the noun, goes on with its finite verb."""
    doc = sentence.doc
    following = doc[comma + 1] if comma + 1 < sentence.end else None
    if following is None or following.tag_ in ("KOUS", "PWAV", "PRELS", "KON"):
        return False
    before = any(predicates.finite(token) for token in doc[sentence.start : noun.i])
    if not before:
        return predicates.finite(following)
    return any(
        token.tag_ in ("VVINF", "VVPP", "VVIZU", "PTKVZ") for token in doc[comma : sentence.end]
    ) and not any(token.text in (",", ";") for token in doc[comma + 1 : sentence.end])
