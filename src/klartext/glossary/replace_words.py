"""Exchange adjectives, adverbs, conjunctions, prepositions and set phrases; delete fillers."""

from __future__ import annotations

import re

from klartext.glossary.model import Action, Alternative, Hit, WordClass
from klartext.glossary.proposal import Proposal, delete, in_case_of, swap
from klartext.glossary.view import View
from klartext.language.declension import ADJECTIVE_ENDINGS, fuse
from klartext.language.inflection import Paradigms
from klartext.language.parse import text_of
from klartext.types import Edit, TextRange

_SUBORDINATING = frozenset(
    "bevor bis da damit dass falls nachdem ob obwohl seit sobald solange während weil wenn".split()
)
_COORDINATING = frozenset("aber denn oder sondern und".split())
_STRONG_MASCULINE = (
    "erster", "letzter", "weiterer", "anderer", "fester", "eigener", "solcher", "aller",
)  # fmt: skip
_GOVERNMENT = re.compile(r"\+ ((?:Gen|Dat|Akk)(?: ?/ ?(?:Gen|Dat|Akk))*)")
_FEATURE_CASES = {"Gen": "Gen", "Dat": "Dat", "Akk": "Acc"}
_NEEDS_NUMBER = frozenset(("ungefähr", "rund"))
_UNLIKE_ADJECTIVES = frozenset(("viel", "wenig", "ganz"))
"""Words with adjective forms that are used differently (*viel Geld*, *ganz Berlin*)."""
_ATTRIBUTIVE_ONLY = frozenset(("jetzig", "heutig", "damalig", "dortig", "hiesig"))
_ADVERBIAL_TAGS = frozenset("ADV ADJD PROAV PTKA".split())


def replace_adjective(
    hit: Hit, alternative: Alternative, doc: View, paradigms: Paradigms
) -> Proposal | None:
    """An attributive adjective by one adjective with the same ending."""
    index = hit.tokens[0]
    if " " in alternative.text or alternative.condition or alternative.text in _UNLIKE_ADJECTIVES:
        return None
    old = paradigms.adjective_stem(hit.entry.term) or hit.entry.term
    new = paradigms.adjective_stem(alternative.text)
    if new is None and alternative.text in _STRONG_MASCULINE:
        new = alternative.text.removesuffix("er")
    if new is None:
        return None
    form = doc.lowers[index]
    ending = form.removeprefix(old)
    if ending == form or ending not in ADJECTIVE_ENDINGS:
        return None
    edit = swap(doc, index, new + ending)
    return Proposal(edit.text, (edit,), one_for_one=True)


def replace_invariable(hit: Hit, alternative: Alternative, doc: View) -> Proposal | None:
    """A word or phrase without inflection by another one in the same place."""
    first, last = hit.tokens[0], hit.tokens[-1]
    if alternative.condition or alternative.text[:1].isupper():
        return None
    if list(hit.tokens) != list(range(first, last + 1)):
        return None
    if any(doc.tags[index] == "ADJA" for index in (first, last)):
        return None
    words = alternative.words
    if words[-1] in _NEEDS_NUMBER and not _number_follows(last, doc):
        return None
    if any(word in ("Sie", "uns", "wir", "Ihnen") for word in words):
        return None
    if words[0] in _COORDINATING | _SUBORDINATING and _opens_main_clause(first, last, doc):
        return None
    text = in_case_of(doc, first, alternative.plain)
    span = TextRange(doc.place(first).start, doc.place(last).end)
    if text_of(doc.doc)[span.end - 1] == "." and last == doc.sentence(last)[-1]:
        text += "."
    one = len(words) == len(hit.tokens) == 1
    return Proposal(text, (Edit(span, text),), one_for_one=one)


def replace_conjunction(hit: Hit, alternative: Alternative, doc: View) -> Proposal | None:
    """A conjunction by one of the same kind, so that the verb can stay where it is."""
    word = alternative.words[-1]
    tag = doc.tags[hit.tokens[0]]
    if len(hit.tokens) > 1:
        clause_final = doc.lowers[hit.tokens[-1]] in ("dass", "als")
        fits = clause_final and word in _SUBORDINATING and len(alternative.words) == 1
    elif tag == "KOUS":
        fits = word in _SUBORDINATING and len(alternative.words) == 1
    elif tag in ("KON", "KOKOM"):
        fits = word in _COORDINATING and len(alternative.words) == 1
    elif word in _SUBORDINATING | _COORDINATING:
        return None
    else:
        return replace_invariable(hit, alternative, doc)
    if not fits or alternative.condition:
        return None
    first, last = hit.tokens[0], hit.tokens[-1]
    span = TextRange(doc.place(first).start, doc.place(last).end)
    text = in_case_of(doc, first, alternative.plain)
    return Proposal(text, (Edit(span, text),), one_for_one=len(hit.tokens) == 1)


