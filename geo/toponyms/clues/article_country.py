"""What share of the article’s other names point to its country."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """From 0 to 1, demonyms counted; None where no other name points to a country, or it has none."""
    if look.setting is None or not look.sense.place.country_code:
        return None
    countries = look.setting.totals.countries
    total = sum(countries.values())
    if total <= 0.05:
        return None
    return max(0.0, countries.get(look.sense.place.country_code, 0.0)) / total


def phrase(_look: Look, value: float) -> str:
    return f"{value:.0%} of the article’s other places are in its country"


CLUE = Spec("article_country", value, phrase, (0, 0.05, 0.2, 0.5, 0.8, 1), by_group=True, trend=+1)
