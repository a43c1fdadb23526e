"""What to write for an office word where its place decides and no word fits everywhere."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards import office_senses as senses
from klartext.rules.guards import sums
from klartext.rules.offers.registry import Offer, advice, offer

Wording = Callable[[Token, Candidate], str | None]

_INSTRUCTION = "→ "
"""Marks a label that tells what to do; the message does not quote it as a wording."""


@offer("office-word")
def office_word(context: LetterContext, candidate: Candidate) -> Offer:
    """The wording for this place, instead of what the glossary offers."""
    term = candidate.entry if candidate.hit is None else candidate.hit.entry.term
    decide = _WORDINGS.get(term or "")
    label = decide(next(iter(candidate.tokens())), candidate) if decide is not None else None
    if label is None:
        return (), {}
    if label.startswith(_INSTRUCTION):
        return advice(label.removeprefix(_INSTRUCTION)), {"vorschlag": ""}
    return advice(label), {}


def _always(label: str) -> Wording:
    return lambda token, candidate: label


def _amount(token: Token, candidate: Candidate) -> str | None:
    """*eine Gebühr in Höhe von 20 Euro* can be exchanged; with a verb the sum stands alone."""
    if sums.belongs_to_sum(token):
        return None
    last = list(candidate.tokens())[-1]
    sum_of = next((word for word in last.subtree if word.i > last.i), None)
    behind = token.doc[last.i + 1 : min(last.i + 6, token.sent.end)]
    number = next((w for w in behind if w.like_num or w.text[:1].isdigit()), sum_of)
    if number is None:
        return None
    after = number.nbor().lower_ if number.i + 1 < token.sent.end else ""
    end = number.i + {"": 1, "v.": 3}.get(after, 2)
    return _INSTRUCTION + f"den Betrag allein nennen: „{token.doc[last.i + 1 : end].text}“"


def _waive(token: Token, candidate: Candidate) -> str:
    """*bitten wir abzusehen*: please do not. A court that *absieht* does without."""
    return "Bitte … nicht" if senses.names("bitten")(token, candidate) else "verzichten auf"


def _asked(token: Token, candidate: Candidate) -> str | None:
    """*wird ersucht*: a participle needs another one."""
    helpers = any(word.lemma_ == "werden" for word in candidate.sentence)
    return "gebeten" if token.lower_ == "ersucht" and helpers else None


def _place(token: Token, candidate: Candidate) -> str | None:
    """*die im Keller befindlichen Räume*: *Räume im Keller*."""
    before = [word for child in token.children if child.i < token.i for word in child.subtree]
    words = sorted(before, key=lambda word: word.i)
    if not words or len(words) > 6 or words[0].tag_ not in ("APPR", "APPRART"):
        return _INSTRUCTION + "den Ort hinter das Wort stellen: „Räume im Keller“"
    return f"{token.head.text} {' '.join(word.text for word in words)}"


def _provided(token: Token, candidate: Candidate) -> str:
    """*mit Unterschrift versehen zurückschicken*: *unterschrieben*."""
    if any(word.endswith("unterschrift") for word in senses.lemmas(candidate)):
        return "unterschrieben" if token.tag_ == "VVPP" else "unterschreiben"
    return "haben"


def _untouched(token: Token, candidate: Candidate) -> str:
    if "lassen" in senses.lemmas(candidate):
        return "… ändert nichts an …"
    return "… ändert sich dadurch nicht"


def _direction(token: Token, candidate: Candidate) -> str | None:
    """*in planungsrechtlicher Hinsicht*: *planungsrechtlich*."""
    kind = next(child for child in token.children if child.tag_ == "ADJA")
    stem = kind.lower_.removesuffix("en").removesuffix("er")
    return "aus mehreren Gründen" if stem == "mehrfach" else stem


_PURPOSES = {
    "wohn": "zum Wohnen",
    "aufenthalts": "zum Wohnen oder als Aufenthaltsraum",
    "besuchs": "zu Besuch",
    "kontroll": "zur Kontrolle",
    "beweis": "als Beweis",
    "vergleichs": "zum Vergleich",
    "informations": "zur Information",
    "übungs": "zum Üben",
}


def _purpose(token: Token, candidate: Candidate) -> str | None:
    return _PURPOSES.get(candidate.text.lower().split()[-1].removesuffix("zwecken"))


_TIMES = {
    "einfacher": "einmal",
    "doppelter": "zweimal",
    "zweifacher": "zweimal",
    "dreifacher": "dreimal",
    "vierfacher": "viermal",
}


def _copies(token: Token, candidate: Candidate) -> str | None:
    return _TIMES.get(candidate.text.lower().split()[1])


def _decided(token: Token, candidate: Candidate) -> str | None:
    """*ergeht folgender Bescheid* opens the decision; other notices come to the reader."""
    return "wir entscheiden:" if "folgend" in senses.lemmas(candidate) else None


_TIME_TO_PAY = ("rate", "frist", "aufschub", "rabatt", "ermäßigung", "nachlass")


def _granted(token: Token, candidate: Candidate) -> str:
    return (
        "geben"
        if senses.names("rate", "frist", "aufschub", "rabatt")(token, candidate)
        else "zahlen"
    )


def _omitted(token: Token, candidate: Candidate) -> str | None:
    return "wurde nicht gemacht" if token.lower_ == "unterblieben" else None


def _at_hand(token: Token, candidate: Candidate) -> str | None:
    case = predicates.case_word(token)
    required = any(child.lemma_ == "Voraussetzung" for child in token.children)
    if case is None or case.lower_ == "für":
        return "dass … erfüllt sind" if required else "dass es … gibt"
    return "wenn … erfüllt sind" if required else "wenn … da ist"


_APPLYING = {"nach": "nach dem Antrag", "seit": "seit dem Antrag", "vor": "vor dem Antrag"}


def _applying(token: Token, candidate: Candidate) -> str | None:
    case = predicates.case_word(token)
    return _APPLYING.get(case.lower_) if case is not None else None


def _half(token: Token, candidate: Candidate) -> str | None:
    return "die Hälfte" if token.tag_ == "ADJA" else None


_COMES_TO_READER = frozenset("erhalten bekommen erstatten auszahlen nachzahlen zuleiten".split())


def _unasked(token: Token, candidate: Candidate) -> str:
    gets = "ihnen" in senses.words(candidate) or senses.lemmas(candidate) & _COMES_TO_READER
    return "ohne dass Sie fragen" if gets else "ohne dass wir fragen"


def _elsewhere(token: Token, candidate: Candidate) -> str:
    if token.tag_ == "ADJA":
        return "andere"
    return _INSTRUCTION + "genau sagen: „woanders“, „an andere“ oder „anders“"


def _imposed(token: Token, candidate: Candidate) -> str | None:
    return "… muss … zahlen" if senses.names("kosten", "gebühr")(token, candidate) else None


def _drawn_on(token: Token, candidate: Candidate) -> str:
    pays = senses.names("unterhalt", "kosten", "gebühr", "beitrag")(token, candidate)
    return "… müssen zahlen" if pays else "nutzen"


def _applicable(token: Token, candidate: Candidate) -> str | None:
    return "geltend" if token.tag_ == "ADJA" else None


def _words_of(token: Token, candidate: Candidate) -> str:
    yours = any(child.lower_.startswith("ihr") for child in token.children)
    if yours and any(child.text[:1].isupper() for child in token.children):
        return "was Sie gesagt oder geschrieben haben"
    return "was … gesagt oder geschrieben hat"


def _later(token: Token, candidate: Candidate) -> str | None:
    return None if token.tag_ == "ADJA" else "unten"


def _starting(token: Token, candidate: Candidate) -> str:
    words = senses.words(candidate)
    if words & {"fahrt", "reise"}:
        return "bevor Sie losfahren"
    return "bevor Sie … beginnen"


_WORDINGS: dict[str, Wording] = {
    "Antragstellung": _applying,
    "Aufwendungen": _always("Kosten"),
    "Ausführungen": _always("was Sie gesagt oder geschrieben haben"),
    "Beantragung": _always("wenn Sie … beantragen"),
    "Erhalt": _always("nachdem Sie … bekommen haben"),
    "Hinsicht": _direction,
    "Lichtbildausweis": _always("Ausweis mit Foto"),
    "Vorbringen": _words_of,
    "Vorlage": _always("… vorlegen oder zeigen"),
    "Vorliegen": _at_hand,
    "anderweitig": _elsewhere,
    "absehen": _waive,
    "absehen von": _waive,
    "auferlegen": _imposed,
    "befindlich": _place,
    "einschlägig": _always("… für Ihren Fall"),
    "entnehmen": _always("in … steht …"),
    "ergehen": _decided,
    "ersuchen": _asked,
    "erheblich": _always("wichtig"),
    "erachten als/für": _always("halten für"),
    "gegebenenfalls": _always(_INSTRUCTION + "sagen, in welchem Fall: „wenn …“"),
    "gewähren": _granted,
    "heranziehen": _drawn_on,
    "hälftig": _half,
    "in Höhe": _always(_INSTRUCTION + "sagen, wie viel es ist: „so viel, wie …“"),
    "in Höhe von": _amount,
    "in doppelter Ausfertigung": _copies,
    "insoweit": _always(
        _INSTRUCTION + "genau sagen: „in diesem Punkt“, „in dieser Höhe“ oder „für diese Zeit“"
    ),
    "maßgeblich": _applicable,
    "nachfolgend": _later,
    "offenlegen": _always("angeben"),
    "sich erstrecken auf": _always("gelten für"),
    "unaufgefordert": _unasked,
    "unterbleiben": _omitted,
    "unberührt": _untouched,
    "versehen": _provided,
    "verzeichnen": _always("es gibt"),
    "vor Antritt": _starting,
    "vorstellig werden": _always("kommen oder sich melden"),
    "zu Wohnzwecken": _purpose,
}
"""Term → the wording at a place, or ``None`` where the glossary knows better."""
