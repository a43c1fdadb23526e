"""Verbs of office German: in which of their uses they are office words.

Each takes the first token of a place and the candidate and says whether to stay silent.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate
from klartext.rules.guards import office_senses as senses
from klartext.rules.guards import sums

Sense = Callable[[Token, Candidate], bool]


def _gets_out(token: Token, candidate: Candidate) -> bool:
    """*entnehmen Sie dem Merkblatt* is to read; *eine Probe entnehmen* is not."""
    done = token.tag_ == "VVPP" and "können" not in senses.lemmas(candidate)
    return token.tag_ == "ADJA" or done or senses.names(*_TAKEN_OUT)(token, candidate)


_TAKEN_OUT = (
    "probe", "blut", "wasser", "geld", "strom", "gas", "material", "gewebe", "kasse", "lager",
    "fach", "umschlag", "kiste", "konto", "rücklage", "ersparnis", "betriebsvermögen",
)  # fmt: skip


def _needs(token: Token, candidate: Candidate) -> bool:
    """*Es bedarf keiner Begründung* is a formula of its own."""
    subject = predicates.subject(token)
    return subject is None or subject.lower_ == "es" or token.tag_ == "ADJA"


def _applies(token: Token, candidate: Candidate) -> bool:
    """A duty *erstreckt sich* on something; a plot of land does so too."""
    subject = predicates.subject(token)
    return subject is None or not subject.lemma_.lower().endswith(_RULES)


_RULES = (
    "pflicht", "regelung", "verbot", "bewilligung", "erlaubnis", "anspruch", "vollmacht",
    "versicherung", "genehmigung", "zuständigkeit", "befreiung", "verpflichtung", "schutz",
)  # fmt: skip


def _told_about(token: Token, candidate: Candidate) -> bool:
    """School teaches; an office informs."""
    return senses.names("schule", "klasse", "lehrkraft", "fach", "lehrer")(token, candidate)


def _argues(token: Token, candidate: Candidate) -> bool:
    """*führt sie aus, der Baum …*: says; *eine Arbeit ausführen* has an object."""
    subject = predicates.subject(token)
    if subject is None or any(child.dep_ == "obj" for child in token.children):
        return True
    last = list(candidate.tokens())[-1]
    after = last.nbor() if last.i + 1 < last.sent.end else None
    return not predicates.finite(token) or after is None or after.text not in (",", ":")


def _demands(token: Token, candidate: Candidate) -> bool:
    """*Ihnen Folgendes aufgeben*, *Ihnen aufgeben, … zu*: not *den Betrieb aufgeben*."""
    words = senses.words(candidate)
    if "ihnen" not in words or not words & {"folgendes", "zu", "zunächst"}:
        return True
    objects = {child.lower_ for child in token.children if child.dep_ == "obj"}
    return bool(objects - {"folgendes", "ihnen", "dies"})


def _moved(token: Token, candidate: Candidate) -> bool:
    """*nach Bonn verzogen*; *verziehen* is to forgive as well."""
    return token.lower_ != "verzogen" or not senses.lemmas(candidate) & {"sein", "nach", "wohin"}


def _waived(token: Token, candidate: Candidate) -> bool:
    """*bitten wir abzusehen*, *davon sehen wir ab*; *es absehen auf* is another word."""
    names = senses.lemmas(candidate) | senses.words(candidate)
    return names.isdisjoint(("bitten", "davon", "hiervon", "wovon"))


def _bound(token: Token, candidate: Candidate) -> bool:
    """*Sie sind gehalten, … zu melden*, not *der Hund wird gehalten*."""
    if not {"sein", "wären"} & senses.lemmas(candidate) or "werden" in senses.lemmas(candidate):
        return True
    return not any(word.lower_ == "zu" or word.tag_ == "VVIZU" for word in candidate.sentence)


def _with_something(token: Token, candidate: Candidate) -> bool:
    """*mit einem Stempel versehen*; *aus Versehen* and *den Dienst versehen* are others."""
    if senses.lacks(*_MARKS)(token, candidate):
        return True
    return not any(
        case.lower_ == "mit" for child in token.children for case in (child, *child.children)
    )


_MARKS = (
    "unterschrift", "stempel", "datum", "vermerk", "eintrag", "nummer", "siegel", "apostille",
    "zeichen", "index",
)  # fmt: skip


def _it_is_there(token: Token, candidate: Candidate) -> bool:
    """*ist kein Eingang zu verzeichnen*: there is none."""
    before = senses.word_before(token)
    return before is None or before.lower_ != "zu" or "sein" not in senses.lemmas(candidate)


def _granted(token: Token, candidate: Candidate) -> bool:
    """Money or time for payment is given; *Schutz*, *Akteneinsicht*, *Gehör* are law."""
    given = [c for c in token.children if c.dep_ in ("obj", "nsubj:pass", "nsubj")]
    names = (*sums.SUMS, "rate", "raten", "aufschub", "frist", "rabatt", "ermäßigung")
    nouns = [noun.lemma_.lower() for noun in given]
    return not any(noun.endswith(names) and not noun.endswith("hilfe") for noun in nouns)


def _drawn_on(token: Token, candidate: Candidate) -> bool:
    """Papers are used, people have to pay *zum Unterhalt*; experts are asked."""
    return senses.lacks(
        "unterhalt", "kosten", "gebühr", "beitrag", "bescheinigung", "unterlage", "nachweis",
        "auskunft", "angabe", "bescheid", "liste", "protokoll",
    )(token, candidate)  # fmt: skip


def _made_sure(token: Token, candidate: Candidate) -> bool:
    """Who *gewährleistet* something sees to it; what *gewährleistet ist* is sure."""
    return token.tag_ == "VVPP" and "werden" not in senses.lemmas(candidate)


def _weighs(token: Token, candidate: Candidate) -> bool:
    """*die Umstände gewürdigt*; a person is *gewürdigt* too."""
    return senses.lacks("umstand", "vorbringen", "angabe", "stellungnahme", "beweis")(
        token, candidate
    )


def _pays(token: Token, candidate: Candidate) -> bool:
    """*Beiträge leisten* is to pay; *einen Beitrag zum Umweltschutz leisten* is to help."""
    owed = [child for child in token.children if child.lemma_ == "Beitrag"]
    return any(
        child.lower_.startswith(("ein", "ihr", "kein")) or child.lemma_ in ("groß", "wichtig")
        for noun in owed
        for child in noun.children
    )


SENSES: dict[str, Sense] = {
    "ausgleichen": senses.names("aufrechnung", "verrechnung", "aufrechnen"),
    "leisten": _pays,
    "tätigen": lambda token, candidate: not token.tag_.startswith("VV"),
    "absehen": _waived,
    "aufgeben": _demands,
    "ausführen": _argues,
    "bedürfen": _needs,
    "entnehmen": _gets_out,
    "gehalten sein": _bound,
    "gewähren": _granted,
    "gewährleisten": _made_sure,
    "heranziehen": _drawn_on,
    "sich erstrecken auf": _applies,
    "unterrichten": _told_about,
    "versehen": _with_something,
    "verzeichnen": _it_is_there,
    "verziehen": _moved,
    "würdigen": _weighs,
}
"""Verb → whether to stay silent at a place."""
