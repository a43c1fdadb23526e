"""What every rule gets to see: the parsed letter and what is understood of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from klartext.glossary import Glossary, Hit
from klartext.language.parse import ParsedBlock, ParsedLetter
from klartext.letters.model import Section, Understanding
from klartext.rules.schema import Levels, Rule
from klartext.scores.counts import LetterCounts, count_letter
from klartext.scores.units import Unit
from klartext.types import Measure, Severity, Suggestion, TextRange

_ONE = ("ich", "mir", "mich")
_MANY = ("wir", "uns")


_FRAME = frozenset({Section.ANREDE, Section.GRUSS})
_NOTICE = frozenset(
    {
        Section.ANSCHRIFT,
        Section.ZEICHEN,
        Section.TENOR,
        Section.BEGRUENDUNG,
        Section.RECHTSBEHELF,
        Section.UNTERSCHRIFT,
    }
)


@dataclass(slots=True)
class LetterContext:
    """One letter during a check. Glossary hits are found once and shared by all rules."""

    parsed: ParsedLetter
    understanding: Understanding
    profile: str
    glossary: Glossary
    addressee: str = "person"
    house_sender: str | None = None
    thresholds: dict[str, Levels] = field(default_factory=dict)
    severities: dict[str, Severity] = field(default_factory=dict)
    _hits: dict[int, list[Hit]] = field(default_factory=dict)
    _counts: LetterCounts | None = None
    _sender: str | None = None
    _units: dict[int, list[Unit]] = field(default_factory=dict)

    def hits(self, parsed: ParsedBlock) -> list[Hit]:
        """Glossary hits of a block after precedence (``glossary.md`` 3)."""
        index = parsed.block.index
        if index not in self._hits:
            self._hits[index] = self.glossary.match(parsed)
        return self._hits[index]

    @property
    def counts(self) -> LetterCounts:
        """Counts and units of the letter, made once."""
        if self._counts is None:
            self._counts = count_letter(self.parsed, self.understanding)
        return self._counts

    def units(self, parsed: ParsedBlock) -> list[Unit]:
        """Units whose longest part stands in a block, mandatory text left out."""
        if not self._units:
            for unit in self.counts.units:
                if not unit.counted_apart:
                    home = max(unit.blocks, key=lambda index: len(unit.range_in(index)))
                    self._units.setdefault(home, []).append(unit)
        return self._units.get(parsed.block.index, [])

    @property
    def is_letter(self) -> bool:
        """Whether the one who writes is an office.

        A salutation or a closing says so. Many notices have neither, but two of the parts only a
        notice has, such as address and remedy; a leaflet or a law has at most one.
        """
        found = set(self.understanding.sections.values())
        return not found.isdisjoint(_FRAME) or len(found & _NOTICE) > 1

    @property
    def sender(self) -> str:
        """How the office speaks of itself: ``wir`` or ``ich``, by setting or by the letter."""
        if self.house_sender is not None:
            return self.house_sender
        if self._sender is None:
            signed = {zone.block for zone in self.understanding.zones if zone.id == "Z6"}
            words = Counter(
                token.lower_
                for parsed in self.parsed
                if parsed.block.index not in signed
                for token in parsed.doc
            )
            one, many = (sum(words[form] for form in forms) for forms in (_ONE, _MANY))
            self._sender = "ich" if one > many else "wir"
        return self._sender

    def blocks(self, rule: Rule) -> Iterator[ParsedBlock]:
        """Blocks a rule looks at: by form and by section."""
        for parsed in self.parsed:
            if parsed.block.kind not in rule.blocks:
                continue
            section = self.section(parsed)
            if rule.sections and section not in rule.sections:
                continue
            if section not in rule.not_sections:
                yield parsed

    def levels(self, rule: Rule) -> Levels:
        """Thresholds of a rule in the profile of this letter, with the user's own."""
        return self.thresholds.get(rule.id) or rule.levels_for(self.profile)

    def section(self, parsed: ParsedBlock) -> Section:
        """The section of a block in the letter, running text if unknown."""
        return self.understanding.sections.get(parsed.block.index, Section.FLIESSTEXT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a rule has found, before guards, zones and severity.

    ``nodes`` holds the matched tokens by name for guards, offers and message slots.
    ``slots`` fills the message besides ``{gefunden}``.
    """

    parsed: ParsedBlock
    ranges: tuple[TextRange, ...]
    nodes: dict[str, Token] = field(default_factory=dict)
    slots: dict[str, str] = field(default_factory=dict)
    value: float | None = None
    entry: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    measures: tuple[Measure, ...] = ()
    hit: Hit | None = None
    severity: Severity | None = None

    @property
    def text(self) -> str:
        """The marked words; *…* stands for what lies between them."""
        return " … ".join(item.of(self.parsed.block.text) for item in self.ranges)

    @property
    def sentence(self) -> Span:
        """The sentence that holds the first mark."""
        return self.parsed.sentence_at(self.ranges[0].start)

    def tokens(self) -> Iterator[Token]:
        """Tokens that touch a mark."""
        for token in self.parsed.doc:
            own = TextRange(token.idx, token.idx + len(token))
            if any(own.overlaps(item) for item in self.ranges):
                yield token
