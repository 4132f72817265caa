"""The tables as one GeoPackage, layer by layer, the same bytes for the same tables."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from geo.tables.files import write_atomically

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geo.tables.build import Tables

EPOCH = "1970-01-01T00:00:00.000Z"
"""Stands for the time of change that GeoPackage asks for: the same input gives the same bytes."""


def write_gpkg(tables: Tables, path: Path) -> None:
    """Write articles, mentions, places, footprints and what could not be placed as layers of one GeoPackage.

    Raises ``OutputError`` where it cannot be written.
    """
    layers = {
        "places": tables.places,
        "mentions": tables.mentions,
        "articles": tables.articles,
        "unresolved": tables.unresolved,
        "footprints": tables.footprints,
    }
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder) / "tables.gpkg"
        for name, layer in layers.items():
            _write_layer(layer, beside, name)
        whole = Path(folder) / "whole.gpkg"
        _forget_the_time(beside, whole)
        write_atomically(path, whole.read_bytes())


def _write_layer(layer: pd.DataFrame | gpd.GeoDataFrame, path: Path, name: str) -> None:
    import pyogrio

    # Rounding and plain objects as in the other files; GDAL knows no pandas NA.
    plain = layer.copy()
    for column in plain.columns:
        if plain[column].dtype == "string":
            plain[column] = plain[column].astype(object).where(plain[column].notna(), None)
    geometry = {"geometry_type": "Point"} if "geometry" in plain.columns else {}
    pyogrio.write_dataframe(plain, path, layer=name, driver="GPKG", append=path.exists(), **geometry)


def _forget_the_time(path: Path, clean: Path) -> None:
    """Write a copy that says nothing of when, and in how many steps, it was made."""
    with closing(sqlite3.connect(path)) as database:
        # The fixed time must survive the triggers that write the present one.
        for (trigger,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            if "last_change" in trigger:
                database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE gpkg_contents SET last_change = ?", (EPOCH,))
        database.commit()
        # A new file, for SQLite counts the changes of one in its header.
        database.execute("VACUUM INTO ?", (str(clean),))
