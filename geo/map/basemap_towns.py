"""Towns and regions to label near a page's marks, so that the map at town zoom is not an empty sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path

MOST = 160
NEAR_DEGREES = 1.6  # of latitude, about 180 km
AROUND = ((0.2, 4), (0.5, 6))
"""Within so many degrees of latitude (22 and 55 km: what is in view at town zoom) of each mark so many towns have their
label before weightier ones farther off."""
REGION_DEGREES = 3.5  # of latitude, about 390 km
ZOOMS = (6, 7, 8, 9, 10)
FEWEST = {6: 120_000, 7: 50_000, 8: 20_000, 9: 0, 10: 0}
"""The least weight (population, less for places that few languages name) at which a town is labelled at a zoom."""

Town = tuple[str, float, float, int, int]


@cache
def _towns(path: Path) -> dict[tuple[int, int], list[Town]]:
    """All towns by whole degrees of latitude and longitude: name, latitude, longitude, weight, capital."""
    cells: dict[tuple[int, int], list[Town]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, latitude, longitude, weight, capital = line.split("\t")
        town = (name, float(latitude), float(longitude), int(weight), int(capital))
        cells.setdefault((math.floor(town[1]), math.floor(town[2])), []).append(town)
    return cells


def regions_near(path: Path, points: Sequence[tuple[float, float]]) -> list[list[str | float | int]]:
    """``[name, latitude, longitude, min zoom]`` of first-level regions whose middle is near the points, by name."""
    spots = sorted({(round(lat, 1), round(lon, 1)) for lat, lon in points})
    near: list[tuple[str, float, float, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, latitude, longitude, zoom = line.split("\t")
        lat, lon = float(latitude), float(longitude)
        shrink = max(math.cos(math.radians(lat)), 0.2)
        if any(math.hypot(lat - y, (lon - x) * shrink) < REGION_DEGREES for y, x in spots):
            near.append((name, round(lat, 2), round(lon, 2), int(zoom)))
    return [[name, lat, lon, zoom] for name, lat, lon, zoom in sorted(near)[:MOST]]


def towns_near(path: Path, points: Sequence[tuple[float, float]]) -> list[list[str | float | int]]:
    """``[name, latitude, longitude, min zoom, capital]`` of towns near the points, weightiest first.

    A town appears at the least zoom at which no weightier one lies within a label's width of it. Where there are more
    than a page holds, each point, the first first, has some of those around it, and the weightiest have the rest.
    """
    near: set[Town] = set()
    for latitude, longitude in sorted({(round(lat, 1), round(lon, 1)) for lat, lon in points}):
        wide = NEAR_DEGREES / max(math.cos(math.radians(latitude)), 0.2)
        for y in range(math.floor(latitude - NEAR_DEGREES), math.floor(latitude + NEAR_DEGREES) + 1):
            for x in range(math.floor(longitude - wide), math.floor(longitude + wide) + 1):
                near.update(_towns(path).get((y, x), ()))
    ranked = sorted(near, key=lambda town: (-town[3], town[0], town[1]))
    shown: dict[Town, int] = {}
    for zoom in ZOOMS:
        _admit(ranked, zoom, shown)
    admitted = [town for town in ranked if town in shown]
    bands: dict[int, list[Town]] = {}
    for town in admitted:
        for band in {math.floor(town[1] + step * AROUND[-1][0]) for step in (-1, 1)}:
            bands.setdefault(band, []).append(town)
    chosen: dict[Town, None] = {}
    for latitude, longitude in dict.fromkeys((round(lat, 1), round(lon, 1)) for lat, lon in points):
        shrink = max(math.cos(math.radians(latitude)), 0.2)
        for degrees, most in AROUND:
            around = (
                town
                for town in bands.get(math.floor(latitude), ())
                if math.hypot(town[1] - latitude, (town[2] - longitude) * shrink) < degrees
            )
            chosen.update(dict.fromkeys(islice(around, most)))
    kept = set(islice(dict.fromkeys((*chosen, *admitted)), MOST))
    return [_label(town, shown[town]) for town in admitted if town in kept]


def _label(town: Town, zoom: int) -> list[str | float | int]:
    name, latitude, longitude, _, capital = town
    return [name, round(latitude, 2), round(longitude, 2), zoom, *([capital] if capital else [])]


def _admit(ranked: Sequence[Town], zoom: int, shown: dict[Town, int]) -> None:
    """Let towns in at `zoom`, by rank, where no label is in their way."""
    reach = 80 * 360 / (256 * 2**zoom)
    taken: dict[tuple[int, int], list[Town]] = {}
    for town in ranked:
        _, latitude, longitude, weight, _ = town
        cell = (math.floor(latitude / reach), math.floor(longitude / reach))
        around = [
            t for i in (-1, 0, 1) for j in (-1, 0, 1) for t in taken.get((cell[0] + i, cell[1] + j), ())
        ]
        free = all(abs(longitude - t[2]) > reach or abs(latitude - t[1]) > reach / 3 for t in around)
        if town in shown or (free and weight >= FEWEST[zoom]):
            shown.setdefault(town, zoom)
            taken.setdefault(cell, []).append(town)
