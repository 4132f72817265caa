"""What every clue is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from geo.toponyms.scene import Scene, Unit
from geo.toponyms.senses import Group
from geo.toponyms.setting import Look


def always(_unit: Unit, _scene: Scene) -> bool:
    """The clue may say something of any name."""
    return True


@dataclass(frozen=True, slots=True)
class Spec:
    """One clue.

    ``value`` measures a candidate, None where the clue has nothing to say of it. ``phrase`` says a value to a
    reader, "" where it is not worth a word. The model gives points at each of the ``knots`` (rising values) and
    interpolates between them, so that points can be read off a curve; with ``by_group`` each size group of
    places has its own curve. ``prior`` are the points at the knots to which training returns where the corpora
    say little, zeros if empty, and ``group_prior`` what a size group has besides; ``trust`` says how many times as
    firmly as others', for what texts state plainly and corpora seldom hold. ``fixed`` clues never change while
    beliefs do, and are measured once. The points of a ``given``
    clue are its prior, whatever the model. ``trend`` is +1 where more of it can only speak for a place, −1 where it
    can only speak against it: training holds the curve to that. Where ``speaks`` is false the clue has nothing to say
    of any place of the name, and is not asked. ``meaning`` says what is looked at, for where ``phrase`` has no word.
    """

    name: str
    value: Callable[[Look], float | None]
    phrase: Callable[[Look, float], str]
    knots: tuple[float, ...]
    by_group: bool = False
    prior: tuple[float, ...] = ()
    trust: float = 1.0
    fixed: bool = False
    given: bool = False
    trend: int = 0
    speaks: Callable[[Unit, Scene], bool] = always
    meaning: str = ""
    group_prior: Mapping[Group, tuple[float, ...]] = field(default_factory=dict)


def rounded(km: float) -> str:
    """Kilometres for a sentence: "under 1 km", "7 km", "95 km", "1,240 km"."""
    if km < 1:
        return "under 1 km"
    return f"{km:,.0f} km" if km < 100 else f"{round(km, -1):,.0f} km"
