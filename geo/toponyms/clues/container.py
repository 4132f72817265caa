"""Whether it lies in the place named after a comma: "Paris, Texas"."""

from __future__ import annotations

from geo.toponyms.clues.containment import held, is_held, say_held
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The probability that what the text names holds it; None where nothing of the kind is said."""
    return held(look, "comma")


def phrase(look: Look, value: float) -> str:
    return say_held(look, "comma", value)


CLUE = Spec(
    "container", value, phrase, (0, 0.1, 0.5, 1), prior=(-1, 0, 2, 4.5), trust=2, speaks=is_held, trend=+1
)
