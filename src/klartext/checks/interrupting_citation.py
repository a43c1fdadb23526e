"""SA29: citations that stand in the way of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from klartext.checks.registry import check
from klartext.glossary.fidelity import is_faithful
from klartext.language.parse import ParsedBlock
from klartext.language.spans import SpanLabel
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds.dependency import merge
from klartext.rules.schema import Rule
from klartext.rules.stretches import bracket_depths, quoted, range_of, spans_in
from klartext.types import Applicability, Edit, Measure, Suggestion

_BASIS = re.compile(
    r"(?:^|(?<=\W))((?:nach|gemäß|gem\.|laut|aufgrund|auf Grund|auf (?:der )?Grundlage)"
    r"(?: (?:des|der|dem|den|von))?)$",
    re.IGNORECASE,
)
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
    phrases = [phrase for span in citations if (phrase := _phrase(sentence, span)) is not None]
    if not phrases:
        return None
    if len(citations) > 1 and _are_alternatives(sentence, citations):
        return None
    state = "Die Vorschrift unterbricht den Satz."
    if len(citations) > 1:
        state = f"In diesem Satz stehen {len(citations)} Vorschriften."
    elif phrases[0].start == sentence.start:
        state = "Der Satz beginnt mit der Vorschrift."
    comma = _stop(sentence, phrases[0])
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
    if opening and doc[first - 1].tag_ not in _OPEN_BEFORE:
        return None
    governor = doc[first : citation.end].root.head
    if governor.tag_[0] != "V" and governor.tag_ != "ADJD":
        return None
    if predicates.full_lemma(governor) in _GO_BY or _is_condition(governor):
        return None
    clause = list(predicates.clause_tokens(predicates.clause_head(governor)))
    verbs = [t for t in clause if t.tag_[0] == "V" or t.tag_ in ("ADJD", "PTKVZ")]
    if not any(token.i >= citation.end for token in verbs):
        return None
    phrase = doc[first : citation.end]
    if first == sentence.start and any(token.tag_ == "PWS" for token in sentence):
        return None  # Nach § 1 hat Anspruch, wer …: without the norm the verb would come first
    return None if _is_the_point(sentence, phrase) else phrase


def _is_the_point(sentence: Span, phrase: Span) -> bool:
    """*Parkausweise werden aufgrund von § 45 ausgegeben*: without the norm nothing is said."""
    others = [t for t in sentence if not _within(t, phrase) and t.tag_ in _CONTENT]
    return len(others) <= _BARE and phrase.text.lower().startswith("auf")


def _where(phrase: Span, comma: int | None) -> str:
    """Where the brackets go, in words."""
    return "ans Ende" if comma is None else f"hinter „{_anchor(phrase, comma)}“"


def _anchor(phrase: Span, stop: int) -> str:
    """The word before the brackets; a subject that opens the sentence then leaves its verb."""
    doc, word = phrase.doc, phrase.doc[stop - 1]
    if phrase.start == phrase.sent.start and word.tag_[0] == "N":
        verb = doc[phrase.end]
        if predicates.finite(verb) and any(
            t.dep_ in predicates.SUBJECTS and t.left_edge.i == verb.i + 1
            for t in (word, *word.ancestors)
        ):
            return verb.text
    return word.text


def _are_alternatives(sentence: Span, citations: list[Span]) -> bool:
    """*nach § 25 als Straftat bzw. nach § 29 als …*: each belongs to its own half."""
    between = sentence.doc[citations[0].end : citations[-1].start]
    return any(token.tag_ == "KON" or token.lower_ == "bzw." for token in between)


def _stop(sentence: Span, phrase: Span) -> int | None:
    """Where the brackets go: before this token; ``None`` for the end of the sentence."""
    governor = phrase.root.head
    others = [t for t in governor.children if t.dep_ == "conj" and t.tag_[0] == "V"]
    if len(others) > 1:
        return None  # muss nach § 4 prüfen, aufbewahren und mitteilen
    for other in others:
        joint = next((t for t in other.children if t.dep_ == "cc" and t.i > phrase.end), None)
        if joint is not None and _closes(phrase.doc[joint.i - 1]):
            return joint.i  # nach § 259 AO gemahnt und …; handelt nach § 10 ordnungswidrig und …
    comma = _next_clause(sentence, phrase)
    is_bare = comma is not None and comma == phrase.end + 1
    return None if is_bare and phrase.start == sentence.start else comma  # Nach § 2 muss, wer …


def _next_clause(sentence: Span, phrase: Span) -> int | None:
    """The comma that opens the next clause: the brackets go before it, behind the own verb."""
    own = [token.i for token in _own_tokens(predicates.clause_head(phrase.root.head))]
    last = max([phrase.end, *own])
    closed = _after_own_verb(phrase, own)
    if closed is not None:
        return closed
    behind = [token for token in sentence if token.i >= last]
    comma = next((n for n, token in enumerate(behind) if token.text in (",", ";")), None)
    if comma is None:
        return None
    if _main_clause_goes_on(behind[:comma], behind[comma + 1 :]):
        return None
    if any(token.text == "," for token in phrase.doc[phrase.end : behind[comma].i]):
        return None  # not the first stop, and no verb before it: anything may end there
    opens = any(
        predicates.finite(token) or token.tag_ in ("VVIZU", "PTKZU") for token in behind[comma:]
    )
    return behind[comma].i if opens else None


def _after_own_verb(phrase: Span, own: list[int]) -> int | None:
    """The comma right behind the verb that closes the clause: *… zu erstatten, die …*."""
    doc = phrase.doc
    for token in doc[phrase.end : phrase.sent.end]:
        if token.text in (",", ";"):
            before = doc[token.i - 1]
            return token.i if _closes(before) and before.i in own else None
    return None


def _closes(token: Token) -> bool:
    """Whether a word can end a main clause: its verb, or what the verb says of the subject."""
    return token.tag_[0] == "V" or token.tag_ in ("ADJD", "PTKVZ")


def _main_clause_goes_on(before: list[Token], after: list[Token]) -> bool:
    """*bedarf ein Ausländer, der …, der Erlaubnis*; *haben die Pflicht, daran mitzuarbeiten, dass*.

    There the comma tears apart what belongs together; the end of the sentence is the safe place.
    """
    if any(token.tag_ in ("PRELS", "PRELAT") for token in [*before, *after[:1], *after[1:2]]):
        return True
    return any(token.tag_ in ("PROAV", "PAV") for token in before)


def _is_condition(governor: Token) -> bool:
    """*soweit sie nach § 9 bekannt sind*, *die nach § 11 nötig sind*: the norm says which."""
    clause = predicates.clause_head(governor)
    return clause.dep_ in ("advcl", "acl:relcl", "acl") or any(
        child.tag_ in ("KOUS", "PRELS", "PRELAT") for child in clause.children
    )


def _own_tokens(head: Token) -> Iterator[Token]:
    """Words of a clause without any clause below it, those with *zu* too."""
    if head.tag_[0] != "$":
        yield head
    for child in head.children:
        has_zu = child.tag_ == "VVIZU" or any(item.tag_ == "PTKZU" for item in child.children)
        if child.dep_ not in _CLAUSES and not (has_zu and child.dep_ in ("acl", "xcomp")):
            yield from _own_tokens(child)


_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "acl:relcl", "parataxis", "conj"})


def _goes_on(following: Token, citation: Span) -> bool:
    """Whether the sentence goes on behind the citation, and not the citation itself."""
    if following.is_punct or following.tag_ in ("KON", "ADJA", "CARD", "NE", "TRUNC"):
        return False
    if following.lower_.startswith(("i.", "ivm")) or following.head.lower_ == "verbindung":
        return False
    name = citation[-1].text
    if not name.isalpha() or len(name) < 2:  # no law: its name may follow
        return following.tag_ not in ("ART", "NN", "APPR", "PDAT")
    return name[1:] != name[1:].lower() or following.tag_ not in ("APPR", "APPRART", "ART")


def _moved(
    parsed: ParsedBlock, sentence: Span, phrase: Span, comma: int | None
) -> Iterator[Suggestion]:
    """The sentence with the citation in brackets before its full stop, or where it belongs."""
    citation = phrase.text[_leading(phrase) :]
    if comma is not None:
        mark = phrase.doc[comma].text if phrase.doc[comma].is_punct else ""
        label = f"„… {_anchor(phrase, comma)} ({citation}){mark} …“"
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
