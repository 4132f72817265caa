"""What a row by itself cannot tell: where it lies, and what else is called so near by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.fields import Addition
from geo.gazetteer.names import is_abbreviation, normalise
from geo.gazetteer.own import SAME_PLACE_KM
from geo.gazetteer.spatial import distance_km
from geo.gazetteer.world import World, cell_of

Finding = tuple[int, str, str, bool]
"""Line, what, what to do, and whether it is only a warning."""

DOUBTFUL_KM = 20.0
"""Rows of one name and class farther apart than this are surely two places."""
AT_HOME_DEGREES = 2
"""A place has towns of its own country within so many degrees; farther off, it lies in another one."""
_BY_COUNTRY = frozenset("PASR")


def check_places(rows: Sequence[Addition], world: World) -> Iterator[Finding]:
    """Faults and warnings of rows that are each well-formed, in no order."""
    yield from _lookalikes(rows)
    for row in rows:
        yield from _aliases(row)
        yield from _position(row, world)
        if row.admin1 and world.find_region(row.admin1, row.place.country_code) is None:
            remedy = "use GeoNames' code, such as RU.59, or the region's name beside its country_code"
            yield row.line, f"admin1: unknown region {row.admin1!r}", remedy, False


def _lookalikes(rows: Sequence[Addition]) -> Iterator[Finding]:
    same = defaultdict(list)
    for row in rows:
        same[normalise(row.place.name), row.place.feature_class].append(row)
    for group in same.values():
        for position, row in enumerate(group):
            for other in group[:position]:
                km = distance_km((row.place.lat, row.place.lon), (other.place.lat, other.place.lon))
                what = f"{row.place.name!r} is {km:.1f} km from the one in line {other.line}"
                if km <= SAME_PLACE_KM:
                    yield row.line, what, "merge the two rows", False
                elif km <= DOUBTFUL_KM and not (row.place.note or other.place.note):
                    yield row.line, what, "merge them, or say in note why they are two", True


def _aliases(row: Addition) -> Iterator[Finding]:
    for name in row.names:
        key = normalise(name)
        if not key:
            yield row.line, f"alternate name {name!r}: no letter in it", "delete it", False
        elif is_abbreviation(name, key):
            continue
        elif key in COMMON_WORDS:
            yield row.line, f"{name!r} is an everyday word", "leave it out, or expect it everywhere", True
        elif len(key) < 3 and key.isascii():
            what = f"{name!r} has fewer than three letters"
            yield row.line, what, "it is looked up, but not searched for in texts", True


def _position(row: Addition, world: World) -> Iterator[Finding]:
    place = row.place
    if not place.country_code or place.feature_class not in _BY_COUNTRY or place.precision == "area":
        return
    if _is_at_home(world, place.lat, place.lon, place.country_code):
        return
    if abs(place.lon) <= 90 and _is_at_home(world, place.lon, place.lat, place.country_code):
        what = f"{place.lat:g},{place.lon:g} is not in {place.country_code}, but the other way round it is"
        yield row.line, what, "swap latitude and longitude", False
        return
    what = (
        f"no town of {place.country_code} is within {AT_HOME_DEGREES} degrees of {place.lat:g},{place.lon:g}"
    )
    yield row.line, what, "check the point and the country_code", True


def _is_at_home(world: World, lat: float, lon: float, country: str) -> bool:
    wide = math.ceil(AT_HOME_DEGREES / max(0.1, math.cos(math.radians(lat))))
    cells = {
        cell_of(y, (lon + x + 180) % 360 - 180)
        for y in range(math.floor(lat) - AT_HOME_DEGREES, math.floor(lat) + AT_HOME_DEGREES + 1)
        for x in range(-wide, wide + 1)
        if -90 <= y < 90
    }
    return any(world.country_of(number) == country for _, _, number in world.in_cells(sorted(cells)))
