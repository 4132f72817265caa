"""Why a mention stays unplaced, in words that are true of how its candidates met its name."""

from __future__ import annotations

from geo.records import Ranked
from geo.toponyms.scene import Unit

UNKNOWN = "the gazetteer knows no place of that name"
_FAR = {
    "fuzzy": "no place of that name is known; {name}, a letter or two off, is too unlikely ({score:.0%})",
    "romanised": "no place of that spelling is known; {name}, in another romanisation, is too unlikely ({score:.0%})",
}
"""Ways of matching by which a place does not bear the very name."""


def reason_of(unit: Unit, ranked: tuple[Ranked, ...], score: float) -> str:
    """The reason for a unit whose best candidate, the first of ``ranked``, has the certainty ``score`` and no more."""
    if not ranked:
        return UNKNOWN
    best = ranked[0].candidate
    name = best.place.name
    if all(one.candidate.match in _FAR for one in ranked):
        # "Ranana (London)": by which of its names a place comes near.
        called = name if best.name == name else f"{best.name} ({name})"
        return _FAR[best.match].format(name=called, score=score)
    if unit.is_demonym:
        return f"{name}, where it points, is too unlikely here ({score:.0%})"
    if len(unit.senses) == 1:
        return f"the only place of that name, {name}, is too unlikely here ({score:.0%})"
    return f"no place of that name is likely enough: {name} at {score:.0%} comes nearest"
