"""A place as the packages give it, before keys and numbers are made of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

EARTH_KM = 6371.0088
# People a square kilometre of built-up town, world mean of large cities (Angel et al., Atlas of Urban Expansion,
# gives 2,000 to 10,000); it only turns a population into the circle drawn for a town.
TOWN_DENSITY = 3000.0

# The same of a city's dense core. Of 1,500 to 10,000 (and without such circles) it comes near the census figures of 28
# regions that we compared: a city's districts, which GeoNames lists as towns of their own, are not counted twice, and
# few suburbs are left out.
CORE_DENSITY = 7000.0


@dataclass(slots=True)
class Draft:
    """One place of the world file. ``names[0]`` is its main name; ``admin1`` is GeoNames' code ("RU.59")."""

    id: str
    names: list[str]
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country_code: str
    admin1: str = ""
    population: int = 0
    radius_km: float = 0.0
    outline: str = ""
    codes: list[str] = field(default_factory=list)
    """Abbreviations, kept although they look like codes ("PA")."""


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) points in kilometres, by the haversine formula."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def town_radius(population: int) -> float:
    """The radius in kilometres of the circle that stands for a town of so many people."""
    return round(math.sqrt(population / TOWN_DENSITY / math.pi), 1)


def core_radius(population: int) -> float:
    """The radius in kilometres of a city's core, in which smaller towns are districts of it."""
    return math.sqrt(population / CORE_DENSITY / math.pi)
