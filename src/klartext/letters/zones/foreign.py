"""Z13: paragraphs in another language than German."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from klartext.letters.model import Zone
from klartext.letters.outline import Passage

FEWEST_WORDS: Final = 5
SMALLEST_SHARE: Final = 0.15
"""Share of the words that must be function words of one foreign language."""

FEWEST_FUNCTION_WORDS: Final = 2
MOSTLY_FOREIGN: Final = 0.5
"""Share of words the tagger must take for foreign."""

_OTHER_SCRIPT: Final = re.compile(r"[^\x00-\u024f\u1e00-\u20ff]")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Function words that are no German words, so that one list cannot speak for two languages.
_FOREIGN_WORDS: Final[dict[str, str]] = {
    "en": (
        "the of and to is are you your for with this that have has not be from or will can must it"
        " we our by if please as"
    ),
    "fr": (
        "le la les et est vous votre vos pour dans avec une sur que qui ne pas nous notre du au aux"
        " par sont ou ce cette"
    ),
    "es": (
        "el los las y usted su sus para con una por que no se del al como esta este si ha debe"
        " nosotros"
    ),
    "it": (
        "il lo gli e è per con una che non si della del di sono questo questa al nel suo sua deve"
        " ha"
    ),
    "pt": ("o os e é você para com uma por que não do da dos ao seu sua deve"),
    "nl": ("het een van en op u uw voor niet wij ons ook deze dit moet kunt"),
    "tr": ("ve bir bu için ile de da veya olarak size sizin lütfen değil olan gerekir kadar"),
    "pl": ("i w z nie na do jest się że oraz lub dla pan pani proszę państwo od po być"),
    "ro": ("și si în la cu pentru este nu sau că dumneavoastră vă din pe să o un trebuie"),
    "hr": ("i u je na se za da ne su ili vas vaš molimo od s koji"),
    "sq": ("dhe të në për me është një nuk ju juaj ose që nga duhet"),
    "vi": ("và của là có không được cho các với bạn này trong phải quý vị"),
}
_GERMAN_WORDS: Final = (
    "der die das den dem des ein eine einen einem einer und oder nicht kein keine ist sind wird"
    " werden haben hat sie ihr ihre ihren ihnen wir uns für mit von zu zum zur im auf bei nach aus"
    " über dass wenn bitte sich auch als können müssen"
)
_FOREIGN: Final = {language: frozenset(words.split()) for language, words in _FOREIGN_WORDS.items()}
_GERMAN: Final = frozenset(_GERMAN_WORDS.split())
_SHORT_DOUBTFUL: Final = frozenset({"o", "e", "i", "u", "s", "y", "w", "z", "un", "si", "la", "lo"})


def find_foreign(passages: tuple[Passage, ...]) -> list[Zone]:
    """Z13 zones, one for each passage in another language."""
    return [
        Zone("Z13", passage.block.index, passage.zone_range, by_pattern=True, counted_apart=True)
        for passage in passages
        if _is_foreign(passage)
    ]


def _is_foreign(passage: Passage) -> bool:
    if _OTHER_SCRIPT.search(passage.text) and _is_other_script(passage.text):
        return True
    if passage.words < FEWEST_WORDS:
        return False
    if passage.whole and passage.foreign_share >= MOSTLY_FOREIGN:
        return True
    if _share(passage.lowered.split(), _GERMAN) >= SMALLEST_SHARE:
        return False
    words = _WORD.findall(passage.lowered)
    german = _share(words, _GERMAN)
    if len(words) < FEWEST_WORDS or german >= SMALLEST_SHARE:
        return False
    for function_words in _FOREIGN.values():
        share = _share(words, function_words)
        if share >= SMALLEST_SHARE and share > 2 * german:
            clear = function_words.intersection(words) - _SHORT_DOUBTFUL
            if len(clear) >= FEWEST_FUNCTION_WORDS:
                return True
    return False


def _share(words: list[str], function_words: frozenset[str]) -> float:
    return sum(map(function_words.__contains__, words)) / len(words) if words else 0.0


def _is_other_script(text: str) -> bool:
    """Whether most letters are not Latin ones (Arabic, Cyrillic, Chinese …)."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < FEWEST_WORDS:
        return False
    other = sum(not _is_latin(char) for char in letters)
    return other > len(letters) / 2


def _is_latin(char: str) -> bool:
    return ord(char) < 0x250 or unicodedata.name(char, "").startswith("LATIN")
