"""The basemap's binary forms; ``geo/map/static/js/basemap_decode.js`` and ``geo/map/basemap.py`` read them."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

Steps = Sequence[tuple[int, int]]


def varint(value: int) -> bytes:
    """A signed whole number, zigzag, seven bits a byte, least first."""
    rest = value * 2 if value >= 0 else -value * 2 - 1
    out = bytearray()
    while rest > 127:
        out.append(rest & 127 | 128)
        rest >>= 7
    out.append(rest)
    return bytes(out)


def varints(values: Iterable[int]) -> bytes:
    return b"".join(varint(value) for value in values)


def deltas(values: Sequence[int]) -> list[int]:
    return [b - a for a, b in zip([0, *values], values, strict=False)]


def pack_line(points: Steps, origin: tuple[int, int] = (0, 0)) -> bytes:
    """The points as differences, the first from `origin`."""
    before = [origin, *points]
    return varints(part for a, b in zip(before, points, strict=False) for part in (b[0] - a[0], b[1] - a[1]))


def pack_arcs(sides: Sequence[tuple[int, int]], lines: Sequence[Steps]) -> bytes:
    """All arcs in columns: number, lefts (differences), rights, counts of points, points."""
    rights = [right if right < 2 else 2 + left - right for left, right in sides]
    packed = [varint(len(lines)), varints(deltas([left for left, _ in sides])), varints(rights)]
    packed.append(varints(len(line) for line in lines))
    at = (0, 0)
    for line in lines:
        packed.append(pack_line(line, at))
        at = line[-1]
    return b"".join(packed)


DETAIL_RECORD = struct.Struct(
    "<4hIHHH"
)  # west, south, east, north (1/100 degree), offset, left, right, points


def pack_detail(sides: Sequence[tuple[int, int]], lines: Sequence[Steps], grid: int, coarse: int) -> bytes:
    """Every arc by itself, to be picked by number: count, number of coarse ones, records, then the lines."""
    records, body = [], bytearray()
    for (left, right), line in zip(sides, lines, strict=True):
        xs, ys = [x * 100 // grid for x, _ in line], [y * 100 // grid for _, y in line]
        box = (min(xs), min(ys), max(xs) + 1, max(ys) + 1)
        records.append(DETAIL_RECORD.pack(*box, len(body), left, right, len(line)))
        body += pack_line(line)
    return struct.pack("<II", len(records), coarse) + b"".join(records) + bytes(body)
