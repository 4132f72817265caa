"""What share of the publisher’s other places lie in its first-level region."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """From 0 to 1; None without other articles of the publisher, or where the place has no region."""
    area, place = look.scene.area, look.sense.place
    region = place.id if look.sense.group == "region" else place.admin1
    if area is None or not region:
        return None
    return area.regions.get(region, 0.0)


def phrase(look: Look, value: float) -> str:
    area = look.scene.area
    return f"{area.name} often writes about its region" if area and value >= 0.3 else ""


CLUE = Spec(
    "publisher_region",
    value,
    phrase,
    (0, 0.02, 0.1, 0.3, 0.6, 1),
    by_group=True,
    prior=(0, 0, 0.2, 0.6, 1, 1.2),
    speaks=lambda _unit, scene: scene.area is not None,
    trend=+1,
    meaning="how much the paper writes about its region",
)
