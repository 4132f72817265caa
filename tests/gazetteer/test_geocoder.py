"""The gazetteer as a geopy geocoder."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.location import Location

from geo.gazetteer import Gazetteer, LocalGazetteer


@pytest.fixture(scope="module")
def geocoder(world: Gazetteer) -> LocalGazetteer:
    return LocalGazetteer(world)


def test_geocode_gives_a_location(geocoder: LocalGazetteer) -> None:
    """One Location with address, point and the record as raw."""
    found = geocoder.geocode("Nakhodka")
    assert isinstance(found, Location)
    assert found.address == "Nakhodka, Primorsky Krai, RU"
    assert (found.latitude, found.longitude) == (42.8436, 132.91831)
    assert found.raw["id"] == "gn:2019528" and found.raw["match"] == "main"


def test_exactly_one_limit_countries_and_viewbox(geocoder: LocalGazetteer) -> None:
    """The usual arguments narrow and number the answers; no answer is None."""
    several = geocoder.geocode("Paris", exactly_one=False, limit=3)
    assert isinstance(several, list) and len(several) == 3
    texan = geocoder.geocode("Paris", country_codes="us")
    assert isinstance(texan, Location) and texan.raw["admin1_name"] == "Texas"
    boxed = geocoder.geocode("Paris", viewbox=((43, -81), (44, -80)))
    assert isinstance(boxed, Location) and boxed.raw["country_code"] == "CA"
    assert geocoder.geocode("Paris", country_codes=["JP"]) is None
    assert geocoder.geocode("Qqqqzzzzxx") is None


def test_a_town_comes_before_the_district_named_after_it(geocoder: LocalGazetteer) -> None:
    """ "Pokrovsk" is the town, though more people live in Pokrovsk Raion."""
    assert geocoder.geocode("Pokrovsk", country_codes="UA").raw["id"] == "gn:704422"


def test_a_slip_is_forgiven(geocoder: LocalGazetteer) -> None:
    """A name with one wrong letter finds its place."""
    found = geocoder.geocode("Nakhotka")
    assert isinstance(found, Location) and found.raw["id"] == "gn:2019528"


def test_reverse(geocoder: LocalGazetteer) -> None:
    """The nearest town of a point, with its distance."""
    found = geocoder.reverse((48.28, 37.18))
    assert isinstance(found, Location)
    assert found.raw["name"] == "Pokrovsk" and found.raw["distance_km"] < 2
    more = geocoder.reverse("48.28, 37.18", exactly_one=False, limit=4)
    assert isinstance(more, list) and len(more) == 4


@pytest.mark.parametrize("query", ["", "  ", "…", None, 12, ["Paris"]])
def test_nonsense_queries_raise_geopys_error(geocoder: LocalGazetteer, query: object) -> None:
    """What is no name is a GeocoderQueryError."""
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query)  # type: ignore[arg-type]  # the point of the test


def test_nonsense_arguments_raise_geopys_error(geocoder: LocalGazetteer) -> None:
    """Unknown countries, boxes, limits and points are told, not passed over."""
    for arguments in ({"country_codes": "XX"}, {"viewbox": "x"}, {"viewbox": ((1, 2), "y")}, {"limit": 0}):
        with pytest.raises(GeocoderQueryError):
            geocoder.geocode("Paris", **arguments)  # type: ignore[arg-type]  # the point of the test
    for point in ("nowhere", (91.0, 0.0), "nan,nan"):
        with pytest.raises(GeocoderQueryError):
            geocoder.reverse(point)
