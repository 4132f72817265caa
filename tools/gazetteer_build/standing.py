"""Works out which towns and sites the stances on borders put elsewhere than the packages do."""

from __future__ import annotations

from pathlib import Path

from geo.gazetteer.borders import read_borders
from geo.gazetteer.own import OwnRows
from geo.gazetteer.sections import pack_json
from geo.gazetteer.standing import Standing
from geo.gazetteer.world import World
from tools.gazetteer_build.outlines import STANCES


def pack_moved(world: World, disputes: Path) -> dict[str, bytes]:
    """The section of the moved places that ``StandingPlaces`` reads: by stance and id, country and region (or
    null for its own); ``world`` has all other sections, and all its places made.
    """
    moved: dict[str, dict[str, tuple[str, str | None]]] = {}
    for stance in STANCES:
        borders = read_borders(disputes, stance)
        standing = Standing(world, OwnRows(world), borders)
        moved[stance] = {}
        for place in world.places.values():
            if place.precision != "area" and (not place.admin1 or borders.may_differ(place)):
                there = standing.of(place)
                if there != place:
                    region = there.admin1 if there.admin1 != place.admin1 else None
                    moved[stance][place.id] = (there.country_code, region)
    return {"moved": pack_json(moved)}
