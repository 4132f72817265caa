"""Names like a given one, for a user whose name is missing: exact, one slip away, then alike from the start on."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from geo.gazetteer.names import normalise

if TYPE_CHECKING:
    from geo.gazetteer.store import Gazetteer
    from geo.records import Candidate

ALIKE = 0.72
"""The least ratio of ``difflib.SequenceMatcher`` (1 for equal names) that is worth showing."""
STEMS = (4, 3)
"""Letters that a name alike must begin with, as long as that finds anything."""
MOST_KEYS = 5000


def similar_names(gazetteer: Gazetteer, name: str, most: int) -> list[Candidate]:
    """At most ``most`` places with names like ``name``, the most alike first, each place once.

    Of names one slip away, those with the same first letters come first (slips are seldom early: Pollock & Zamora
    1984), then main names, then the more populous place, then the name of nearest length.
    """
    key = normalise(name)
    bearers = sorted(gazetteer.candidates(name, fuzzy=True), key=lambda one: _slip(key, one))
    found = {c.place.id: c for c in bearers}
    for stem in STEMS:
        if len(found) >= most or len(key) < stem:
            break
        keys = islice(gazetteer.keys(key[:stem]), MOST_KEYS)
        ratios = {other: _alike(key, other) for other in keys}
        for other in sorted(ratios, key=lambda one: (-ratios[one], one)):
            if ratios[other] < ALIKE or len(found) >= most:
                break
            for candidate in gazetteer.candidates(other)[:1]:
                found.setdefault(candidate.place.id, candidate)
    return list(found.values())[:most]


def _slip(key: str, candidate: Candidate) -> tuple[bool, bool, bool, int, int]:
    """What a candidate is sorted by; those that bear the very name keep their order before the others."""
    if candidate.match != "fuzzy":
        return False, False, False, 0, 0
    other = normalise(candidate.name)
    same_start = other[: STEMS[-1]] == key[: STEMS[-1]]
    alias = candidate.name != candidate.place.name
    return True, not same_start, alias, -candidate.place.population, abs(len(other) - len(key))


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0
