"""The table of cues that tell what a letter is for (``letters.md`` 2.2).

Points are start values of that table; where a row had to be split or a cue added so that portal
texts without salutation do not pass for requests, a comment says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from klartext.letters import cues as wording
from klartext.letters.model import Fact, Section


@dataclass(frozen=True, slots=True)
class Case:
    """What the cues look at, put together once for a letter.

    ``lowered`` is the text without letterhead and enclosures, ``title`` the subject and the
    headings at the top, both in lower case. ``early_decision`` is the polarity of a decision in
    the Tenor or in the first sentences.
    """

    lowered: str
    title: str
    sections: frozenset[Section]
    facts: Sequence[Fact]
    early_decision: str | None
    has_citation: bool
    has_amount: bool
    has_account: bool
    asks_for_documents: bool
    has_appointment: bool
    has_numbered_tenor: bool
    headings: int
    list_items: int

    @property
    def is_formal(self) -> bool:
        """Whether it looks like a formal decision: title, numbered Tenor or a citation."""
        titled = wording.DECISION_TITLE.search(self.title) is not None
        return titled or self.has_numbered_tenor or self.has_citation

    @property
    def is_greeted(self) -> bool:
        """Whether somebody is addressed."""
        return Section.ANREDE in self.sections

    def decided(self, polarity: str | None = None) -> bool:
        """Whether there is a decision, of this polarity if one is given."""
        return any(
            fact.kind == "ENTSCHEIDUNG" and polarity in (None, fact.value) for fact in self.facts
        )

    def states(self, kind: str) -> bool:
        """Whether there is a fact of this kind."""
        return any(fact.kind == kind for fact in self.facts)

    def has_deadline(self, role: str) -> bool:
        """Whether there is a deadline in this role."""
        return any(fact.kind == "FRIST" and fact.role == role for fact in self.facts)


_REACH = 140
"""Characters around a hint in which its pattern must match."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Points for a type where ``pattern`` is found in the letter and ``test`` holds.

    The pattern is asked only around the ``hints``; without one the hints suffice. It sees lower
    case. In a title its points double.
    """

    letter_type: str
    points: int
    name: str
    hints: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    test: Callable[[Case], bool] | None = None

    def score(self, case: Case) -> int:
        """Points this cue gives to the letter, 0 where it is not found."""
        if self.test is not None and not self.test(case):
            return 0
        if not self.hints:
            return self.points
        if not self._is_in(case.lowered):
            return 0
        return self.points * 2 if self.points > 0 and self._is_in(case.title) else self.points

    def _is_in(self, text: str) -> bool:
        for hint in self.hints:
            place = text.find(hint)
            while place >= 0:
                if self.pattern is None or self.pattern.search(
                    text, max(0, place - _REACH), place + len(hint) + _REACH
                ):
                    return True
                place = text.find(hint, place + 1)
        return False


def _words(letter_type: str, points: int, hints: str, pattern: str | None = None) -> Cue:
    """A cue of wording; ``hints`` are parted by ``|``, the first one names the cue."""
    pieces = tuple(hints.split("|"))
    name = pieces[0].strip()
    return Cue(letter_type, points, name, pieces, re.compile(pattern) if pattern else None)


def _test(letter_type: str, points: int, name: str, test: Callable[[Case], bool]) -> Cue:
    return Cue(letter_type, points, name, test=test)


_ENDS_STAY = re.compile(
    r"\bausgewiesen\b|\bausweisung\b|abschiebung\b.{0,80}angedroht|drohen\b.{0,80}abschiebung"
    r"|(?:rücknahme|widerruf\w*|zurückgenommen|nehme\w*)\b.{0,80}(?:aufenthalts|niederlassungs)"
    r"|(?:aufenthalts|niederlassungs)\w*\b.{0,80}(?:widerrufen|zurückgenommen)"
)
_B, _R = Section.BEGRUENDUNG, Section.RECHTSBEHELF

# fmt: off
CUES: tuple[Cue, ...] = (
    _test("ablehnung", 5, "ablehnende Entscheidung",
          lambda c: c.early_decision == "negativ" and c.is_formal),
    _words("ablehnung", 3, "ablehnung|versagung|wird versagt|nicht stattgegeben|lehne",
           r"ablehnung|versagung|wird versagt|nicht stattgegeben|\blehnen?\b.{0,80}\bab\b"),
    _test("ablehnung", 2, "Begründung", lambda c: _B in c.sections),
    _test("ablehnung", 2, "Rechtsbehelf", lambda c: _R in c.sections),
    _words("ablehnung", 1, "bescheid", r"bescheid(?!en|ung)"),
    _words("ablehnung", -4, "nicht in aussicht stellen"),
    _test("ablehnung", -4, "Vorhaben", lambda c: c.states("VORHABEN")),

    _test("bewilligung", 5, "zusagende Entscheidung", lambda c: c.early_decision == "positiv"),
    _words("bewilligung", 3, "erteil|verläng|willigt|nehmigt|entsprechen wir|zusicherung",
           r"wird (?:ihnen )?(?:erteilt|verlängert)|(?:erteilen|verlängern|entsprechen) wir"
           r"|(?<!nicht )(?:bewilligt|genehmigt)|zusicherung"),
    _words("bewilligung", 2, "zur abholung bereit"),
    _words("bewilligung", 1, "nebenbestimmung"),
    _words("bewilligung", 2, "gültig bis"),
    _test("bewilligung", -5, "ablehnende Entscheidung", lambda c: c.decided("negativ")),

    _words("anhoerung", 5, "anhörung|gelegenheit|§ 28 |§ 24 ",
           r"anhörung|gelegenheit\b.{0,60}(?:äußer|stellung)|§ 28\b.{0,40}vwvfg|§ 24 sgb x"),
    _test("anhoerung", 3, "Vorhaben", lambda c: c.states("VORHABEN")),
    _words("anhoerung", 2, "äußern", r"\b(?:sich|sie)\b.{0,80}äußern"),
    _words("anhoerung", 2, "nach aktenlage"),
    _test("anhoerung", -4, "Rechtsbehelf", lambda c: _R in c.sections),

    _test("nachforderung", 5, "Unterlagen mit Frist",
          lambda c: c.asks_for_documents and c.has_deadline("leser")),
    _words("nachforderung", 3,
           "fehlen noch|fehlt noch|noch folgende unterlagen|nachforderung|mitwirkung|nachreichen"
           "|reichen sie",
           r"fehl(?:en|t) noch|noch folgende unterlagen|nachforderung|aufforderung zur mitwirkung"
           r"|nachreichen|reichen sie\b[^.]{0,80}\bnach\b(?= *(?:[.:!]|$))"),
    _words("nachforderung", 2, "§ 82 ", r"§ 82\b.{0,40}aufenth"),
    _words("nachforderung", 2, "§ 60 ", r"§ 60\b.{0,40}sgb i\b"),
    _test("nachforderung", 1, "Liste", lambda c: c.asks_for_documents and c.list_items > 1),
    _test("nachforderung", -3, "Termin", lambda c: c.has_appointment),
    # added: a page for everybody names documents and deadlines as well
    _test("nachforderung", -4, "keine Anrede", lambda c: not c.is_greeted),

    _test("termin", 5, "Termin mit Datum und Uhrzeit", lambda c: c.has_appointment),
    _words("termin", 3, "ihr termin|ihren |ladung|terminbestätigung|terminerinnerung|erscheinen",
           r"\b(?:vor|ein)?ladung|terminbestätigung|terminerinnerung|\bihr(?:en)? (?:\w+ )?termin"
           r"|persönlich(?:es)? erscheinen"),
    _words("termin", 1, "wartezone"),
    _words("termin", 1, "aufrufnummer"),
    _words("termin", 1, "terminnummer"),
    _words("termin", 1, "mitbringen"),

    _words("eingang", 5, "eingang",
           r"eingangsbestätigung|eingang\b.{0,90}\bbestätig|bestätig\w+.{0,30} eingang"),
    _words("eingang", 3, "erhalten|eingegangen",
           r"(?:antrag|unterlagen|schreiben)\b.{0,60}\beingegangen"
           r"|haben wir\b.{0,60}(?:antrag|unterlagen)\b.{0,60}\berhalten"
           r"|(?:antrag|unterlagen)\b.{0,60}\bhaben wir\b.{0,60}\berhalten"),
    _words("eingang", 2, "bearbeitungszeit"),
    _words("eingang", 1, "sobald", r"sobald\b.{0,60}(?:entschieden|bearbeitet)"),
    _words("eingang", 2, "vielen dank für ihren antrag"),
    _test("eingang", -3, "Entscheidung", lambda c: c.decided()),

    _test("information", 5, "keine Anrede, viele Abschnitte",
          lambda c: not c.is_greeted and max(c.headings, c.list_items) >= 3),
    # added: without salutation and closing nobody writes to anybody
    _test("information", 1, "weder Anrede noch Gruß",
          lambda c: not c.is_greeted and Section.GRUSS not in c.sections),
    _words("information", 3, "merkblatt|information|hinweise zu|informieren wir sie|sachstand",
           r"merkblatt|information(?:en)? zu|hinweise zu|informieren wir sie|sachstand"),
    _test("information", 2, "nichts zu tun, nichts entschieden",
          lambda c: not (c.has_deadline("leser") or c.decided() or c.asks_for_documents)),
    _test("information", -3, "Rechtsbehelf", lambda c: c.states("RECHTSBEHELF")),

    _words("zahlung", 5, "mahnung|zahlungsaufforderung|zahlungserinnerung|gebührenbescheid"
           "|kostenbescheid|leistungsbescheid"),
    _test("zahlung", 3, "IBAN", lambda c: c.has_account),
    _words("zahlung", 3, "kassenzeichen"),
    _words("zahlung", 3, "säumniszuschl"),
    _words("zahlung", 3, "mahngebühr"),
    _test("zahlung", 2, "Betrag mit Frist", lambda c: c.has_amount and c.has_deadline("zahlung")),
    _words("zahlung", 2, "fällig"),
    _words("zahlung", 2, "überweisen"),

    Cue("beendigung", 5, "Ausweisung, Androhung, Widerruf als Entscheidung",
        ("ausgewiesen", "ausweisung", "abschiebung", "rücknahme", "widerruf", "zurückgenommen",
         "nehme"),
        _ENDS_STAY, lambda c: c.decided("negativ")),
    _words("beendigung", 3, "ausreisefrist"),
    _words("beendigung", 3, "ausreiseaufforderung"),
    _words("beendigung", 3, "einreise- und aufenthaltsverbot"),
    _words("beendigung", 3, "verlassen",
           r"(?:bundesgebiet|deutschland)\b.{0,60}verlassen"
           r"|verlassen\b.{0,60}(?:bundesgebiet|deutschland)"),
    _words("beendigung", 1, "§ 11 ", r"§ 11 .{0,40}aufenth"),
    _words("beendigung", 1, "§ 50 ", r"§ 50 .{0,40}aufenth"),
    _words("beendigung", 1, "§ 53 ", r"§ 53 .{0,40}aufenth"),
    _words("beendigung", 1, "§ 59 ", r"§ 59 .{0,40}aufenth"),
    _words("beendigung", 2, "ordnungsverfügung"),
    _test("beendigung", -4, "Vorhaben", lambda c: c.states("VORHABEN")),

    _words("fiktion", 5, "fiktionsbescheinigung",
           r"(?:anbei|beigefügt|anlage|erhalten sie|stellen)\b.{0,120}fiktionsbescheinigung"
           r"|fiktionsbescheinigung\b.{0,120}(?:anbei|beigefügt|anlage|\baus\b)"),
    _words("fiktion", 3, "§ 81 ", r"§ 81 abs\w*\.? ?[345]"),
    _words("fiktion", 3, "als erlaubt|als fortbestehend",
           r"gilt\b.{0,120}als (?:erlaubt|fortbestehend)"),
    _words("fiktion", 1, "bis zur entscheidung"),
    _test("fiktion", -3, "Entscheidung", lambda c: c.decided()),

    _words("absage", 5, "nicht in aussicht stellen"),
    _words("absage", 5, "rechtsmittelfähigen bescheid"),
    _words("absage", 3, "leider|absage|nicht umgesetzt werden|nicht entsprochen werden",
           r"leider (?:kann|können|konnte)\w*\b[^.]*\bnicht\b|\babsage\b(?!-)"
           r"|nicht (?:umgesetzt|entsprochen) werden"),
    _test("absage", 3, "Absage ohne Bescheid",
          lambda c: c.decided("negativ") and not c.is_formal),
    _test("absage", -5, "Rechtsbehelf", lambda c: _R in c.sections),
)
# fmt: on
