"""Write the basemap's rivers and lakes: their courses, and the gazetteer's names for them.

    python -m tools.build_waters

Run by a maintainer, after ``tools/build_basemap.py`` and after rows of waters in ``gazetteer/places.csv`` changed; see
``docs/basemap.md`` for the files.
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from tools.basemap_bytes import pack_line, varint
from tools.basemap_labels import sea_labels
from tools.build_basemap import COARSE_GRID, deflated, write
from tools.geography_sources import waters
from tools.simplify import Point, simplify, snapped
from tools.stances import read_disputes

PLACES = Path(__file__).resolve().parent.parent / "gazetteer" / "places.csv"
COURSES = Path(__file__).with_name("rivers.csv")
TOLERANCE = 0.06  # degrees of longitude at the equator, as drawn
RIVERS = frozenset({"STM", "CNL"})
STILL = frozenset({"LK", "RSV", "LGN", "BAY", "GULF", "STRT", "SD", "INLT"})
NO_MORE = frozenset({"Kakhovka Reservoir", "Kurakhove reservoir", "Lop Nur", "Nicaragua Canal"})
"""Drained in 2023, drained in 2024, dried up, never dug: drawn and labelled nowhere, though articles name them."""
DRAINED = ((47.45, 34.2),)  # a point in each drained lake that the source still has
ON_COURSE_KM = 15.0
"""How near a row of ``rivers.csv`` must lie to the course it names."""
WIDEST_KM = 400.0
"""An arm of the sea that is wider than this is no neighbour of a mark."""
KM_A_DEGREE = 111.32


@dataclass(frozen=True, slots=True)
class Water:
    """A named water: where its label stands, its radius, the numbers of the lines that are its course."""

    name: str
    latitude: float
    longitude: float
    radius_km: float
    course: tuple[int, ...]

    def line(self) -> str:
        spot = f"{self.latitude:.2f}\t{self.longitude:.2f}"
        return f"{self.name}\t{spot}\t{self.radius_km:g}\t{' '.join(map(str, self.course))}\n"


class Topology:
    """The layers of a quantised TopoJSON file."""

    def __init__(self, path: Path) -> None:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
        self._objects = data["objects"]
        self._arcs: list[list[Point]] = []
        for steps in data["arcs"]:
            x = y = 0
            arc = []
            for dx, dy in steps:
                x, y = x + dx, y + dy
                arc.append((x * sx + tx, y * sy + ty))
            self._arcs.append(arc)

    def _line(self, numbers: Sequence[int]) -> list[Point]:
        line: list[Point] = []
        for number in numbers:
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            line += arc[1:] if line else arc
        return line

    def rivers(self) -> Iterator[list[list[Point]]]:
        """A river a time: the lines of all that bears one name in the source, as long as they can be joined."""
        for geometry in self._objects["rivers"]["geometries"]:
            arcs = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
            merged = shapely.line_merge(shapely.MultiLineString([self._line(numbers) for numbers in arcs]))
            yield [list(part.coords) for part in shapely.get_parts(merged)]

    def lakes(self) -> Iterator[list[list[Point]]]:
        """A lake a time: its shore, then its islands'."""
        for geometry in self._objects["lakes"]["geometries"]:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            for rings in polygons:
                yield [self._line(numbers) for numbers in rings]


def thin(lines: Iterable[Sequence[Point]], least: int) -> list[list[tuple[int, int]]]:
    """The lines on the coarse grid, short ones in their shape; without `least` points one is too small to be seen."""
    drawn = (snapped(simplify(line, min(TOLERANCE, _size(line) / 20)), COARSE_GRID) for line in lines)
    return [line for line in drawn if len(line) >= least]


def _size(line: Sequence[Point]) -> float:
    west, south, east, north = shapely.LineString(line).bounds
    return math.hypot(east - west, north - south)


def packed(groups: Sequence[Sequence[Sequence[tuple[int, int]]]]) -> bytes:
    """Groups of lines: each its number of lines, then for each line its number of points and the points."""
    out = []
    at = (0, 0)
    for group in groups:
        out.append(varint(len(group)))
        for line in group:
            out.append(varint(len(line)) + pack_line(line, at))
            at = line[-1]
    return b"".join(out)


