"""WO10: abbreviations that the letter uses without ever writing them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from klartext.checks.reader import is_for_lawyer
from klartext.checks.registry import check
from klartext.checks.short_forms import MEANS_MORE, is_everyday, is_statute
from klartext.checks.short_phrases import short_phrases
from klartext.glossary import Hit, Kind, Outcome
from klartext.glossary.explained import explained_abbreviations, is_running_text
from klartext.glossary.fidelity import is_faithful
from klartext.language.parse import ParsedBlock, protected_in
from klartext.language.spans import SpanLabel
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.scores.forms import is_roman
from klartext.types import Applicability, Edit, Severity, Suggestion, TextRange

_CLOSED_ZONES = frozenset({"Z1", "Z4", "Z5", "Z6", "Z7", "Z9", "Z13"})
_IDENTIFIERS = (
    SpanLabel.REFERENCE, SpanLabel.ACCOUNT, SpanLabel.EMAIL, SpanLabel.WEB, SpanLabel.PHONE,
    SpanLabel.ADDRESS, SpanLabel.CITATION, SpanLabel.LAW,
)  # fmt: skip
_SHORT_FORM = re.compile(r"[A-ZÄÖÜa-zäöü]{2,6}")
_COMPOUND = re.compile(
    r"([A-ZÄÖÜa-zäöü]{2,6})-(?!\w*(?i:gesetz|verordnung|richtlinie|vertrag)(?:e?s|en)?$)"
    r"[A-ZÄÖÜ][a-zäöüß]{3,}"
)
_SHORTEST = 2
"""Two letters are so often something else that an article has to stand before them."""
_LENGTH_OF_NAMES = 5
_WORD_INSIDE = re.compile(r"[a-zäöü]{2,}[A-ZÄÖÜ]|[a-zäöü]{3,}")
_VOWELS = frozenset("AEIOUÄÖÜ")
_PART_OF_NAME = re.compile(
    r"\s*(?:[A-Z]{1,2}[ -]\d|[:/_\d-]|[IVX]+\b|e\. ?V\.|gGmbH|GmbH)|[\"'’“‘]\w"
)
_FORM = re.compile(r"\b(?:Anlage|Formular|Formblatt|Vordruck) $")
_ARTICLES = frozenset({"ART", "APPRART", "PPOSAT", "PDAT", "PIAT"})


@dataclass(frozen=True, slots=True)
class _Mention:
    parsed: ParsedBlock
    place: TextRange
    token: Token
    short: str
    hit: Hit | None


@check("unexplained-abbreviation")
def unexplained_abbreviations(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """First running-text mention of each abbreviation that is written out nowhere."""
    if context.addressee != "person" or is_for_lawyer(context):
        return
    yield from short_phrases(context, rule)
    explained = explained_abbreviations(context.parsed, context.glossary)
    texts = [parsed.block.text for parsed in context.parsed]
    seen: set[str] = set()
    for parsed in context.blocks(rule):
        if not is_running_text(parsed.block, context.understanding):
            continue
        for mention in sorted(_mentions(context, parsed), key=lambda item: item.place):
            if mention.short in seen or _is_out_of_bounds(context, mention):
                continue
            seen.add(mention.short)
            if mention.short not in explained and not _has_long_form(mention, texts):
                yield _candidate(context, mention)


def _mentions(context: LetterContext, parsed: ParsedBlock) -> Iterator[_Mention]:
    taken: set[int] = set()
    for hit in context.hits(parsed):
        taken.update(hit.tokens)
        short = hit.variant
        if hit.entry.kind is not Kind.ABBREVIATION or hit.entry.known == "ja":
            continue
        token = parsed.doc[hit.tokens[0]]
        if "-" in token.text and "-" not in short and not _compound_of(token):
            continue
        is_compound = token.text != short
        if len(short) == _SHORTEST and (is_compound or not _is_used_as_noun(token)):
            continue
        if _looks_like_one(short) and not _is_phrase(hit):
            yield _Mention(parsed, hit.span, token, short, hit)
    for token in parsed.doc:
        if token.i in taken or sum(map(str.isupper, token.text)) < 2:
            continue
        compound = _compound_of(token)
        short = compound or token.text
        if len(short) == _SHORTEST or not _looks_like_one(short) or not _is_used_as_noun(token):
            continue
        if _reads_like_a_name(short) or not any(map(predicates.finite, token.sent)):
            continue
        place = TextRange(token.idx, token.idx + len(short))
        yield _Mention(parsed, place, token, short, None)


def _compound_of(token: Token) -> str | None:
    """The short form a compound begins with (*BWZ-Bescheinigung*), unless it names a law."""
    found = _COMPOUND.fullmatch(token.text)
    return found[1] if found and token.tag_ == "NN" else None


def _reads_like_a_name(short: str) -> bool:
    """*EURES*, *DENA*, *BaFin*: long, half vowels, or with a word inside (*HipHop*)."""
    if (short.isupper() and len(short) >= _LENGTH_OF_NAMES) or _WORD_INSIDE.search(short):
        return True
    vowels = sum(letter in _VOWELS for letter in short.upper())
    return 2 * vowels >= len(short)


def _looks_like_one(short: str) -> bool:
    if _SHORT_FORM.fullmatch(short) is None or sum(map(str.isupper, short)) < 2:
        return False
    return not (is_everyday(short) or is_roman(short) or is_statute(short))


def _is_phrase(hit: Hit) -> bool:
    """*iHv*, *idR*: no name but words cut short, the matter of another rule."""
    return all(item.text[:1].islower() and " " in item.text for item in hit.entry.alternatives)


def _is_used_as_noun(token: Token) -> bool:
    """An article stands before it, so it is no heading, brand name or shout."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is None or before.tag_ not in _ARTICLES or token.tag_ not in ("NN", "NE"):
        return False
    return after is None or not (after.text[0].isupper() or after.text[0].isdigit())


