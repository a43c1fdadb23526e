"""Where an office word of many uses is one: *nach Erhalt dieses Schreibens*, not *der Erhalt*.

Each entry takes the first token of a place and the candidate and says whether to stay silent.
"""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates
from klartext.rules.context import Candidate
from klartext.rules.guards import office_senses as senses
from klartext.rules.guards import office_verbs, sums
from klartext.rules.guards.office_verbs import Sense


def behind(*cases: str) -> Sense:
    """Silent unless the noun stands behind one of the prepositions."""

    def decide(token: Token, candidate: Candidate) -> bool:
        case = predicates.case_word(token)
        return case is None or case.lower_ not in cases

    return decide


def _not_adverb(token: Token, candidate: Candidate) -> bool:
    return token.tag_ not in ("ADV", "ADJD", "PROAV")


def _not_attribute(token: Token, candidate: Candidate) -> bool:
    return token.tag_ != "ADJA"


def next_word(candidate: Candidate) -> Token | None:
    """The word behind the place, in the same sentence."""
    last = list(candidate.tokens())[-1]
    return last.nbor() if last.i + 1 < last.sent.end else None


def _has_name(token: Token, candidate: Candidate) -> bool:
    """*Formblatt 5*, *Vordruck WOG 4*, *Vordruck „Lebensbescheinigung“*: an official name."""
    after = next_word(candidate)
    if after is None:
        return False
    if after.text in ("„", '"', "»", "Nr.", "Nummer", "-", "–", "/"):
        return True
    is_name = after.tag_ in ("NE", "XY", "CARD", "FM") or after.text.isupper()
    return is_name or any(sign.isdigit() for sign in after.text)


def _if_twice(token: Token, candidate: Candidate) -> bool:
    """A second *wenn* would blur which condition is meant."""
    return "wenn" in senses.words(candidate)


def directly(token: Token, candidate: Candidate) -> bool:
    """Only *unmittelbar an die Mutter zahlen*; *unmittelbarer Zwang* and causes are law."""
    after, before = next_word(candidate), senses.word_before(token)
    if _not_adverb(token, candidate) or after is None or predicates.legal_near(candidate.sentence):
        return True
    if before is not None and before.lower_ in ("und", "oder", "noch", "nicht"):
        return True
    return after.lower_ not in _TO_WHOM or after.nbor().lower_ == "anschluss"


_TO_WHOM = frozenset("an bei dort beim bei auf dorthin mit vor nach zum zur".split())


def _first_of_all(token: Token, candidate: Candidate) -> bool:
    """Only *vorrangig einzusetzen*; *vorrangige Leistungen* are a term of law."""
    after = next_word(candidate)
    acts = token.dep_ == "advmod" and token.head.tag_[:2] in ("VV", "AP", "NN")
    return _not_adverb(token, candidate) or not acts or after is None or after.tag_ == "ADJA"


def _decides_matter(token: Token, candidate: Candidate) -> bool:
    """*die für die Entscheidung erheblichen Tatsachen*: what counts; not *erhebliche Kosten*."""
    if any(child.lower_ == "für" for word in token.children for child in word.children):
        noun = token.head if token.tag_ == "ADJA" else predicates.subject(token.head)
        names = {"tatsache", "umstand", "angabe", "die", "der"}
        return noun is None or noun.lemma_.lower() not in names
    return True


def _third_party(token: Token, candidate: Candidate) -> bool:
    """*durch Dritte*, not *jeder Dritte*, and not in data protection."""
    if token.tag_ != "NN" or predicates.feature(token, "Number") == "Sing":
        return True
    if senses.names("dsgvo", "daten", "datenschutz")(token, candidate):
        return True
    return behind("durch", "von", "an", "gegenüber")(token, candidate)


def _is_somewhere(token: Token, candidate: Candidate) -> bool:
    """*die im Keller befindlichen Räume*: with a place in front of it."""
    if token.tag_ != "ADJA" or not any(child.i < token.i for child in token.children):
        return True
    states = ("besitz", "arbeit", "bau", "betrieb", "haft", "ausbildung")
    return any(word.lemma_.lower() in states for word in token.subtree)


