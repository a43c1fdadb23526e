"""TO01: the person addressed is spoken of like a stranger: *Der Antragsteller muss …*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from klartext.checks.reader import is_genitive, is_reader, reader_of
from klartext.checks.registry import check
from klartext.glossary.fidelity import invariants
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.types import Applicability, Edit, Suggestion, TextRange

_ROLES = re.compile(
    r"(?:Antragsteller(?:in|s)?|Antragstellende[nr]?|Betroffene[nr]?|Adressat(?:en|in)?|"
    r"Ausländerin|Beteiligte[nr]?|(?:Zahlungs|Steuer|Auskunfts)pflichtige[nr]?|"
    r"(?:Gebühren|Kosten)schuldner(?:in)?|Widerspruchsführer(?:in|s)?|"
    r"Vollstreckungsschuldner(?:in|s)?|Kindesmutter|Kindesvater|Auszubildende|"
    r"(?:Anschlussnehm|Bewerb|Einspruchsführ)er(?:in|s)?)"
)
_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl:arg", "obl", "obl:agent"})
_PLURAL = {
    "muss": "müssen", "soll": "sollen", "kann": "können", "darf": "dürfen", "hat": "haben",
    "ist": "sind", "wird": "werden", "hatte": "hatten", "war": "waren", "wurde": "wurden",
    "musste": "mussten", "konnte": "konnten", "sollte": "sollten", "durfte": "durften",
}  # fmt: skip
_OF_RULE = re.compile(r"(?:Danach|Hiernach|Demnach|Voraussetzung|Nach dieser)\b")
"""*Danach ist erforderlich, dass der Ausländer …*: what the law says of everybody."""
_VAGUE = ("Betroffene", "Beteiligte")
"""Words that general texts use for anybody as well."""

_POSSESSIVE = re.compile(r"(?:sein|ihr)(e|en|em|er|es)?")
_PRONOUNS = frozenset("er sie ihn ihm ihr dieser diese diesem diesen".split())
_YOU = {"dem": "Ihnen", "den": "Sie"}


@check("third-person")
def third_person(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Nouns that stand for the reader in a letter that speaks to a person."""
    reader = reader_of(context)
    if context.addressee != "person" or reader is None:
        return
    for parsed in context.blocks(rule):
        for token in parsed.doc:
            if _ROLES.fullmatch(token.text) is None or _OF_RULE.match(token.sent.text):
                continue
            is_named = is_reader(token, reader)
            if is_named or (reader.is_alone and _stands_for_reader(token)):
                yield _candidate(context, parsed, token)


def _stands_for_reader(noun: Token) -> bool:
    """One person, with *der* or *die* and nothing else, in a duty or a report about the case."""
    if noun.tag_ != "NN" or noun.dep_ not in _PLACES:
        return False
    if predicates.feature(noun, "Number") == "Plur":
        return False
    determiner = _determiner(noun)
    if determiner is None or _may_be_plural(noun, determiner):
        return False
    if noun.head.tag_ == "ADJA" or any(
        child.dep_ not in ("det", "case", "punct") for child in noun.children
    ):
        return False
    sentence = noun.sent
    if any(token.text in wordlists.POLITE_FORMS for token in sentence):
        return False
    if predicates.has_citation(sentence) or sentence[-1].text not in ".!?":
        return False
    if any(token.lower_ in wordlists.CONDITIONS for token in sentence) or not _opens_as_main(
        sentence[0]
    ):
        return False
    clause = predicates.clause_head(noun)
    if clause.dep_ in ("acl:relcl", "advcl", "acl") or not _verb_comes_second(clause, noun):
        return False
    if not _is_about_this_case(clause):
        return False
    vague = noun.text.startswith(_VAGUE) and predicates.must(clause)
    return not vague or predicates.is_reader_verb(clause)


def _may_be_plural(noun: Token, determiner: Token) -> bool:
    """*den Beteiligten, die Betroffenen*: forms like adjectives, one or many."""
    adjectival = noun.text.endswith(("te", "ten", "nde", "nden", "ige", "igen", "ter", "nder"))
    if not adjectival or noun.text.endswith("mutter"):
        return False
    return noun.text.endswith("n") and determiner.lower_ in ("den", "die", "der")


def _verb_comes_second(clause: Token, noun: Token) -> bool:
    """A main clause by its order; *der Antragsteller umgezogen ist* is part of a condition."""
    return any(
        predicates.finite(token) and (token.i < noun.i or token.i == noun.i + 1)
        for token in (clause, *clause.children)
    )


def _determiner(noun: Token) -> Token | None:
    """The definite article right before the noun, or the preposition that holds it (*vom*)."""
    before = noun.nbor(-1) if noun.i else None
    if before is None or before.head != noun:
        return None
    if before.tag_ == "ART" and before.lower_ in ("der", "die", "dem", "den"):
        return before
    return before if before.tag_ == "APPRART" else None


def _opens_as_main(first: Token) -> bool:
    """*Ist der Antragsteller minderjährig, …* is a condition without *wenn*."""
    return first.tag_ not in ("VVFIN", "VAFIN", "VMFIN")


