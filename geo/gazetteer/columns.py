"""The world's places as columns of the mapped file: a place is made when it is asked for, in some microseconds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Protocol

from geo.gazetteer.sections import Sections, Typecode, pack_json, pack_numbers, pack_strings
from geo.records import Place, Precision

_SITES = frozenset({"PRT", "MILB", "NVB", "CMPRF"})
_GEONAMES = "gn:"
_NO_REGION = 0xFFFF


def precision_of(feature_class: str, feature_code: str) -> Precision:
    """How a place of this kind is drawn: towns are points, facilities sites, all else areas."""
    if feature_class == "P":
        return "point"
    return "site" if feature_class in {"S", "R"} or feature_code in _SITES else "area"


class Drafted(Protocol):
    """A place as the builder of the world file has it; ``admin1`` is the code of its region."""

    id: str
    names: list[str]
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country_code: str
    admin1: str
    population: int
    radius_km: float
    outline: str


class Columns:
    """The places of the world file by their number."""

    def __init__(self, file: Sections) -> None:
        tables = file.json("place_tables")
        self.regions: list[tuple[str, str, str]] = [tuple(region) for region in tables["regions"]]
        """The first-level regions: place id, name, GeoNames' code."""
        self._regions: dict[int, tuple[str | None, str, str]] = dict(enumerate(self.regions))
        self._regions[_NO_REGION] = (None, "", "")
        self._kinds = [(letter, code, precision_of(letter, code)) for letter, code in tables["kinds"]]
        self._countries: list[str] = tables["countries"]
        self._other_ids: list[str] = tables["other_ids"]
        self._outlines: list[str | None] = [text or None for text in tables["outlines"]]
        self._gn = file.numbers("place_gn", "I")
        self.lat: Sequence[float] = file.numbers("place_lat", "d")
        self.lon: Sequence[float] = file.numbers("place_lon", "d")
        self._kind = file.numbers("place_kind", "H")
        self._country = file.numbers("place_country", "H")
        self._region = file.numbers("place_region", "H")
        self._population = file.numbers("place_population", "I")
        self._radius = file.numbers("place_radius", "d")
        self._outline = file.numbers("place_outline", "H")
        self.main_names = file.strings("place_name")
        self._aliases = file.strings("place_aliases")
        self._sorted = file.numbers("place_sorted", "I")
        self._other_numbers: dict[str, int] = tables["other_numbers"]

    def __len__(self) -> int:
        return len(self._gn)

    def make(self, number: int) -> Place:
        """The place of a number."""
        feature_class, feature_code, precision = self._kinds[self._kind[number]]
        admin1, admin1_name, admin1_code = self._regions[self._region[number]]
        gn = self._gn[number]
        geonameid = str(gn) if gn < _OTHER else None
        # In the order of the fields: by name it takes half as long again.
        return Place(
            _GEONAMES + geonameid if geonameid else self._other_ids[gn - _OTHER],
            self.main_names[number],
            self.lat[number],
            self.lon[number],
            feature_class,
            feature_code,
            self._countries[self._country[number]],
            admin1,
            admin1_name,
            admin1_code,
            self._population[number],
            self._radius[number],
            precision,
            geonameid,
            self._outlines[self._outline[number]],
            "world",
        )

    def number_of(self, id: str) -> int | None:
        """The number of an id, or None."""
        if not id.startswith(_GEONAMES):
            return self._other_numbers.get(id)
        digits = id[len(_GEONAMES) :]
        if not (digits.isascii() and digits.isdigit()) or len(digits) > 9 or digits[0] == "0":
            return None
        gn = int(digits)
        at = bisect_left(self._sorted, gn, key=self._gn.__getitem__)
        if at < len(self._sorted) and self._gn[number := self._sorted[at]] == gn:
            return int(number)
        return None

    def country_of(self, number: int) -> str:
        """The country code of a place."""
        return self._countries[int(self._country[number])]

    def aliases(self, number: int) -> list[str]:
        """Its further names."""
        text = self._aliases[number]
        return text.split("\n") if text else []


_OTHER = 1 << 31
"""Numbers from here on are places that have no number of GeoNames."""


def pack_columns(places: Sequence[Drafted], regions: Mapping[str, Drafted]) -> dict[str, bytes]:
    """The sections that ``Columns`` reads; ``regions`` are the first-level ones by GeoNames' code."""
    kinds = sorted({(place.feature_class, place.feature_code) for place in places})
    countries = sorted({place.country_code for place in places})
    outlines = ["", *sorted({place.outline for place in places} - {""})]
    others = [n for n, place in enumerate(places) if _number(place.id) is None]
    tables = {
        "kinds": kinds,
        "countries": countries,
        "outlines": outlines,
        "regions": [(regions[code].id, regions[code].names[0], code) for code in sorted(regions)],
        "other_ids": [places[n].id for n in others],
        "other_numbers": {places[n].id: n for n in others},
    }
    order = {code: number for number, code in enumerate(sorted(regions))}
    at_kind, at_country, at_outline = _positions(kinds), _positions(countries), _positions(outlines)
    other = {number: _OTHER + at for at, number in enumerate(others)}
    gn = [_number(place.id) or other[n] for n, place in enumerate(places)]
    numbers: dict[str, tuple[Typecode, Iterator[float] | list[int]]] = {
        "gn": ("I", gn),
        "lat": ("d", (place.lat for place in places)),
        "lon": ("d", (place.lon for place in places)),
        "kind": ("H", (at_kind[place.feature_class, place.feature_code] for place in places)),
        "country": ("H", (at_country[place.country_code] for place in places)),
        "region": ("H", (order.get(place.admin1, _NO_REGION) for place in places)),
        "population": ("I", (place.population for place in places)),
        "radius": ("d", (place.radius_km for place in places)),
        "outline": ("H", (at_outline[place.outline] for place in places)),
        "sorted": ("I", sorted(range(len(places)), key=gn.__getitem__)),
    }
    return {
        "place_tables": pack_json(tables),
        **{f"place_{name}": pack_numbers(*column) for name, column in numbers.items()},
        **pack_strings("place_name", (place.names[0] for place in places)),
        **pack_strings("place_aliases", ("\n".join(place.names[1:]) for place in places)),
    }


def _number(id: str) -> int | None:
    digits = id.removeprefix(_GEONAMES)
    return int(digits) if id.startswith(_GEONAMES) and digits.isdigit() else None


def _positions(values: Sequence[Hashable]) -> dict[Hashable, int]:
    return {value: at for at, value in enumerate(values)}
