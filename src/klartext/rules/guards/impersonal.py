"""Guards about duties and requests that do not say who is meant: *hat zu, wird gebeten*."""

from __future__ import annotations

from spacy.tokens import Token

from klartext.rules import predicates, wordlists
from klartext.rules.context import Candidate, LetterContext
from klartext.rules.guards.registry import guard, verb_of

_ASKS_FOR_INFINITIVE = (
    "absicht", "anlass", "anrecht", "anspruch", "aufgabe", "auftrag", "befugnis", "berechtigung",
    "chance", "einfluss", "erlaubnis", "freiheit", "gelegenheit", "genehmigung", "grund",
    "interesse", "kraft", "lust", "macht", "möglichkeit", "mühe", "mut", "option", "pflicht",
    "plan", "problem", "recht", "schwierigkeit", "sinn", "spaß", "verpflichtung", "vorhaben",
    "vorteil", "wahl", "wahlrecht", "wille", "wunsch", "zeit", "ziel", "zweck",
)  # fmt: skip
"""Ends of nouns that take *zu* themselves: *das Recht haben, etwas zu tun*."""

_SET_PHRASES = frozenset(
    """
    antworten anbieten aufweisen aussetzen befürchten bedeuten beitragen beklagen berichten bestellen bieten entscheiden erwarten
    erzählen essen feiern fürchten gelten gewinnen kämpfen klagen lachen leben leiden lesen melden
    reden rechnen sagen schaffen suchen trinken tun vergeben verantworten verbergen verkünden
    verlieren vermelden vertreten verzeichnen vorweisen einwenden wissen
    """.split()
)
"""*nichts zu tun haben mit, etwas zu sagen haben, zu vertreten haben*: no duty."""

_PURPOSE = frozenset("um ohne statt anstatt".split())
_SUBORDINATE = frozenset(
    {"advcl", "acl:relcl", "acl", "ccomp", "csubj", "xcomp", "nmod", "appos", "dep"}
)


@guard("noun-governs-infinitive")
def noun_governs_infinitive(context: LetterContext, candidate: Candidate) -> bool:
    """*haben das Recht, … zu …*: *haben* is a full verb and the noun asks for *zu*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    nouns = [*verb.children, *auxiliary.children, verb.head, *between(auxiliary, verb)]
    return any(
        token.tag_ == "NN"
        and token.lemma_.lower().endswith(_ASKS_FOR_INFINITIVE)
        and _no_preposition(token)
        for token in nouns
    )


def between(first: Token, second: Token) -> list[Token]:
    """The tokens between two words."""
    start, end = sorted((first.i, second.i))
    return list(first.doc[start + 1 : end])


def _no_preposition(noun: Token) -> bool:
    return predicates.case_word(noun) is None


@guard("have-to-set-phrase")
def have_to_set_phrase(context: LetterContext, candidate: Candidate) -> bool:
    """*hat damit nichts zu tun, hat nichts zu befürchten, hat den Fehler zu vertreten*."""
    return predicates.full_lemma(verb_of(candidate)) in _SET_PHRASES


@guard("infinitive-in-own-clause")
def infinitive_in_own_clause(context: LetterContext, candidate: Candidate) -> bool:
    """A comma, *um* or *ohne* begins the zu-infinitive: it does not belong to *haben*."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if any(child.lower_ in _PURPOSE and child.i < verb.i for child in verb.children):
        return True
    if auxiliary.i > verb.i:
        return any(token.tag_ == "$," for token in between(auxiliary, verb))
    words = between(auxiliary, verb)
    if any(token.text == ";" for token in words):
        return True
    return any(token.lower_ in _PURPOSE and token.tag_ == "KOUI" for token in words) or (
        any(token.tag_ == "$," for token in words) and not _belongs_to_list_or_clause(words, verb)
    )


def _belongs_to_list_or_clause(words: list[Token], verb: Token) -> bool:
    """Whether every comma on the way closes or opens a relative clause, or stands in a list."""
    return all(
        word.head.dep_ in ("acl:relcl", "conj", "appos") and word.head is not verb
        for word in words
        if word.tag_ == "$,"
    )


