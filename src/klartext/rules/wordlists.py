"""Closed word lists the predicates lean on; each list once, lemmas in lower case for verbs."""

from __future__ import annotations

PARTICIPLE_IS_INFINITIVE = frozenset(
    """
    behalten beibehalten einbehalten vorbehalten bekommen belassen beraten bergen bestehen
    betragen betreten betreiben bewerben
    enthalten entlassen entfallen entgelten erhalten erfahren ergehen erlassen ermessen erraten
    erwachsen geben gefallen gelangen genesen geraten geschehen hinterlassen missfallen
    überfahren überlassen übertragen übertreten überwachsen umfahren unterhalten unterlassen
    untergraben verfahren verfallen vergeben vergessen verhalten verlassen vermessen verraten
    verschlafen verschlagen versehen vertragen vertreten vertreiben verwachsen widerfahren
    zerfallen
    """.split()
)
"""Participles that are spelled like their infinitive."""

CONDITIONS = frozenset("wenn falls sofern soweit sobald solange".split())
"""Words that open a condition: what follows may never come to pass."""

ACTORS = (
    "amt", "anbieter", "anstalt", "arbeitgeber", "arzt", "ärztin", "ausschuss", "beamte",
    "behörde", "botschaft", "dienst", "dienstleister", "eltern", "firma", "frau", "gemeinde",
    "gericht", "gutachter", "herr", "hersteller", "kammer", "kasse", "konsulat", "kreis",
    "kommission", "land", "landkreis", "leiter", "leitung", "mensch", "ministerium", "minister",
    "mitarbeiter", "mitarbeiterin", "mitarbeitende", "notar", "notarin", "person", "personal",
    "polizei", "präsidium", "rat", "richter", "sachbearbeiter", "sachverständige", "schule",
    "senat", "staat", "staatsanwaltschaft", "stadt", "stelle", "team", "träger", "unternehmen",
    "antragsteller", "antragstellende", "betreiber", "besitzer", "besucher", "bewerber", "bürger",
    "bürgerin", "eigentümer", "halter", "inhaber", "kind", "lehrkraft", "mieter", "mitglied",
    "nutzer", "partner", "prüfer", "schüler", "teilnehmer", "unternehmer", "vertreter",
    "verursacher", "vorstand", "vorsitzende", "bundesland", "bund",
    "verein", "verwaltung", "vermieter", "versicherung", "zentrale", "zentrum",
)  # fmt: skip
"""Heads of nouns that can act: persons, offices, bodies."""

SENDER_VERBS = frozenset(
    """
    abbuchen ablehnen abschieben androhen anerkennen anfordern anordnen anrechnen aufheben
    ausstellen aushändigen auszahlen ausweisen bearbeiten befristen begründen benachrichtigen
    berechnen berücksichtigen bescheinigen bestätigen bewilligen einleiten einstellen einziehen
    entscheiden entziehen erheben erlassen erstatten erteilen feststellen festsetzen
    genehmigen gewähren informieren kürzen mahnen prüfen registrieren speichern
    stattgeben übermitteln überprüfen übersenden untersagen verarbeiten verhängen verlängern
    versagen verschicken versenden vollstrecken weiterleiten widerrufen zulassen
    zurückfordern zurücknehmen zurücksenden zurückweisen zusenden zusichern zustellen zuweisen
    """.split()
)
"""Acts of an authority."""

READER_VERBS = frozenset(
    """
    abgeben abholen abmelden absagen anmelden angeben ausfüllen beachten beantragen
    begleichen beibringen beifügen beilegen belegen benennen einhalten
    einreichen einsenden einzahlen entrichten ergänzen erklären erscheinen hochladen kündigen
    melden mitbringen mitteilen mitwirken nachholen nachreichen nachweisen parken räumen senden
    überweisen übermitteln umziehen unterschreiben unterzeichnen verlassen vereinbaren vorlegen
    vorsprechen vorweisen vorzeigen zahlen zurückgeben zurücksenden zusenden
    """.split()
)
"""Acts of the person addressed."""

VICTIM_VERBS = frozenset(
    """
    verletzen schädigen gebären verfolgen benachteiligen bedrohen diskriminieren belästigen
    beleidigen betrügen berauben überfallen töten vertreiben foltern misshandeln gefährden
    beeinträchtigen belasten betreffen behindern zerstören beschädigen
    """.split()
)
"""What happens to people: the passive is right, who did it is another matter."""

NO_DOER_NEEDED = frozenset(
    """
    stehlen eröffnen sperren bauen errichten veröffentlichen nennen bezeichnen benennen
    definieren verstehen unterscheiden voraussetzen vermuten regeln umgehen
    meinen vorsehen begrenzen beschränken verbinden schließen gründen einführen verkünden
    ansehen anwenden auslösen aussetzen bedingen bestimmen erwarten unterbrechen
    wahren vollziehen
    """.split()
)
"""Passives whose doer nobody asks for."""

REQUEST_VERBS = frozenset(
    "bitten ersuchen auffordern hinweisen anraten empfehlen gestatten verweisen".split()
)
"""*Es wird gebeten* and its like belong to rules of their own."""

NO_PARTICIPLES = frozenset({"bekannt", "bewusst", "frei", "gewiss"})
"""*Das wird bekannt*: adjectives that look like participles."""

FROM_VERBS = frozenset("abmelden absehen ausgehen ausnehmen befreien entbinden".split())
"""Verbs with *von* for what they are about: *von der Gebühr befreien*.

*vom Gericht verlangen* is not among them: there *von* can name who asks.
"""

NEGATORS = frozenset(
    "nicht kein keiner nie niemals niemand nichts nirgends weder ohne kaum".split()
)

POLITE_FORMS = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split())

LEGAL_CONTEXT = frozenset(
    "Voraussetzung Tatbestand Ermessen Vorschrift Gesetz Anspruch Regelung Satzung".split()
)

NORM_NOUNS = (
    "vorschrift", "gesetz", "norm", "regelung", "anforderung", "voraussetzung", "satzung",
    "verordnung", "frist", "anspruch", "recht", "verfahren", "tatbestand",
)  # fmt: skip
"""Heads of nouns that name a norm or a requirement, not a thing an office handles."""

CASE_MATTERS = (
    "antrag", "akte", "angabe", "anliegen", "aufenthaltserlaubnis", "ausweis", "bescheid",
    "bescheinigung", "beihilfe", "beitrag", "betrag", "daten", "erlaubnis", "gebühr", "geld",
    "genehmigung", "kosten", "leistung", "nachweis", "pass", "steuer", "termin", "titel",
    "unterlage", "verfahren", "vergütung", "visum", "wohngeld", "zahlung", "zulage", "zuschuss",
)  # fmt: skip
"""Heads of nouns that name a thing of the reader's case."""
