"""D14 UNTERLAGEN: a sentence that asks for documents."""

from __future__ import annotations

import re

from klartext.letters.detectors.sentence_pattern import SentencePattern

_DOCUMENT = (
    r"(?:Unterlagen?|Nachweis\w*|Bescheinigung\w*|Reisepass\w*|Nationalpass\w*|Pass|Passes"
    r"|Passfoto\w*|Lichtbild\w*|Foto\w*|Mietvertrag\w*|Arbeitsvertrag\w*|(?:Lohn|Gehalts)\w*"
    r"|Kontoausz\w*|Urkunden?|\w+urkunden?|Zeugnis\w*|Zertifikat\w*|Krankenversicherung\w*"
    r"|Antragsformular\w*|Formular\w*|Vollmacht\w*|Meldebestätigung\w*|Immatrikulation\w*"
    r"|Übersetzung\w*)"
)
_PATTERN = SentencePattern(
    needs=(
        re.compile(rf"\b{_DOCUMENT}\b", re.IGNORECASE),
        re.compile(
            r"\b(?:vorzulegen|einzureichen|nachzureichen|mitzubringen|beizufügen|beizubringen"
            r"|benötigen|benötigt|brauchen|fehl(?:t|en)|erforderlich|nachreichen|vorlegen"
            r"|einreichen|mitbringen)\b"
            r"|\b(?:reichen|legen|bringen|senden|schicken|laden|fügen)\b.*"
            r"\b(?:ein|nach|vor|mit|bei|hoch|zu|uns)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    refuses=(
        re.compile(
            r"\bwelche Unterlagen\b"
            r"|\b(?:haben|hat|wurden?|worden|sind vollständig|liegen vor)\b.*"
            r"\b(?:vorgelegt|eingereicht|erhalten|beigefügt|nachgereicht|vollständig)\b"
            r"|vollständig\b|\bSie erhalten\b|\bzurück(?:ge\w+)?\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    hints=("vorzulegen", "einzureichen", "nachzureichen", "mitzubringen", "beizu", "benötig",
           "brauchen", "fehl", "erforderlich", "nachreichen", "vorlegen", "einreichen",
           "mitbringen", "reichen", "legen", "bringen", "senden", "schicken", "laden", "fügen"),
)  # fmt: skip


def may_hold_documents(lowered: str) -> bool:
    """Whether a lower-case text is worth a look at its sentences."""
    return _PATTERN.may_be_in(lowered)


def asks_for_documents(sentence: str) -> bool:
    """Whether the sentence asks the reader for documents."""
    return _PATTERN.matches(sentence)
