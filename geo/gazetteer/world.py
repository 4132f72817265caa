"""The world file, opened read-only: keys, masks and places, read where they lie when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.index import PackedIndex
from geo.gazetteer.kinds import split_type
from geo.gazetteer.names import normalise
from geo.gazetteer.outlines import Outlines
from geo.gazetteer.placefile import Records, precision_of
from geo.gazetteer.sections import NotSectionsError, Sections
from geo.records import Place

__all__ = ["BUNDLED", "FORMAT", "WORLD", "Region", "World", "cell_of", "precision_of"]

FORMAT = "dateline-world-5"
BUNDLED = Path(__file__).parent / "data"
WORLD = BUNDLED / "world.dat"
KEPT_PLACES = 20_000
"""Places kept once they are made: some ten megabytes."""


def cell_of(lat: float, lon: float) -> int:
    """The number of the one-degree cell that holds a point."""
    return int((lat + 90) // 1) * 360 + int((lon + 180) // 1) % 360


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region as places refer to it."""

    code: str
    id: str
    name: str


class _Places(dict[int, Place]):
    """The places of a world file that were made lately."""

    def __init__(self, world: World) -> None:
        self._world = world

    def __missing__(self, number: int) -> Place:
        if len(self) >= KEPT_PLACES:
            self.clear()
        place = self[number] = self._world.records.make(number)
        return place


class World:
    """Places by their number, numbers by key. Raises ``GazetteerError`` if the file is missing or another format."""

    def __init__(self, path: Path = WORLD) -> None:
        try:
            file = Sections(path)
            meta = file.json("meta")
        except FileNotFoundError:
            raise GazetteerError(f"{path}: the world gazetteer is missing; run `make gazetteer`") from None
        except OSError as error:
            raise GazetteerError(
                f"{path}: cannot be read ({error.strerror}); run `make gazetteer`"
            ) from error
        except (NotSectionsError, KeyError) as error:
            raise GazetteerError(f"{path}: not a world gazetteer ({error}); run `make gazetteer`") from error
        if meta.get("format") != FORMAT:
            raise GazetteerError(f"{path}: built by another version of Dateline; run `make gazetteer`")
        self.file = file
        """Its sections, for those that are read elsewhere."""
        self.digest: str = meta["digest"]
        self.longest: int = meta["longest"]
        self.country_codes: frozenset[str] = frozenset(meta["country_codes"])
        self.counts: dict[str, int] = meta["counts"]
        """How many places of each feature class there are."""
        self.sources: list[tuple[str, str, str, str]] = [tuple(source) for source in meta["sources"]]
        """What each part comes from: what, package, version, licence of the data."""
        self.index = PackedIndex.of(file, "index")
        self.coarse = PackedIndex.of(file, "coarse")
        self.masks: Sequence[int] = file.numbers("masks", "H")
        self.places: dict[int, Place] = _Places(self)
        """Each place by its number, made when it is first asked for."""

    @cached_property
    def records(self) -> Records:
        """The places as they lie in the file."""
        return Records(self.file)

    @cached_property
    def regions(self) -> dict[int, Region]:
        """The first-level regions by number."""
        return {n: Region(code, id, name) for n, (id, name, code) in enumerate(self.records.regions)}

    @cached_property
    def outlines(self) -> Outlines:
        """The borders of countries and first-level regions."""
        return Outlines(self.file.data("outlines"), self.file.text("outline_units"))

    @cached_property
    def regions_by_id(self) -> dict[str, Region]:
        """The first-level regions by place id."""
        return {region.id: region for region in self.regions.values()}

    @cached_property
    def regions_by_code(self) -> dict[str, Region]:
        """The first-level regions by GeoNames' code."""
        return {region.code: region for region in self.regions.values()}

    def find_region(self, text: str, country_code: str) -> Region | None:
        """A first-level region by its code ("RU.59", or "59" in a known country), place id or name.

        A spreadsheet takes "07" for a number: "7" is that code where no other is.
        """
        padded = text.zfill(2) if text.isdigit() else text
        for code in (text, f"{country_code}.{text}", f"{country_code}.{padded}"):
            if code in self.regions_by_code:
                return self.regions_by_code[code]
        by_id = text if text.startswith(("gn:", "ne:")) else f"gn:{text}"
        if by_id in self.regions_by_id:
            return self.regions_by_id[by_id]
        key = normalise(text)
        names, bare = self._regions_by_name.get(country_code) or ({}, {})
        # "Donetsk" and "Donetsk region" are Donetsk Oblast, unless a region is called just so.
        asked = (key, *(rest for rest, _ in split_type(key)))
        return names.get(key) or next((bare[one] for one in asked if one in bare), None)

    @cached_property
    def _regions_by_name(self) -> dict[str, tuple[dict[str, Region], dict[str, Region]]]:
        """By country, its first-level regions by the keys of their names, and by those without their type words."""
        found: dict[str, tuple[dict[str, Region], dict[str, Region]]] = {}
        for region in self.regions.values():
            names, bare = found.setdefault(region.code.split(".")[0], ({}, {}))
            key = normalise(region.name)
            names.setdefault(key, region)
            for rest, _ in split_type(key):
                bare.setdefault(rest, region)
        return found

    def masks_of(self, key: str) -> int:
        """The lexicon's mask of a key; 0 for an unknown one."""
        number = self.index.trie.get(key)
        return self.masks[number] if number is not None else 0

    def place_by_id(self, id: str) -> Place | None:
        """The place of an id, or None."""
        number = self.records.number_of(id)
        return None if number is None else self.places[number]

    def names(self, id: str) -> tuple[str, ...]:
        """All names of a place, the main one first; empty for an unknown id."""
        number = self.records.number_of(id)
        return () if number is None else tuple(self.records.names(number))

    def spelling(self, number: int, name: int) -> str:
        """The ``name``-th alias of a place, counted from 1."""
        return self.records.names(number)[name]

    def country_of(self, number: int) -> str:
        """The country code of a place's number, without making the place."""
        return self.records.country_of(number)

    def in_cells(self, cells: Sequence[int]) -> Iterator[tuple[float, float, int]]:
        """Latitude, longitude and number of every town and site in the one-degree cells."""
        for cell in cells:
            if bounds := self._cells.get(cell):
                yield from self.records.points(*bounds)

    @cached_property
    def _cells(self) -> dict[int, tuple[int, int]]:
        cells, starts = self.file.numbers("cells", "I"), self.file.numbers("cell_starts", "I")
        return {cell: (starts[at], starts[at + 1]) for at, cell in enumerate(cells)}
