"""Every error and notice a user can see, in German, with what to do next.

Ids: ``E1xx`` reading and writing letters, ``E2xx`` configuration and rules, ``E3xx`` pipeline,
``E4xx`` output, ``E9xx`` internal; ``N1xx`` what was not read, ``N2xx`` configuration,
``N3xx`` letter type.
"""

from __future__ import annotations


class KlartextError(Exception):
    """An error with an id of the catalogue and the place where it happened.

    Args:
        id: key of ``MESSAGES``.
        values: what the message is filled with.
        where: file, and line and column if known (``"regeln/SA01.toml:12"``).

    Raises:
        KeyError: if the catalogue does not know the id or a value is missing.
    """

    def __init__(self, id: str, /, where: str = "", **values: object) -> None:
        self.id = id
        self.where = where
        self.text = MESSAGES[id].format(**values)
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.text} [{self.id}]"


MESSAGES: dict[str, str] = {
    "E101": "Die Datei „{name}“ gibt es nicht.",
    "E102": "Die Datei „{name}“ lässt sich nicht öffnen. Ist sie noch in Word geöffnet? "
    "Schließen Sie sie und versuchen Sie es noch einmal.",
    "E103": "„{name}“ ist mit einem Kennwort geschützt. "
    "Speichern Sie in Word eine Kopie ohne Kennwort.",
    "E104": "„{name}“ hat das alte Format .doc. "
    "Öffnen Sie die Datei in Word und speichern Sie sie als .docx.",
    "E105": "„{name}“ ist eine OpenDocument-Datei. klartext liest sie noch nicht. "
    "Speichern Sie sie als .docx.",
    "E106": "„{name}“ ist keine Word-Datei, sondern {art}.",
    "E107": "„{name}“ ist nur ein Verweis von Git LFS. Holen Sie die Datei mit `git lfs pull`.",
    "E108": "„{name}“ ist beschädigt und lässt sich nicht lesen ({grund}).",
    "E109": "„{name}“ ist entpackt zu groß ({wert}, erlaubt {grenze}). "
    "Die Datei wurde nicht gelesen.",
    "E110": "„{name}“ enthält eine unerlaubte XML-Definition. Word schreibt so etwas nicht. "
    "Die Datei wurde nicht gelesen.",
    "E111": "Das Archiv „{name}“ ist ungewöhnlich aufgebaut ({grund}). "
    "Die Datei wurde nicht gelesen.",
    "E112": "„{name}“ ist keine Textdatei in UTF-8. "
    "Speichern Sie die Datei mit der Codierung UTF-8.",
    "E201": "Den Schlüssel „{key}“ kennt klartext nicht. Meinten Sie „{near}“?",
    "E202": "Den Schlüssel „{key}“ kennt klartext nicht. Die erlaubten Schlüssel stehen in "
    "docs/konfiguration.md.",
    "E203": "Der Wert von „{key}“ passt nicht: {grund}",
    "E204": "Die Datei ist kein gültiges TOML: {grund}",
    "E205": "Die Regel „{id}“ kennt klartext nicht.{near}",
    "E206": "Die Regeldatei stimmt nicht. „{key}“: {grund}",
    "E207": "Die Regel „{id}“ steht in zwei Dateien: {first} und {second}.",
    "E208": "Die Regel nennt „{label}“. Diese Bezeichnung kennt die Sprachanalyse nicht.",
    "E209": "Die Datei mit den Einstellungen „{name}“ gibt es nicht.",
    "E210": "Den Wert „{key}“ kann klartext noch nicht prüfen. "
    "Den Klartext-Index gibt es noch nicht. Nehmen Sie den Wert heraus.",
    "E211": "Die Datei „{name}“ ist schon eingebunden. Die Einstellungen verweisen im Kreis.",
    "E301": "Die Sprachanalyse fehlt oder ist beschädigt ({grund}). "
    "Installieren Sie klartext-amt neu.",
    "E401": "Die Ausgabedatei „{name}“ lässt sich nicht schreiben ({grund}).",
    "E402": "Das Ausgabeformat „{name}“ gibt es nicht. Möglich sind: {known}.",
    "E901": "In klartext ist ein Fehler aufgetreten: {grund} "
    "Bitte melden Sie ihn. Mit -v sehen Sie die Einzelheiten.",
    "N201": "Den Schlüssel „{key}“ kennt klartext, wertet ihn aber noch nicht aus.",
    "N202": "Die Regel {old} heißt jetzt {new}. Ändern Sie den Namen in den Einstellungen.",
    "N203": "Die Regel {id} ist veraltet und prüft nichts mehr.",
    "N101": "{zahl} Bilder ohne Alternativtext wurden nicht gelesen ({orte}).",
    "N101.1": "Ein Bild ohne Alternativtext wurde nicht gelesen ({orte}).",
    "N101.formel": "{zahl} Formeln wurden nicht gelesen ({orte}).",
    "N101.formel.1": "Eine Formel wurde nicht gelesen ({orte}).",
    "N102": "{zahl} Stellen sind als verborgener Text formatiert und wurden nicht geprüft.",
    "N102.1": "Eine Stelle ist als verborgener Text formatiert und wurde nicht geprüft.",
    "N103": "Das Dokument enthält Änderungen im Überarbeitungsmodus. "
    "Geprüft wurde der Text, als wären alle angenommen.",
    "N104": "{zahl} Schnellbausteine wurden nicht geprüft. "
    "Mit `--parts glossary` prüft klartext auch sie.",
    "N104.1": "Ein Schnellbaustein wurde nicht geprüft. "
    "Mit `--parts glossary` prüft klartext auch ihn.",
    "N105": "{zahl} Absätze sind als {sprache} gekennzeichnet und wurden nicht geprüft ({orte}).",
    "N105.1": "Ein Absatz ist als {sprache} gekennzeichnet und wurde nicht geprüft ({orte}).",
    "N106": "Das Dokument ist digital signiert. Jede Änderung macht die Signatur ungültig.",
    "N107": "Das Dokument ist geschützt ({art}).",
    "N107.endgültig": "Das Dokument ist als endgültig gekennzeichnet.",
    "N108": "Die Formatvorlagen sind beschädigt. "
    "Überschriften und verborgener Text sind vielleicht falsch erkannt.",
    "N109": "{zahl} eingebettete Objekte ({art}) wurden nicht gelesen ({orte}).",
    "N109.1": "Ein eingebettetes Objekt ({art}) wurde nicht gelesen ({orte}).",
    "N110": "{zahl} Felder beginnen und enden nie ({orte}).",
    "N110.1": "Ein Feld beginnt und endet nie ({orte}).",
    "N111": "Die {art} ist abgeschaltet und wurde nicht geprüft.",
    "N112": "Ein Teil der Datei fehlt und wurde nicht gelesen ({teil}).",
    "N113": "{zahl} Absätze sind sehr lang und wurden geteilt ({orte}).",
    "N113.1": "Ein Absatz ist sehr lang und wurde geteilt ({orte}).",
    "N114": "Der Brief enthält keinen Text. klartext hat nichts geprüft.",
}
