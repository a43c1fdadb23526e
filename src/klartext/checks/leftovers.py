"""How forgotten places of a template look: patterns for TX11, by what people leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from klartext.language.patterns import MONTH_NAMES

_MONTH = rf"(?:{MONTH_NAMES}|Monat)"
_UNIT = r"(?:Tage|Wochen|Monate|Jahre|Stunden|Minuten|Euro|EUR|€|Uhr|Prozent|km|m²?|Personen)"


@dataclass(frozen=True, slots=True)
class Sign:
    """Patterns that can only match a text with one of the needles in it."""

    needles: tuple[str, ...]
    source: str

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Matches in text order; compiled when a needle is met, which is seldom."""
        if any(needle in text for needle in self.needles):
            yield from re.compile(self.source).finditer(text)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _sign(needles: str | tuple[str, ...], *patterns: str) -> Sign:
    return Sign((needles,) if isinstance(needles, str) else needles, "|".join(patterns))


STAND_INS = _any(
    # "XXX. Spiele" is a Roman numeral, "XX-XXXX" shows how a number is written
    r"\b(?:TT|tt)\.(?:MM|mm)\.(?:JJJJ|jjjj)?\b",
    r"(?<![\w/-])XX+(?:\.(?:XX+|20\d\d))*(?![\w/-]|\. ?[A-ZÄÖÜ])",
    rf"(?<![\w/-])XX?\.(?= {_MONTH}\b)",
    r"(?<![\w/.])-?x{2,}(?:[.:](?:x{2,}|20\d\d)|\.(?= [A-Z]))*(?![\w/])",
    r"(?<![\w,])[xX]+,[xX]+(?![\w,])",
    rf"(?<![\w.-])X(?= {_UNIT}(?!\w))",
    r"\b20(?:XX|xx)\b",
    r"\b(?:Max|Erika) Mustermann\b|\bMuster(?:straße|stadt|weg|firma)\b",
    r"(?<=\d-)nnn?\b",
)
"""Letters that stand in for digits; harmless where the sentence shows how to write something."""

BLANKS = _any(
    r"(?<![_\w])_{1,3}(?:[:,./]_{1,3})+(?!_)",
    r"\b20_{1,2}(?!_)",
    r"(?<![_\w])_{2,3}(?![_\w])",
    r"(?<![_\w])_{2,3}/20\d\d\b",
)
"""Short lines to be filled in; long ones are placeholders of their own."""

LEFTOVERS = (
    _sign(
        ("TODO", "FIXME", "tbd", "t.b.d.", "blabla", "Lorem", "Soundso", "ENTWURF", "XYZ"),
        r"\b(?:TODO|FIXME|tbd|blabla|Lorem ipsum|Soundso|ENTWURF|XYZ)\b|\bt\.b\.d\.",
    ),
    _sign(
        "?",
        r"(?:\d[\d /-]*-)?(?<!drei )(?<![„?])\?{2,}|\b\d\?\d+\b|\(\d+\?\)|(?<=\s)- \? -",
        r"\b(?:Zi\.|Zimmer|Nr\.|Raum|Tel\.|Durchwahl|Stock) \?(?![\w?])",
        rf"(?<=\s)\?\.(?= {_MONTH}\b)|\b\d+\?(?= {_UNIT}(?!\w))",
        r"\bnoch dazu\?",
        r"\((?:(?:[a-zäöü]\w+ ?){1,2}|oder \d[^()\n]*|Stimmt [^()\n]*)\?+[^()\n]*\)",
        r"\([^()\n]*\bod(?:er|\.) [^()\n]*\?(?: [^()\n]*)?\)",
    ),
    _sign(
        ("00", "1900"),
        r"\b00\.00\.(?:0000|20\d\d)\b|(?<![\d.,])00(?:\.000)?,00(?= (?:Euro|EUR|€))",
        r"(?<=EUR )00,00\b|\b0[01]\.01\.1900\b",
    ),
    _sign(
        (" .", " /"),
        rf"(?<=\s)\.(?= (?:{_MONTH}) 20\d\d)|(?<=\s)\.\d\d\.20\d\d\b|\bFlurstück(?= /)",
    ),
    _sign("[", r"\[(?:BAUSTEIN|TEXT|LINK|NAME|DATUM|BETRAG|ANLAGE|FRIST|ORT)\b[^\]\n]*\]"),
    _sign((",-",), r"(?:EUR|Euro|€) ,-+"),
    _sign(
        "..",
        rf"(?<=\s)\.{{2,4}}(?= {_MONTH}\b)|(?<![\w.])\.{{3,5}}(?= ?(?:Euro|EUR|€|Uhr)(?!\w))",
        rf"\b(?:{_MONTH}|MONAT|Jahr) 20\.\.(?!\.)",
    ),
    # a name that was never put in
    _sign(
        ("N", "X", "Y"),
        r"\b(?:Frau|Herrn?|Fr\.|Hr\.)(?:/(?:Frau|Herrn?))? (?:N\. ?N\.|NN|X\.?Y\.?|X|Y)(?!\w)",
    ),
    # what Word, Excel and content controls show where they find nothing
    _sign("Fehler!", r"Fehler! (?:Verweisquelle|Textmarke|Unbekannt\w*|Kein)[^.!?\n]*[.!]"),
    _sign(
        ("Klicken", "Wählen Sie"),
        r"Klicken (?:oder tippen )?Sie(?: hier)?, um[^.\n]*(?:einzugeben|auszuwählen)\.?",
        r"Wählen Sie ein Element aus\.?",
    ),
    _sign("#", r"#(?:NV|BEZUG!|REF!|WERT!|VALUE!|NAME\?|N/A|DIV/0!)"),
    # words are missing behind a preposition
    _sign(
        ("vom", "bis ", "in Höhe von"),
        r"\b(?:vom|bis zum|bis spätestens|in Höhe von)"
        r"(?=\s*(?:[.,;](?![\d.])|(?:Euro|EUR)\b(?! ?\d)))",
        r"\b(?:vom|in Höhe von)(?=\s+(?:wurden?|wird|werden|ist|sind|hat|haben|war)\b)",
        r"\bvom(?=\s+(?:bis|Bezug)\b)|\bbis(?=\s+Uhr\b)",
        r"\bbis zum(?=\s+(?:zurück|ein|vor|nach|ab)(?:zu\w+en|ge\w+t)\b(?! [A-ZÄÖÜ]))",
    ),
    _sign(
        ("am .", "am.", "am um", "um Uhr", "um km"),
        r"\bam(?=\s*\.(?:\s|$)|\s+um\b)|\bum(?=\s+(?:Uhr|km/h)\b)",
    ),
    _sign((" ,",), r"\b(?:Flur|Hausnummer|Zimmer|Haus Nr\.|Az\.)(?= ,)"),
    # notes to colleagues
    _sign("@", r"@[A-ZÄÖÜ][\wäöüß]+:[^\n]*"),
    _sign((">>", "==>", "-->"), r"(?:==>|-->|>>>)[^\n]*!+|>>>[^\n]*<<<"),
    _sign(
        ("***", "###", "!!!"),
        r"(?P<fence>\*{3}|#{3}|!{3})[^\n*#!]*\b(?:Text|Absatz|Baustein|Vorlage|[Aa]b hier|Ende|noch"
        r"|\w+en(?= ?[*#!]))\b[^\n*#!]*(?:(?P=fence))?",
    ),
    _sign(
        "(",
        r"\([^()\n]*\b(?:kommt noch|folgt noch|hier noch|noch (?:klären|prüfen|einfügen|ergänzen"
        r"|eintragen|einsetzen|offen|aktuell\?))[^()\n]*\)",
        r"\([^()\n]*\b\w+(?:fügen|tragen|setzen|gänzen|scannen|prüfen|löschen|streichen)!\)",
        r"\((?:Name|Datum|Betrag|Monat|Ort|Adresse|Durchwahl|Zimmer)(?: (?:SB|Sb|Sachb\w*))?\)"
        r"(?=\s*(?:$|\n|[.,]))",
    ),
    _sign(
        ("rein", "raus", "checken", "sonst ", "drinlassen", "würde ich", "ACHTUNG", "Variante"),
        r"\b(?:hier|noch) (?:rein|raus)\b|\bchecken\b|\bdrinlassen\b",
        r"\bsonst (?:raus|löschen|streichen|weglassen)\b|\bACHTUNG\b[^\n]*\bverwenden!",
        r"\bwürde ich (?:weglassen|streichen|rausnehmen)\b",
        r"(?m:^)Variante \d+\b[^\n:]*:",
    ),
)
"""What no finished letter holds."""

