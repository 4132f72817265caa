"""How large an area it is: news names oceans and continents more than the ponds and hamlets of the same name."""

from __future__ import annotations

import math

from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.setting import Look

_WORTH_A_WORD_KM = 300.0


def value(look: Look) -> float | None:
    """The decimal logarithm of 1 + its radius in kilometres; None for what people live in and count by population."""
    place = look.sense.place
    if place.population or place.radius_km <= 0:
        return None
    return math.log10(1 + place.radius_km)


def phrase(look: Look, _value: float) -> str:
    radius = look.sense.place.radius_km
    return f"an area {rounded(2 * radius)} across" if radius >= _WORTH_A_WORD_KM else ""


CLUE = Spec(
    "extent",
    value,
    phrase,
    (0.5, 1, 1.5, 2, 2.5, 3, 3.5),
    prior=(0, 0, 0, 0.5, 1.5, 3, 4),
    trust=2,
    fixed=True,
    meaning="how large an area it is",
)
