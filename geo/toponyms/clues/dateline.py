"""Whether a story can be filed from the place: datelines name towns, not the states of their names."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 for a town, of whatever size, and 0 for any other place; None for a name that stands in no dateline."""
    if not look.unit.in_dateline:
        return None
    return 1.0 if look.sense.group in ("city", "town", "village") else 0.0


def phrase(_look: Look, value: float) -> str:
    return "the story was filed there, and stories are filed from towns" if value else ""


CLUE = Spec(
    "dateline",
    value,
    phrase,
    (0, 1),
    prior=(-2.5, 0),
    trust=4,
    fixed=True,
    speaks=lambda unit, _scene: unit.in_dateline,
    trend=+1,
    meaning="the story was filed from a place of that name",
)
