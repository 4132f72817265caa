"""Names to places: the world file, our own rows and the users' rows on top of it, read-only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.gazetteer.additions import Fault, check_additions, read_additions
    from geo.gazetteer.correction_layers import Corrections, open_corrections
    from geo.gazetteer.corrections import Correction, check_corrections, read_corrections
    from geo.gazetteer.geocoder import LocalGazetteer
    from geo.gazetteer.lexicon import Lexicon
    from geo.gazetteer.names import normalise
    from geo.gazetteer.store import Gazetteer, open_gazetteer

_HOMES = {
    "Correction": "corrections",
    "Corrections": "correction_layers",
    "Fault": "additions",
    "Gazetteer": "store",
    "Lexicon": "lexicon",
    "LocalGazetteer": "geocoder",
    "check_additions": "additions",
    "check_corrections": "corrections",
    "normalise": "names",
    "open_corrections": "correction_layers",
    "open_gazetteer": "store",
    "read_additions": "additions",
    "read_corrections": "corrections",
}

__all__ = [
    "Correction",
    "Corrections",
    "Fault",
    "Gazetteer",
    "Lexicon",
    "LocalGazetteer",
    "check_additions",
    "check_corrections",
    "normalise",
    "open_corrections",
    "open_gazetteer",
    "read_additions",
    "read_corrections",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"geo.gazetteer.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'geo.gazetteer' has no attribute {name!r}")
