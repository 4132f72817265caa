"""Romanisations of one name reach each other: Primorskyi, Primorskiy and Primorsky share one key.

A romanisation key is coarser than a name key. It is only used for names of countries whose names reach the
Latin alphabet by transliteration, and ranks below every match by spelling.
"""

from __future__ import annotations

import re
from operator import eq
from zlib import crc32

_CODES = (
    # Cyrillic, Georgian and Armenian
    "RU UA BY BG MK RS ME BA XK KZ KG TJ TM UZ MD MN GE AM AZ "
    # Arabic, Persian, Urdu, Hebrew, Amharic, Tigrinya
    "EG LY SD TN DZ MA MR EH SY LB JO IQ SA YE OM AE QA BH KW PS IL IR AF PK DJ SO ER ET TD KM "
    # Korean
    "KP KR"
)
ROMANISED_COUNTRIES = frozenset(_CODES.split())

# In order: each rule works on what the ones before it left, where a key holds one of the letters in front. A rule
# without a pattern puts one text for these letters themselves. "ẏ" stands for the sound of j in "Najaf".
_RULES = tuple(
    (tuple(letters.split(" ")), re.compile(pattern) if pattern else None, put)
    for letters, pattern, put in (
        ("dzh dsch dj", r"dzh|dsch|dj", "j"),
        ("tsch tch", r"tsch|tch", "ch"),
        ("sch shch", r"shch|stsch|sch", "sh"),
        ("kh", "", "h"),
        ("gh", "", "g"),
        ("zh", "", "z"),
        ("tz", "", "ts"),
        ("ck q", "", "k"),
        ("w", "", "v"),
        ("x", "", "ks"),
        ("ph", "", "f"),
        ("j", r"(?<=[aeiouy])j(?![aeiouy])", "i"),
        ("j", r"\bj(?=[aeou])", "ẏ"),
        ("ou oo", r"ou|oo", "u"),
        ("y j", "", "i"),
        ("ii", r"i{2,}", "i"),
        ("ie", "", "e"),
        ("v", r"(?:i|o|e|io|ei)v\b", "ov"),
    )
)
_ANY_LETTERS = re.compile(r"[jqvwxy]|[gkpz]h|ck|ie|ii|oo|ou|tz|[hst]ch")
"""No rule works on a key without any of these: half of all."""
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"\b(?:el|al|ad|ash|as|an|ar|at|az)\b ?(?=\w)")


def romanisation_key(key: str) -> str:
    """The coarse key of a name key; the key itself where it holds letters beyond a to z.

    Rules (our own, after BGN/PCGN, ISO 9, and common press spellings): -yy/-iy/-yi/-y/-ii; ye/e, ya/ia;
    kh/h; dj/dzh/j; shch/sch; w/v; x/ks; ou/oo/u; Kharkiv/Kharkov; doubled letters; al-/el-.
    """
    if not key.isascii():
        return key
    for letters, rule, put in _RULES if _ANY_LETTERS.search(key) else ():
        for some in letters:
            if some not in key:
                continue
            if rule:
                key = rule.sub(put, key)
                break
            key = key.replace(some, put)
    if any(map(eq, key, key[1:])):
        key = _DOUBLED.sub(r"\1", key)
    return _ARTICLE.sub("al ", key) if " " in key else key


def mark_of(coarse: str) -> int:
    """The number of a romanisation key, the same for all keys that reach each other by it (and hardly any other)."""
    return crc32(coarse.encode())
