"""Names that no gazetteer has, where the text says where they are: "Zamalek, a district of Cairo" stands at Cairo.

The words are read by ``statements`` and by a few patterns of its own; the place they lead to is the anchor. A stated
distance and bearing move the point (geopy's geodesics). Such a pin is approximate, with a radius, of little certainty,
and the name stays on the list of what could not be placed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from geo.gazetteer.kinds import KINDS, fits
from geo.gazetteer.names import normalise
from geo.records import Anchor, Article, Candidate, Clue, Mention, Place, Ranked, Toponym
from geo.toponyms.distances import Stated
from geo.toponyms.statements import Link, Said, read_statements

How = Literal["distance", "part", "near", "in", "brackets", "owner", "comma"]

SCORES: dict[How, float] = {
    "distance": 0.59, "part": 0.5, "near": 0.59, "in": 0.59, "brackets": 0.33, "owner": 0.59, "comma": 0.59,
}  # fmt: skip
"""How often such a pin is right as the scorer counts it, (right + 1) / (all + 2), by ``training/measure_anchors.py``
over folds 0-3; at most .59, so that no map calls a pin likely that is known to be beside its place."""
WIDEST_KM = 600.0
"""An anchor with a larger radius says too little of where the name is."""
NEAR_KM = 15.0
"""How near "near" is, beside the anchor's own radius."""
TOWN_KM = 5.0
"""What a part of a town without a known radius may lie off its middle."""
_SLACK = 0.2
"""Newspapers round, and measure from where they please."""
_HALF_SECTOR = math.radians(22.5)
_PARTS = (
    r"(?:district|suburb|quarter|neighbou?rhood|village|town|hamlet|settlement|city|part|area|section|ward|borough|"
    r"community|municipality|island|port|camp|slum|enclave|outskirts|commune|township|province|region|county)"
)
_PART_OF = re.compile(
    rf",? ?(?:\(|– |— )?(?:which is |is |was )?(?:a|an|the|one of the)(?: [a-z-]+){{0,4}}? {_PARTS}s?"
    r" (?P<how>of|in|within|outside|near|on the edge of|on the outskirts of|close to|just outside)"
    r"(?: (?:the|[a-z]+ern|central|capital))*(?: (?:city|town|village|region|province) of)?(?: the)? ",
    re.IGNORECASE,
)
_OWNER = re.compile(rf"(?:['’]s?)?(?: [a-z-]+){{0,3}}? {_PARTS} of (?:the )?", re.IGNORECASE)
_NEARLY = frozenset({"outside", "near", "on the edge of", "on the outskirts of", "close to", "just outside"})
_AREAS = frozenset({"PCLI", "PCLD", "PCLF", "PCLS", "PCL", "PCLIX", "TERR", "CONT"})


@dataclass(frozen=True, slots=True)
class _Lead:
    """Words that lead from a name to the mention ``other``, and how they do."""

    how: How
    other: int
    start: int
    end: int
    stated: Stated | None = None


