"""What to write for *unter Angabe der …*: an order to the reader, else the verb alone."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.long_prepositions import reader_has_to
from klartext.rules.guards.registry import verb_of
from klartext.rules.offers.registry import Offer, advice, offer

_ORDERS = {
    "unter angabe": ("Geben Sie dabei … an", "… und dabei … angeben"),
    "unter nennung": ("Nennen Sie dabei …", "… und dabei … nennen"),
    "unter beifügung": ("Legen Sie … bei", "… und … beilegen"),
    "unter vorlage": ("Legen Sie dabei … vor", "… und dabei … vorlegen"),
    "unter beachtung": ("Beachten Sie dabei …", "… und dabei … beachten"),
    "unter rückgabe": ("Geben Sie dabei … zurück", "… und dabei … zurückgeben"),
}
"""What to say to the reader, and of anybody else."""
_RECKONED = {
    "unter berücksichtigung": ("berücksichtigt", "berücksichtigen"),
    "unter anrechnung": ("anrechnet", "anrechnen"),
    "unter einbeziehung": ("einbezieht", "berücksichtigen"),
}
"""What is taken into account: in a result (*wenn man …*), and in an act (*und dabei …*)."""
_RESULTS = frozenset(
    """
    bleiben verbleiben ergeben betragen stehen gegenüberstehen belaufen errechnen fehlen
    entsprechen übersteigen erreichen decken ausreichen zumuten
    """.split()
)


@offer("plainer-phrase")
def plainer_phrase(context: LetterContext, candidate: Candidate) -> Offer:
    """*unter Angabe des Kassenzeichens* → *Geben Sie dabei … an*; never an edit."""
    text = candidate.text.lower()
    if text in _ORDERS:
        order, verb = _ORDERS[text]
        return advice(order if reader_has_to(context, candidate) else verb), {}
    if text in _RECKONED:
        finite, infinitive = _RECKONED[text]
        if _is_result(verb_of(candidate)):
            return advice(f"wenn man … {finite}"), {}
        return advice(f"… und dabei … {infinitive}"), {}
    return (), {}


def _is_result(word: Token) -> bool:
    """*bleiben 20 Euro*, *ist zumutbar*: nobody acts."""
    head = predicates.clause_head(word)
    return head.tag_[0] != "V" or predicates.full_lemma(head) in _RESULTS or head.lemma_ == "sein"
