"""Whether it holds what the text puts in it: the Georgia of "Tbilisi, Georgia"."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.senses import holds
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The mean probability of lying in it over the names so tied to it; None where there are none."""
    if not look.unit.holding:
        return None
    total = 0.0
    for number in look.unit.holding:
        inner = look.scene.units[number]
        total += sum(
            belief
            for sense, belief in zip(inner.senses, inner.belief, strict=False)
            if holds(look.sense, sense)
        )
    return total / len(look.unit.holding)


def phrase(look: Look, value: float) -> str:
    inner = look.scene.mentions[look.scene.units[look.unit.holding[0]].mentions[0]].text
    return (
        f"holds {inner}, as the text says"
        if value >= 0.5
        else f"the {inner} of the text is not likely to lie in it"
    )


CLUE = Spec(
    "holding",
    value,
    phrase,
    (0, 0.1, 0.5, 1),
    by_group=True,
    prior=(-0.5, 0, 1, 2),
    speaks=lambda unit, _scene: bool(unit.holding),
    trend=+1,
)
