"""What the same name means elsewhere in the article: one sense a name, as a rule."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The probability of this place there, by number of mentions; None where the name is not repeated otherwise."""
    if not look.unit.siblings:
        return None
    total = weight = 0.0
    for number in look.unit.siblings:
        other = look.scene.units[number]
        here = len(other.mentions)
        weight += here
        for sense, belief in zip(other.senses, other.belief, strict=False):
            if sense.place.id == look.sense.place.id:
                total += here * belief
    return total / weight


def phrase(_look: Look, value: float) -> str:
    return "the same name elsewhere in the article means it too" if value >= 0.5 else ""


CLUE = Spec(
    "repeated",
    value,
    phrase,
    (0, 0.2, 0.5, 0.9, 1),
    speaks=lambda unit, _scene: bool(unit.siblings),
    trend=+1,
    meaning="whether the same name elsewhere in the article means it",
)
