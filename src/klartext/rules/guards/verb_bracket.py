"""*ist … vorzulegen* where the parse ties the two verbs to other words: the form decides."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.clauses import between
from klartext.rules.guards.registry import guard, verb_of

MANNER = frozenset(
    """
    ausgefüllt ausschließlich dauerhaft deutlich eigenhändig einzeln elektronisch erneut fachgerecht
    fernmündlich formlos fristgemäß fristgerecht frühzeitig gemeinsam geschlossen gesondert getrennt
    gleichzeitig jährlich jederzeit lesbar leserlich lückenlos maschinell monatlich mündlich
    nachträglich ordnungsgemäß persönlich rechtzeitig regelmäßig sauber schriftlich separat sichtbar
    sofort täglich telefonisch umfassend umgehend unaufgefordert unmittelbar unterschrieben
    unterzeichnet unverzüglich vollständig vorab vorrangig wahrheitsgemäß wöchentlich zeitgleich
    zusätzlich zwingend
    """.split()
)
"""How something is to be done; the parse may take such a word for the predicate."""

_MORE_ACTS = frozenset(
    """
    abliefern anbringen anzeigen aufbewahren aushändigen aushängen beantworten benachrichtigen
    beseitigen bezahlen darlegen einsetzen einstellen entfernen entsorgen erbringen erstatten
    freihalten herausgeben nachkommen reinigen richten räumen sichern stellen unterlassen
    veranlassen verwenden vornehmen zurückreichen zurückzahlen übersenden
    """.split()
)
"""Acts besides those of the reader that nobody could take for a state."""
_ENDS = frozenset(".;:!,")
_PREDICATES = frozenset({"ADJD", "VVPP", "PTKA", "KOUI", "VVIZU", "PTKZU", "VVINF"})
_INSERTS = 2
"""One inserted group stands between two commas."""


def closes_bracket(candidate: Candidate) -> bool:
    """Whether *ist* and an act of the reader open and close one main clause.

    Nothing between them may govern the infinitive, and commas only set off one insertion.
    """
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if not auxiliary.i < verb.i or not _is_act(verb):
        return False
    end = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if end is not None and end.text not in _ENDS and end.tag_ != "KON":
        return False
    before = auxiliary.nbor(-1) if auxiliary.i > verb.sent.start else None
    if before is None or before.lower_ == "es":
        return False
    words = [token for token in between(auxiliary, verb) if token.tag_ != "PTKZU"]
    commas = [n for n, token in enumerate(words) if token.text == ","]
    if len(commas) not in (0, _INSERTS) or any(token.lower_ == "es" for token in words):
        return False
    if commas:
        inside = words[commas[0] + 1 : commas[1]]
        words = words[: commas[0]] + words[commas[1] + 1 :]
        if not words or not _is_insertion(inside):
            return False
    return not any(_is_predicate(token) for token in words)


def _is_act(verb: Token) -> bool:
    return predicates.is_reader_verb(verb) or verb.lemma_ in _MORE_ACTS


def _is_predicate(token: Token) -> bool:
    if token.tag_ in _PREDICATES:
        return token.lower_ not in MANNER and token.head.tag_ != "ADJA"
    return predicates.finite(token) or token.tag_ in ("PRELS", "KOUS", "PWAV", "PWS")


def _is_insertion(words: list[Token]) -> bool:
    """*soweit noch nicht geschehen*, *Herrn Wolf*: a condition, or no verb at all."""
    if any(token.tag_ in ("VVIZU", "PTKZU") for token in words):
        return False
    return words[:1] != [] and (
        words[0].tag_ == "KOUS" or not any(token.tag_[0] == "V" for token in words)
    )


@guard("bracket-open")
def bracket_open(context: LetterContext, candidate: Candidate) -> bool:
    """*ist* and the infinitive hang on other words and do not close a bracket, or in no letter."""
    verb, auxiliary = verb_of(candidate), candidate.nodes["aux"]
    if "manner" in candidate.nodes or auxiliary.head == verb or verb.head == auxiliary:
        return False
    return not (context.is_letter and closes_bracket(candidate))
