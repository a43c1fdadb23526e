"""A light-verb phrase said with the verb itself: *eine Prüfung … vornehmen* → *prüfen*."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from klartext.glossary.fidelity import is_faithful
from klartext.glossary.model import Action
from klartext.language.lexicon import Lexicon, open_lexicon
from klartext.language.nominalisations import split_prefix
from klartext.language.noun_phrase import in_case, written
from klartext.language.pipeline import LEXICON
from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.light_senses import plain_sense
from klartext.rules.guards.light_verbs import light_noun
from klartext.rules.guards.light_wordings import plain_wording
from klartext.rules.offers.registry import Offer, advice, offer
from klartext.types import Applicability, Edit, Suggestion, TextRange


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with its participle; ``takes_object`` turns the genitive into its object.

    ``prepositions`` may follow the noun and stay as they are (*Entscheidung über* …).
    """

    infinitive: str
    participle: str
    takes_object: bool = False
    prepositions: tuple[str, ...] = ()


_VERBS = {
    "eine Prüfung vornehmen": _Verb("prüfen", "geprüft", takes_object=True),
    "eine Prüfung durchführen": _Verb("prüfen", "geprüft", takes_object=True),
    "eine Änderung vornehmen": _Verb("ändern", "geändert", takes_object=True),
    "eine Kürzung vornehmen": _Verb("kürzen", "gekürzt", takes_object=True),
    "eine Berichtigung vornehmen": _Verb("berichtigen", "berichtigt", takes_object=True),
    "eine Eintragung vornehmen": _Verb("eintragen", "eingetragen", takes_object=True),
    "eine Entscheidung treffen": _Verb("entscheiden", "entschieden", prepositions=("über",)),
    "eine Entscheidung fällen": _Verb("entscheiden", "entschieden", prepositions=("über",)),
    "Antwort geben": _Verb("antworten", "geantwortet", prepositions=("auf",)),
    "Bericht erstatten": _Verb("berichten", "berichtet", prepositions=("über",)),
    "Hilfe leisten": _Verb("helfen", "geholfen"),
    "Unterschrift leisten": _Verb("unterschreiben", "unterschrieben"),
    "Zahlung leisten": _Verb("zahlen", "gezahlt"),
    "Verzicht leisten": _Verb("verzichten", "verzichtet", prepositions=("auf",)),
}
_FORMS = frozenset("VVFIN VVINF VVPP VVIZU".split())
_LONGEST_LABEL = 90


@offer("plain-verb")
def plain_verb(context: LetterContext, candidate: Candidate) -> Offer:
    """*Wir nehmen eine Prüfung Ihrer Angaben vor* → *Wir prüfen Ihre Angaben*."""
    wording = plain_wording(candidate)
    if wording is not None:
        return _without_done(candidate) or advice(wording), {}
    rebuilt = _rebuilt(context, candidate)
    if rebuilt is not None:
        return (rebuilt,), {}
    hit, noun = candidate.hit, light_noun(candidate)
    sense = plain_sense(candidate)
    if sense is not None:
        return advice(sense), {}
    if hit is not None and noun is not None and _is_negated(noun):
        if hit.entry.term == "Angaben machen":
            return advice("nichts sagen"), {}
        plain = hit.entry.with_action(Action.REPLACE)
        return advice(*(_denied(item.plain) for item in plain[:1])), {}
    return (), {}


def _without_done(candidate: Candidate) -> tuple[Suggestion, ...]:
    """*nach erfolgter Anhörung* → *nach der Anhörung*: the article ends as the adjective does."""
    first, *_, adjective = candidate.tokens()
    if first.lower_ != "nach" or adjective.i + 1 >= len(adjective.doc):
        return ()
    article = {"er": "der", "em": "dem"}.get(adjective.lower_[-2:])
    noun = adjective.nbor()
    if article is None or not noun.text[:1].isupper():
        return ()
    edit = Edit(_place(adjective), article)
    label = f"{first.text} {article} {noun.text}"
    return (Suggestion(label, (edit,), Applicability.REVIEW),)


def _denied(plain: str) -> str:
    """*sich bemühen* → *sich nicht bemühen*."""
    reflexive = "sich " if plain.startswith("sich ") else ""
    return f"{reflexive}nicht {plain.removeprefix('sich ')}"


def _is_negated(noun: Token) -> bool:
    return any(t.dep_ == "det" and t.lower_.startswith("kein") for t in noun.children)


