"""TX11: places of a template that nobody has filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klartext.checks.registry import check
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.schema import Rule
from klartext.types import Severity, TextRange

_LEFTOVER = re.compile(
    r"\bTODO\b|\bFIXME\b|(?<!drei )\?{3,}"
    # "XXX. Spiele" is a Roman numeral, "XX-XXXX" shows how a number is written
    r"|\bTT\.MM\.JJJJ\b|(?<![\w/-])XX+(?:\.XX+)*(?![\w/-]|\. ?[A-ZÄÖÜ])|(?<![\w/-])xxx+(?![\w/-])"
)
_PATTERN_SHOWN = re.compile(r"\b(?:Format|Schreibweise|Muster|Beispiel|Platzhalter)\b")
_INSTRUCTION = re.compile(
    r"\[\s*(?:nur|falls|wenn|bei|ggf\.|gegebenenfalls|optional|bitte|hier|entweder|alternativ|"
    r"variante|nicht bei|wird ergänzt|einfügen|auswählen|zutreffendes)\b[^\[\]]{0,80}\]"
    r"|\bbitte auswählen\b",
    re.IGNORECASE,
)
_STRIKE_OUT = re.compile(r"Nicht ?zutreffendes (?:bitte )?streichen", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"(?:^|[\s(])[\wäöüßÄÖÜ./-]+\s*:\s*$")
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
    for found in _INSTRUCTION.finditer(block.text):
        yield TextRange(*found.span()), Severity.FEHLER
    for found in _STRIKE_OUT.finditer(block.text):
        yield TextRange(*found.span()), Severity.WARNUNG
    for placeholder in block.placeholders:
        is_line = not placeholder.range.of(block.text).strip("_.… ")
        if placeholder.origin != "blank" or not is_line:
            continue
        if not _to_be_filled_by_reader(parsed, placeholder.range):
            yield placeholder.range, Severity.FEHLER
    protected = [item.range for item in block.placeholders if item.origin != "blank"]
    for found in _LEFTOVER.finditer(block.text):
        place = TextRange(*found.span())
        if _PATTERN_SHOWN.search(parsed.sentence_at(place.start).text):
            continue
        if not any(place.overlaps(other) for other in protected):
            yield place, Severity.FEHLER


def _to_be_filled_by_reader(parsed: ParsedBlock, place: TextRange) -> bool:
    """A form line: a label before the blank, no sentence around it, or a sentence of the signer."""
    text = parsed.block.text
    line_start = text.rfind("\n", 0, place.start) + 1
    if _LABEL_BEFORE.search(text[line_start : place.start]):
        return True
    sentence = parsed.sentence_at(place.start)
    if not any(predicates.finite(token) for token in sentence):
        return True
    return any(token.lower_ in _FIRST_PERSON for token in sentence)
