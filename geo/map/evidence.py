"""How sure a resolution is, why, and what else it might have been: in words for the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.map.kinds import kind_words
from geo.records import Toponym

CERTAIN = 0.9
"""The certainty (a probability) from which a place counts as certain; from ``LIKELY`` it is likely, else doubtful."""
LIKELY = 0.6
_PHRASES = 4
"""How many clues the page names."""


def certainty_word(certainty: float) -> str:
    """``certain``, ``likely`` or ``doubtful`` for a probability."""
    if certainty >= CERTAIN:
        return "certain"
    return "likely" if certainty >= LIKELY else "doubtful"


def why(toponym: Toponym) -> list[dict[str, Any]]:
    """The weightiest clues of the winner, heaviest first: their phrases and points (log-odds)."""
    if not toponym.candidates:
        return []
    told = [clue for clue in toponym.candidates[0].clues if clue.phrase and round(clue.points, 2)]
    told.sort(key=lambda clue: (-abs(clue.points), clue.name))
    return [{"phrase": clue.phrase, "points": round(clue.points, 2)} for clue in told[:_PHRASES]]


def runner_up(toponym: Toponym, names: Mapping[str, str]) -> dict[str, Any] | None:
    """The best candidate that is another place than the winner, and how far off it lies in kilometres."""
    from geopy.distance import geodesic

    place = toponym.place
    for ranked in toponym.candidates:
        other = ranked.candidate.place
        if place is None or other.id == place.id:
            continue
        return {
            "id": other.id,
            "name": other.name,
            "kind": kind_words(other.feature_class, other.feature_code, other.population),
            "country_code": other.country_code,
            "country": names.get(other.country_code, ""),
            "region": other.admin1_name if other.admin1 != other.id else "",
            "lat": round(other.lat, 4),
            "lon": round(other.lon, 4),
            "score": round(ranked.score, 3),
            "km": round(geodesic((place.lat, place.lon), (other.lat, other.lon)).km),
        }
    return None
