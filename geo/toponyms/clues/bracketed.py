"""Whether it lies in the place in brackets after it: "Paris (Texas)"."""

from __future__ import annotations

from geo.toponyms.clues.containment import held, is_held, say_held
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The probability that what the text names holds it; None where nothing of the kind is said."""
    return held(look, "brackets")


def phrase(look: Look, value: float) -> str:
    return say_held(look, "brackets", value)


CLUE = Spec("bracketed", value, phrase, (0, 0.1, 0.5, 1), prior=(-1, 0, 1.5, 3), speaks=is_held, trend=+1)
