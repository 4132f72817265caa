"""Names that their company speaks for: lists, long names of countries, a city with its district, slips of the pen."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.mentions.columns import Columns
from geo.mentions.company import find_acting, find_listed, find_overlooked, is_namesake, joined
from geo.mentions.known import SLIP, symbols
from geo.mentions.spans import Found
from geo.mentions.tagger import Tagged
from geo.mentions.tokens import tokenise


def _read(world: Gazetteer, text: str, sure: dict[str, float]) -> tuple[Columns, Tagged, list[Found]]:
    """A text as the tagger might see it: each word's probability, 0 where none is given; names from one half on."""
    tokens = tokenise(text)
    inside = tuple(sure.get(t.text, 0.0) for t in tokens)
    found = [Found(i, i + 1, p) for i, p in enumerate(inside) if p >= 0.5]
    return Columns(text, tokens, symbols(world.lexicon)), Tagged((0,) * len(tokens), inside), found


@pytest.mark.parametrize(
    ("text", "sure", "listed"),
    [
        ("Buses to Tampa, Lincoln and Boise", {"Tampa": 0.99, "Boise": 0.99, "Lincoln": 0.3}, ["Lincoln"]),
        ("Georgia and Armenia agreed", {"Armenia": 0.99, "Georgia": 0.3}, ["Georgia"]),
        ("Kenya, Uganda, and Chad agreed", {"Uganda": 0.99, "Kenya": 0.99, "Chad": 0.4}, ["Chad"]),
        ("Tampa and Lincoln Brooks agreed", {"Tampa": 0.99, "Lincoln": 0.3}, []),
        ("Tampa and Lincoln agreed", {"Tampa": 0.6, "Lincoln": 0.3}, []),
        ("Tampa and Lincoln agreed", {"Tampa": 0.99, "Lincoln": 0.1}, []),
        ("Tampa paid Lincoln", {"Tampa": 0.99, "Lincoln": 0.3}, []),
    ],
)
def test_a_member_of_a_list_of_places_is_one(
    world: Gazetteer, text: str, sure: dict[str, float], listed: list[str]
) -> None:
    """A possible name beside a certain one in a list is found; a person's, or one beside a doubtful name, is not."""
    columns, tagged, found = _read(world, text, sure)
    tokens = tokenise(text)
    extra = find_listed(found, tagged, tokens, columns)
    assert [" ".join(t.text for t in tokens[f.start : f.end]) for f in extra] == listed


@pytest.mark.parametrize(
    ("text", "count"),
    [("Men from DR Congo left", 1), ("Men from Baton Rouge left", 0), ("Men from Chad left", 0)],
)
def test_a_countrys_long_name_is_not_overlooked(world: Gazetteer, text: str, count: int) -> None:
    """Several words that name a country are one name where the tagger is in two minds; a town's are left to it."""
    columns, tagged, _ = _read(world, text, dict.fromkeys(("DR", "Congo", "Baton", "Rouge", "Chad"), 0.4))
    assert len(find_overlooked([], tagged, columns)) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in Washington, D.C. today", ["Washington, D.C."]),
        ("in Athens, Ga. today", ["Athens", "Ga."]),
        ("in Paris, Texas today", ["Paris", "Texas"]),
        ("in New York, N.Y. today", ["New York", "N.Y."]),
    ],
)
def test_a_city_is_one_name_with_its_district(world: Gazetteer, text: str, names: list[str]) -> None:
    """ "Washington, D.C." is the city's own name; a city and its state are two."""
    tokens = tokenise(text)
    symbol = symbols(world.lexicon)
    comma = next(i for i, t in enumerate(tokens) if t.text == ",")
    both = [Found(1, comma, 0.9), Found(comma + 1, len(tokens) - 1, 0.9)]
    found = joined(both, tokens, text, symbol)
    assert [text[tokens[f.start].start : tokens[f.end - 1].end] for f in found] == names


@pytest.mark.parametrize("word", ["Califronia", "Massachusets", "Venezeula"])
def test_a_slip_near_a_large_places_name_is_known_as_such(world: Gazetteer, word: str) -> None:
    """One letter wrong in a country's or large city's name is told from a word of which nothing is known."""
    assert symbols(world.lexicon)(word).startswith(SLIP)


@pytest.mark.parametrize("word", ["Sunday", "Reuters", "afganistan", "Parsi"])
def test_other_words_are_no_slips(world: Gazetteer, word: str) -> None:
    """Listed words, words far from any large name, in lower case, or too short to tell are none."""
    assert not symbols(world.lexicon)(word).startswith(SLIP)


@pytest.mark.parametrize(
    ("text", "namesake"),
    [
        ("at the Brookings Institution", True),
        ("at the Boston Foundation", False),
        ("at the Brookings hospital", False),
    ],
)
def test_a_founders_name_is_no_town(world: Gazetteer, text: str, namesake: bool) -> None:
    """A body called after somebody is not taken for the small town of that name; after a large city it may be."""
    tokens = tokenise(text)
    columns = Columns(text, tokens, symbols(world.lexicon))
    assert is_namesake(Found(2, 3, 0.9), tokens, columns) is namesake


@pytest.mark.parametrize(
    ("text", "sure", "count"),
    [
        ("Jordan recalled its consul", 0.3, 1),
        ("Jordan recalled its consul", 0.05, 0),
        ("Jordan recalled the film", 0.3, 0),
        ("Lansing recalled its mayor", 0.3, 0),
        ("Then Jordan recalled its consul", 0.3, 0),
    ],
)
def test_a_country_acts_on_what_is_its(world: Gazetteer, text: str, sure: float, count: int) -> None:
    """A country that a sentence opens with, with a verb and "its", is found where the tagger wavers."""
    columns, tagged, found = _read(world, text, {"Jordan": sure, "Lansing": sure})
    assert len(find_acting(found, tagged, columns)) == count
