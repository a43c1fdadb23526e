"""SA15: nouns in the genitive, one behind the other (*die Höhe der Gebühren der Nutzung …*)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from klartext.checks.registry import check
from klartext.glossary.model import Kind
from klartext.language.lexicon import open_lexicon
from klartext.language.nominalisations import base_verb
from klartext.language.parse import ParsedBlock
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.rules.stretches import quoted, range_of
from klartext.types import Applicability, Measure, Suggestion, TextRange

_GENITIVE_ARTICLES = frozenset(
    """
    der des dieser dieses jener jenes aller einer eines keiner keines
    ihrer ihres seiner seines unserer unseres meiner meines deren dessen jeder jedes
    """.split()
)
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
_NAMES = (
    "bank", "bund", "union", "verband", "gemeinschaft", "körperschaft", "justiz", "familie",
    "versammlung", "ausschuss", "vorstand", "gremium", "kammer", "rat", "kommission",
)  # fmt: skip
_NO_HEADS = ("grund", "zweck", *_NAMES)
"""*auf Grund, zum Zwecke* are prepositions; what a name holds together stays together."""
_PARTS = (
    "tel",
    "fache",
    "hälfte",
    "teil",
    "reihe",
    "art",
    "beispiel",
    "ende",
    "beginn",
    "mitte",
    "grundrecht",
)
"""Heads that only say how much or when."""
_NAMED_THINGS = frozenset("Fest Garten Haus Jahr Nacht Platz Tag Woche".split())
"""Often part of a name: *Tag der Städtebauförderung, Gärten der Welt*."""
_GENITIVE_VERBS = frozenset({"bedienen", "bedürfen", "enthalten", "entbehren", "gedenken"})
_DATIVE_VERBS = frozenset(
    """
    dienen entsprechen zustimmen unterliegen obliegen widersprechen unterstehen anzeigen
    mitteilen vorlegen gehören angehören zukommen beifügen gleichstehen genügen nachkommen
    """.split()
)
"""With these *der Behörde* behind a noun may be a dative of its own."""
_NO_VERB = frozenset({"Anforderung", "Voraussetzung", "Bedeutung", "Verpflichtung"})
_ABSTRACT = re.compile(r"(?:ung|heit|keit|ion|schaft|nahme|tät|enz|anz|ismus)(?:en|s)?$")
_CONCRETE = re.compile(
    r"(?:wohnung|rechnung|zeitung|kleidung|heizung|station)(?:en)?$", re.IGNORECASE
)
_ACTS = (
    "abbruch", "ablauf", "abschluss", "antritt", "ausschluss", "bekanntgab", "besitz", "bezug",
    "durchsicht", "einbau", "eingang", "einsicht", "eintritt", "entzug", "erhalt", "erlass",
    "erwerb", "gebrauch", "nachweis", "rückgab", "verkauf", "verlust", "verzicht", "vollzug",
    "vorlag", "wechsel", "wegfall", "widerruf", "zugang",
)  # fmt: skip
"""Other nouns that a verb can say, without a last *e*, *s* or *es*."""
_ENDING = re.compile("(?:es|e|s)$")
_HOLDERS = ("antragsteller", "besitzer", "betreiber", "eigentümer", "halter", "inhaber")
"""Persons that a genitive behind them describes: *die Eignung des Inhabers einer Erlaubnis*."""
_INSIDE = frozenset({"amod", "nummod", "det"})
_WITH_DATIVE = frozenset("anschließen aussetzen entziehen unterwerfen unterziehen".split())
"""*sich der Gefahr der Verfolgung aussetzen*: the dative looks like a genitive."""
_FORM_LABELS = frozenset("Wie Wer Was Wann Wo Welche Welcher Welches".split())


@check("genitive-chain")
def genitive_chains(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Chains with their number of genitives; names and offices at the end do not count."""
    levels = context.levels(rule)
    for parsed in context.blocks(rule):
        terms = _legal_terms(context, parsed)
        for sentence in parsed.sentences:
            if not any(predicates.finite(token) for token in sentence):
                continue
            if any(token.lemma_ in _WITH_DATIVE for token in sentence):
                continue
            for chain in _chains(sentence):
                chain = _without_names(chain)
                count = len(chain) - 1 - _fixed(parsed, chain, terms)
                if count < 1 or levels.severity(count) is None:
                    continue
                if chain[0].lemma_.lower().endswith(_NO_HEADS) or _opens_name(chain[-1]):
                    continue
                if _SET_PHRASES.match(chain[0].doc[chain[0].i : chain[-1].i + 1].text):
                    continue
                if not _is_hard(chain, count) or _is_title(chain[0]):
                    continue
                place = range_of(parsed, chain[0].i, chain[-1].i + 1)
                yield Candidate(
                    parsed,
                    (place,),
                    {"head": chain[0]},
                    _slots(count, quoted(place.of(parsed.block.text))),
                    value=count,
                    suggestions=_verb(chain[0]),
                    measures=(Measure("genitives", count),),
                )


