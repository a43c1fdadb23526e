"""Z5, Z7, Z8, Z9: stretches inside a text that are one thing: citations, placeholders, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartext.language.spans import SpanLabel
from klartext.letters.model import Zone, ZoneId
from klartext.letters.outline import Passage
from klartext.types import TextRange

_ZONE_OF_SPAN: dict[str, ZoneId] = {
    SpanLabel.CITATION: "Z5",
    SpanLabel.PLACEHOLDER: "Z7",
    SpanLabel.ACCOUNT: "Z8",
    SpanLabel.ADDRESS: "Z8",
    SpanLabel.EMAIL: "Z8",
    SpanLabel.PHONE: "Z8",
    SpanLabel.REFERENCE: "Z8",
    SpanLabel.WEB: "Z8",
}
# These have rules of their own, which a name around them must not silence.
_NO_NAME = frozenset(
    {
        SpanLabel.PLACEHOLDER,
        SpanLabel.CITATION,
        SpanLabel.LAW,
        SpanLabel.ABBREVIATION,
        SpanLabel.AMOUNT,
        SpanLabel.DATE,
        SpanLabel.TIME,
    }
)
_NAME = r"[A-ZÄÖÜ][\wäöüß.-]*\w"
_FOR = rf"für {_NAME}(?:(?:,| und|, {_NAME} und) (?:die |das |den )?{_NAME})?"
_AUTHORITIES = re.compile(
    rf"\b(?:Bundesamt|Bundesagentur|Landesamt|Amt|Senatsverwaltung|\w*[Mm]inisterium|Zentrale|"
    rf"Servicestelle|Landesbehörde)(?:e?s)? {_FOR}"
    rf"|\b(?:\w+verwaltungs|Verwaltungs|Amts|Land|Sozial|Landessozial|Oberlandes|Finanz)"
    rf"gericht(?:e?s)? {_NAME}"
    rf"|\bRegierung von {_NAME}|\b(?:Bezirksamt|Landratsamt|Landkreis|Kreis|Landeshauptstadt"
    rf"|Regierungspräsidium|Bezirksregierung|Gesundheitsamt|Jobcenter|Finanzamt)(?:e?s)? {_NAME}"
)
_AUTHORITY_HINTS = ("amt", "agentur", "verwaltung", "ministerium", "gericht", "stelle",
                    "kreis", "stadt", "regierung", "präsidium", "jobcenter", "zentrale",
                    "behörde")  # fmt: skip
_PRINTED_TITLES = re.compile(
    r"\bErlaubnis zum Daueraufenthalt ?[–-] ?EU\b|\bBlauen? Karte EU\b|\bMobiler-ICT-Karte\b"
    r"|\bReiseausweis(?:es)? für (?:Ausländer|Flüchtlinge|Staatenlose)\b"
    r"|\bAufenthaltsdokument-GB\b|\bAufenthaltserlaubnis-Schweiz\b|\bAufenthaltskarte-GB\b"
    r"|\bBescheinigung über die (?:Aussetzung der Abschiebung|Aufenthaltsgestattung)"
    r"(?: \(Duldung\))?"
    r"|\bBescheinigung über die Meldung als Asylsuchender\b"
)
_FORM_TITLE = re.compile(
    r"\b(?:Formular|Vordruck|Formblatt|Antrag|Merkblatt|Antragsformular|Broschüre)(?:e?s)?\s"
    r"(?P<title>„[^“”\n]{2,90}[“”]|\"[^\"\n]{2,90}\"|»[^«\n]{2,90}«)"
)
_TITLE_HINTS = ("daueraufenthalt", "karte", "reiseausweis", "dokument", "bescheinigung",
                "formular", "vordruck", "formblatt", "antrag", "merkblatt", "broschüre",
                "erlaubnis")  # fmt: skip


def find_span_zones(passage: Passage) -> Iterator[Zone]:
    """Zones inside the block of a passage, in no special order; never a whole block.

    Call it for one passage of a block only: the spans are those of the block.
    """
    block = passage.block
    if not passage.words:
        return
    seen: set[TextRange] = set()
    for span in passage.spans:
        if (zone_id := _ZONE_OF_SPAN.get(span.label)) is not None:
            seen.add(span.range)
            yield Zone(zone_id, block.index, span.range)
    for placeholder in block.placeholders:
        if placeholder.range not in seen:
            yield Zone("Z7", block.index, placeholder.range)
    for found in passage.names:
        in_other = any(
            span.range.overlaps(found) for span in passage.spans if span.label in _NO_NAME
        )
        if not in_other and any(char.isalpha() for char in found.of(block.text)):
            yield Zone("Z8", block.index, found)
    lowered = block.text.lower()
    if any(hint in lowered for hint in _AUTHORITY_HINTS):
        for match in _AUTHORITIES.finditer(block.text):
            yield Zone("Z8", block.index, TextRange(*match.span()))
    if any(hint in lowered for hint in _TITLE_HINTS):
        for match in _PRINTED_TITLES.finditer(block.text):
            yield Zone("Z9", block.index, TextRange(*match.span()))
        for match in _FORM_TITLE.finditer(block.text):
            yield Zone("Z9", block.index, TextRange(*match.span("title")))
