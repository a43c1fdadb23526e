"""The forms in which a sentence explains a term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from klartext.glossary.model import Entry, Hit
from klartext.glossary.view import View
from klartext.language.parse import text_of

_CONTENT = frozenset("NN ADJA ADJD VVFIN VVINF VVIZU VVPP VVIMP".split())
_MEANING_VERBS = frozenset("bedeuten heißen meinen".split())
_SHOWING_VERBS = frozenset("zeigen bescheinigen".split())
_OPENING = re.compile(
    r"^[„“\"–—-]*\s*(?:Das|Dies) (?:heißt|bedeutet)\b|^Damit ist\b.{0,40}\bgemeint"
    r"|^D\. ?h\.|^Also\b|^Mit anderen Worten\b"
    r"|^Ein(?:e|er)? solche[rs]? (?:liegt\b.*\bvor|ist\b.*|besteht), wenn\b"
)
_INLINE = re.compile(
    r"[,–—:;-]\s*(?:also|das heißt|das bedeutet|d\. ?h\.|mit anderen Worten)\b[,:]?|\bd\. ?h\.,?"
    r"|;\s*(?:[\wÄÖÜäöüß-]+ ){1,4}also\b"
)
_DEFINITION_LIMIT = 20
_SIMILAR = 0.6
_STEM = 5
_STOPWORDS = frozenset(
    "aber alle auch beim dann dass davon diese dieser dieses doch durch eine einem einen einer "
    "eines etwas haben hatte ihnen ihre ihrem ihren ihrer ihres immer kann kein keine können "
    "müssen nach nicht noch oder oft ohne sein sich sind über unter viele vom von vor wenn wer "
    "werden wird wie wieder zum zur zwischen beispiel zum".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: the view of the block and the indices of its tokens."""

    doc: View
    tokens: range

    def text(self, start: int | None = None) -> str:
        """Its text from a token on, from the beginning if none is given."""
        first = self.tokens[0] if start is None else start
        if first >= self.tokens.stop:
            return ""
        doc = self.doc
        return text_of(doc.doc)[doc.place(first).start : doc.place(self.tokens[-1]).end]

    def content(self, tokens: range) -> int:
        """How many content words the tokens hold."""
        return sum(self.doc.tags[index] in _CONTENT for index in tokens)


