"""How many of the article’s places lie in the wider region (400 km)."""

from __future__ import annotations

import math

from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.setting import Look

_REACH_KM = 400.0


def value(look: Look) -> float | None:
    """The sum of e^(−distance/400 km) over the article's other places, by their probability; None without any."""
    if look.setting is None or not look.kilometres:
        return None
    total = 0.0
    for km, (_, weight) in zip(look.kilometres, look.setting.others, strict=True):
        if km < 6 * _REACH_KM:
            total += weight * math.exp(-km / _REACH_KM)
    return total


def phrase(look: Look, _value: float) -> str:
    near = sum(km <= _REACH_KM for km in look.kilometres)
    if not near:
        return ""
    places = "place" if near == 1 else "places"
    return f"{near} other {places} of the article within {rounded(_REACH_KM)}"


CLUE = Spec(
    "region_closeness",
    value,
    phrase,
    (0, 0.1, 0.5, 1, 2, 4, 8),
    by_group=True,
    trend=+1,
    meaning="how many of the article’s other places lie within 400 km",
)