def _is_cut_from(short: str, word: str) -> bool:
    """Whether the letters stand in this order in a long word: *BU* in *Berufsunfähigkeit*."""
    letters = iter(word.lower())
    starts_alike = word[:1] == short[:1] and len(word) > 2 * len(short)
    return starts_alike and all(letter in letters for letter in short.lower())


def _spelled_out(short: str) -> re.Pattern[str]:
    """Words with the initials of a short form: *Grad der Behinderung* for *GdB*."""
    words = (rf"{letter}[\w-]+" for letter in short)
    return re.compile(r"\b" + r" (?:(?:und|für|der|des|die|zur|zum|von|in) )*".join(words))


def _is_out_of_bounds(context: LetterContext, mention: _Mention) -> bool:
    block, place = mention.parsed.block, mention.place
    for zone in context.understanding.zones_at(block.index, place):
        if zone.id in _CLOSED_ZONES:
            return True
        is_longer_name = zone.range is not None and len(zone.range) > len(mention.token)
        if zone.id == "Z8" and is_longer_name:
            return True
    for span in protected_in(mention.parsed.doc):
        if span.label_ in _IDENTIFIERS and span.start <= mention.token.i < span.end:
            return True
    token_end = mention.token.idx + len(mention.token)
    if _PART_OF_NAME.match(block.text, token_end):
        return True
    before = block.text[: place.start]
    if before[-1:] in ("/", "_", "-", ".") or _FORM.search(before):
        return True
    return _is_shouted(mention)


def _is_shouted(mention: _Mention) -> bool:
    """A word beside it is all in capitals, too: a line in capitals, *BITTE NICHT*."""
    doc, index = mention.parsed.doc, mention.token.i
    beside = [doc[i] for i in (index - 1, index + 1) if 0 <= i < len(doc)]
    return any(token.is_alpha and token.is_upper and len(token) > 2 for token in beside)


def _has_long_form(mention: _Mention, texts: list[str]) -> bool:
    """Brackets, *kurz* or *steht für* beside it, or its long form somewhere in the letter."""
    short = re.escape(mention.short)
    beside = re.compile(
        rf"\( ?(?:kurz|auch|abgekürzt|im Folgenden)?:? ?[„\"]?{short}(?:-\w+)?[“\"]? ?\)"
        rf"|\b{short}[“\"]? ?\((?:[^()\d]{{6,}})\)|\b(?:kurz|genannt):? [„\"]?{short}\b"
        rf"|\b{short}[“\"]? (?:steht für|bedeutet|heißt|ist die Abkürzung)"
        rf"|\w{{4,}} ?[–-] {short}\b|\b{short} ?[–=:-] [A-ZÄÖÜ]\w{{4,}}",
        re.IGNORECASE,
    )
    spelled_out = _spelled_out(mention.short)
    if any(beside.search(text) or spelled_out.search(text) for text in texts):
        return True
    words = (found[1] for text in texts for found in re.finditer(rf"(\w+) {short}\b", text))
    if any(_is_cut_from(mention.short, word) for word in words):
        return True
    if mention.hit is None:
        return False
    longs = [item.plain.rstrip("ens") for item in mention.hit.entry.alternatives]
    return any(long in text for long in longs for text in texts)


def _candidate(context: LetterContext, mention: _Mention) -> Candidate:
    hit = mention.hit
    if hit is None:
        return Candidate(
            mention.parsed,
            (mention.place,),
            {"verb": mention.token},
            slots={"lang": "."},
            entry=mention.short,
            severity=Severity.HINWEIS,
        )
    known = Candidate(
        mention.parsed,
        (mention.place,),
        {"verb": mention.token},
        entry=hit.entry.id,
        hit=hit,
        severity=Severity.HINWEIS if hit.entry.known == "teils" else Severity.WARNUNG,
    )
    long = hit.entry.alternatives[0].plain
    is_certain = hit.entry.confidence == "high" and mention.short not in MEANS_MORE
    if is_certain and hit.outcome is Outcome.OFFER:
        suggestion = _written_out(known, mention, long)
        return replace(known, suggestions=(suggestion,), slots={"lang": f": „{long}“."})
    meanings = " oder ".join(f"„{item.plain}“" for item in hit.entry.alternatives)
    advice = Suggestion(f"zum Beispiel {meanings}", (), Applicability.SHOW)
    slots = {"lang": ". Die Abkürzung kann Verschiedenes heißen."}
    return replace(known, suggestions=(advice,), slots=slots)


def _written_out(candidate: Candidate, mention: _Mention, long: str) -> Suggestion:
    """The long form in brackets behind the short one, where the short one is a word of its own.

    A legal term may be the long form: here it names what already stands in the letter.
    """
    label = f"{mention.short} ({long})"
    end = mention.place.end
    whole = Suggestion(label, (Edit(TextRange(end, end), f" ({long})"),), Applicability.REVIEW)
    sentence = candidate.sentence
    before = candidate.parsed.block.text
    after = whole.apply(before)
    grown = len(after) - len(before)
    in_brackets = before[: mention.place.start].rstrip().endswith("(")
    fits = mention.token.text == mention.short and not in_brackets and "(" not in long
    if fits and is_faithful(
        before[sentence.start_char : sentence.end_char],
        after[sentence.start_char : sentence.end_char + grown],
    ):
        return whole
    return Suggestion(label, (), Applicability.SHOW)
