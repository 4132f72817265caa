"""Coordinates that a text gives, as places: a point called after the town nearest to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.mentions import Coordinates, find_coordinates
from geo.records import Article, Candidate, Mention, Place, Ranked, Toponym
from geo.toponyms.clues.compass import compass
from geo.toponyms.scene import Decided
from geo.toponyms.senses import bearing

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

SCORE = 0.98
"""The probability that the point is meant: an estimate: texts misprint digits too, no corpus tells how often."""
AT_KM = 2.0
"""Nearer than this to a town's point, a spot is "at" it."""
_ASKED = 12
"""Nearest places looked at for a town, before a site will do."""


def without_coordinates(
    batch: Sequence[tuple[Article, Sequence[Mention]]], decided: Sequence[Decided] = ()
) -> list[tuple[Article, Sequence[Mention]]]:
    """The batch with the mentions whose place is to be found out, or was ``decided`` by a user's row."""
    rows = decided or [{}] * len(batch)
    return [
        (article, [m for m in mentions if m.kind != "coordinates" or (m.start, m.end) in of_article])
        for (article, mentions), of_article in zip(batch, rows, strict=True)
    ]


def with_coordinates(
    mentions: Sequence[Mention], named: tuple[Toponym, ...], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """The toponyms of an article's names and of its coordinates, in order of ``start``."""
    done = {toponym.mention.start for toponym in named if toponym.mention.kind == "coordinates"}
    given = [
        place_coordinates(mention, gazetteer)
        for mention in mentions
        if mention.kind == "coordinates" and mention.start not in done
    ]
    return tuple(sorted([*named, *given], key=lambda toponym: toponym.mention.start)) if given else named


def place_coordinates(mention: Mention, gazetteer: Gazetteer) -> Toponym:
    """The toponym of a mention of kind ``coordinates``."""
    found = find_coordinates(mention.text) or find_coordinates(f"coordinates {mention.text}")
    if not found:
        return Toponym(mention, reason="these are no coordinates of a point on Earth")
    place = point_place(found[0], gazetteer)
    ranked = Ranked(Candidate(place, "coordinates", mention.text), 0.0, SCORE)
    return Toponym(mention, place, SCORE, "point", place.radius_km, (ranked,))


def point_place(point: Coordinates, gazetteer: Gazetteer) -> Place:
    """The spot as a place: "8 km north-west of Pokrovsk", in the country and region that hold it; at sea in none."""
    lat, lon = round(point.lat, 5) + 0.0, round(point.lon, 5) + 0.0  # + 0.0: no minus before a zero
    land = gazetteer.land_at(lat, lon)
    region = gazetteer.place(land.region) if land and land.region else None
    return Place(
        id=f"geo:{lat:.5f},{lon:.5f}",
        name=_name(lat, lon, gazetteer),
        lat=lat,
        lon=lon,
        feature_class="L",
        feature_code="LCTY",
        country_code=land.country if land else "",
        admin1=region.id if region else None,
        admin1_name=region.name if region else "",
        admin1_code=region.admin1_code if region else "",
        radius_km=round(point.radius_km, 3),
        precision="point",
        source="the text",
    )


def _name(lat: float, lon: float, gazetteer: Gazetteer) -> str:
    near = gazetteer.nearest(lat, lon, _ASKED)
    if not near:
        return f"{lat:.5f}, {lon:.5f}"
    km, town = next(((km, place) for km, place in near if place.feature_class == "P"), near[0])
    if km < AT_KM:
        return f"at {town.name}"
    return f"{km:,.0f} km {compass(bearing(town, Place('', '', lat, lon, 'L', 'LCTY')))} of {town.name}"
