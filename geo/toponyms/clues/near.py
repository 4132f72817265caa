"""Whether it lies near the place the text says it is near: "Dunai, near Nakhodka"."""

from __future__ import annotations

import math

from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.senses import Sense, kilometres
from geo.toponyms.setting import Look

_NEAR_KM = 40.0


def value(look: Look) -> float | None:
    """e^(−distance/40 km) to the nearest sense of that place; None where no nearness is stated."""
    if not look.unit.near:
        return None
    best = _nearest(look)
    return math.exp(-best[0] / _NEAR_KM) if best else 0.0


def phrase(look: Look, value: float) -> str:
    best = _nearest(look)
    if best is None:
        return ""
    words = f"{rounded(best[0])} from {best[1].place.name}"
    return f"{words}, near which the text puts it" if value > 0.2 else f"{words}, though the text says near"


def _nearest(look: Look) -> tuple[float, Sense] | None:
    best: tuple[float, Sense] | None = None
    for number in look.unit.near:
        for sense in look.scene.units[number].senses:
            if sense.group in ("country", "region"):
                continue
            km = kilometres(look.sense, sense)
            if best is None or km < best[0]:
                best = (km, sense)
    return best


CLUE = Spec(
    "near",
    value,
    phrase,
    (0, 0.05, 0.3, 1),
    prior=(-0.5, 0.5, 2, 2),
    fixed=True,
    speaks=lambda unit, _scene: bool(unit.near),
    trend=+1,
)