def _end_of_time(token: Token, candidate: Candidate) -> bool:
    """*mit Ablauf des Monats*: at its end. *mit Ablauf der Frist* can be the moment after."""
    after = next_word(candidate)
    if after is None or after.lower_ != "des" or after.i + 1 >= after.sent.end:
        return True
    noun = next((w for w in after.doc[after.i + 1 : after.i + 4] if w.tag_ == "NN"), after.nbor())
    dated = after.nbor().text[:1].isdigit()
    return not dated and not noun.lemma_.lower().endswith(("monat", "jahr", "tag", "semester"))


def _height(token: Token, candidate: Candidate) -> bool:
    """*in Höhe des Rückstands*, not *in Höhe der Fensterbank*."""
    after = next_word(candidate)
    if after is None or after.lower_ not in _GENITIVES:
        return True
    near = after.doc[after.i + 1 : min(after.i + 6, after.sent.end)]
    noun = next((word for word in near if word.tag_ == "NN"), None)
    return noun is None or not noun.lemma_.lower().endswith(sums.SUMS)


_GENITIVES = frozenset(
    "der des dieser dieses ihrer ihres seiner seines eines einer ihre unserer unseres".split()
)


def _consists(token: Token, candidate: Candidate) -> bool:
    """*setzt sich wie folgt zusammen*; a decision *wie folgt* belongs to its frame."""
    return senses.lemmas(candidate).isdisjoint(_LISTING)


_LISTING = frozenset("zusammensetzen setzen berechnen errechnen ergeben aufteilen".split())


def _one(token: Token, candidate: Candidate) -> bool:
    """*denselben auszufüllen*: for a pronoun; *derselbe Tag* and *ist derselbe* are not."""
    after = next_word(candidate)
    if token.tag_ not in ("PDS", "PIS") or after is None or token.lower_ == "dasselbe":
        return True
    if after.tag_ in ("NN", "ADJA", "NE", "CARD") or after.lower_ == "wie":
        return True
    return predicates.case_word(token) is not None or token.nbor(-1).tag_ in ("APPR", "KOKOM")


def _who(token: Token, candidate: Candidate) -> bool:
    """*derjenige, der*: who. Before a noun the article alone is enough."""
    after = next_word(candidate)
    return after is None or after.tag_ not in ("$,", "NN", "ADJA", "VVPP")


def _no_papers(token: Token, candidate: Candidate) -> bool:
    """*nach Erhalt dieses Schreibens*: something the reader holds in hand."""
    names = (
        "schreiben", "brief", "bescheid", "mitteilung", "rechnung", "nachricht", "unterlage",
        "aufforderung", "genehmigung", "bestätigung", "ladung", "bescheinigung", "karte",
    )  # fmt: skip
    near = token.doc[token.i : min(token.i + 6, token.sent.end)]
    return not any(word.lemma_.lower().endswith(names) for word in near)


def _as_it_was(token: Token, candidate: Candidate) -> bool:
    """*bleibt unberührt*, not *unberührte Natur*."""
    return token.tag_ == "ADJA" or senses.lemmas(candidate).isdisjoint(("bleiben", "lassen"))


def _sent_ahead(token: Token, candidate: Candidate) -> bool:
    """*vorab als PDF*, *vorab per Fax*: ahead of the paper."""
    after = next_word(candidate)
    return after is None or after.lower_ in ("als", "per", "mit", "und", "verwerten")


def _if_not(token: Token, candidate: Candidate) -> bool:
    """*bei Nichtzahlung*, *im Falle der Nichtzahlung*; as a name of a fact it may stay."""
    case = predicates.case_word(token)
    if case is not None:
        return case.lower_ != "bei"
    return token.head.lemma_.lower() not in ("fall", "falle")


def _estimated(token: Token, candidate: Candidate) -> bool:
    """Only a sum is *überschlägig* in the sense of *ungefähr*; an examination is short."""
    return not token.head.lemma_.lower().endswith(
        ("ermittlung", "berechnung", "rechnung", "kosten")
    )


def _viewed(token: Token, candidate: Candidate) -> bool:
    """*in rechtlicher Hinsicht*; *in dieser Hinsicht* has no adjective to leave."""
    case = predicates.case_word(token)
    kinds = [child for child in token.children if child.tag_ == "ADJA"]
    return case is None or case.lower_ != "in" or not kinds or not kinds[0].lower_.endswith("er")


