"""Which country and first-level region holds a point: the basemap's own borders, kept in the world file.

A ray from the point to the east crosses a land's border an odd number of times where the point lies inside (the
even–odd rule). Borders are Natural Earth's, good to a kilometre or two (docs/basemap.md).
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import floor, inf
from typing import Literal

GRID = 1000
"""Steps a degree of the points."""
_BOX_GRID = 100
_STEPS = GRID // _BOX_GRID
_FIRST_UNIT = 2
"""Units below are the sea and the cuts at the antimeridian and the poles."""
_ARC = struct.Struct("<4hIHH")
Stance = Literal["un", "de-facto"]
Arc = tuple[int, int, int, int, int, int, int]
"""West, south, east, north in hundredths of a degree, number of the first point, units to the left and right."""


@dataclass(frozen=True, slots=True)
class Land:
    """The country (ISO 3166-1 alpha-2, "" for none) and first-level region (place id) that hold a point."""

    country: str
    region: str


class Outlines:
    """Every border of the basemap, asked point by point."""

    def __init__(self, data: bytes, units: str) -> None:
        (count,) = struct.unpack_from("<I", data)
        self._arcs: list[Arc] = list(_ARC.iter_unpack(data[4 : 4 + count * _ARC.size]))
        points = array("i")
        points.frombytes(data[4 + count * _ARC.size :])
        if sys.byteorder == "big":
            points.byteswap()
        self._points = points
        self._units: dict[str, list[list[str]]] = json.loads(units)
        self._bands: list[list[int]] = [[] for _ in range(180)]
        # From the west: what is nearest to a point is then mostly found before what lies behind it.
        wests = [arc[0] for arc in self._arcs]
        for number in sorted(range(len(wests)), key=wests.__getitem__):
            _, south, _, north, *_ = self._arcs[number]
            for band in self._bands[max(0, south // 100 + 90) : min(179, north // 100 + 90) + 1]:
                band.append(number)

    def at(self, lat: float, lon: float, stance: Stance = "un") -> Land | None:
        """The land that holds a point in degrees, by the stance on borders; None at sea."""
        return self._land(self._unit_at(lat, lon), stance)

    def by_both(self, lat: float, lon: float) -> tuple[Land | None, Land | None]:
        """The land that holds a point by the UN's stance and as it is held; twice None at sea."""
        unit = self._unit_at(lat, lon)
        return self._land(unit, "un"), self._land(unit, "de-facto")

    def _land(self, unit: int, stance: Stance) -> Land | None:
        return Land(*self._units[stance][unit - _FIRST_UNIT]) if unit >= _FIRST_UNIT else None

    def _unit_at(self, lat: float, lon: float) -> int:
        """The number of the least piece of land that both stances leave whole; below 2 at sea."""
        odd: set[int] = set()
        x, y = lon * GRID, lat * GRID
        nearest, beside = inf, (0, 0)
        for number in self._bands[min(179, max(0, floor(lat) + 90))]:
            west, south, east, north, first, left, right = self._arcs[number]
            if east <= lon * _BOX_GRID or south > lat * _BOX_GRID or north < lat * _BOX_GRID:
                continue
            end = self._end(number)
            if west * _STEPS > x and west * _STEPS >= nearest:
                # Wholly to the east, behind the nearest border: its ends tell whether it is crossed oddly often.
                if (self._points[2 * first + 1] > y) != (self._points[2 * end - 1] > y):
                    odd ^= {left, right}
                continue
            crossings = list(self._crossings(first, end, x, y))
            if len(crossings) % 2:
                odd ^= {left, right}
            if crossings and min(crossings) < nearest:
                nearest, beside = min(crossings), (left, right)
        # Whatever holds the point has the first border on the ray; a gap far off elsewhere then does no harm.
        return max((unit for unit in beside if unit in odd), default=0)

    def _end(self, number: int) -> int:
        return self._arcs[number + 1][4] if number + 1 < len(self._arcs) else len(self._points) // 2

    def _crossings(self, first: int, end: int, x: float, y: float) -> Iterator[float]:
        """Where the ray from a point to the east crosses an arc."""
        points = self._points
        x1, y1 = points[2 * first], points[2 * first + 1]
        for at in range(2 * first + 2, 2 * end, 2):
            x2, y2 = points[at], points[at + 1]
            if (y1 > y) != (y2 > y) and (crossed := x1 + (y - y1) / (y2 - y1) * (x2 - x1)) > x:
                yield crossed
            x1, y1 = x2, y2


def pack_outlines(
    lines: Sequence[tuple[tuple[int, int, int, int], int, int, Sequence[tuple[int, int]]]],
) -> bytes:
    """Arcs (box in hundredths of a degree, left, right, points in thousandths) as ``Outlines`` reads them."""
    records, points = [], array("i")
    for box, left, right, line in lines:
        records.append(_ARC.pack(*box, len(points) // 2, left, right))
        points.extend(chain.from_iterable(line))
    if sys.byteorder == "big":
        points.byteswap()
    return struct.pack("<I", len(records)) + b"".join(records) + points.tobytes()
