"""The files that tables are written to. Each is written beside its place and then renamed, so it is whole or old."""

from __future__ import annotations

import csv
import io
import json
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import OutputError
from geo.tables.lines import COORDINATE_DECIMALS, SCORE_DECIMALS

if TYPE_CHECKING:
    import pandas as pd

    from geo.tables.build import Tables

BOM = "\ufeff"
"""Excel reads a CSV as UTF-8 only where it starts with this."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV Injection")."""
_PLACES_OF = {"lat": COORDINATE_DECIMALS, "lon": COORDINATE_DECIMALS, "radius_km": 1}


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that whatever happens, even ``kill -9``, the old file or the new one stands there, whole.

    Raises ``OutputError`` where it cannot be written.
    """
    stream_atomically(path, (data,))


def stream_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """``write_atomically`` for what need not be in memory at once.

    A link stays a link, and a file that was there keeps its mode. Raises ``OutputError`` where it cannot be written,
    and whatever ``pieces`` raises; the old file then stays.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        try:
            with beside.open("xb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(
            f"{path}: cannot be written ({reason}); choose another place, or free this one"
        ) from error


def write_geojson(tables: Tables, path: Path) -> None:
    """Write the places as GeoJSON (RFC 7946). Raises ``OutputError``."""
    write_atomically(path, geojson_bytes(tables))


def write_csv(tables: Tables, path: Path) -> None:
    """Write the mentions as CSV. Raises ``OutputError``."""
    write_atomically(path, csv_bytes(tables))


def write_unresolved(tables: Tables, path: Path) -> None:
    """Write what could not be placed as CSV. Raises ``OutputError``."""
    write_atomically(path, unresolved_bytes(tables))


def geojson_bytes(tables: Tables) -> bytes:
    """The places as a FeatureCollection, a feature a line, so that a diff shows which changed."""
    features = [_feature(row) for row in _records(tables.places.drop(columns="geometry"))]
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, allow_nan=False) for f in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode()


def csv_bytes(tables: Tables) -> bytes:
    """The mentions as CSV for people: see ``csv_table``."""
    return csv_table(tables.mentions.drop(columns="geometry"))


def unresolved_bytes(tables: Tables) -> bytes:
    """What could not be placed as CSV for people: see ``csv_table``."""
    return csv_table(tables.unresolved)


def csv_table(frame: pd.DataFrame) -> bytes:
    """CSV that spreadsheets open well: UTF-8 with a byte-order mark, CRLF (RFC 4180), no cell taken for a formula.

    A text that a spreadsheet would run (it starts with ``= + - @``, narrow or wide, a tab or a line end) gets an
    apostrophe in front; numbers stay as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in _records(frame):
        writer.writerow([_cell(value) for value in row.values()])
    return (BOM + out.getvalue()).encode("utf-8", errors="replace")


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    properties = {"id": row.pop("place"), **row}
    point = {"type": "Point", "coordinates": [properties.pop("lon"), properties.pop("lat")]}
    return {"type": "Feature", "id": properties["id"], "geometry": point, "properties": properties}


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain Python values: None where there is nothing, numbers rounded to what they are worth."""
    columns = {name: [_plain(name, v) for v in frame[name].astype(object)] for name in frame.columns}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _plain(name: str, value: Any) -> Any:
    import pandas as pd

    if pd.isna(value):
        return None
    if isinstance(value, float):
        return round(value, _PLACES_OF.get(name, SCORE_DECIMALS))
    return value
