"""Abbreviations of German letters, sorted by what a full stop after them can mean."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from klartext.language.word_sets import words

_MULTI_PART = """
    z. B. | z. T. | z. Zt. | z. Z. | z. Hd. | z. H. | z. K. | z. d. A. | z. N. | z. A.
    d. h. | d. i. | d. J. | d. M. | d. Js. | d. Mts. | b. a. w.
    u. a. | u. Ä. | u. ä. | u. U. | u. E. | u. v. m. | u. v. a. | u. s. w. | u. dgl. | u. a. m.
    o. a. | o. Ä. | o. ä. | o. g. | o. J. | o. dgl. | o. O. | s. o. | s. u. | s. a. | s. g.
    i. V. m. | i. V. mit | i. d. R. | i. d. F. | i. d. g. F. | i. d. F. v. | i. d. S. | i. d. J.
    i. S. d. | i. S. v. | i. S. | i. e. S. | i. w. S. | i. H. v. | i. H. d. | i. R. d. | i. R. v.
    i. Z. m. | i. A. | i. V. | i. R. | i. E. | i. Ü. | i. Allg. | i. W. | i. Verb. m. | i. L.
    v. H. | v. T. | v. a. | v. Chr. | v. g. | n. Chr. | n. F. | n. v. | n. a. | n. b.
    a. a. O. | a. F. | a. D. | a. M. | e. V. | e. G. | e. K. | e. h. | h. M. | h. L. | h. c.
    m. E. | m. w. N. | m. W. v. | m. a. W. | p. a. | p. P. | r. V. | l. c. | w. o. | k. A.
