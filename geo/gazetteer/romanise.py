"""Romanisations of one name reach each other: Primorskyi, Primorskiy and Primorsky share one key.

A romanisation key is coarser than a name key. It is only used for names of countries whose names reach the
Latin alphabet by transliteration, and ranks below every match by spelling.
"""

from __future__ import annotations

import re

_CODES = (
    # Cyrillic, Georgian and Armenian
    "RU UA BY BG MK RS ME BA XK KZ KG TJ TM UZ MD MN GE AM AZ "
    # Arabic, Persian, Urdu, Hebrew, Amharic, Tigrinya
    "EG LY SD TN DZ MA MR EH SY LB JO IQ SA YE OM AE QA BH KW PS IL IR AF PK DJ SO ER ET TD KM "
    # Korean
    "KP KR"
)
ROMANISED_COUNTRIES = frozenset(_CODES.split())

# In order: each rule works on what the ones before it left. "ẏ" stands for the sound of j in "Najaf".
_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"dzh|dsch|dj", "j"),
        (r"tsch|tch", "ch"),
        (r"shch|stsch|sch", "sh"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"zh", "z"),
        (r"tz", "ts"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"(?<=[aeiouy])j(?![aeiouy])", "i"),
        (r"\bj(?=[aeou])", "ẏ"),
        (r"ou|oo", "u"),
        (r"y|j", "i"),
        (r"i{2,}", "i"),
        (r"ie", "e"),
        (r"(?:i|o|e|io|ei)v\b", "ov"),
        (r"(.)\1+", r"\1"),
        (r"\b(?:el|al|ad|ash|as|an|ar|at|az)\b ?(?=\w)", "al "),
    )
)


def romanisation_key(key: str) -> str:
    """The coarse key of a name key; the key itself where it holds letters beyond a to z.

    Rules (our own, after BGN/PCGN, ISO 9, and common press spellings): -yy/-iy/-yi/-y/-ii; ye/e, ya/ia;
    kh/h; dj/dzh/j; shch/sch; w/v; x/ks; ou/oo/u; Kharkiv/Kharkov; doubled letters; al-/el-.
    """
    if not key.isascii():
        return key
    for rule, put in _RULES:
        key = rule.sub(put, key)
    return key
