"""How far off the article’s places lie, taken together."""

from __future__ import annotations

import math

from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The natural logarithm of 1 + the median distance in kilometres; None below two other places."""
    if len(look.kilometres) < 2:
        return None
    return math.log1p(sorted(look.kilometres)[len(look.kilometres) // 2])


def phrase(_look: Look, value: float) -> str:
    return f"half of the article’s places lie within {rounded(math.expm1(value))}"


CLUE = Spec("median", value, phrase, (0, 3, 4, 5, 6, 7, 8, 9.5), by_group=True, trend=-1)
