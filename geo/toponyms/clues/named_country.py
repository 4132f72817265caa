"""Whether the article names its country, or the country’s people."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """How often, by probability and the square root of repeats; None for countries and places without one, and where
    no other name is placed: then it says nothing that the country is not named.
    """
    place = look.sense.place
    if look.setting is None or not place.country_code or look.sense.group == "country":
        return None
    if not look.setting.totals.is_anything_placed():
        return None
    return max(0.0, look.setting.totals.named_countries.get(place.country_code, 0.0))


def phrase(_look: Look, value: float) -> str:
    return "the article names its country" if value >= 0.5 else "the article does not name its country"


CLUE = Spec("named_country", value, phrase, (0, 0.5, 1, 2, 4), by_group=True, trend=+1)
