"""Nouns that hold a verb: *Auszahlung* → *auszahlen*, *Vorlage* → *vorlegen*.

Nouns in *-ung* are led back by rule and looked up in the lexicon; the others stand in a table.
"""

from __future__ import annotations

from functools import lru_cache

from klartext.language.lexicon import Lexicon

_TABLE = dict(
    pair.split(":")
    for pair in """
    abgabe:abgeben abgleich:abgleichen abruf:abrufen abschluss:abschließen abzug:abziehen
    analyse:analysieren angabe:angeben annahme:annehmen anschluss:anschließen aufnahme:aufnehmen
    ausbau:ausbauen ausgabe:ausgeben ausschluss:ausschließen austausch:austauschen
    auswahl:auswählen bekanntgabe:bekanntgeben einbau:einbauen eingabe:eingeben
    einsatz:einsetzen einsichtnahme:einsehen eintrag:eintragen entnahme:entnehmen
    freigabe:freigeben information:informieren installation:installieren
    kontaktaufnahme:kontaktieren kontrolle:kontrollieren korrektur:korrigieren
    rückgabe:zurückgeben rückmeldung:zurückmelden rücknahme:zurücknehmen
    rückerstattung:erstatten
    reparatur:reparieren transport:transportieren übergabe:übergeben übernahme:übernehmen
    umbau:umbauen umtausch:umtauschen vergabe:vergeben verkauf:verkaufen versand:versenden
    vorlage:vorlegen wechsel:wechseln weitergabe:weitergeben
    dokumentation:dokumentieren
    inbetriebnahme:starten abnahme:abnehmen wegfall:wegfallen rückruf:zurückrufen
    teilnahme:teilnehmen antragstellung:beantragen heranziehung:heranziehen
    """.split()
)
_NO_ACTS = frozenset(
    """
    planfeststellung zuwendung sorgeerklärung
    wohnung rechnung zeitung kleidung heizung versicherung ausbildung leistung öffnung meinung
    veranstaltung sitzung versammlung lesung vorlesung führung ausstellung vorstellung übung
    wanderung verhandlung feier tagung umgebung einrichtung abteilung verwaltung regierung
    satzung verordnung regelung bedingung ordnung bildung erfahrung nahrung kreuzung siedlung
    behinderung erkrankung störung handlung stellung forschung hochrechnung erinnerung
    aufführung ziehung weiterbildung fortbildung schulung beerdigung bestattung trauung
    eheschließung preisverleihung verleihung wertung währung warnung äußerung bewegung
    vorführung besprechung fassung richtung sendung wirkung haltung spaltung buchung
    """.split()
)
"""Things, bodies and events: nobody would say them with a verb."""
_VERB_PREFIXES = frozenset("ab an auf aus bei durch ein mit nach über um unter vor zu".split())
_PREFIXES_BEFORE_NOUN = {"rück": "zurück"}


@lru_cache(maxsize=4096)
def _base(noun: str, lexicon: Lexicon) -> str | None:
    for start in range(len(noun) - 3):
        tail = noun[start:]
        if start and len(noun) - start < 6:
            break
        if tail in _NO_ACTS:
            return None
        if tail in _TABLE:
            return _TABLE[tail]
        verb = _from_ung(tail, lexicon)
        if verb is not None:
            # *Einmessung* is no kind of *Messung*: its own verb is missing in the lexicon
            return None if noun[:start] in _VERB_PREFIXES else verb
    return None


def _from_ung(noun: str, lexicon: Lexicon) -> str | None:
    if not noun.endswith("ung"):
        return None
    stem = noun.removesuffix("ung")
    if stem.endswith("mach"):
        return None  # *Zugänglichmachung*: the verb would need the adjective
    for prefix, verb_prefix in _PREFIXES_BEFORE_NOUN.items():
        if stem.startswith(prefix):
            stem = verb_prefix + stem.removeprefix(prefix)
    candidates = [stem + "en", stem + "n"]
    if stem.endswith("l"):
        candidates.insert(0, stem[:-1] + "eln")
    for verb in candidates:
        if any(item.lemma == verb and item.has("VER", "INF") for item in lexicon.analyses(verb)):
            return verb
    return None


def base_verb(noun_lemma: str, lexicon: Lexicon) -> str | None:
    """The infinitive a noun is made of; ``None`` for things, bodies and events.

    Args:
        noun_lemma: nominative singular; of a compound the last part counts.
        lexicon: full-form lexicon.
    """
    return _base(noun_lemma.lower(), lexicon)


@lru_cache(maxsize=1024)
def split_prefix(verb: str, lexicon: Lexicon) -> tuple[str, str]:
    """Separable prefix and base of an infinitive: *auszahlen* → *aus*, *zahlen*.

    The prefix is empty for verbs that keep together (*überprüfen*) or are unknown.
    """
    for end in range(len(verb) - 3, 1, -1):
        prefix, base = verb[:end], verb[end:]
        joined = f"{prefix}zu{base}"
        if any(item.has("VER", "EIZ") and item.lemma == verb for item in lexicon.analyses(joined)):
            return prefix, base
    return "", verb
