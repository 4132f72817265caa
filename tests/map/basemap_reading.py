"""A second, plain reader of the basemap's files, written from docs/basemap.md, for the tests to compare with."""

from __future__ import annotations

import json
import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

COARSE, FINE = 50, 1000


@dataclass(frozen=True)
class Arc:
    left: int
    right: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Basemap:
    """Arcs by number (detail in the place of the coarse ones), (country, region) by unit, labels, dashed arcs."""

    arcs: dict[int, Arc]
    coarse: int
    detailed: frozenset[int]
    units: dict[int, tuple[str, str]]
    dashed: frozenset[int]
    labels: dict[str, list[list[Any]]]
    near: dict[str, list[list[Any]]]
    waters: tuple[list[tuple[tuple[float, float], ...]], ...]
    """Lines of rivers, lakes and islands in them."""

    def units_of(self, key: str) -> set[int]:
        return {number for number, keys in self.units.items() if key in keys}

    @cached_property
    def _beside(self) -> dict[int, list[Arc]]:
        found: dict[int, list[Arc]] = {}
        for arc in self.arcs.values():
            for unit in (arc.left, arc.right):
                found.setdefault(unit, []).append(arc)
        return found

    def around(self, units: set[int]) -> list[Arc]:
        """The arcs with one side in `units`."""
        near = (arc for unit in sorted(units) for arc in self._beside.get(unit, ()))
        return [arc for arc in near if (arc.left in units) != (arc.right in units)]

    def unit_at(self, latitude: float, longitude: float) -> int | None:
        """The unit whose land holds a point: the one whose border a ray to the east crosses an odd number of times,
        and first (on the grid, arcs may miss each other by a hair at one latitude half the Earth away).
        """
        odd: set[int] = set()
        first: dict[int, float] = {}
        for arc in self.arcs.values():
            for longitude_of_crossing in crossings(arc, latitude, longitude):
                odd ^= {arc.left, arc.right}
                for unit in (arc.left, arc.right):
                    first[unit] = min(longitude_of_crossing, first.get(unit, math.inf))
        return min((unit for unit in odd if unit > 1), key=lambda unit: (first[unit], unit), default=None)


def node(point: tuple[float, float]) -> tuple[int, int]:
    """The coarse grid's node of an arc's end, the same for coarse and fine arcs."""
    x, y = ((2 * round(value * FINE) + FINE // COARSE) // (2 * FINE // COARSE) for value in point)
    return x, y


def crossings(arc: Arc, latitude: float, longitude: float) -> Iterator[float]:
    """The longitudes at which an arc crosses the ray from a point to the east."""
    for (x1, y1), (x2, y2) in pairwise(arc.points):
        if (y1 > latitude) != (y2 > latitude):
            crossed = x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
            if longitude < crossed:
                yield crossed


def _bytes(text: str) -> bytes:
    """Base 85: the digits are the characters from ``(`` on, ``!`` for ``<``; a short last group is filled up."""
    digits = [code - 40 for code in text.replace("!", "<").encode("ascii")]
    assert all(0 <= digit < 85 for digit in digits) and "<" not in text
    filled = [*digits, *[84] * (-len(digits) % 5)]
    words = (filled[i : i + 5] for i in range(0, len(filled), 5))
    data = b"".join(
        struct.pack(">I", sum(digit * 85 ** (4 - i) for i, digit in enumerate(word))) for word in words
    )
    return data[: len(digits) * 4 // 5]


def sections(blob: str) -> dict[str, bytes]:
    data = _bytes(blob)
    assert data[:4] == b"DLB1"
    found, at = {}, 4
    while at < len(data):
        name, packed, length = struct.unpack_from("<cBI", data, at)
        body = data[at + 6 : at + 6 + length]
        found[name.decode()] = zlib.decompress(body) if packed else body
        at += 6 + length
    return found


def numbers(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value >> 1 if value % 2 == 0 else -(value + 1) >> 1
            value = shift = 0


def read_basemap(blob: str) -> Basemap:
    found = sections(blob)
    stance = json.loads(found["U"])
    regions = [(country, region) for country, run in stance["units"] for region in run]
    units = {
        n: (c, f"gn:{r}" if isinstance(r, int) else f"ne:{r}") for n, (c, r) in enumerate(regions, start=2)
    }
    arcs = dict(enumerate(_coarse(numbers(found["A"]))))
    coarse = len(arcs)
    detailed = frozenset(_detail(numbers(found["D"]), arcs, coarse))
    dashed, at = set(), 0
    for step in stance["dashed"]:
        at += step
        dashed.add(at)
    labels, near = json.loads(found["L"]), json.loads(found["T"])
    waters = tuple(_waters(numbers(found["W"])))
    return Basemap(arcs, coarse, detailed, units, frozenset(dashed), labels, near, waters)


def _waters(stream: Iterator[int]) -> Iterator[list[tuple[tuple[float, float], ...]]]:
    x, y = 0, 0
    for _ in range(3):
        lines = []
        for _ in range(next(stream)):
            points = []
            for _ in range(next(stream)):
                x, y = x + next(stream), y + next(stream)
                points.append((x / COARSE, y / COARSE))
            lines.append(tuple(points))
        yield lines


def _coarse(stream: Iterator[int]) -> list[Arc]:
    count = next(stream)
    lefts, rights, sizes = ([next(stream) for _ in range(count)] for _ in range(3))
    arcs, left, x, y = [], 0, 0, 0
    for step, right, size in zip(lefts, rights, sizes, strict=True):
        left += step
        points = []
        for _ in range(size):
            x, y = x + next(stream), y + next(stream)
            points.append((x / COARSE, y / COARSE))
        arcs.append(Arc(left, right if right < 2 else left - right + 2, tuple(points)))
    return arcs


def _detail(stream: Iterator[int], arcs: dict[int, Arc], coarse: int) -> list[int]:
    number, seen = 0, []
    for _ in range(next(stream)):
        number += next(stream)
        if number >= coarse:
            left = next(stream)
            right = next(stream)
            right = right if right < 2 else left - right + 2
        else:
            left, right = arcs[number].left, arcs[number].right
        x, y, points = 0, 0, []
        for _ in range(next(stream)):
            x, y = x + next(stream), y + next(stream)
            points.append((x / FINE, y / FINE))
        arcs[number] = Arc(left, right, tuple(points))
        seen.append(number)
    return seen
