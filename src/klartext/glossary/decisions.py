"""Decisions about single words: in which sense they stand, and whether to speak at all.

A decision gets the token and the block. It answers ``True`` (the row does what it always
does), ``False`` (another sense: no hit), or the outcome itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from klartext.glossary.model import Outcome
from klartext.glossary.view import View
from klartext.language.parse import protected_in
from klartext.language.spans import SpanLabel

Verdict = bool | Outcome
Decision = Callable[[int, View], Verdict]

_TIMES = ("zeit", "tag", "woche", "monat", "jahr", "stunde", "urlaub", "abend", "nacht")
_REPETITION = frozenset(
    "melden zahlen bezahlen überweisen kommen teilnehmen besuchen erscheinen vorsprechen prüfen "
    "treffen einnehmen".split()
)
_LANGUAGE_SKILLS = ("kenntnis", "kenntnisse", "deutsch")
_INCOMING = ("post", "antrag", "unterlage", "schreiben", "zahlung", "brief", "nachricht", "anruf")
_SAYING = frozenset("sagen geben wissen".split())
_PAID_WORK = frozenset("ausüben aufnehmen nachgehen beenden".split())
_GIVING_ORDERS = frozenset("erlassen treffen befolgen aufheben".split())
_AUTHORITY_ACTS = frozenset(
    "verlängern erteilen widerrufen zurücknehmen versagen befristen anordnen ausweisen ablehnen "
    "entziehen beschränken verbinden".split()
)
_LEGAL_COMPANY = ("voraussetzung", "tatbestand", "ermessen", "vorschrift", "gesetz", "anspruch")
_FOUNDED = ("wohnsitz", "aufenthalt", "verhältnis", "ehe", "wohnung")
_PAPERS = tuple(
    "bescheinigung vordruck formular aufforderung schreiben bescheid antrag kopie merkblatt "
    "erklärung liste vollmacht urkunde unterlage fragebogen blatt rechnung übersicht".split()
)
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)
_EXCEPTIONS = frozenset("ausnahme ausnahmen aber jedoch außer ausnahmsweise".split())


def is_near_law(place: int, doc: View) -> bool:
    """Whether the sentence of a token cites a statute or speaks of conditions and claims."""
    sentence = doc.sentence(place)
    if any(doc.lemmas[index].endswith(_LEGAL_COMPANY) for index in sentence):
        return True
    return any(
        span.label_ == SpanLabel.CITATION and span.start in sentence
        for span in protected_in(doc.doc)
    )


def _governor(place: int, doc: View) -> str:
    return doc.lemmas[doc.heads[place]]


def _objects(place: int, doc: View, *relations: str) -> list[int]:
    return [child for child in doc.children[place] if doc.deps[child] in relations]


def _has_preposition(place: int, doc: View, *prepositions: str) -> bool:
    """Whether a phrase with one of the prepositions hangs on a token."""
    return any(
        doc.lowers[case] in prepositions
        for child in doc.children[place]
        for case in doc.children[child]
        if doc.deps[case] == "case"
    )


def _has_auxiliary(place: int, doc: View, *lemmas: str) -> bool:
    return any(
        doc.deps[child].startswith("aux") and doc.lemmas[child] in lemmas
        for child in doc.children[place]
    )


def _is_legal_rule(place: int, doc: View) -> Verdict:
    """*regelmäßig* is *in der Regel* in law, and *immer wieder* with verbs of repetition."""
    return doc.tags[place] != "ADJA" and _governor(place, doc) not in _REPETITION


def _in_principle(place: int, doc: View) -> Verdict:
    """*grundsätzlich* is a question, unless the sentence names the exception."""
    named = any(doc.lemmas[index] in _EXCEPTIONS for index in doc.sentence(place))
    return False if named else Outcome.ASK


def _notice(place: int, doc: View) -> Verdict:
    """*Bescheid sagen, geben, wissen* without a determiner is an idiom."""
    idiom = _governor(place, doc) in _SAYING and doc.child(place, "det") is None
    return Outcome.SILENT if idiom else True


def _refuse(place: int, doc: View) -> Verdict:
    return bool(_objects(place, doc, "obj", "iobj", "nsubj:pass"))


def _spend(place: int, doc: View) -> Verdict:
    """*verbringen*: to bring somebody somewhere, not to spend time."""
    objects = _objects(place, doc, "obj", "nsubj:pass")
    if not objects or any(doc.lemmas[item].endswith(_TIMES) for item in objects):
        return False
    return _has_preposition(place, doc, "nach", "in", "an")


def _inform(place: int, doc: View) -> Verdict:
    about = {"darüber", "davon", "hierüber", "hiervon"}
    named = not about.isdisjoint(doc.lowers[child] for child in doc.children[place])
    return named or _has_preposition(place, doc, "über", "von", "vom")


def _thorough(place: int, doc: View) -> Verdict:
    return not (doc.tags[place] == "ADJA" and _governor(place, doc).endswith(_INCOMING))


def _enough(place: int, doc: View) -> Verdict:
    """*hinreichende Deutschkenntnisse* is a level, not a quantity."""
    around = (_governor(place, doc), *(doc.lemmas[child] for child in doc.children[place]))
    return not any(word.endswith(_LANGUAGE_SKILLS) for word in around)


def _question(place: int, doc: View) -> Verdict:
    return Outcome.ASK


def _attributive_question(place: int, doc: View) -> Verdict:
    return Outcome.ASK if doc.tags[place] == "ADJA" else False


def _preposition(place: int, doc: View) -> Verdict:
    return doc.tags[place] in ("APPR", "APPO") and doc.deps[place] == "case"


def _may(place: int, doc: View) -> Verdict:
    """*Die Erlaubnis kann verlängert werden*: an act of the authority, in the passive."""
    verb = doc.heads[place]
    denied = any(doc.lowers[child] == "nicht" for child in doc.children[verb])
    acts = doc.tags[verb] == "VVPP" and doc.lemmas[verb] in _AUTHORITY_ACTS
    return acts and not denied and _has_auxiliary(verb, doc, "werden")


def _answerable(place: int, doc: View) -> Verdict:
    return any(doc.lemmas[index] == "haben" for index in doc.sentence(place))


def _side_condition(place: int, doc: View) -> Verdict:
    words = " ".join(doc.lemmas[index] for index in doc.sentence(place))
    return any(clue in words for clue in ("nebenbestimmung", "auflage", "erlöschen"))


def _is_about_asylum(doc: View) -> bool:
    return any(word.startswith("asyl") or word == "bamf" for word in doc.lowers)


def _asylum_hearing(place: int, doc: View) -> Verdict:
    return _is_about_asylum(doc)


def _hearing(place: int, doc: View) -> Verdict:
    return not _is_about_asylum(doc)


def _expiry(place: int, doc: View) -> Verdict:
    """*mit Ablauf* of a date or of the validity."""
    rest = [index for index in doc.sentence(place) if index > place][:5]
    return any(
        index in doc.opaque or doc.texts[index][:1].isdigit() or doc.lemmas[index] == "gültigkeit"
        for index in rest
    )


def _conditional(place: int, doc: View) -> Verdict:
    return doc.tags[place] == "KOUS"


def _relative(place: int, doc: View) -> Verdict:
    return doc.tags[place] == "PRELS"


def _decided(place: int, doc: View) -> Verdict:
    return _governor(place, doc) == "bescheiden"


def _can(place: int, doc: View) -> Verdict:
    return bool(_objects(place, doc, "xcomp", "ccomp"))


def _work(place: int, doc: View) -> Verdict:
    return _governor(place, doc) in _PAID_WORK


def _remain(place: int, doc: View) -> Verdict:
    """*verbleiben*, but not *so verbleiben wir mit freundlichen Grüßen*."""
    subjects = [doc.lowers[item] for item in _objects(place, doc, "nsubj")]
    return bool(subjects) and "ich" not in subjects and "wir" not in subjects


def _order(place: int, doc: View) -> Verdict:
    return _governor(place, doc) in _GIVING_ORDERS or doc.child(place, "nmod") is not None


def _claim(place: int, doc: View) -> Verdict:
    """*in Anspruch nehmen* has nothing to do with a claim."""
    return not (place and doc.lowers[place - 1] == "in")


def _reasons(place: int, doc: View) -> Verdict:
    """*Begründung eines Wohnsitzes* gives no reasons."""
    founded = (doc.lemmas[child] for child in _objects(place, doc, "nmod"))
    return not any(word.endswith(_FOUNDED) for word in founded)


def _very(place: int, doc: View) -> Verdict:
    return Outcome.SILENT if _governor(place, doc).startswith("geehrt") else True


def _against(place: int, doc: View) -> Verdict:
    idiom = doc.lowers[place + 1 : place + 2] in (["erwarten"], ["willen"])
    return Outcome.SILENT if idiom else True


def _permitted(place: int, doc: View) -> Verdict:
    """*gestattet* is a status; only the act of permitting is an office word."""
    return doc.tags[place] != "VVPP" or _has_auxiliary(place, doc, "werden", "haben")


def _use(place: int, doc: View) -> Verdict:
    """*verwandt sein* is no form of *verwenden*."""
    return doc.lowers[place] != "verwandt" or _has_auxiliary(place, doc, "werden", "haben")


def _on_that_day(place: int, doc: View) -> Verdict:
    """*unter dem 6. Mai* is a date; *unter dem Dach* is a place."""
    day, *month = doc.lowers[place + 2 : place + 4] or [""]
    digits = re.fullmatch(r"\d{1,2}\.(\d{1,2}\..*)?", day)
    return digits is not None and (bool(digits[1]) or not _MONTHS.isdisjoint(month))


def _with_us(place: int, doc: View) -> Verdict:
    """*hier eingegangen*: at the office; not in this case."""
    return _governor(place, doc) in ("eingehen", "einreichen", "einsehen", "vorlegen", "vorliegend")


def _inside(place: int, doc: View) -> Verdict:
    """*der anliegende Vordruck*, not *das anliegende Grundstück*."""
    return doc.tags[place] == "ADJA" and _governor(place, doc).endswith(_PAPERS)


def _in_vain(place: int, doc: View) -> Verdict:
    """*fruchtloser Ablauf der Frist*, not *eine fruchtlose Pfändung*."""
    return _governor(place, doc) in ("ablauf", "verstreichen", "ablaufen")


DECISIONS: dict[str, Decision] = {
    "a-anhoerung": _hearing,
    "a-anhoerung-asylverfahren": _asylum_hearing,
    "a-anordnung-verfuegung": _order,
    "a-anspruch": _claim,
    "a-bedingung-nebenbestimmung": _side_condition,
    "a-begruendung": _reasons,
    "a-bescheid": _notice,
    "a-grundsaetzlich": _in_principle,
    "a-kann-kann-vorschrift": _may,
    "a-mit-ablauf-der-gueltigkeit": _expiry,
    "a-regelmaessig": _is_legal_rule,
    "a-soll-soll-vorschrift": _may,
    "a-vertreten-muessen-etwas-zu-vertreten-haben": _answerable,
    "b-beziehungsweise": _question,
    "b-eingehend-gruendlich": _thorough,
    "b-entsprechend-adj": _attributive_question,
    "b-entsprechend-praep": _preposition,
    "b-gestatten": _permitted,
    "b-hinreichend": _enough,
    "b-soweit": _question,
    "b-taetigkeit-beruflich": _work,
    "b-unterrichten-informieren": _inform,
    "b-verbleiben-bleiben": _remain,
    "b-verbringen-an-einen-ort": _spend,
    "b-vermoegen-koennen": _can,
    "b-versagen-ablehnen": _refuse,
    "b-verwenden": _use,
    "d-bzw": _question,
    "f-sehr": _very,
    "g-anliegend-kanzlei": _inside,
    "g-fruchtlos": _in_vain,
    "g-hier-beim-amt": _with_us,
    "g-so-statt-wenn": _conditional,
    "g-unter-dem": _on_that_day,
    "g-welcher-relativpronomen": _relative,
    "g-wider": _against,
    "i-negativ-bescheiden": _decided,
    "i-positiv-bescheiden": _decided,
}
"""Decisions by entry id; a test sees to it that every id exists."""
