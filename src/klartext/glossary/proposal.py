"""What the builders of edits hand to ``suggest``: edits and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

from klartext.glossary.view import View
from klartext.types import Edit, TextRange


@dataclass(frozen=True, slots=True)
class Proposal:
    """Edits for one alternative.

    ``one_for_one`` says that each word is exchanged for one word in its place and in the same
    form; ``certain`` that the form follows from the word itself and not only from the parse;
    ``names_actors`` that the table itself says who acts, the office or the addressee.
    """

    label: str
    edits: tuple[Edit, ...]
    one_for_one: bool = False
    certain: bool = True
    names_actors: bool = False


def swap(doc: View, index: int, text: str) -> Edit:
    """Exchange one token, keeping a capital at the beginning of a sentence."""
    return Edit(doc.place(index), in_case_of(doc, index, text))


def in_case_of(doc: View, index: int, text: str) -> str:
    """``text`` with a capital if the token has one that its word class does not explain."""
    old = doc.texts[index]
    if old[:1].isupper() and doc.tags[index] not in ("NN", "NE") and old[:1] != text[:1]:
        return text[:1].upper() + text[1:]
    return text


def delete(doc: View, index: int) -> Edit:
    """Remove a token together with the blank before it."""
    own = doc.place(index)
    start = own.start
    if index and doc.place(index - 1).end == own.start - 1:
        start -= 1
    return Edit(TextRange(start, own.end), "")


def joined_label(edits: tuple[Edit, ...]) -> str:
    """What the edits write, with *…* for what stands between them."""
    texts = [edit.text for edit in sorted(edits, key=lambda edit: edit.range) if edit.text]
    return " … ".join(texts)
