"""SA29: citations that stand in the way of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from klartext.checks.citation_extent import whole_citation
from klartext.checks.citation_place import anchor, stop
from klartext.checks.registry import check
from klartext.glossary.fidelity import is_faithful
from klartext.language.parse import ParsedBlock
from klartext.language.spans import SpanLabel
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds.dependency import merge
from klartext.rules.schema import Rule
from klartext.rules.stretches import bracket_depths, quoted, range_of, spans_in
from klartext.types import Applicability, Edit, Measure, Suggestion

_BASIS = re.compile(
    r"(?:^|(?<=\W))((?:nach|gemäß|gem\.|laut|nach Maßgabe|aufgrund|auf Grund|"
    r"auf (?:der )?Grundlage)"
    r"(?: (?:des|der|dem|den|von))?)$",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r" \(([^()]+)\)")
"""In brackets a short form stands behind a dash: *(§ 5 der Abgabenordnung – AO)*."""
_OPEN_BEFORE = frozenset(
    {"VVFIN", "VAFIN", "VMFIN", "PPER", "PRF", "PIS", "KOUS", "PRELS", "ADV", "PAV", "PROAV"}
)

_CONTENT = frozenset("NN NE ADJA ADJD CARD VVFIN VVINF VVPP VVIZU".split())
_BARE = 2
_REACH = 12
_GO_BY = frozenset(
    """
    abrechnen abstimmen bemessen berechnen berufen beruhen bestimmen beurteilen einstufen
    ermitteln ergeben errechnen festlegen gliedern richten verfahren vorgehen verteilen zuordnen
    """.split()
)
"""Verbs that need the norm: *wird nach § 34 berechnet* says nothing without it."""


@check("interrupting-citation")
def interrupting_citations(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """One candidate for each sentence; the value is the number of citations in the way."""
    levels = context.levels(rule)
    for parsed in context.blocks(rule):
        for sentence in parsed.sentences:
            candidate = _interrupted(parsed, sentence)
            if candidate is not None and levels.severity(candidate.value or 0) is not None:
                yield candidate


def _interrupted(parsed: ParsedBlock, sentence: Span) -> Candidate | None:
    if not any(predicates.finite(token) for token in sentence):
        return None
    if sentence.text.rstrip()[-1:] not in ".!?:":
        return None  # an item of a list, part of a sentence
    depths = bracket_depths(sentence)
    citations = [span for span in spans_in(sentence, SpanLabel.CITATION) if not depths[span.start]]
    wholes = [whole_citation(span, citations) for span in citations]
    phrases = [phrase for span in wholes if (phrase := _phrase(sentence, span)) is not None]
    if not phrases:
        return None
    if len(citations) > 1 and _are_alternatives(sentence, citations):
        return None
    state = "Die Vorschrift unterbricht den Satz."
    if len(citations) > 1:
        state = f"In diesem Satz stehen {len(citations)} Vorschriften."
    elif phrases[0].start == sentence.start:
        state = "Der Satz beginnt mit der Vorschrift."
    comma = stop(sentence, phrases[0])
    suggestions: tuple[Suggestion, ...] = ()
    if len(citations) == 1:
        suggestions = tuple(_moved(parsed, sentence, phrases[0], comma))
    return Candidate(
        parsed,
        merge([range_of(parsed, phrase.start, phrase.end) for phrase in phrases]),
        {"verb": phrases[0].root},
        {"lage": state, "zitat": quoted(phrases[0].text), "wo": _where(phrases[0], comma)},
        value=len(citations),
        suggestions=suggestions,
        measures=(Measure("citations", len(citations)),),
    )


def _phrase(sentence: Span, citation: Span) -> Span | None:
    """*nach § 17 Abs. 1 BMG* where it stands in the way; ``None`` for every other citation.

    After a noun it may belong to that noun, before an adjective to that adjective; it can be moved
    only where the verb governs it and comes later.
    """
    doc = sentence.doc
    before = doc[sentence.start : citation.start].text
    basis = _BASIS.search(before)
    if basis is None:
        return None
    first = next(t.i for t in sentence if t.idx >= sentence.start_char + basis.start(1))
    if citation.end >= sentence.end or not _goes_on(doc[citation.end], citation):
        return None
    if any(token.lemma_ == "Fassung" for token in doc[citation.end : citation.end + _REACH]):
        return None  # *§ 9 EStG in der … geltenden Fassung*: that belongs to the citation
    opening = [t for t in doc[sentence.start : first] if not t.is_punct and not t.is_space]
    if opening and doc[first - 1].tag_ not in _OPEN_BEFORE and not _is_complete(doc[first - 1]):
        return None
    governor = doc[first : citation.end].root.head
    if governor.tag_[0] != "V" and governor.tag_ != "ADJD":
        return None
    if predicates.full_lemma(governor) in _GO_BY or _is_condition(governor):
        return None
    clause = list(predicates.clause_tokens(predicates.clause_head(governor)))
    verbs = [t for t in clause if t.tag_[0] == "V" or t.tag_ in ("ADJD", "PTKVZ")]
    phrase = doc[first : citation.end]
    if not any(token.i >= citation.end for token in verbs) and not _parts_verb(phrase):
        return None
    if first == sentence.start and any(token.tag_ == "PWS" for token in sentence):
        return None  # Nach § 1 hat Anspruch, wer …: without the norm the verb would come first
    return None if _is_the_point(sentence, phrase) else phrase


def _is_complete(noun: Token) -> bool:
    """*diese Nutzung nach …*, *die Behörde gemäß …*: no norm belongs to such a noun."""
    if noun.tag_ != "NN" or predicates.clause_head(noun) == noun:
        return False
    is_shown = any(child.tag_ == "PDAT" for child in noun.children)
    return is_shown or noun.lemma_.lower().endswith(wordlists.ACTORS)


def _parts_verb(phrase: Span) -> bool:
    """*Kinder haben nach § 24 SGB VIII einen Anspruch auf …*: it parts the verb and its noun."""
    doc, verb = phrase.doc, phrase.doc[phrase.start - 1]
    if phrase.start == phrase.sent.start or not predicates.finite(verb):
        return False
    if "§" in doc[phrase.end : phrase.end + 2].text:
        return False  # finden nach § 46 die §§ 11 bis 14 Anwendung
    return any(
        noun.left_edge.i == phrase.end and noun.dep_ in ("nsubj", "obj")
        for noun in doc[phrase.end : phrase.sent.end]
        if noun.head in (verb, verb.head)
    )


def _is_the_point(sentence: Span, phrase: Span) -> bool:
    """*Parkausweise werden aufgrund von § 45 ausgegeben*: without the norm nothing is said."""
    others = [t for t in sentence if not _within(t, phrase) and t.tag_ in _CONTENT]
    return len(others) <= _BARE and phrase.text.lower().startswith("auf")


def _where(phrase: Span, comma: int | None) -> str:
    """Where the brackets go, in words."""
    return "ans Ende" if comma is None else f"hinter „{anchor(phrase, comma)}“"


def _are_alternatives(sentence: Span, citations: list[Span]) -> bool:
    """*nach § 25 als Straftat bzw. nach § 29 als …*: each belongs to its own half."""
    between = sentence.doc[citations[0].end : citations[-1].start]
    return any(token.tag_ == "KON" or token.lower_ == "bzw." for token in between)


def _is_condition(governor: Token) -> bool:
    """*soweit sie nach § 9 bekannt sind*, *die nach § 11 nötig sind*: the norm says which."""
    clause = predicates.clause_head(governor)
    return clause.dep_ in ("advcl", "acl:relcl", "acl") or any(
        child.tag_ in ("KOUS", "PRELS", "PRELAT") and child.lower_ not in ("dass", "daß")
        for child in clause.children
    )


def _goes_on(following: Token, citation: Span) -> bool:
    """Whether the sentence goes on behind the citation, and not the citation itself."""
    if following.is_punct or following.tag_ in ("KON", "ADJA", "CARD", "NE", "TRUNC"):
        return False
    if following.lower_.startswith(("i.", "ivm")) or following.head.lower_ == "verbindung":
        return False
    if citation[-1].text == ")":
        return True
    name = citation[-1].text
    is_part = following in citation.root.subtree or following.head.head in citation
    if not name.isalpha() or len(name) < 2:  # no law: its name may follow
        return following.tag_ not in ("ART", "NN", "APPR", "PDAT")
    if name[1:] != name[1:].lower():
        return True
    return following.tag_ not in ("APPR", "APPRART", "ART") or not is_part


def _moved(
    parsed: ParsedBlock, sentence: Span, phrase: Span, comma: int | None
) -> Iterator[Suggestion]:
    """The sentence with the citation in brackets before its full stop, or where it belongs."""
    citation = _SHORT_FORM.sub(r" – \1", phrase.text[_leading(phrase) :])
    if comma is not None:
        mark = phrase.doc[comma].text if phrase.doc[comma].is_punct else ""
        label = f"„… {anchor(phrase, comma)} ({citation}){mark} …“"
        yield Suggestion(label, (), Applicability.SHOW)
        return
    advice = Suggestion(f"Ans Ende: „({citation})“", (), Applicability.SHOW)
    words = [token for token in sentence if not token.is_space]
    finite = [token for token in words if predicates.finite(token)]
    inner = [t for t in words[3:-1] if t.text in (",", ";", ":", "(") and not _within(t, phrase)]
    if words[-1].text != "." or len(finite) != 1 or inner:
        yield advice
        return
    doc = parsed.doc
    whole = range_of(parsed, sentence.start, words[-1].i + 1)
    end = words[-1].i
    if phrase.start > sentence.start:
        front, back = doc[sentence.start : phrase.start].text, doc[phrase.end : end].text
        result = f"{front} {back} ({citation})."
    else:
        verb = finite[0]
        subject = next((t for t in words if t.dep_ in predicates.SUBJECTS), None)
        if verb.i != phrase.end or subject is None:
            yield advice
            return
        own = sorted(token.i for token in subject.subtree)
        if own[0] != verb.i + 1 or own[-1] - own[0] + 1 != len(own):
            yield advice
            return
        name = doc[own[0] : own[-1] + 1].text
        rest = doc[own[-1] + 1 : end].text
        pieces = [name[0].upper() + name[1:], verb.text, rest, f"({citation})"]
        result = " ".join(piece for piece in pieces if piece) + "."
    if is_faithful(whole.of(parsed.block.text), result):
        yield Suggestion(result, (Edit(whole, result),), Applicability.REVIEW)
    else:
        yield advice


def _leading(phrase: Span) -> int:
    found = re.search(r"§|Art", phrase.text)
    return found.start() if found else 0


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.i < span.end
