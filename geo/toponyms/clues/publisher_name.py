"""Whether the paper's name or web domain holds the place's name."""

from __future__ import annotations

from functools import lru_cache

from geo.gazetteer.names import compact, normalise
from geo.toponyms.clues.spec import Spec
from geo.toponyms.senses import Sense
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 where it does, 0 where not; None where no place of the name is in it."""
    paper = _paper(look)
    if not paper or not any(_names(paper, sense) for sense in look.unit.senses):
        return None
    return 1.0 if _names(paper, look.sense) else 0.0


def _names(paper: str, sense: Sense) -> bool:
    name = _key(sense.place.name)
    return len(name) > 4 and name in paper


@lru_cache(maxsize=20_000)
def _key(name: str) -> str:
    return compact(normalise(name))


def _paper(look: Look) -> str:
    article = look.scene.article
    return _key(f"{article.domain or ''} {article.publisher or ''}")


def phrase(_look: Look, value: float) -> str:
    return "the paper is named after it" if value else ""


CLUE = Spec("publisher_name", value, phrase, (0, 1), by_group=True, fixed=True)
