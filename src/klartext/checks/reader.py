"""Who reads the letter, and whether *der Antragsteller* is that person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from klartext.letters.model import Section
from klartext.rules import predicates, wordlists
from klartext.rules.context import LetterContext

_WOMEN = "Frau|Mutter|Schwester|Tochter|Ehefrau|Nachbarin|Partnerin|Kundin|Mandantin|Mieterin"
_MEN = "Mann|Vater|Bruder|Sohn|Ehemann|Nachbar|Partner|Kunde|Mandant|Mieter"
_SOMEBODY_ELSE = re.compile(
    rf"\bIhre?[mnrs]?\s(?:\w+\s)?(?:(?P<Fem>(?:{_WOMEN})\b)|(?P<Masc>(?:{_MEN})(?:e?s|n|en)?\b)|"
    r"Angehörige|Arbeit(?:nehm|geb)er|Beschäftigte|Betreute|Bewohner|Ehegatt|Ehepartner|Eltern|"
    r"Familie|Firma|Gast\b|Gäste|Geschwister|Kind|Klient|Kund|Lebens(?:gefährt|partner)|Mandant|"
    r"Mitarbeiter|Mitglied|Patient|Schüler|Unternehmen|Verein|Verwandte|Vormund)"
    r"|\bgesetzlich vertreten\b|\b[Ee]rziehungsberechtigt"
)
_PERSONAL = re.compile(r"\b(?:(?P<Fem>Frau)|(?P<Masc>Herrn?))\b|^(?:Guten Tag|Liebe[r]?|Hallo)\b")
_TO_NAMED = re.compile(r"^(?:Sehr geehrte[rs]?|Guten Tag,?|Liebe[rs]?|Hallo)\b.*\b(?:Frau|Herr)\b")
_STEMS = (
    "Anschlussnehm|Antragstell|Ausländ|Bewerb|Einspruchsführ|Gebührenschuldn|"
    "Vollstreckungsschuldn|Widerspruchsführ"
)
_NAMED_ROLES = re.compile(
    rf"(?P<Fem>(?:{_STEMS})erin|Auszubildende|Steuerpflichtige)|(?P<Masc>(?:{_STEMS})ers?)"
)
_LAWYER = re.compile(r"\bRechtsanw(?:alt|ält)|\bKanzlei\b|\b(?:Herrn?|Frau) Kolleg")
_CLIENT = re.compile(r"\bIhre?[mnrs]? Mandant")
_CONDITIONS = wordlists.CONDITIONS | {"jeder", "jede"}
_SINGULAR = {"Fem": frozenset({"die", "der"}), "Masc": frozenset("der den dem des".split())}
_WITH_GENITIVE = frozenset("anstelle aufgrund hinsichtlich seitens trotz wegen".split())
_FUSED = frozenset("vom zum beim im am zur".split())


@dataclass(frozen=True, slots=True)
class Reader:
    """The person addressed.

    ``gender`` is known from *Frau* or *Herr* in the salutation; ``others`` holds the genders of
    other persons the letter ties to the reader (*Ihr Sohn*), both where it is not known.
    """

    gender: str | None
    is_named: bool
    others: frozenset[str]

    @property
    def is_alone(self) -> bool:
        """Nobody else could be meant."""
        return not self.others


def reader_of(context: LetterContext) -> Reader | None:
    """The reader of a letter to one person; ``None`` if the text speaks to nobody."""
    others: set[str] = set()
    gender, is_named, is_addressed = None, False, False
    for parsed in context.parsed:
        text = parsed.block.text
        for found in _SOMEBODY_ELSE.finditer(text):
            others |= {found.lastgroup} if found.lastgroup else {"Fem", "Masc"}
        if context.section(parsed) == Section.ANREDE:
            genders = {found.lastgroup for found in _PERSONAL.finditer(text)}
            is_addressed |= bool(genders)
            named = genders - {None}
            gender = named.pop() if len(named) == 1 else None
            is_named = _TO_NAMED.search(text) is not None
        else:
            is_addressed |= any(predicates.addresses_reader(item) for item in parsed.sentences)
    return Reader(gender, is_named, frozenset(others)) if is_addressed else None


def is_for_lawyer(context: LetterContext) -> bool:
    """Whether a lawyer reads the letter: *Ihr Mandant*, *Herrn Rechtsanwalt* in the address."""
    frame = (Section.ANSCHRIFT, Section.ANREDE)
    return any(
        _CLIENT.search(parsed.block.text)
        or (context.section(parsed) in frame and _LAWYER.search(parsed.block.text))
        for parsed in context.parsed
    )


def is_reader(noun: Token, reader: Reader) -> bool:
    """Whether a role with a definite article means the person of the salutation.

    *Sehr geehrte Frau Demir … die Antragstellerin hat …*: the genders agree, nobody else of that
    gender is spoken of, and the sentence is neither a condition nor about a norm.
    """
    role = _NAMED_ROLES.fullmatch(noun.text)
    if role is None or not reader.is_named or role.lastgroup is None:
        return False
    if role.lastgroup in reader.others or not _may_be(role.lastgroup, reader):
        return False
    if noun.tag_ != "NN" or not _is_one(noun, role.lastgroup):
        return False
    preposition = predicates.case_word(noun)
    if preposition is not None and preposition.lower_ in _WITH_GENITIVE:
        return False  # seitens der Antragstellerin: no „Sie“ fits there
    if any(child.dep_ not in ("det", "case", "punct", "advmod") for child in noun.children):
        return False
    sentence = noun.sent
    if sentence[-1].text not in ".!":
        return False
    if noun.text.endswith("erin"):
        return True  # a statute says *der Ausländer*: the woman is the one who reads
    if predicates.has_citation(sentence):
        return False
    return not any(token.lower_ in _CONDITIONS for token in sentence) and sentence[0].tag_ not in (
        "VVFIN",
        "VAFIN",
        "VMFIN",
    )


def _may_be(gender: str, reader: Reader) -> bool:
    """The masculine stands for anybody where the letter names nobody else."""
    return gender == reader.gender or (gender == "Masc" and reader.is_alone)


def _is_one(noun: Token, gender: str) -> bool:
    before = noun.nbor(-1) if noun.i else None
    if before is None or before.head != noun:
        return False
    if before.tag_ == "APPRART":
        return before.lower_ in _FUSED
    if before.tag_ != "ART" or before.lower_ not in _SINGULAR[gender]:
        return False
    if gender == "Fem" and not noun.text.endswith("in") and before.lower_ != "die":
        return False
    is_many = gender == "Masc" and before.lower_ == "der" and is_genitive(noun)
    return not is_many and predicates.feature(noun, "Number") != "Plur"


def is_genitive(noun: Token) -> bool:
    """*des Antragstellers*, *der Antragstellerin* behind a noun."""
    head = noun.head
    if noun.dep_ != "nmod" or predicates.case_word(noun) is not None or head.tag_ != "NN":
        return False
    between = noun.doc[head.i + 1 : noun.i]
    return head.i < noun.i and all(t.tag_ in ("ART", "ADJA", "PPOSAT") for t in between)
