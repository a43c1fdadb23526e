"""Which sense of an ambiguous word is meant, and what follows from it.

A row with a reading speaks only where the parse confirms that reading; it never leads to an
edit. The same decisions hold for the words of ``glossary.md`` 6 that have one row only.
"""

from __future__ import annotations

from collections.abc import Mapping

from klartext.glossary.decisions import DECISIONS, is_near_law
from klartext.glossary.model import Action, Entry, Kind, Outcome
from klartext.glossary.view import View

_OBJECT = ("obj", "nsubj:pass")
_SUBJECT = ("nsubj", "nsubj:pass")
_DATIVE = ("obj", "iobj", "obl", "obl:arg")

_PAPERS = (
    "unterlage nachweis dokument bescheinigung urkunde zeugnis beleg pass ausweis formular "
    "attest vollmacht gutachten erklärung auszug übersetzung"
)
_MONEY = "kosten gebühr betrag auslage geld beitrag forderung"

_COMPANIONS: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("abführen", "Beitrag"): (_OBJECT, "beitrag steuer abgabe"),
    ("abstellen", "Mängel"): (_OBJECT, "mangel missstand verstoß"),
    ("ansetzen", "Termin"): (_OBJECT, "termin frist anhörung besprechung"),
    ("anzeigen", "mitteilen"): (
        _OBJECT,
        "änderung umzug wechsel verlust aufnahme geburt arbeitsunfähigkeit tätigkeit der dies "
        "erledigung bedarf rücktritt vertretung abwesenheit beginn ende verhinderung umstand "
        "mangel schaden ausfall wegfall abschluss fertigstellung arbeitsaufnahme krankheit "
        "erkrankung fehltag heirat trennung auszug einzug umstellung stilllegung veräußerung",
    ),
    ("ausgleichen", "Betrag"): (_OBJECT, "betrag rückstand forderung rechnung schuld konto"),
    ("ausreichen", "übergeben"): (_OBJECT, _PAPERS),
    ("beibringen", "Unterlagen"): (_OBJECT, _PAPERS),
    ("beiziehen", "Akten"): (_OBJECT, "akte unterlage"),
    ("belegen", "nachweisen"): (_OBJECT, "angabe kosten einkommen ausgabe identität höhe"),
    ("bescheiden", "einen Antrag"): (_OBJECT, "antrag gesuch"),
    ("bestreiten", "Lebensunterhalt"): (_OBJECT, "unterhalt kosten betrag aufwendung ausgabe"),
    ("beziehen", "Leistungen"): (_OBJECT, "leistung geld hilfe rente zuschuss"),
    ("eingehen", "Post"): (_SUBJECT, "post antrag schreiben brief unterlage zahlung nachricht"),
    ("einholen", "Auskunft, Zustimmung"): (
        _OBJECT, "auskunft zustimmung stellungnahme gutachten erlaubnis genehmigung",
    ),
    ("einleiten", "Verfahren"): (_OBJECT, "verfahren"),
    ("einräumen", "Frist, Möglichkeit"): (_OBJECT, "frist möglichkeit gelegenheit"),
    ("einsehen", "Akten"): (_OBJECT, "akte unterlage"),
    ("einstellen", "Leistung"): (_OBJECT, "leistung zahlung hilfe"),
    ("eintreten", "Ereignis"): (_SUBJECT, "ereignis fall änderung folge schaden"),
    ("einziehen", "Dokument"): (_OBJECT, "pass dokument ausweis schein bescheinigung"),
    ("entsprechen", "einem Antrag"): (_DATIVE, "antrag bitte wunsch gesuch begehren"),
    ("erbringen", "Nachweis"): (_OBJECT, "nachweis"),
    ("erfassen", "Daten"): (_OBJECT, "daten datum angabe fingerabdruck"),
    ("ergehen", "Bescheid"): (_SUBJECT, "bescheid entscheidung"),
    ("erheben", "Daten"): (_OBJECT, "daten datum"),
    ("erheben", "Gebühr"): (_OBJECT, _MONEY),
    ("erlassen", "Bescheid"): (_OBJECT, "bescheid verfügung verwaltungsakt anordnung"),
    ("errichten", "bauen"): (
        _OBJECT, "haus gebäude anbau garage mauer zaun halle carport schuppen hütte",
    ),
    ("erstatten", "Kosten"): (_OBJECT, _MONEY),
    ("erwachsen", "Kosten"): (_SUBJECT, "kosten nachteil aufwendung"),
    ("fertigen", "Schreiben"): (
        _OBJECT, "schreiben bescheid brief bestätigung niederschrift protokoll mahnung übersetzung",
    ),
    ("fertigen", "Bild, Kopie"): (_OBJECT, "kopie abschrift lichtbild foto bild aufnahme"),
    ("festhalten", "schriftlich"): (_OBJECT, "ergebnis angabe aussage inhalt"),
    ("hervorgehen", "Kinder"): (_SUBJECT, "kind sohn tochter"),
    ("leisten", "Geld"): (
        _OBJECT, "unterhalt wohngeld elterngeld beitrag vorauszahlung rate abschlag kaution betrag",
    ),
    ("nachkommen", "einer Pflicht"): (_DATIVE, "pflicht verpflichtung aufforderung bitte"),
    ("unterliegen", "einer Regel"): (
        _DATIVE, "regel pflicht beschränkung vorschrift bestimmung regelung zustimmung",
    ),
    ("verfügen", "anordnen"): (_OBJECT, "ausweisung maßnahme auflage abschiebung"),
    ("vorhalten", "bereit haben"): (_OBJECT, _PAPERS),
    ("wahren", "Frist"): (_OBJECT, "frist"),
    ("wahrnehmen", "Termin"): (_OBJECT, "termin"),
    ("widerrufen", "Einwilligung"): (_OBJECT, "einwilligung zustimmung"),
    ("zugehen", "Schreiben"): (
        _SUBJECT, "schreiben brief bescheid bestätigung mitteilung mahnung warnung " + _PAPERS,
    ),
    ("zulassen", "erlauben"): (_OBJECT, "ausnahme abweichung"),
    ("Erlass", "einer Forderung"): (("nmod",), _MONEY),
}  # fmt: skip
"""(term, reading) → relations and last parts of nouns, one of which must depend on the term."""

