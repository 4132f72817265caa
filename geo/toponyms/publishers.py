"""A publisher's own area: where the places of its other articles in the batch lie.

Lieberman, Samet and Sankaranarayanan (2010) call it the local lexicon: a paper's readers know which Paris is meant.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geo.records import Article
from geo.toponyms.senses import EARTH_KM, Sense

if TYPE_CHECKING:
    from geo.toponyms.scene import Scene

NEAR_KM = 60.0
FAR_KM = 300.0
MOST = 60
"""Places of a publisher that are looked at, the most named first."""


@dataclass(frozen=True, slots=True)
class Area:
    """Weighted places of a publisher's other articles, and their shares by country and first-level region."""

    pins: tuple[tuple[Sense, float], ...]
    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    name: str = ""

    def closeness(self, sense: Sense, reach_km: float) -> float:
        """The share of the publisher's places near a sense: the mean of e^(−distance/reach)."""
        total = weight = 0.0
        for pin, share in self.pins:
            dx, dy, dz = pin.x - sense.x, pin.y - sense.y, pin.z - sense.z
            km = 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(dx * dx + dy * dy + dz * dz) / 2))
            total += share * math.exp(-km / reach_km)
            weight += share
        return total / weight if weight else 0.0


def publisher_of(article: Article) -> str:
    """What tells one publisher from another: its web domain, else its name; "" where neither is known."""
    domain = article.domain or (urlsplit(article.url).hostname if article.url else "") or ""
    return domain.lower().removeprefix("www.") or (article.publisher or "").casefold()


def learn_areas(scenes: Sequence[Scene]) -> list[Area | None]:
    """Each article's publisher's area, from the batch's other articles of that publisher; None without any."""
    by_publisher: dict[str, list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        if publisher := publisher_of(scene.article):
            by_publisher[publisher].append(number)
    areas: list[Area | None] = [None] * len(scenes)
    for publisher, numbers in by_publisher.items():
        if len(numbers) < 2:
            continue
        pins = {number: _pins(scenes[number]) for number in numbers}
        for number in numbers:
            areas[number] = _area([pins[other] for other in numbers if other != number], publisher)
    return areas


def _pins(scene: Scene) -> list[tuple[Sense, float]]:
    return [(unit.pin, unit.weight) for unit in scene.units if unit.pin is not None and not unit.is_demonym]


def _area(articles: Sequence[Sequence[tuple[Sense, float]]], name: str) -> Area:
    weights: dict[str, float] = defaultdict(float)
    senses: dict[str, Sense] = {}
    countries: dict[str, float] = defaultdict(float)
    regions: dict[str, float] = defaultdict(float)
    for pins in articles:
        total = sum(weight for _, weight in pins) or 1.0
        for sense, weight in pins:
            share = weight / total
            if code := sense.place.country_code:
                countries[code] += share
            if sense.group == "country":
                continue
            if region := (sense.place.id if sense.group == "region" else sense.place.admin1):
                regions[region] += share
            if sense.group != "region" and sense.place.radius_km < 200:
                weights[sense.place.id] += weight
                senses[sense.place.id] = sense
    ordered = sorted(weights.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))[:MOST]
    number = len(articles)
    return Area(
        pins=tuple((senses[place], weight) for place, weight in ordered),
        countries={code: share / number for code, share in countries.items()},
        regions={region: share / number for region, share in regions.items()},
        articles=number,
        name=name,
    )
