"""Works out which towns and sites the stances on borders put elsewhere than the packages or our rows do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from geo.gazetteer.borders import read_borders
from geo.gazetteer.own import Moved, OwnRows
from geo.gazetteer.sections import pack_json
from geo.gazetteer.standing import Standing
from geo.gazetteer.world import World
from geo.records import Place
from tools.gazetteer_build.outlines import STANCES


def pack_moved(world: World, disputes: Path) -> dict[str, bytes]:
    """The section of the moved places that ``StandingPlaces`` reads: by stance and id, country and region (or
    null for its own); ``world`` has all other sections, and all its places made.
    """
    places = list(world.places.values())
    moved = {
        stance: {place.id: there for place, there in found if there != (place.country_code, None)}
        for stance, found in _by_stance(world, OwnRows(world), disputes, places)
    }
    return {"moved": pack_json(moved)}


def find_moved(world: World, own: OwnRows, disputes: Path) -> dict[str, dict[str, Moved]]:
    """Where every row of ``own`` stands that borders must be asked for: what ``OwnRows.moved`` holds."""
    places = [own.places[id] for id in own.places]
    found = _by_stance(world, own, disputes, places)
    return {stance: {place.id: there for place, there in places} for stance, places in found}


def _by_stance(
    world: World, own: OwnRows, disputes: Path, places: Iterable[Place]
) -> Iterator[tuple[str, list[tuple[Place, Moved]]]]:
    for stance in STANCES:
        standing = Standing(world, own, read_borders(disputes, stance))
        asked = [place for place in places if standing.asks_borders(place)]
        yield stance, [(place, _there(place, standing.of(place))) for place in asked]


def _there(place: Place, standing: Place) -> Moved:
    return standing.country_code, standing.admin1 if standing.admin1 != place.admin1 else None
