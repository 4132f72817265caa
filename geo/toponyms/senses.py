"""A candidate as the resolver weighs it: what is asked of it again and again, worked out once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from geo.records import Candidate, Place

Group = Literal["country", "region", "area", "city", "town", "village", "spot"]
"""How big a place it is: clues weigh differently for a country and for a hamlet."""

GROUPS: tuple[Group, ...] = ("country", "region", "area", "city", "town", "village", "spot")
EARTH_KM = 6371.0088
CITY_POPULATION = 100_000
TOWN_POPULATION = 5_000
_COUNTRY_CODES = frozenset({"PCL", "PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "PCLH", "TERR"})
_SETTLED_RADIUS_KM = 30.0
"""A city's quarters, stations and airports lie within this, where its own radius is not known."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One candidate: its group, its direction from the Earth's centre, its population's decimal logarithm."""

    candidate: Candidate
    place: Place
    group: Group
    x: float
    y: float
    z: float
    log_population: float

    @property
    def is_area(self) -> bool:
        """Whether other places can lie in it: a country, a region, a county, a sea, a continent."""
        return self.group in ("country", "region", "area")


def make_sense(candidate: Candidate) -> Sense:
    """The candidate with its unit vector and group."""
    place = candidate.place
    phi, lam = math.radians(place.lat), math.radians(place.lon)
    return Sense(
        candidate=candidate,
        place=place,
        group=group_of(place),
        x=math.cos(phi) * math.cos(lam),
        y=math.cos(phi) * math.sin(lam),
        z=math.sin(phi),
        log_population=math.log10(place.population + 1),
    )


def group_of(place: Place) -> Group:
    """The size group of a place by its class, code and population."""
    if place.feature_class == "P":
        if place.population >= CITY_POPULATION or place.feature_code == "PPLC":
            return "city"
        return "town" if place.population >= TOWN_POPULATION else "village"
    if place.feature_class == "A":
        if place.feature_code in _COUNTRY_CODES:
            return "country"
        return "region" if place.feature_code in ("ADM1", "ADM1H") else "area"
    if place.feature_class in ("S", "R"):
        return "spot"
    return "area" if place.radius_km > 0 or place.precision == "area" else "spot"


def kilometres(one: Sense, other: Sense) -> float:
    """Great-circle distance on the mean sphere, from the chord between the unit vectors."""
    dx, dy, dz = one.x - other.x, one.y - other.y, one.z - other.z
    half = math.sqrt(dx * dx + dy * dy + dz * dz) / 2
    return 2 * EARTH_KM * math.asin(half if half < 1.0 else 1.0)


def holds(outer: Sense, inner: Sense) -> bool:
    """Whether ``inner`` lies in ``outer``: by country, by first-level region, else by the outer one's radius."""
    out, within = outer.place, inner.place
    if out.id == within.id or inner.group == "country":
        return False
    if outer.group == "country":
        return bool(out.country_code) and out.country_code == within.country_code
    if outer.group == "region":
        return within.admin1 == out.id and inner.group != "region"
    if out.country_code and within.country_code and out.country_code != within.country_code:
        return False
    if outer.group == "area":
        return inner.group != "region" and kilometres(outer, inner) <= max(1.2 * out.radius_km, 20.0)
    if outer.group == inner.group == "city":
        # A borough is a city by its people, and yet part of one: Brooklyn.
        return out.population > 2 * within.population and kilometres(outer, inner) <= out.radius_km
    if outer.group == "city" and inner.group in ("town", "village", "spot"):
        return kilometres(outer, inner) <= max(out.radius_km, _SETTLED_RADIUS_KM)
    return False


def bearing(origin: Place, target: Place) -> float:
    """The initial great-circle bearing in degrees, clockwise from north, from one place to another."""
    phi1, phi2 = math.radians(origin.lat), math.radians(target.lat)
    turn = math.radians(target.lon - origin.lon)
    east = math.sin(turn) * math.cos(phi2)
    north = math.cos(phi1) * math.sin(phi2) - math.sin(phi1) * math.cos(phi2) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360
