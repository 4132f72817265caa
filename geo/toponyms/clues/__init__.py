"""The clues: each a short file that measures one thing about a candidate and says it in words.

``FIRST`` need no beliefs about the article's other names, ``LATER`` do, of which ``PUBLISHED`` rest on the publisher's
other articles; ``GIVEN`` are never trained.
"""

from __future__ import annotations

from geo.toponyms.clues import (
    adjective,
    article_country,
    article_region,
    asked,
    asked_within,
    beside,
    bias,
    bracketed,
    closeness,
    container,
    dateline,
    dates,
    definite,
    distance,
    extent,
    holding,
    level,
    located,
    matched,
    named_country,
    named_region,
    near,
    nearest,
    office,
    own_row,
    owner,
    prominence,
    publisher_area,
    publisher_home,
    publisher_name,
    publisher_region,
    publisher_vicinity,
    rank,
    repeated,
    web_country,
)
from geo.toponyms.clues.spec import Spec

FIRST: tuple[Spec, ...] = (
    prominence.CLUE,
    rank.CLUE,
    level.CLUE,
    extent.CLUE,
    matched.CLUE,
    asked.CLUE,
    asked_within.CLUE,
    container.CLUE,
    located.CLUE,
    bracketed.CLUE,
    owner.CLUE,
    adjective.CLUE,
    distance.CLUE,
    near.CLUE,
    dateline.CLUE,
    dates.CLUE,
    own_row.CLUE,
    office.CLUE,
    publisher_name.CLUE,
    publisher_home.CLUE,
    web_country.CLUE,
)
PUBLISHED: tuple[Spec, ...] = (
    publisher_area.CLUE,
    publisher_vicinity.CLUE,
    publisher_region.CLUE,
)
LATER: tuple[Spec, ...] = (
    nearest.CLUE,
    closeness.CLUE,
    beside.CLUE,
    article_country.CLUE,
    article_region.CLUE,
    named_country.CLUE,
    named_region.CLUE,
    holding.CLUE,
    repeated.CLUE,
    *PUBLISHED,
)
ALL: tuple[Spec, ...] = FIRST + LATER
GIVEN: tuple[Spec, ...] = (bias.CLUE, definite.CLUE)

__all__ = ["ALL", "FIRST", "GIVEN", "LATER", "PUBLISHED", "Spec"]
