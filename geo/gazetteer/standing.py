"""Where a place stands by the stance on borders: the country and the region that it is shown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.gazetteer.borders import Borders
from geo.gazetteer.own import Moved, OwnRows
from geo.gazetteer.spatial import nearest
from geo.gazetteer.world import Region, World
from geo.records import Place

NEIGHBOURS, HOME_KM = 5, 60.0
"""How many towns, and how near, may tell the region of a row that names none."""


class Standing:
    """Puts places under the stance on borders, their regions called as our rows call them."""

    def __init__(self, world: World, own: OwnRows, borders: Borders) -> None:
        self._world = world
        self._own = own
        self._borders = borders
        self._homes: dict[str, Place] = {}
        self._holders: dict[str, Place] = {}

    def of(self, place: Place) -> Place:
        """The place as it stands; itself where nothing is in dispute."""
        place = self._renamed(place)
        if there := self._own.moved.get(self._borders.stance, {}).get(place.id):
            place = moved(place, there, self._world.regions_by_id)
        else:
            if self._is_homeless(place):
                place = self._homed(place)
            if self._may_differ(place):
                place = self._held(place)
        return self._borders.apply(place)

    def asks_borders(self, place: Place) -> bool:
        """Whether the country or region of a place is read off the outlines."""
        return self._is_homeless(place) or self._may_differ(place)

    def _is_homeless(self, place: Place) -> bool:
        """Whether a town or site names no region, or a user's row no country."""
        if place.admin1 or place.precision == "area":
            return False
        return bool(place.country_code) or place.id in self._own.without_country

    def _may_differ(self, place: Place) -> bool:
        return place.precision != "area" and self._borders.may_differ(place)

    def of_area(self, place: Place) -> Place:
        """An area as it stands; a town or site as its region does."""
        return self._borders.apply(self._renamed(place))

    def _renamed(self, place: Place) -> Place:
        if place.admin1 in self._own.amending and (region := self._own.places.get(place.admin1)):
            return place if place.admin1_name == region.name else replace(place, admin1_name=region.name)
        return place

    def _held(self, place: Place) -> Place:
        """A town or site on land that the stances give to different countries, in the country and region of ours."""
        held = self._holders.get(place.id)
        if held is None:
            held = place
            un, de_facto = self._world.outlines.by_both(place.lat, place.lon)
            if un and de_facto and un.country != de_facto.country:
                land = un if self._borders.stance == "un" else de_facto
                held = replace(place, country_code=land.country)
                if region := self._world.regions_by_id.get(land.region):
                    held = _within(held, region)
            self._holders[place.id] = held
        return held

    def _homed(self, place: Place) -> Place:
        """A town or site whose row names no region (or no country), in the one that holds its point, else (on a quay,
        or where the outlines are older than GeoNames' regions) in that of the nearest town of its country.
        """
        homed = self._homes.get(place.id)
        if homed is not None:
            return homed
        homed = place
        land = self._world.outlines.at(place.lat, place.lon, self._borders.stance)
        region = self._world.regions_by_id.get(land.region) if land else None
        if land and not place.country_code:
            homed = place = replace(place, country_code=land.country)
        if land and region and place.country_code in {land.country, region.code.split(".")[0]}:
            homed = _within(place, region)
        else:
            for km, town in nearest(self._world, {}, place.lat, place.lon, NEIGHBOURS):
                if km <= HOME_KM and town.admin1 and town.country_code == place.country_code:
                    homed = _within(place, Region(town.admin1_code, town.admin1, town.admin1_name))
                    break
        self._homes[place.id] = homed
        return homed


class StandingPlaces:
    """The world's places by number as they stand; no row may amend them.

    Nearly all are what the file says. It also says which towns and sites the stance puts elsewhere.
    """

    def __init__(self, world: World, own: OwnRows, borders: Borders, standing: Standing) -> None:
        self._make = world.records.make
        self._of_area = standing.of_area
        self._moved: Mapping[str, Moved] = world.file.json("moved")[borders.stance]
        self._regions = world.regions_by_id
        self._disputed = frozenset(borders.by_id)
        self._unlike_filed = {
            id
            for id, name, code in world.records.regions
            if code in borders.by_admin1
            or (id in own.amending and (row := own.places.get(id)) and row.name != name)
        }
        self._unsettled = self._disputed.union(self._moved)

    def of(self, number: int) -> Place:
        """The place of a number, as it stands."""
        place = self._make(number)
        # As ``may_differ``, which a look-up would call hundreds of thousands of times.
        if place.admin1 in self._unlike_filed or place.id in self._unsettled:
            return self.stand(place)
        return place

    def may_differ(self, place: Place) -> bool:
        """Whether a place may stand elsewhere than the file has it, or its region be called otherwise."""
        return place.admin1 in self._unlike_filed or place.id in self._unsettled

    def stand(self, place: Place) -> Place:
        """A place as the file has it, as it stands."""
        id = place.id
        if place.admin1 in self._unlike_filed or id in self._disputed:
            place = self._of_area(place)
        return moved(place, self._moved[id], self._regions) if id in self._moved else place


def moved(place: Place, there: Moved, regions: Mapping[str, Region]) -> Place:
    """The place in the country and region that were found to hold it."""
    country, region = there
    place = replace(place, country_code=country)
    return _within(place, regions[region]) if region else place


def _within(place: Place, region: Region) -> Place:
    return replace(place, admin1=region.id, admin1_name=region.name, admin1_code=region.code)
