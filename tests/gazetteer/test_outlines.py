"""Which country and region holds a point, and that every row of ours lies where it says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer, open_gazetteer, read_additions
from geo.gazetteer.outlines import Land
from geo.gazetteer.spatial import KM_A_DEGREE
from geo.map.basemap import basemap_blob, outline_keys
from geo.records import Place
from tests.map.basemap_reading import Basemap, read_basemap

BORDER_KM = 10.0
"""Border posts, dams and bridges stand on borders that Natural Earth draws to a kilometre or two; headlands jut out."""
OFFSHORE_KM = 370.4
"""200 nautical miles: as far as a country's waters reach (UN Convention on the Law of the Sea, article 57)."""
AT_SEA = frozenset(
    {"ISL", "ISLS", "ATOL", "VLC", "RFC", "GASF", "OILF", "OILP", "FCL", "BDG", "TNL", "PRT", "CMN"}
)
"""Kinds that stand in the water, or on an island too small to be drawn (under 50 km²)."""
NEAR_DEGREES = 10
NOT_DRAWN = {"Enewetak": "MH", "Jan Mayen": "SJ", "Pratas Islands": "TW"}
"""Islands that the basemap leaves out, too far from whatever it draws of their country."""
WITHIN_ANOTHER = {"VA": "IT"}
"""Countries too small to be drawn."""


@pytest.mark.parametrize(
    ("point", "land"),
    [
        ((55.75, 37.62), Land("RU", "gn:524894")),
        ((38.871, -77.056), Land("US", "gn:6254928")),
        ((-33.86, 151.2), Land("AU", "gn:2155400")),
        ((66.2, -172.5), Land("RU", "gn:2126099")),
        ((-17.8, 177.98), Land("FJ", "gn:2194371")),
        ((0.0, -30.0), None),
    ],
)
def test_a_point_finds_its_land(world: Gazetteer, point: tuple[float, float], land: Land | None) -> None:
    """Moscow, the Pentagon (in Virginia, not in the District), both ends of the antimeridian, the open sea."""
    found = world.land_at(*point)
    if land is None or found is None:
        assert found is land
    else:
        assert found.country == land.country
        assert land.region in {found.region, "gn:2194371"}


@pytest.mark.parametrize(
    ("point", "un", "de_facto"),
    [((44.95, 34.1), "UA", "RU"), ((33.0, 35.78), "SY", "IL"), ((35.3, 33.4), "CY", "CY")],
)
def test_disputed_land_follows_the_stance(point: tuple[float, float], un: str, de_facto: str) -> None:
    """Simferopol and the Golan are as `disputes.csv` says under each stance; Northern Cyprus has no code of its own."""
    for stance, country in (("un", un), ("de-facto", de_facto)):
        land = open_gazetteer(borders=stance, here=False).land_at(*point)
        assert land is not None
        assert land.country == country


@pytest.fixture(scope="module")
def drawn() -> Basemap:
    """The basemap in full detail, read by a reader of its own."""
    return read_basemap(basemap_blob("un", (), outline_keys("un"), detail_bytes=10**9))


@example(lat=35.5078125, lon=0.0)
@given(lat=st.floats(-60, 78), lon=st.floats(-179, 179))
def test_the_world_file_and_the_basemap_agree(
    world: Gazetteer, drawn: Basemap, lat: float, lon: float
) -> None:
    """Any point has the country that the map draws it in."""
    unit = drawn.unit_at(lat, lon)
    land = world.land_at(lat, lon)
    assert (land.country if land else None) == (drawn.units[unit][0] if unit else None)


def rows(root: Path) -> Iterator[Place]:
    for row in read_additions(root / "gazetteer" / "places.csv"):
        if row.place.country_code:
            yield row.place


def test_every_row_lies_in_its_country(root: Path, world: Gazetteer, drawn: Basemap) -> None:
    """Land within 10 km of its country (or within the radius, where the row is an area), by the stance of
    `disputes.csv`; waters, islands and what stands in the sea within 200 nautical miles, and in no other country.
    """
    strays = []
    for place in rows(root):
        land = world.land_at(place.lat, place.lon)
        country = WITHIN_ANOTHER.get(place.country_code, place.country_code)
        if (land and land.country == country) or NOT_DRAWN.get(place.name) == place.country_code:
            continue
        afloat = place.feature_class in {"H", "U"} or place.feature_code in AT_SEA
        reach = OFFSHORE_KM if afloat and land is None else BORDER_KM
        if _km_to(drawn, country, place) > max(
            reach, reach + place.radius_km if place.feature_class in "AHLT" else 0
        ):
            strays.append((place.name, place.country_code, land))
    assert strays == []


def _km_to(drawn: Basemap, country: str, place: Place) -> float:
    """Kilometres to the nearest border of a country, on a plane around the place."""
    shrink = math.cos(math.radians(place.lat))
    near = [
        [(lon * shrink, lat) for lon, lat in arc.points]
        for arc in drawn.around(drawn.units_of(country))
        if any(abs(lat - place.lat) <= NEAR_DEGREES for _, lat in arc.points)
    ]
    point = shapely.Point(place.lon * shrink, place.lat)
    return float(shapely.MultiLineString(near).distance(point)) * KM_A_DEGREE if near else math.inf


def test_a_row_without_a_region_gets_the_one_that_holds_it(world: Gazetteer) -> None:
    """The Pentagon is in Virginia though the nearest town is Washington; a quay gets its nearest town's region."""
    for name, region in (
        ("Pentagon", "Virginia"),
        ("Vermont Yankee", "Vermont"),
        ("Mosul Dam", "Nineveh Province"),
        ("Soto Cano Air Base", "Comayagua Department"),
        ("Port of Mombasa", "Mombasa"),
    ):
        assert world.candidates(name)[0].place.admin1_name == region, name
