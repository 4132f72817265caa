"""The basemap as a page embeds it: the whole world coarsely, and fine detail around the page's marks.

The files in ``static/basemap`` are committed as ``tools/build_basemap.py`` made them; here they are only
picked and joined, so that the same page comes out with every version of zlib. ``docs/basemap.md``
describes them.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.map.basemap_towns import regions_near, towns_near
from geo.map.basemap_waters import waters_near

FOLDER = Path(__file__).with_name("static") / "basemap"
ATTRIBUTION = "Natural Earth · GeoNames (CC BY 4.0)"
"""Whose data the basemap is; Natural Earth is in the public domain, GeoNames asks to be named."""

DETAIL_BYTES = 42_000
"""How much detail a page carries at most (as text it is a quarter larger); a page's whole basemap is ≤ 330 KB."""
REACH_KM = (300.0, 600.0)
"""Detail reaches this far around a mark at least, and at most for a large area."""
WIDEST_KM = 400.0
"""Marks of areas wider than this (countries) are looked at from afar and get no detail."""
MOST_MARKS = 300
SMALL_OUTLINE = 300
"""Points of detail under which an outline is embedded whole, whatever the room."""

_RECORD = struct.Struct("<4hIHHH")  # as in tools/basemap_bytes.py
_FIRST_UNIT = 2
_KM_A_DEGREE = 111.32
_CELL = 400  # hundredths of a degree
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_TO_TEXT = bytes.maketrans(_B85, bytes(range(40, 125)).replace(b"<", b"!"))
"""From the digits of RFC 1924 to the characters from ``(`` on, ``!`` for ``<``, which HTML might take for a tag."""


@dataclass(frozen=True, slots=True)
class _Detail:
    """The fine arcs: ``(west, south, east, north, offset, left, right, points)`` by number, and their bytes."""

    coarse: int
    records: tuple[tuple[int, ...], ...]
    body: bytes

    def line(self, number: int) -> bytes:
        end = self.records[number + 1][4] if number + 1 < len(self.records) else len(self.body)
        return self.body[self.records[number][4] : end]


def basemap_blob(
    borders: str = "un",
    around: Sequence[tuple[float, float, float]] = (),
    outlines: Collection[str] = (),
    detail_bytes: int = DETAIL_BYTES,
) -> str:
    """The basemap as text, as ``decodeBasemap`` of ``basemap_decode.js`` reads it.

    Args:
        borders: the stance on borders, ``"un"`` or ``"de-facto"``.
        around: ``(latitude, longitude, radius in km)`` of the page's marks, the most important first.
        outlines: keys whose outline must be whole (of small regions it is not in the coarse world).
        detail_bytes: about how many bytes of detail to pick.

    Raises:
        ValueError: for another stance.
    """
    stance = _stance(borders)
    sections = [
        (b"U", True, _file(f"units-{stance}.deflate")),
        (b"A", True, _file("arcs.deflate")),
        (b"C", True, _file("claims.deflate")),
        (b"W", True, _file("waters.deflate")),
        (b"L", True, _file(f"labels-{stance}.deflate")),
        (b"D", False, _detail_section(_pick(around, outlines, stance, detail_bytes))),
        (b"T", False, _names_section(around)),
    ]
    blob = b"DLB1" + b"".join(
        struct.pack("<cBI", name, packed, len(data)) + data for name, packed, data in sections
    )
    return _text(blob)


def outline_keys(borders: str = "un") -> frozenset[str]:
    """Every key ``outlineOf`` of ``basemap_geometry.js`` knows: country codes, ``gn:…`` and ``ne:…`` regions."""
    return frozenset(key for unit in _units(_stance(borders)) for key in unit if key)


def unit_keys(borders: str = "un") -> tuple[tuple[str, str], ...]:
    """(country code, region id) of every unit, in the order of their numbers."""
    return _units(_stance(borders))


def _text(data: bytes) -> str:
    """Base 85: five characters for four bytes, where base64 has six."""
    return base64.b85encode(data).translate(_TO_TEXT).decode("ascii")


def _stance(borders: str) -> str:
    if borders not in ("un", "de-facto"):
        raise ValueError(f"borders: {borders!r} is no stance; use 'un' or 'de-facto'")
    return borders


