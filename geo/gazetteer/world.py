"""The world file, opened read-only: keys and masks in memory, places read from SQLite when asked for."""

from __future__ import annotations

import json
import sqlite3
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.index import PackedIndex
from geo.gazetteer.names import normalise
from geo.gazetteer.outlines import Outlines
from geo.records import Place, Precision

FORMAT = "dateline-world-2"
BUNDLED = Path(__file__).parent / "data"
WORLD = BUNDLED / "world.sqlite"
_COLUMNS = "n, id, name, lat, lon, class, code, country, region, population, radius, outline, aliases"
_Row = tuple[int, str, str, float, float, str, str, str, int | None, int, float, str | None, str | None]
_SITES = frozenset({"PRT", "MILB", "NVB", "CMPRF"})


def cell_of(lat: float, lon: float) -> int:
    """The number of the one-degree cell that holds a point."""
    return int((lat + 90) // 1) * 360 + int((lon + 180) // 1) % 360


def precision_of(feature_class: str, feature_code: str) -> Precision:
    """How a place of this kind is drawn: towns are points, facilities sites, all else areas."""
    if feature_class == "P":
        return "point"
    return "site" if feature_class in {"S", "R"} or feature_code in _SITES else "area"


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region as places refer to it."""

    code: str
    id: str
    name: str


class World:
    """Places by their number, numbers by key. Raises ``GazetteerError`` if the file is missing or another format."""

    def __init__(self, path: Path = WORLD) -> None:
        if not path.exists():
            raise GazetteerError(f"{path}: the world gazetteer is missing; run `make gazetteer`")
        self._connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._places: dict[int, Place] = {}
        self._aliases: dict[int, str] = {}
        try:
            meta = dict(
                self._connection.execute(
                    "SELECT name, value FROM meta WHERE name NOT IN ('outline_units', 'sources')"
                )
            )
            # The outlines are read when first asked for.
            parts = dict(self._connection.execute("SELECT name, data FROM part WHERE name != 'outlines'"))
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{path}: not a world gazetteer ({error}); run `make gazetteer`") from error
        if meta.get("format") != FORMAT:
            raise GazetteerError(f"{path}: built by another version of Dateline; run `make gazetteer`")
        self.digest: str = meta["digest"]
        self.longest = int(meta["longest"])
        self.country_codes: frozenset[str] = frozenset(meta["countries"].split())
        self.index = PackedIndex(parts["trie"], parts["starts"], parts["entries"])
        self.coarse = PackedIndex(parts["coarse_trie"], parts["coarse_starts"], parts["coarse_keys"])
        self.masks = array("H")
        self.masks.frombytes(parts["masks"])
        if sys.byteorder == "big":
            self.masks.byteswap()

    @cached_property
    def regions(self) -> dict[int, Region]:
        """The first-level regions by number."""
        rows = self._connection.execute("SELECT n, code, id, name FROM region")
        return {n: Region(code, id, name) for n, code, id, name in rows}

    @property
    def counts(self) -> dict[str, int]:
        """How many places of each feature class there are."""
        return dict(
            self._connection.execute("SELECT class, count(*) FROM place GROUP BY class ORDER BY class")
        )

    @property
    def sources(self) -> list[tuple[str, str, str, str]]:
        """What each part comes from: what, package, version, licence of the data."""
        (text,) = self._connection.execute("SELECT value FROM meta WHERE name = 'sources'").fetchone()
        return [tuple(source) for source in json.loads(text)]

    @cached_property
    def outlines(self) -> Outlines:
        """The borders of countries and first-level regions."""
        (data,) = self._connection.execute("SELECT data FROM part WHERE name = 'outlines'").fetchone()
        (units,) = self._connection.execute("SELECT value FROM meta WHERE name = 'outline_units'").fetchone()
        return Outlines(data, units)

    @cached_property
    def regions_by_id(self) -> dict[str, Region]:
        """The first-level regions by place id."""
        return {region.id: region for region in self.regions.values()}

    @cached_property
    def regions_by_code(self) -> dict[str, Region]:
        """The first-level regions by GeoNames' code."""
        return {region.code: region for region in self.regions.values()}

    def find_region(self, text: str, country_code: str) -> Region | None:
        """A first-level region by its code ("RU.59", or "59" in a known country), place id or name."""
        for code in (text, f"{country_code}.{text}"):
            if code in self.regions_by_code:
                return self.regions_by_code[code]
        by_id = text if text.startswith(("gn:", "ne:")) else f"gn:{text}"
        key = normalise(text)
        for region in self.regions.values():
            if region.id == by_id or (
                region.code.startswith(f"{country_code}.") and normalise(region.name) == key
            ):
                return region
        return None

    def masks_of(self, key: str) -> int:
        """The lexicon's mask of a key; 0 for an unknown one."""
        number = self.index.trie.get(key)
        return self.masks[number] if number is not None else 0

    def place(self, number: int) -> Place:
        """The place of a number."""
        if found := self._places.get(number):
            return found
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM place WHERE n = ?", (number,)).fetchone()
        return self._keep(row)

    def place_by_id(self, id: str) -> Place | None:
        """The place of an id, or None."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (id,)).fetchone()
        return self._keep(row) if row else None

    def names(self, id: str) -> tuple[str, ...]:
        """All names of a place, the main one first; empty for an unknown id."""
        row = self._connection.execute("SELECT name, aliases FROM place WHERE id = ?", (id,)).fetchone()
        return (row[0], *(row[1].split("\n") if row[1] else ())) if row else ()

    def spelling(self, number: int, name: int) -> str:
        """The ``name``-th alias of a place, counted from 1."""
        if number not in self._places:
            self.place(number)
        return self._aliases[number].split("\n")[name - 1]

    def country_of(self, number: int) -> str:
        """The country code of a place's number, without making the place."""
        (code,) = self._connection.execute("SELECT country FROM place WHERE n = ?", (number,)).fetchone()
        return str(code)

    def in_cells(self, cells: Sequence[int]) -> Iterator[tuple[float, float, int]]:
        """Latitude, longitude and number of every town and site in the one-degree cells."""
        for cell in cells:
            bounds = self._connection.execute(
                "SELECT first, last FROM cell WHERE cell = ?", (cell,)
            ).fetchone()
            if bounds:
                yield from self._connection.execute(
                    "SELECT lat, lon, n FROM place WHERE n BETWEEN ? AND ?", bounds
                )

    def _keep(self, row: _Row) -> Place:
        if len(self._places) >= 20_000:  # bounded: some twenty megabytes
            self._places.clear()
            self._aliases.clear()
        place = self._places[row[0]] = self._make(row)
        if row[-1]:
            self._aliases[row[0]] = row[-1]
        return place

    def _make(self, row: _Row) -> Place:
        (
            _, id, name, lat, lon, feature_class, code, country, region_number, population, radius, outline, _
        ) = row  # fmt: skip
        region = self.regions[region_number] if region_number is not None else None
        return Place(
            id=id,
            name=name,
            lat=lat,
            lon=lon,
            feature_class=feature_class,
            feature_code=code,
            country_code=country,
            admin1=region.id if region else None,
            admin1_name=region.name if region else "",
            admin1_code=region.code if region else "",
            population=population,
            radius_km=radius,
            precision=precision_of(feature_class, code),
            geonameid=id[3:] if id.startswith("gn:") else None,
            outline=outline,
            source="world",
        )
