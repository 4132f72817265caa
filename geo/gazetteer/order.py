"""In which order a name's candidates come: by how well it fits them, then by their people."""

from __future__ import annotations

from collections.abc import Callable

from geo.gazetteer.spatial import distance_km
from geo.records import Candidate, Place

OUTWEIGHS = 40
"""With so many times the people of all places of that main name, a place is meant by another of its names: "Cologne"
is the city on the Rhine before the village in Lombardy (but Pokrovsk is not Engels, with four times the people)."""
VILLAGE = 500
"""People of a place whose figure is not known."""
SEAT_SHARE = 0.1
"""With this share of its region's people, a town is meant before the region that is named after it."""


def in_order(
    graded: list[tuple[int, Candidate]], is_news: Callable[[Place], bool] | None = None
) -> tuple[Candidate, ...]:
    """By grade (0 for a main name, 1 and 2 for other names), then what ``is_news`` says is ours alone, then the more
    populous, a town before the region that is named after it.
    """
    largest = max((c.place.population for grade, c in graded if grade == 0), default=0)
    bound = OUTWEIGHS * max(largest, VILLAGE)
    graded = [(0 if grade in {1, 2} and c.place.population >= bound else grade, c) for grade, c in graded]
    towns = [(grade, c.place) for grade, c in graded if c.place.feature_class == "P"]

    def key(item: tuple[int, Candidate]) -> tuple[int, bool, float, str]:
        grade, candidate = item
        place = candidate.place
        return (grade, not (is_news and is_news(place)), -_weight(grade, place, towns), place.id)

    graded.sort(key=key)
    return tuple([candidate for _, candidate in graded])


def _weight(grade: int, place: Place, towns: list[tuple[int, Place]]) -> float:
    """Its people; for a region those of a town of its name within it, less a little, where that is no small one."""
    if place.feature_class != "A" or place.feature_code.startswith("PCL"):
        return place.population
    seats = [
        town.population
        for town_grade, town in towns
        if town_grade == grade
        and town.country_code == place.country_code
        and place.population >= town.population >= SEAT_SHARE * place.population
        and distance_km((town.lat, town.lon), (place.lat, place.lon)) <= 3 * place.radius_km
    ]
    return max(seats) - 0.5 if seats else place.population
