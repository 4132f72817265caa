"""The gazetteer as a geopy geocoder: offline, and with geopy's own answers and exceptions."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer.country_codes import advice_on
from geo.gazetteer.names import normalise
from geo.gazetteer.store import Gazetteer, open_gazetteer
from geo.records import Candidate, Place

DEFAULT_LIMIT = 10


class LocalGazetteer(Geocoder):  # type: ignore[misc]  # geopy has no type hints
    """``geocode`` and ``reverse`` over the gazetteer, without a network.

    >>> LocalGazetteer().geocode("Nakhodka").point      # doctest: +SKIP
    Point(42.8436, 132.91831, 0.0)

    Each ``Location``'s ``raw`` is the place's record as a dict, with ``match`` and ``matched_name`` after ``geocode``
    and ``distance_km`` after ``reverse``.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        super().__init__(user_agent="geo-dateline")
        self._gazetteer = gazetteer or open_gazetteer()

    def geocode(
        self,
        query: str,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        viewbox: Sequence[Any] | None = None,
    ) -> Location | list[Location] | None:
        """The most prominent place of a name, or up to ``limit`` of them; None if there is none.

        ``country_codes`` are ISO 3166-1 alpha-2 codes; ``viewbox`` is two corner points (as geopy takes them) that
        the place must lie within. Raises ``GeocoderQueryError`` for a query, code, box or limit that makes no sense.
        """
        limit = _checked_limit(limit)
        if not isinstance(query, str) or not normalise(query):
            raise GeocoderQueryError(f"not a place name: {query!r}")
        countries = self._checked_countries(country_codes)
        box = _checked_box(viewbox)
        found = self._gazetteer.candidates(query) or self._gazetteer.candidates(query, fuzzy=True)
        found = tuple(
            c for c in found if (not countries or c.place.country_code in countries) and _is_in(box, c.place)
        )
        locations = [
            _location(c.place, match=c.match, matched_name=c.name)
            for c in sorted(found, key=_prominence)[: 1 if exactly_one else limit]
        ]
        return _answer(locations, exactly_one)

    def reverse(
        self, query: Any, exactly_one: bool = True, limit: int | None = None
    ) -> Location | list[Location] | None:
        """The town or site nearest to a point (anything that geopy takes for one), or the ``limit`` nearest.

        Raises ``GeocoderQueryError`` for what is not a point on Earth.
        """
        limit = _checked_limit(limit)
        point = _checked_point(query)
        found = self._gazetteer.nearest(point.latitude, point.longitude, 1 if exactly_one else limit)
        return _answer([_location(place, distance_km=round(km, 3)) for km, place in found], exactly_one)

    def _checked_countries(self, codes: str | Sequence[str] | None) -> frozenset[str]:
        given = [codes] if isinstance(codes, str) else list(codes or ())
        wanted = frozenset(str(code).upper() for code in given)
        if unknown := sorted(wanted - self._gazetteer.country_codes):
            raise GeocoderQueryError(f"no such country: {', '.join(unknown)}; {advice_on(unknown[0])}")
        return wanted


def _prominence(candidate: Candidate) -> tuple[int, int, str]:
    """By population among matches of the name itself; then "Pokrovsk Raion" for "Pokrovsk"; then what was guessed."""
    guessed = candidate.match in {"romanised", "fuzzy"}
    named_after = candidate.match == "type" and not candidate.type_word
    return 2 * guessed + named_after, -candidate.place.population, candidate.place.id


def _location(place: Place, **more: object) -> Location:
    parts = dict.fromkeys(filter(None, [place.name, place.admin1_name, place.country_code]))
    return Location(", ".join(parts), Point(place.lat, place.lon), {**asdict(place), **more})


def _answer(locations: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _checked_limit(limit: int | None) -> int:
    if limit is None:
        return DEFAULT_LIMIT
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise GeocoderQueryError(f"not a limit: {limit!r}; give a whole number from 1")
    return limit


def _checked_point(query: Any) -> Point:
    try:
        with warnings.catch_warnings():  # geopy warns of a latitude beyond the pole, then raises
            warnings.simplefilter("ignore", UserWarning)
            point = Point(query)
    except (ValueError, TypeError) as error:
        raise GeocoderQueryError(f"not a point: {query!r}") from error
    if not (math.isfinite(point.latitude) and math.isfinite(point.longitude)):
        raise GeocoderQueryError(f"not a point: {query!r}")
    return point


def _checked_box(viewbox: Sequence[Any] | None) -> tuple[Point, Point] | None:
    if viewbox is None:
        return None
    if isinstance(viewbox, str) or len(viewbox) != 2:
        raise GeocoderQueryError("a viewbox is two points, such as ((49, 36), (47, 39))")
    return _checked_point(viewbox[0]), _checked_point(viewbox[1])


def _is_in(box: tuple[Point, Point] | None, place: Place) -> bool:
    if box is None:
        return True
    south, north = sorted(point.latitude for point in box)
    west, east = sorted(point.longitude for point in box)
    return bool(south <= place.lat <= north and west <= place.lon <= east)
