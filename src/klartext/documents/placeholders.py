"""The one home of placeholder forms in text and of the types guessed from names.

Patterns are applied to the joined text of a block, never to single runs: real templates cut
placeholders over several runs.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from klartext.types import Placeholder, PlaceholderOrigin, PlaceholderType, TextRange

_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[A-ZÄÖÜ])(?=[A-ZÄÖÜ][a-zäöüß])")
_BORDER = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+$")
_SHORTEST_SUFFIX = 5
"""German compounds carry their meaning at the end (*Antragsdatum*); short keys mislead there."""

_TYPE_WORDS: tuple[tuple[PlaceholderType, str], ...] = (
    (PlaceholderType.CONTROL, "if endif else elseif while endwhile"),
    (PlaceholderType.SALUTATION, "anrede* briefanrede grussformel salutation"),
    (PlaceholderType.DEADLINE, "frist* deadline spaetestens faellig* stichtag due"),
    (PlaceholderType.CONTACT, "sachbearbeiter* bearbeiter ansprech* sender"),
    (PlaceholderType.ADDRESS, "strasse* street plz ort anschrift* adresse* address"),
    (PlaceholderType.PHONE, "telefon* tel durchwahl phone"),
    (PlaceholderType.EMAIL, "mail* email"),
    (PlaceholderType.WEB, "url link web host"),
    (PlaceholderType.TIME, "uhrzeit zeit time"),
    (
        PlaceholderType.DATE,
        "datum date tag created received eingang geboren geburts* gueltig* von bis end",
    ),
    (PlaceholderType.AMOUNT, "betrag* summe gebuehr gebuehren kosten amount fee euro"),
    (PlaceholderType.ACCOUNT, "iban konto*"),
    (
        PlaceholderType.REFERENCE,
        "az aktenzeichen zeichen geschaeftszeichen kassenzeichen vorgang* id ref",
    ),
    (PlaceholderType.NUMBER, "anzahl nr nummer seite"),
    (PlaceholderType.COURT, "gericht gerichts*"),
    (PlaceholderType.OFFICE, "amt behoerde* dienststelle sachgebiet display"),
    (PlaceholderType.TITLE, "titel aufenthaltstitel"),
    (PlaceholderType.COUNTRY, "land staat ziel"),
    (
        PlaceholderType.DOCUMENTS,
        "unterlage unterlagen dokument dokumente nachweis nachweise",
    ),
    (PlaceholderType.REASON, "grund gruende begruendung reason sachverhalt"),
    (
        PlaceholderType.PERSON,
        "name vorname nachname familyname empfaenger* antragsteller* full",
    ),
    (PlaceholderType.TEXT, "freitext text"),
)


def _rows() -> tuple[tuple[PlaceholderType, frozenset[str], tuple[str, ...]], ...]:
    rows = []
    for kind, words in _TYPE_WORDS:
        keys = words.split()
        starts = tuple(key[:-1] for key in keys if key.endswith("*"))
        rows.append((kind, frozenset(key.rstrip("*") for key in keys), starts))
    return tuple(rows)


_ROWS = _rows()


def type_of_name(name: str) -> PlaceholderType:
    """The type a field, bookmark, tag or visible name stands for.

    The name is split at blanks, punctuation and camel case. A row of the table whose key is one of
    the parts wins, in the order of the table; if there is none, a part that begins or ends with a
    key.
    """
    parts = [
        part
        for piece in _BORDER.split(name)
        for camel in _CAMEL.split(piece)
        if (part := _DIGITS.sub("", camel.lower().translate(_FOLD)))
    ]
    for kind, keys, _ in _ROWS:
        if not keys.isdisjoint(parts):
            return kind
    for kind, keys, starts in _ROWS:
        ends = tuple(key for key in keys if len(key) >= _SHORTEST_SUFFIX or key == "name")
        if any(part.startswith(starts) or part.endswith(ends) for part in parts):
            return kind
    return PlaceholderType.UNKNOWN


_WORD_SIGN = r"[\w.,:/&+#()-]"
_FILL_IN = frozenset(
    "ausfüllen auswählen einfügen einsetzen eintragen ergänzen angeben eingeben hinzufügen "
    "nennen löschen streichen anpassen einzeln oben unten".split()
)
_FINITE = frozenset(
    "bin bitte bleibt bleiben darf dürfen galt gilt gelten hat haben hatte hatten hätte ist "
    "kann können konnte könnte liegt liegen muss müssen musste sei seien sieht siehe sind soll "
    "sollen sollte steht stehen vgl war waren wäre werden wird wirst wollen wurde wurden würde "
    "sic".split()
)
_MOST_WORDS = 4
HTML_TAGS = frozenset(
    "a b blockquote body br center code dd div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i img "
    "li ol p pre s small span strong style sub sup table tbody td th thead title tr u ul".split()
)


def _bracket_is_placeholder(inner: str) -> bool:
    """``[Name des Kindes]``, but neither ``[1]`` nor ``[x]`` nor a remark with a verb."""
    words = inner.split()
    if not 1 <= len(words) <= _MOST_WORDS or not words[0][0].isalpha():
        return False
    if sum(char.isalpha() for char in inner) < 2:
        return False
    bare = [word.strip(".,:;!?()").lower() for word in words]
    if not _FINITE.isdisjoint(bare):
        return False
    last = words[-1].strip(".,:;!?()")
    infinitive = last.islower() and last.endswith("en") and len(words) > 1
    return not infinitive or last in _FILL_IN


def _tag_is_placeholder(inner: str) -> bool:
    return inner.split()[0].lower() not in HTML_TAGS


def _few_words(inner: str) -> bool:
    return len(inner.split()) <= _MOST_WORDS


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a placeholder; group ``name`` is its name if there is one."""

    regex: re.Pattern[str]
    type: PlaceholderType | None = None
    """``None``: guessed from the name."""
    origin: PlaceholderOrigin = "pattern"
    accepts: Callable[[str], bool] = _always


