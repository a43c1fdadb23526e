"""Wording that shows which part of a letter begins (``letters.md`` 3)."""

from __future__ import annotations

import re

from klartext.letters.model import Section

PLACEHOLDER_NAME = r"[A-ZÄÖÜ«{\[<$%*/]"
SALUTATION = re.compile(
    r"Sehr geehrte|Guten (?:Tag|Morgen|Abend)\b|Hallo\b"
    rf"|(?:Liebe[rs]?|Werte[rs]?)(?:[*:/]\w{{1,2}})? (?={PLACEHOLDER_NAME})"
)
CLOSING = re.compile(
    r"Mit (?:freundlich\w+|besten?|herzlich\w*) Gr(?:uß|uss|üße|üsse|üßen|üssen)\b"
    r"|(?:Freundliche|Beste|Viele|Herzliche) Gr(?:üße|üsse)\b"
    r"|Hochachtungsvoll|Mit vorzüglicher",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"(?:Im Auftrag|In Vertretung|[iI]\. ?[AV]\.|gez\.)(?! ?m\.)(?=[\s,:]|$)(?P<rest>[^\n]*)"
)
UNSIGNED = re.compile(r"\bohne Unterschrift\b[^.]{0,20}\b(?:gültig|wirksam)", re.IGNORECASE)
ENCLOSURES = re.compile(
    r"(?:\d{1,2} )?(?:Anlage(?:n|\(n\)|/n)?|Anhang|Anhänge|Beilagen?|Beigefügt)\b"
    r"(?: ?\(\d+\)| \d{1,2})?[ \t]*(?::[^\n]*|[–-] [^\n]*)?(?=\n|$)"
)
SUBJECT = re.compile(
    r"(?:Betreff|Betr\.|Ihr(?:e|en)? (?:Antrag|Anträge|Schreiben|Anfrage|Termin|E-Mail)\b"
    r"|\w*[Bb]escheid\b"
    r"|Anhörung|Einladung|(?:Vor)?[Ll]adung|Mahnung|Zahlungserinnerung|Antrag (?:auf|vom|von))"
)
REFERENCE_LINE = re.compile(
    r"(?:(?:Unser|Mein|Ihr)e? (?:Zeichen|Nachricht|Schreiben vom)|Datum|Az\.?"
    r"|Aktenzeichen|Geschäftszeichen"
    r"|Gesch\.-?Z\.?|GZ|Kassenzeichen|Vorgangsnummer|Kundennummer|AZR-Nummer)\b"
)
PLACE_AND_DATE = re.compile(
    r"[A-ZÄÖÜ][\w .()/-]{1,40}, (?:den |am )?\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ]\w+) ?\d{2,4}$"
)
AUTHORITY = re.compile(
    r"\b(?:Ausländerbehörde|Ausländeramt|Landesamt|Bezirksamt|Landratsamt|Landkreis|Kreisverwaltung"
    r"|Stadt|Stadtverwaltung|Landeshauptstadt|Gemeinde|Amt für|Ordnungsamt|Bürgeramt|Bürgerbüro"
    r"|Regierungspräsidium|Regierung von|Bundesamt|Servicestelle|Fachbereich|Fachdienst|Kreis"
    r"|Senatsverwaltung|Jobcenter|Gesundheitsamt|Finanzamt|Familienkasse|Standesamt|Kreishaus"
    r"|Rathaus|Der Oberbürgermeister|Die Oberbürgermeisterin|Der Landrat|Die Landrätin)\b"
)
COURT = re.compile(r"\b\w*[Gg]ericht(?:s|es|e)?\b")

