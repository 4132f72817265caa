"""Whether it lies as far, and in that direction, as the text says: "95 km south-west of Lviv"."""

from __future__ import annotations

import math

from geo.toponyms.clues.compass import compass
from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.distances import Stated
from geo.toponyms.senses import Sense, bearing, kilometres
from geo.toponyms.setting import Look

_SLACK = 0.2
"""Newspapers round, and measure from where they please."""
_LEAST_SLACK_KM = 6.0
_TURN = 35.0
"""Degrees: half of what "north-west" covers, and a little."""
_UNSAID_KM = 60.0
"""How near "north of X" is without a number."""


def value(look: Look) -> float | None:
    """From 0 (not at all) to 1 (as stated) by the best-fitting sense of the other place; None if nothing is stated."""
    if not look.unit.distances:
        return None
    return max(_fit(look, stated)[0] for stated in look.unit.distances)


def phrase(look: Look, value: float) -> str:
    stated = max(look.unit.distances, key=lambda one: _fit(look, one)[0])
    _, other = _fit(look, stated)
    if other is None:
        return ""
    km = rounded(kilometres(look.sense, other))
    if stated.from_other:
        words = f"{km} {compass(bearing(other.place, look.sense.place))} of {other.place.name}"
    else:
        words = f"{other.place.name} is {km} {compass(bearing(look.sense.place, other.place))} of it"
    return f"{words}, as the text says" if value >= 0.5 else f"{words}, which is not what the text says"


def _fit(look: Look, stated: Stated) -> tuple[float, Sense | None]:
    """How well the best sense of the other place fits, and that sense."""
    best: tuple[float, Sense | None] = (-1.0, None)
    other = look.scene.units[stated.other]
    for sense in other.senses:
        if sense.group in ("country", "region"):
            continue
        fit = _fit_of(look.sense, sense, stated)
        if fit > best[0] + 1e-9:
            best = (fit, sense)
    return (max(best[0], 0.0), best[1])


def _fit_of(sense: Sense, other: Sense, stated: Stated) -> float:
    km = kilometres(sense, other)
    if stated.km is None:
        fit = math.exp(-km / _UNSAID_KM)
    else:
        fit = math.exp(-0.5 * ((km - stated.km) / max(_LEAST_SLACK_KM, _SLACK * stated.km)) ** 2)
    if stated.bearing is not None and km > 2:
        ends = (other.place, sense.place) if stated.from_other else (sense.place, other.place)
        turn = abs((bearing(*ends) - stated.bearing + 180) % 360 - 180)
        fit *= math.exp(-0.5 * (turn / _TURN) ** 2)
    return fit


CLUE = Spec(
    "distance",
    value,
    phrase,
    (0, 0.1, 0.5, 1),
    prior=(-0.5, 0, 2, 3),
    fixed=True,
    speaks=lambda unit, _scene: bool(unit.distances),
    trend=+1,
)
