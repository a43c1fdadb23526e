"""SA03: a clause that splits another clause, or clauses one inside the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from klartext.checks.registry import check
from klartext.checks.reported_inserts import reported_insert
from klartext.glossary.fidelity import is_faithful
from klartext.language.lexicon import open_lexicon
from klartext.language.parse import ParsedBlock
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.rules.stretches import quoted, range_of, word_count
from klartext.rules.subclauses import Subclause, subclauses
from klartext.types import Applicability, Edit, Measure, Severity, Suggestion

_SHORT = 4
"""Up to so many words an inner clause disturbs nobody."""
_LONG_INSERT = 8
"""Words from which a single clause inside a main clause makes the reader lose the thread."""
_NOTABLE_INSERT = 6
"""Words from which such a clause is worth a hint in a letter."""
_SHORT_SENTENCE = 15
"""Below so many words a sentence is read at one glance, whatever it holds."""
_KIN = ("tochter", "sohn", "frau", "mann", "mutter", "vater", "bruder", "schwester")
"""*Diese Tochter* would sound as if there were others."""
_LONG_TRAIL = 10
"""Words from which a clause behind another one is too much."""
_TAKE_OUT = "Nehmen Sie ihn heraus und machen Sie einen eigenen Satz daraus."
_DEFINITE = frozenset({"der", "die", "das", "dieser"})
_DETERMINERS = {"Masc": ("der", "Dieser"), "Fem": ("die", "Diese"), "Neut": ("das", "Dieses")}


@check("nested-clauses")
def nested_clauses(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """One candidate for each sentence, at the clause to be taken out.

    The value is the depth of the clauses, one more if a clause splits the one around it.
    """
    lowest = context.levels(rule).lowest
    for parsed in context.blocks(rule):
        for sentence in parsed.sentences:
            shortest = _NOTABLE_INSERT if context.is_letter else _LONG_INSERT
            candidate = _nested(parsed, sentence, shortest) or _reported(context, parsed, sentence)
            if candidate is None or lowest is None or (candidate.value or 0) < lowest:
                continue
            if not _is_short(context, parsed, sentence):
                yield candidate


def _is_short(context: LetterContext, parsed: ParsedBlock, sentence: Span) -> bool:
    if context.profile == "leicht":
        return False
    return word_count(parsed, sentence.start, sentence.end) < _SHORT_SENTENCE


def _nested(parsed: ParsedBlock, sentence: Span, shortest: int) -> Candidate | None:
    clauses = subclauses(sentence)
    best: tuple[int, int, bool, Subclause] | None = None
    for clause in clauses:
        words = word_count(parsed, clause.start, clause.end)
        if words <= _SHORT or _completes_noun(clause) or _runs_on(clause):
            continue
        path = [*(other for other in clauses if other.contains(clause)), clause]
        splitting = next((item for item in path if _splits(parsed, item, shortest)), None)
        if splitting is None and not clause.is_relative:
            continue
        value = clause.depth + (splitting is not None)
        if splitting is None and clause.depth == 2 and words < _LONG_TRAIL:
            value = 1
        if best is None or value > best[0]:
            best = (value, clause.depth, splitting is not None, splitting or clause)
    if best is None:
        return None
    value, depth, splits, marked = best
    place = range_of(parsed, marked.start, marked.end)
    is_short = depth == 1 and word_count(parsed, marked.start, marked.end) < _LONG_INSERT
    suggestions = tuple(_own_sentence(parsed, sentence, marked)) if len(clauses) == 1 else ()
    return Candidate(
        parsed,
        (place,),
        {"verb": marked.head},
        {
            "lage": _state(depth, splits),
            "teil": quoted(place.of(parsed.block.text)),
            "rat": _advice(marked, splits),
        },
        value=value,
        suggestions=suggestions,
        measures=(Measure("clause-depth", depth),),
        severity=Severity.HINWEIS if splits and is_short else None,
    )


def _reported(context: LetterContext, parsed: ParsedBlock, sentence: Span) -> Candidate | None:
    """*Ihr Einwand, die Miete sei zu hoch, ändert nichts*: in letters only."""
    place = reported_insert(sentence) if context.is_letter else None
    if place is None or (words := word_count(parsed, *place)) < _NOTABLE_INSERT:
        return None
    mark = range_of(parsed, *place)
    return Candidate(
        parsed,
        (mark,),
        {"verb": parsed.doc[place[0]]},
        {
            "lage": _state(1, True),
            "teil": quoted(mark.of(parsed.block.text)),
            "rat": "Machen Sie zwei Sätze daraus.",
        },
        value=2,
        measures=(Measure("clause-depth", 1),),
        severity=Severity.HINWEIS if words < _LONG_INSERT else None,
    )


def _completes_noun(clause: Subclause) -> bool:
    """*die Frage, ob …*, *für den Fall, dass …*: the noun says nothing without its clause."""
    doc = clause.head.doc
    if doc[clause.start].lower_ not in ("dass", "daß", "ob") or clause.start < 2:
        return False
    before = doc[clause.start - 2]
    return before.tag_ in ("NN", "PROAV")


def _splits(parsed: ParsedBlock, clause: Subclause, shortest: int) -> bool:
    if not clause.embedded or predicates.finite(parsed.doc[max(0, clause.start - 2)]):
        return False
    if clause.depth > 1:
        shortest = _SHORT + 1
    elif parsed.doc[clause.start].tag_ == "PRELAT" and not _is_bare(clause.head.head):
        shortest = min(shortest, _SHORT + 1)  # deren Frist abgelaufen ist
    elif clause.head.lemma_ == "vertreten" or _tells_which(clause):
        shortest = max(shortest, _LONG_INSERT)  # die Sie nicht zu vertreten haben
    return word_count(parsed, clause.start, clause.end) >= shortest


def _is_bare(noun: Token) -> bool:
    """*für Kinder, deren Weg …*: the clause says which ones."""
    return not any(child.dep_ in ("det", "nummod", "amod") for child in noun.children)


def _tells_which(clause: Subclause) -> bool:
    """*Schäden, die Sie melden, …*, *die Kasse, bei der Sie …*: without it nobody knows which."""
    noun = clause.head.head
    if not clause.is_relative or noun.tag_ != "NN":
        return False
    article = next((child for child in noun.children if child.dep_ == "det"), None)
    return article is None or article.lemma_ in _DEFINITE or article.lower_.startswith("ein")


def _runs_on(clause: Subclause) -> bool:
    """*soweit sie bekannt sind, geltend zu machen sind*: the outer clause goes on behind it."""
    doc = clause.head.doc
    for token in doc[clause.start : clause.end - 2]:
        if predicates.finite(token) and token.nbor().text == ",":
            return token.nbor(2).tag_ not in _OPENERS
    return False


_OPENERS = frozenset("KOUS KOUI PRELS PRELAT KON PWAV PWS PWAT".split())


def _state(depth: int, splits: bool) -> str:
    if splits:
        return "Hier steckt ein Satz im Satz"
    return "Hier hängt ein Nebensatz am anderen" if depth > 1 else "Hier folgt noch ein Nebensatz"


def _advice(clause: Subclause, splits: bool) -> str:
    """What to do with the clause: it may leave the sentence, or it says which one is meant."""
    if splits and clause.head.dep_ == "advcl":
        return "Stellen Sie diesen Teil an den Anfang oder ans Ende."
    noun = clause.head.head
    if not splits or not clause.is_relative or noun.tag_ not in ("NN", "NE"):
        return "Machen Sie zwei Sätze daraus."
    article = next((child for child in noun.children if child.dep_ == "det"), None)
    plural = predicates.feature(noun, "Number") == "Plur"
    if noun.tag_ == "NE" or (article is not None and article.tag_ == "PPOSAT"):
        return _TAKE_OUT
    in_phrase = predicates.case_word(noun) is not None
    if article is None and not in_phrase and _states_a_rule(noun):
        return "Beginnen Sie mit „Wenn …“ oder machen Sie zwei Sätze daraus."
    opener = clause.head.doc[clause.start]
    if (
        article is not None
        and article.lemma_ in _DEFINITE
        and not plural
        and opener.tag_ == "PRELS"
    ):
        return _TAKE_OUT
    return "Machen Sie zwei Sätze daraus."


def _states_a_rule(noun: Token) -> bool:
    """*Personen, die …, müssen …*: a general rule, not what has happened."""
    host = predicates.clause_head(noun)
    finites = [token for token in (host, *host.children) if predicates.finite(token)]
    return any(
        token.tag_ == "VMFIN"
        or (token.tag_ == "VVFIN" and predicates.feature(token, "Tense") == "Pres")
        for token in finites
    )


def _own_sentence(parsed: ParsedBlock, sentence: Span, clause: Subclause) -> Iterator[Suggestion]:
    """The clause as a sentence: *Ihr Antrag, der gestern ankam, fehlt.* → *… Dieser Antrag kam …*.

    Only after *Ihr* or *unser*: there the clause adds something; after *der* or no article it may
    say which one is meant, and cannot leave the sentence.
    """
    doc = parsed.doc
    noun, pronoun, verb = doc[clause.start - 2], doc[clause.start], doc[clause.finite]
    owner = next((child for child in noun.children if child.tag_ == "PPOSAT"), None)
    last = [token for token in sentence if not token.is_space][-1]
    if (
        owner is None
        or noun.tag_ != "NN"
        or noun.lemma_.lower().endswith(wordlists.ACTORS + _KIN)
        or clause.head.head != noun
        or noun.dep_ == "nmod"  # die Aussetzung Ihrer Abschiebung, die …: which of the two?
        or pronoun.tag_ != "PRELS"
        or pronoun.dep_ not in ("nsubj", "nsubj:pass")
        or clause.finite != clause.end - 1
        or last.text != "."
        or sum(token.text == "," for token in sentence) != 2
        or not _stands_apart(verb.text)
    ):
        return
    plural = predicates.feature(noun, "Number") == "Plur"
    wanted, opening = (
        ("die", "Diese")
        if plural
        else _DETERMINERS.get(predicates.feature(noun, "Gender"), ("", ""))
    )
    if pronoun.lower_ != wanted:
        return
    if sentence.end < len(doc) and doc[sentence.end].tag_ in ("PROAV", "PDS"):
        return  # "Hierüber …" takes up the main clause
    text = parsed.block.text
    whole = range_of(parsed, sentence.start, last.i + 1)
    front = text[whole.start : doc[clause.start - 1].idx]
    back = text[doc[clause.end].idx + 1 : last.idx]
    body = doc[clause.start + 1 : clause.finite].text
    case = predicates.feature(noun, "Case")
    name = noun.text if plural or case == "Nom" else noun.lemma_
    if (plural and case == "Dat") or _is_declined_adjective(name):
        return
    result = f"{front}{back}. {opening} {name} {verb.text} {body}."
    if is_faithful(whole.of(text), result):
        yield Suggestion(result, (Edit(whole, result),), Applicability.REVIEW)


def _is_declined_adjective(noun: str) -> bool:
    """*Ihr Bekannter* is *dieser Bekannte*."""
    return any(reading.has("SUB", "ADJ") for reading in open_lexicon(LEXICON).analyses(noun))


def _stands_apart(finite: str) -> bool:
    """Whether the finite verb is one word in a main clause, too (*vorliegt* is not)."""
    readings = open_lexicon(LEXICON).analyses(finite)
    return bool(readings) and not any(reading.has("VER", "NEB") for reading in readings)
