"""Rows of gazetteer files in memory: layers on top of the world file, the later on top of the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from typing import Any

import marisa_trie

from geo.gazetteer import lexicon
from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.fields import Addition
from geo.gazetteer.index import unpack_entry
from geo.gazetteer.kinds import KINDS, fits, is_generic, split_type
from geo.gazetteer.names import is_abbreviation, normalise
from geo.gazetteer.ready import ReadyTable
from geo.gazetteer.romanise import mark_of, romanisation_key
from geo.gazetteer.spatial import distance_km
from geo.gazetteer.world import World
from geo.records import Place

SAME_PLACE_KM = 5.0
"""A row as near as this to a place of the same name and class amends it."""
SHORTEST_REQUIRED = 3
_AMENDED = (
    "feature_class", "feature_code", "precision", "country_code", "population", "radius_km", "start", "end", "note",
)  # fmt: skip
"""What a row changes of the place that it amends, where it says it."""


OwnEntry = tuple[str, str, bool, bool]
"""A name of an own row: the place's id, the spelling, whether it is the main name, whether a type word is off."""
Moved = tuple[str, str | None]
"""Where a town or site was found to stand: its country, and its region's id where that is not the one it names."""


class OwnRows:
    """The places of all layers above the world file, found by id, key and romanisation key."""

    def __init__(self, world: World, *, all_required: bool = False) -> None:
        self._world = world
        self._all_required = all_required
        self.places: ReadyTable[Place] = ReadyTable()
        self.amending: set[str] = set()
        """Ids of the places that the world file has too."""
        self.row_names: ReadyTable[list[str]] = ReadyTable()
        self.entries: ReadyTable[list[OwnEntry]] = ReadyTable()
        self.coarse: ReadyTable[list[str]] = ReadyTable()
        self.masks: dict[str, int] = {}
        self.required: set[str] = set()
        self.touched: set[int] = set()
        """The marks (``romanise.mark_of``) of all keys that bear on a place of these."""

        self.without_country: set[str] = set()
        """Ids of users' towns and sites whose rows name no country: the one that holds the point is theirs."""
        self.moved: dict[str, dict[str, Moved]] = {}
        """By stance on borders and id, where the build found that towns and sites of ours stand."""

    def add(self, rows: Iterable[Addition], *, users: bool) -> None:
        """Put the rows of one file on top; the names of ``users``' own rows are required."""
        for row in rows:
            place = self._amended(row)
            self.places[place.id] = place
            for found in self.moved.values():
                found.pop(place.id, None)
            if not (place.country_code or row.ours or place.precision == "area"):
                self.without_country.add(place.id)
            before = self.row_names.get(place.id) or ()
            self.row_names[place.id] = list(dict.fromkeys([*row.names, *before]))
            self._index(place, row.names, again=bool(before))
            if users and (self._all_required or not row.ours):
                keys = map(normalise, row.names)
                self.required.update(key for key in keys if is_requirable(key, short=self._all_required))

    @cached_property
    def trie(self) -> marisa_trie.Trie:
        """The keys of ``entries``, once all layers are laid."""
        return marisa_trie.Trie(list(self.entries))

    def names(self, place_id: str) -> tuple[str, ...]:
        """The names that rows give a place, the latest row's first, then the world's."""
        return tuple(dict.fromkeys([*(self.row_names.get(place_id) or ()), *self._world.names(place_id)]))

    def _index(self, place: Place, names: Sequence[str], *, again: bool) -> None:
        """Put the place under the keys of its names; ``again`` if an earlier row has put it under some already."""
        bit = lexicon.OWN | lexicon.class_of(place.feature_class, place.feature_code, place.population)
        for position, name in enumerate(names):
            key = normalise(name)
            if not key:
                continue
            self._put(key, (place.id, name, position == 0, False), bit, again)
            if place.feature_class not in {"A", "S", "L"}:
                continue
            for rest, word in split_type(key):
                if not is_generic(rest) and fits(place.feature_class, place.feature_code, KINDS[word].fits):
                    self._put(rest, (place.id, name, False, True), bit, again)

    def _put(self, key: str, entry: OwnEntry, bit: int, again: bool) -> None:
        held = self.entries.get(key)
        coarse = ""
        if held is None:
            held = self.entries[key] = []
            coarse = romanisation_key(key)
            self.touched.add(mark_of(coarse))
        place_id, spelling, main, stripped = entry
        # A place that is put for the first time can only be among the last: thousands may share a name.
        others = held if again else takewhile(lambda other: other[0] == place_id, reversed(held))
        if any(
            other_id == place_id and other_stripped <= stripped for other_id, _, _, other_stripped in others
        ):
            return
        held.append(entry)
        if stripped:
            return
        held_mask = self.masks.get(key)
        mask = bit | (lexicon.MAIN if main else 0)
        if is_abbreviation(spelling, key) and (held_mask is None or held_mask & lexicon.CAPITALS):
            mask |= lexicon.CAPITALS
        elif held_mask is not None:
            held_mask &= ~lexicon.CAPITALS
        if key in COMMON_WORDS:
            mask |= lexicon.COMMON
        self.masks[key] = mask | (held_mask or 0)
        if held_mask is None:
            coarse = coarse or romanisation_key(key)
            self.coarse[coarse] = [*(self.coarse.get(coarse) or ()), key]

    def _touch(self, names: Iterable[str]) -> None:
        """Note that the world's answer to these names is no longer the whole one."""
        for key in map(normalise, names):
            for part in (key, *(rest for rest, _ in split_type(key))):
                self.touched.add(mark_of(romanisation_key(part)))

    def _amended(self, row: Addition) -> Place:
        """The row's place; where an older place is the same one, that place with the row's cells put in."""
        old = self.places.get(row.place.id) or self._known(row) or self._near(row)
        if old is None:
            return self._in_region(row.place, row.admin1)
        if old.id not in self.places:
            self.amending.add(old.id)
            self._touch(self._world.names(old.id))
        new, given = row.place, row.given
        # A row that only adds names to a known place must give a point, but need not move an area's middle.
        cells: dict[str, Any] = {"name": new.name, "source": new.source, "lat": new.lat, "lon": new.lon}
        if "feature_code" in given:
            given = given | {"feature_class", "precision"}
        cells |= {column: getattr(new, column) for column in _AMENDED if column in given}
        place = replace(old, **cells)
        return self._in_region(place, row.admin1) if row.admin1 else place

    def _known(self, row: Addition) -> Place | None:
        """The world's place with the id that the row gives."""
        by_id = self._world.place_by_id(row.place.id) if "id" in row.given or row.place.geonameid else None
        if by_id is None and row.place.geonameid and row.place.id != (id := f"gn:{row.place.geonameid}"):
            by_id = self._world.place_by_id(id)
        return by_id

    def _near(self, row: Addition) -> Place | None:
        """The place of the same name and class within five kilometres, of an earlier layer or the world."""
        if "id" in row.given or row.place.geonameid:
            return None
        key = normalise(row.place.name)
        found = [
            self.places[place_id]
            for place_id, _, _, stripped in (self.entries.get(key) or ())
            if not stripped
        ]
        if row.place.feature_class in {"P", "A", "S"}:
            numbers = {unpack_entry(entry)[0] for entry in self._world.index.get(key) if not entry & 1}
            found += [self._world.places[number] for number in sorted(numbers)]
        point = (row.place.lat, row.place.lon)
        near = [
            (distance_km(point, (place.lat, place.lon)), place.id, place)
            for place in found
            if place.feature_class == row.place.feature_class
        ]
        best = min(near, default=None, key=lambda item: item[:2])
        return best[2] if best and best[0] <= SAME_PLACE_KM else None

    def _in_region(self, place: Place, admin1: str) -> Place:
        """The place with the region that its row names by a code or a name."""
        region = self._world.find_region(admin1, place.country_code) if admin1 else None
        if region is None:
            return place
        return replace(place, admin1=region.id, admin1_name=region.name, admin1_code=region.code)


def is_requirable(key: str, *, short: bool = False) -> bool:
    """Whether a key is proposed as a mention wherever it stands: not an everyday word, nor (unless ``short``) one or
    two letters.
    """
    return (
        bool(key)
        and (short or len(key) >= SHORTEST_REQUIRED)
        and key not in COMMON_WORDS
        and not is_generic(key)
    )
