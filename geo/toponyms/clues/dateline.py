"""Stories are filed from towns: what a dateline favours."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 for a name in a dateline; None elsewhere."""
    return 1.0 if look.unit.in_dateline else None


def phrase(look: Look, _value: float) -> str:
    settled = look.sense.group in ("city", "town", "village")
    return "the story was filed there, and stories are filed from towns" if settled else ""


CLUE = Spec(
    "dateline",
    value,
    phrase,
    (1,),
    by_group=True,
    fixed=True,
    speaks=lambda unit, _scene: unit.in_dateline,
    meaning="the story was filed from a place of that name",
)
