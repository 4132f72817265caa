"""How near the places named just before and after it are."""

from __future__ import annotations

import math

from geo.toponyms.clues.spec import Spec, rounded
from geo.toponyms.senses import Sense, holds, kilometres
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The natural logarithm of 1 + kilometres to the nearer one, 0 where one holds the other; None without any."""
    if look.setting is None or not look.setting.beside:
        return None
    return math.log1p(min(_apart(look, pin) for pin, _ in look.setting.beside))


def phrase(look: Look, _value: float) -> str:
    if look.setting is None:
        return ""
    pin = min((pin for pin, _ in look.setting.beside), key=lambda pin: (_apart(look, pin), pin.place.id))
    if holds(pin, look.sense):
        return f"in {pin.place.name}, named beside it"
    if holds(look.sense, pin):
        return f"holds {pin.place.name}, named beside it"
    return f"{rounded(kilometres(pin, look.sense))} from {pin.place.name}, named beside it"


def _apart(look: Look, pin: Sense) -> float:
    if holds(pin, look.sense) or holds(look.sense, pin):
        return 0.0
    return kilometres(pin, look.sense)


CLUE = Spec("beside", value, phrase, (0, 2, 3, 4, 5, 6, 7, 8, 9.5), by_group=True, trend=-1)