_CLEAR = frozenset(
    {
        ("Assoziationsrecht", "EWG/Türkei"),
        ("Folgeantrag", "allgemein"),
        ("Im Auftrag", "Unterschrift"),
        ("Ladung", "zum Termin"),
        ("Teilnahmeverpflichtung", "Integrationskurs"),
        ("absehen", "Bitte"),
        ("aufgeben", "verlangen"),
        ("ausführen", "vortragen"),
        ("derselbe", "statt Pronomen"),
        ("verziehen", "umziehen"),
        ("wird ersucht", "ohne Adressat"),
    }
)
"""Readings that only say more precisely what the word means in any official letter."""

_LEGAL_NEARNESS = frozenset(
    "offensichtlich erheblich nachhaltig tatsächlich zumutbar hinreichend grundsätzlich "
    "regelmäßig insbesondere soweit entsprechend unbeschadet".split()
)
"""Words that can carry an element of a statute and are then no fillers (rules.md 1, G7)."""


def outcome(
    entry: Entry, tokens: tuple[int, ...], parts: Mapping[str, int], doc: View
) -> Outcome | None:
    """What follows from an entry at a place.

    Returns:
        ``SILENT`` where the term is met and must stay, so that nothing shorter may speak
        there either; ``None`` where another sense is meant.
    """
    place = parts.get("verb", parts.get("word", tokens[0]))
    decide = DECISIONS.get(entry.id)
    if decide is not None:
        verdict = decide(place, doc)
        if isinstance(verdict, Outcome):
            return verdict
        return default_outcome(entry) if verdict else None
    if entry.reading is not None and (entry.term, entry.reading) not in _CLEAR:
        companions = _COMPANIONS.get((entry.term, entry.reading))
        if companions is None or not _has_dependent(place, *companions, doc):
            return None
    is_filler = entry.kind is Kind.FILLER and doc.lemmas[place] in _LEGAL_NEARNESS
    if is_filler and is_near_law(place, doc):
        return None
    return default_outcome(entry)


def default_outcome(entry: Entry) -> Outcome:
    """What an entry does where nothing speaks against it."""
    first = entry.alternatives[0].action
    if first is Action.KEEP:
        return Outcome.SILENT
    if first is Action.EXPLAIN:
        return Outcome.EXPLAIN
    if first is Action.ASK or (entry.kind is Kind.ABBREVIATION and is_ambiguous(entry)):
        return Outcome.ASK
    return Outcome.OFFER


def is_ambiguous(entry: Entry) -> bool:
    """Whether an abbreviation can stand for several names: it is then never written out."""
    if "mehrdeutig" in f"{entry.note} {entry.hint or ''}":
        return True
    names = any(not item.text.islower() for item in entry.alternatives)
    return len(entry.alternatives) > 1 and names


def _has_dependent(place: int, relations: tuple[str, ...], nouns: str, doc: View) -> bool:
    wanted = tuple(nouns.split())
    for child in doc.children[place]:
        if doc.deps[child] not in relations and not _is_done_to(place, child, relations, doc):
            continue
        if relations is _DATIVE and doc.feature(child, "Case") not in ("Dat", ""):
            continue
        joined = [item for item in doc.children[child] if doc.deps[item] == "conj"]
        if any(doc.lemmas[item].endswith(wanted) for item in (child, *joined)):
            return True
    return False


def _is_done_to(place: int, child: int, relations: tuple[str, ...], doc: View) -> bool:
    """*der Umzug ist anzuzeigen*: the subject is what the act is done to."""
    if relations is not _OBJECT or doc.deps[child] != "nsubj":
        return False
    children = doc.children[place]
    to = doc.tags[place] == "VVIZU" or any(doc.tags[other] == "PTKZU" for other in children)
    return to and any(doc.lemmas[other] == "sein" for other in children)