def _slots(count: int, chain: str) -> dict[str, str]:
    if count == 1:
        state, advice = "Dieser Genitiv ist schwer", "Sagen Sie es mit einem Verb."
    else:
        state, advice = "Hier hängen mehrere Genitive aneinander", "Lösen Sie die Kette auf."
    return {"lage": state, "kette": chain, "rat": advice}


def _is_hard(chain: list[Token], count: int) -> bool:
    """One genitive has to be abstract; two have to hold something that could be a verb."""
    if count == 1:
        return _ABSTRACT.search(chain[-1].text) is not None
    if chain[0].lemma_.lower().endswith(_PARTS) or not chain[0].text[0].isalpha():
        return False
    verbs = {predicates.full_lemma(t) for t in chain[0].sent if t.tag_[0] == "V"}
    if verbs & _GENITIVE_VERBS:
        return False
    may_be_dative = any(
        child.dep_ == "det" and child.lower_.endswith("er")
        for noun in chain[1:]
        for child in noun.children
    )
    if any(noun.lemma_ in _NAMED_THINGS for noun in chain[1:-1]):
        return False
    has_dative = any(token.lower_ in ("zugrunde", "grunde") for token in chain[0].sent)
    if may_be_dative and (has_dative or verbs & _DATIVE_VERBS):
        return False
    if count > 2:
        return True
    if chain[0].sent[0].text in _FORM_LABELS and chain[0].sent.text.rstrip().endswith("?"):
        return False  # a question of a form: *Wie lautet die Nummer …?*
    return any(_is_act(token.text) for token in chain)


_SET_PHRASES = re.compile(r"Berücksichtigung aller Umstände des Einzelfall")


def _is_act(noun: str) -> bool:
    if _CONCRETE.search(noun):
        return False
    return _ABSTRACT.search(noun) is not None or _ENDING.sub("", noun.lower()).endswith(_ACTS)


def _is_title(head: Token) -> bool:
    """*die Satzung über die Anerkennung der Kosten der …*: the name of a norm."""
    preposition = predicates.case_word(head)
    if preposition is None or preposition.lower_ not in ("über", "zur", "zum"):
        return False
    before = head.doc[max(0, preposition.i - 5) : preposition.i]
    return any(token.lemma_.lower().endswith(_NORMS) for token in before)


def _opens_name(last: Token) -> bool:
    """*der Vorschlag der Partei „Klar“*: the name in quotes belongs to the chain."""
    return last.i + 1 < len(last.doc) and last.nbor().text in ("„", "“", "»", '"')


_NORMS = ("satzung", "gesetz", "verordnung", "ordnung", "richtlinie", "abkommen", "vereinbarung")


def _chains(sentence: Span) -> Iterator[list[Token]]:
    """Nouns of each chain: the head and every genitive behind it, nothing else in between."""
    used: set[int] = set()
    for noun in sentence:
        if noun.tag_ != "NN" or noun.i in used:
            continue
        chain = [noun]
        while (following := _next_genitive(chain, sentence.end)) is not None:
            chain.append(following)
            if (second := _coordinated(following, sentence.end)) is not None:
                chain[-1] = second
        if len(chain) > 1:
            used |= {token.i for token in chain}
            yield chain


