"""A publisher's own area: where the places of its other articles in the batch lie.

Lieberman, Samet and Sankaranarayanan (2010) call it the local lexicon: a paper's readers know which Paris is meant.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geo.gazetteer.names import compact, normalise
from geo.records import Article
from geo.toponyms.senses import Sense, kilometres

if TYPE_CHECKING:
    from geo.toponyms.scene import Scene

NEAR_KM = 60.0
FAR_KM = 300.0
LARGEST_KM = 200.0
"""Places of a larger radius say little by their centre."""
MOST = 60
"""Places of a publisher that are looked at, the most named first."""


@dataclass(frozen=True, slots=True)
class Area:
    """Weighted places of a publisher's other articles, and their shares by first-level region.

    One article says less of a paper than ten: all shares are shrunk by n / (n + 1), n being their number.
    """

    pins: tuple[tuple[Sense, float], ...]
    regions: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    name: str = ""

    def closeness(self, sense: Sense, reach_km: float) -> float:
        """The share of the publisher's places near a sense: the mean of e^(−distance/reach), shrunk."""
        total = weight = 0.0
        for pin, share in self.pins:
            total += share * math.exp(-kilometres(pin, sense) / reach_km)
            weight += share
        return total / weight * self.articles / (self.articles + 1) if weight else 0.0


def publisher_of(article: Article) -> str:
    """What tells one publisher from another: its web domain, else its name; "" where neither is known."""
    domain = article.domain or (urlsplit(article.url).hostname if article.url else "") or ""
    return domain.lower().removeprefix("www.") or (article.publisher or "").casefold()


def is_named_after(article: Article, name: str) -> bool:
    """Whether the paper's name or web domain holds a place's name (of five letters at least)."""
    paper = _compact(f"{article.domain or ''} {article.publisher or ''}")
    key = _compact(name)
    return len(key) > 4 and key in paper


@lru_cache(maxsize=20_000)
def _compact(name: str) -> str:
    return compact(normalise(name))


def articles_learned_from(articles: Sequence[Article]) -> tuple[int, ...]:
    """For each article of a batch, how many others of its publisher are in it; 0: its area was not learned."""
    publishers = [publisher_of(article) for article in articles]
    counts = Counter(publisher for publisher in publishers if publisher)
    return tuple(max(0, counts[publisher] - 1) for publisher in publishers)


def learn_areas(scenes: Sequence[Scene]) -> list[Area | None]:
    """Each article's publisher's area, from the batch's other articles of that publisher; None without any."""
    by_publisher: dict[str, list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        if publisher := publisher_of(scene.article):
            by_publisher[publisher].append(number)
    areas: list[Area | None] = [None] * len(scenes)
    for publisher, numbers in sorted(by_publisher.items()):
        if len(numbers) < 2:
            continue
        sums = {number: _sums(scenes[number]) for number in numbers}
        total = _Sums()
        for number in sorted(numbers, key=lambda one: scenes[one].article.id):
            total.add(sums[number])
        for number in numbers:
            areas[number] = _without(total, sums[number], len(numbers) - 1, publisher)
    return areas


@dataclass(slots=True)
class _Sums:
    """Weights by place and region; an article's of regions sum to 1 at most."""

    pins: dict[str, float] = field(default_factory=dict)
    senses: dict[str, Sense] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)

    def add(self, other: _Sums) -> None:
        for mine, theirs in (
            (self.pins, other.pins),
            (self.regions, other.regions),
        ):
            for key, weight in theirs.items():
                mine[key] = mine.get(key, 0.0) + weight
        self.senses.update(other.senses)


def _sums(scene: Scene) -> _Sums:
    pins = [(unit.pin, unit.weight) for unit in scene.units if unit.pin is not None and not unit.is_demonym]
    total = sum(weight for _, weight in pins) or 1.0
    sums = _Sums()
    for sense, weight in pins:
        share, place = weight / total, sense.place
        if sense.group == "country":
            continue
        if region := (place.id if sense.group == "region" else place.admin1):
            sums.regions[region] = sums.regions.get(region, 0.0) + share
        if sense.group != "region" and place.radius_km < LARGEST_KM:
            sums.pins[place.id] = sums.pins.get(place.id, 0.0) + weight
            sums.senses[place.id] = sense
    return sums


def _without(total: _Sums, own: _Sums, articles: int, name: str) -> Area:
    """The area of all articles of a publisher but one."""
    left = {place: weight - own.pins.get(place, 0.0) for place, weight in total.pins.items()}
    weighty = [(place, weight) for place, weight in left.items() if weight > 1e-9]
    ordered = sorted(weighty, key=lambda pair: (-round(pair[1], 9), pair[0]))[:MOST]
    return Area(
        pins=tuple((total.senses[place], weight) for place, weight in ordered),
        regions=_shares(total.regions, own.regions, articles),
        articles=articles,
        name=name,
    )


def _shares(total: dict[str, float], own: dict[str, float], articles: int) -> dict[str, float]:
    return {key: (weight - own.get(key, 0.0)) / (articles + 1) for key, weight in total.items()}
