"""An article before the name: "across the Dnipro" is the river, for towns take none."""

from __future__ import annotations

import re

from geo.toponyms.clues.spec import Spec
from geo.toponyms.scene import Scene, Unit
from geo.toponyms.senses import Sense
from geo.toponyms.setting import Look

_THE = re.compile(r"(?:^|\s|[“‘\"'(])[Tt]he $")
# What follows a name that stands by itself: not "the Dnipro council", nor "the Kursk-based firm".
_ENDS = re.compile(
    r"(?:['’]s)?(?:$|[,.;:!?)\]”\"]|['’]?\s*[–—]"
    r"|\s+(?:(?:in|on|at|and|or|to|for|from|near|by|with|as|where|which|while|when|after|before|into|onto|towards?|that"
    r"|who|than|but|is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|not|between|above|below"
    r"|through|under|over|during|since|until|again|because|if|so|then|it|they|he|she|we|about|against|across|along"
    r"|around|beyond|of|off|out|up|down|did|does|do|rose|runs?|ran|flows?|flowed|burst|overflowed|froze|flooded)\b"
    r"|[(“‘]))",
    re.IGNORECASE,
)
_MOST = 8
"""Mentions of a name that are looked at."""
_TAKE_ONE = frozenset({"PCLI", "PCLD", "PCLS", "PCLH", "PCLF", "PCL", "TERR", "CONT"})


def takes_article(sense: Sense) -> bool:
    """Whether names of such places may stand with "the": waters, ranges, regions, islands, sites; countries too."""
    place = sense.place
    return place.feature_class in {"H", "T", "L", "V", "S", "U"} or place.feature_code in _TAKE_ONE


def value(look: Look) -> float | None:
    """1 for what may stand with an article, 0 for a town, district or province; None without an article, or where no
    place of the name may take one ("the Hague").
    """
    if not _is_definite(look.unit, look.scene) or not any(map(takes_article, look.unit.senses)):
        return None
    return 1.0 if takes_article(look.sense) else 0.0


def _is_definite(unit: Unit, scene: Scene) -> bool:
    """Whether most mentions have the article, and no noun behind that it may belong to."""
    text = scene.article.text
    found = [scene.mentions[number] for number in unit.mentions[:_MOST]]
    with_one = sum(
        bool(_THE.search(text, max(0, one.start - 6), one.start) and _ENDS.match(text, one.end))
        for one in found
    )
    return 2 * with_one > len(found)


def phrase(_look: Look, value: float) -> str:
    return "“the” stands before it" if value else "“the” stands before it, and towns take none"


CLUE = Spec(
    "definite",
    value,
    phrase,
    (0, 1),
    prior=(-3.0, 1.0),
    fixed=True,
    given=True,
    trend=+1,
    speaks=_is_definite,
    meaning="whether an article stands before it",
)
