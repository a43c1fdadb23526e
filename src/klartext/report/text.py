"""The report for the terminal (interfaces.md 1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from klartext.report.excerpt import Quote, quote
from klartext.report.options import RenderOptions
from klartext.report.terminal import (
    SEVERITY_COLOR,
    Style,
    columns,
    encodable,
    printable,
    shortened_path,
    wrap,
)
from klartext.report.view import (
    FindingView,
    LetterView,
    block_label,
    score_group,
    view,
)
from klartext.texts import counted, number, text
from klartext.types import Report, Score, Severity, Suggestion

_SIGNS = {Severity.FEHLER: "✖", Severity.WARNUNG: "▲", Severity.HINWEIS: "●"}
_GROUP_COLOR = {"leicht": "green", "mittel": "yellow", "schwer": "red"}
_MESSAGE_INDENT = 10
_SUGGESTION_INDENT = 9
_CAUSES = 4
_NAME = 30
"""Columns a file name gets at least before the value moves to a line of its own."""


def render(report: Report, options: RenderOptions) -> str:
    """The whole report as text; with several letters a total at the end."""
    writer = _Writer(options)
    letters = [view(letter, options.titles, fold=not options.verbose) for letter in report.letters]
    parts = ["\n".join(writer.letter(letter)) for letter in letters]
    if len(report.letters) + len(report.errors) > 1 and not options.quiet:
        parts.append("\n".join(writer.total(report)))
    body = "\n\n".join(part for part in parts if part)
    return encodable(body, options.encoding) + "\n" if body else ""


class _Writer:
    """Lines of one report; holds width, colours and the signs of the console."""

    def __init__(self, options: RenderOptions) -> None:
        self.options = options
        self.width = max(options.width, 40)
        self.style = Style(options.color)

    def letter(self, letter: LetterView) -> Iterator[str]:
        yield from self._head(letter)
        if letter.causes and not self.options.quiet:
            yield from self._causes(letter)
        for group in letter.groups:
            yield ""
            yield "  " + self.style(self._clean(group.label), "dim")
            for position, finding in enumerate(group.findings):
                if position:
                    yield ""
                yield from self._finding(finding)
        if not self.options.quiet:
            yield ""
            yield from self._tail(letter)

    def total(self, report: Report) -> Iterator[str]:
        """The last lines of a run over several letters."""
        counts = {
            severity: sum(
                finding.severity == severity
                for letter in report.letters
                for finding in letter.findings
            )
            for severity in sorted(Severity, reverse=True)
        }
        yield text(
            "total", letters=counted("count.letters", len(report.letters)), found=_found(counts)
        )
        if report.errors:
            yield text(
                "total.unreadable",
                files=counted("count.files", len(report.errors)),
                names=", ".join(error.path for error in report.errors),
            )
        gate = report.gate
        if gate is not None and report.at_or_above(gate):
            above = sum(
                any(finding.severity >= gate for finding in letter.findings)
                for letter in report.letters
            )
            yield text(
                "total.gate",
                gate=counted(f"severity.{gate}", 1),
                letters=counted("count.in-letters", above),
            )

    def _head(self, letter: LetterView) -> Iterator[str]:
        """Name on the left, value on the right; in two lines where they do not fit in one."""
        score = letter.score
        name = self._clean(letter.letter.path)
        if score is None or score.value is None:
            yield self.style(shortened_path(name, self.width), "bold")
            if score is not None and score.reason:
                metric = text(f"metric.{score.metric}")
                missing = text("score.missing", metric=metric, reason=score.reason)
                yield from self._wrapped(missing, 2)
        else:
            metric, value = text(f"metric.{score.metric}"), _score_value(score)
            taken = columns(metric) + 1 + columns(value)
            room = self.width - taken - 2
            shown = shortened_path(name, room if room >= _NAME else self.width)
            colored = f"{metric} {self.style(value, _GROUP_COLOR[score_group(score)])}"
            if columns(shown) <= room:
                space = " " * (self.width - columns(shown) - taken)
                yield self.style(shown, "bold") + space + colored
            else:
                yield self.style(shown, "bold")
                yield "  " + colored
        if self.options.verbose:
            yield from self._further_scores(letter)

    def _further_scores(self, letter: LetterView) -> Iterator[str]:
        for score in letter.letter.scores:
            if score is letter.score or score.metric not in ("lix", "wstf4"):
                continue
            shown = _score_value(score) if score.value is not None else score.reason
            direction = text(f"direction.{score.higher_is}")
            yield f"  {text(f'metric.{score.metric}')} {shown} ({direction})"

    def _causes(self, letter: LetterView) -> Iterator[str]:
        named = [f"{title} ({count})" for title, count in letter.causes[:_CAUSES]]
        rest = " …" if len(letter.causes) > _CAUSES else ""
        yield from self._wrapped(text("causes", causes=", ".join(named) + rest), 0)

    def _finding(self, item: FindingView) -> Iterator[str]:
        finding = item.finding
        color = SEVERITY_COLOR[finding.severity]
        word = counted(f"severity.{finding.severity}", 1)
        room = self.width - _MESSAGE_INDENT
        first, *rest = wrap(self._clean(finding.message), room - columns(word) - 3)
        label = self.style(f"{_SIGNS[finding.severity]} {finding.rule}", "bold", color)
        gap = " " * max(2 - max(len(finding.rule) - 4, 0), 1)
        space = " " * max(room - columns(first) - columns(word), 2)
        yield f"  {label}{gap}{first}{space}{self.style(word, color)}"
        for line in rest:
            yield " " * _MESSAGE_INDENT + line
        yield from self._quote(item, color)
        for suggestion in finding.suggestions:
            yield from self._suggestion(suggestion)
        yield from self._folded(item)

    def _quote(self, item: FindingView, color: str) -> Iterator[str]:
        finding, excerpt = item.finding, item.excerpt
        if excerpt is None or not finding.ranges:
            return
        quoted = quote(
            excerpt.text,
            finding.ranges,
            self.width - 9,
            sentence=finding.sentence,
            placeholders=excerpt.placeholders,
            encoding=self.options.encoding,
        )
        line_number = self.style(f"  {item.place.line:>4} │", "dim")
        yield f"{line_number} {self._with_placeholders(quoted)}"
        if quoted.carets:
            yield f"{self.style('       │', 'dim')} {_carets(quoted.carets, color, self.style)}"

    def _with_placeholders(self, quoted: Quote) -> str:
        painted, at = "", 0
        for place in quoted.placeholders:
            painted += quoted.line[at : place.start]
            painted += self.style(place.of(quoted.line), "cyan")
            at = place.end
        return painted + quoted.line[at:]

    def _suggestion(self, suggestion: Suggestion) -> Iterator[str]:
        word = text(f"applicability.{suggestion.applicability}")
        lead = text("suggestion") + " " if suggestion.edits else ""
        label = self._clean(suggestion.label)
        if suggestion.edits:
            label = _quoted(label)
        room = self.width - _SUGGESTION_INDENT
        first, *rest = wrap(lead + label, room - columns(word) - 3)
        space = " " * max(room - columns(first) - columns(word), 2)
        colored = self.style(first[len(lead) :], "green")
        yield f"{' ' * _SUGGESTION_INDENT}{lead}{colored}{space}{word}"
        for line in rest:
            yield " " * (_SUGGESTION_INDENT + len(lead)) + self.style(line, "green")

    def _folded(self, item: FindingView) -> Iterator[str]:
        lines = []
        if item.same_entry:
            lines.append(_more("more.same-entry", item.same_entry))
        if item.same_rule:
            lines.append(_more("more.same-rule", item.same_rule, rule=item.finding.rule))
        if item.same_sentence:
            lines.append(text("more.same-sentence", rules=", ".join(item.same_sentence)))
        for line in lines:
            yield from self._wrapped(self._clean(line), _SUGGESTION_INDENT)

    def _tail(self, letter: LetterView) -> Iterator[str]:
        yield from self._wrapped(self._summary(letter), 0)
        if letter.not_read and not self.options.verbose:
            yield from self._wrapped(text("not-read", things=", ".join(letter.not_read)), 0)
        messages = (
            [notice.message for notice in letter.letter.notices]
            if self.options.verbose
            else letter.notices
        )
        for message in messages:
            yield from self._wrapped(self._clean(text("notice", message=message)), 0)
        if letter.zones:
            yield from self._wrapped(text("zones", zones=", ".join(letter.zones)), 0)
        yield from self._suppressed(letter)
        if letter.worst_rule and "explain" in self.options.commands:
            yield from self._wrapped(text("pointer.explain", rule=letter.worst_rule), 0)

    def _summary(self, letter: LetterView) -> str:
        line = _found(letter.counts)
        if letter.safe:
            line += " " + counted("count.safe", letter.safe)
            line += text("pointer.fix") if "fix" in self.options.commands else "."
        return line

    def _suppressed(self, letter: LetterView) -> Iterator[str]:
        suppressed = letter.letter.suppressed
        if not suppressed:
            return
        yield text("ignores", places=counted("count.places", len(suppressed)))
        for item in suppressed:
            line = text(
                "ignores.item",
                rule=item.finding.rule,
                place=block_label(letter.letter, item.finding.block),
                reason=item.reason or text("ignores.no-reason"),
            )
            yield from self._wrapped(self._clean(line), 2)

    def _wrapped(self, line: str, indent: int) -> Iterator[str]:
        """A line wrapped at the width; what follows the first line is set in by two more."""
        first, *rest = wrap(line, self.width - indent - 2)
        yield " " * indent + first
        for more in rest:
            yield " " * (indent + 2) + more

    def _clean(self, letter_text: str) -> str:
        return printable(letter_text, self.options.encoding)


def _found(counts: Mapping[Severity, int]) -> str:
    total = sum(counts.values())
    if not total:
        return text("nothing-found")
    parts = [counted(f"count.{severity}", number) for severity, number in counts.items() if number]
    return text("found", places=counted("count.places", total), parts=", ".join(parts))


def _score_value(score: Score) -> str:
    assert score.value is not None
    value = text("score.below-zero") if score.value < 0 else number(score.value, 1)
    if score.metric == "klartext_index":
        value = text("score.of-100", value=number(score.value, 0))
    return f"{value} · {score.band}" if score.band else value


def _more(id: str, labels: Sequence[str], **values: str) -> str:
    return text(
        id, places=counted("count.more-places", len(labels)), labels=_joined(labels), **values
    )


def _joined(labels: Iterable[str]) -> str:
    """``Absatz 7, 12, Fußnote 1 (Absatz 31)``: each place once, equal first words once."""
    joined: list[str] = []
    last_word = ""
    for label in dict.fromkeys(labels):
        word, _, rest = label.partition(" ")
        joined.append(rest if word == last_word and rest.isdigit() else label)
        last_word = word if rest.isdigit() else ""
    return ", ".join(joined)


def _quoted(label: str) -> str:
    inner = label.replace("„", "‚").replace("“", "‘")
    return text("quoted", text=inner)


def _carets(carets: str, color: str, style: Style) -> str:
    """Colour from the first caret on."""
    blank = carets[: len(carets) - len(carets.lstrip())]
    return blank + style(carets[len(blank) :], color)
