"""Whether it lies near a place that the paper is named after: Anderson County, Texas, in the Palestine Herald."""

from __future__ import annotations

import math
from functools import lru_cache

from geo.gazetteer.names import normalise
from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.senses import Sense, kilometres
from geo.toponyms.setting import Look

_REACH_KM = 50.0


def value(look: Look) -> float | None:
    """e^(−distance/50 km) to the nearest such place of another name; None where the paper is named after none."""
    home = _nearest(look)
    return math.exp(-kilometres(home, look.sense) / _REACH_KM) if home else None


def phrase(look: Look, value: float) -> str:
    home = _nearest(look)
    if home is None or value < 0.05:
        return ""
    return f"{rounded(kilometres(home, look.sense))} from {home.place.name}, which the paper is named after"


def _nearest(look: Look) -> Sense | None:
    if look.sense.group in ("country", "region"):
        return None
    name = look.unit.key
    homes = [home for home in look.scene.homes if _key(home.candidate.name) != name]
    return min(homes, key=lambda home: (kilometres(home, look.sense), home.place.id), default=None)


# Asked for each sense of each name of an article, and there are few homes.
_key = lru_cache(maxsize=1024)(normalise)


CLUE = Spec(
    "publisher_home",
    value,
    phrase,
    (0, 0.02, 0.1, 0.3, 0.6, 1),
    by_group=True,
    prior=(-0.2, 0, 0.4, 1, 1.5, 1.5),
    fixed=True,
    speaks=lambda _unit, scene: bool(scene.homes),
    trend=+1,
    meaning="how near the place it lies that the paper is named after",
)