def _is_about_this_case(clause: Token) -> bool:
    """A duty, or something that has happened; the rest may be a rule for everybody."""
    verbs = [clause, *(c for c in clause.children if c.dep_ in ("aux", "aux:pass", "cop"))]
    if predicates.must(clause):
        return True
    infinitive = clause.tag_ == "VVIZU" or any(c.tag_ == "PTKZU" for c in clause.children)
    if infinitive and any(v.lower_ in ("hat", "ist", "sind") for v in verbs):
        return True
    if any(v.tag_[:2] == "VM" for v in verbs):
        return False
    perfect = clause.tag_ == "VVPP" and any(
        v.lower_ in ("hat", "hatte") and v.tag_ == "VAFIN" for v in verbs
    )
    past = any(predicates.finite(v) and predicates.feature(v, "Tense") == "Past" for v in verbs)
    indicative = all(predicates.feature(v, "Mood") != "Sub" for v in verbs)
    return (perfect or past) and indicative


def _candidate(context: LetterContext, parsed: ParsedBlock, noun: Token) -> Candidate:
    before = noun.nbor(-1) if noun.i else noun
    first = before if before.tag_ == "ART" and before.head == noun else noun
    place = TextRange(first.idx, noun.idx + len(noun))
    bare = Candidate(parsed, (place,), {"verb": noun})
    return Candidate(
        parsed,
        (place,),
        {"verb": noun},
        slots={"anrede": _address(noun)},
        suggestions=_suggestions(context, bare, noun),
    )


def _address(noun: Token) -> str:
    if is_genitive(noun):
        return "Ihr …"
    if _is_woman_in_dative(noun):
        return "Ihnen"
    return "Ihnen" if _is_dative(noun) else "Sie"


def _is_woman_in_dative(noun: Token) -> bool:
    """*der Antragstellerin wird …*: never a subject, whatever the parse says."""
    return noun.text.endswith("in") and noun.nbor(-1).lower_ == "der" and not is_genitive(noun)


def _is_dative(noun: Token) -> bool:
    before = noun.nbor(-1)
    return not is_genitive(noun) and (
        before.lower_ == "dem"
        or before.tag_ == "APPRART"
        or predicates.feature(noun, "Case") == "Dat"
    )


def _suggestions(context: LetterContext, bare: Candidate, noun: Token) -> tuple[Suggestion, ...]:
    """The sentence with *Sie*: verb and possessives agree; advice where that is not sure."""
    subject = noun.dep_ in ("nsubj", "nsubj:pass") and not _is_woman_in_dative(noun)
    edits = list(_subject_edits(bare, noun) if subject else _object_edits(bare, noun))
    label = f"„{'Sie' if subject else _address(noun)}“"
    show = (Suggestion(label, (), Applicability.SHOW),)
    if not edits or not _is_one_clause(noun) or _is_taken_up(noun):
        return show
    possessives = list(_possessive_edits(noun))
    if possessives and not subject:
        return show
    edits += possessives
    edits.sort(key=lambda edit: edit.range)
    text, sentence = bare.parsed.block.text, noun.sent
    whole = Suggestion("", tuple(edits), Applicability.REVIEW).apply(text)
    after = whole[sentence.start_char : len(whole) - (len(text) - sentence.end_char)]
    terms = context.glossary.legal_forms
    old, new = invariants(sentence.text, terms), invariants(after, terms)
    if set(old.difference(new)) - {"actors"} or new.actors - old.actors - {"SIE"}:
        return show
    return (Suggestion(after, tuple(edits), Applicability.REVIEW),)


def _is_taken_up(noun: Token) -> bool:
    """*Der Antragsteller … Er reiste …*: what follows would have to change as well."""
    following = noun.doc[noun.sent.end :]
    return any(
        _POSSESSIVE.fullmatch(t.text)
        or (
            t.lower_ in _PRONOUNS
            and (t.text != "Sie" or predicates.feature(t.head, "Number") == "Sing")
        )
        for t in following
    )


def _is_one_clause(noun: Token) -> bool:
    tokens = noun.sent
    if sum(predicates.finite(token) for token in tokens) != 1:
        return False
    return not any(token.tag_ == "PPER" and token.lower_ in _PRONOUNS for token in tokens) and (
        sum(_ROLES.fullmatch(token.text) is not None for token in tokens) == 1
    )


def _subject_edits(bare: Candidate, noun: Token) -> Iterator[Edit]:
    verb = noun.head
    finite = next(
        (token for token in (verb, *verb.children) if predicates.finite(token)),
        None,
    )
    plural = None if finite is None else _plural(finite)
    if finite is not None and plural is not None:
        yield Edit(bare.ranges[0], "Sie")
        yield Edit(TextRange(finite.idx, finite.idx + len(finite)), plural)


def _plural(finite: Token) -> str | None:
    """*muss* → *müssen*, *reiste* → *reisten*; ``None`` where the form is not that plain."""
    known = _PLURAL.get(finite.text)
    if known is not None:
        return known
    if (
        finite.lower_.endswith("te")
        and finite.lemma_[:-2] == finite.lower_[: len(finite.lemma_) - 2]
    ):
        return finite.text + "n"
    return None


def _object_edits(bare: Candidate, noun: Token) -> Iterator[Edit]:
    word = _YOU.get(noun.nbor(-1).lower_)
    if word is not None and noun.nbor(-1).tag_ == "ART":
        yield Edit(bare.ranges[0], word)


def _possessive_edits(noun: Token) -> Iterator[Edit]:
    for token in noun.sent:
        if token.tag_ == "PPOSAT" and (found := _POSSESSIVE.fullmatch(token.lower_)):
            place = TextRange(token.idx, token.idx + len(token))
            yield Edit(place, "Ihr" + (found[1] or ""))