def _rebuilt(context: LetterContext, candidate: Candidate) -> Suggestion | None:
    hit, noun = candidate.hit, light_noun(candidate)
    plain = _VERBS.get(hit.entry.term) if hit is not None else None
    index = hit.part("verb") if hit is not None else None
    if hit is None or noun is None or plain is None or index is None:
        return None
    doc = candidate.parsed.doc
    particle = hit.part("particle")
    edits = _edits(noun, doc[index], None if particle is None else doc[particle], plain)
    if edits is None:
        return None
    suggestion = Suggestion(plain.infinitive, edits, Applicability.REVIEW)
    text, sentence = candidate.parsed.block.text, candidate.sentence
    changed = suggestion.apply(text)
    start, rest = sentence.start_char, len(text) - sentence.end_char
    after = changed[start : len(changed) - rest]
    if not is_faithful(sentence.text, after, context.glossary.legal_forms):
        return None
    label = after if len(after) <= _LONGEST_LABEL else plain.infinitive
    return Suggestion(label, edits, Applicability.REVIEW)


def _edits(
    noun: Token, verb: Token, particle: Token | None, plain: _Verb
) -> tuple[Edit, ...] | None:
    if noun.dep_ != "obj" or noun.left_edge.i == noun.sent.start or verb.tag_ not in _FORMS:
        return None
    lexicon = open_lexicon(LEXICON)
    forms = _verb_edits(verb, particle, plain, lexicon)
    phrase = _phrase_edit(noun, plain, lexicon)
    if forms is None or phrase is None:
        return None
    return tuple(sorted((*forms, phrase), key=lambda edit: edit.range))


def _verb_edits(
    verb: Token, particle: Token | None, plain: _Verb, lexicon: Lexicon
) -> list[Edit] | None:
    """The light verb in its place becomes the plain one in the same form."""
    prefix, base = split_prefix(plain.infinitive, lexicon)
    if verb.tag_ == "VVPP":
        return [Edit(_place(verb), plain.participle)] if _is_perfect(verb) else None
    if verb.tag_ == "VVINF":
        return [Edit(_place(verb), plain.infinitive)]
    if verb.tag_ == "VVIZU":
        zu = f"{prefix}zu{base}" if prefix else f"zu {base}"
        return [Edit(_place(verb), zu)]
    form = _finite_form(verb, base, lexicon)
    if form is None or (prefix and particle is None):
        return None
    if particle is None:
        return [Edit(_place(verb), form)]
    if prefix:
        return [Edit(_place(verb), form), Edit(_place(particle), prefix)]
    before = particle.idx - len(verb.doc[particle.i - 1].whitespace_)
    return [Edit(_place(verb), form), Edit(TextRange(before, particle.idx + len(particle)), "")]


def _is_perfect(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    return any(t.lemma_ == "haben" for t in helpers)


def _finite_form(verb: Token, base: str, lexicon: Lexicon) -> str | None:
    """The present form of the plain verb in the person of the light one."""
    mood = predicates.feature(verb, "Mood")
    if predicates.feature(verb, "Tense") != "Pres" and mood != "Imp":
        return None
    if mood == "Sub":
        return None
    subject = predicates.subject(verb)
    if subject is None or verb.lower_ in ("werde", "werden"):
        return None
    if predicates.feature(verb, "Number") == "Plur" and subject.lower_ in ("wir", "sie"):
        return base.capitalize() if verb.text.istitle() else base
    if subject.lower_ == "ich":
        return None
    stem = base.removesuffix("n").removesuffix("e")
    number = "SIN" if predicates.feature(verb, "Number") == "Sing" else "PLU"
    candidates = [stem + "t", stem + "et"] if number == "SIN" else [base]
    return next(
        (
            form
            for form in candidates
            if any(
                item.lemma == base and item.has("VER", "3", number, "PRÄ")
                for item in lexicon.analyses(form)
            )
        ),
        None,
    )


def _phrase_edit(noun: Token, plain: _Verb, lexicon: Lexicon) -> Edit | None:
    """*eine Prüfung Ihrer Angaben* → *Ihre Angaben*; *keine Entscheidung* → *nicht*."""
    article = next((t for t in noun.children if t.dep_ == "det" and t.i < noun.i), None)
    start = article if article is not None else noun
    is_negated = article is not None and article.lower_.startswith("kein")
    owner = None
    for child in noun.children:
        if child == article:
            continue
        preposition = predicates.case_word(child)
        if preposition is not None and preposition.lower_ in plain.prepositions:
            continue
        is_genitive = child.dep_ == "nmod" and child.i > noun.i and preposition is None
        if not is_genitive or owner is not None or not plain.takes_object:
            return None
        owner = child
    if plain.takes_object and owner is None:
        return None
    words, end = [], noun
    if owner is not None:
        forms = in_case(owner, ("Gen",), "Acc", lexicon)
        if forms is None or not any(t.dep_ == "det" for t in owner.children):
            return None
        words.append(written(owner, forms))
        end = noun.doc[max([owner.i, *forms])]
    if is_negated:
        words.append("nicht")
    if words:
        return Edit(TextRange(start.idx, end.idx + len(end)), " ".join(words))
    if not noun.doc[start.i - 1].whitespace_:
        return None
    return Edit(TextRange(start.idx - 1, end.idx + len(end)), "")


def _place(token: Token) -> TextRange:
    return TextRange(token.idx, token.idx + len(token))