def _pattern(
    regex: str,
    type: PlaceholderType | None = None,
    origin: PlaceholderOrigin = "pattern",
    accepts: Callable[[str], bool] = _always,
) -> Pattern:
    return Pattern(re.compile(regex), type, origin, accepts)


PATTERNS: tuple[Pattern, ...] = (
    _pattern(r"\{%[-+prtc ]{0,3}(?P<name>[^\n]{0,400}?)[-+]?%\}", PlaceholderType.CONTROL),
    _pattern(r"\{#[^\n]{0,400}?#\}", PlaceholderType.CONTROL),
    _pattern(r"\{\{\s*(?:(?:r|p|tr|tc)\s+)?(?P<name>[^{}\n]{1,200}?)\s*\}\}"),
    _pattern(r"\$\{\s*(?P<name>[^{}\n]{1,80}?)\s*\}"),
    _pattern(r"<<\s*(?P<name>[^<>\n]{1,60}?)\s*>>"),
    _pattern(r"«\s*(?P<name>[^«»\n.!?]{1,60}?)\s*»", accepts=_few_words),
    _pattern(r"\[\[\s*(?P<name>[^\[\]\n]{1,60}?)\s*\]\]"),
    _pattern(r"\{(?P<name>[^\W\d_][^{}\n]{0,80}?)\}"),
    _pattern(r"\[(?P<name>[^\W\d_][^\[\]\n]{0,80}?)\](?![(\[])", accepts=_bracket_is_placeholder),
    _pattern(
        rf"<(?P<name>[^\W\d_]{_WORD_SIGN.replace(':', '').replace('/', '')}*"
        r"(?: [\w.-]+){0,3})>",
        accepts=_tag_is_placeholder,
    ),
    _pattern(r"#(?P<name>[^\W\d_][\w.-]{1,40})#"),
    _pattern(r"\$(?P<name>[^\W\d_][\w.-]{1,40})\$"),
    _pattern(r"(?<!\w)@(?P<name>[^\W\d_][\w.-]{1,40})@"),
    _pattern(r"(?<!\w)%(?P<name>[^\W\d_][\w.-]{1,40})%"),
    _pattern(r"(?<![\w%])%(?P<name>\d{1,2})(?!\w)", PlaceholderType.UNKNOWN),
    _pattern(r"(?<!\w)(?P<name>(?:FELD|KI|VAR)_\w+)"),
    _pattern(r"(?<!\w)(?P<name>(?:END)?(?:IF|WHILE)_\w+)", PlaceholderType.CONTROL),
    _pattern(
        r"(?<!\w)(?:[xX]{2}\.\s?[xX]{2}\.\s?(?:[xX]{4}|[xX]{2}|20[xX]{2}|\d{4})"
        r"|[tT]{1,2}\.[mM]{1,2}\.[jJ]{2}(?:[jJ]{2})?|_{2,}\.\s?_{2,}\.\s?_{2,}"
        r"|_{2,}\.\s?_{2,}\.\s?20_{2,})(?!\w)",
        PlaceholderType.DATE,
        "blank",
    ),
    _pattern(r"(?<!\w)[xX]{3,}(?!\w)", PlaceholderType.UNKNOWN, "blank"),
    _pattern(r"_{4,}", PlaceholderType.UNKNOWN, "blank"),
    _pattern(r"\.{6,}|…(?: ?…)+", PlaceholderType.UNKNOWN, "blank"),
)


