"""Field codes: what an instruction means, and the branches of an IF field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from klartext.documents.buffer import Buffer
from klartext.documents.form_fields import FormField
from klartext.documents.placeholders import Forms
from klartext.types import PlaceholderType

Treatment = Literal["protected", "text", "skipped", "silent"]
"""``protected``: the result is filled in later; ``text``: the result is text like any other;
``skipped``: the result is derived from the letter (table of contents); ``silent``: the field never
shows anything."""

_TOKEN = re.compile(r'"(?P<quoted>(?:\\.|[^"\\])*)"?|“(?P<curly>[^”“]*)[”“]?|(?P<bare>\S+)')
_AMOUNT_PICTURE = re.compile(r"[,.€]|EUR")

_TYPES: dict[str, PlaceholderType] = (
    dict.fromkeys(
        "PAGE NUMPAGES SECTIONPAGES SECTION PAGEREF NOTEREF SEQ LISTNUM AUTONUM AUTONUMLGL "
        "AUTONUMOUT NUMWORDS NUMCHARS REVNUM MERGEREC MERGESEQ EDITTIME FILESIZE =".split(),
        PlaceholderType.NUMBER,
    )
    | dict.fromkeys("REF STYLEREF CITATION BIBLIOGRAPHY".split(), PlaceholderType.REFERENCE)
    | dict.fromkeys("DATE CREATEDATE SAVEDATE PRINTDATE".split(), PlaceholderType.DATE)
    | dict.fromkeys("AUTHOR USERNAME USERINITIALS LASTSAVEDBY".split(), PlaceholderType.PERSON)
    | dict.fromkeys("USERADDRESS ADDRESSBLOCK".split(), PlaceholderType.ADDRESS)
    | dict.fromkeys("FILLIN ASK".split(), PlaceholderType.TEXT)
    | {"TIME": PlaceholderType.TIME, "GREETINGLINE": PlaceholderType.SALUTATION}
)
_SILENT = frozenset("XE TC TA RD SET ASK NEXT NEXTIF SKIPIF PRIVATE ADVANCE".split())
_SKIPPED = frozenset("TOC INDEX TOA".split())
_TEXT = frozenset("HYPERLINK INCLUDETEXT AUTOTEXT AUTOTEXTLIST GLOSSARY QUOTE".split())
_NAMED = frozenset("MERGEFIELD DOCPROPERTY DOCVARIABLE FILLIN ASK".split())
_BUTTONS = frozenset("MACROBUTTON GOTOBUTTON".split())
_LONG_RESULT = 4
"""An IF result of this many words is a phrase, not a name."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """The code of a field taken apart."""

    word: str
    """The field's keyword in capitals, ``=`` for a formula, empty for an empty field."""
    arguments: tuple[str, ...] = ()
    switches: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The name of what is inserted, else the keyword."""
        return self.arguments[0] if self.word in _NAMED and self.arguments else self.word

    def switch(self, sign: str) -> str | None:
        r"""The argument of a switch (``\@``); ``None`` if it is not there."""
        for name, value in self.switches:
            if name == sign:
                return value
        return None

    @property
    def treatment(self) -> Treatment:
        """What a reader does with the result."""
        if self.word in _SKIPPED:
            return "skipped"
        if self.word in _SILENT or not self.word:
            return "silent"
        return "text" if self.word in _TEXT else "protected"

    @property
    def shown(self) -> str:
        """The text a button field shows; it stands in the instruction."""
        return " ".join(self.arguments[1:]) if self.word in _BUTTONS else ""

    @property
    def link(self) -> str:
        """The address of a HYPERLINK field."""
        if self.word != "HYPERLINK":
            return ""
        anchor = self.switch("\\l")
        return "".join(self.arguments[:1]) + (f"#{anchor}" if anchor else "")


def parse_instruction(code: str) -> Instruction:
    r"""Take a field code apart: ``MERGEFIELD Frist \@ "dd.MM.yyyy"``."""
    code = code.strip()
    if code.startswith("="):
        code = "= " + code[1:]
    tokens = [
        (token["bare"] is not None, next(group for group in token.groups() if group is not None))
        for token in _TOKEN.finditer(code)
    ]
    word = tokens[0][1].upper() if tokens else ""
    arguments: list[str] = []
    switches: list[tuple[str, str]] = []
    rest = iter(tokens[1:])
    for bare, value in rest:
        if bare and value.startswith("\\"):
            takes_value = value[:2] in ("\\@", "\\#", "\\*", "\\l", "\\o", "\\t", "\\s", "\\d")
            inline = value[2:]
            argument = inline or (next(rest, (True, ""))[1] if takes_value else "")
            switches.append((value[:2].lower(), argument.strip('"')))
        else:
            arguments.append(value)
    return Instruction(word, tuple(arguments), tuple(switches))


def type_of_field(
    instruction: Instruction, form: FormField | None, result: str, forms: Forms
) -> PlaceholderType:
    """What the field will be replaced by, guessed from keyword, name and switches."""
    if instruction.word == "IF":
        if not result.strip():
            return PlaceholderType.CONTROL
        long = len(result.split()) >= _LONG_RESULT
        return PlaceholderType.TEXT if long else PlaceholderType.UNKNOWN
    if form is not None and form.kind == "checkbox":
        return PlaceholderType.CONTROL
    name = (form.name if form else "") or instruction.name
    named = form is not None or instruction.word in _NAMED
    guessed = forms.type_of(name) if named else PlaceholderType.UNKNOWN
    guessed = _TYPES.get(instruction.word, guessed) if _weak(guessed) else guessed
    return _by_picture(guessed, instruction, form)


def _weak(guessed: PlaceholderType) -> bool:
    return guessed in (PlaceholderType.UNKNOWN, PlaceholderType.TEXT)


def _by_picture(
    guessed: PlaceholderType, instruction: Instruction, form: FormField | None
) -> PlaceholderType:
    r"""Format switches tell more than a name that says nothing: ``\@``, ``\#``."""
    text_type = form.text_type if form else ""
    if instruction.switch("\\@") is not None or text_type in ("date", "currentDate"):
        if guessed in (PlaceholderType.DEADLINE, PlaceholderType.TIME):
            return guessed
        return PlaceholderType.TIME if text_type == "currentTime" else PlaceholderType.DATE
    picture = instruction.switch("\\#")
    if not _weak(guessed):
        return guessed
    if picture is not None:
        is_amount = _AMOUNT_PICTURE.search(picture)
        return PlaceholderType.AMOUNT if is_amount else PlaceholderType.NUMBER
    return PlaceholderType.NUMBER if text_type in ("number", "calculated") else guessed


