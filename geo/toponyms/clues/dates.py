"""Whether the place bore the name when the article was written, where places differ in that."""

from __future__ import annotations

from geo.records import Place
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 within the years of the name, −1 outside; None where article or place has no date, and outside where no
    place bore the name then: an article of today may well tell of Constantinople.
    """
    place, date = look.sense.place, look.scene.article.date
    if not date or (place.start is None and place.end is None):
        return None
    year = int(date[:4])
    if _bore_it(place, year):
        return 1.0
    return -1.0 if any(_bore_it(sense.place, year) for sense in look.unit.senses) else None


def _bore_it(place: Place, year: int) -> bool:
    return (place.start is None or place.start <= year) and (place.end is None or year <= place.end)


def phrase(look: Look, value: float) -> str:
    year = (look.scene.article.date or "")[:4]
    return f"so called in {year}" if value > 0 else f"not so called in {year}, as another place was"


CLUE = Spec(
    "dates",
    value,
    phrase,
    (-1, 1),
    prior=(-4, 0.5),
    trust=4,
    fixed=True,
    speaks=lambda _unit, scene: bool(scene.article.date),
    trend=+1,
)
