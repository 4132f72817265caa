"""Polygons that share edges, as arcs: each stretch of border once, with the unit on either side.

This is TopoJSON's idea with one change: instead of rings that list arcs, every arc names the unit on its
left and on its right, so that the outline of any set of units is the arcs with just one side in the set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import geopandas
import pandas
import shapely
from shapely.geometry import LinearRing

SEA = 0
SEAM = 1  # where polygons end without a coast: the antimeridian and the South Pole
FIRST_UNIT = 2
LONGEST = 400  # vertices; longer arcs are split, so that detail near a mark does not drag a whole coast along

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arc:
    """A line of (longitude, latitude) with the unit `left` of its direction and the one `right` of it."""

    left: int
    right: int
    points: tuple[Point, ...]

    @property
    def closed(self) -> bool:
        return self.points[0] == self.points[-1]


def extract_arcs(polygons: Sequence[shapely.Geometry], owners: Sequence[int]) -> list[Arc]:
    """The arcs of a valid coverage; `owners` gives each polygon's unit number, from `FIRST_UNIT`.

    Borders between polygons of one unit vanish. Arcs are directed so that ``left > right``.
    """
    sides = _sides(polygons, owners)
    outgoing: dict[Point, list[Point]] = defaultdict(list)
    for start, end in sides:
        outgoing[start].append(end)
    ends = _nodes(sides, outgoing)
    arcs: list[Arc] = []
    used: set[tuple[Point, Point]] = set()
    for start in sorted(ends):
        for following in sorted(outgoing.get(start, ())):
            if (start, following) not in used:
                arcs += [_walk(start, following, sides, outgoing, ends, used)]
    for edge in sorted(sides):
        if edge not in used:
            arcs += [_walk(*edge, sides, outgoing, {edge[0]}, used)]
    return [piece for arc in arcs for piece in _split(arc)]


def _sides(
    polygons: Sequence[shapely.Geometry], owners: Sequence[int]
) -> dict[tuple[Point, Point], tuple[int, int]]:
    """Directed edge → (left, right), once for each undirected edge, with left > right."""
    owner_of: dict[tuple[Point, Point], int] = {}
    for polygon, owner in zip(polygons, owners, strict=True):
        for part in shapely.get_parts(polygon):
            for ring, ccw in ((part.exterior, True), *((hole, False) for hole in part.interiors)):
                points = [(float(x), float(y)) for x, y, *_ in _oriented(ring, ccw)]
                for edge in pairwise(points):
                    owner_of[edge] = owner
    sides = {}
    for (start, end), left in owner_of.items():
        right = owner_of.get((end, start), SEAM if _on_seam(start, end) else SEA)
        if left > right:
            sides[start, end] = (left, right)
    return sides


def _oriented(ring: LinearRing, ccw: bool) -> list[tuple[float, ...]]:
    coords = list(ring.coords)
    return coords if ring.is_ccw == ccw else coords[::-1]


def _on_seam(start: Point, end: Point) -> bool:
    return (abs(start[0]) == 180 and start[0] == end[0]) or (start[1] == -90 and end[1] == -90)


def _nodes(
    sides: dict[tuple[Point, Point], tuple[int, int]], outgoing: dict[Point, list[Point]]
) -> set[Point]:
    """Points where arcs meet: not exactly one edge in and one out with the same sides."""
    arriving: dict[Point, list[tuple[int, int]]] = defaultdict(list)
    for (_, end), pair in sides.items():
        arriving[end].append(pair)
    nodes = set()
    for point in set(arriving) | set(outgoing):
        leaving = [sides[point, end] for end in outgoing.get(point, ())]
        if len(leaving) != 1 or arriving.get(point, []) != leaving:
            nodes.add(point)
    return nodes


def _walk(
    start: Point,
    following: Point,
    sides: dict[tuple[Point, Point], tuple[int, int]],
    outgoing: dict[Point, list[Point]],
    ends: set[Point],
    used: set[tuple[Point, Point]],
) -> Arc:
    left, right = sides[start, following]
    points = [start, following]
    used.add((start, following))
    while points[-1] not in ends:
        step = (points[-1], outgoing[points[-1]][0])
        used.add(step)
        points.append(step[1])
    return Arc(left, right, tuple(points))


def _split(arc: Arc) -> list[Arc]:
    pieces = -(-(len(arc.points) - 1) // LONGEST)
    if pieces <= 1:
        return [arc]
    at = [round(i * (len(arc.points) - 1) / pieces) for i in range(pieces + 1)]
    return [Arc(arc.left, arc.right, arc.points[a : b + 1]) for a, b in pairwise(at)]


def merged_units(units: geopandas.GeoDataFrame) -> tuple[geopandas.GeoDataFrame, list[int]]:
    """The distinct (region, country, dispute) combinations, sorted, and for each source polygon its number."""
    keys = list(
        zip(
            units.country,
            units.region,
            units.country_de_facto,
            units.region_de_facto,
            units.dispute,
            strict=True,
        )
    )
    distinct = sorted(set(keys))
    number = {key: FIRST_UNIT + i for i, key in enumerate(distinct)}
    table = pandas.DataFrame(
        distinct, columns=["country", "region", "country_de_facto", "region_de_facto", "dispute"]
    )
    return table, [number[key] for key in keys]
