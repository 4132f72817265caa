"""Layers of a user's own for the page: shapes from GeoJSON, GeoPackage or KML files, a scanned map, an intro.

All that comes from such files is data on the page: geometry as numbers, properties and names as text.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import SourceError

if TYPE_CHECKING:
    import geopandas as gpd

SUFFIXES = (".geojson", ".json", ".gpkg", ".kml")
MOST_FEATURES, MOST_POINTS = 5_000, 30_000
"""Of one layer, after simplifying; more would make the page slow."""
HALF_PIXEL = 0.0007
"""Degrees of half a pixel at the page's closest zoom on the equator: what simplifying may move a line by, at first."""
_COARSEST = 0.2
_DECIMALS = 5
_LONGEST, _MOST_FIELDS = 500, 24
_KML_OWN = frozenset(
    ("id", "tessellate", "extrude", "visibility", "drawOrder", "icon", "altitudeMode", "snippet")
)
"""Fields that GDAL gives every KML feature and that say nothing to a reader."""
Layer = dict[str, Any]


def read_layers(path: Path) -> list[Layer]:
    """The layers of a file, each a GeoJSON FeatureCollection with a ``name``, in degrees (WGS 84), simplified.

    A single layer has the file's name, several have their own. Properties are text. Raises ``SourceError`` where the
    file is missing, no such file, faulty or empty, or says in no way where on Earth it lies.
    """
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError

    _check_kind(path)
    try:
        named = [str(name) for name, geometry in pyogrio.list_layers(path) if geometry is not None]
        read = [(name, pyogrio.read_dataframe(path, layer=name)) for name in named]
    except (DataSourceError, DataLayerError, ValueError, RuntimeError, UnicodeError) as error:
        raise SourceError(
            f"{path}: cannot be read as {_kind_words(path)} ({_one_line(error)}); check the file"
        ) from error
    layers = [
        _layer(path, name if len(named) > 1 else "", frame)
        for name, frame in read
        if "geometry" in frame and frame.geometry.notna().any()
    ]
    if not layers:
        raise SourceError(f"{path}: holds no shapes; give a file with points, lines or areas")
    return layers


def _check_kind(path: Path) -> None:
    """Raise ``SourceError`` for what is not one of the three kinds, by its name and its first bytes.

    The library reads many kinds more, of which some refer to other files and addresses.
    """
    if not path.is_file():
        raise SourceError(f"{path}: no such file; name a {', '.join(SUFFIXES)} file")
    kind = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(4096)
    starts = {
        ".gpkg": head.startswith(b"SQLite format 3\x00"),
        ".kml": b"<kml" in head,
        ".geojson": head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"),
    }
    starts[".json"] = starts[".geojson"]
    if kind not in starts:
        raise SourceError(f"{path}: not a kind of layer that is read; give {', '.join(SUFFIXES)}")
    if not starts[kind]:
        raise SourceError(f"{path}: is not {_kind_words(path)} inside; check the file")
    if kind in (".geojson", ".json"):
        _check_systems(path)


def _check_systems(path: Path) -> None:
    """Raise ``SourceError`` for GeoJSON that gives its coordinate system as an address: the library would fetch it."""

    def check(members: list[tuple[str, Any]]) -> dict[str, Any]:
        for name, value in members:
            kind = value.get("type") if name.lower() == "crs" and isinstance(value, dict) else "name"
            if str(kind).lower() not in ("name", "epsg", "none"):
                raise SourceError(
                    f"{path}: gives its coordinate system as a {str(kind)[:20]!r}, which may be an address, and "
                    "nothing is fetched; save the file in degrees (WGS 84)"
                )
        return {name.lower(): value for name, value in members if name.lower() == "type"}

    try:
        json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=check)
    except SourceError:
        raise
    except (OSError, ValueError, RecursionError) as error:
        raise SourceError(
            f"{path}: cannot be read as GeoJSON ({_one_line(error)}); check the file"
        ) from error


def _kind_words(path: Path) -> str:
    return {".gpkg": "a GeoPackage", ".kml": "KML"}.get(path.suffix.lower(), "GeoJSON")


def _layer(path: Path, name: str, frame: gpd.GeoDataFrame) -> Layer:
    kept = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    placed = _in_degrees(path, kept)
    shapes = _simplified(path, placed)
    fields = [column for column in kept.columns if column != "geometry"]
    if path.suffix.lower() == ".kml":
        fields = [field for field in fields if field not in _KML_OWN]
    features = [
        {"type": "Feature", "geometry": shape, "properties": _texts(dict(zip(fields, values, strict=True)))}
        for shape, values in zip(shapes, kept[fields].itertuples(index=False), strict=True)
    ]
    shown = name or re.sub(r"[_\s]+", " ", path.stem).strip() or path.stem
    return {"type": "FeatureCollection", "name": shown, "features": features}


def _in_degrees(path: Path, frame: gpd.GeoDataFrame) -> Any:
    """The shapes in WGS 84, without heights."""
    import shapely

    if frame.crs is None:
        west, south, east, north = frame.total_bounds
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            raise SourceError(
                f"{path}: does not say its coordinate system, and its numbers are no degrees; save it with one"
            )
        shapes = frame.geometry.to_numpy()
    else:
        shapes = frame.to_crs("EPSG:4326").geometry.to_numpy()
    shapes = shapely.force_2d(shapes)
    bounds = shapely.total_bounds(shapes)
    if not all(map(math.isfinite, bounds)) or not (
        -540 <= bounds[0] <= bounds[2] <= 540 and -90 <= bounds[1] <= bounds[3] <= 90
    ):
        raise SourceError(f"{path}: has positions that are not on Earth; check its coordinate system")
    return shapes


def _simplified(path: Path, shapes: Any) -> list[dict[str, Any]]:
    """The shapes as GeoJSON geometries with as few points as the page shows, coarser the more there are."""
    import shapely

    if len(shapes) > MOST_FEATURES:
        raise SourceError(
            f"{path}: holds {len(shapes):,} shapes in one layer, more than {MOST_FEATURES:,}; give a part of it"
        )
    tolerance = HALF_PIXEL
    simple = shapely.simplify(shapes, tolerance, preserve_topology=True)
    while shapely.get_num_coordinates(simple).sum() > MOST_POINTS:
        tolerance *= 2
        if tolerance > _COARSEST:
            raise SourceError(
                f"{path}: holds more than {MOST_POINTS:,} points however simplified; give a part of it"
            )
        simple = shapely.simplify(shapes, tolerance, preserve_topology=True)
    rounded = shapely.transform(simple, lambda points: points.round(_DECIMALS))
    return [json.loads(text) for text in shapely.to_geojson(rounded)]


def _texts(properties: dict[str, Any]) -> dict[str, str]:
    """What a feature says of itself, as text; empty fields are left out."""
    texts: dict[str, str] = {}
    for name, value in properties.items():
        text = _text(value)
        if text.strip():
            texts[str(name)] = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        if len(texts) == _MOST_FIELDS:
            break
    return texts


def _text(value: Any) -> str:
    import pandas as pd

    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    if pd.isna(value):
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:160]


def names_told_apart(layers: Sequence[Layer]) -> list[Layer]:
    """The layers with a number behind each name that came before: "camps", "camps (2)"."""
    seen: dict[str, int] = {}
    told = []
    for layer in layers:
        seen[layer["name"]] = seen.get(layer["name"], 0) + 1
        number = seen[layer["name"]]
        told.append({**layer, "name": layer["name"] if number == 1 else f"{layer['name']} ({number})"})
    return told