@guard("have-without-subject")
def have_without_subject(context: LetterContext, candidate: Candidate) -> bool:
    """Neither a subject nor *Sie* beside *haben*: the clues do not meet."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if any(predicates.subject(node) is not None for node in (verb, auxiliary)):
        return False
    return not any(
        child.text == "Sie" and abs(child.i - auxiliary.i) == 1 for child in verb.children
    )


@guard("auxiliary-not-have")
def auxiliary_not_have(context: LetterContext, candidate: Candidate) -> bool:
    """Tag and form of the auxiliary disagree, or it reports the past (*hatte … zu*)."""
    auxiliary = candidate.nodes["aux"]
    return not predicates.finite(auxiliary) or auxiliary.lower_ not in ("hat", "haben")


@guard("reader-is-subject")
def reader_is_subject(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie haben … mitzuteilen*: the reader is spoken to."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    subject = predicates.subject(verb) or predicates.subject(auxiliary)
    if subject is None:
        return not have_without_subject(context, candidate)
    return is_polite_you(subject)


def is_polite_you(token: Token) -> bool:
    """*Sie* as the address: a capital, and not just at the start of a sentence with a singular."""
    if token.text != "Sie" or token.tag_ != "PPER":
        return False
    finites = (token.head, *token.head.children)
    return not any(
        predicates.finite(item) and item.morph.get("Number") == ["Sing"] for item in finites
    )


@guard("subordinate-clause")
def subordinate_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*Wenn Sie gebeten werden, …*: no request, but a case that is spoken of."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if auxiliary.i > verb.i:
        return True
    if any(child.tag_ in ("KOUS", "PRELS", "PWAV", "PWS") for child in _left_edge(verb)):
        return True
    return predicates.clause_head(verb).dep_ in _SUBORDINATE


def _left_edge(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.i < verb.i]


@guard("report-of-request")
def report_of_request(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie wurden gebeten, Sie können gebeten werden*: a report, not the request itself."""
    verb, auxiliary = candidate.nodes["verb"], candidate.nodes["aux"]
    if auxiliary.lower_ not in ("wird", "werden") or not predicates.finite(auxiliary):
        return True
    return any(
        child.tag_[:2] == "VM" or child.lower_ == "worden" or _is_second_passive(child, auxiliary)
        for child in verb.children
    )


def _is_second_passive(token: Token, auxiliary: Token) -> bool:
    return token.lemma_ == "werden" and token != auxiliary


@guard("request-to-others")
def request_to_others(context: LetterContext, candidate: Candidate) -> bool:
    """*Die Eltern werden gebeten*: somebody else is asked; or the sentence has no shape we know."""
    verb = verb_of(candidate)
    subject = next(
        (c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.tag_ != "$,"), None
    )
    named = subject is not None and subject.lower_ != "es"
    if subject is not None and named and subject != candidate.nodes.get("noun"):
        return not is_polite_you(subject)
    return any(
        child.lower_ in ("ich", "wir")
        or (child.dep_ in ("csubj", "advcl", "ccomp") and child.left_edge.lower_ == "wer")
        or (child.tag_ in ("NN", "NE", "PPER", "PIS") and _is_bare_dative(child))
        for child in verb.children
    )


def _is_bare_dative(token: Token) -> bool:
    """*Den Eltern wird empfohlen*; *Ihnen* is the reader."""
    if token.text == "Ihnen" or token.morph.get("Case") != ["Dat"]:
        return False
    return all(child.dep_ != "case" for child in token.children)


@guard("place-of-hint")
def place_of_hint(context: LetterContext, candidate: Candidate) -> bool:
    """*Im Merkblatt wird darauf hingewiesen*: the sentence tells what another text says."""
    verb = verb_of(candidate)
    if verb.lemma_ not in ("hinweisen", "weisen", "empfehlen", "verweisen"):
        return False
    return any(
        child.dep_ in ("obl", "obl:arg")
        and child.tag_ in ("NN", "NE")
        and (case := predicates.case_word(child)) is not None
        and case.lower_ in ("in", "im", "beim", "bei", "durch", "mit", "von", "vom")
        for child in verb.children
    )


@guard("later-request")
def later_request(context: LetterContext, candidate: Candidate) -> bool:
    """*Danach werden Sie gebeten, …*: how something goes on, not what the letter asks for."""
    verb = verb_of(candidate)
    subject = predicates.subject(verb)
    if subject is None or not is_polite_you(subject):
        return False
    first = min((child for child in verb.children if child.tag_[:1] != "$"), key=lambda c: c.i)
    return first != subject and first.lower_ not in _OPENERS_OF_REQUEST


