"""The basemap's borders for the world file, so that a point finds its country and region without the map."""

from __future__ import annotations

import json
import struct
from typing import Literal

from geo.gazetteer.outlines import pack_outlines
from geo.map.basemap import FOLDER, unit_keys
from geo.map.basemap_waters import varints
from tools.basemap_bytes import DETAIL_RECORD

STANCES: tuple[Literal["un", "de-facto"], ...] = ("un", "de-facto")


def read_outlines() -> tuple[bytes, str]:
    """Every border in full detail, and the country and region of each unit by stance, as ``Outlines`` takes them."""
    data = (FOLDER / "detail.bin").read_bytes()
    count, _ = struct.unpack_from("<II", data)
    start = 8 + count * DETAIL_RECORD.size
    records = list(DETAIL_RECORD.iter_unpack(data[8:start]))
    arcs = []
    for west, south, east, north, offset, left, right, points in records:
        steps = varints(memoryview(data)[start + offset :])
        x = y = 0
        line = []
        for _ in range(points):
            x, y = x + next(steps), y + next(steps)
            line.append((x, y))
        arcs.append(((west, south, east, north), left, right, line))
    units = {stance: [list(keys) for keys in unit_keys(stance)] for stance in STANCES}
    return pack_outlines(arcs), json.dumps(units, separators=(",", ":"), sort_keys=True)