def courses(lines: Sequence[Sequence[Sequence[Point]]]) -> dict[str, list[int]]:
    """Name → the numbers of the rivers whose course its points in ``rivers.csv`` lie on.

    Raises:
        ValueError: no course runs where a row says that one does.
    """
    shapes = [shapely.MultiLineString(parts) for parts in lines]
    found: dict[str, list[int]] = {}
    with COURSES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spot = shapely.Point(float(row["longitude"]), float(row["latitude"]))
            away, number = min((shape.distance(spot), n) for n, shape in enumerate(shapes))
            if away * KM_A_DEGREE > ON_COURSE_KM:
                raise ValueError(f"{COURSES}: no river runs near {row['name']} {spot}")
            found.setdefault(row["name"], []).append(number)
    return found


def named_waters(numbers: Mapping[str, Sequence[int]], lines: Sequence[Sequence[Point]]) -> list[Water]:
    """The gazetteer's waters that no sea's label of the basemap stands for already, the widest first.

    `numbers` are those in `lines` of the course of each name.

    Raises:
        ValueError: ``rivers.csv`` has a name that is no river of the gazetteer.
    """
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["feature_code"] in RIVERS | STILL]
    if unknown := set(numbers) - {row["name"] for row in rows}:
        raise ValueError(f"{COURSES}: {sorted(unknown)}: no rivers of {PLACES.name}")
    seas = [(label[0], label[1], label[2]) for label in sea_labels(read_disputes(), "un")]
    found = []
    for row in rows:
        spot = (float(row["latitude"]), float(row["longitude"]))
        radius = float(row["radius_km"])
        near = max(60.0, 0.6 * radius)
        is_sea = any(row["name"] in label or _km(spot, (lat, lon)) < near for label, lat, lon in seas)
        is_arm = row["feature_code"] in STILL - {"LK", "RSV"}
        if row["name"] in NO_MORE or (is_arm and (is_sea or radius > WIDEST_KM)):
            continue
        # One name may stand for rivers of two continents in the source.
        course = tuple(
            n for n in numbers.get(row["name"], ()) if _from_line(spot, lines[n]) < 2 * radius + 150
        )
        found.append(Water(re.sub(r" \(.*\)$", "", row["name"]), *spot, radius, course))
    return sorted(found, key=lambda water: (-water.radius_km, water.name, water.latitude))


def _km(one: Point, other: Point) -> float:
    """Between two (latitude, longitude), on a plane good enough for what is near."""
    shrink = math.cos(math.radians(one[0]))
    return KM_A_DEGREE * math.hypot(one[0] - other[0], (one[1] - other[1]) * shrink)


def _from_line(spot: Point, line: Sequence[Point]) -> float:
    return min(_km(spot, (latitude, longitude)) for longitude, latitude in line)


def main() -> None:
    source = Topology(waters())
    rivers = list(source.rivers())
    lines: list[tuple[list[Point], list[tuple[int, int]]]] = []
    numbers_of = []
    for parts in rivers:
        drawn = [(part, line) for part in parts for line in thin([part], 2)]
        numbers_of.append(range(len(lines), len(lines) + len(drawn)))
        lines += drawn
    numbers = {
        name: [n for river in found for n in numbers_of[river]] for name, found in courses(rivers).items()
    }
    drained = [shapely.Point(longitude, latitude) for latitude, longitude in DRAINED]
    lakes = [rings for rings in source.lakes() if not shapely.Polygon(rings[0]).intersects(drained).any()]
    shores = thin((rings[0] for rings in lakes), 4)
    islands = thin((ring for rings in lakes for ring in rings[1:]), 4)
    named = named_waters(numbers, [part for part, _ in lines])
    write("waters.deflate", deflated(packed([[line for _, line in lines], shores, islands])))
    write("waters.tsv", "".join(water.line() for water in named).encode())
    print(f"{len(lines)} lines of rivers, {len(shores)} lakes, {len(islands)} islands, {len(named)} names")


if __name__ == "__main__":
    main()