_OPENERS_OF_REQUEST = frozenset(
    "hiermit daher deshalb deswegen darum ferner zudem nochmals erneut weiter".split()
)


@guard("impersonal-negated")
def impersonal_negated(context: LetterContext, candidate: Candidate) -> bool:
    """*Es ist nicht erforderlich, es bedarf keiner Anmeldung*: good news, no duty."""
    verb = verb_of(candidate)
    return any(
        token.lemma_.lower() in wordlists.NEGATORS or token.lower_.startswith("kein")
        for token in own_clause(verb)
    )


def own_clause(verb: Token) -> list[Token]:
    """The words of the clause without those of the clauses below it, zu-infinitives too."""
    below = {
        token.i
        for child in verb.children
        if child.dep_ in ("advcl", "ccomp", "csubj", "xcomp", "conj", "parataxis")
        for token in child.subtree
    }
    return [token for token in verb.subtree if token.i not in below]


@guard("demand-by-law")
def demand_by_law(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie werden aufgefordert, das Bundesgebiet zu verlassen*: wording with legal force."""
    verb = verb_of(candidate)
    if verb.lemma_ not in ("auffordern", "fordern"):
        return False
    return predicates.legal_near(candidate.sentence) or any(
        token.lemma_ in ("verlassen", "ausreisen") for token in candidate.sentence
    )


@guard("half-matched-request")
def half_matched_request(context: LetterContext, candidate: Candidate) -> bool:
    """Another pattern of the rule fits better and marks *um* or *es* as well."""
    nodes = candidate.nodes
    if "um" in nodes or "es" in nodes:
        return False
    verb = verb_of(candidate)
    return any(child.lower_ in ("es", "sie") for child in verb.children) or any(
        token.lower_ == "um" and token.tag_ == "APPR" and token.head.head == verb
        for token in verb.subtree
    )


@guard("um-not-beside-noun")
def um_not_beside_noun(context: LetterContext, candidate: Candidate) -> bool:
    """Between *um* and the noun stands more than article and adjectives: they do not belong."""
    nodes = candidate.nodes
    if "um" not in nodes:
        return False
    return nodes["um"].sent != nodes["noun"].sent or any(
        token.tag_ not in _BEFORE_NOUN for token in between(nodes["um"], nodes["noun"])
    )


_BEFORE_NOUN = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "ADV", "ADJD", "CARD"})


@guard("duty-in-side-clause")
def duty_in_side_clause(context: LetterContext, candidate: Candidate) -> bool:
    """*Wenn es erforderlich ist, …*: a case that is spoken of, no duty."""
    verb = verb_of(candidate)
    if verb.dep_ in _SUBORDINATE:
        return True
    return any(
        child.tag_ in ("KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT", "KOKOM")
        for child in _left_edge(verb)
    )


@guard("duty-of-office-or-others")
def duty_of_office_or_others(context: LetterContext, candidate: Candidate) -> bool:
    """*Es ist erforderlich, dass der Arzt …, Ihre Angaben zu prüfen*: not what the reader does."""
    content = candidate.nodes.get("content")
    if content is None:
        return False
    if content.tag_ == "VVIZU" or any(child.tag_ == "PTKZU" for child in content.children):
        if predicates.is_reader_verb(content):
            return False
        return predicates.is_sender_verb(content) or not _speaks_to_reader(candidate)
    subject = predicates.subject(content)
    if subject is None:
        return True
    if is_polite_you(subject):
        return False
    return predicates.passive_auxiliary(content) is None or predicates.doer(content) is not None


def _speaks_to_reader(candidate: Candidate) -> bool:
    """*Damit Sie …, ist es nötig, …*: the reader is subject of a clause beside."""
    return any(
        token.dep_ in ("nsubj", "nsubj:pass") and is_polite_you(token)
        for token in candidate.sentence
    )


@guard("need-names-doer")
def need_names_doer(context: LetterContext, candidate: Candidate) -> bool:
    """*bedarf der Zustimmung des Vermieters*: it is said whose act is needed."""
    noun = candidate.nodes.get("noun")
    if noun is not None:
        subject = predicates.subject(verb_of(candidate))
        return _has_attribute(noun) or (subject is not None and _belongs_to_somebody(subject))
    act = candidate.nodes.get("act")
    if act is None:
        return False
    return _belongs_to_somebody(act) or (
        _has_attribute(act) and not act.lemma_.lower().endswith(_TAKES_OBJECT)
    )


_TAKES_OBJECT = ("abgabe", "angabe", "beantragung", "einreichung", "vorlage")


def _has_attribute(noun: Token) -> bool:
    return any(child.dep_ in ("nmod", "obl", "obl:agent", "flat", "conj") for child in noun.children)


def _belongs_to_somebody(noun: Token) -> bool:
    """*die Unterschrift des Vermieters, durch das Amt, Ihres Arztes*."""
    return any(
        child.dep_ in ("nmod", "obl", "obl:agent")
        and (
            child.lemma_.lower().endswith(wordlists.ACTORS)
            or child.tag_ == "NE"
            or (child.lemma_.lower().endswith(("er", "erin", "ende")) and child.tag_ == "NN")
        )
        for child in noun.children
    )


@guard("act-is-no-duty")
def act_is_no_duty(context: LetterContext, candidate: Candidate) -> bool:
    """*Nach der Anmeldung ist … erforderlich*: the noun is not what the sentence asks for."""
    act = candidate.nodes.get("act")
    if act is None:
        return False
    return act.morph.get("Number") == ["Plur"] or any(
        child.dep_ in ("acl:relcl", "acl", "appos", "conj") for child in act.children
    )


@guard("duty-conditional")
def duty_conditional(context: LetterContext, candidate: Candidate) -> bool:
    """*Unter Umständen ist es notwendig*: a possibility; *war notwendig*: a report."""
    finite = candidate.nodes.get("aux", verb_of(candidate))
    if finite.lower_ not in _PRESENT_DUTY:
        return True
    return any(token.lower_ in _PERHAPS for token in own_clause(verb_of(candidate)))


_PRESENT_DUTY = frozenset("ist bedarf bedürfen unterliegt unterliegen".split())
_PERHAPS = frozenset(
    """
    eventuell evtl ggf ggf. gegebenenfalls manchmal möglicherweise mitunter oft teilweise
    umständen vielleicht zuweilen häufig regelmäßig nur allenfalls weder ausnahmsweise
    """.split()
)


@guard("person-is-subject")
def person_is_subject(context: LetterContext, candidate: Candidate) -> bool:
    """*Sie bedürfen der Zustimmung*: the person is named."""
    subject = predicates.subject(verb_of(candidate))
    if subject is None or subject.lower_ == "es":
        return False
    if subject.tag_ != "NN":
        return True
    lemma = subject.lemma_.lower()
    return lemma.endswith(wordlists.ACTORS) or subject.text in ("Personen", "Kinder")


@guard("object-not-genitive")
def object_not_genitive(context: LetterContext, candidate: Candidate) -> bool:
    """Form and features of the object of *bedürfen* do not both say genitive."""
    noun = candidate.nodes.get("noun")
    if noun is None or noun.lemma_.lower().endswith("pflicht"):
        return False
    determiner = next((c for c in noun.children if c.dep_ == "det"), None)
    first = noun.left_edge.lower_
    if noun.morph.get("Case") not in (["Gen"], ["Dat"], []):
        return True
    if determiner is not None:
        return determiner.lower_[-2:] not in ("er", "es")
    return first[-2:] not in ("er", "es", "en")


@guard("need-of-people")
def need_of_people(context: LetterContext, candidate: Candidate) -> bool:
    """*bedarf der Pflege, der Erklärung*: a need, no duty towards an office."""
    noun = candidate.nodes.get("noun")
    if noun is None:
        return False
    lemma = noun.lemma_.lower()
    return not lemma.endswith(_OFFICIAL_NEEDS)


_OFFICIAL_NEEDS = (
    "anmeldung", "antrags", "antrag", "anzeige", "bewilligung", "einwilligung", "erlaubnis",
    "freigabe", "genehmigung", "meldung", "nachweis", "unterschrift", "vereinbarung",
    "vollmacht", "zulassung", "zustimmung", "pflicht", "beglaubigung", "beurkundung",
    "bestätigung", "vorlage", "zeugnis",
)  # fmt: skip


@guard("duty-of-reader-alone")
def duty_of_reader_alone(context: LetterContext, candidate: Candidate) -> bool:
    """No statute is quoted, no passive hides a second doer, and no noun stands for the act."""
    if "act" in candidate.nodes or predicates.has_citation(candidate.sentence):
        return False
    content = candidate.nodes.get("content")
    return content is None or predicates.passive_auxiliary(content) is None
