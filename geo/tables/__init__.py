"""Flat tables of what was read and found, and the files they are written to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.tables.build import Tables, anchor_words, build_tables, is_open, ready_row, ready_row_of
    from geo.tables.files import (
        csv_bytes,
        geojson_bytes,
        unresolved_bytes,
        write_atomically,
        write_csv,
        write_geojson,
        write_unresolved,
    )
    from geo.tables.geopackage import write_gpkg

_HOMES = {
    "Tables": "build",
    "build_tables": "build",
    "csv_bytes": "files",
    "geojson_bytes": "files",
    "anchor_words": "build",
    "is_open": "build",
    "ready_row": "build",
    "ready_row_of": "build",
    "unresolved_bytes": "files",
    "write_atomically": "files",
    "write_csv": "files",
    "write_geojson": "files",
    "write_gpkg": "geopackage",
    "write_unresolved": "files",
}

__all__ = [
    "Tables",
    "anchor_words",
    "build_tables",
    "csv_bytes",
    "geojson_bytes",
    "is_open",
    "ready_row",
    "ready_row_of",
    "unresolved_bytes",
    "write_atomically",
    "write_csv",
    "write_geojson",
    "write_gpkg",
    "write_unresolved",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"geo.tables.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'geo.tables' has no attribute {name!r}")
