"""WO09: legal terms that the letter uses but does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span

from klartext.checks.reader import is_for_lawyer
from klartext.checks.registry import check
from klartext.glossary import Entry, labels
from klartext.glossary.explained import Unexplained, unexplained_terms
from klartext.glossary.model import WordClass
from klartext.glossary.suggest import suggest
from klartext.letters.model import Section
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import PythonMatch, Rule
from klartext.types import Applicability, BlockKind, Severity, Suggestion

_RESIDENCE = re.compile(
    r"Aufenthalt(?:s(?!r[aä]u|bereich|dauer|ort|qualität)|G|er|ist)|Ausländer|Asyl|\bVis(?:um|a)\b|"
    r"Einbürger|Staatsangehörig|Flüchtling|[Aa]bschieb|Ausreise|Ausgewiesen|Ausweisung|Freizügig|"
    r"Niederlassungserlaubnis|Herkunftsland"
)
_NAME_OF_LAW = re.compile(
    r"(?:[Gg]esetz(?:e?s)?|[Vv]erordnung|[Ss]atzung)\b[^.;,]{0,40}? (?:über|zur|zum) (?:\w+ ){0,4}$"
)
_PRESENTED = re.compile(r"(?:[,–(-] ?(?:d\w\w |ein\w* )?|\bals )(?:so ?genannte\w*|sog\.) $")
_EXPERT = re.compile(
    r"^(?!.*(?:nachrichtlich|Kopie|Durchschrift|Entwurfsverfasser)).*(?:\bSteuerberat|\bArchitekt|"
    r"\bNotar(?:e|in(?:nen)?)?\b|(?:Ingenieur|Planungs|Architektur)büro\b)",
    re.MULTILINE | re.IGNORECASE,
)
_AS_EXPERT = re.compile(
    r"\b[Aa]ls (?:Entwurfsverfasser|Steuerberater)(?:in)?\b[^.]{0,30}\b(?:Sie\b|eingereicht)|"
    r"\b(?:Ihnen|Sie) als (?:Entwurfsverfasser|Steuerberater)"
)
_ADDRESS = re.compile(r"\bIhnen\b|[a-zäöüß,] (?:Sie|Ihr\w{0,2})\b|^(?:Sie \w+en|Ihr\w{0,2}) ")
_SPEAKS_TO_READER = re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
"""*Sie sind als Flüchtling anerkannt* is not true in every letter that names the term."""
_BULLET = re.compile(r"\s*[-–•*] ")
_SUM = re.compile(r"\d ?(?:€|EUR\b|Euro\b|%)|:\s*[\d-]|\d$")
_SHORTEST_ITEM = 4
_FINE = re.compile(r"\b(?:Geldbuße|Bußgeld)")
_BEFORE_NOUNS = frozenset("ART PPOSAT PDAT ADJA".split())
_NEGATED = frozenset("kein keine keinen keinem keiner keines weder".split())
_DENIED = _NEGATED | frozenset("nicht ohne wenn falls sofern sollte sollten wer soweit".split())


@check("unexplained-term")
def unexplained(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """First running-text mention of each legal term without an explanation."""
    if context.addressee != "person" or is_for_lawyer(context) or _is_for_expert(context):
        return
    if not (context.is_letter or _is_notice(context) or _speaks_to_reader(context)):
        return
    assert isinstance(rule.match, PythonMatch)
    allowed = {parsed.block.index for parsed in context.blocks(rule)}
    seen: set[str | None] = set()
    for term in _terms(context):
        if term.parsed.block.index not in allowed or term.hit.in_compound:
            continue
        if not _is_wanted(rule.match, term.entry) or _explains_itself(term):
            continue
        if _is_said_otherwise(rule.match, term):
            continue
        if not _is_in_clause(rule.match, term):
            continue
        if not _has_this_sense(context, rule.match, term):
            continue
        if term.entry.explanation in seen:  # *grob fahrlässig* and *grobe Fahrlässigkeit*
            continue
        seen.add(term.entry.explanation)
        candidate = Candidate(
            term.parsed,
            term.hit.ranges,
            {"verb": term.parsed.doc[term.hit.tokens[0]]},
            entry=term.entry.id,
            suggestions=_suggestions(context, term),
            hit=term.hit,
        )
        yield _weighed(candidate, term)


def _is_for_expert(context: LetterContext) -> bool:
    """Whoever plans the building or does the tax return for others knows the terms."""
    sections = context.understanding.sections
    return any(
        _EXPERT.search(parsed.block.text)
        if sections.get(parsed.block.index) is Section.ANSCHRIFT
        else _AS_EXPERT.search(parsed.block.text)
        for parsed in context.parsed
    )


def _is_notice(context: LetterContext) -> bool:
    """A decision with its information on remedies: it has a reader, though it may not say *Sie*."""
    return {"Z1", "Z2"} <= {zone.id for zone in context.understanding.zones}


def _speaks_to_reader(context: LetterContext) -> bool:
    """Statutes and reports speak to nobody; whoever reads them needs no explanation in them."""
    return any(_ADDRESS.search(parsed.block.text) for parsed in context.parsed)


def _is_wanted(match: PythonMatch, entry: Entry) -> bool:
    if entry.term in match.but_not:
        return False
    reference = entry.reference or ""
    return entry.term in match.also or any(law in reference for law in match.laws)


def _terms(context: LetterContext) -> list[Unexplained]:
    return unexplained_terms(
        context.parsed, context.understanding, context.glossary, hits=context.hits, anywhere=True
    )


def _sentence(term: Unexplained) -> Span:
    return term.parsed.sentence_at(term.hit.span.start)


def _is_in_clause(match: PythonMatch, term: Unexplained) -> bool:
    """Whether a verb stands in the same line, or the line is an item of a list in words.

    *./. Werbungskosten: 300 €* is a row of a sum, *Hinweise zur Duldung* a heading. What the
    reader shall bring along (*Ihre Fiktionsbescheinigung*) needs no explanation there.
    """
    text, place = term.parsed.block.text, term.hit.span
    start, end = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    line = range(start, end if end > 0 else len(text))
    if any(token.tag_[0] == "V" and token.idx in line for token in _sentence(term)):
        return True
    if term.entry.term not in match.also:
        return False
    words = text[start : line.stop]
    is_item = term.parsed.block.kind is BlockKind.LISTENPUNKT or _BULLET.match(words) is not None
    return is_item and len(words.split()) >= _SHORTEST_ITEM and _SUM.search(words) is None


def _explains_itself(term: Unexplained) -> bool:
    """*Gesetz über …*; *die Bescheinigung, die sogenannte …*; *Ordnungswidrigkeit: Geldbuße*."""
    before = term.parsed.block.text[: term.hit.span.start]
    if term.hit.span.of(term.parsed.block.text).startswith("Verwaltungsakte"):
        return True  # the file, not the acts
    if term.entry.term == "Ordnungswidrigkeit" and _FINE.search(_sentence(term).text):
        return True
    return _NAME_OF_LAW.search(before) is not None or _PRESENTED.search(before) is not None


def _is_said_otherwise(match: PythonMatch, term: Unexplained) -> bool:
    """*Bei verspäteter Zahlung fallen Säumniszuschläge an*: the paragraph says what it is."""
    pattern = match.explained_by.get(term.entry.term)
    return pattern is not None and re.search(pattern, term.parsed.block.text) is not None


def _has_this_sense(context: LetterContext, match: PythonMatch, term: Unexplained) -> bool:
    """Whether letter and phrase tell that the term means what the glossary says."""
    word = term.entry.term
    if word in match.residence_only and not _is_about_residence(context, term):
        return False
    field, phrase = match.only_with.get(word), match.only_as.get(word)
    if phrase is not None and re.search(phrase, term.parsed.block.text) is None:
        return False
    return field is None or any(re.search(field, item.block.text) for item in context.parsed)


def _is_about_residence(context: LetterContext, term: Unexplained) -> bool:
    """Whether the letter speaks of residence in words other than the term itself."""
    own = term.hit.span.of(term.parsed.block.text)
    return any(_RESIDENCE.search(parsed.block.text.replace(own, "")) for parsed in context.parsed)


def _suggestions(context: LetterContext, term: Unexplained) -> tuple[Suggestion, ...]:
    """The gloss goes into the sentence only where it is true and fits behind the term."""
    found = suggest(context.glossary, term.hit, term.parsed)
    if _SPEAKS_TO_READER.search(term.entry.explanation or "") or _is_denied(term):
        found = found[:1]
    if not found or not found[0].edits or _fits_behind(term):
        return found
    shown = Suggestion(labels.explanation(term.entry), (), Applicability.SHOW)
    return (shown, *found[1:])


def _is_denied(term: Unexplained) -> bool:
    """*kein Verwaltungsakt*, *wenn er unanfechtbar ist*: *Das bedeutet …* would assert it."""
    return any(token.lower_ in _DENIED for token in _sentence(term))


def _fits_behind(term: Unexplained) -> bool:
    """Number and form agree, nothing is denied, no genitive follows.

    *Nebenbestimmungen (zusätzliche Regel)* mixes the numbers, *kein Verwaltungsakt (Entscheidung
    einer Behörde)* denies the gloss, too, and *Bekanntgabe (…) des Bescheids* tears words apart.
    """
    doc, tokens = term.parsed.doc, term.hit.tokens
    head = next((doc[i] for i in reversed(tokens) if doc[i].tag_ in ("NN", "NE")), doc[tokens[-1]])
    is_noun = head.tag_ in ("NN", "NE")
    if is_noun != (WordClass.NOUN in term.entry.word_classes) or head.tag_ == "ADJA":
        return False
    if is_noun and _is_plural(term, head.i):
        return False
    if any(token.lower_ in _NEGATED for token in _sentence(term) if token.i < tokens[-1]):
        return False
    if term.parsed.block.text[term.hit.span.end :][:1] in ("/", "-"):
        return False
    if tokens[-1] + 1 == len(doc):
        return True
    behind = doc[tokens[-1] + 1]
    return behind.tag_ not in _BEFORE_NOUNS or predicates.feature(behind, "Case") != "Gen"


def _is_plural(term: Unexplained, head: int) -> bool:
    if "Pl." in term.entry.note.split(";")[0]:
        return False
    return predicates.feature(term.parsed.doc[head], "Number") == "Plur"


def _weighed(candidate: Candidate, term: Unexplained) -> Candidate:
    """A warning where the sentence tells the reader to do something."""
    sentence = candidate.sentence
    duty = any(predicates.must(token) for token in sentence if token.tag_.startswith("V"))
    if duty and predicates.addresses_reader(sentence) and term.zone is None:
        return replace(candidate, severity=Severity.WARNUNG)
    return candidate
