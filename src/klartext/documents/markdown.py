"""Markdown → blocks, as far as letters and text blocks use it; markup is not part of the text."""

from __future__ import annotations

import re
from itertools import pairwise

from klartext.documents.ignores import ends_directive, parse_directive
from klartext.documents.placeholders import HTML_TAGS
from klartext.documents.textfile import Line, Markup, TextDraft, WishAt, lines
from klartext.types import BlockKind

_FENCE = re.compile(r"^\s{0,3}(?P<fence>`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--(?P<body>.*?)(?:-->|\Z)", re.DOTALL)
_MASK = "\0"
"""Stands for a character a reader does not see; NUL is in no text file."""

_RULE = re.compile(r"^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_SETEXT = re.compile(r"^\s{0,3}(?P<sign>=+|-+)\s*$")
_HEADING = re.compile(r"^\s{0,3}(?P<signs>#{1,6})(?:\s+|$)(?P<text>.*?)(?:\s+#+)?\s*$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?P<label>[-*+]|\d{1,9}[.)])\s+(?=\S)(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_REFERENCE = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*\S+")
_INDENT = 2
"""Blanks that make a list item one level deeper."""

_INLINE = re.compile(
    r"(?P<placeholder>\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,400}%\}|\$\{[^{}]{0,80}\})"
    r"|(?P<backslash>\\)(?P<escaped>[\\`*_{}\[\]()#+.!|<>-])"
    r"|(?P<ticks>`+)(?P<code>[^`](?:.{0,1000}?[^`])?)(?P=ticks)(?!`)"
    r"|!\[(?P<alt>[^\]]*)\]\([^)]*\)"
    r"|\[(?P<link>[^\[\]]+)\](?:\((?P<url>[^()\s]*)[^()]*\)|\[[^\]]*\])"
    r"|<(?P<auto>(?:https?://|mailto:)[^\s<>]+)>"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]{0,1000})?/?>"
    r"|(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>.{1,1000}?)(?<=\S)(?P=stars)(?!\*)"
    r"|(?<!\w)(?P<lines>_{1,3})(?=[^\s_])(?P<lined>.{1,1000}?)(?<=[^\s_])(?P=lines)(?!\w)",
    re.DOTALL,
)
_MAY_HOLD = re.compile(r"[\\`*_\[<{$]")
_BOLD = 2
_DEEPEST = 8
"""How deep emphasis and links are looked for inside each other."""


def read_markdown(text: str) -> tuple[list[TextDraft], list[WishAt]]:
    """Blocks of a Markdown file and the directives in its comments.

    Skipped: front matter, fenced code, comments, rules, link definitions.
    """
    masked, wishes = _mask(text)
    reader = _Reader()
    for line in lines(masked):
        reader.line(line)
    for draft in reader.drafts:
        _inline(draft)
    return reader.drafts, wishes


def _mask(text: str) -> tuple[str, list[WishAt]]:
    """Hide code blocks, comments and front matter, keeping every offset."""
    hidden: list[tuple[int, int]] = []
    fence = ""
    front = text.startswith("---") and re.search(r"(?m)^(?:---|\.\.\.)\s*$", text[3:]) is not None
    for number, line in enumerate(lines(text)):
        end = line.start + len(line.text)
        if front:
            hidden.append((line.start, end))
            front = number == 0 or line.text.strip() not in ("---", "...")
            continue
        match = _FENCE.match(line.text)
        if fence:
            hidden.append((line.start, end))
            if match and match["fence"].startswith(fence) and line.text.strip() == match["fence"]:
                fence = ""
        elif match:
            hidden.append((line.start, end))
            fence = match["fence"]
    without_code = _blanked(text, hidden)
    comments = list(_COMMENT.finditer(without_code))
    masked = _blanked(without_code, [match.span() for match in comments])
    return masked, _wishes(comments)


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    parts, behind = [], 0
    for start, end in ranges:
        parts.append(text[behind:start])
        parts.append(re.sub(r"[^\r\n]", _MASK, text[start:end]))
        behind = end
    return "".join((*parts, text[behind:]))


def _wishes(comments: list[re.Match[str]]) -> list[WishAt]:
    """``klartext: an`` ends the last wish that is open; a wish without it is for a paragraph."""
    found: list[WishAt] = []
    pending: list[int] = []
    for comment in comments:
        wish = parse_directive(comment["body"])
        if wish is not None:
            pending.append(len(found))
            found.append(WishAt(comment.end(), None, wish))
        elif ends_directive(comment["body"]) and pending:
            number = pending.pop()
            found[number] = WishAt(found[number].start, comment.start(), found[number].wish)
    return found


