"""Names with their article: "in The Hague", "left The Gambia at dawn"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.mentions.columns import Columns
from geo.mentions.spans import Found
from geo.mentions.tokens import Token

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

_FOREMOST = 3
"""How many of the places that bear a name are asked whether they bear it with an article."""


def with_article(
    found: Found, tokens: Sequence[Token], columns: Columns, text: str, gazetteer: Gazetteer
) -> Found:
    """``Gambia`` of "left The Gambia at dawn" with its article: a capital within a sentence makes it part of the name,
    where the gazetteer has a foremost place of the name with an article too.

    Before a longer capitalised name the article is that name's: "The Toledo Blade".
    """
    start = found.start - 1
    if (
        start > 0
        and tokens[start].text == "The"
        and tokens[start - 1].text.islower()
        and not columns.first[start + 2]
        and not columns.caps[found.end + 2]
        and _has_article(text[tokens[start].start : tokens[found.end - 1].end], gazetteer)
    ):
        return replace(found, start=start)
    return found


def _has_article(name: str, gazetteer: Gazetteer) -> bool:
    """Whether one of the foremost places of the name bears it with its article."""
    places = [candidate.place for candidate in gazetteer.candidates(name)[:_FOREMOST]]
    return any(
        name.casefold() == spelling.casefold() for place in places for spelling in gazetteer.names(place.id)
    )
