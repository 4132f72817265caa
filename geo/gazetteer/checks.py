"""What a row by itself cannot tell: where it lies, and what else is called so near by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.fields import Addition
from geo.gazetteer.names import is_abbreviation, normalise
from geo.gazetteer.own import SAME_PLACE_KM
from geo.gazetteer.spatial import KM_A_DEGREE, distance_km
from geo.gazetteer.world import World, cell_of
from geo.records import Place

Finding = tuple[int, str, str, bool]
"""Line, what, what to do, and whether it is only a warning."""

DOUBTFUL_KM = 20.0
"""Rows of one name and class farther apart than this are surely two places."""
BORDER_KM = 10.0
"""Border posts, dams and bridges stand on borders that the outlines draw to a kilometre or two; headlands jut out."""
TOWN_KM = 25.0
"""A town of its country so near makes up for land too small to be drawn."""
FAR_KM = 50.0
"""So far, beyond its radius, a row hardly moves the place that it amends."""
OFFSHORE_KM = 370.4
"""200 nautical miles: as far as a country's waters reach (UN Convention on the Law of the Sea, article 57)."""
_ON_LAND = frozenset("PSR")


def check_places(rows: Sequence[Addition], world: World) -> Iterator[Finding]:
    """Faults and warnings of rows that are each well-formed, in no order."""
    yield from _lookalikes(rows)
    for row in rows:
        yield from _aliases(row)
        yield from _position(row.place, row.line, world)
        yield from _amends(row, world)
        if row.admin1 and world.find_region(row.admin1, row.place.country_code) is None:
            remedy = "use GeoNames' code, such as RU.59, or the region's name beside its country_code"
            yield row.line, f"admin1: unknown region {row.admin1!r}", remedy, False
        if "id" in row.given and not row.place.id.startswith("csv:") and not world.place_by_id(row.place.id):
            remedy = "find the id with `geo gazetteer search`, or leave it empty for a new place"
            yield row.line, f"id {row.place.id!r}: no such place", remedy, False


def alike(row: Addition, other: Addition) -> float | None:
    """Kilometres between two rows of one name and class that may be one place; None where they are surely two."""
    place, second = row.place, other.place
    if place.geonameid and second.geonameid and place.geonameid != second.geonameid:
        return None
    if abs(place.lat - second.lat) * KM_A_DEGREE > DOUBTFUL_KM:
        return None
    km = distance_km((place.lat, place.lon), (second.lat, second.lon))
    return km if km <= DOUBTFUL_KM else None


def _lookalikes(rows: Sequence[Addition]) -> Iterator[Finding]:
    same = defaultdict(list)
    for row in rows:
        same[normalise(row.place.name), row.place.feature_class].append(row)
    for group in same.values():
        for position, row in enumerate(group):
            for other in group[:position]:
                km = alike(row, other)
                if km is None:
                    continue
                what = f"{row.place.name!r} is {km:.1f} km from the one in {other.place.source}"
                if km <= SAME_PLACE_KM:
                    yield row.line, what, "merge the two rows", False
                elif not (row.place.note or other.place.note):
                    yield row.line, what, "merge them, or say in note why they are two", True


def _amends(row: Addition, world: World) -> Iterator[Finding]:
    """Whether the place that a row amends by its number is another one: a slip in the number moves that place away."""
    place = row.place
    known = world.place_by_id(place.id) or (
        world.place_by_id(f"gn:{place.geonameid}") if place.geonameid else None
    )
    if known is None:
        return
    km = distance_km((place.lat, place.lon), (known.lat, known.lon))
    if km <= FAR_KM + max(known.radius_km, place.radius_km):
        return
    where = ", ".join(filter(None, [known.name, known.admin1_name, known.country_code]))
    keys = {normalise(name) for name in world.names(known.id)}
    is_other = keys.isdisjoint(map(normalise, row.names))
    what = f"{known.id} is {where}, {km:,.0f} km from here"
    if is_other:
        yield row.line, what, "mend the number, or leave it empty for a new place", False
    elif not place.note:
        yield row.line, what, "check number and point, or say in note why it moves", True


