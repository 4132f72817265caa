"""Demonyms: whom a people's name points to, and where it is none."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.mentions import lookup
from geo.mentions.demonyms import find_demonyms, peoples
from geo.mentions.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("North Korean", "gn:1873107", "KP"),
        ("South Koreans", "gn:1835841", "KR"),
        ("Ukrainians", "gn:690791", "UA"),
        ("RUSSIAN", "gn:2017370", "RU"),
        ("Chechen", "gn:569665", "RU"),
        ("Muscovite", "gn:524901", "RU"),
        ("Texan", "gn:4736286", "US"),
        ("Londoner", "gn:2643743", "GB"),
        ("European", "gn:6255148", ""),
    ],
)
def test_points_to_its_place(text: str, place: str, country: str) -> None:
    """A demonym, singular or plural, has its country, region, continent or town."""
    people = lookup(text)
    assert people is not None
    assert (people.place, people.country_code) == (place, country)


@pytest.mark.parametrize("text", ["Kurdish", "Arab", "Hindi"])
def test_some_peoples_have_no_one_place(text: str) -> None:
    """Peoples and languages of several countries are demonyms without a place."""
    people = lookup(text)
    assert people is not None
    assert (people.place, people.name) == ("", "")


@pytest.mark.parametrize("text", ["polish", "Ukraine", "Hamburger", ""])
def test_what_is_no_demonym(text: str) -> None:
    """Lower-case words and names of places are none."""
    assert lookup(text) is None


def test_every_id_is_in_the_gazetteer(world: Gazetteer) -> None:
    """Each place the list names is there, in the country the list says."""
    for form, people in peoples().items():
        if people.place and people.country_code:
            place = world.place(people.place)
            assert place is not None, form
            assert place.country_code == people.country_code, form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian-occupied areas of Ukraine", ["Russian"]),
        ("the North Korean and South Korean teams", ["North Korean", "South Korean"]),
        ("pro-Russian, anti-American and New Zealanders", ["Russian", "American", "New Zealanders"]),
        ("Dawn French met a French Canadian", ["French", "Canadian"]),
        ("Roman Abramovich and Roman Catholic nuns, but Roman streets", ["Roman"]),
        ("Polish the lamp, then hire Polish plumbers", ["Polish"]),
        ("pole position at the North Pole for a Pole", ["Pole"]),
        ("he spoke polish and english", []),
    ],
)
def test_found_in_text(text: str, expected: list[str]) -> None:
    """The longest form counts, with its capital, unless it is a surname, a verb or a church."""
    tokens = tokenise(text)
    ranges = find_demonyms(tokens, [False] * len(tokens))
    assert [text[tokens[i].start : tokens[j - 1].end] for i, j in ranges] == expected
