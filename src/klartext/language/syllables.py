"""Syllables of German words, counted as the official spelling divides them (*Na-ti-on*: 3).

A run of vowel letters is cut into nuclei: a digraph is one, any other vowel letter its own.
Where letters only look like a digraph, because a prefix, a compound joint or a foreign stem
ends between them (*be-ur-tei-len*, *Ak-ti-en*), a pattern puts a break there first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUCLEUS = re.compile("eau|aa|ee|oo|ie|ei|ai|au|eu|äu|ou|oi|ay|ey|oy|uy|[aeiouyäöü]")

_BREAKS = tuple(
    re.compile(f"({left})(?={right})")
    for left, right in (
        # prefixes be-, ge-, re-
        ("be", r"ur(?![eo])|unr|inhalt|irr|e(?!ren|re$|t(?:e[ns]?|s)?$)"),
        ("ge", r"e|urt|impf|irr|ignor|isoliert"),
        ("re", r"integr|invest"),
        ("(?<!niv)(?<!plat)(?<!bur)(?<!tabl)(?<!chat)e", "au"),
        # compounds whose first part ends in a vowel
        (
            "(?<!n)[aeo]",
            "unter(?!e?$)|urkund|urlaub|urteil|umzug|umsatz|umlage|umstell|umschul|umwelt|umwandl"
            "|unfall|unfäh|unab|ursach|urspr[uü]ng",
        ),
        (
            "[aeo]",
            "inhab|informati|integrati|integrier|interess|interview|institut|individu|initiat"
            "|investit|immobili|identi[tf]|irrtum|impf",
        ),
        (
            "(?<!^[lmh])e",
            "er(?:such|laub|teil|klär|mittl|öffn|folg|reich|gänz|höh|fass|fahr|örter|s[ae]tz|wei"
            "|werb|wart|zeug|zieh|innerung|füll|eig|probung|kenn|krank|stat|stell|schein|heb|halt)",
        ),
        ("e", "ent(?:sch|z[uü]g|zieh|lass|wick|w[uü]rf|steh|geg|richt|fern|nahm|gelt)"),
        ("e", "empf|end(?:e[ns]?|ung(?:en)?)?$|ebene|eltern|energie|expert|etage"),
        # i and e apart in foreign stems and endings
        ("i", "enz|etät|ell(?:e[mnrs]?|er[en]?|ste[nr]?)?$|ell(?:er|en)"),
        ("(?:pat|kl|or|quot|grad|iz|amb)i", "ent"),
        (
            "(?:famil|ferr?|med|lin|fol|ser|präm|stud|mater|material|akt|arter|bakter|komöd|tragöd"
            "|kastan|immobil|textil|kriter|minister|prinzip|stipend|hyg|span|belg|argentin|tunes"
            "|alger|indones|georg|austral|kanad|äthiop|armen|alban|ital|brasil)i",
            "e(?!r(?:e|t|ung|bar|st|$))",
        ),
        (
            "(?:span|belg|argentin|tunes|alger|indones|georg|austral|kanad|äthiop|armen|alban)i",
            "er",
        ),
        ("(?:kategor|kop|strateg|technolog|batter|garant|industr)i", "en(?!d)"),
        ("(?<!^w)(?<!sch)(?<!sp)(?<!schr)i", "en$"),
        # other vowels apart
        ("e", r"um(?:$|s(?:$|[b-df-hj-np-tv-z]))|ität|ell(?:e[mnrs]?)?$|en$"),
        ("ide", "en"),
        ("(?<!m)[ao]", "i(?:sch|st)"),
        ("ukra|mosa|koka|hero|prote|koffe|athe", "i"),
        ("[ck]o", "op|ord"),
        ("zo", "olog"),
        ("jubilä", "um"),
    )
)

_RESPELLED = tuple(
    (re.compile(pattern), spoken)
    for pattern, spoken in (
        ("(on|off|hot|pipe|time|dead)line", r"\1lain"),
        ("service", "sörvis"),
        ("(soft|hard)ware", r"\1wär"),
        ("website", "websait"),
        ("homeoffice", "homoffis"),
        ("homepage", "hompedsch"),
        ("team(?!u)", "tim"),
        ("leasing", "lising"),
        ("(down|up)load", r"\1lod"),
        ("phone", "fon"),
        ("management", "mänädschment"),
        ("update", "apdet"),
        ("^code(?=s?$)", "cod"),
        ("^file(?=s?$)", "fail"),
    )
)


def count_syllables(word: str) -> int:
    """Number of syllables of one word; at least 1 for anything with a letter, else 0.

    Args:
        word: a word as written, with or without hyphens. Parts between hyphens are counted
            apart; a part in capitals (*EU-Bürger*) is spelled out letter by letter.
    """
    parts = [part for part in re.split(r"[^\w]+|[\d_]+", word) if part]
    if len(parts) > 1:
        return sum(_spelled(part) if _is_spelled_out(part) else _count(part) for part in parts)
    return _count(parts[0]) if parts else 0


def _is_spelled_out(part: str) -> bool:
    return part.isupper() and len(part) <= 4


def _spelled(part: str) -> int:
    return sum(3 if letter == "Y" else 1 for letter in part)


@lru_cache(maxsize=50_000)
def _count(part: str) -> int:
    word = _plain_letters(part)
    for pattern, spoken in _RESPELLED:
        word = pattern.sub(spoken, word)
    word = re.sub("qu", "q", word)
    word = re.sub("^y(?=[aeiou])", "j", word)
    for pattern in _BREAKS:
        word = pattern.sub(r"\1.", word)
    return max(1, len(_NUCLEUS.findall(word)))


def _plain_letters(word: str) -> str:
    """Lower case; accents other than those of ä, ö, ü are dropped (*Café*, *Yılmaz*)."""
    letters = []
    for letter in unicodedata.normalize("NFC", word.lower().replace("ı", "i")):
        if letter in "äöüß":
            letters.append(letter)
        else:
            base = unicodedata.normalize("NFD", letter)
            letters.append("".join(sign for sign in base if not unicodedata.combining(sign)))
    return "".join(letters)