"""
_LINKING = words(
    "z.b. z.t. d.h. d.i. u.u. i.v.m. i.v.mit i.d.f. i.d.s. i.s.d. i.s.v. i.h.v. i.h.d. i.r.d. "
    "i.r.v. i.z.m. z.hd. z.h. o.g. s.g. v.g. v.a. m.w.v. i.verb.m."
)

_NEEDS_MORE = words(
    """
    Abb Abschn Abs Abt Alt Anl Anm Aufl Az Bd Bde Bek Betr Bl Buchst Dipl Doppelbuchst Dr Drs
    Drucks Erl Fa Fallgr Fn Fr Frl Fußn Gesch Geschz Hd Hr Hrn Hrsg Hs Halbs Ing Jg Kap Kl Kto Lfg
    Nr Nrn Pkt Pos Prof Rdn Rdnr Rn Rspr Rz Sen Slg Spr St Tab Tel Tgb Tit Tz UAbs Unterabs
    Unterpos Urt Var Verz Vors Vorbem Zi Ziff Ziffn Zif BesGr EntgGr VergGr Reg ABl BAnz BGBl
    BStBl GABl GBl GMBl GVBl GVOBl JMBl MinBl RegBl SächsGVBl abzgl allg amtl ausl ausschl beil
    bes bespr betr bezgl bspw bzgl bzw ca einschl entspr evt evtl exkl geb gem gesch gest gez ggf
    ggfls ggfs ggü grds incl inkl insb insbes insg jew kath lfd maßg mind näml nichtamtl nördl pfl
    städt staatl südl verh verst verw vgl vorauss vorl westl wg zit zw zul zust zzgl zzt bish ehem
    erf pers telef östl
    """
)
_NEEDS_MORE_SMALL = words(
    """
    bad bay bayer brandenb dh ev hess idF idR iHd iHv iRd iRv iSd iSv iVm iZm led lit lt max min
    nds pr rd saarl sh sog sächs thür uU ua württ zB zT
    """
)
"""Abbreviations only when written small: *Bad*, *Max*, *Sog* are words."""

_BEFORE_NUMBER = words("Art Fax Bem Obj")
"""Abbreviations only before a number; else words that may end a sentence."""

_MAY_END = words(
    """
    usw usf etc ff f Std Stdn Min Sek Mio Mrd Tsd Jh Jhd Jhdt Co Corp Inc Ltd Str Stk Stck Kfm Abk
    Adr Anh Bsp Fam Frhr Gebr Hbf Kr Lkr Nachf So Sa Mo Di Mi Do dgl ebd jr jun sen tägl mtl jährl
    wöchentl monatl Jan Feb Febr Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Whg Wwe aF nF vH mwN mwH
    Mitgl Red Tg Para
    """
)
_SHORT_ADJECTIVE = re.compile(r"[a-zäöüß]{2,}[bcdfghkmnprstz]l")
"""*schriftl*, *öffentl*: no German word in small letters ends that way."""

_UNITS = words("km kg cm mm dm ml kWh qm")

_TITLE_ENDINGS = ("nr", "-ing", "-med", "-psych", "-päd", "-bez", "-kfm")


def _multi_part_pattern() -> str:
    items = [item.strip() for item in re.split(r"[|\n]", _MULTI_PART) if item.strip()]
    items.sort(key=len, reverse=True)
    return "|".join(" ?".join(map(re.escape, item.split())) for item in items)


MULTI_PART = re.compile(
    r"(?<![\w.])(?=[A-Za-z]{1,3}\. ?[A-Za-zÄÖÜä]{1,5}(?:\.| mit))"
    rf"(?:{_multi_part_pattern()})(?!\w)"
)
"""Abbreviations of several parts, with or without blanks: *z. B.*, *i.V.m.*"""


class Stop(Enum):
    """What a full stop after a word is, judged by the word alone."""

    ORDINARY = "ordinary"
    MAY_END = "may end"
    BEFORE_NUMBER = "before number"
    NEEDS_MORE = "needs more"


@lru_cache(maxsize=4096)
def stop_after(word: str) -> Stop:
    """Judge a full stop right after ``word`` (given without that stop).

    ``NEEDS_MORE`` words such as *Nr* or *vgl* are followed by another word of the same
    sentence, ``BEFORE_NUMBER`` words such as *Art* only if it is a number; ``MAY_END`` words
    such as *usw* stand anywhere; all else is ``ORDINARY``.
    """
    last = word.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if last in _NEEDS_MORE or last in _NEEDS_MORE_SMALL:
        return Stop.NEEDS_MORE
    if last in _BEFORE_NUMBER:
        return Stop.BEFORE_NUMBER
    lowered = last[:1].lower() + last[1:]
    if last in _MAY_END or lowered in _MAY_END:
        return Stop.MAY_END
    if _SHORT_ADJECTIVE.fullmatch(last):
        return Stop.NEEDS_MORE
    if lowered in _NEEDS_MORE or word.lower().endswith(_TITLE_ENDINGS):
        return Stop.NEEDS_MORE
    if word.endswith(("str", "Str")) and len(word) > 4:
        return Stop.MAY_END
    if "." in word:
        return _stop_after_parts(word)
    return Stop.MAY_END if _looks_cut(last) else Stop.ORDINARY


def stop_after_multi_part(abbreviation: str) -> Stop:
    """Judge the last full stop of an abbreviation of several parts, given with all its stops."""
    compact = abbreviation.replace(" ", "").lower()
    return Stop.NEEDS_MORE if compact in _LINKING else Stop.MAY_END


def _stop_after_parts(word: str) -> Stop:
    """Judge *Dipl.-Ing*, *Reg.Bez*, *U.S* by the last part; at least ``MAY_END``."""
    parts = [part for part in re.split(r"[.-]+", word) if part]
    if any(len(part) > 4 or part.isdigit() for part in parts):
        return Stop.ORDINARY
    return Stop.NEEDS_MORE if parts and parts[-1] in _NEEDS_MORE else Stop.MAY_END


def _looks_cut(word: str) -> bool:
    """Whether a word of small letters has no vowel (*Bschl*, *Rspr*) and is no unit."""
    small = word[1:] if word[:1].isupper() else word
    return (
        2 <= len(word) <= 6
        and word not in _UNITS
        and small.isalpha()
        and small.islower()
        and not set(word.lower()) & set("aeiouyäöü")
    )
