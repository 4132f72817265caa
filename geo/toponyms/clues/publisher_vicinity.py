"""The same in the wider region (300 km)."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.publishers import FAR_KM
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """The mean of e^(−distance/reach) over those places; None without other articles of the publisher."""
    area = look.scene.area
    return area.closeness(look.sense, FAR_KM) if area and area.pins else None


def phrase(look: Look, value: float) -> str:
    area = look.scene.area
    if area is None or value < 0.05:
        return ""
    return f"in the area that {area.name} writes about"


CLUE = Spec(
    "publisher_vicinity",
    value,
    phrase,
    (0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7),
    by_group=True,
    prior=(-0.3, -0.2, 0, 0.2, 0.5, 0.9, 1.3),
    speaks=lambda _unit, scene: scene.area is not None,
    trend=+1,
    meaning="how near the paper’s other places it lies (300 km)",
)