def _there(token: Token, candidate: Candidate) -> bool:
    """*bei Vorliegen*, *das Vorliegen verneint*; *setzt das Vorliegen voraus* needs another."""
    required = any(child.lemma_ == "Voraussetzung" for child in token.children)
    if predicates.case_word(token) is not None or required:
        return False
    return senses.lacks("verneinen", "prüfen", "feststellen", "bejahen")(token, candidate)


def _named_only(token: Token, candidate: Candidate) -> bool:
    return not any(predicates.finite(word) for word in candidate.sentence)


def _signer(token: Token, candidate: Candidate) -> bool:
    """Who writes the letter; not the signers of a contract."""
    plural = predicates.feature(token, "Number") == "Plur"
    return plural or any(child.dep_ == "nmod" for child in token.children)


def _not_own(token: Token, candidate: Candidate) -> bool:
    return senses.lacks("ihr")(token, candidate)


def _already_named(token: Token, candidate: Candidate) -> bool:
    """*die nachfolgenden Unterlagen*, *nachfolgend genannt*; not *Nachfolgend möchten wir*."""
    after = next_word(candidate)
    if token.tag_ == "ADJA":
        return False
    return after is None or after.tag_ not in ("VVPP", "ADJA")


SENSES: dict[str, Sense] = {
    **office_verbs.SENSES,
    "Abschrift": senses.names("beglaubigt"),
    "Aufwendungen": senses.names(
        "werbungskosten", "steuer", "sonderausgabe", "belastung", "zimmer"
    ),
    "Ausführungen": _not_own,
    "Beantragung": behind("bei", "vor", "nach"),
    "Antragstellung": behind("bei", "vor", "nach", "seit"),
    "Dritte": _third_party,
    "Erhalt": _no_papers,
    "Formblatt": _has_name,
    "Beendigung": senses.names("aufenthalt"),
    "Hinsicht": _viewed,
    "Inaugenscheinnahme": senses.names("beweis"),
    "Kenntnisnahme": behind("zur"),
    **dict.fromkeys(
        (
            "Nichtabgabe",
            "Nichtbeachtung",
            "Nichtbefolgung",
            "Nichtbegleichung",
            "Nichteinhaltung",
            "Nichtentrichtung",
            "Nichterfüllung",
            "Nichterscheinen",
            "Nichtteilnahme",
            "Nichtvorlage",
            "Nichtzahlung",
        ),
        _if_not,
    ),
    "Tilgung": senses.names("register", "eintrag", "punkt", "eintragung"),
    "Unterrichtung": senses.names("schule", "schulamt", "förderschwerpunkt", "unterricht"),
    "Unterzeichner": _signer,
    "Verhinderung": behind("bei", "im"),
    "Vordruck": _has_name,
    "Vorlage": behind("bei", "nach", "durch", "gegen", "ohne", "unter"),
    "Vorliegen": _there,
    "Würdigung": behind("nach", "bei"),
    "ausstehend": _not_attribute,
    "befindlich": _is_somewhere,
    "beigezogen": _not_attribute,
    "dahingehend": lambda token, candidate: "dass" not in senses.words(candidate),
    "derjenige": _who,
    "derselbe": _one,
    "einschlägig": senses.lacks("vorschrift", "bestimmung", "regelung"),
    "erheblich": _decides_matter,
    "erstgenannt": _not_attribute,
    "in Höhe": _height,
    "letztgenannt": _not_attribute,
    "mit Ablauf": _end_of_time,
    "nach Zugang": _no_papers,
    "nachfolgend": _already_named,
    "sachdienlich": senses.names("antrag"),
    "sofern": _if_twice,
    "tilgen": senses.names("register", "eintrag", "punkt", "eintragung"),
    "überschlägig": _estimated,
    "unberührt": _as_it_was,
    "unmittelbar": directly,
    "untersagen": senses.names("gewerbe"),
    "von hier aus": senses.names("fahren", "gehen", "laufen", "wandern", "erreichen"),
    "vorab": _sent_ahead,
    "vorliegend": _not_adverb,
    "vorrangig": _first_of_all,
    "wie folgt": _consists,
    "wohnhaft": _named_only,
}
"""Term → whether to stay silent at a place."""
