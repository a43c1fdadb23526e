"""The field state machine: begin, instruction, separate, result, end; one stack per story."""

from __future__ import annotations

from dataclasses import dataclass, field

from klartext.documents.buffer import Buffer
from klartext.documents.field_code import Instruction, parse_instruction
from klartext.documents.form_fields import FormField


@dataclass(slots=True)
class OpenField:
    """A field between its begin and its end mark."""

    run: int
    start: int
    form: FormField | None
    hidden: bool
    code: Buffer = field(default_factory=Buffer)
    instruction: Instruction | None = None
    """Known from the separate mark on."""
    home: Buffer | None = None
    """What receives the result."""
    begin: int = 0
    """Where the result starts in ``home``."""
    continued: bool = False
    """Whether the result began in an earlier paragraph."""

    @property
    def name(self) -> str:
        """The name of the form field, else of what is inserted, else the keyword."""
        own = self.form.name if self.form else ""
        return own or (self.instruction.name if self.instruction else "")


@dataclass(slots=True)
class FieldStack:
    """The open fields of one story, outermost first.

    ``paragraph`` is the buffer of the present block. ``out`` is where text goes now: into the
    instruction of a field, into the block, or into nothing (derived text).
    """

    paragraph: Buffer = field(default_factory=Buffer)
    open: list[OpenField] = field(default_factory=list)
    out: Buffer = field(default_factory=Buffer)

    def __post_init__(self) -> None:
        self.direct()

    def direct(self) -> None:
        """Find out again where text goes."""
        self.out = self.paragraph
        for item in self.open:
            if item.instruction is None:
                self.out = item.code
            elif item.instruction.treatment in ("skipped", "silent"):
                self.out = Buffer()
                break

    @property
    def in_code(self) -> bool:
        """Whether an instruction is being read, so that nothing of it is shown."""
        return any(item.instruction is None for item in self.open)

    @property
    def in_result(self) -> bool:
        """Whether text belongs to the result of a field."""
        return bool(self.open) and self.open[-1].instruction is not None

    @property
    def link(self) -> str:
        """The address of the innermost open HYPERLINK field."""
        for item in reversed(self.open):
            if item.instruction is not None and item.instruction.link:
                return item.instruction.link
        return ""

    def begin(self, run: int, start: int, form: FormField | None, hidden: bool) -> None:
        """``w:fldChar`` begin."""
        self.open.append(OpenField(run, start, form, hidden))
        self.direct()

    def separate(self) -> OpenField | None:
        """``w:fldChar`` separate: the instruction is complete; ``None`` if there is no field."""
        if not self.open or self.open[-1].instruction is not None:
            return None
        item = self.open[-1]
        item.instruction = parse_instruction(item.code.text)
        self.direct()
        item.home, item.begin = self.out, self.out.length
        return item

    def end(self) -> OpenField | None:
        """``w:fldChar`` end; ``None`` if there is no field."""
        if not self.open:
            return None
        if self.open[-1].instruction is None:
            self.separate()
        item = self.open.pop()
        self.direct()
        return item

    def new_paragraph(self, buffer: Buffer) -> None:
        """Go on in another block."""
        for item in self.open:
            if item.home is self.paragraph:
                item.home, item.begin, item.continued = buffer, 0, True
        self.paragraph = buffer
        self.direct()
