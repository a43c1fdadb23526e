"""Kind ``tokens``: surface form, by token patterns, protected spans or text patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.matcher import Matcher

from klartext.language.parse import ParsedBlock
from klartext.language.spans import SpanLabel
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds import Resources
from klartext.rules.schema import Rule, TokensMatch
from klartext.types import TextRange


class TokensFinder:
    """Finds what the patterns of one rule describe."""

    def __init__(self, rule: Rule, match: TokensMatch, resources: Resources) -> None:
        self.rule = rule
        self.texts = [re.compile(pattern) for pattern in match.text]
        self.label = SpanLabel(match.span) if match.span else None
        self.matcher: Matcher | None = None
        if match.patterns:
            self.matcher = Matcher(resources.nlp.vocab, validate=True)
            self.matcher.add(
                rule.id, [list(pattern) for pattern in match.patterns], greedy="LONGEST"
            )

    def find(self, context: LetterContext) -> Iterator[Candidate]:
        """One candidate for each longest match."""
        for parsed in context.blocks(self.rule):
            for start, end in sorted(self._ranges(parsed)):
                yield Candidate(parsed, (TextRange(start, end),))

    def _ranges(self, parsed: ParsedBlock) -> Iterator[tuple[int, int]]:
        text = parsed.block.text
        if self.label is not None:
            for span in parsed.spans(self.label):
                if not self.texts or any(p.fullmatch(span.text) for p in self.texts):
                    yield span.start_char, span.end_char
        else:
            taken: list[tuple[int, int]] = []
            for pattern in self.texts:
                for found in pattern.finditer(text):
                    if not any(a < found.end() and found.start() < b for a, b in taken):
                        taken.append(found.span())
                        yield found.span()
        if self.matcher is not None:
            for span in self.matcher(parsed.doc, as_spans=True):
                yield span.start_char, span.end_char


def compile_tokens(rule: Rule, resources: Resources) -> TokensFinder:
    """The finder of a rule of this kind."""
    assert isinstance(rule.match, TokensMatch)
    return TokensFinder(rule, rule.match, resources)
