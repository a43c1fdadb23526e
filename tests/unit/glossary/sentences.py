"""All sentences of the glossary tests, with what is expected of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class Case:
    """One row of the table of cases: ``results`` are the whole sentences an edit may yield."""

    number: int
    marked: str
    expected: str
    results: tuple[str, ...] = field(default=())
    later: str = ""
    """Why the case does not work yet."""

    @property
    def text(self) -> str:
        return _MARK.sub("", self.marked)

    @property
    def marks(self) -> list[str]:
        return re.findall(r"\[\[(.*?)\]\]", self.marked)


CASES = (
    Case(1, "Bitte legen Sie eine [[Ablichtung]] Ihres Passes vor.", "safe",
         ("Bitte legen Sie eine Kopie Ihres Passes vor.",)),
    Case(2, "Mit den [[Ablichtungen]] ist der Antrag vollständig.", "safe",
         ("Mit den Kopien ist der Antrag vollständig.",)),
    Case(3, "Füllen Sie den blauen [[Vordruck]] aus, den Sie unterschreiben müssen.", "review",
         ("Füllen Sie das blaue Formular aus, das Sie unterschreiben müssen.",)),
    Case(4, "Wegen des [[Ablebens]] Ihres Vaters endet die Zahlung.", "review",
         ("Wegen des Todes Ihres Vaters endet die Zahlung.",)),
    Case(5, "Bitte senden Sie uns eine beglaubigte Abschrift.", "nothing"),
    Case(6, "Die Ablichtungskosten tragen wir.", "nothing"),
    Case(7, "Uns fehlen die [[erforderlichen]] Unterlagen.", "safe",
         ("Uns fehlen die nötigen Unterlagen.",)),
    Case(8, "Die [[künftigen]] Kosten sind höher.", "show"),
    Case(9, "Wir prüfen [[nunmehr]] Ihren Antrag.", "safe", ("Wir prüfen jetzt Ihren Antrag.",)),
    Case(10, "[[Übersenden]] Sie uns die Unterlagen bis zum 3. Mai 2026.", "safe",
         ("Schicken Sie uns die Unterlagen bis zum 3. Mai 2026.",)),
    Case(11, "[[Fügen]] Sie dem Antrag ein Foto [[bei]].", "review",
         ("Legen Sie dem Antrag ein Foto bei.",)),
    Case(12, "Wir bitten Sie, die Nachweise [[nachzureichen]].", "review",
         ("Wir bitten Sie, die Nachweise später zu schicken.",
          "Wir bitten Sie, die Nachweise später abzugeben.")),
    Case(13, "Ihr Vater ist am 3. Mai 2024 [[verstorben]].", "safe",
         ("Ihr Vater ist am 3. Mai 2024 gestorben.",)),
    Case(14, "Der Antrag [[bedarf]] Ihrer Unterschrift.", "review",
         ("Der Antrag braucht Ihre Unterschrift.",), "objects change their case"),
    Case(15, "Sie sind dieser Pflicht nicht [[nachgekommen]].", "review",
         ("Sie haben diese Pflicht nicht erfüllt.",), "objects change their case"),
    Case(16, "[[Ihnen obliegt]] die Vorlage der Nachweise.", "review",
         ("Sie müssen die Nachweise vorlegen.",), "clauses are not rebuilt"),
    Case(17, "[[Es wird gebeten,]] den Antrag bis zum 1. April 2026 zu unterschreiben.", "review",
         ("Bitte unterschreiben Sie den Antrag bis zum 1. April 2026.",),
         "clauses are not rebuilt"),
    Case(18, "[[Es wird darauf hingewiesen, dass]] der Termin nur mit gültigem Pass stattfinden "
         "kann.", "review",
         ("Bitte beachten Sie: Der Termin kann nur mit gültigem Pass stattfinden.",),
         "clauses are not rebuilt"),
    Case(19, "[[Zu meinem Bedauern muss ich Ihnen mitteilen, dass]] Ihre Unterlagen nicht "
         "angekommen sind.", "review",
         ("Leider sind Ihre Unterlagen nicht angekommen.",), "clauses are not rebuilt"),
    Case(20, "Diese Vorschrift [[findet]] auf Sie keine [[Anwendung]].", "review",
         ("Diese Vorschrift gilt nicht für Sie.",), "light verbs are not rebuilt"),
    Case(21, "Wir haben eine schnelle [[Entscheidung getroffen]].", "review",
         ("Wir haben schnell entschieden.",), "light verbs are not rebuilt"),
    Case(22, "Wir [[nehmen]] eine [[Prüfung]] Ihres Antrags [[vor]].", "review",
         ("Wir prüfen Ihren Antrag.",), "light verbs are not rebuilt"),
    Case(23, "Wir haben folgende Entscheidungen getroffen:", "nothing"),
    Case(24, "[[Gemäß]] dem Schreiben der Botschaft fehlt ein Dokument.", "review",
         ("Nach dem Schreiben der Botschaft fehlt ein Dokument.",)),
    Case(25, "Dem Gesetz [[gemäß]] ist die Frist kurz.", "review",
         ("Nach dem Gesetz ist die Frist kurz.",), "postpositions do not move"),
    Case(26, "Antworten Sie [[binnen]] zwei Wochen.", "review",
         ("Antworten Sie innerhalb von zwei Wochen.",)),
    Case(27, "[[Bezüglich]] Ihres Antrags haben wir eine Frage.", "review",
         ("Zu Ihrem Antrag haben wir eine Frage.",), "objects change their case"),
    Case(28, "[[Bei Nichterscheinen]] verfällt der Termin.", "review",
         ("Wenn Sie nicht kommen, verfällt der Termin.",), "clauses are not rebuilt"),
    Case(29, "[[Selbstverständlich]] prüfen wir Ihren Antrag.", "review",
         ("Wir prüfen Ihren Antrag.", "Natürlich prüfen wir Ihren Antrag.")),
    Case(30, "[[Der Antragsteller hat nachzuweisen, dass]] er gearbeitet hat.", "review",
         ("Sie müssen nachweisen, dass Sie gearbeitet haben.",), "clauses are not rebuilt"),
    Case(31, "Bitte legen Sie den Pass [[unverzüglich]] vor.", "explain"),
    Case(32, "Eine Fiktionsbescheinigung ist eine vorläufige Bescheinigung. "
         "Ihre Fiktionsbescheinigung liegt bei.", "nothing"),
    Case(33, "Ihre [[Duldung]] (§ 60a AufenthG) gilt bis zum 31. Mai 2026. "
         "Die Duldung ist kein Titel.", "explain"),
    Case(34, "Der Asylantrag wird als [[offensichtlich unbegründet]] abgelehnt.", "explain"),
    Case(35, "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch "
         "erhoben werden.", "nothing"),
    Case(36, "Die Aufenthaltserlaubnis [[kann]] verlängert werden.", "explain"),
    Case(37, "Sie brauchen hinreichende Deutschkenntnisse.", "nothing"),
    Case(38, "Sagen Sie uns bitte Bescheid.", "nothing"),
    Case(39, "Ihr Zeichen: 12/AG-4711, im Besitz eines [[Aufenthaltstitels]].", "explain"),
    Case(40, "§ 82 AufenthG lautet: „Der Ausländer ist verpflichtet, seine Belange […] "
         "unverzüglich geltend zu machen […].“", "nothing"),
)  # fmt: skip

SENSES = (
    ("Melden Sie sich regelmäßig.", "regelmäßig", None),
    ("Ihre Ausreise ist regelmäßig zumutbar.", "regelmäßig", "explain"),
    ("Die Gebühr wird grundsätzlich nicht erstattet.", "grundsätzlich", "ask"),
    ("Die Gebühr wird grundsätzlich nicht erstattet, eine Ausnahme gilt bei Krankheit.",
     "grundsätzlich", None),
    ("Wir haben Ihren Antrag beschieden.", "beschieden", "offer"),
    ("Sie suchen eine bescheidene Wohnung.", "bescheidene", None),
    ("Sie erhalten einen Bescheid.", "Bescheid", "explain"),
    ("Sagen Sie uns Bescheid.", "Bescheid", None),
    ("Die Behörde hat die Erlaubnis versagt.", "versagt", "explain"),
    ("Die Bremse versagte.", "versagte", None),
    ("Sie verbringen Ihre Freizeit in Köln.", "verbringen", None),
    ("Wir haben das Fahrzeug in ein Lager verbracht.", "verbracht", "offer"),
    ("Wir unterrichten Sie über das Ergebnis.", "unterrichten", "offer"),
    ("Sie unterrichten Deutsch.", "unterrichten", None),
    ("Wir haben Ihren Antrag eingehend geprüft.", "eingehend", "offer"),
    ("Wir prüfen eingehende Unterlagen.", "eingehende", None),
    ("Bitte zeigen Sie uns jede Änderung an.", "zeigen", "offer"),
    ("Der Bildschirm zeigt eine Nummer an.", "zeigt", None),
    ("Die Behörde zieht den Pass ein.", "zieht", "explain"),
    ("Sie ziehen in die Wohnung ein.", "ziehen", None),
    ("Wir erheben eine Gebühr.", "erheben", "offer"),
    ("Sie können Klage erheben.", "Klage erheben", None),
    ("Wir entsprechen Ihrem Antrag.", "entsprechen", "offer"),
    ("Ihre Angaben entsprechen der Wahrheit.", "entsprechen", None),
    ("Wir halten das Ergebnis fest.", "halten", "offer"),
    ("Wir halten an dem Termin fest.", "halten", None),
    ("Wir stellen die Leistung ein.", "stellen", "offer"),
    ("Die Firma stellt Sie ein.", "stellt", None),
    ("Bringen Sie den Pass beziehungsweise den Ausweis mit.", "beziehungsweise", "ask"),
    ("Wir zahlen, soweit Ihr Einkommen nicht ausreicht.", "soweit", "ask"),
    ("Diese Vorschrift gilt entsprechend.", "gilt entsprechend", "explain"),
    ("Bitte legen Sie entsprechende Nachweise vor.", "entsprechende", "ask"),
    ("Sie brauchen hinreichende Deutschkenntnisse.", "hinreichende", None),
    ("Dafür gibt es hinreichende Gründe.", "hinreichende", "offer"),
    ("Ihr Zeichen: 12/AG-4711, im Besitz eines Aufenthaltstitels.", "AG", None),
    ("Der AG zahlt den Lohn.", "AG", "ask"),
    ("Sie sind mit ihr verwandt.", "verwandt", None),
    ("Ihr Aufenthalt ist gestattet.", "gestattet", None),
    ("Sehr geehrte Frau Yilmaz,", "Sehr", None),
)  # fmt: skip
"""Sentence, word, and the outcome of the hit that holds the word; ``None`` for no hit."""

NEVER = (
    ("Bitte legen Sie den Pass unverzüglich vor.", "sofort"),
    ("Bitte antworten Sie umgehend.", "sofort"),
    ("Sie können Einspruch einlegen.", "widerspr"),
    ("Sie haben Einwände gegen die Entscheidung.", "widersprech"),
    ("Wenn Sie Einwendungen erheben, prüfen wir sie.", "widersprech"),
    ("Die Auflage gilt weiter.", "bedingung"),
    ("Ein Pass ist Voraussetzung.", "bedingung"),
    ("Wir widerrufen die Erlaubnis.", "zurück"),
    ("Sie können die Buchung rückgängig machen.", "zurücknehmen"),
    ("Ihrem Antrag wird stattgegeben.", "zustimm"),
    ("Wir entsprechen Ihrem Antrag.", "zustimm"),
    ("Antworten Sie binnen zwei Wochen.", "sie in zwei"),
    ("Wir stellen Ihnen eine Zusage in Aussicht.", "versprech"),
    ("Ihr Aufenthalt ist geduldet.", "erlaubt"),
    ("Ihr Aufenthalt ist gestattet.", "erlaubt"),
    ("Wir tolerieren das nicht.", "duld"),
    ("Sie erhalten eine Ladung zum Termin.", "einladung"),
    ("Sie befinden sich in Haft.", "gefängnis"),
    ("Die Behörde setzt ein Zwangsgeld fest.", "strafe"),
    ("Die Sanktion gilt drei Monate.", "strafe"),
    ("Sie müssen Ihre Identität glaubhaft machen.", "beweisen"),
    ("Sie müssen Ihre Identität nachweisen.", "zeigen"),
    ("Die Aufenthaltserlaubnis kann verlängert werden.", "wird"),
    ("Kindern soll eine Erlaubnis erteilt werden.", "muss"),
    ("Sie sind gehalten, den Pass vorzulegen.", "müssen"),
    ("Sie können den Antrag formlos stellen.", "brief"),
    ("Sie können den Antrag auf elektronischem Wege stellen.", "e-mail"),
    ("Das ist Ihre Obliegenheit.", "pflicht"),
    ("Ihre Beschäftigung ist erlaubt.", "arbeit"),
    ("Sie haben einen Monat Zeit.", "30 tage"),
)
"""Sentence and what no edit may bring into it, in lower case."""

EXPLAINED = (
    (("Ihre Duldung (Aussetzung der Abschiebung) gilt weiter.",), ()),
    (("Sie erhalten eine vorläufige Bescheinigung (Fiktionsbescheinigung).",), ()),
    (("Das steht im Tenor, also in der Entscheidung am Anfang.",), ()),
    (("Der Verwaltungsakt ist endgültig, das heißt: Sie können sich nicht mehr wehren.",),
     ("Verwaltungsakt",)),
    (("Sie erhalten eine Fiktionsbescheinigung. Das bedeutet: Bis zur Entscheidung haben Sie "
      "einen vorläufigen Nachweis.",), ()),
    (("„Unverzüglich“ bedeutet: so schnell, wie es Ihnen möglich ist.",), ()),
    (("Eine Fiktionsbescheinigung ist eine vorläufige Bescheinigung. "
      "Ihre Fiktionsbescheinigung liegt bei.",), ()),
    (("Die Fiktionsbescheinigung ist ein Papier, das zeigt, dass Sie hier bleiben dürfen.",), ()),
    (("Sie haben eine Duldung. Sie werden vorerst nicht abgeschoben.",), ()),
    (("Ihre Duldung (§ 60a AufenthG) gilt bis zum 31. Mai 2026. Die Duldung ist kein Titel.",),
     ("Duldung",)),
    (("Ihre Duldung (im Folgenden: Bescheinigung) gilt weiter.",), ("Duldung",)),
    (("Sie haben eine Duldung.", "Wir haben Ihre Angaben geprüft.",
      "Eine Duldung ist eine Aussetzung der Abschiebung."),
     ("Duldung", "Aussetzung der Abschiebung")),
)  # fmt: skip
"""Paragraphs of a letter and the terms it leaves unexplained."""

OTHERS = (
    "Auf Grund der Prüfung fehlt ein Nachweis.",
    "Aufgrund der Prüfung fehlt ein Nachweis.",
    "Sie haben eine selbstständige Tätigkeit.",
    "Ihr Begehren haben wir geprüft.",
    "Sie begehren eine Auskunft.",
    "Das gilt z.B. für Schüler.",
    "Das gilt z. B. für Schüler.",
    "Bitte legen Sie die BWZ-Bescheinigung vor.",
    "Bitte legen Sie die ABH-Bescheinigung vor.",
    "Das Einreise- und Aufenthaltsverbot gilt zwei Jahre.",
    "Sie haben einen Widerspruchsbescheid erhalten.",
    "Der Anerkennungsbescheid liegt vor.",
    "Sie haben Atembeschwerden.",
    "Sie sind vollziehbar ausreisepflichtig.",
    "Wir teilen Ihnen mit, dass Ihr Ausweis fertig ist.",
    "Bitte teilen Sie uns mit, dass Sie umgezogen sind.",
    "Wir nehmen das zur Kenntnis.",
    "Wir haben Maßnahmen und Entscheidungen getroffen.",
    "Er nahm eine Prüfung vor, die lange dauerte.",
    "Das Gesetz tritt in Kraft.",
    "Der Vordruck liegt bei.",
    "Bitte unterschreiben Sie auf dem Vordruck.",
    "Bringen Sie den Vordruck mit, er ist wichtig.",
    "Beachten Sie die Hinweise zum Vordruck.",
    "Bitte füllen Sie die blauen Vordrucke aus.",
    "Ich übersende Ihnen zwei Ablichtungen.",
    "Der Bescheid wird Ihnen übersandt.",
    "Wir bitten Sie, den Antrag zu übersenden.",
    "Fordern Sie die Unterlagen an.",
    "Bitte reichen Sie die Unterlagen nach.",
    "Nunmehr prüfen wir Ihren Antrag.",
    "Hingegen fehlt der Nachweis.",
    "Der Nachweis fehlt hingegen.",
    "Sofern Sie umziehen, melden Sie sich um.",
    "Die Voraussetzungen sind erfüllt.",
    "Die Gebühr bemisst sich nach dem Aufwand.",
    "Wir haben weitere Akten herangezogen.",
    "Das ist selbstständig.",
    "Ihre Belange haben wir geprüft.",
    "Der Antrag ist entbehrlich.",
    "Das Bundesamt für Migration und Flüchtlinge (BAMF) prüft den Antrag.",
    "Das BAMF prüft den Antrag.",
    "Wichtige Wörter",
    "Duldung: Ihre Abschiebung ist ausgesetzt.",
    "Sie haben eine Duldung.",
    "Das gilt für Sie usw.",
)

ALL = (
    *(case.text for case in CASES),
    *(text for text, _, _ in SENSES),
    *(text for text, _ in NEVER),
    *(text for texts, _ in EXPLAINED for text in texts),
    *OTHERS,
)
