"""What the words around a name say of its level: "Lebanon police", "Georgia's governor", "the Moscow-based firm"."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.toponyms.clues.spec import Spec
from geo.toponyms.senses import Group
from geo.toponyms.setting import Look

_TOWN = (
    r"(?:(?:city|town|village|municipal|borough|public|independent|elementary|middle|junior|high|community|area|fire"
    r"|unified|police|circuit|district) )*(?:city council|council(?:man|woman|or|lor|members?)?|mayor|police"
    r"|firefighters?|fire(?: department| chief|house)?|schools?|school (?:district|board)|high|elementary|city hall"
    r"|aldermen|alderman"
    r"|selectm[ae]n|residents?|native|man|woman|couple|teen(?:ager)?|resident|store|mall|library|neighbou?rhood)\b"
)
_REGION = (
    r"(?:gov(?:ernor)?|sens?|senators?|lt gov|lieutenant governor|state (?:police|line|troopers?|senate|senator"
    r"|house|university|rep|legislature|law|capitol)|legislature|lawmakers?|general assembly|national guard"
    r"|attorney general|voters|primary|caucus(?:es)?|border|republicans?|democrats?|delegates?|supreme court)\b"
)
_NATION = (
    r"(?:president|prime minister|premier|foreign minist(?:er|ry)|defen[cs]e minist(?:er|ry)|parliament|embassy"
    r"|ambassador|army|troops|military|navy|air force|soldiers|government|forces|constitution|economy|national team)\b"
)
_AFTER = tuple(
    (level, re.compile(rf"(?:['’]s?)?[ -]{words}", re.IGNORECASE))
    for level, words in ((1.0, _TOWN), (2.0, _REGION), (3.0, _NATION))
)
_BASED = re.compile(r"[-–]based\b")
_AGED_OF = re.compile(r"\b\d{1,2}, (?:of|from) $")
_BEFORE = (
    (1.0, re.compile(r"\b(?:mayor|outskirts|suburbs?|suburb|streets|downtown|neighbou?rhoods?) of $", re.IGNORECASE)),
    (2.0, re.compile(r"\b(?:governor|state|legislature) of $", re.IGNORECASE)),
    (3.0, re.compile(r"\b(?:president|prime minister|government|king|queen|republic|embassy) of $", re.IGNORECASE)),
)  # fmt: skip
_WORDS = {
    1.0: "the words around it fit a town",
    2.0: "the words around it fit a state or province",
    3.0: "the words around it fit a country",
}


def value(look: Look) -> float | None:
    """1 a town's words, 2 a state's or province's, 3 a country's, 4 "-based", 5 "Ann Lee, 34, of"; None for others.

    Of the mentions that are resolved as one, the level that most of them have.
    """
    text = look.scene.article.text
    found: dict[float, int] = {}
    for number in look.unit.mentions[:_MOST]:
        mention = look.scene.mentions[number]
        level = level_of(
            text[max(0, mention.start - 30) : mention.start], text[mention.end : mention.end + 48]
        )
        if level:
            found[level] = found.get(level, 0) + 1
    return min(found, key=lambda level: (-found[level], level), default=None)


_MOST = 8
"""Mentions of a name that are looked at."""


@lru_cache(maxsize=20_000)
def level_of(before: str, after: str) -> float:
    """The level that the text on either side of a mention asks for, 0 for none."""
    if _BASED.match(after):
        return 4.0
    for level, pattern in _AFTER:
        if pattern.match(after):
            return level
    if _AGED_OF.search(before):
        return 5.0
    return next((level for level, pattern in _BEFORE if pattern.search(before)), 0.0)


def phrase(look: Look, value: float) -> str:
    fits = {1.0: ("city", "town", "village"), 2.0: ("region",), 3.0: ("country",)}
    words = _WORDS.get(value if value <= 3 else 1.0, "")
    return words if look.sense.group in fits[value if value <= 3 else 1.0] else ""


_TOWNS = (0.5, -0.3, -0.5, 0.2, 0.6)
_CITIES = (0.5, -0.3, -0.2, 0.2, 0.6)
_GROUPS: dict[Group, tuple[float, ...]] = {
    "city": _CITIES,
    "town": _TOWNS,
    "village": _TOWNS,
    "region": (-0.3, 0.6, 0.0, -0.2, -0.3),
    "country": (-0.6, -0.3, 0.6, -0.2, -0.6),
}
"""Points by what is asked for and what the place is: police and a council are a town's, an army is a country's, or
that of the capital that stands for it."""

CLUE = Spec(
    "office",
    value,
    phrase,
    (1, 2, 3, 4, 5),
    by_group=True,
    group_prior=_GROUPS,
    fixed=True,
    meaning="what the words around the name ask for",
)
