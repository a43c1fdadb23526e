"""What a user reads on the screen, in German, sorted by id. Errors and notices: ``errors.py``."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

TEXTS: dict[str, str] = {
    "applicability.review": "prüfen",
    "applicability.safe": "sicher",
    "applicability.show": "nur Anzeige",
    "causes": "Vor allem: {causes}",
    "cli.check.help": "Prüft Briefe und zeigt schwierige Stellen.",
    "cli.check.intro": "Prüft einzelne Briefe (.docx, .dotx, .docm, .dotm, .md, .txt). Mit „-“ "
    "liest klartext von der Standardeingabe.",
    "cli.commands": "BEFEHL …",
    "cli.commands-title": "Befehle",
    "cli.explain.help": "Erklärt eine Regel mit Beispiel und Quelle.",
    "cli.explain.intro": "Erklärt eine Regel: Grund, Beispiel, Quelle und Grenzen.",
    "cli.intro": "klartext prüft Briefe und Bescheide auf verständliche Sprache. Ihre Texte "
    "bleiben auf Ihrem Rechner.",
    "cli.metavar.file": "DATEI",
    "cli.metavar.files": "DATEI …",
    "cli.metavar.format": "FORMAT[:DATEI]",
    "cli.metavar.group": "GRUPPE",
    "cli.metavar.list": "LISTE",
    "cli.metavar.name": "NAME",
    "cli.metavar.one-file": "DATEI",
    "cli.metavar.rule": "REGEL",
    "cli.metavar.rules": "[REGEL …]",
    "cli.metavar.type": "ART",
    "cli.option.color": "Farben: auto, always oder never.",
    "cli.option.config": "Diese Datei mit Einstellungen verwenden.",
    "cli.option.effective": "Zeigt, was nach Ihren Einstellungen gilt.",
    "cli.option.extend-select": "Diese Regeln zusätzlich prüfen, zum Beispiel SA12.",
    "cli.option.format": "Ausgabeformat: {formats}. Mit „:DATEI“ schreibt klartext in eine Datei.",
    "cli.option.format-only": "Ausgabeformat: {formats}.",
    "cli.option.gate": "Ab dieser Stufe endet klartext mit 1. Ohne Angabe: warnung.",
    "cli.option.group": "Nur diese Gruppe, zum Beispiel satz oder SA.",
    "cli.option.ignore": "Diese Regeln nicht prüfen.",
    "cli.option.letter-type": "Art des Briefs, zum Beispiel ablehnung.",
    "cli.option.min-index": "Kleinster erlaubter Klartext-Index. Noch nicht verfügbar.",
    "cli.option.no-config": "Keine Datei mit Einstellungen lesen.",
    "cli.option.numbers": "Nummer, Ort und Aufzählungszeichen davor schreiben.",
    "cli.option.parts": "Nur diese Teile, zum Beispiel body,tables.",
    "cli.option.profile": "Profil: brief, bescheid oder leicht.",
    "cli.option.quiet": "Nur die Stellen zeigen.",
    "cli.option.select": "Nur diese Regeln prüfen, zum Beispiel SA,WO01.",
    "cli.option.stdin-name": "Name und Endung für die Standardeingabe.",
    "cli.option.strict-read": "Nicht gelesene Teile gelten als Fehler.",
    "cli.option.verbose": "Alle Stellen einzeln und mehr Werte zeigen.",
    "cli.option.version": "Die Version anzeigen.",
    "cli.options": "[OPTIONEN]",
    "cli.rules.help": "Listet die Regeln auf.",
    "cli.rules.intro": "Listet Regeln auf, mit Stufe, Stand und Quelle.",
    "cli.scores.help": "Zeigt die Lesbarkeits-Formeln für einen Brief.",
    "cli.scores.intro": "Zeigt alle Lesbarkeits-Formeln mit Stufe, Richtung und Gegenprobe.",
    "cli.start": "Einen Brief prüfen:     klartext check brief.docx\n"
    "Die Regeln ansehen:     klartext rules\n"
    "Eine Regel erklären:    klartext explain SA01\n"
    "Alle Befehle:           klartext --help",
    "cli.text.help": "Schreibt den Text eines Briefs, ein Absatz je Zeile.",
    "cli.text.intro": "Schreibt den Text eines Briefs, ein Absatz je Zeile. Die Zeilen haben die "
    "Nummern, die auch die anderen Befehle zeigen.",
    "cli.usage.format-twice": "Nur ein Format kann auf dem Bildschirm erscheinen. Schreiben Sie "
    "das andere in eine Datei: -f {format}:DATEI",
    "cli.usage.is-folder": "„{name}“ ist ein Ordner. Nennen Sie einzelne Dateien.",
    "cli.usage.no-command": "Den Befehl „{name}“ gibt es nicht.",
    "cli.usage.no-group": "Die Gruppe „{name}“ gibt es nicht.",
    "cli.version": "klartext {version}",
    "did-you-mean": "Meinten Sie „{near}“?",
    "direction.easier": "höher = leichter",
    "direction.harder": "höher = schwerer",
    "expected.choice": "Erlaubt sind: {known}.",
    "expected.extension": "Hier steht eine Dateiendung mit Punkt, zum Beispiel „.docx“.",
    "expected.flag": "Hier steht true oder false.",
    "expected.list": "Hier steht eine Liste in eckigen Klammern.",
    "expected.number": "Hier steht eine Zahl.",
    "expected.pattern": "Das Suchmuster ist nicht gültig ({grund}).",
    "expected.rising": "Der Wert für „{higher}“ darf nicht unter dem für „{lower}“ liegen.",
    "expected.string": "Hier steht ein Text in Anführungszeichen.",
    "expected.table": "Hier steht eine Tabelle mit Schlüsseln und Werten.",
    "explain.bad": "Schwer:  {text}",
    "explain.example": "Beispiel",
    "explain.fixed": "Besser:  {text}",
    "explain.good": "In Ordnung:  {text}",
    "explain.known-problems": "Grenzen",
    "explain.level": "{profile}: {levels}",
    "explain.levels": "Schwellen",
    "explain.replaces": "Ersetzt: {rules}",
    "explain.source": "Quelle",
    "explain.source-line": "{name} ({state})",
    "explain.state": "Stand",
    "explain.why": "Warum?",
    "found": "{places}: {parts}.",
    "ignores": "Ausnahmen: {places}",
    "ignores.item": "{rule} {place}: {reason}",
    "ignores.no-reason": "ohne Begründung",
    "label.block": "Absatz {n}",
    "label.letter": "Ganzer Brief",
    "label.line": "Zeile {n}",
    "label.path": "{path} ({block})",
    "level.from": "{severity} ab {value}",
    "metric.amstad": "Amstad",
    "metric.gsmog": "gSMOG",
    "metric.klartext_index": "Klartext-Index",
    "metric.lix": "LIX",
    "metric.rix": "RIX",
    "metric.wstf1": "WSTF 1",
    "metric.wstf2": "WSTF 2",
    "metric.wstf3": "WSTF 3",
    "metric.wstf4": "WSTF 4",
    "more.same-entry": "Ebenso an {places}: {labels}",
    "more.same-rule": "{rule} an {places}: {labels}",
    "more.same-sentence": "Auch in diesem Satz: {rules}",
    "not-read": "Nicht geprüft: {things}.",
    "nothing-found": "Keine Stelle gefunden.",
    "notice": "Hinweis: {message}",
    "path.body": "Haupttext",
    "pointer.explain": "Mehr zu einer Regel: klartext explain {rule}",
    "pointer.fix": ": klartext fix",
    "progress": "{done} von {total} Dateien geprüft",
    "progress.label": "Prüfe",
    "quoted": "„{text}“",
    "rules.column.id": "Regel",
    "rules.column.origin": "Herkunft",
    "rules.column.severity": "Stufe",
    "rules.column.source": "Quelle",
    "rules.column.state": "Stand",
    "rules.column.status": "aktiv",
    "rules.column.title": "Titel",
    "rules.column.values": "Werte",
    "rules.origin.default": "Vorgabe",
    "rules.origin.deprecated": "veraltet",
    "rules.origin.draft": "Entwurf",
    "rules.origin.not-named": "nicht in select",
    "rules.origin.profile": "Profil {profile}",
    "rules.origin.rule": "Regeldatei",
    "rules.origin.selector": "{word} ({origin})",
    "rules.status.off": "nein",
    "rules.status.on": "ja",
    "rules.value": "{key} = {value}",
    "rules.value-from": "{key} = {value} ({origin})",
    "rules.values-note": "Werte ohne Herkunft stehen in der Regeldatei.",
    "score.below-zero": "unter 0",
    "score.missing": "Kein Wert für {metric}: {reason}",
    "score.of-100": "{value} von 100",
    "scores.check": "Gegenprobe: textstat rechnet nach, ohne Zahlen und sehr kurze Sätze.",
    "scores.column.band": "Stufe",
    "scores.column.check": "Gegenprobe",
    "scores.column.direction": "Richtung",
    "scores.column.metric": "Formel",
    "scores.column.value": "Wert",
    "scores.counts": "{sentences}, {words}",
    "scores.letter": "Brief ohne Pflichttexte: {counts}",
    "scores.mandatory": "Pflichttexte (zum Beispiel Rechtsbehelfsbelehrung): {counts}",
    "scores.not-scored": "Nicht mitgezählt: {blocks} (zum Beispiel Anschrift, Gruß, Tabelle).",
    "scores.validity": "Die Formeln messen nur Wörter und Sätze, nicht den Inhalt.",
    "source.checked": "geprüft",
    "source.own": "eigene Festlegung",
    "source.unchecked": "Quelle noch nicht geprüft",
    "state.entwurf": "Entwurf: nur aktiv, wenn Sie die Regel nennen",
    "state.stabil": "stabil",
    "state.veraltet": "veraltet: prüft nichts mehr",
    "suggestion": "Vorschlag:",
    "total": "Insgesamt {letters}. {found}",
    "total.gate": "Schwelle „{gate}“ überschritten {letters}.",
    "total.unreadable": "Nicht lesbar: {files} ({names})",
    "zone.Z1": "Rechtsbehelfsbelehrung",
    "zone.Z10": "Briefkopf und Briefende",
    "zone.Z11": "Überschrift",
    "zone.Z12": "Tabelle",
    "zone.Z13": "fremdsprachiger Text",
    "zone.Z2": "Entscheidung",
    "zone.Z3": "Nebenbestimmung",
    "zone.Z4": "zitierter Text",
    "zone.Z5": "Gesetzesangabe",
    "zone.Z6": "Erklärung zum Unterschreiben",
    "zone.Z7": "Platzhalter",
    "zone.Z8": "Name oder Kennzeichen",
    "zone.Z9": "amtlicher Titel",
    "zone.at": "{zone} (Absatz {blocks})",
    "zones": "Geschützt: {zones}.",
}

PLURALS: dict[str, tuple[str, str]] = {
    "count.blocks": ("1 Absatz", "{n} Absätze"),
    "count.fehler": ("1 Fehler", "{n} Fehler"),
    "count.files": ("1 Datei", "{n} Dateien"),
    "count.hinweis": ("1 Hinweis", "{n} Hinweise"),
    "count.in-letters": ("in 1 Brief", "in {n} Briefen"),
    "count.letters": ("1 Brief", "{n} Briefe"),
    "count.more-places": ("einer weiteren Stelle", "{n} weiteren Stellen"),
    "count.places": ("1 Stelle", "{n} Stellen"),
    "count.rules": ("1 Regel", "{n} Regeln"),
    "count.safe": ("1 Vorschlag ist sicher", "{n} Vorschläge sind sicher"),
    "count.sentences": ("1 Satz", "{n} Sätze"),
    "count.warnung": ("1 Warnung", "{n} Warnungen"),
    "count.words": ("1 Wort", "{n} Wörter"),
    "notice.N101": ("1 Bild ohne Alternativtext", "{n} Bilder ohne Alternativtext"),
    "notice.N101.formel": ("1 Formel", "{n} Formeln"),
    "notice.N102": ("1 verborgene Stelle", "{n} verborgene Stellen"),
    "notice.N104": ("1 Schnellbaustein", "{n} Schnellbausteine"),
    "notice.N105": ("1 fremdsprachiger Absatz", "{n} fremdsprachige Absätze"),
    "notice.N109": ("1 eingebettetes Objekt", "{n} eingebettete Objekte"),
    "notice.N111": ("1 abgeschaltete Kopfzeile", "{n} abgeschaltete Kopfzeilen"),
    "notice.N112": ("1 fehlender Teil der Datei", "{n} fehlende Teile der Datei"),
    "severity.fehler": ("Fehler", "Fehler"),
    "severity.hinweis": ("Hinweis", "Hinweise"),
    "severity.warnung": ("Warnung", "Warnungen"),
}


def text(id: str, **values: object) -> str:
    """The text with this id, filled in.

    Raises:
        KeyError: if the id or a value is missing.
    """
    return TEXTS[id].format(**values)


def counted(id: str, n: int) -> str:
    """A number with its noun: ``1 Stelle``, ``1.200 Stellen``.

    Raises:
        KeyError: if the id is unknown.
    """
    one, several = PLURALS[id]
    return one if n == 1 else several.format(n=number(n))


def has_plural(id: str) -> bool:
    """Whether ``counted`` knows the id."""
    return id in PLURALS


def number(value: float, digits: int = 0) -> str:
    """A number as German writes it: decimal comma, points for thousands, half rounds up."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))
