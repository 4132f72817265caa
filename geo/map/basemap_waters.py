"""Rivers, lakes and bays to label near a page's marks: along the course where it is known, else at their one point."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

MOST = 60
MOST_SPOTS = 240
GRID = 50  # steps a degree, as in tools/build_waters.py
STEP_DEGREES = 0.35
"""Every so far along its course a river may have its name: the page writes it where there is room, once nearby."""
NEAR_DEGREES = 1.3  # of latitude, about 140 km
FAR_STEPS, FAR_DEGREES = 4, 4.0
"""Farther off, as far as is in view at region zoom, fewer spots do."""
PX_KM = 156.5
"""Kilometres a pixel at zoom 0 on the equator."""
SEEN_PX, FILLS_PX = 45, 700
"""A name is written from the zoom at which the water's radius is so many pixels; one that stands at the one point we
have of it, up to the zoom at which its radius is wider than the map, where that point would say nothing."""
ZOOMS = (5, 24)

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Water:
    name: str
    radius_km: float
    zooms: tuple[int, int]
    spots: tuple[Spot, ...]
    """Along its course from its source on, or its one point."""
    has_course: bool


class _Marks:
    """The marks by cells as wide as a reach, to find whether one is within it."""

    def __init__(self, points: Sequence[Spot], reach: float) -> None:
        self._reach = reach
        self._cells: dict[tuple[int, int], list[Spot]] = {}
        for latitude, longitude in sorted({(round(lat, 1), round(lon, 1)) for lat, lon in points}):
            cell = (math.floor(latitude / reach), math.floor(longitude / reach))
            self._cells.setdefault(cell, []).append((latitude, longitude))

    def near(self, spot: Spot) -> bool:
        """Whether a mark lies within the reach (in degrees of latitude) of a spot."""
        latitude, longitude = spot
        shrink = max(math.cos(math.radians(latitude)), 0.2)
        row = math.floor(latitude / self._reach)
        wide = self._reach / shrink
        west, east = (math.floor((longitude + side) / self._reach) for side in (-wide, wide))
        return any(
            math.hypot(lat - latitude, (lon - longitude) * shrink) < self._reach
            for y in (row - 1, row, row + 1)
            for x in range(west, east + 1)
            for lat, lon in self._cells.get((y, x), ())
        )


def waters_near(folder: Path, points: Sequence[Spot]) -> list[list[str | int | list[float]]]:
    """``[name, least zoom, most zoom, [latitude, longitude, latitude, longitude …]]``, the widest water first.

    Args:
        folder: where ``waters.tsv`` and ``waters.deflate`` are.
        points: the page's marks.
    """
    near, far = _Marks(points, NEAR_DEGREES), _Marks(points, FAR_DEGREES)
    found: list[list[str | int | list[float]]] = []
    room = MOST_SPOTS
    for water in _waters(folder):
        if water.has_course:
            spots = [
                spot
                for number, spot in enumerate(water.spots)
                if near.near(spot) or (number % FAR_STEPS == 0 and far.near(spot))
            ]
        else:
            reach = near if water.radius_km < NEAR_DEGREES * 111 else far
            spots = [spot for spot in water.spots if reach.near(spot)]
        if spots and len(spots) <= room and len(found) < MOST:
            room -= len(spots)
            found.append([water.name, *water.zooms, [round(part, 2) for spot in spots for part in spot]])
    return found


@cache
def _waters(folder: Path) -> tuple[_Water, ...]:
    lines = _lines(folder / "waters.deflate")
    found = []
    for row in (folder / "waters.tsv").read_text(encoding="utf-8").splitlines():
        name, latitude, longitude, radius, course = row.split("\t")
        spot, radius_km = (float(latitude), float(longitude)), float(radius)
        least = _zoom(radius_km, spot[0], SEEN_PX)
        if course:
            along = tuple(step for number in course.split(" ") for step in _steps(lines[int(number)]))
            found.append(_Water(name, radius_km, (least, ZOOMS[1]), along, True))
        else:
            most = max(least, _zoom(radius_km, spot[0], FILLS_PX))
            found.append(_Water(name, radius_km, (least, most), (spot,), False))
    return tuple(found)


def _zoom(radius_km: float, latitude: float, pixels: float) -> int:
    """The zoom at which a radius is about so many pixels."""
    zoom = math.log2(pixels * PX_KM * max(math.cos(math.radians(latitude)), 0.2) / radius_km)
    return max(ZOOMS[0], min(ZOOMS[1], math.ceil(zoom)))


def _steps(line: Sequence[Spot]) -> Iterator[Spot]:
    """Points along a line, `STEP_DEGREES` apart, the first half a step from its start; the middle of a shorter line."""
    shrink = max(math.cos(math.radians(line[0][0])), 0.2)
    lengths = [math.hypot(b[0] - a[0], (b[1] - a[1]) * shrink) for a, b in pairwise(line)]
    ahead = min(STEP_DEGREES, sum(lengths)) / 2
    for (a, b), length in zip(pairwise(line), lengths, strict=True):
        while length and ahead <= length:
            share = ahead / length
            yield a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
            ahead += STEP_DEGREES
        ahead -= length


def _lines(path: Path) -> list[list[Spot]]:
    """The courses of the rivers, as (latitude, longitude)."""
    values = varints(zlib.decompress(path.read_bytes()))
    lines, x, y = [], 0, 0
    for _ in range(next(values)):
        line = []
        for _ in range(next(values)):
            x, y = x + next(values), y + next(values)
            line.append((y / GRID, x / GRID))
        lines.append(line)
    return lines


def varints(data: bytes | memoryview) -> Iterator[int]:
    """Signed whole numbers: zigzag, seven bits a byte, least first."""
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield -(value + 1) >> 1 if value % 2 else value >> 1
            value = shift = 0
