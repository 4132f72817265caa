"""The features of a GeoJSON file, each with its number and a point that stands for its geometry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError
from geo.gazetteer.sheet import Fault, shown

Feature = dict[str, Any]


def read_features(path: Path) -> Iterator[tuple[int, Feature]]:
    """The features, counted from 1. Raises ``GazetteerError`` for a file that is no GeoJSON at all."""
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise GazetteerError(f"{shown(path)}:{line}: not JSON in UTF-8; download the file again") from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise GazetteerError(f"{shown(path)}:1: no FeatureCollection; give a GeoJSON file with features")
    for number, feature in enumerate(features, start=1):
        yield number, feature if isinstance(feature, dict) else {}


def point_of_geometry(geometry: object) -> tuple[float, float] | None:
    """Latitude and longitude of a point inside a geometry; None where there is none to be had."""
    import shapely
    from shapely.geometry import shape

    if not isinstance(geometry, dict):
        return None
    try:
        made = shape(geometry)
        point = made if isinstance(made, shapely.Point) else made.representative_point()
        return None if point.is_empty else (float(point.y), float(point.x))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, shapely.errors.ShapelyError):
        return None


def text_of(value: object) -> str:
    """A property as text; "" for null, lists and objects."""
    if isinstance(value, bool) or value is None or isinstance(value, (list, dict)):
        return ""
    return " ".join(str(value).split())


def no_point(path: Path, number: int, name: str) -> Fault:
    """The fault of a feature that cannot be put anywhere."""
    return Fault(
        shown(path), number, f"feature {number} ({name[:40] or 'no name'}): no name or no point", "left out"
    )
