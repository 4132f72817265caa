"""What share of the publisher’s other places lie in its country."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """From 0 to 1; None without other articles of the publisher, or where the place has no country."""
    area, place = look.scene.area, look.sense.place
    country = place.country_code
    if area is None or not country:
        return None
    return area.countries.get(country, 0.0)


def phrase(look: Look, value: float) -> str:
    area = look.scene.area
    return f"{area.name} often writes about its country" if area and value >= 0.3 else ""


CLUE = Spec(
    "publisher_country",
    value,
    phrase,
    (0, 0.02, 0.1, 0.3, 0.6, 1),
    by_group=True,
    prior=(-0.3, -0.1, 0.1, 0.3, 0.5, 0.6),
    speaks=lambda _unit, scene: scene.area is not None,
    trend=+1,
    meaning="how much the paper writes about its country",
)