class Free:
    """Which code points of a text belong to no placeholder yet."""

    def __init__(self, length: int, taken: Iterable[TextRange] = ()) -> None:
        self._taken = bytearray(length)
        for span in taken:
            self.take(span)

    def take(self, span: TextRange) -> bool:
        """Take a range; ``False`` if a part of it is taken already."""
        if self._taken.find(1, span.start, span.end) >= 0:
            return False
        self._taken[span.start : span.end] = b"\1" * len(span)
        return True


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms and types a project adds to the built-in ones.

    Args:
        patterns: regular expressions, tried first; a group ``name`` gives the name.
        types: name with ``*`` and ``?`` → type, tried before the table.
    """

    patterns: tuple[Pattern, ...] = ()
    types: tuple[tuple[str, PlaceholderType], ...] = ()
    _known: dict[str, PlaceholderType] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        patterns: Sequence[str | re.Pattern[str]] = (),
        types: Mapping[str, str] | None = None,
    ) -> Forms:
        """The forms of a configuration; ``re.error`` or ``ValueError`` if one is wrong."""
        return cls(
            tuple(Pattern(re.compile(item)) for item in patterns),
            tuple((name, PlaceholderType(kind)) for name, kind in (types or {}).items()),
        )

    def type_of(self, name: str) -> PlaceholderType:
        """The type of a name, by the project's own words first."""
        known = self._known.get(name)
        if known is None:
            for glob, kind in self.types:
                if fnmatch.fnmatchcase(name, glob):
                    known = kind
                    break
            else:
                known = type_of_name(name)
            self._known[name] = known
        return known

    def find(self, text: str, taken: Sequence[Placeholder] = ()) -> tuple[Placeholder, ...]:
        """All placeholders of a block.

        Args:
            text: the joined, normalised text.
            taken: placeholders known from fields and controls; they win where ranges overlap.

        Returns:
            ``taken`` and what the patterns add, sorted, without overlaps.
        """
        found = list(taken)
        if _MAY_HOLD.search(text) or self.patterns:
            free = Free(len(text), (item.range for item in found))
            for pattern in (*self.patterns, *PATTERNS):
                found.extend(item for item in self._matches(pattern, text) if free.take(item.range))
        found.sort(key=lambda item: item.range)
        return tuple(_with_words_before(text, item) for item in found)

    def _matches(self, pattern: Pattern, text: str) -> Iterator[Placeholder]:
        for match in pattern.regex.finditer(text):
            if match.start() == match.end():
                continue
            name = (match.groupdict().get("name") or "").strip()
            if not pattern.accepts(name):
                continue
            kind = self.type_of(name) if pattern.type is None else pattern.type
            span = TextRange(match.start(), match.end())
            yield Placeholder(span, pattern.origin, name, kind)


_MAY_HOLD = re.compile(r"[{\[<«$#@%_…]|\.{6}|[xX]{2}|[tT]\.?[mM]|[tT]{2}\.")
_ON = re.compile(r"(?:^|\W)[Aa]m $")


def _with_words_before(text: str, item: Placeholder) -> Placeholder:
    """„am «…»“ is a date whatever the name says, if the name says nothing."""
    start = item.range.start
    if item.type is not PlaceholderType.UNKNOWN or not _ON.search(text[max(start - 4, 0) : start]):
        return item
    return Placeholder(item.range, item.origin, item.name, PlaceholderType.DATE)
