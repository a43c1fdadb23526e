"""Kind ``dependency``: syntax, by spaCy's ``DependencyMatcher``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.matcher import DependencyMatcher
from spacy.tokens import Token

from klartext.errors import KlartextError
from klartext.language.parse import ParsedBlock
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.kinds import Resources
from klartext.rules.schema import DependencyMatch, Rule
from klartext.types import TextRange


class DependencyFinder:
    """Finds the trees that one rule describes; each set of marked words once."""

    def __init__(self, rule: Rule, match: DependencyMatch, resources: Resources) -> None:
        self.rule, self.match = rule, match
        self.names = [[node["RIGHT_ID"] for node in pattern] for pattern in match.patterns]
        self.needs = [_needs(pattern) for pattern in match.patterns]
        _check_labels(rule, match, resources)
        self.matcher = DependencyMatcher(resources.nlp.vocab, validate=True)
        for number, pattern in enumerate(match.patterns):
            self.matcher.add(str(number), [list(pattern)])

    def find(self, context: LetterContext) -> Iterator[Candidate]:
        """Candidates by block and position; nodes carry the names of the pattern."""
        for parsed in context.blocks(self.rule):
            if not any(_can_match(needs, parsed) for needs in self.needs):
                continue
            doc = parsed.doc
            found: dict[tuple[int, ...], Candidate] = {}
            for key, indices in self.matcher(doc):
                names = self.names[int(doc.vocab.strings[key])]
                nodes = {name: doc[index] for name, index in zip(names, indices, strict=True)}
                marked = self._marked(nodes)
                place = tuple(token.i for token in marked)
                if place not in found:
                    ranges = merge([TextRange(t.idx, t.idx + len(t)) for t in marked])
                    found[place] = Candidate(parsed, ranges, nodes, _parts(marked))
            yield from (found[place] for place in sorted(found))

    def _marked(self, nodes: dict[str, Token]) -> list[Token]:
        names = (name.removesuffix("?") for name in self.match.mark)
        marked = {nodes[name] for name in names if name in nodes}
        if self.match.verb_group:
            marked |= set(predicates.verb_parts(nodes["verb"], nodes["aux"]))
        return sorted(marked, key=lambda token: token.i)


def merge(ranges: list[TextRange]) -> tuple[TextRange, ...]:
    """Sorted ranges; two that are closer than two characters become one."""
    merged: list[TextRange] = []
    for item in sorted(ranges):
        if merged and item.start - merged[-1].end < 2:
            merged[-1] = TextRange(merged[-1].start, max(merged[-1].end, item.end))
        else:
            merged.append(item)
    return tuple(merged)


def _parts(marked: list[Token]) -> dict[str, str]:
    """Message slots ``{teil1}`` and ``{teil2}``: the first word and the rest."""
    return {"teil1": marked[0].text, "teil2": " ".join(token.text for token in marked[1:])}


def _check_labels(rule: Rule, match: DependencyMatch, resources: Resources) -> None:
    labels_of = resources.nlp.pipe_labels
    known = {"DEP": {*labels_of["parser"], "ROOT"}, "TAG": set(labels_of["tagger"])}
    for pattern in match.patterns:
        for node in pattern:
            for attribute, labels in known.items():
                for label in _labels(node.get("RIGHT_ATTRS", {}).get(attribute)):
                    if label not in labels:
                        raise KlartextError("E208", where=rule.origin, label=label)


Need = list[tuple[str, str]]
"""One of these attributes and values must be in a block for a node to match."""


def _needs(pattern: tuple[dict[str, Any], ...]) -> list[Need]:
    """What tags, lemmas and forms a pattern cannot do without, node by node."""
    needs: list[Need] = []
    for node in pattern:
        for attribute in ("TAG", "LEMMA", "LOWER"):
            value = node.get("RIGHT_ATTRS", {}).get(attribute)
            if isinstance(value, dict):
                value = value.get("IN") if set(value) == {"IN"} else None
            values = [value] if isinstance(value, str) else value
            if values:
                needs.append([(attribute, item) for item in values])
    return needs


def _can_match(needs: list[Need], parsed: ParsedBlock) -> bool:
    return all(any(item in parsed.vocabulary for item in need) for need in needs)


def _labels(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [label for key in ("IN", "NOT_IN") for label in value.get(key, [])]
    return []


def compile_dependency(rule: Rule, resources: Resources) -> DependencyFinder:
    """The finder of a rule of this kind."""
    assert isinstance(rule.match, DependencyMatch)
    return DependencyFinder(rule, rule.match, resources)
