"""Whether the article names its first-level region."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """How often, by probability and the square root of repeats; None for places that lie in none, and where no
    other name is placed: then it says nothing that the region is not named.
    """
    place = look.sense.place
    if look.setting is None or not place.admin1 or look.sense.group in ("country", "region"):
        return None
    if not look.setting.totals.is_anything_placed():
        return None
    return max(0.0, look.setting.totals.named_regions.get(place.admin1, 0.0))


def phrase(look: Look, value: float) -> str:
    return f"the article names {look.sense.place.admin1_name}" if value >= 0.5 else ""


CLUE = Spec(
    "named_region",
    value,
    phrase,
    (0, 0.5, 1, 2),
    by_group=True,
    trend=+1,
    meaning="whether the article names its region",
)