class _Reader:
    def __init__(self) -> None:
        self.drafts: list[TextDraft] = []
        self.current: TextDraft | None = None
        self.tables = 0
        self.row = 0

    def line(self, line: Line) -> None:
        """One line of the masked text."""
        quote = _QUOTE.match(line.text)
        shift = quote.end() if quote else 0
        text, start = line.text[shift:], line.start + shift
        if not text.replace(_MASK, " ").strip():
            self._end()
        elif self.row and "|" in text:
            self._cells(start, text)
        elif self._is_table_rule(text):
            self._begin_table()
        elif self._is_underline(text):
            self._underline(text)
        elif _RULE.match(text) or (self.current is None and _REFERENCE.match(text)):
            self._end()
        elif heading := _HEADING.match(text):
            self._end()
            draft = self._begin(TextDraft(BlockKind.UEBERSCHRIFT, level=len(heading["signs"])))
            draft.add(start + heading.start("text"), heading["text"])
            self._end()
        elif item := self._item(text):
            self._begin(item[0]).add(start + item[1], text[item[1] :])
        else:
            draft = self.current or self._begin(TextDraft())
            draft.add(start, text)

    def _begin(self, draft: TextDraft) -> TextDraft:
        self.current = draft
        self.drafts.append(draft)
        return draft

    def _end(self) -> None:
        self.current = None
        self.row = 0

    def _item(self, text: str) -> tuple[TextDraft, int] | None:
        match = _ITEM.match(text)
        if match is None:
            return None
        in_list = self.current is not None and self.current.kind is BlockKind.LISTENPUNKT
        number = match["label"][0].isdigit()
        if number and self.current is not None and not in_list:
            return None  # „… am\n12. Mai“ goes on with its paragraph
        label = match["label"] if number else "•"
        level = len(match["indent"].expandtabs(4)) // _INDENT + 1
        return TextDraft(BlockKind.LISTENPUNKT, label=label, level=level), match.end()

    def _is_underline(self, text: str) -> bool:
        return self._is_paragraph() and _SETEXT.match(text) is not None

    def _is_paragraph(self) -> bool:
        return self.current is not None and self.current.kind is BlockKind.ABSATZ

    def _underline(self, text: str) -> None:
        if self.current is not None:
            self.current.kind = BlockKind.UEBERSCHRIFT
            self.current.level = 1 if text.strip().startswith("=") else 2
        self._end()

    def _is_table_rule(self, text: str) -> bool:
        if (
            not self._is_paragraph()
            or self.current is None
            or "|" not in self.current.lines[-1].text
        ):
            return False
        return "|" in text and _TABLE_RULE.match(text) is not None

    def _begin_table(self) -> None:
        """The line before the rule was the head of a table."""
        head = self.current
        if head is None:
            return
        line = head.lines.pop()
        if not head.lines:
            self.drafts.pop()
        self.tables += 1
        self._cells(line.start, line.text)

    def _cells(self, start: int, text: str) -> None:
        self.row += 1
        self.current = None
        borders = [match.start() for match in _CELL_BORDER.finditer(text)]
        edges = [-1, *borders, len(text)]
        if not text[: edges[1]].strip():
            edges = edges[1:]
        for column, (first, last) in enumerate(pairwise(edges), 1):
            table = (self.tables, self.row, column)
            path = f"Tabelle {self.tables}, Zeile {self.row}, Spalte {column}"
            draft = TextDraft(BlockKind.TABELLENZELLE, table=table, area="tables", path=path)
            draft.add(start + first + 1, text[first + 1 : last])
            if draft.lines:
                self.drafts.append(draft)


def _inline(draft: TextDraft) -> None:
    """Find emphasis, links, code and tags inside a block."""
    text = draft.text
    hidden = {at for at, char in enumerate(text) if char == _MASK} if _MASK in text else set()
    bold: set[int] = set()
    if _MAY_HOLD.search(text):
        _mark(draft.markup, text, (0, len(text)), hidden, bold, _DEEPEST)
    draft.markup.hidden = _ranges(hidden)
    draft.markup.bold = _ranges(bold)


def _ranges(positions: set[int]) -> list[tuple[int, int]]:
    """Positions next to each other as half-open ranges."""
    found: list[tuple[int, int]] = []
    for at in sorted(positions):
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _mark(
    markup: Markup,
    text: str,
    span: tuple[int, int],
    hidden: set[int],
    bold: set[int],
    depth: int,
) -> None:
    """Find markup in a stretch of the text and inside what it surrounds."""
    for match in _INLINE.finditer(text, *span):
        if match["placeholder"]:
            continue
        inner = _inner(match)
        if inner is None:
            if not match["tag"] or match["tag"].lower() in HTML_TAGS:
                hidden.update(range(*match.span("backslash" if match["escaped"] else 0)))
            continue
        first, last = match.span(inner)
        hidden.update(range(match.start(), first), range(last, match.end()))
        if inner == "code":
            markup.code.append((first, last))
        elif inner == "link":
            markup.links.append((first, last, match["url"] or ""))
        elif inner != "auto" and len(match["stars"] or match["lines"]) >= _BOLD:
            bold.update(range(first, last))
        if inner not in ("code", "auto") and depth:
            _mark(markup, text, (first, last), hidden, bold, depth - 1)


def _inner(match: re.Match[str]) -> str | None:
    """The group a reader sees of a match; ``None`` if it shows nothing of its own."""
    for group in ("code", "link", "auto", "starred", "lined"):
        if match[group]:
            return group
    return None
