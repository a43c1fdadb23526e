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
    "Anschlussnehm|Antragstell|Ausländ|Beschwerdeführ|Bewerb|Einbürgerungsbewerb|Einspruchsführ|"
    "Erlaubnisnehm|Vollstreckungsschuldn|"
    "(?:Hilfe|Leistungs|Renten|Zuwendungs)empfäng|Studienbewerb|Widerspruchsführ"
)
"""What an office calls the person whose case it decides, without *er* or *erin*."""
_STEMS_OF_THINGS = r"Betreib|(?:\w+e|E)igentüm|(?:\w+h|H)alt|Inhab|(?:\w+s|S)chuldn|Unternehm"
"""These fit others too (*der Eigentümer des Nachbarhauses*): taken with more clues only."""
_NAMED_ROLES = re.compile(
    rf"(?P<Fem>(?:{_STEMS}|{_STEMS_OF_THINGS})erin|Auszubildende|Steuerpflichtige)|"
    rf"(?P<Masc>(?:{_STEMS})ers?|Adressat(?:en)?)"
)
_ROLES_WITHOUT_SALUTATION = re.compile(rf"(?:{_STEMS_OF_THINGS})ers?")
_OF_THINGS = re.compile(rf"(?!{_STEMS})(?:{_STEMS_OF_THINGS})")
_LABEL = re.compile(
    rf"^(?:(?P<Fem>(?:{_STEMS}|{_STEMS_OF_THINGS}|Bauh)\w*in|Steuerpflichtige)|"
    rf"(?P<Masc>(?:{_STEMS}|{_STEMS_OF_THINGS})er|Bauherr|Steuerpflichtiger)): (?P<name>.+)",
    re.MULTILINE,
)
"""*Bauherrin: Praxis Lohmann GmbH*: whom the letter means by the word."""
_TO_PERSON = re.compile(r"^(?:(?P<Fem>Frau)|(?P<Masc>Herrn))(?:\s|$)", re.MULTILINE)
_FOR_OTHERS = re.compile(r"vertreten|\bz\. ?Hd|\bc/o|Rechtsanw|Architekt|Kanzlei|Ingenieur")
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
    is_saluted: bool = True

    @property
    def is_alone(self) -> bool:
        """Nobody else could be meant."""
        return not self.others


def reader_of(context: LetterContext) -> Reader | None:
    """The reader of a letter to one person; ``None`` if the text speaks to nobody.

    A notice without a salutation goes to *Herrn* or *Frau* in its address field.
    """
    others: set[str] = set()
    gender, is_named, is_addressed = None, False, False
    address, salutation = [], ""
    for parsed in context.parsed:
        text = parsed.block.text
        for found in _SOMEBODY_ELSE.finditer(text):
            others |= {found.lastgroup} if found.lastgroup else {"Fem", "Masc"}
        section = context.section(parsed)
        if section == Section.ANREDE:
            genders = {found.lastgroup for found in _PERSONAL.finditer(text)}
            is_addressed |= bool(genders)
            named = genders - {None}
            gender = named.pop() if len(named) == 1 else None
            is_named = _TO_NAMED.search(text) is not None
            salutation = text
        else:
            is_addressed |= any(predicates.addresses_reader(item) for item in parsed.sentences)
        if section == Section.ANSCHRIFT:
            address.append(text)
    others |= _meant_by_labels(context, " ".join([salutation, *address]))
    if not salutation and (addressee := _to_whom("\n".join(address))) is not None:
        return Reader(addressee, True, frozenset(others), is_saluted=False)
    return Reader(gender, is_named, frozenset(others)) if is_addressed else None


def _to_whom(address: str) -> str | None:
    """The gender of the one person in an address field: *Herrn*, *Frau*."""
    genders = {found.lastgroup for found in _TO_PERSON.finditer(address)}
    if len(genders) != 1 or _FOR_OTHERS.search(address):
        return None
    return genders.pop()


def _meant_by_labels(context: LetterContext, reader: str) -> set[str]:
    """Genders of the roles that a label gives to somebody else than the reader."""
    known = set(re.findall(r"\w{3,}", reader)) - {"Frau", "Herr", "Herrn"}
    found = (f for parsed in context.parsed for f in _LABEL.finditer(parsed.block.text))
    return {
        "Fem" if match["Fem"] else "Masc"
        for match in found
        if known.isdisjoint(re.findall(r"\w{3,}", match["name"]))
    }


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
    if role is None:
        return _is_role_without_salutation(noun, reader)
    gender = role.lastgroup
    if gender is None or gender in reader.others or not _may_be(gender, reader):
        return False
    if _OF_THINGS.match(noun.text) and (not reader.is_named or _speaks_to_reader(noun)):
        return False
    if not reader.is_named and not (reader.is_alone and noun.text.endswith("erin")):
        return False  # to a firm (*Sehr geehrte Damen und Herren*): the feminine is the firm
    return _stands_alone(noun, gender)


def _speaks_to_reader(noun: Token) -> bool:
    """*von Ihnen in Vollmacht der Eigentümerin*: two persons in one sentence."""
    return any(token.text in wordlists.POLITE_FORMS for token in noun.sent)


def _is_role_without_salutation(noun: Token, reader: Reader) -> bool:
    """*Der Halter räumte …* in a notice that goes to one man and speaks of nobody else."""
    if reader.is_saluted or not reader.is_alone or reader.gender != "Masc":
        return False
    return _ROLES_WITHOUT_SALUTATION.fullmatch(noun.text) is not None and _stands_alone(
        noun, "Masc"
    )


def _stands_alone(noun: Token, gender: str) -> bool:
    """One person by article and number, without attributes, in no rule for everybody."""
    if noun.tag_ != "NN" or not _is_one(noun, gender):
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
    if gender == "Masc":
        return reader.gender == gender or reader.is_alone
    return reader.gender == gender or not reader.is_named


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
