"""Words of an article with their places in it.

A token is never empty, tokens don't overlap and stand in order, and every character that is not
white space belongs to exactly one of them. Offsets are code points of the text as it came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# American states as the AP and the older press shorten them, Canadian provinces, street and place types, titles.
_DOTTED_WORDS = """
Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr
Nev Okla Ore Oreg Pa Penn Penna Tenn Tex Va Vt Wash Wis Wisc Wyo Alta Ont Que Sask Man Nfld
Ave Av Blvd Rd Hwy Dr Ln Pl Ct Pkwy Sq Mt Mtn Ft St Ste Pt Is Co Cos Twp Dist Prov
Mr Mrs Ms Messrs Prof Gen Col Maj Capt Cmdr Adm Lt Sgt Cpl Pvt Gov Sen Sens Rep Reps Rev Hon Supt Det Insp
Pres Sec Atty Jr Sr Inc Ltd Corp Bros No Nos vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Dept Univ Assn Intl Natl
"""
DOTTED = frozenset(_DOTTED_WORDS.split())
"""Abbreviations that keep their dot ("Pa.", "Ave."), for the dot is part of the name."""

_LETTER = r"[^\W\d_]"
# Combining marks (NFD), soft hyphens and joiners count as parts of a word, so that no word breaks there.
_WORD = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d\u2060])"
_URL = r"(?:https?://|www\.)[^\s<>\"”’]*[^\s<>\"”’.,;:!?)\]]"
# Lengths are bounded, so that no text costs more than linear time.
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_HANDLE = r"(?<!\w)[@#]\w+"
_ENDING = r"(?:com|org|net|gov|edu|info|biz|tv|mil|int|ru|ua|eu|co\.[a-z]{2}|com\.[a-z]{2})"
_HOST = rf"(?<![\w.])(?:[A-Za-z0-9-]{{1,63}}\.){{1,6}}{_ENDING}(?:/[^\s<>\"”’]*)?(?![\w@])"

_TOKEN = re.compile(
    rf"(?P<opaque>{_URL}|{_EMAIL}|{_HANDLE}|{_HOST})"
    rf"|(?P<initials>(?:{_LETTER}\.){{2,}})"
    r"|(?P<initial>(?<![\w'’])[A-Z]\.(?!\w))"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?!\w))"
    r"|(?P<genitive>(?<=[\w.])['’ʼ][sS](?!\w))"
    rf"|(?P<word>[^\W_]{_WORD}*(?:['’ʼ](?![sS](?!\w)){_LETTER}{_WORD}*)*)"
    r"|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: ``text`` stands at ``start:end`` of the article.

    ``opaque`` marks what is never a place and never holds one: URLs, handles, hashtags, e-mail addresses.
    """

    start: int
    end: int
    text: str
    opaque: bool = False


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text``, in order."""
    return list(iterate(text))


def iterate(text: str) -> Iterator[Token]:
    """The tokens of ``text`` one by one: see the module for what holds of them."""
    pos, end = 0, len(text)
    match = _TOKEN.search
    while pos < end:
        found = match(text, pos)
        if found is None:
            return
        start, stop = found.span()
        word = found.group()
        kind = found.lastgroup
        if kind == "word" and text[stop : stop + 1] == "." and word in DOTTED:
            stop += 1
            word += "."
        yield Token(start, stop, word, kind == "opaque")
        pos = stop
