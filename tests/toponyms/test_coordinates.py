"""Coordinates as places: what they are called, where they lie, and that no name within them stays."""

from __future__ import annotations

import json

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.pipeline import parse
from geo.records import Toponym
from geo.tables.lines import parse_line


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(here=False)


def only(gazetteer: Gazetteer, text: str) -> Toponym:
    (found,) = (t for t in parse(text, gazetteer=gazetteer).toponyms[0] if t.mention.kind == "coordinates")
    return found


def test_a_point_is_called_after_the_nearest_town(gazetteer: Gazetteer) -> None:
    """ "8 km north-west of" it, or "at" it; in the country and region whose borders hold it; its id is its digits."""
    found = only(gazetteer, "It fell at 48.3500°N, 37.1000°E on Monday.")
    assert found.place is not None
    assert found.place.id == "geo:48.35000,37.10000"
    assert found.place.name.endswith(" of Hryshyne")
    assert (found.place.country_code, found.place.admin1_name) == ("UA", "Donetsk Oblast")
    assert (found.precision, found.candidates[0].candidate.match) == ("point", "coordinates")
    near = only(gazetteer, "It fell at 48°16′56″N 37°10′33″E.").place
    assert near is not None
    assert near.name == "at Pokrovsk"


def test_a_point_at_sea_is_in_no_country(gazetteer: Gazetteer) -> None:
    """However near a coast may be."""
    place = only(gazetteer, "The ship sank at 20.5°S 100.25°W.").place
    assert place is not None
    assert (place.country_code, place.admin1) == ("", None)


def test_no_name_within_coordinates_stays(gazetteer: Gazetteer) -> None:
    """The letters N and E, or "north", are parts of the point; URLs hold none."""
    text = "A ship sank at 12 degrees 30 minutes North, 43 degrees 12 minutes East. See https://a.example/@48.2833,37.1833"
    kinds = [t.mention.kind for t in parse(text, gazetteer=gazetteer).toponyms[0]]
    assert kinds == ["coordinates"]


def test_the_lines_keep_the_kind(gazetteer: Gazetteer) -> None:
    """``geo parse`` writes ``"kind": "coordinates"``, so that a scorer can tell them from names."""
    result = parse("It fell at 48.2833, 37.1833 near Pokrovsk.", gazetteer=gazetteer)
    record = json.loads(parse_line(result.documents[0], result.toponyms[0]))
    assert [t["kind"] for t in record["toponyms"]] == ["coordinates", "name"]


@pytest.mark.parametrize(
    "text", ["Pokrovsk (48.2833°N, 37.1833°E) was hit.", "48.2833, 37.1833: Pokrovsk was hit."]
)
def test_a_name_beside_coordinates_keeps_its_pin(gazetteer: Gazetteer, text: str) -> None:
    """A point is no container of the name before it, nor a part of the one behind it."""
    named = [t for t in parse(text, gazetteer=gazetteer).toponyms[0] if t.mention.kind == "name"]
    assert [t.mention.text for t in named] == ["Pokrovsk"]
    assert named[0].place is not None
    assert named[0].place.country_code == "UA"
