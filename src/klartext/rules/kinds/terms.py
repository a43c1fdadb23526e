"""Kinds ``terms`` and ``substitution``: words of the rule file and of the glossary."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator

from spacy.tokens import Token

from klartext.glossary import Outcome
from klartext.glossary.suggest import suggest
from klartext.language.parse import ParsedBlock
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds import Resources
from klartext.rules.kinds.dependency import merge
from klartext.rules.schema import Rule, SubstitutionMatch, TermsMatch
from klartext.types import Applicability, Suggestion, TextRange

_GOVERNMENT = re.compile(r" \(mit (?:Genitiv|Dativ|Akkusativ)\)$")


class TermsFinder:
    """Finds words by lemma or form, and glossary hits of the kinds the rule names."""

    def __init__(self, rule: Rule, match: TermsMatch | SubstitutionMatch) -> None:
        self.rule, self.match = rule, match
        self.replacements: dict[str, str] = {}
        words: list[str] = []
        self.advise = frozenset(match.advise)
        self.only = frozenset(match.only) | self.advise if match.only else frozenset()
        if isinstance(match, TermsMatch):
            words += match.words
        else:
            self.replacements = {pair.find.lower(): pair.replace for pair in match.pairs}
            words += [pair.find for pair in match.pairs]
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for word in words:
            parts = tuple(word.lower().split())
            self.phrases.setdefault(parts[0], []).append(parts)
        self.starts = frozenset(self.phrases)

    def find(self, context: LetterContext) -> Iterator[Candidate]:
        """Candidates in reading order."""
        for parsed in context.blocks(self.rule):
            found = [*self._own_words(parsed), *self._glossary(context, parsed)]
            yield from sorted(found, key=lambda candidate: candidate.ranges)

    def _own_words(self, parsed: ParsedBlock) -> Iterator[Candidate]:
        doc, written = parsed.doc, parsed.written
        for start, ways in enumerate(written):
            if self.starts.isdisjoint(ways):
                continue
            for parts in self._phrases_at(ways):
                end = start + len(parts)
                if all(map(operator.contains, written[start:end], parts)) and end <= len(doc):
                    if not self._tag_fits(doc[start]):
                        continue
                    last = doc[end - 1]
                    yield Candidate(
                        parsed,
                        (TextRange(doc[start].idx, last.idx + len(last)),),
                        {"verb": doc[start]},
                        entry=" ".join(parts),
                        suggestions=self._own_suggestion(" ".join(parts)),
                    )
                    break

    def _phrases_at(self, ways: frozenset[str]) -> list[tuple[str, ...]]:
        found = {parts for key in ways for parts in self.phrases.get(key, ())}
        return sorted(found, key=lambda parts: (-len(parts), parts))

    def _own_suggestion(self, key: str) -> tuple[Suggestion, ...]:
        word = self.replacements.get(key)
        return (Suggestion(word, (), Applicability.SHOW),) if word else ()

    def _glossary(self, context: LetterContext, parsed: ParsedBlock) -> Iterator[Candidate]:
        if not self.match.glossary:
            return
        for hit in context.hits(parsed):
            if hit.entry.kind not in self.match.glossary or hit.entry.term in self.match.but_not:
                continue
            if self.only and hit.entry.term not in self.only:
                continue
            if hit.outcome is not Outcome.OFFER:
                continue
            tokens = [parsed.doc[index] for index in hit.tokens]
            if not self._tag_fits(tokens[0]):
                continue
            suggestions = suggest(context.glossary, hit, parsed)
            if self.match.least is not None:
                edits = _best_edit(suggestions, Applicability(self.match.least))
                if not edits and hit.entry.term not in self.advise:
                    continue
                suggestions = edits or _advice(suggestions)
            yield Candidate(
                parsed,
                merge(list(hit.ranges)),
                {"verb": tokens[0]},
                entry=hit.entry.id,
                suggestions=suggestions,
                hit=hit,
            )

    def _tag_fits(self, token: Token) -> bool:
        return not self.match.tags or token.tag_ in self.match.tags


def _best_edit(suggestions: tuple[Suggestion, ...], least: Applicability) -> tuple[Suggestion, ...]:
    """The first edit alone, if it is sure enough: second wordings fit the context too seldom."""
    for item in suggestions:
        if item.edits:
            return (item,) if item.applicability.rank >= least.rank else ()
    return ()


def _advice(suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """The first wording without its note on grammar: *haben*, not *haben (mit Akkusativ)*."""
    return tuple(
        Suggestion(_GOVERNMENT.sub("", item.label), (), Applicability.SHOW)
        for item in suggestions[:1]
    )


def compile_terms(rule: Rule, resources: Resources) -> TermsFinder:
    """The finder of a rule of these kinds."""
    assert isinstance(rule.match, (TermsMatch, SubstitutionMatch))
    return TermsFinder(rule, rule.match)
