"""How big a place is: news names the big ones."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float:
    """The decimal logarithm of the population."""
    return look.sense.log_population


def phrase(look: Look, _value: float) -> str:
    place = look.sense.place
    population = place.population
    if population and place.feature_code.startswith("ADM"):
        return f"{population:,} people in its towns"
    return f"{population:,} people" if population else "no population on record"


CLUE = Spec("prominence", value, phrase, (0, 2, 3, 4, 5, 6, 7, 8), by_group=True, fixed=True, trend=+1)
