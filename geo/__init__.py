"""Dateline reads news articles, finds every place they name, and maps them with their sentences.

    import geo
    result = geo.parse("Shells fell on Pokrovsk, in Donetsk oblast, on Monday.")
    result.places                      # a GeoDataFrame, EPSG:4326
    geo.Map(result).save("map.html")   # one page that works offline

Everything here is loaded when it is first used, so that ``import geo`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.articles import make_article, read_sources
    from geo.errors import GazetteerError, GeoError, NeedsNetwork, OutputError, SourceError, UsageError
    from geo.gazetteer import Corrections, Gazetteer, LocalGazetteer, open_corrections, open_gazetteer
    from geo.map import Map
    from geo.pipeline import Parsed, parse
    from geo.records import Bias

__version__ = "0.1.0"

_HOMES = {
    "Bias": "geo.records",
    "Corrections": "geo.gazetteer",
    "Gazetteer": "geo.gazetteer",
    "GazetteerError": "geo.errors",
    "GeoError": "geo.errors",
    "LocalGazetteer": "geo.gazetteer",
    "Map": "geo.map",
    "NeedsNetwork": "geo.errors",
    "OutputError": "geo.errors",
    "Parsed": "geo.pipeline",
    "SourceError": "geo.errors",
    "UsageError": "geo.errors",
    "make_article": "geo.articles",
    "open_corrections": "geo.gazetteer",
    "open_gazetteer": "geo.gazetteer",
    "parse": "geo.pipeline",
    "read_sources": "geo.articles",
}

__all__ = [
    "Bias",
    "Corrections",
    "Gazetteer",
    "GazetteerError",
    "GeoError",
    "LocalGazetteer",
    "Map",
    "NeedsNetwork",
    "OutputError",
    "Parsed",
    "SourceError",
    "UsageError",
    "make_article",
    "open_corrections",
    "open_gazetteer",
    "parse",
    "read_sources",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'geo' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
