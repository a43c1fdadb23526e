"""Where a citation belongs once it has left its place: behind which word the brackets go."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from klartext.rules import predicates


def anchor(phrase: Span, comma: int) -> str:
    """The word before the brackets; a subject that opens the sentence then leaves its verb."""
    doc, word = phrase.doc, phrase.doc[comma - 1]
    if phrase.start == phrase.sent.start and word.tag_[0] == "N":
        verb = doc[phrase.end]
        if predicates.finite(verb) and any(
            t.dep_ in predicates.SUBJECTS and t.left_edge.i == verb.i + 1
            for t in (word, *word.ancestors)
        ):
            return verb.text
    return word.text


def stop(sentence: Span, phrase: Span) -> int | None:
    """Where the brackets go: before this token; ``None`` for the end of the sentence."""
    governor = phrase.root.head
    others = [t for t in governor.children if t.dep_ == "conj" and t.tag_[0] == "V"]
    if len(others) > 1:
        return None  # muss nach § 4 prüfen, aufbewahren und mitteilen
    for other in others:
        if other.tag_ == "VVIZU" or any(child.tag_ == "PTKZU" for child in other.children):
            continue  # ist nach § 60 WHG zu bauen und zu pflegen
        if any(
            t.dep_[:3] == "aux" and t.i > other.i for t in (*other.children, *governor.children)
        ):
            return None  # muss nach § 17 PO angezeigt und belegt werden
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


def _own_tokens(head: Token) -> Iterator[Token]:
    """Words of a clause without any clause below it, those with *zu* too."""
    if head.tag_[0] != "$":
        yield head
    for child in head.children:
        has_zu = child.tag_ == "VVIZU" or any(item.tag_ == "PTKZU" for item in child.children)
        if child.dep_ not in _CLAUSES and not (has_zu and child.dep_ in ("acl", "xcomp")):
            yield from _own_tokens(child)


_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "acl:relcl", "parataxis", "conj"})
