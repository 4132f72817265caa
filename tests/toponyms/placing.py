"""Marked sentences whose mentions already have their places, for what is read after resolution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.records import Article, Place, Toponym
from tests.toponyms.conftest import read_marked


def town(id: str, name: str, lat: float, lon: float, country: str = "UA", region: str | None = None) -> Place:
    """A town of 10,000."""
    return Place(id, name, lat, lon, "P", "PPL", country, region, population=10_000)


def area(
    id: str, name: str, lat: float, lon: float, country: str, code: str = "PCLI", radius: float = 400.0
) -> Place:
    """A country, or another area by its code."""
    return Place(id, name, lat, lon, "A", code, country, radius_km=radius, precision="area")


def place_marked(
    text: str, places: Mapping[str, Place], *, associative: str = "", **given: str
) -> tuple[Article, tuple[Toponym, ...]]:
    """The article of a marked text, each mention at the place of its text; unknown ones unplaced.

    Names are literal but for the one called ``associative``.
    """
    article, mentions = read_marked(text, **given)
    found = []
    for mention in mentions:
        usage = "associative" if mention.text == associative else "literal"
        mention = replace(mention, usage=None if mention.kind == "demonym" else usage)
        place = places.get(mention.text)
        if place is None:
            found.append(Toponym(mention, reason="the gazetteer knows no place of that name"))
        else:
            found.append(Toponym(mention, place, 0.9, place.precision, place.radius_km))
    return article, tuple(found)
