"""Hand-made reports: small letters with marks written as words of their text."""

from __future__ import annotations

from collections.abc import Sequence

from klartext.types import (
    Applicability,
    BlockKind,
    Edit,
    Excerpt,
    FileError,
    Finding,
    LetterReport,
    Measure,
    Notice,
    Report,
    Score,
    Severity,
    Suggestion,
    Suppressed,
    TextRange,
)

PHOTOS = "Bitte legen Sie zwei Lichtbilder bei."
LONG = (
    "Wir haben Ihren Antrag auf «Leistung» vom «Datum» erhalten und können ihn erst bearbeiten, "
    "wenn Sie uns die fehlenden Nachweise über Ihr Einkommen und Ihre Miete geschickt haben."
)
PASSIVE = "Ihr Bauantrag wird vom Bauamt geprüft."
DATE = "Die Gebühr ist am 04.05.2026 fällig."
TITLES = {
    "SA01": "Langer Satz",
    "SA08": "Passiv mit Handelndem",
    "SZ01": "Datum nur in Ziffern",
    "WO01": "Amtswort",
}


def marks(text: str, *words: str) -> tuple[TextRange, ...]:
    """Ranges of words in the order they occur."""
    found, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        found.append(TextRange(start, at))
    return tuple(found)


def replacing(mark: TextRange, text: str, applicability: str = "safe") -> Suggestion:
    """A suggestion with one edit."""
    return Suggestion(text, (Edit(mark, text),), Applicability(applicability))


def photos(block: int = 4, text: str = PHOTOS) -> Finding:
    """An official word with a safe suggestion."""
    found = marks(text, "Lichtbilder")
    return Finding(
        "WO01",
        "wort.amtswort",
        block,
        found,
        Severity.WARNUNG,
        "„Lichtbilder“ ist ein Amtswort. Schreiben Sie besser „Fotos“.",
        (replacing(found[0], "Fotos"),),
        entry="lichtbild",
        leitziel=("4a",),
        fingerprint=f"{block:032x}",
    )


def long_sentence(block: int = 9) -> Finding:
    """A sentence that is too long; the suggestion only shows a place."""
    whole = TextRange(0, len(LONG))
    return Finding(
        "SA01",
        "satz.lang",
        block,
        (whole,),
        Severity.FEHLER,
        "Dieser Satz hat 27 Wörter. Teilen Sie ihn: ein Gedanke, ein Satz. Ziel: höchstens 20.",
        (Suggestion("Teilen vor „und können ihn“", (), Applicability.SHOW),),
        (Measure("woerter", 27.0, 20.0),),
        sentence=whole,
        leitziel=("4a",),
        fingerprint=f"{block:032x}",
    )


def passive(block: int = 11) -> Finding:
    """A discontinuous mark."""
    return Finding(
        "SA08",
        "satz.passiv-mit-handelndem",
        block,
        marks(PASSIVE, "wird", "geprüft"),
        Severity.WARNUNG,
        "Hier handelt „das Bauamt“. Stellen Sie das an den Anfang.",
        (replacing(TextRange(0, len(PASSIVE)), "Das Bauamt prüft Ihren Bauantrag.", "review"),),
        sentence=TextRange(0, len(PASSIVE)),
    )


def date(block: int = 31) -> Finding:
    """A hint in a footnote."""
    found = marks(DATE, "04.05.2026")
    return Finding(
        "SZ01",
        "schreibweise.datum-ziffern",
        block,
        found,
        Severity.HINWEIS,
        "Schreiben Sie den Monat aus: „4. Mai 2026“.",
        (replacing(found[0], "4. Mai 2026"),),
    )


def excerpt(block: int, text: str, path: str = "Haupttext", line: int = 1, *fields: str) -> Excerpt:
    """A body paragraph unless ``path`` says otherwise; ``fields`` are its placeholders."""
    return Excerpt(
        block,
        BlockKind.ABSATZ,
        path,
        "word/document.xml",
        1,
        text,
        line=line,
        placeholders=marks(text, *fields),
    )


EXCERPTS = {
    4: excerpt(4, PHOTOS),
    9: excerpt(9, LONG, "Haupttext", 9, "«Leistung»", "«Datum»"),
    11: excerpt(11, PASSIVE),
    31: excerpt(31, DATE, "Fußnote 1"),
}


def letter(
    findings: Sequence[Finding] = (),
    *,
    path: str = "vorlagen/versagung.docx",
    kind: str = "docx",
    excerpts: dict[int, Excerpt] | None = None,
    suppressed: Sequence[Suppressed] = (),
    notices: Sequence[Notice] = (),
    scores: Sequence[Score] = (),
    zones: Sequence[tuple[str, int]] = (),
    positions: dict[tuple[int, int], tuple[int, int]] | None = None,
) -> LetterReport:
    """A letter with what a test is about."""
    return LetterReport(
        path=path,
        kind=kind,
        sha256="0" * 64,
        title="Versagung",
        profile="brief",
        findings=tuple(findings),
        suppressed=tuple(suppressed),
        notices=tuple(notices),
        excerpts=EXCERPTS if excerpts is None else excerpts,
        positions=positions or {},
        counts={"blocks": 31, "sentences": 44, "words": 612},
        scores=tuple(scores),
        zones=tuple(zones),
    )


def sample() -> LetterReport:
    """The letter of the drawn sample, with everything a report can hold."""
    return letter(
        [date(), passive(), long_sentence(), photos()],
        suppressed=[Suppressed(photos(11, "Lichtbilder"), "comment", "Gesetzeswort")],
        notices=[
            Notice("N101", "2 Bilder ohne Alternativtext wurden nicht gelesen (Absatz 1).", 2),
            Notice("N102", "1 Stelle ist verborgener Text und wurde nicht geprüft.", 1),
            Notice("N106", "Das Dokument ist digital signiert."),
        ],
        scores=[
            Score("lix", 51.25, "harder", "schwer"),
            Score("wstf4", 11.04, "harder", "schwer"),
        ],
        zones=[("Z1", 28), ("Z1", 29), ("Z1", 30), ("Z2", 3)],
    )


def report(
    *letters: LetterReport,
    errors: Sequence[FileError] = (),
    gate: Severity | None = Severity.WARNUNG,
) -> Report:
    """A run over some letters."""
    versions = {"klartext": "0.1.0", "rules": "sha256:00", "model": "de 1"}
    return Report(letters, tuple(errors), "brief", gate, versions)
