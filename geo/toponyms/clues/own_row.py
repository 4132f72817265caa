"""A user's own gazetteer row: whoever wrote it meant it."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 for a place from a user's own file; None for any other."""
    own = any(look.scene.mentions[number].required for number in look.unit.mentions)
    return 1.0 if own and look.sense.place.id.startswith("csv:") else None


def phrase(_look: Look, _value: float) -> str:
    return "a row of your own gazetteer"


CLUE = Spec("own_row", value, phrase, (1,), prior=(6,), fixed=True)
