"""Whether the paper's name or web domain holds the place's name."""

from __future__ import annotations

from geo.gazetteer.names import compact, normalise
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 where it does, 0 where not; None without a publisher."""
    name = compact(normalise(look.sense.candidate.place.name))
    paper = _paper(look)
    if not paper:
        return None
    return 1.0 if len(name) > 4 and name in paper else 0.0


def _paper(look: Look) -> str:
    article = look.scene.article
    return compact(normalise(f"{article.domain or ''}{article.publisher or ''}"))


def phrase(_look: Look, value: float) -> str:
    return "the paper is named after it" if value else ""


CLUE = Spec("publisher_name", value, phrase, (0, 1), by_group=True, fixed=True)
