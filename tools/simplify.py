"""Arcs in fewer points: Douglas and Peucker's method on Mercator's plane, endpoints fixed, then a grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import shapely

Point = tuple[float, float]
FINE_GRID = 1000  # steps a degree of the finest grid
EDGE = 85.0  # degrees of latitude at which web maps end


def mercator(latitude: float) -> float:
    """Mercator's ordinate in degrees of longitude at the equator."""
    clamped = max(-EDGE, min(EDGE, latitude))
    return math.degrees(math.asinh(math.tan(math.radians(clamped))))


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points that stay within `tolerance` (degrees of longitude at the equator, as drawn) of the line.

    A closed line is simplified in two halves, from its first point to the one farthest away and back.
    """
    if len(points) <= 2:
        return list(points)
    # Towards the poles Mercator's scale grows; half of that growth is enough for empty Arctic coasts.
    shrink = [1 / math.sqrt(max(math.cos(math.radians(min(abs(y), EDGE))), 0.1)) for _, y in points]
    factor = tolerance * sorted(shrink)[len(shrink) // 2]
    plane = [(x, mercator(y)) for x, y in points]
    if points[0] == points[-1]:
        far = max(range(len(plane)), key=lambda i: (math.dist(plane[0], plane[i]), -i))
        halves = [_kept(plane[: far + 1], factor), [far + i for i in _kept(plane[far:], factor)][1:]]
        chosen = halves[0] + halves[1]
    else:
        chosen = _kept(plane, factor)
    return [points[i] for i in chosen]


def _kept(plane: Sequence[Point], tolerance: float) -> list[int]:
    """Indices of the points that Douglas and Peucker keep."""
    line = shapely.simplify(shapely.LineString(plane), tolerance, preserve_topology=False)
    kept, at = [], 0
    for point in line.coords:
        while plane[at] != point:
            at += 1
        kept.append(at)
    return kept


def snapped(points: Sequence[Point], grid: int) -> list[tuple[int, int]]:
    """The points in whole steps of 1/`grid` degree, without repeats (at least the two ends).

    All grids go through `FINE_GRID`, so that a reader of the fine points finds the same coarse ones.
    """
    ratio = FINE_GRID // grid
    whole = [(_step(x, ratio), _step(y, ratio)) for x, y in points]
    thin = [whole[0], *(b for a, b in pairwise(whole) if a != b)]
    return thin if len(thin) > 1 else [whole[0], whole[-1]]


def _step(degrees: float, ratio: int) -> int:
    return (2 * math.floor(degrees * FINE_GRID + 0.5) + ratio) // (2 * ratio)


def plane_area(points: Sequence[Point]) -> float:
    """The area inside a closed line, in square degrees of the Mercator plane."""
    plane = [(x, mercator(y)) for x, y in points]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(plane))) / 2