_HEADINGS: tuple[tuple[Section, str], ...] = (
    (
        Section.RECHTSBEHELF,
        r"(?:ihre |hinweise? (?:zur|auf die) |belehrung über .{0,20})?"
        r"(?:rechts(?:behelf|mittel|schutz)\w*|widerspruchs?belehrung|klagebelehrung)\b.*"
        r"|ihre rechte|.*\bsich\b.{0,30}\bwehren\b.*|.*\bnicht einverstanden\b.*",
    ),
    (
        Section.BEGRUENDUNG,
        r"(?:(?:die|unsere|meine|zur) )?(?:begründung|gründe|entscheidungsgründe)\b.{0,60}"
        r"|sachverhalt\b.*|sach- und rechtslage|rechtliche (?:würdigung|gründe|bewertung)\b.*"
        r"|warum (?:haben|habe|ist|wurde|wird|lehnen|lehne|entscheide|entscheiden)\b.*"
        r"|(?:so|was) haben wir entschieden",
    ),
    (
        Section.NEBENBESTIMMUNG,
        r"(?:die |ihre |folgende )?(?:nebenbestimmung(?:en)?|auflagen?|bedingung(?:en)?|befristung)"
        r"(?: (?:zu[rm]?|der|des|und|für)\b.{0,50})?",
    ),
    (
        Section.TENOR,
        r"(?:die |unsere |meine |ihre )?entscheidung|tenor|entscheidungssatz|verfügungssatz"
        r"|was wir entschieden haben",
    ),
    (
        Section.HINWEISE,
        r"(?:(?:wichtige|allgemeine|weitere|rechtliche|sonstige)[rs]? )?hinweise?\b.{0,60}"
        r"|wichtig(?:e information(?:en)?)?\b.{0,40}|bitte beachten(?: sie)?\b.{0,40}"
        r"|(?:das ist )?gut zu wissen|datenschutz.{0,60}|informationen? zum datenschutz.*",
    ),
    (
        Section.KOSTEN,
        r"(?:die )?(?:gebühren?|kosten|auslagen)(?:entscheidung|festsetzung)?(?: und \w+)?",
    ),
    (Section.ANLAGEN, r"(?:anlagen?|anhang|anhänge|beilagen?|beigefügt)"),
)
_HEADING_PATTERNS = tuple(
    (section, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for section, pattern in _HEADINGS
)
_COUNTER = re.compile(r"(?:\(?(?:\d{1,2}|[IVX]{1,5}|[A-Za-z])[.)]{1,2}|§ ?\d+)\s+")
_EXTRA_HEADINGS = re.compile(
    r"(?:kontakt|ansprechpartner(?:in)?|ansprechperson|öffnungszeiten|sprechzeiten|ihr(?:e)? termin"
    r"|rückfragen|(?:haben sie )?(?:noch )?fragen|sie haben (?:noch )?fragen|so erreichen sie uns"
    r"|zahlung\w*|bankverbindung|nächste schritte|was müssen sie tun|wie geht es weiter"
    r"|was passiert jetzt|verteiler)",
    re.IGNORECASE,
)
DECISION_TITLE = re.compile(
    r"(?:\w*bescheid(?!en)|(?:ordnungs|allgemein)?verfügung|anordnung|beschluss)\b", re.IGNORECASE
)


_SPACED = re.compile(r"\b\w(?: \w){4,}\b")


def close_spaced_letters(text: str) -> str:
    """The text with *B e s c h e i d* written as *Bescheid*, the old way to stress a heading."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def heading_name(text: str) -> str:
    """The words of a heading without counter, trailing colon, dots and spaces."""
    name = text.strip()
    if counter := _COUNTER.match(name):
        name = name[counter.end() :]
    return name.strip(' \t\n:.?!–-„“"*#_')


def heading_section(text: str) -> Section | None:
    """The section a heading opens, ``None`` for a heading of another kind."""
    name = heading_name(text)
    for section, pattern in _HEADING_PATTERNS:
        if pattern.fullmatch(name):
            return section
    return None


def is_known_heading(text: str) -> bool:
    """Whether the words are those of a usual heading of letters, in whatever section."""
    return heading_section(text) is not None or bool(_EXTRA_HEADINGS.fullmatch(heading_name(text)))
