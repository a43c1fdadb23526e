"""How the office speaks of itself in an offer: *Wir prüfen* or *Ich prüfe*, as the letter does."""

from __future__ import annotations

from klartext.language.lexicon import open_lexicon
from klartext.language.pipeline import LEXICON
from klartext.rules.context import LetterContext

_FIRST_SINGULAR = {
    "haben": "habe", "können": "kann", "müssen": "muss", "sollen": "soll", "dürfen": "darf",
}  # fmt: skip


def subject_and_verb(context: LetterContext, infinitive: str) -> tuple[str, str]:
    """Pronoun and present form of a verb without its separable prefix.

    Returns:
        ``("Wir", "prüfen")``; in a letter of one person ``("Ich", "prüfe")`` where the lexicon
        knows the form, else ``wir`` all the same.
    """
    if context.sender == "ich":
        form = _FIRST_SINGULAR.get(infinitive) or _first_singular(infinitive)
        if form is not None:
            return "Ich", form
    return "Wir", infinitive


def _first_singular(infinitive: str) -> str | None:
    if infinitive.endswith("eln"):
        form = infinitive[:-3] + "le"
    else:
        form = infinitive.removesuffix("n").removesuffix("e") + "e"
    readings = open_lexicon(LEXICON).analyses(form)
    is_known = any(
        item.lemma == infinitive and item.has("VER", "1", "SIN", "PRÄ") for item in readings
    )
    return form if is_known else None