_IF_TOKEN = re.compile(
    r'"(?P<quoted>(?:\\.|[^"\\])*)"?|[“„](?P<curly>[^”“]*)[”“]?|(?P<sign><=|>=|<>|=|<|>)'
    r'|(?P<bare>[^\s"“„<>=]+)'
)
_NESTED = "\ue000"
"""Stands for a character of a nested field, so that its quotes and signs do not count."""
_BEFORE_BRANCHES = 4


def branches(code: Buffer) -> tuple[Buffer, ...]:
    """The texts between which an IF field chooses, without empty ones.

    Args:
        code: the instruction with the results of nested fields as protected stretches.
    """
    text = list(code.text)
    for item in code.protected:
        text[item.start : item.end] = _NESTED * (item.end - item.start)
    tokens = list(_IF_TOKEN.finditer("".join(text)))
    if not tokens or tokens[0][0].upper() != "IF":
        return ()
    found = []
    for token in tokens[_operands(tokens) :][:2]:
        group = token.lastgroup or "bare"
        branch = code.slice(*token.span(group))
        if not branch.blank():
            found.append(branch)
    return tuple(found)


def _operands(tokens: list[re.Match[str]]) -> int:
    """How many tokens stand before the branches: IF, expression, sign, expression."""
    for index, token in enumerate(tokens[:_BEFORE_BRANCHES]):
        if token.lastgroup == "sign":
            return index + 2
    return _BEFORE_BRANCHES
