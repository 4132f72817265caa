"""Distances and the nearest places, by one-degree cells."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from geo.gazetteer.world import World, cell_of
from geo.records import Place

EARTH_KM = 6371.0088
"""Mean radius of Earth (IUGG)."""
KM_A_DEGREE = EARTH_KM * math.pi / 180
FARTHEST_RING = 12
"""Cells searched around a point: beyond some 1,300 km nothing is near."""


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in kilometres of two (latitude, longitude) points, by the haversine formula."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def nearest(
    world: World, own: Mapping[str, Place], lat: float, lon: float, n: int
) -> list[tuple[float, Place]]:
    """The ``n`` towns and sites nearest to a point, with kilometres; ``own`` places stand for the world's."""
    point = (lat, lon)
    found = [
        (distance_km(point, (place.lat, place.lon)), place)
        for place in own.values()
        if place.feature_class in {"P", "S"} and abs(place.lat - lat) <= FARTHEST_RING
    ]
    searched: set[int] = set()
    for ring in range(FARTHEST_RING + 1):
        cells = sorted(set(_ring(lat, lon, ring)) - searched)
        searched.update(cells)
        rows = world.in_cells(cells)
        near = sorted((distance_km(point, (y, x)), number) for y, x, number in rows)
        taken = 0
        for km, number in near:
            if (place := world.places[number]).id in own:
                continue
            found.append((km, place))
            taken += 1
            if taken == n:
                break
        found.sort(key=lambda item: (item[0], item[1].id))
        # Whatever lies in a farther ring is farther than the ring's inner edge.
        if len(found) >= n and found[n - 1][0] <= _inner_edge(lat, lon, ring):
            break
    return found[:n]


def _ring(lat: float, lon: float, size: int) -> Iterator[int]:
    """The cells ``size`` steps away; near a pole whole rows, for there the cells are slivers."""
    row, column = math.floor(lat), math.floor(lon)
    wide = 180 if abs(lat) > 80 else min(180, math.ceil(size / max(0.17, math.cos(math.radians(lat)))))
    inner = -1 if size == 0 else math.ceil((size - 1) / max(0.17, math.cos(math.radians(lat))))
    for y in range(max(-90, row - size), min(89, row + size) + 1):
        edge = abs(y - row) == size
        for x in range(-wide, wide if wide == 180 else wide + 1):
            if edge or abs(x) > inner or wide == 180:
                yield cell_of(y, (column + x + 180) % 360 - 180)


def _inner_edge(lat: float, lon: float, size: int) -> float:
    """Kilometres from the point to the nearest edge of what the rings up to ``size`` cover."""
    south_north = min(lat - math.floor(lat), math.floor(lat) + 1 - lat) + size
    west_east = min(lon - math.floor(lon), math.floor(lon) + 1 - lon) + size
    return min(south_north, west_east * max(0.17, math.cos(math.radians(lat)))) * KM_A_DEGREE * 0.98
