"""The ground that stated relations take up: a middle and a radius, by geodesics from the places they lead to."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.gazetteer.kinds import KINDS
from geo.records import Article, Footprint, Place, Toponym
from geo.toponyms.relations import Relation, read_relations

if TYPE_CHECKING:
    from geopy.distance import geodesic

HALF_SECTOR = math.radians(22.5)
"""Half of what a compass point covers, if there are eight of them."""
OFFSHORE_KM = 50.0
"""How far out "off the coast of" a town is without a number: what ships report, and a coastguard's first search."""
WIDEST_KM = 600.0
"""Two places farther apart have no ground between them that a map of news could show."""
LARGE_KM = 150.0
"""An area with a larger radius is no end of a road: "between Russia and Ukraine" is no spot."""
_UNSAID_RADIUS_KM = 5.0
_MIDDLE_SHARE = 0.15
_AREAS = frozenset({"PCLI", "PCLD", "PCLF", "PCLS", "PCL", "PCLIX", "TERR", "ADM1", "ADM1H", "CONT"})

_VERB = (
    r"(?:which |that |who )?"
    r"(?:(?:is|are|was|were|lies|lay|lying|sits|stands|located|situated|based|just|also|only) )*"
)
_KIND = r"(?:(?:a|an|the|one|another) )?(?:[a-z-]+ ){0,4}?(?P<kind>[a-z-]+) "
_HELD = r"(?:(?:in|of|near|on) (?:the )?(?:[a-z-]+ ){0,3}§(?: [a-z]+)?,? |§(?: [a-z]+)?,? )?"
_SAID_BEFORE = re.compile(
    rf"(?: (?P<type>[a-z]+))??,? ?[(—–-]?,? ?{_HELD}{_VERB}(?:{_KIND})??{_HELD}{_VERB}(?:about |some |roughly )?"
)
_SAID_AFTER = re.compile(
    r",? (?:(?:lies|is|sits|stands|in|at|to) )?(?:the )?(?:(?P<kind>[a-z-]+) (?:of )?)?(?:the )?"
)


def find_footprints(article: Article, toponyms: Sequence[Toponym]) -> tuple[Footprint, ...]:
    """The footprints that an article states, in order of ``start``.

    ``toponyms`` are the article's, in order of ``start``. What only describes a place that has a pin of its own
    ("Sergeevka, 95 km from Nakhodka") makes none, nor does what leads to a place that could not be placed.
    """
    mentions = [toponym.mention for toponym in toponyms]
    found: list[Footprint] = []
    for relation in read_relations(article, mentions):
        places = [toponyms[number].place for number in relation.places]
        if any(place is None for place in places) or _describes_a_pin(article.text, relation, toponyms):
            continue
        drawn = _draw(relation, [place for place in places if place is not None])
        if drawn is not None:
            found.append(drawn)
    return tuple(found)


def _describes_a_pin(text: str, relation: Relation, toponyms: Sequence[Toponym]) -> bool:
    """Whether the words stand in apposition to a name beside them that has its own pin."""
    first, last = relation.places[0], relation.places[-1]
    for back in (1, 2):
        number = first - back
        if number < 0 or relation.start < toponyms[number].mention.end:
            continue
        mention = toponyms[number].mention
        between = [
            toponyms[n].mention for n in range(number + 1, first) if toponyms[n].mention.end <= relation.start
        ]
        gap = _blanked(text, mention.end, relation.start, [(m.start, m.end) for m in between])
        said = _SAID_BEFORE.fullmatch(gap) if len(gap) < 100 else None
        if (
            said
            and _is_kind(said["kind"])
            and _is_kind(said["type"])
            and _has_own_pin(toponyms, number, relation)
        ):
            return True
    number = last + 1
    while number < len(toponyms) and _holds(toponyms[number].place, toponyms[last].place):
        number += 1
    if number < len(toponyms):
        gap = text[max(relation.end, toponyms[number - 1].mention.end) : toponyms[number].mention.start]
        said = _SAID_AFTER.fullmatch(gap)
        if said and _is_kind(said["kind"]) and _has_own_pin(toponyms, number, relation):
            return True
    return False


