"""An article's names: which words of it name a place, before anyone knows which."""

from __future__ import annotations

from geo.mentions.coordinates import Coordinates, find_coordinates
from geo.mentions.demonyms import People, lookup
from geo.mentions.foreign import foreign_warning, is_foreign
from geo.mentions.recognise import Recogniser

__all__ = [
    "Coordinates",
    "People",
    "Recogniser",
    "find_coordinates",
    "foreign_warning",
    "is_foreign",
    "lookup",
]