def _next_genitive(chain: list[Token], end: int) -> Token | None:
    """The genitive right behind the chain, seen by arc, article and features."""
    doc, at = chain[0].doc, chain[-1].i + 1
    if at >= end or doc[at].lower_ not in _GENITIVE_ARTICLES or doc[at].tag_ not in _DETERMINERS:
        return None
    article = doc[at]
    at += 1
    while at < end and doc[at].tag_ in ("ADJA", "CARD", "PIAT", "PDAT") and doc[at].dep_ in _INSIDE:
        at += 1
    if at >= end:
        return None
    noun = doc[at]
    if noun.tag_ not in ("NN", "NE") or article.head != noun or noun.dep_ != "nmod":
        return None
    if noun.head not in chain or predicates.case_word(noun) is not None:
        return None
    if noun.i + 1 < end and doc[noun.i + 1].tag_ == "CARD":  # der Teile 2 und 3
        return None
    if predicates.feature(noun, "Case") != "Gen" or predicates.feature(article, "Case") != "Gen":
        return None
    return noun


def _coordinated(noun: Token, end: int) -> Token | None:
    """The other half of *der Rücknahme oder Ablehnung*, if another genitive follows it."""
    at = noun.i + 1
    if at + 2 >= end or noun.doc[at].lower_ not in ("und", "oder"):
        return None
    second = noun.doc[at + 1]
    same = second.tag_ == "NN" and second.dep_ == "conj" and second.head == noun
    same &= _ABSTRACT.search(noun.text) is not None and _ABSTRACT.search(second.text) is not None
    return second if same and _next_genitive([second], end) is not None else None


def _without_names(chain: list[Token]) -> list[Token]:
    """The chain up to its first name, office or body: what follows may belong to the name."""
    for number, noun in enumerate(chain):
        lemma = noun.lemma_.lower()
        is_last = number == len(chain) - 1
        is_body = lemma.endswith(wordlists.ACTORS) and (is_last or not lemma.endswith(_HOLDERS))
        if number and (_is_name(noun) or is_body):
            return chain[:number]
    return chain


def _is_name(noun: Token) -> bool:
    """*Köln, KfW, Europäische Union, Bank, Verband der …, Ihrer Wahl*."""
    if noun.tag_ == "NE" or noun.text[1:] != noun.text[1:].lower():
        return True
    if noun.lemma_.lower().endswith(_NAMES) or noun.lemma_ in ("Wahl", "Recht"):
        return True
    return any(
        (child.tag_ == "NE" and child.i > noun.i) or (child.tag_ == "ADJA" and child.text.istitle())
        for child in noun.children
    )


def _legal_terms(context: LetterContext, parsed: ParsedBlock) -> list[TextRange]:
    """Ranges of legal terms of several words: they count as one."""
    ranges = []
    for hit in context.hits(parsed):
        if hit.entry.kind is Kind.LEGAL_TERM and len(hit.tokens) > 1:
            ranges.append(TextRange(hit.ranges[0].start, hit.ranges[-1].end))
    return ranges


def _fixed(parsed: ParsedBlock, chain: list[Token], terms: list[TextRange]) -> int:
    """How many links of the chain lie inside a legal term."""
    links = 0
    for first, second in pairwise(chain):
        place = range_of(parsed, first.i, second.i + 1)
        links += any(term.contains(place) for term in terms)
    return links


def _verb(head: Token) -> tuple[Suggestion, ...]:
    """*Prüfung der …*: the verb that is hidden in the first noun."""
    verb = base_verb(head.lemma_, open_lexicon(LEXICON))
    if verb is None or head.lemma_ in _NO_VERB or head.lemma_.lower()[:3] != verb[:3]:
        return ()
    return (Suggestion(f"Mit einem Verb sagen: „{verb}“", (), Applicability.SHOW),)
