"""What to write for a chancery word, and whether the sentence can do without it."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.glossary import Action
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Applicability, Edit, Suggestion

_CAN_GO = frozenset(
    """
    anbei anliegend obig untenstehend obenstehend nachstehend vorbezeichnet vorerwähnt hiesig
    hier hierbei hierdurch hiermit hierzu diesbezüglich inliegend einliegend
    """.split()
)
"""Words a sentence mostly does without."""

_RELATIVES = {
    "welcher": "der", "welche": "die", "welches": "das", "welchem": "dem",
}  # fmt: skip


@offer("chancery-word")
def chancery_word(context: LetterContext, candidate: Candidate) -> Offer:
    """Fill ``{rat}``: leave the word out, or which word to write instead."""
    suggestions = candidate.suggestions
    token = next(iter(candidate.tokens()))
    term = candidate.entry if candidate.hit is None else candidate.hit.entry.term
    other = _wording(term or "", token, candidate)
    if isinstance(other, str):
        suggestions = advice(other)
    elif other is not None:
        suggestions = (other,)
    label = suggestions[0].label if suggestions else ""
    if not label or label.startswith(("ohne „", "weglassen")):
        return suggestions, {"rat": "Lassen Sie es weg."}
    deletes = candidate.hit is not None and candidate.hit.entry.with_action(Action.DELETE)
    if deletes or term in _CAN_GO:
        return suggestions, {"rat": f"Lassen Sie es weg oder schreiben Sie „{label}“."}
    return suggestions, {"rat": f"Schreiben Sie besser „{label}“."}


def _wording(term: str, token: Token, candidate: Candidate) -> str | Suggestion | None:
    """The wording for this place, ``None`` where the glossary knows it."""
    if term == "wollen sie":
        return "Bitte …"
    if term == "welcher":
        return _relative(token, candidate)
    if term == "derselbe":
        return "davon" if token.dep_ == "nmod" else "er, sie oder es"
    if term in ("unbenommen", "anheim", "anheimstellen"):
        yours = any(word.text == "Ihnen" for word in candidate.sentence)
        if term == "unbenommen":
            return "Sie können …" if yours else "… kann …"
        return "Sie können selbst entscheiden" if yours else "… kann selbst entscheiden"
    if term in ("letztgenannt", "erstgenannt", "ersterer"):
        return _this(token)
    if term == "derjenige":
        return _who(token)
    return None


def _relative(token: Token, candidate: Candidate) -> str | Suggestion:
    """*welches*: *das*; *welchen* is *den* or, in the plural, *denen*."""
    form = _RELATIVES.get(token.lower_)
    if form is None:
        return "den oder denen"
    after = token.nbor() if token.i + 1 < token.sent.end else None
    if after is not None and after.lower_ == form:
        return form
    return Suggestion(form, (Edit(candidate.ranges[0], form),), Applicability.REVIEW)


def _this(token: Token) -> str:
    """*Letztere*: *diese*, with the ending the word has; before a noun the article decides."""
    if token.tag_ == "ADJA":
        return "dieser, diese oder dieses"
    for ending in ("er", "es", "em", "en", "e"):
        if token.lower_.endswith(ending):
            return f"dies{ending}"
    return "dieser"


def _who(token: Token) -> str:
    """*derjenige, der*: *wer*; before a noun the article is enough."""
    after = token.nbor() if token.i + 1 < token.sent.end else None
    if after is not None and after.text == ",":
        return "wer" if token.lower_ == "derjenige" else "die Person, die …"
    return token.lower_[:3]