def _has_own_pin(toponyms: Sequence[Toponym], number: int, relation: Relation) -> bool:
    toponym = toponyms[number]
    return (
        toponym.place is not None
        and toponym.mention.kind != "demonym"
        and all(toponym.place != toponyms[n].place for n in relation.places)
        and not (relation.kind != "distance" and toponym.place.feature_code in _AREAS)
    )


def _is_kind(word: str | None) -> bool:
    return word is None or word.lower() in KINDS


def _holds(outer: Place | None, inner: Place | None) -> bool:
    """Whether a country or region is the one that the other place lies in: ", Ukraine" behind "Kharkiv"."""
    if outer is None or inner is None or outer.feature_code not in _AREAS:
        return False
    return outer.country_code == inner.country_code and outer.id != inner.id


def _blanked(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The text from ``start`` to ``end``, with a sign for each span in it."""
    pieces = []
    for begin, stop in spans:
        pieces.append(text[start:begin])
        start = stop
    return "§".join([*pieces, text[start:end]])


def _draw(relation: Relation, places: Sequence[Place]) -> Footprint | None:
    if relation.kind == "distance":
        if relation.bearing is None and places[0].radius_km > LARGE_KM:
            return None
        lat, lon, radius = _at_distance(relation, places[0])
    elif relation.kind == "offshore":
        lat, lon, radius = _offshore(relation, places[0])
    else:
        middle = _between(relation, places)
        if middle is None:
            return None
        lat, lon, radius = middle
    return Footprint(
        relation.start, relation.end, relation.kind, round(lat, 5), round(lon, 5), round(radius, 1),
        tuple(place.id for place in places),
    )  # fmt: skip


def _at_distance(relation: Relation, place: Place) -> tuple[float, float, float]:
    """By distance and bearing; without a bearing the whole circle around the place."""
    km = relation.km or 0.0
    if relation.bearing is None:
        return place.lat, place.lon, km + relation.slack_km + place.radius_km
    # From an area one measures from its edge, from a town from its middle.
    reach = km + (place.radius_km if place.radius_km > LARGE_KM else 0.0)
    lat, lon = _move(place, reach, relation.bearing)
    return lat, lon, max(math.hypot(reach * math.sin(HALF_SECTOR), relation.slack_km), _UNSAID_RADIUS_KM)


def _offshore(relation: Relation, place: Place) -> tuple[float, float, float]:
    """Out at sea from a town, or along the whole of an area's coast; to one side where the words name one."""
    out = relation.km if relation.km is not None else OFFSHORE_KM
    if relation.bearing is None:
        return place.lat, place.lon, place.radius_km + out + relation.slack_km
    lat, lon = _move(place, place.radius_km + out, relation.bearing)
    return lat, lon, max(place.radius_km, out * math.sin(HALF_SECTOR), relation.slack_km, _UNSAID_RADIUS_KM)


def _between(relation: Relation, places: Sequence[Place]) -> tuple[float, float, float] | None:
    """Midway between two places, as wide as they are apart; of two areas the ground where their edges meet."""
    one, other = places
    if one.id == other.id:
        return None
    apart = float(_geodesic()((one.lat, one.lon), (other.lat, other.lon)).km)
    if relation.kind == "border":
        if apart > one.radius_km + other.radius_km + WIDEST_KM:
            return None
        share = one.radius_km / (one.radius_km + other.radius_km) if one.radius_km + other.radius_km else 0.5
        lat, lon = _move(one, apart * share, _bearing(one, other))
        return lat, lon, max(min(one.radius_km, other.radius_km), apart / 2 if share == 0.5 else 0.0, 20.0)
    if apart > WIDEST_KM or max(one.radius_km, other.radius_km) > LARGE_KM:
        return None
    lat, lon = _move(one, apart / 2, _bearing(one, other))
    return lat, lon, max(apart * (_MIDDLE_SHARE if relation.middle else 0.5), _UNSAID_RADIUS_KM)


def _move(place: Place, km: float, bearing: float) -> tuple[float, float]:
    point = _geodesic()(kilometers=km).destination((place.lat, place.lon), bearing=bearing)
    return float(point.latitude), float(point.longitude)


def _bearing(one: Place, other: Place) -> float:
    from geo.toponyms.senses import bearing

    return bearing(one, other)


def _geodesic() -> type[geodesic]:
    """geopy's WGS 84 geodesic, loaded only where a footprint is drawn."""
    from geopy import distance

    found: type[geodesic] = distance.geodesic
    return found
