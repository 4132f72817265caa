"""How near the nearest other place of the article is."""

from __future__ import annotations

import math

from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The natural logarithm of 1 + kilometres; None where the article names no other town or county."""
    return math.log1p(min(look.kilometres)) if look.kilometres else None


def phrase(look: Look, _value: float) -> str:
    if look.setting is None:
        return ""
    km, number = min((km, number) for number, km in enumerate(look.kilometres))
    other = look.setting.others[number][0].place.name
    return f"{rounded(km)} from {other}, which the article names too"


CLUE = Spec("nearest", value, phrase, (0, 2, 3, 4, 5, 6, 7, 8, 9.5), by_group=True, trend=-1)
