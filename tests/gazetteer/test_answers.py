"""Answers that the build worked out: the candidates of the long way, whatever is asked and whoever adds rows."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.kinds import KINDS
from geo.gazetteer.world import World

SAMPLE = 1500
HEADER = "name,latitude,longitude,feature_code,country_code,alternate_names,geonameid,radius_km,note\n"
ROWS = """\
Springfield,48.5,37.2,village,UA,Burlington|São José|Kursk,,,
Newer Moscow,55.75,37.62,,,Moskva Nova,524901,,moved
Harzer,51.7,10.9,region,DE,,,40,
Primorskiy,43.1,131.9,town,RU,,,,
Golan Village,33.0,35.8,village,SY,,,,
"""


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Names of all kinds of places, main names and others, with a seed."""
    draw = random.Random(3)
    records = World().records
    found = [records.names(number) for number in draw.sample(range(len(records)), SAMPLE)]
    return [name for one in found for name in [one[0], *draw.sample(one[1:], min(2, len(one) - 1))]]


@pytest.fixture(scope="module")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The gazetteer with a user's rows: new places of known names, one that moves and renames Moscow, a region."""
    path: Path = tmp_path_factory.mktemp("rows") / "mine.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return open_gazetteer([path], here=False)


def plain(name: str) -> str:
    """The name without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "without accents": plain,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "with an accent": lambda name: name.replace("a", "á", 1),
    "with The": lambda name: f"The {name}",
    "with hyphens": lambda name: name.replace(" ", "-"),
    "with St.": lambda name: name.replace("Saint", "St.").replace("Mount", "Mt."),
    "with a stop": lambda name: f"{name}.",
    "with a type word": lambda name: f"{name} district",
    "of a type word": lambda name: f"Province of {name}",
    "with an apostrophe": lambda name: name.replace("a", "a’", 1),
}


def differing(gazetteer: Gazetteer, names: list[str]) -> list[str]:
    """The names that have other candidates by the long way."""
    return [name for name in names if gazetteer.candidates(name) != gazetteer._found(name, fuzzy=False)]


@pytest.mark.parametrize("way", WAYS)
def test_a_name_has_the_candidates_of_the_long_way(world: Gazetteer, names: list[str], way: str) -> None:
    """However a name is written, its candidates, their order and how they matched are those of the long way."""
    assert differing(world, [WAYS[way](name) for name in names]) == []


@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_so_have_names_of_regions_and_towns_alike(borders: Literal["un", "de-facto"]) -> None:
    """Whether "San José" is spelled as the town, the province or the village moves each a grade up or down."""
    gazetteer = open_gazetteer(borders=borders, here=False)
    records = World().records
    regions = [n for n in range(len(records)) if records.make(n).feature_code == "ADM1"]
    names = {name for number in regions for name in records.names(number)}
    asked = sorted(name for name in names if not name.isascii() and plain(name).isascii())
    assert len(asked) > 2_000
    assert differing(gazetteer, [*asked, *map(plain, asked)]) == []


def test_so_has_it_with_users_rows(layered: Gazetteer, names: list[str]) -> None:
    """Rows that share a name or its romanisation, or amend a place or region, are among the candidates at once."""
    asked = [
        "Springfield", "Burlington", "Burlington County", "São José", "Sao Jose", "San José", "Kursk", "Kursk region",
        "Moscow", "Moskva", "Moskau", "Newer Moscow", "Moskva Nova", "City of Moscow", "Harzer", "Harz", "Primorskyi",
        "Primorsky", "Primorskij", "Primorsky Krai", "Golan", "Golan Village", "Katzrin",
    ]  # fmt: skip
    assert differing(layered, [*asked, *map(str.upper, asked), *names]) == []
    assert layered.candidates("Moskau")[0].place.name == "Newer Moscow"
    assert "csv:" in {candidate.place.id[:4] for candidate in layered.candidates("Primorskij")}


@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_so_has_it_under_either_stance(names: list[str], borders: str) -> None:
    """Places on disputed land are in the country of the stance in force, the world file alone or with our rows."""
    disputed = [
        "Simferopol",
        "Sevastopol",
        "Yalta",
        "Katzrin",
        "Majdal Shams",
        "Laayoune",
        "Dakhla",
        "Hebron",
        "Ariel",
    ]
    for bundled in (False, True):
        gazetteer = open_gazetteer(borders=borders, bundled=bundled, here=False)
        assert differing(gazetteer, [*disputed, *map(str.lower, disputed), *names]) == []


def test_so_have_our_own_names_and_everyday_words(world: Gazetteer) -> None:
    """Names of our rows, everyday words, type words and abbreviations are judged as they are written."""
    draw = random.Random(4)
    own = [name for id in draw.sample(list(world._own.places), 400) for name in world.names(id)]
    short = [
        "PA",
        "Pa",
        "pa",
        "Pa.",
        "US",
        "us",
        "U.S.",
        "Miss",
        "Miss.",
        "OR",
        "Or",
        "or",
        "NSW",
        "Nsw",
        "UAE",
    ]
    words = [
        *sorted(COMMON_WORDS)[::5],
        *sorted(KINDS),
        *short,
        "",
        " ",
        ".",
        "the",
        "The",
        "the the",
        "·",
        "ﬁ",
    ]
    asked = [*own, *words, *map(str.capitalize, words), *map(str.upper, words)]
    assert differing(world, asked) == []


def test_most_names_have_an_answer(world: Gazetteer) -> None:
    """Of a hundred names 97 are answered by the build, or the answers were of no use."""
    draw = random.Random(5)
    records = World().records
    main_names = [records.make(number).name for number in draw.sample(range(len(records)), SAMPLE)]
    answers = world._answers
    assert answers is not None
    assert sum(answers.find(name) is not None for name in main_names) > 0.97 * SAMPLE
