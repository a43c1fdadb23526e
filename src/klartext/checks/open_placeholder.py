"""TX11: places of a template that nobody has filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klartext.checks import leftovers
from klartext.checks.registry import check
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.types import Severity, TextRange

_LABEL_BEFORE = re.compile(r"(?:^|[\s(])[\wäöüßÄÖÜ./-]+\s*:\s*$")
_FORM_LINE = re.compile(
    r"^\s*(?:\( ?\)|\[ ?\])|[☐□○❑]|^[\w /().-]+:\s*_|_ ?/ ?_|^Zu (?:Frage|Nr\.|Ziffer|Punkt) \d+:"
    r"|[A-Z]{2,}-_|\b(?:notieren|tragen|schreiben|setzen) Sie\b"
)
"""A line with a check box, a label with its blank, or boxes for a date."""
_LONGEST_NOTE = 14
_FIRST_PERSON = frozenset({"ich", "mir", "mich", "mein", "meine", "meinen", "meiner", "meines"})


@check("open-placeholder")
def open_placeholders(context: LetterContext, rule: Rule) -> Iterable[Candidate]:
    """Blanks in running text, leftovers of editing, instructions of a template."""
    for parsed in context.blocks(rule):
        taken: dict[TextRange, Severity] = {}
        for place, severity in _places(parsed):
            if not any(place.overlaps(other) for other in taken):
                taken[place] = severity
        for place in sorted(taken):
            yield Candidate(parsed, (place,), severity=taken[place])


def _places(parsed: ParsedBlock) -> Iterator[tuple[TextRange, Severity]]:
    block = parsed.block
    for found in leftovers.INSTRUCTIONS.finditer(block.text):
        yield TextRange(*found.span()), Severity.FEHLER
    for found in leftovers.STRIKE_OUT.finditer(block.text):
        sentence = parsed.sentence_at(found.start())
        if any(token.text in wordlists.POLITE_FORMS for token in sentence):
            yield TextRange(*found.span()), Severity.WARNUNG
    fields = [item.range for item in block.placeholders if item.origin != "blank"]
    for place in (*_blanks(parsed), *_leftovers(parsed), *_notes(parsed)):
        if not any(place.overlaps(other) for other in fields):
            yield place, Severity.FEHLER


def _blanks(parsed: ParsedBlock) -> Iterator[TextRange]:
    text = parsed.block.text
    lines = [
        item.range
        for item in parsed.block.placeholders
        if item.origin == "blank" and not item.range.of(text).strip("_.… ")
    ]
    lines += [TextRange(*found.span()) for found in leftovers.BLANKS.finditer(text)]
    for place in lines:
        if not _is_shown(parsed, place) and not _to_be_filled_by_reader(parsed, place):
            yield place


def _leftovers(parsed: ParsedBlock) -> Iterator[TextRange]:
    text = parsed.block.text
    for sign in leftovers.LEFTOVERS:
        for found in sign.find(text):
            yield TextRange(*found.span())
    for found in leftovers.STAND_INS.finditer(text):
        sentence = parsed.sentence_at(found.start()).text
        place = TextRange(*found.span())
        if not _is_shown(parsed, place) and not leftovers.PATTERN_SHOWN.search(sentence):
            yield place


def _is_shown(parsed: ParsedBlock, place: TextRange) -> bool:
    """*(TT.MM.JJJJ)*, *„XX“*, *xxxxx«Ziffern»*: written that way on purpose."""
    text = parsed.block.text
    before, after = text[: place.start], text[place.end :]
    if before.endswith(("(", "„", '"', "‚")) and after.startswith((")", "“", '"', "‘")):
        return True
    return any(
        item.origin != "blank" and place.start <= item.range.end and item.range.start <= place.end
        for item in parsed.block.placeholders
    )


def _notes(parsed: ParsedBlock) -> Iterator[TextRange]:
    for sentence in parsed.sentences:
        is_note = leftovers.NOTES.search(sentence.text) is not None
        is_short = len(sentence) <= _LONGEST_NOTE
        if is_note and is_short and not any(predicates.finite(token) for token in sentence):
            yield TextRange(sentence.start_char, sentence.end_char)


def _to_be_filled_by_reader(parsed: ParsedBlock, place: TextRange) -> bool:
    """A form line: a label before the blank, no sentence around it, or a sentence of the signer."""
    text = parsed.block.text
    line_start = text.rfind("\n", 0, place.start) + 1
    line = text[line_start:].partition("\n")[0]
    if _LABEL_BEFORE.search(text[line_start : place.start]) or _FORM_LINE.search(line):
        return True
    sentence = parsed.sentence_at(place.start)
    if not any(predicates.finite(token) for token in sentence):
        return True
    return any(token.lower_ in _FIRST_PERSON for token in sentence)