def replace_preposition(hit: Hit, alternative: Alternative, doc: View) -> Proposal | None:
    """A preposition by one that governs the case the phrase already has."""
    first, last = hit.tokens[0], hit.tokens[-1]
    if alternative.government not in _FEATURE_CASES or alternative.condition:
        return None
    noun = doc.heads[first]
    behind = last + 1
    if len(hit.tokens) > 1:
        noun = next((i for i in range(behind, doc.sentence_end[last]) if doc.tags[i] == "NN"), -1)
    if noun <= last or behind >= doc.sentence_end[last] or doc.tags[behind] == "PPER":
        return None
    governed = _GOVERNMENT.search(hit.entry.note)
    cases = governed[1].replace(" ", "").split("/") if governed else []
    if alternative.government not in cases:
        return None
    if len(cases) > 1 and not _is_in_case(noun, _FEATURE_CASES[alternative.government], doc):
        return None
    preposition = alternative.plain
    if hit.entry.variants.index(hit.variant) and doc.lowers[last] in ("von", "des"):
        return None
    start, end = doc.place(first).start, doc.place(last).end
    article = doc.lowers[behind]
    fused = fuse(preposition.split()[-1], article)
    text = preposition
    if doc.tags[behind] == "ART" and " " not in fused:
        end = doc.place(behind).end
        text = " ".join([*preposition.split()[:-1], fused])
    text = in_case_of(doc, first, text)
    one = end == doc.place(last).end and len(hit.tokens) == len(text.split())
    return Proposal(text, (Edit(TextRange(start, end), text),), one_for_one=one)


def delete_word(hit: Hit, doc: View) -> Proposal | None:
    """Leave a filler out; where it opened the sentence the subject moves to the front."""
    if len(hit.tokens) != 1:
        return None
    index = hit.tokens[0]
    if doc.tags[index] not in _ADVERBIAL_TAGS or doc.deps[index] != "advmod" or doc.children[index]:
        return None
    sentence = doc.sentence(index)
    neighbours = [i for i in (index - 1, index + 1) if i in sentence]
    if any(doc.tags[i] == "$," or doc.lowers[i] in ("nicht", "kein") for i in neighbours):
        return None
    if index > sentence[0]:
        # alone before the verb it holds the first position of a clause
        if doc.tags[index - 1].startswith(("$", "KO")) or index + 1 not in sentence:
            return None
        if doc.tags[index + 1].startswith("$"):
            return None
        edits: tuple[Edit, ...] = (delete(doc, index),)
        return Proposal("ohne „" + doc.texts[index] + "“", edits)
    return _delete_first(index, doc)


def _delete_first(index: int, doc: View) -> Proposal | None:
    verb, subject = index + 1, index + 2
    if subject >= doc.sentence_end[index] or not doc.tags[verb].endswith("FIN"):
        return None
    if doc.feature(verb, "Mood") == "Imp" or doc.deps[subject] not in ("nsubj", "nsubj:pass"):
        return None
    if doc.tags[subject] != "PPER" or doc.lowers[subject] == "es":
        return None
    text = doc.texts[subject]
    span = TextRange(doc.place(index).start, doc.place(subject).end)
    if doc.texts[index][:1].isupper():
        text = text[:1].upper() + text[1:]
    new = f"{text} {doc.texts[verb]}"
    return Proposal(new, (Edit(span, new),))


def misses_adverb(hit: Hit, alternative: Alternative, doc: View, paradigms: Paradigms) -> bool:
    """Whether a word is used as an adverb and the replacement is an adjective only, while the
    entry has an adverb for it (*aktuell*: *jetzig*, but *jetzt*).
    """
    if not has_class(hit, WordClass.ADJECTIVE) or alternative.action is not Action.REPLACE:
        return False
    index = hit.tokens[0]
    if doc.tags[index] == "ADJA":
        return False
    if alternative.text in _ATTRIBUTIVE_ONLY:
        return True
    adjectives = [
        paradigms.adjective_stem(item.text) is not None
        for item in hit.entry.with_action(Action.REPLACE)
    ]
    is_adjective = paradigms.adjective_stem(alternative.text) is not None
    return doc.deps[index] == "advmod" and is_adjective and not all(adjectives)


def _number_follows(index: int, doc: View) -> bool:
    behind = range(index + 1, min(index + 3, doc.sentence_end[index]))
    return any(doc.tags[i] == "CARD" or doc.texts[i][:1].isdigit() for i in behind)


def _opens_main_clause(first: int, last: int, doc: View) -> bool:
    """Whether the words alone stand before the finite verb of a main clause."""
    behind = last + 1
    return (
        (first == doc.sentence_start[first] or doc.tags[first - 1].startswith("$"))
        and behind < doc.sentence_end[last]
        and doc.tags[behind].endswith("FIN")
    )


def _is_in_case(noun: int, case: str, doc: View) -> bool:
    """Whether a phrase stands in a case, or reads the same there (*zwei Wochen*)."""
    if doc.feature(noun, "Case") == case:
        return True
    bare = all(doc.tags[child] in ("CARD", "APPR") for child in doc.children[noun] if child < noun)
    return case == "Dat" and bare and doc.lowers[noun].endswith("en")


def is_adverbial(index: int, doc: View) -> bool:
    """Whether a word that could be an adjective stands without an ending."""
    return doc.tags[index] in _ADVERBIAL_TAGS


def has_class(hit: Hit, *classes: WordClass) -> bool:
    """Whether the entry is of one of the parts of speech."""
    return any(item in hit.entry.word_classes for item in classes)
