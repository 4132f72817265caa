"""How sure a resolution is, why, and what else it might have been: in words for the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from geo.map.kinds import kind_words
from geo.records import Clue, Place, Toponym

CERTAIN = 0.9
"""The certainty (a probability) from which a place counts as certain; from ``LIKELY`` it is likely, else doubtful."""
LIKELY = 0.6
_PHRASES = 4
"""How many clues the page names."""
_OTHERS = 4
"""How many other candidates it names."""

_Clues = tuple[tuple[int, float], ...]
_Others = tuple[tuple[int, float, int | None], ...]


def certainty_word(certainty: float) -> str:
    """``certain``, ``likely`` or ``doubtful`` for a probability."""
    if certainty >= CERTAIN:
        return "certain"
    return "likely" if certainty >= LIKELY else "doubtful"


class EvidenceTable:
    """What speaks for and against every resolution of a page, each piece once, so that pages stay small.

    ``names`` gives countries' names by code.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.phrases: list[str] = []
        """The clues' phrases."""
        self.candidates: list[dict[str, Any]] = []
        """The other places that came into question."""
        self._entries: list[tuple[_Clues, _Others]] = []
        self._names = names
        self._numbers: dict[object, int] = {}
        self._distances: dict[tuple[str, str], int] = {}

    def add(self, toponym: Toponym) -> int | None:
        """The index of a toponym's evidence; None where there is none."""
        entry = (self._clues(toponym), self._others(toponym))
        return self._number(entry, self._entries, lambda: entry) if any(entry) else None

    def entries(self) -> list[dict[str, Any]]:
        """``{"why": [[phrase, points], …], "others": [[candidate, score, km], …]}``: indices into ``phrases`` and
        ``candidates``, points in log-odds, kilometres from the winner (None where there is none)."""
        return [
            {"why": [list(clue) for clue in why], "others": [list(other) for other in others]}
            for why, others in self._entries
        ]

    def why(self, number: int | None) -> list[dict[str, Any]]:
        """The clues of an entry in full."""
        clues = () if number is None else self._entries[number][0]
        return [{"phrase": self.phrases[phrase], "points": points} for phrase, points in clues]

    def runner_up(self, number: int | None) -> dict[str, Any] | None:
        """The best other candidate of an entry in full; None without one."""
        others = () if number is None else self._entries[number][1]
        if not others:
            return None
        candidate, score, km = others[0]
        return {**self.candidates[candidate], "score": score, "km": km}

    def _clues(self, toponym: Toponym) -> _Clues:
        return tuple((self._phrase(clue.phrase), round(clue.points, 1)) for clue in _weightiest(toponym))

    def _others(self, toponym: Toponym) -> _Others:
        place = toponym.place
        rivals = [r for r in toponym.candidates if place is None or r.candidate.place.id != place.id]
        return tuple(
            (
                self._candidate(ranked.candidate.place),
                round(ranked.score, 3),
                self._distance(place, ranked.candidate.place) if place else None,
            )
            for ranked in rivals[:_OTHERS]
        )

    def _phrase(self, phrase: str) -> int:
        return self._number(("phrase", phrase), self.phrases, lambda: phrase)

    def _candidate(self, place: Place) -> int:
        return self._number(("place", place.id), self.candidates, lambda: _candidate(place, self._names))

    def _number(self, key: object, table: list[Any], make: Callable[[], Any]) -> int:
        """The index of what ``key`` stands for, put at the table's end where it is new."""
        if key not in self._numbers:
            self._numbers[key] = len(table)
            table.append(make())
        return self._numbers[key]

    def _distance(self, a: Place, b: Place) -> int:
        """Whole kilometres between two places on the WGS 84 ellipsoid."""
        from geopy.distance import geodesic

        if (a.id, b.id) not in self._distances:
            self._distances[a.id, b.id] = round(geodesic((a.lat, a.lon), (b.lat, b.lon)).km)
        return self._distances[a.id, b.id]


def _weightiest(toponym: Toponym) -> list[Clue]:
    """The clues of the winner that have a phrase and count, heaviest first."""
    place = toponym.place
    winner = next((r for r in toponym.candidates if place and r.candidate.place.id == place.id), None)
    told = [clue for clue in winner.clues if clue.phrase and round(clue.points, 1)] if winner else []
    return sorted(told, key=lambda clue: (-abs(clue.points), clue.name))[:_PHRASES]


def _candidate(place: Place, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": kind_words(place.feature_class, place.feature_code, place.population),
        "country_code": place.country_code,
        "country": names.get(place.country_code, ""),
        "region": place.admin1_name if place.admin1 != place.id else "",
        "lat": round(place.lat, 4),
        "lon": round(place.lon, 4),
    }