@cache
def _file(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


@cache
def _units(stance: str) -> tuple[tuple[str, str], ...]:
    runs = json.loads(zlib.decompress(_file(f"units-{stance}.deflate")))["units"]
    return tuple(
        (country, f"gn:{region}" if isinstance(region, int) else f"ne:{region}")
        for country, regions in runs
        for region in regions
    )


@cache
def _detail() -> _Detail:
    data = _file("detail.bin")
    count, coarse = struct.unpack_from("<II", data)
    start = 8 + count * _RECORD.size
    return _Detail(coarse, tuple(_RECORD.iter_unpack(data[8:start])), data[start:])


@cache
def _cells() -> dict[tuple[int, int], list[int]]:
    """Numbers of the arcs whose box touches a cell of the grid."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (west, south, east, north, *_) in enumerate(_detail().records):
        for x in range(west // _CELL, east // _CELL + 1):
            for y in range(south // _CELL, north // _CELL + 1):
                cells.setdefault((x, y), []).append(number)
    return cells


def _pick(
    around: Sequence[tuple[float, float, float]], outlines: Collection[str], stance: str, room: int
) -> list[int]:
    """Numbers of the arcs to embed: what the outlines need, then the nearest to the marks, then the outlines' rest."""
    detail = _detail()
    needed, wanted = _outline_arcs(outlines, stance) if outlines else ([], [])
    nearness = _near(around)
    by_nearness = sorted(nearness, key=lambda number: (nearness[number], number))
    picked: dict[int, None] = dict.fromkeys(needed)
    left = room - sum(len(detail.line(number)) + 6 for number in needed)
    for number in (*by_nearness, *wanted):
        if number not in picked:
            left -= len(detail.line(number)) + 3
            if left < 0:
                break
            picked[number] = None
    return sorted(picked)


def _outline_arcs(outlines: Collection[str], stance: str) -> tuple[list[int], list[int]]:
    """The arcs on the outlines, a key at a time: those of small areas, which need them all, and the rest."""
    members: dict[str, set[int]] = {key: set() for key in sorted(outlines)}
    for unit, keys in enumerate(_units(stance), start=_FIRST_UNIT):
        for key in keys:
            if key in members:
                members[key].add(unit)
    detail = _detail()
    sides: dict[int, list[int]] = {}
    for number, record in enumerate(detail.records):
        for unit in record[5:7]:
            sides.setdefault(unit, []).append(number)
    small: dict[int, None] = {}
    large: dict[int, None] = {}
    for key, units in members.items():
        around = sorted({number for unit in units for number in sides.get(unit, ())})
        around = [n for n in around if (detail.records[n][5] in units) != (detail.records[n][6] in units)]
        is_small = sum(detail.records[n][7] for n in around) < SMALL_OUTLINE
        if is_small:
            small.update(dict.fromkeys(around))
        elif ":" in key:
            small.update(dict.fromkeys(n for n in around if n >= detail.coarse))
            large.update(dict.fromkeys(around))
    return list(small), list(large)


def _near(around: Sequence[tuple[float, float, float]]) -> dict[int, float]:
    """Arc → its distance from the nearest mark as a share of that mark's reach (under 1)."""
    found: dict[int, float] = {}
    records, cells = _detail().records, _cells()
    for latitude, longitude, radius in [mark for mark in around if mark[2] <= WIDEST_KM][:MOST_MARKS]:
        reach = max(REACH_KM[0], min(1.3 * radius, REACH_KM[1]))
        tall = reach / _KM_A_DEGREE
        shrink = max(_cosine(latitude), 0.1)
        box = (longitude - tall / shrink, latitude - tall, longitude + tall / shrink, latitude + tall)
        for number in _touching(box, cells):
            west, south, east, north = records[number][:4]
            dx = max(west / 100 - longitude, 0, longitude - east / 100) * shrink
            dy = max(south / 100 - latitude, 0, latitude - north / 100)
            share = (dx * dx + dy * dy) ** 0.5 / tall
            if share < found.get(number, 1.0):
                found[number] = round(share, 6)
    return found


def _cosine(latitude: float) -> float:
    from math import cos, radians

    return cos(radians(latitude))


def _touching(
    box: tuple[float, float, float, float], cells: dict[tuple[int, int], list[int]]
) -> Iterable[int]:
    west, south, east, north = (int(value * 100) // _CELL for value in box)
    return {n for x in range(west, east + 1) for y in range(south, north + 1) for n in cells.get((x, y), ())}


def _detail_section(numbers: Sequence[int]) -> bytes:
    """Count, then for each arc its number (difference), its sides if the coarse world lacks it, points and line."""
    detail = _detail()
    out = [_varint(len(numbers))]
    before = 0
    for number in numbers:
        left, right, points = detail.records[number][5:8]
        out.append(_varint(number - before))
        if number >= detail.coarse:
            out.append(_varint(left) + _varint(right if right < _FIRST_UNIT else _FIRST_UNIT + left - right))
        out.append(_varint(points) + detail.line(number))
        before = number
    return b"".join(out)


def _varint(value: int) -> bytes:
    """A whole number of 0 or more, zigzag, seven bits a byte, least first."""
    rest, out = value * 2, bytearray()
    while rest > 127:
        out.append(rest & 127 | 128)
        rest >>= 7
    out.append(rest)
    return bytes(out)


def _names_section(around: Sequence[tuple[float, float, float]]) -> bytes:
    """Labels of towns, first-level regions and waters near the marks."""
    points = [(lat, lon) for lat, lon, radius in around if radius <= WIDEST_KM][:MOST_MARKS]
    near = {
        "towns": towns_near(FOLDER / "towns.tsv", points),
        "regions": regions_near(FOLDER / "regions.tsv", points),
        "waters": waters_near(FOLDER, points),
    }
    return json.dumps(near, ensure_ascii=False, separators=(",", ":")).encode()
