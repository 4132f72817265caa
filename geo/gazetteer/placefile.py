"""The world's places as records of the mapped file: a place is made when it is asked for, in some microseconds."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geo.gazetteer.making import draft_of
from geo.gazetteer.sections import Sections
from geo.records import Place, Precision

_Draft = draft_of(Place)
_SITES = frozenset({"PRT", "MILB", "NVB", "CMPRF"})
GEONAMES = "gn:"
FILED = "world"
"""The source of the places of the world file, as long as no row amends them."""
RECORD = struct.Struct("<2dd3I6H")
"""Latitude, longitude, radius; number at GeoNames or of another id, people, where its names begin; kind, country,
region, outline, bytes of its main name and of the further ones."""
NO_REGION = 0xFFFF
OTHER = 1 << 31
"""Numbers from here on are places that have no number at GeoNames."""


def precision_of(feature_class: str, feature_code: str) -> Precision:
    """How a place of this kind is drawn: towns are points, facilities sites, all else areas."""
    if feature_class == "P":
        return "point"
    return "site" if feature_class in {"S", "R"} or feature_code in _SITES else "area"


class Records:
    """The places of the world file by their number."""

    def __init__(self, file: Sections) -> None:
        tables = file.json("place_tables")
        self.regions: list[tuple[str, str, str]] = [tuple(region) for region in tables["regions"]]
        """The first-level regions: place id, name, GeoNames' code."""
        self._regions: dict[int, tuple[str | None, str, str]] = dict(enumerate(self.regions))
        self._regions[NO_REGION] = (None, "", "")
        self._kinds = [(letter, code, precision_of(letter, code)) for letter, code in tables["kinds"]]
        self._countries: list[str] = tables["countries"]
        self._other_ids: list[str] = tables["other_ids"]
        self._other_numbers: dict[str, int] = tables["other_numbers"]
        self._outlines: list[str | None] = [text or None for text in tables["outlines"]]
        self._map, self._at, length = file.mapped("places")
        self._count = length // RECORD.size
        self._names = file.mapped("place_names")[1]
        self._gn: Sequence[int] = file.numbers("place_gn", "I")
        self._by_gn: Sequence[int] = file.numbers("place_by_gn", "I")

    def __len__(self) -> int:
        return self._count

    def make(self, number: int) -> Place:
        """The place of a number."""
        lat, lon, radius, gn, people, name_at, kind, country, region, outline, size, _ = RECORD.unpack_from(
            self._map, self._at + number * RECORD.size
        )
        name_at += self._names
        feature_class, feature_code, precision = self._kinds[kind]
        admin1, admin1_name, admin1_code = self._regions[region]
        geonameid = str(gn) if gn < OTHER else None
        place = _Draft(
            GEONAMES + geonameid if geonameid else self._other_ids[gn - OTHER],
            self._map[name_at : name_at + size].decode(),
            lat,
            lon,
            feature_class,
            feature_code,
            self._countries[country],
            admin1,
            admin1_name,
            admin1_code,
            people,
            radius,
            precision,
            geonameid,
            self._outlines[outline],
            FILED,
        )
        place.__class__ = Place
        made: Place = place
        return made

    def names(self, number: int) -> list[str]:
        """All names of a place, the main one first."""
        at = self._at + number * RECORD.size
        *_, name_at, _, _, _, _, size, more = RECORD.unpack_from(self._map, at)
        begin = self._names + name_at
        return self._map[begin : begin + size + more].decode().split("\n")

    def number_of(self, id: str) -> int | None:
        """The number of an id, or None."""
        if not id.startswith(GEONAMES):
            return self._other_numbers.get(id)
        gn = geonames_number(id)
        if gn is None or id != f"{GEONAMES}{gn}":
            return None
        at = bisect_left(self._gn, gn)
        return self._by_gn[at] if at < len(self._gn) and self._gn[at] == gn else None

    def country_of(self, number: int) -> str:
        """The country code of a place."""
        country: int = RECORD.unpack_from(self._map, self._at + number * RECORD.size)[7]
        return self._countries[country]

    def points(self, first: int, last: int) -> Iterator[tuple[float, float, int]]:
        """Latitude, longitude and number of the places from ``first`` to ``last`` (not included)."""
        begin = self._at + first * RECORD.size
        rows = RECORD.iter_unpack(self._map[begin : begin + (last - first) * RECORD.size])
        return ((row[0], row[1], number) for number, row in enumerate(rows, first))


def geonames_number(id: str) -> int | None:
    """The number of an id at GeoNames, None where it is none of its or no number that there can be."""
    digits = id.removeprefix(GEONAMES)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= 9
    return int(digits) if is_number and id.startswith(GEONAMES) else None
