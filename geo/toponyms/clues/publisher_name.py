"""Whether the paper's name or web domain holds the place's name."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.publishers import is_named_after
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 where it does, 0 where not; None where no place of the name is in it."""
    if not look.unit.in_paper:
        return None
    return 1.0 if is_named_after(look.scene.article, look.sense.place.name) else 0.0


def phrase(_look: Look, value: float) -> str:
    return "the paper is named after it" if value else ""


CLUE = Spec(
    "publisher_name",
    value,
    phrase,
    (0, 1),
    by_group=True,
    fixed=True,
    speaks=lambda unit, _scene: unit.in_paper,
    trend=+1,
    meaning="whether the paper is named after it",
)
