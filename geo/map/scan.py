"""A scanned map, laid under the marks."""

from __future__ import annotations

import base64
import math
from pathlib import Path
from typing import Any

from geo.errors import SourceError, UsageError

MOST_BYTES = 15_000_000
_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
Bounds = tuple[float, float, float, float]


def read_scan(path: Path, bounds: Bounds) -> dict[str, Any]:
    """An image as a data URI, with the west, south, east and north edge (degrees, WGS 84) it is drawn between.

    Raises ``SourceError`` for a file that is no PNG, JPEG, GIF or WebP, or larger than ``MOST_BYTES``, and
    ``UsageError`` for edges that are none.
    """
    west, south, east, north = bounds
    if not (all(map(math.isfinite, bounds)) and -180 <= west < east <= 360 and -85 <= south < north <= 85):
        raise UsageError(
            f"--bounds {','.join(f'{edge:g}' for edge in bounds)}: not west < east within -180 to 360 and "
            "south < north within -85 to 85, in degrees"
        )
    if not path.is_file():
        raise SourceError(f"{path}: no such file; name a PNG, JPEG, GIF or WebP image")
    if path.stat().st_size > MOST_BYTES:
        raise SourceError(f"{path}: has more than {MOST_BYTES / 1e6:g} MB; scale it down")
    data = path.read_bytes()
    kind = next((kind for sign, kind in _SIGNS if data.startswith(sign)), None)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "image/webp"
    if kind is None:
        raise SourceError(f"{path}: is no PNG, JPEG, GIF or WebP image; convert it to one")
    uri = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
    return {"name": path.stem, "uri": uri, "bounds": list(bounds)}
