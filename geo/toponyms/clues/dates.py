"""Whether the place bore the name when the article was written."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 within the years of the name, −1 outside; None where article or place has no date."""
    place, date = look.sense.place, look.scene.article.date
    if not date or (place.start is None and place.end is None):
        return None
    year = int(date[:4])
    after = place.start is None or place.start <= year
    before = place.end is None or year <= place.end
    return 1.0 if after and before else -1.0


def phrase(look: Look, value: float) -> str:
    year = (look.scene.article.date or "")[:4]
    return f"so called in {year}" if value > 0 else f"not so called in {year}"


CLUE = Spec(
    "dates",
    value,
    phrase,
    (-1, 1),
    prior=(-2, 0.5),
    fixed=True,
    speaks=lambda _unit, scene: bool(scene.article.date),
)