NOTES = _any(
    r"\b(?:Absatz|Abs\.|Baustein|Textbaustein|Passus|Vorlage|Text|Datum|Betrag|Frist|Name"
    r"|Rechtslage|Belehrung|Logo|Tabelle|Ermessen|Wortlaut)\b[^.:\n]*\b(?:rein|raus|einfügen"
    r"|ergänzen|streichen|löschen|abklären|klären|anpassen|einsetzen|einarbeiten|übernehmen"
    r"|weglassen|abwarten)\b",
    r"\b(?:evtl\.|ggf\.|hier) (?:weitere|noch|neuer?|Absatz|Abs\.|Satz|Baustein|Text)\b",
    r"\bRücksprache\b[^\n]*\b(?:abwarten|halten)\b|\bschon gefragt\?",
    r"\?[ ,]*(?:klären|prüfen|abklären|nachfragen)\b",
)
"""A note without a finite verb: *evtl. Absatz Vaterschaft*."""

INSTRUCTIONS = re.compile(
    r"\[\s*(?:nur|falls|wenn|bei|ggf\.|gegebenenfalls|optional|bitte|hier|entweder|alternativ"
    r"|variante|nicht bei|wird ergänzt|einfügen|auswählen|zutreffendes|sonst|entfällt|achtung"
    r"|kommentar|anmerkung|notiz)\b[^\[\]]{0,80}\]"
    r"|\[[^\[\]]{0,60}\b(?:einsetzen|einfügen|eintragen|ergänzen|löschen|streichen|prüfen|anpassen"
    r"|auswählen|raus|weglassen)\b[^\[\]]{0,60}\]"
    r"|\[[a-z]{2,3}\d{1,2}\]"
    r"|\[(?:tt\.?|monat|jjjj)[^\[\]]{0,20}\]"
    r"|\bbitte auswählen\b",
    re.IGNORECASE,
)
"""What the template tells the clerk, in square brackets."""

STRIKE_OUT = re.compile(r"Nicht ?zutreffendes (?:bitte )?streichen", re.IGNORECASE)

PATTERN_SHOWN = re.compile(
    r"\b(?:Format|Form|Schreibweise|Muster|Beispiel|Platzhalter|Reihenfolge|wobei|Durchwahl"
    r"|Geburtsdatum|IBAN|Konto|Kontonummer)\b|\bstehen? für\b|\beinzutragen\b"
)
"""The sentence explains how something is written, or hides digits on purpose."""
