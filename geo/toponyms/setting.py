"""What surrounds a name in its article, by the present beliefs about the other names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.toponyms.scene import Scene, Unit
from geo.toponyms.senses import Sense, holds, kilometres
from geo.toponyms.statements import Link

MOST_OTHERS = 40
"""Names around a name (by order of first mention) whose distances are looked at: keeps long texts linear."""
POINT_RADIUS_KM = 150.0
"""Places larger than this say little by their centre; they count by containment alone."""

_LEAST_WEIGHT = 0.05
"""Less than this is what rounding, or a name in great doubt, leaves."""
_LEAST_BELIEF = 0.01
"""A container's sense that is believed less is not looked at."""


@dataclass(slots=True)
class Totals:
    """An article's beliefs summed up: weight by country and region, and which of them are named outright."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named_countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named_regions: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, unit: Unit, sign: float) -> None:
        """Counts a unit's pin in (+1) or out (−1), by its probability and the square root of its mentions."""
        pin = unit.pin
        if pin is None:
            return
        weight = sign * unit.weight * math.sqrt(len(unit.mentions))
        place = pin.place
        if place.country_code:
            self.countries[place.country_code] += weight
            if pin.group == "country":
                self.named_countries[place.country_code] += weight
        if pin.group == "region":
            self.named_regions[place.id] += weight
            self.regions[place.id] += weight
        elif place.admin1:
            self.regions[place.admin1] += weight

    def is_anything_placed(self) -> bool:
        """Whether any name points to a country, however doubtfully."""
        return sum(self.countries.values()) > _LEAST_WEIGHT


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of one unit: the other names' point-like pins with their weights, and the totals without it."""

    others: tuple[tuple[Sense, float], ...]
    beside: tuple[tuple[Sense, float], ...]
    totals: Totals


@dataclass(frozen=True, slots=True)
class Look:
    """One sense of one unit under the clues' eyes. ``setting`` is None in the first pass, before there are beliefs.

    ``kilometres`` are the distances to ``setting.others``, in that order. ``within`` says how probably what the text
    ties to the unit holds the sense, by how it is tied; a tie to what could hold no sense of the name is none: the
    comma of "Paris, Berlin" is no "in".
    """

    sense: Sense
    unit: Unit
    scene: Scene
    setting: Setting | None = None
    kilometres: tuple[float, ...] = ()
    within: Mapping[Link, float] = field(default_factory=dict)


def looks_at(
    unit: Unit, scene: Scene, setting: Setting | None = None, chosen: Sequence[int] | None = None
) -> list[Look]:
    """The unit's senses, or those of the chosen numbers, with what the clues measure them by."""
    within = _within(unit, scene)
    return [
        Look(sense, unit, scene, setting, distances_from(sense, setting) if setting else (), within[number])
        for number in (range(len(unit.senses)) if chosen is None else chosen)
        if (sense := unit.senses[number])
    ]


def _within(unit: Unit, scene: Scene) -> list[dict[Link, float]]:
    """By sense and tie, how probably what is so tied holds it: of several the likeliest."""
    found: list[dict[Link, float]] = [{} for _ in unit.senses]
    for link in dict.fromkeys(link for link, _ in unit.held_by):
        best = [0.0] * len(unit.senses)
        for holder in (scene.units[number] for tie, number in unit.held_by if tie == link):
            areas = [
                (outer, belief)
                for outer, belief in zip(holder.senses, holder.belief, strict=False)
                if outer.is_area and belief > _LEAST_BELIEF
            ]
            for number, sense in enumerate(unit.senses if areas else ()):
                held = sum(belief for outer, belief in areas if holds(outer, sense))
                best[number] = max(best[number], held)
        if any(best):
            for of_sense, one in zip(found, best, strict=True):
                of_sense[link] = one
    return found


def totals_of(scene: Scene) -> Totals:
    """The sums over all units of an article."""
    totals = Totals()
    for unit in scene.units:
        totals.add(unit, 1.0)
    return totals


def setting_of(unit: Unit, scene: Scene, totals: Totals) -> Setting:
    """A unit's surroundings: everything but the units of its own name."""
    own = [unit, *(scene.units[number] for number in unit.siblings)]
    without = Totals(
        defaultdict(float, totals.countries),
        defaultdict(float, totals.regions),
        defaultdict(float, totals.named_countries),
        defaultdict(float, totals.named_regions),
    )
    for one in own:
        without.add(one, -1.0)
    units = scene.units
    if len(units) > MOST_OTHERS:
        low = max(0, min(unit.number - MOST_OTHERS // 2, len(units) - MOST_OTHERS))
        units = units[low : low + MOST_OTHERS]
    others = tuple(
        (pin, other.weight)
        for other in units
        if other.key != unit.key
        and (pin := other.pin) is not None
        and _is_point(pin)
        and not other.is_demonym
    )
    beside = tuple(
        (pin, scene.units[number].weight)
        for number in unit.beside
        if (pin := scene.units[number].pin) is not None and not scene.units[number].is_demonym
    )
    return Setting(others, beside, without)


def distances_from(sense: Sense, setting: Setting) -> tuple[float, ...]:
    """Kilometres from a sense to each of the surrounding pins."""
    return tuple([kilometres(pin, sense) for pin, _ in setting.others])


def _is_point(pin: Sense) -> bool:
    return pin.group not in ("country", "region") and pin.place.radius_km <= POINT_RADIUS_KM
