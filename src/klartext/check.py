"""The flow of one letter: read, parse, understand, find, filter, report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import klartext
from klartext import documents, glossary, scores
from klartext.checks import CHECKS
from klartext.errors import MESSAGES
from klartext.filters import apply_ignores, apply_precedence, apply_zones, in_order
from klartext.fingerprint import with_fingerprints
from klartext.language.pipeline import Pipeline, load_pipeline
from klartext.letters.model import Understanding
from klartext.letters.understand import understand
from klartext.rules.context import LetterContext
from klartext.rules.engine import CompiledRule, compile_rules
from klartext.rules.kinds import Resources
from klartext.rules.load import load_rules
from klartext.rules.schema import Levels, Rule
from klartext.settings import Settings, selected
from klartext.types import Excerpt, Finding, Letter, LetterReport, Notice, Suppressed


class Checker:
    """Checks letters with one configuration; the pipeline and the rules are prepared once.

    Args:
        settings: what options, configuration and defaults say.

    Raises:
        KlartextError: E2xx for a broken rule, E301 if the pipeline is missing.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules: tuple[Rule, ...] = load_rules(settings.extra_rules)
        self._compiled: dict[str, CompiledRule] = {}

    @cached_property
    def pipeline(self) -> Pipeline:
        """The language pipeline."""
        return load_pipeline()

    def check_path(self, path: Path, shown_name: str) -> LetterReport:
        """Judge one file.

        Args:
            path: the file.
            shown_name: posix path relative to the project, as reports show it.

        Raises:
            KlartextError: E1xx if the file cannot be read.
        """
        return self.check_letter(self._read(path), shown_name)

    def check_bytes(self, data: bytes, name: str) -> LetterReport:
        """Judge a file that came as bytes; ``name`` gives path and kind."""
        return self.check_letter(self._read_bytes(data, name), name)

    def check_letter(self, letter: Letter, shown_name: str) -> LetterReport:
        """Judge a letter that has been read."""
        settings = self.settings.for_file(shown_name)
        parsed = self.pipeline.parse(letter)
        understanding = understand(parsed)
        context = LetterContext(
            parsed=parsed,
            understanding=understanding,
            profile=settings.profile,
            glossary=glossary.load(),
            addressee=settings.house.addressee or "person",
            house_sender=settings.house.sender,
            thresholds=self._thresholds(settings),
            severities=dict(settings.severity),
        )
        found = [f for rule in self._active(settings) for f in rule.run(context)]
        found = apply_precedence(apply_zones(found, understanding))
        ignored = apply_ignores(
            in_order(found),
            letter.directives,
            frozenset(rule.id for rule in self.rules),
            frozenset(block.index for block in letter.blocks),
            require_reason=settings.ignores.require_reason,
            report_unused=settings.ignores.report_unused,
        )
        findings = with_fingerprints(in_order(ignored.findings), letter, shown_name)
        return _report(letter, shown_name, settings, context, findings, ignored.suppressed)

    def versions(self) -> dict[str, str]:
        """Versions a report prints: program, rule set, pipeline."""
        digest = hashlib.sha256()
        for rule in self.rules:
            digest.update(rule.model_dump_json().encode())
        return {
            "klartext": _program_version(),
            "rules": f"sha256:{digest.hexdigest()[:16]}",
            "model": self.pipeline.version,
        }

    def _read(self, path: Path) -> Letter:
        own = self.settings.placeholders
        return documents.read(
            path,
            parts=frozenset(self.settings.parts),
            patterns=own.patterns,
            placeholder_types=dict(own.types),
        )

    def _read_bytes(self, data: bytes, name: str) -> Letter:
        own = self.settings.placeholders
        return documents.read_bytes(
            data,
            name,
            parts=frozenset(self.settings.parts),
            patterns=own.patterns,
            placeholder_types=dict(own.types),
        )

    def _active(self, settings: Settings) -> list[CompiledRule]:
        wanted = selected(self.rules, settings, settings.profile)
        missing = [r for r in self.rules if r.id in wanted and r.id not in self._compiled]
        if missing:
            resources = Resources(self.pipeline.nlp, CHECKS)
            for compiled in compile_rules(missing, resources):
                self._compiled[compiled.rule.id] = compiled
        return [self._compiled[rule.id] for rule in self.rules if rule.id in wanted]

    def _thresholds(self, settings: Settings) -> dict[str, Levels]:
        own = {}
        for rule in self.rules:
            values = settings.thresholds.get(rule.id)
            if values:
                shipped = rule.levels_for(settings.profile)
                own[rule.id] = shipped.model_copy(update=values)
        return own


def _program_version() -> str:
    try:
        return version("klartext-amt")
    except PackageNotFoundError:
        return klartext.__version__


def _report(
    letter: Letter,
    shown_name: str,
    settings: Settings,
    context: LetterContext,
    findings: tuple[Finding, ...],
    suppressed: tuple[Suppressed, ...],
) -> LetterReport:
    counted, understanding = context.counts, context.understanding
    return LetterReport(
        path=shown_name,
        kind=letter.kind,
        sha256=letter.sha256,
        title=letter.title,
        profile=settings.profile,
        findings=findings,
        suppressed=suppressed,
        notices=(*letter.notices, *_nothing_to_read(letter)),
        excerpts=_excerpts(letter, findings),
        positions=_positions(letter, findings),
        counts={
            "blocks": len(letter.blocks),
            "sentences": counted.total.sentences,
            "words": counted.total.words,
        },
        scores=scores.scores_of(counted),
        letter_types=settings.letter_types or understanding.letter_types,
        letter_type_origin=settings.letter_type_origin
        or ("detected" if understanding.letter_types else "unbestimmt"),
        zones=_named_zones(understanding),
    )


def _excerpts(letter: Letter, findings: tuple[Finding, ...]) -> dict[int, Excerpt]:
    wanted = {finding.block for finding in findings}
    return {
        block.index: Excerpt(
            block=block.index,
            kind=block.kind,
            path=block.path,
            part=block.part,
            page_hint=block.page_hint,
            text=block.text,
            label=block.label,
            line=block.source.position(0)[0],
            placeholders=tuple(item.range for item in block.placeholders),
        )
        for block in letter.blocks
        if block.index in wanted
    }


def _positions(
    letter: Letter, findings: tuple[Finding, ...]
) -> dict[tuple[int, int], tuple[int, int]]:
    blocks = {block.index: block for block in letter.blocks}
    borders = {
        (finding.block, offset)
        for finding in findings
        for place in finding.ranges
        for offset in (place.start, place.end)
    }
    return {
        (index, offset): blocks[index].source.position(offset) for index, offset in sorted(borders)
    }


def _nothing_to_read(letter: Letter) -> Iterator[Notice]:
    """Without a word in it a letter has no findings, but it is not a good one for that."""
    if not any(any(map(str.isalpha, block.text)) for block in letter.blocks):
        yield Notice("N114", MESSAGES["N114"])


def _named_zones(understanding: Understanding) -> tuple[tuple[str, int], ...]:
    found = {
        (zone.id, zone.block)
        for zone in understanding.zones
        if zone.id in ("Z1", "Z2", "Z3") or (zone.by_pattern and zone.id in ("Z4", "Z6", "Z13"))
    }
    return tuple(sorted(found))