def _aliases(row: Addition) -> Iterator[Finding]:
    for name in row.names:
        key = normalise(name)
        if not key:
            yield row.line, f"alternate name {name!r}: no letter in it", "delete it", False
        elif is_misread(name):
            yield (
                row.line,
                f"{name!r} was read in a wrong encoding",
                "take it from the file as it was, saved as UTF-8",
                True,
            )
        elif is_abbreviation(name, key):
            continue
        elif key in COMMON_WORDS:
            yield row.line, f"{name!r} is an everyday word", "leave it out, or expect it everywhere", True
        elif len(key) < 3 and key.isascii():
            what = f"{name!r} has fewer than three letters"
            yield row.line, what, "it is looked up, but not searched for in texts", True


def _position(place: Place, line: int, world: World) -> Iterator[Finding]:
    """Whether a point lies in its row's country, by the outlines under either stance on borders."""
    country = place.country_code
    if not country or _holds(world, country, place.lat, place.lon):
        return
    lands = _lands(world, place.lat, place.lon)
    if not lands and (place.precision == "area" or place.feature_class not in _ON_LAND):
        return
    if any(_holds(world, country, *point) for point in _around(place.lat, place.lon, BORDER_KM)):
        return
    slack = TOWN_KM + (place.radius_km if place.precision == "area" else 0)
    reach = slack if lands else max(slack, OFFSHORE_KM)
    if _is_near(world, country, (place.lat, place.lon), reach):
        return
    point = f"{place.lat:g},{place.lon:g}"
    if abs(place.lon) <= 90 and _holds(world, country, place.lon, place.lat):
        what = f"{point} is not in {country}, but the other way round it is"
        yield line, what, "swap latitude and longitude", False
    elif lands:
        there = " or ".join(lands)
        what = f"{point} lies in {there}, not in {country}"
        remedy = f"check the point, or write country_code {lands[0]}"
        # An area's middle may well lie beyond a border.
        yield line, what, remedy, place.precision == "area"
    else:
        what = f"{point} is in the sea, and no town of {country} is within {reach:.0f} km"
        yield line, what, "check the point and the country_code", True


def _around(lat: float, lon: float, km: float) -> Iterator[tuple[float, float]]:
    """Sixteen points on a circle around a point, and as many half as far."""
    shrink = max(0.05, math.cos(math.radians(lat)))
    for radius in (km / 2, km):
        for step in range(16):
            angle = step * math.pi / 8
            north, east = radius * math.sin(angle), radius * math.cos(angle)
            y = max(-90.0, min(90.0, lat + north / KM_A_DEGREE))
            yield y, (lon + east / KM_A_DEGREE / shrink + 180) % 360 - 180


def _lands(world: World, lat: float, lon: float) -> list[str]:
    """The countries that hold a point, by each stance on borders."""
    found = (world.outlines.at(lat, lon, stance) for stance in ("un", "de-facto"))
    return list(dict.fromkeys(land.country for land in found if land and land.country))


def _holds(world: World, country: str, lat: float, lon: float) -> bool:
    return country in _lands(world, lat, lon)


def _is_near(world: World, country: str, point: tuple[float, float], reach_km: float) -> bool:
    """Whether a town or site of the country is within so many kilometres."""
    lat, lon = point
    tall = min(reach_km, OFFSHORE_KM) / KM_A_DEGREE
    wide = min(180.0, tall / max(0.05, math.cos(math.radians(lat))))
    cells = {
        cell_of(y, (x + 180) % 360 - 180)
        for y in range(max(-90, math.floor(lat - tall)), min(89, math.floor(lat + tall)) + 1)
        for x in range(math.floor(lon - wide), math.floor(lon + wide) + 1)
    }
    return any(
        world.country_of(number) == country
        for y, x, number in world.in_cells(sorted(cells))
        if distance_km(point, (y, x)) <= reach_km
    )


def is_misread(text: str) -> bool:
    """Whether a text is UTF-8 that was read as Windows-1252, as spreadsheets do: "GenÃ¨ve"."""
    try:
        return not text.isascii() and text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False
