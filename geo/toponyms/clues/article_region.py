"""What share of the article’s other names point to its first-level region."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """From 0 to 1; None where no other name points to a region, or it lies in none."""
    place = look.sense.place
    region = place.id if look.sense.group == "region" else place.admin1
    if look.setting is None or not region:
        return None
    regions = look.setting.totals.regions
    total = sum(regions.values())
    return max(0.0, regions.get(region, 0.0)) / total if total > 0.05 else None


def phrase(look: Look, value: float) -> str:
    region = look.sense.place.admin1_name or look.sense.place.name
    return f"{value:.0%} of the article’s other places are in {region}" if value else ""


CLUE = Spec(
    "article_region",
    value,
    phrase,
    (0, 0.05, 0.2, 0.5, 0.8, 1),
    by_group=True,
    trend=+1,
    meaning="how many of the article’s other places are in its region",
)
