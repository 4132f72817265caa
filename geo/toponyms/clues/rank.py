"""Whether it is the largest place of its name."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float:
    """How far, in decimal logarithms of population, it falls short of the largest place of the name."""
    return look.unit.largest - look.sense.log_population


def phrase(look: Look, value: float) -> str:
    if len(look.unit.senses) == 1:
        return "the only place of that name"
    return "the largest place of that name" if value == 0 else "larger places have the same name"


CLUE = Spec("rank", value, phrase, (0, 0.3, 1, 2, 3, 5), by_group=True, fixed=True, trend=-1)
