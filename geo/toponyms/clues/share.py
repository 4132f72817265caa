"""What part of all who live in places of that name live in this one."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float:
    """From 0 to 1."""
    return look.sense.place.population / look.unit.total_population


def phrase(look: Look, value: float) -> str:
    return f"{value:.0%} of the people in places of that name" if len(look.unit.senses) > 1 else ""


CLUE = Spec(
    "share",
    value,
    phrase,
    (0, 0.1, 0.5, 0.9, 1),
    fixed=True,
    trend=+1,
    meaning="its share of the people in places of that name",
)
