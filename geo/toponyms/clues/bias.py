"""What the user knows beforehand: the country, the point or the box where the articles play."""

from __future__ import annotations

import math

from geo.gazetteer.spatial import distance_km
from geo.records import Bias, Place
from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.setting import Look

_REACH_KM = 150.0
"""Over this distance nearness to the user's point falls to 1/e: a province or so."""


def value(look: Look) -> float | None:
    """The mean over the parts given: 1 in a country or the box, e^(−distance/150 km) from the point; None without."""
    bias = look.scene.bias
    if bias is None:
        return None
    parts = _parts(look.sense.place, bias)
    return sum(parts) / len(parts) if parts else None


def phrase(look: Look, value: float) -> str:
    bias, place = look.scene.bias, look.sense.place
    if bias is None or value < 0.05:
        return ""
    said = []
    if place.country_code in bias.countries:
        said.append(f"in {place.country_code}, the country that you gave")
    if bias.near:
        said.append(f"{rounded(_away(place, bias.near))} from the point that you gave")
    if bias.box and _within(place, bias.box):
        said.append("in the box that you gave")
    return ", ".join(said)


def _parts(place: Place, bias: Bias) -> list[float]:
    parts = []
    if bias.countries:
        parts.append(float(place.country_code in bias.countries))
    if bias.near:
        parts.append(math.exp(-_away(place, bias.near) / _REACH_KM))
    if bias.box:
        parts.append(float(_within(place, bias.box)))
    return parts


def _away(place: Place, point: tuple[float, float]) -> float:
    return max(0.0, distance_km(point, (place.lat, place.lon)) - place.radius_km)


def _within(place: Place, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    inside = west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east
    return inside and south <= place.lat <= north


CLUE = Spec(
    "bias",
    value,
    phrase,
    (0, 1),
    prior=(0, 5),
    fixed=True,
    given=True,
    speaks=lambda _unit, scene: scene.bias is not None,
)
