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
    "E301": "Die Sprachanalyse fehlt oder ist beschädigt ({grund}). "
    "Installieren Sie klartext-amt neu.",
    "E401": "Die Ausgabedatei „{name}“ lässt sich nicht schreiben ({grund}).",
    "E402": "Das Ausgabeformat „{name}“ gibt es nicht. Möglich sind: {known}.",
    "E901": "In klartext ist ein Fehler aufgetreten: {grund} "
    "Bitte melden Sie ihn. Mit -v sehen Sie die Einzelheiten.",
}
