"""Any GeoJSON: its properties are read by the names and aliases of our columns, its geometry gives the point."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.additions import LAYOUT
from geo.gazetteer.features import parse_feature
from geo.gazetteer.imports import Read
from geo.gazetteer.imports.features import no_point, point_cells, point_of_geometry, read_features, text_of
from geo.gazetteer.sheet import Fault

_NOT_READ = frozenset({"", "latitude", "longitude"})


def read(path: Path) -> Iterator[Read]:
    """The features that have a name and a geometry."""
    for found in read_features(path):
        if isinstance(found, Fault):
            yield found
            continue
        number, feature = found
        properties = feature.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        cells: dict[str, str] = {}
        for column, value in zip(
            LAYOUT.named([str(name) for name in properties]), properties.values(), strict=True
        ):
            if column not in _NOT_READ and (text := text_of(value)):
                cells.setdefault(column, text)
        point = point_of_geometry(feature.get("geometry"))
        if not cells.get("name") or point is None:
            yield no_point(path, number, cells.get("name", ""))
            continue
        if not parse_feature(cells.get("feature_code", "")):
            cells.pop("feature_code", None)
        cells.setdefault("source", "geojson")
        yield number, {**cells, **point_cells(point)}
