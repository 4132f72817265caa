"""What the clues about stated containers share."""

from __future__ import annotations

from geo.toponyms.scene import Scene, Unit
from geo.toponyms.senses import Sense, holds
from geo.toponyms.setting import Look
from geo.toponyms.statements import Link


def held(look: Look, link: Link) -> float | None:
    """The probability that a place so tied to the unit holds the sense.

    None where nothing is so tied, or nothing that could hold any place of the name.
    """
    return look.within.get(link)


def is_held(unit: Unit, _scene: Scene) -> bool:
    """Whether the text ties anything to the unit that may hold it."""
    return bool(unit.held_by)


def say_held(look: Look, link: Link, value: float) -> str:
    """The tie in words."""
    for tie, number in look.unit.held_by:
        if tie == link:
            holder = look.scene.mentions[look.scene.units[number].mentions[0]].text
            if link == "adjective":
                return f"the text says “{holder}”" if value >= 0.5 else f"not {holder}, as the text says"
            if link == "owner":
                return f"the text says {holder}’s" if value >= 0.5 else f"not {holder}’s, as the text says"
            if _probability(look, number, look.sense) >= value:
                return (
                    f"in {holder}, as the text says" if value >= 0.5 else f"not in {holder}, as the text says"
                )
    return ""


def _probability(look: Look, number: int, sense: Sense) -> float:
    holder = look.scene.units[number]
    return sum(
        belief
        for outer, belief in zip(holder.senses, holder.belief, strict=False)
        if outer.is_area and belief > 0.01 and holds(outer, sense)
    )