def is_explained(hit: Hit, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a term is explained in its sentence or in the one after it."""
    return (
        _in_brackets(hit, sentence)
        or _is_bracket(hit, sentence)
        or _has_apposition(hit, sentence)
        or _is_paraphrased(hit, sentence)
        or _is_defined(hit, sentence)
        or (following is not None and _OPENING.search(following.text()) is not None)
        or (following is not None and _names_and_means(hit, following))
        or _is_similar(hit, sentence, following)
    )


def _in_brackets(hit: Hit, sentence: Sentence) -> bool:
    """*Duldung (Aussetzung der Abschiebung)*."""
    doc, opening = sentence.doc, hit.tokens[-1] + 1
    if opening >= sentence.tokens.stop or doc.texts[opening] not in "([":
        return False
    closing = next(
        (i for i in range(opening, sentence.tokens.stop) if doc.texts[i] in (")", "]")), None
    )
    if closing is None:
        return False
    inside = range(opening + 1, closing)
    text = " ".join(doc.texts[index] for index in inside)
    if "§" in text or text.lower().startswith(("im folgenden", "nachfolgend", "siehe")):
        return False
    return sentence.content(inside) >= 2


def _is_bracket(hit: Hit, sentence: Sentence) -> bool:
    """*vorläufige Bescheinigung (Fiktionsbescheinigung)*."""
    doc = sentence.doc
    before, after = hit.tokens[0] - 1, hit.tokens[-1] + 1
    if before - 1 < sentence.tokens[0] or after >= sentence.tokens.stop:
        return False
    if doc.texts[before] != "(" or doc.texts[after] != ")":
        return False
    front = range(max(sentence.tokens[0], before - 4), before)
    return doc.tags[before - 1] in _CONTENT and sentence.content(front) >= 2


def _has_apposition(hit: Hit, sentence: Sentence) -> bool:
    doc = sentence.doc
    head = _head(hit, doc)
    for child in doc.children[head]:
        if doc.deps[child] != "appos" or doc.lemmas[child] == doc.lemmas[head]:
            continue
        below = doc.subtree(child)
        left = below[0] - 1
        if left < 0 or (doc.texts[left] not in ",–—-:" and doc.texts[below[0]] not in ",–—-:"):
            continue
        relative = any(doc.deps[item] == "acl:relcl" for item in doc.children[child])
        if relative or sum(doc.tags[item] in _CONTENT for item in below) >= 2:
            return True
    return False


def _is_paraphrased(hit: Hit, sentence: Sentence) -> bool:
    """A clause behind the term that begins with *das heißt*, or the term *bedeutet* something."""
    doc, after = sentence.doc, hit.tokens[-1] + 1
    rest = sentence.text(after)
    match = _INLINE.search(rest)
    if match is not None:
        offset = doc.place(after).start + match.end()
        start = next(
            (i for i in range(after, sentence.tokens.stop) if doc.place(i).start >= offset - 1),
            sentence.tokens.stop,
        )
        if sentence.content(range(start, sentence.tokens.stop)) >= 2:
            return True
    for index in range(after, min(after + 4, sentence.tokens.stop)):
        if doc.lemmas[index] in _MEANING_VERBS and doc.tags[index] == "VVFIN":
            return sentence.content(range(index + 1, sentence.tokens.stop)) >= 1
        if doc.tags[index] in _CONTENT:
            break
    return False


def _names_and_means(hit: Hit, following: Sentence) -> bool:
    """The next sentence takes the term up: *Duldung bedeutet …*, *Die Karte zeigt, dass …*."""
    doc = following.doc
    wanted = hit.entry.term.split()[-1].lower()
    says_that = any(doc.lowers[index] == "dass" for index in following.tokens)
    verbs = _MEANING_VERBS | _SHOWING_VERBS if says_that else _MEANING_VERBS
    for index in following.tokens:
        if doc.lemmas[index] in verbs and doc.tags[index] == "VVFIN":
            front = range(following.tokens[0], index)
            return any(wanted in (doc.lemmas[i], doc.lowers[i]) for i in front)
    return False


def _is_defined(hit: Hit, sentence: Sentence) -> bool:
    """A definition: *Eine Fiktionsbescheinigung ist eine vorläufige Bescheinigung*."""
    doc = sentence.doc
    head = _head(hit, doc)
    predicate = doc.heads[head]
    if doc.deps[head] != "nsubj" or doc.tags[predicate] != "NN":
        return False
    copula = doc.child(predicate, "cop")
    if copula is None or doc.lemmas[copula] != "sein":
        return False
    if any(doc.deps[child] == "acl:relcl" for child in doc.children[predicate]):
        return True
    article = doc.child(head, "det")
    general = article is None or doc.lowers[article].startswith("ein")
    words = sum(any(map(str.isalpha, doc.texts[index])) for index in sentence.tokens)
    negated = any(doc.lowers[index].startswith(("kein", "nicht")) for index in sentence.tokens)
    return general and not negated and words <= _DEFINITION_LIMIT


def _is_similar(hit: Hit, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether most words of our explanation, its first sentence or the gloss stand near."""
    near: set[str] = set()
    own = set(hit.tokens)
    for part in (sentence, following):
        if part is not None:
            for index in part.tokens:
                if part is not sentence or index not in own:
                    near |= {part.doc.lowers[index], part.doc.lemmas[index]}
    stems = {word[:_STEM] for word in near if len(word) >= _STEM}
    return any(
        sum(word in near or (len(word) >= _STEM and word[:_STEM] in stems) for word in wanted)
        >= _SIMILAR * len(wanted)
        for wanted in _own_words(hit.entry)
    )


@lru_cache(maxsize=512)
def _own_words(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """The content words of each of our wordings that has at least two."""
    explanation = entry.explanation or ""
    own = {word.lower()[:_STEM] for word in entry.term.split()}
    found = []
    for text in (explanation, explanation.partition(". ")[0], entry.gloss or ""):
        words = (word.lower() for word in re.findall(r"[A-Za-zÄÖÜäöüß]{4,}", text))
        content = tuple(w for w in words if w not in _STOPWORDS and w[:_STEM] not in own)
        if len(content) > 1:
            found.append(content)
    return tuple(found)


def _head(hit: Hit, doc: View) -> int:
    """The token of a hit that the others depend on."""
    own = set(hit.tokens)
    for index in hit.tokens:
        if doc.heads[index] not in own or doc.heads[index] == index:
            return index
    return hit.tokens[-1]
