"""Guards about fillers: words that look empty but carry a negation, a law or a manner."""

from __future__ import annotations

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard


@guard("negation-focus")
def negation_focus(context: LetterContext, candidate: Candidate) -> bool:
    """*nicht unbedingt*, *durchaus nicht*: the negation acts on this very word."""
    tokens = list(candidate.tokens())
    doc = candidate.parsed.doc
    beside = doc[max(tokens[0].i - 1, 0) : tokens[0].i], doc[tokens[-1].i + 1 : tokens[-1].i + 2]
    return any(
        token.lemma_ in wordlists.NEGATORS or token.lower_.startswith(("nicht", "kein"))
        for span in beside
        for token in span
    )


@guard("can-carry-law")
def can_carry_law(context: LetterContext, candidate: Candidate) -> bool:
    """LEGALNEAR: a word of certainty or degree near a norm, a claim or such another word."""
    if candidate.text.lower() == "stets":  # stets widerruflich: a term of law
        last = list(candidate.tokens())[-1]
        near = last.doc[last.i + 1 : last.i + 4]
        return any(token.lower_.startswith(("widerruf", "vorbehalt")) for token in near)
    if candidate.text.lower() not in _CERTAINTY_OR_DEGREE:
        return False
    last = list(candidate.tokens())[-1]
    governed = {last.head.lemma_.lower(), *(t.lemma_.lower() for t in last.doc[last.i + 1 :][:1])}
    return bool(governed & _LEGAL_ELEMENTS) or predicates.legal_near(candidate.sentence)


_LEGAL_ELEMENTS = frozenset(
    """
    offensichtlich erheblich nachhaltig tatsächlich zumutbar hinreichend grundsätzlich regelmäßig
    insbesondere soweit entsprechend unbeschadet gering ausmaß
    """.split()
)
_CERTAINTY_OR_DEGREE = frozenset(
    """
    zweifellos zweifelsohne unzweifelhaft definitiv durchaus gänzlich äußerst überaus letztlich
    letztendlich naturgemäß
    """.split()
)


@guard("not-adverbial")
def not_adverbial(context: LetterContext, candidate: Candidate) -> bool:
    """Tag and relation do not both say adverb, or the word is compared or a predicate."""
    tokens = list(candidate.tokens())
    token = tokens[0]
    if len(tokens) > 1 or candidate.entry == "entsprechend":
        return False
    if token.dep_ != "advmod" or token.tag_ not in _ADVERBIAL_TAGS:
        return True
    if token.tag_ != "ADJD":
        return False
    is_compared = token.lower_.endswith(("er", "sten"))
    return is_compared or token.head.lemma_ in _COPULAS


_ADVERBIAL_TAGS = frozenset({"ADV", "ADJD", "PROAV", "PTKA"})
_COPULAS = frozenset("sein werden bleiben scheinen finden halten".split())


@guard("manner-of-an-adjective")
def manner_of_an_adjective(context: LetterContext, candidate: Candidate) -> bool:
    """*natürlich gewachsen*, *natürlich lüften*: says how, not that everybody knows it."""
    token = next(candidate.tokens())
    if token.lower_ not in _MANNER:
        return False
    following = token.doc[token.i + 1 : token.i + 2]
    if not following or any(after.tag_[:4] in ("ADJA", "ADJD", "VVPP") for after in following):
        return True
    if any(after.is_punct or after.tag_[:2] in ("VV", "VA") for after in following):
        return token.i > candidate.sentence.start
    return token.head.tag_ in ("ADJA", "ADJD", "NN")


_MANNER = frozenset({"natürlich", "naturgemäß", "selbstverständlich"})


@guard("so-with-meaning")
def so_with_meaning(context: LetterContext, candidate: Candidate) -> bool:
    """Only *Wenn Sie kommen, so bringen Sie …* can do without *so*; not *so schnell*."""
    if candidate.text.lower() != "so":
        return False
    so = next(candidate.tokens())
    first = so.sent[0]
    if first.lower_ not in _IF and not predicates.finite(first):
        return True
    if so.i == first.i or so.nbor(-1).text != "," or so.i + 1 >= so.sent.end:
        return True
    rest = {token.lower_ for token in so.doc[so.i : so.sent.end]}
    return not predicates.finite(so.nbor()) or not rest.isdisjoint(_YET)


_IF = frozenset("wenn falls sofern soweit sobald".split())
_YET = frozenset("doch dennoch gleichwohl trotzdem jedoch".split())


@guard("adds-a-detail")
def adds_a_detail(context: LetterContext, candidate: Candidate) -> bool:
    """*entsprechende Nachweise* can go; *in entsprechender Höhe* and *der Regel entsprechend* not.

    *und zwar* can go where a date or a place follows behind a comma.
    """
    first = next(candidate.tokens())
    if candidate.entry == "und zwar":
        last = list(candidate.tokens())[-1]
        after = last.nbor() if last.i + 1 < last.sent.end else None
        behind_comma = first.i > first.sent.start and first.nbor(-1).text == ","
        return not behind_comma or after is None or after.tag_ not in ("APPR", "APPRART")
    if candidate.entry != "entsprechend":
        return False
    noun = first.head
    if first.tag_ != "ADJA" or not noun.lemma_.lower().endswith(_PAPERS):
        return True
    if noun.i != first.i + 1 or any(True for _ in first.children):
        return True
    bare = not any(child.dep_ == "det" for child in noun.children)
    joined = first.i > first.sent.start and first.nbor(-1).tag_ in ("KON", "$,", "ADJA")
    return joined or (bare and first.lower_.endswith(("er", "en")))


_PAPERS = (
    "antrag", "nachweis", "mitteilung", "unterlage", "beleg", "bescheinigung", "nachricht",
    "erklärung", "bestätigung", "auskunft", "information",
)  # fmt: skip
