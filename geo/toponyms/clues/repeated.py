"""What the same name means where the article says where it lies: one sense a name, as a rule."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.scene import Unit
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The probability of this place there, by number of mentions; None where the text says it here, or nowhere."""
    if look.within or look.unit.distances or look.unit.near:
        return None
    total = weight = 0.0
    for other in (look.scene.units[number] for number in look.unit.siblings):
        if not _is_told(other):
            continue
        here = len(other.mentions)
        weight += here
        for sense, belief in zip(other.senses, other.belief, strict=False):
            if sense.place.id == look.sense.place.id:
                total += here * belief
    return total / weight if weight else None


def _is_told(unit: Unit) -> bool:
    """Whether the text ties the name to a place: by what holds it, a distance, nearness, or a user's row."""
    return bool(unit.held_by or unit.distances or unit.near or unit.decided_by)


def phrase(_look: Look, value: float) -> str:
    return "the same name elsewhere in the article means it too" if value >= 0.5 else ""


CLUE = Spec(
    "repeated",
    value,
    phrase,
    (0, 0.2, 0.5, 0.9, 1),
    prior=(0, 0.3, 1.2, 3, 3.5),
    trust=4,
    speaks=lambda unit, _scene: bool(unit.siblings),
    trend=+1,
    meaning="whether the same name elsewhere in the article means it",
)
