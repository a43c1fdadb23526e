"""Forms of verbs the lexicon lacks, from a known base or by the weak conjugation. Build time."""

from __future__ import annotations

from collections import defaultdict

from klartext.language.lexicon import Lexicon

_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "unter", "über")
_SEPARABLE = ("heran", "inne", "kund", "rück", "statt", "bei", "ob")
_WEAK_ENDINGS = ("e", "st", "est", "t", "et", "en", "te", "test", "ten", "tet", "ete", "eten")


class VerbDeriver:
    """Derives forms; needs the forms of all base verbs, so it reads the lexicon once.

    Args:
        lexicon: the full-form lexicon.
        verbs: the infinitives that are wanted.
    """

    def __init__(self, lexicon: Lexicon, verbs: list[str]) -> None:
        self._bases = {
            verb[len(prefix) :]
            for verb in verbs
            for prefix in (*_INSEPARABLE, *_SEPARABLE)
            if verb.startswith(prefix)
        }
        self._forms: dict[str, set[tuple[str, bool]]] = defaultdict(set)
        for form in lexicon:
            for reading in lexicon.analyses(form):
                if reading.lemma in self._bases and form.islower() and reading.has("VER"):
                    self._forms[reading.lemma].add((form, reading.has("PA2")))

    def forms(self, verb: str) -> set[str]:
        """Finite forms, participle and infinitives of a verb, one word each."""
        for prefix in _SEPARABLE:
            base = verb.removeprefix(prefix)
            if base != verb and base in self._forms:
                joined = {prefix + form for form, _ in self._forms[base]}
                return joined | {f"{prefix}zu{base}", verb}
        for prefix in _INSEPARABLE:
            base = verb.removeprefix(prefix)
            if base != verb and base in self._forms:
                return {
                    prefix + (form.removeprefix("ge") if is_participle else form)
                    for form, is_participle in self._forms[base]
                }
        return _weak(verb)


def _weak(verb: str) -> set[str]:
    stem = verb.removesuffix("n").removesuffix("e") if verb.endswith("en") else verb[:-1]
    participle = stem + "t"
    if not verb.endswith("ieren") and not verb.startswith(_INSEPARABLE):
        participle = "ge" + participle
    return {stem + ending for ending in _WEAK_ENDINGS} | {participle, verb}
