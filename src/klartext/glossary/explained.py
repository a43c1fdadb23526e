"""Which legal terms a letter explains, and which it leaves unexplained (``glossary.md`` 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from klartext.glossary.explanations import Sentence, is_explained
from klartext.glossary.load import Glossary
from klartext.glossary.model import Entry, Hit, Kind, Outcome
from klartext.glossary.view import View, view
from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.letters.model import Section, Understanding
from klartext.types import RUNNING_TEXT, Block, BlockKind

_NOT_BODY = frozenset(
    {
        Section.ABSENDER, Section.ANSCHRIFT, Section.ZEICHEN, Section.BETREFF, Section.ANREDE,
        Section.GRUSS, Section.UNTERSCHRIFT, Section.ANLAGEN,
    }
)  # fmt: skip
_CLOSED_ZONES = frozenset({"Z1", "Z4", "Z6", "Z10", "Z11", "Z12", "Z13"})
_FIXED_ZONES = frozenset({"Z2", "Z3"})
_WORDS_AND_BRACKET = re.compile(r"(?<![\w-])((?:[\w-]{1,60} ){1,8})\(([A-ZÄÖÜ][\w-]{1,7})\)")
_BOX_HEADING = re.compile(r"\b(?:Wichtige (?:Wörter|Begriffe)|Begriffe|Erklärung(?:en)?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A term the letter does not explain, at its first mention.

    ``leads_paragraph`` is true for the one term of a paragraph that gets an explanation.
    ``zone`` is ``Z2`` or ``Z3`` for a term that stands only there: its explanation belongs
    elsewhere, nothing may be inserted.
    """

    hit: Hit
    parsed: ParsedBlock
    leads_paragraph: bool
    zone: str | None = None

    @property
    def entry(self) -> Entry:
        """The row of the glossary."""
        return self.hit.entry


@dataclass(frozen=True, slots=True)
class _Mention:
    hit: Hit
    parsed: ParsedBlock
    sentence: int
    zone: str | None
    has_verb: bool


def unexplained_terms(
    letter: ParsedLetter,
    understanding: Understanding,
    glossary: Glossary,
    kinds: Collection[Kind] = (Kind.LEGAL_TERM,),
    hits: Callable[[ParsedBlock], list[Hit]] | None = None,
    anywhere: bool = False,
) -> list[Unexplained]:
    """Terms without an explanation, each once, in the order of the letter.

    Args:
        letter: the parsed letter.
        understanding: its sections and zones.
        glossary: the glossary.
        kinds: which kinds of entries want an explanation.
        hits: gives the hits of a block where they are known already.
        anywhere: whether an explanation far behind the first mention counts, too.
    """
    find = hits or glossary.match
    sentences: list[Sentence] = []
    mentions: dict[str, list[_Mention]] = {}
    boxed = _boxed_words(letter)
    for parsed in letter:
        if not is_running_text(parsed.block, understanding):
            continue
        doc = view(parsed.doc)
        begin = len(sentences)
        sentences += _sentences(doc)
        for hit in find(parsed):
            if hit.outcome is not Outcome.EXPLAIN or hit.entry.kind not in kinds:
                continue
            if _is_in_brackets(doc, hit.tokens[0]):
                continue
            zones = {zone.id for zone in understanding.zones_at(parsed.block.index, hit.span)}
            if zones & _CLOSED_ZONES:
                continue
            place = begin + _sentence_number(doc, hit.tokens[0])
            zone = min(zones & _FIXED_ZONES, default=None)
            has_verb = any(doc.tags[index][:1] == "V" for index in sentences[place].tokens)
            mention = _Mention(hit, parsed, place, zone, has_verb)
            mentions.setdefault(hit.entry.id, []).append(mention)
    missing = []
    for found in mentions.values():
        running = [item for item in found if item.zone is None]
        in_clauses = [item for item in running if item.has_verb]
        first = (in_clauses or running or found)[0]
        last = len(sentences) if anywhere else first.sentence + 1
        if first.hit.entry.term.lower() in boxed or _is_clear(found, last, sentences):
            continue
        missing.append(first)
    missing.sort(key=lambda item: (item.parsed.block.index, item.hit.span))
    return list(_one_a_paragraph(missing))


def is_running_text(block: Block, understanding: Understanding) -> bool:
    """Whether a block belongs to the body of a letter, unlike headings, addresses, tables."""
    return block.kind in RUNNING_TEXT and understanding.sections.get(block.index) not in _NOT_BODY


def explained_abbreviations(letter: ParsedLetter, glossary: Glossary) -> frozenset[str]:
    """Short forms that stand in brackets beside their long form somewhere in the letter.

    Both orders count: *Bundesamt für Migration und Flüchtlinge (BAMF)* and the reverse.
    """
    found: set[str] = set()
    texts = [parsed.block.text for parsed in letter]
    whole = "\n".join(texts)
    for short, rows in glossary.abbreviations.items():
        if short not in whole:
            continue
        for number, _ in rows:
            for alternative in glossary.entry(number).alternatives:
                long = re.escape(alternative.plain)
                pattern = rf"{long}\w{{0,2}} ?\({re.escape(short)}\)|{re.escape(short)} ?\({long}"
                if any(re.search(pattern, text) for text in texts):
                    found.add(short)
    # long forms the glossary does not know: initials of the words before the bracket
    for text in texts:
        for match in _WORDS_AND_BRACKET.finditer(text) if "(" in text else ():
            initials = "".join(word[0] for word in match[1].split() if word[0].isupper())
            if initials and initials.upper() == "".join(filter(str.isupper, match[2])):
                found.add(match[2])
    return frozenset(found)


def _is_clear(mentions: list[_Mention], last: int, sentences: list[Sentence]) -> bool:
    """Whether one mention is explained up to a sentence."""
    for mention in mentions:
        if mention.sentence > last:
            return False
        following = mention.sentence + 1
        window = sentences[following] if following < len(sentences) else None
        if following > last:
            window = None
        if is_explained(mention.hit, sentences[mention.sentence], window):
            return True
    return False


def _is_in_brackets(doc: View, token: int) -> bool:
    """Whether a token stands in brackets that explain something else."""
    depth = 0
    for index in range(doc.sentence_start[token], token):
        depth += (doc.texts[index] == "(") - (doc.texts[index] == ")")
    return depth > 0


def _one_a_paragraph(missing: list[_Mention]) -> Iterator[Unexplained]:
    seen: set[int] = set()
    for item in missing:
        index = item.parsed.block.index
        yield Unexplained(item.hit, item.parsed, item.zone is None and index not in seen, item.zone)
        if item.zone is None:
            seen.add(index)


def _sentences(doc: View) -> list[Sentence]:
    starts = sorted(set(doc.sentence_start))
    return [Sentence(doc, range(start, doc.sentence_end[start])) for start in starts]


def _sentence_number(doc: View, token: int) -> int:
    return sorted(set(doc.sentence_start)).index(doc.sentence_start[token])


def _boxed_words(letter: ParsedLetter) -> frozenset[str]:
    """Terms before a colon, or in table rows, below a heading *Wichtige Wörter*."""
    words: set[str] = set()
    inside = False
    for parsed in letter:
        block = parsed.block
        if block.kind is BlockKind.UEBERSCHRIFT or (block.bold and len(block.text) < 60):
            inside = _BOX_HEADING.search(block.text) is not None
        elif inside:
            front, colon, rest = block.text.partition(":")
            if block.kind is BlockKind.TABELLENZELLE:
                words.add(block.text.strip().lower())
            elif colon and rest.strip():
                words.add(front.strip(" „“•–-").lower())
    return frozenset(words)
