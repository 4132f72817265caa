"""What is said of a name that stays unplaced: true of how its candidates met the name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from geo.records import Article, Candidate, Match, Toponym
from geo.toponyms import Resolver
from geo.toponyms.explain import explain, report
from geo.toponyms.ranker import Ranker
from tests.toponyms.conftest import Atlas, read_marked


def unplaced(atlas: Any, text: str) -> tuple[Article, Toponym]:
    """The article and its first toponym, by a resolver that finds nothing likely enough."""
    article, mentions = read_marked(text)
    strict = Resolver(replace(Ranker.load(), threshold=1.01))
    (toponyms,) = strict.resolve([(article, mentions)], atlas)
    assert toponyms[0].place is None
    return article, toponyms[0]


def far(atlas: Atlas, name: str, match: Match, spelling: str = "") -> None:
    """Put the first place of ``atlas`` under a name that is only near one of its own, ``spelling``."""
    place = next(iter(atlas.places.values()))
    atlas.by_key[name] = [Candidate(place, match, spelling or place.name)]


@pytest.mark.parametrize(
    ("match", "spelling", "says"),
    [
        ("fuzzy", "", "no place of that name is known; Osham, a letter or two off, is too unlikely"),
        ("fuzzy", "Oslem", "no place of that name is known; Oslem (Osham), a letter or two off, is too unlikely"),
        ("romanised", "", "no place of that spelling is known; Osham, in another romanisation, is too unlikely"),
    ],
)  # fmt: skip
def test_a_place_of_another_name_is_never_said_to_bear_it(
    atlas: Any, match: Match, spelling: str, says: str
) -> None:
    """Where the nearest place matched by a slip or a romanisation, that is said, and by which name."""
    atlas.add("gn:1", "Osham", (50, 10), population=900_000)
    far(atlas, "oslam", match, spelling)
    _, toponym = unplaced(atlas, "[Oslam] spoke.")
    assert toponym.reason.startswith(says)


def test_the_only_place_of_a_name_is_called_so(atlas: Any) -> None:
    """One candidate by its own name or another of its names is the only place of that name."""
    atlas.add("gn:1", "Osham", (50, 10), population=900_000, aliases=("Old Osham",))
    for name in ("Osham", "Old Osham"):
        _, toponym = unplaced(atlas, f"[{name}] spoke.")
        assert toponym.reason.startswith("the only place of that name, Osham, is too unlikely here (")


def test_of_several_places_the_nearest_is_named(atlas: Any) -> None:
    """With its certainty."""
    atlas.add("gn:1", "Osham", (50, 10), population=900_000)
    atlas.add("gn:2", "Osham", (-20, 60), population=900)
    _, toponym = unplaced(atlas, "[Osham] spoke.")
    assert toponym.reason.startswith("no place of that name is likely enough: Osham at ")


def test_a_demonym_is_no_name_of_its_country(atlas: Any) -> None:
    """ "Ukrainian" points to Ukraine, and bears another name."""
    atlas.add("gn:690791", "Ukraine", (49, 32), "A.PCLI", "UA", 40_000_000, radius=400)
    _, toponym = unplaced(atlas, "{Ukrainian} officials spoke.")
    assert toponym.reason.startswith("Ukraine, where it points, is too unlikely here")


def test_an_explanation_says_nothing_of_a_pin_that_is_not_there(atlas: Any) -> None:
    """Of an unplaced name it tells what would put another candidate first, not what would change its pin."""
    atlas.add("gn:1", "Osham", (50, 10), population=900_000)
    atlas.add("gn:2", "Osham", (-20, 60), population=900)
    article, toponym = unplaced(atlas, "[Osham] spoke.")
    text = report(explain(article, toponym))
    assert "not placed" in text
    assert "would change it" not in text
    assert ("would put another place first" in text) or ("no single clue would put another place" in text)
