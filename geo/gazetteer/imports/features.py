"""The features of a GeoJSON file one by one, however large it is, and a point that stands for their geometry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError
from geo.gazetteer.imports.json_scanner import BrokenJsonError, JsonScanner
from geo.gazetteer.sheet import Fault, shown
from geo.gazetteer.spatial import distance_km

Feature = dict[str, Any]


def read_features(path: Path) -> Iterator[tuple[int, Feature] | Fault]:
    """The features, each with the line where it starts; of a collection, or of a file with one a line.

    Where the file is broken, what came before counts, and the last thing yielded is a fault. Raises
    ``GazetteerError`` for a file that is no GeoJSON at all.
    """
    found = False
    with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as text:
        scanner = JsonScanner(text)
        try:
            for line, value in _values(scanner):
                found = True
                yield line, value if isinstance(value, dict) else {}
        except BrokenJsonError as error:
            what, remedy = f"not JSON in UTF-8 from here on ({error})", "download the file again"
            if not found:
                raise GazetteerError(f"{shown(path)}:{scanner.line}: {what}; {remedy}") from None
            yield Fault(shown(path), scanner.line, what, remedy)
            return
    if not found and not scanner.had_features:
        raise GazetteerError(f"{shown(path)}:1: no FeatureCollection; give a GeoJSON file with features")


def _values(scanner: JsonScanner) -> Iterator[tuple[int, Any]]:
    """The members of ``features``, or single features on lines of their own."""
    while scanner.peek() == "{":
        line = scanner.line
        scanner.skip("{")
        others: dict[str, Any] = {}
        while not scanner.skip("}"):
            key = scanner.key()
            if key == "features" and scanner.peek() == "[":
                scanner.had_features = True
                yield from scanner.members()
            else:
                others[key] = scanner.value()
            if not scanner.skip(",") and scanner.peek() != "}":
                raise BrokenJsonError("an object that does not end")
        if others.get("type") == "Feature" and "properties" in others:
            yield line, others
    if scanner.peek():
        raise BrokenJsonError("something that is no object")


def point_of_geometry(geometry: object) -> tuple[float, float, float] | None:
    """Latitude and longitude of a point inside a geometry, and the radius in kilometres of what is no point.

    None where there is none to be had.
    """
    from shapely import Point
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    if not isinstance(geometry, dict):
        return None
    try:
        made = shape(geometry)
        parts = list(getattr(made, "geoms", ()))
        made = parts[0] if len(parts) == 1 else made
        point = made if isinstance(made, Point) else made.representative_point()
        if point.is_empty:
            return None
        west, south, east, north = made.bounds
        lat, lon = float(point.y), float(point.x)
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError, ShapelyError):
        return None
    if not (-90 <= south <= north <= 90 and -180 <= west <= east <= 180):
        return lat, lon, 0.0
    return lat, lon, round(distance_km((south, west), (north, east)) / 2, 1)


def point_cells(point: tuple[float, float, float]) -> dict[str, str]:
    """The cells of a point and, where it stands for an area, of its radius."""
    cells = {"latitude": f"{point[0]:.6f}", "longitude": f"{point[1]:.6f}"}
    return cells | {"radius_km": f"{point[2]:g}"} if point[2] else cells


def text_of(value: object) -> str:
    """A property as text; "" for null, lists and objects."""
    if isinstance(value, bool) or value is None or isinstance(value, (list, dict)):
        return ""
    return " ".join(str(value).split())


def no_point(path: Path, line: int, name: str) -> Fault:
    """The fault of a feature that cannot be put anywhere."""
    return Fault(shown(path), line, f"a feature ({name[:40] or 'no name'}): no name or no point", "left out")
