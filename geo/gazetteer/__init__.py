"""Names to places: the world file, our own rows and the users' rows on top of it, read-only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.gazetteer.additions import Fault, check_additions, read_additions
    from geo.gazetteer.geocoder import LocalGazetteer
    from geo.gazetteer.lexicon import Lexicon
    from geo.gazetteer.names import normalise
    from geo.gazetteer.store import Gazetteer, open_gazetteer

_HOMES = {
    "Fault": "additions",
    "Gazetteer": "store",
    "Lexicon": "lexicon",
    "LocalGazetteer": "geocoder",
    "check_additions": "additions",
    "normalise": "names",
    "open_gazetteer": "store",
    "read_additions": "additions",
}

__all__ = [
    "Fault",
    "Gazetteer",
    "Lexicon",
    "LocalGazetteer",
    "check_additions",
    "normalise",
    "open_gazetteer",
    "read_additions",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"geo.gazetteer.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'geo.gazetteer' has no attribute {name!r}")
