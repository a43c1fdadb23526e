"""What *ist zu* says with verbs of perceiving and judging: no duty, but often stiff German."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of

_PERCEPTION = frozenset(
    """
    erwarten sehen finden hoffen lesen entnehmen erkennen befürchten vermuten bemerken erreichen
    haben merken beobachten spüren hören unterscheiden vergleichen verstehen sagen verzeichnen
    verdanken tun bedenken wünschen rechnen schaffen begrüßen bedauern ersehen klären
    verstehen kriegen machen holen retten loben tadeln betonen konstatieren empfehlen ansehen
    zurechnen lösen anwenden beschreiben zuordnen erklären
    anerkennen anlasten anmerken annehmen anlegen ausgehen beimessen bejahen entgegenhalten
    feststellen festhalten legen verneinen vorwerfen zugutehalten zumuten zurückführen zuschreiben
    """.split()
)
"""What one perceives or judges; nobody is told to do it."""

_MADE_PLAIN = frozenset("glaubhaft kenntlich geltend zugänglich".split())
"""*glaubhaft zu machen* is an act."""
_NO_MUZZLE = ("maßstab", "kriterium", "maßstäbe", "maß", "strenge", "anforderung")
"""What one lays down in a judgment; a muzzle or a list is laid on or made."""


@guard("perception-infinitive")
def perception(context: LetterContext, candidate: Candidate) -> bool:
    """*ist zu erwarten, zu sehen, zu finden*: no duty at all; *zu beachten ist, dass* a note."""
    verb = verb_of(candidate)
    is_note = verb.lemma_ in ("beachten", "berücksichtigen") and any(
        child.dep_ in ("ccomp", "csubj") for child in verb.children
    )
    if is_note:
        return True
    lemma = predicates.full_lemma(verb)
    if lemma not in _PERCEPTION:
        return False
    return not (plainer(context, candidate) or (context.is_letter and _is_act(candidate, lemma)))


def _is_act(candidate: Candidate, lemma: str) -> bool:
    """*sind glaubhaft zu machen*, *Folgende Fragen sind zu klären*, *ein Maulkorb anzulegen*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    subject = predicates.subject(verb) or predicates.subject(auxiliary)
    match lemma:
        case "machen":
            before = [t for t in verb.doc[max(0, verb.i - 2) : verb.i] if t.tag_ != "PTKZU"]
            return bool(before) and before[-1].lower_ in _MADE_PLAIN
        case "klären":
            return subject is not None and subject.tag_ == "NN"
        case "anlegen":
            return subject is not None and not subject.lemma_.lower().endswith(_NO_MUZZLE)
    return False


def plainer(context: LetterContext, candidate: Candidate) -> str | None:
    """What says the same in everyday German: *ist zu entnehmen* → *steht in*; letters only."""
    if not context.is_letter:
        return None
    verb = verb_of(candidate)
    was = candidate.nodes["aux"].lower_ in ("war", "waren")
    match predicates.full_lemma(verb):
        case "verzeichnen":
            return f"es {'gab' if was else 'gibt'} {'kein ' if _denied(verb) else ''}…"
        case "verneinen":
            return "… liegt nicht vor"
        case "entnehmen":
            return "… steht in …" if _in_a_paper(verb) else None
        case "zurückführen":
            return "… liegt an …" if _goes_back_to(verb) else None
        case "beanstanden":
            return f"… {'war' if was else 'ist'} {'' if _denied(verb) else 'nicht '}in Ordnung"
    return None


def _denied(verb: Token) -> bool:
    clause = predicates.clause_tokens(predicates.clause_head(verb))
    return any(token.lemma_ in wordlists.NEGATORS for token in clause)


_PAPERS = (
    "akte", "anlage", "anlagen", "antrag", "aufstellung", "auszug", "bericht", "bescheid",
    "bescheinigung", "blatt", "brief", "gutachten", "internet", "karte", "liste", "merkblatt",
    "plan", "protokoll", "rechnung", "schreiben", "seite", "tabelle", "unterlage", "unterlagen",
    "verlauf", "verzeichnis", "vordruck", "zeugnis", "übersicht",
)  # fmt: skip


def _in_a_paper(verb: Token) -> bool:
    """*Dem Merkblatt ist zu entnehmen*: what stands in a paper one holds in hand."""
    return any(
        child.tag_ == "NN"
        and child.lemma_.lower().endswith(_PAPERS)
        and child.dep_ in ("iobj", "obj", "obl", "obl:arg", "nsubj", "nsubj:pass")
        for child in verb.children
    )


def _goes_back_to(verb: Token) -> bool:
    """*auf … zurückzuführen*, *darauf, dass …*."""
    return any(token.lower_ in ("auf", "darauf", "worauf", "hierauf") for token in verb.subtree)