def place_by_anchors(article: Article, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """The toponyms, those placed by an anchor that no gazetteer knows but the text itself places.

    ``toponyms`` are the article's, in order of ``start``. A name that a user's row decided stays as it is. All mentions
    of a name stand where its first words put it.
    """
    if not any(_is_unknown(toponym) for toponym in toponyms):
        return tuple(toponyms)
    mentions = [toponym.mention for toponym in toponyms]
    said = read_statements(article, mentions)
    placed: dict[str, Toponym] = {}
    found: dict[int, Toponym] = {}
    for number, toponym in enumerate(toponyms):
        if not _is_unknown(toponym):
            continue
        lead = next(
            (lead for lead in _leads(article.text, mentions, said, number) if _leads_on(lead, toponyms)), None
        )
        if lead is not None:
            found[number] = _anchored(article.text, toponym, said[number].kind, lead, toponyms[lead.other])
            placed.setdefault(normalise(toponym.mention.text), found[number])
    return tuple(
        found.get(number) or _as_before(toponym, placed) if _is_unknown(toponym) else toponym
        for number, toponym in enumerate(toponyms)
    )


def how_anchored(toponym: Toponym) -> str:
    """Which kind of words placed an anchored toponym: a key of ``SCORES``."""
    return toponym.candidates[0].clues[0].name.partition(" ")[2]


def _is_unknown(toponym: Toponym) -> bool:
    """Whether no gazetteer has the name at all: what has only unlikely candidates is another matter."""
    return (
        toponym.place is None
        and not toponym.candidates
        and toponym.mention.kind == "name"
        and not toponym.decided_by
    )


def _leads_on(lead: _Lead, toponyms: Sequence[Toponym]) -> bool:
    """Whether the words lead to a place that says something."""
    other = toponyms[lead.other]
    if other.place is None or other.anchor is not None or other.mention.kind != "name":
        return False
    return other.place.radius_km <= WIDEST_KM or lead.how == "distance"


def _leads(text: str, mentions: Sequence[Mention], said: Sequence[Said], number: int) -> Iterator[_Lead]:
    """What the text says of a mention's place, the most telling first."""
    mention = mentions[number]

    def lead(how: How, other: int, stated: Stated | None = None) -> _Lead:
        one = mentions[other]
        # The words with the anchor's name, without the name that they place.
        start, end = (mention.end, one.end) if one.start >= mention.end else (one.start, mention.start)
        while start < end and not text[start].isalnum():
            start += 1
        return _Lead(how, other, start, len(text[:end].rstrip()), stated)

    for stated in said[number].distances:
        if stated.from_other and stated.km is not None:
            yield lead("distance", stated.other, stated)
    following = number + 1
    if following < len(mentions) and mentions[following].start - mention.end < 100:
        gap = text[mention.end : mentions[following].start]
        if match := _PART_OF.fullmatch(gap):
            yield lead("near" if match["how"].lower() in _NEARLY else "part", following)
    if number and 0 < mention.start - mentions[number - 1].end < 60:
        gap = text[mentions[number - 1].end : mention.start]
        if _OWNER.fullmatch(gap):
            yield lead("part", number - 1)
    for other in said[number].near:
        yield lead("near", other)
    by_link: dict[Link, How] = {"in": "in", "brackets": "brackets", "owner": "owner", "comma": "comma"}
    for link, how in by_link.items():
        for other_link, other in said[number].held_by:
            if other_link == link:
                yield lead(how, other)


def _anchored(text: str, toponym: Toponym, kind: str, lead: _Lead, other: Toponym) -> Toponym:
    """The name's approximate pin."""
    anchor = other.place
    assert anchor is not None
    name = " ".join(toponym.mention.text.split())
    lat, lon, radius = _spot(lead, anchor)
    feature_class, code = _kind(kind or _kind_in(text[lead.start : lead.end]))
    place = Place(
        id=f"text:{normalise(name).replace(' ', '-') or 'name'}@{lat:.4f},{lon:.4f}",
        name=name,
        lat=lat,
        lon=lon,
        feature_class=feature_class,
        feature_code=code,
        country_code=anchor.country_code,
        admin1=anchor.admin1 or (anchor.id if anchor.feature_code == "ADM1" else None),
        admin1_name=anchor.admin1_name or (anchor.name if anchor.feature_code == "ADM1" else ""),
        admin1_code=anchor.admin1_code,
        radius_km=round(radius, 1),
        precision="approximate",
        source="the text",
    )
    words = " ".join(text[lead.start : lead.end].split())
    score = SCORES[lead.how] * other.score
    clue = Clue(
        f"anchor {lead.how}", 1.0, math.log(score / (1 - score)), f"in no gazetteer; the text says “{words}”"
    )
    ranked = Ranked(Candidate(place, "anchor", name), clue.points, score, (clue,))
    return replace(
        toponym,
        place=place,
        score=score,
        precision="approximate",
        radius_km=place.radius_km,
        candidates=(ranked,),
        reason=f"the gazetteer knows no place of that name; it stands where the text says, “{words}”",
        anchor=Anchor(anchor, lead.start, lead.end),
    )


def _as_before(toponym: Toponym, placed: dict[str, Toponym]) -> Toponym:
    """The name where the article's words put it elsewhere."""
    known = placed.get(normalise(toponym.mention.text))
    return replace(known, mention=toponym.mention) if known else toponym


def _spot(lead: _Lead, anchor: Place) -> tuple[float, float, float]:
    """Latitude, longitude and radius: at the anchor, or at the stated distance and bearing from it."""
    stated = lead.stated
    if stated is None or stated.km is None:
        radius = max(anchor.radius_km, TOWN_KM) + (NEAR_KM if lead.how == "near" else 0.0)
        return anchor.lat, anchor.lon, radius
    if stated.bearing is None:
        return anchor.lat, anchor.lon, anchor.radius_km + stated.km * (1 + _SLACK)
    from geopy.distance import geodesic

    reach = stated.km + (anchor.radius_km if anchor.feature_code in _AREAS else 0.0)
    point = geodesic(kilometers=reach).destination((anchor.lat, anchor.lon), bearing=stated.bearing)
    radius = max(math.hypot(reach * math.sin(_HALF_SECTOR), _SLACK * stated.km), TOWN_KM)
    return round(float(point.latitude), 5), round(float(point.longitude), 5), radius


def _kind_in(words: str) -> str:
    """The type word of an apposition: "town" of "a town 12 km west of Lviv"."""
    first, *others = words.split()
    return next((w for w in others[:4] if w in KINDS), "") if first in {"a", "an", "the"} else ""


def _kind(word: str) -> tuple[str, str]:
    """A feature class and code for the type word beside a name; a locality where there is none."""
    wanted = KINDS[word].fits if word in KINDS else ()
    if wanted and fits("P", "PPL", wanted):
        return "P", "PPL"
    return "L", "LCTY"
