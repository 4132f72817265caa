"""The embedded basemap: one stance on borders, whole outlines, detail near the marks, the same bytes always."""

from __future__ import annotations

import csv
import math
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import shapely

from geo.map.basemap import ATTRIBUTION, FOLDER, basemap_blob, outline_keys
from tests.map.basemap_reading import Basemap, crossings, node, read_basemap

ROOT = Path(__file__).resolve().parents[2]
SIMFEROPOL = (44.952, 34.102)
KURSK, POKROVSK, SUNAN, NAKHODKA = (
    (51.73, 36.19, 90.0),
    (48.28, 37.18, 0.0),
    (39.2, 125.67, 3.0),
    (42.81, 132.87, 0.0),
)
STANCES = ("un", "de-facto")


@cache
def whole(borders: str) -> Basemap:
    """The basemap with every arc in detail."""
    return read_basemap(basemap_blob(borders, outlines=outline_keys(borders), detail_bytes=10**9))


def country_at(borders: str, latitude: float, longitude: float) -> str | None:
    unit = whole(borders).unit_at(latitude, longitude)
    return whole(borders).units[unit][0] if unit else None


@pytest.mark.parametrize(("borders", "country"), [("un", "UA"), ("de-facto", "RU")])
def test_simferopol_lies_in_the_country_the_stance_says(borders: str, country: str) -> None:
    """Crimea belongs to Ukraine by default, and to who holds it under ``de-facto``; Sevastopol with it."""
    assert country_at(borders, *SIMFEROPOL) == country
    assert country_at(borders, 44.60, 33.56) == country


@pytest.mark.parametrize(
    ("place", "latitude", "longitude", "un", "de_facto"),
    [
        ("Golan Heights", 33.05, 35.78, "SY", "IL"),
        ("Western Sahara, Laayoune", 27.10, -13.10, "EH", "MA"),
        ("Western Sahara, Bir Lehlou", 26.35, -9.60, "EH", "EH"),
        ("Kosovo, Pristina", 42.66, 21.16, "XK", "XK"),
        ("Abkhazia, Sukhumi", 43.02, 41.03, "GE", "GE"),
        ("South Ossetia, Tskhinvali", 42.24, 43.96, "GE", "GE"),
        ("Northern Cyprus, Kyrenia", 35.32, 33.32, "CY", "CY"),
        ("Transnistria, Tiraspol", 46.84, 29.61, "MD", "MD"),
        ("Somaliland, Hargeisa", 9.56, 44.06, "SO", "SO"),
        ("Taiwan, Taichung", 24.15, 120.70, "TW", "TW"),
        ("West Bank, Nablus", 32.22, 35.26, "PS", "PS"),
        ("Donetsk", 48.00, 37.80, "UA", "UA"),
        ("Kursk", 51.73, 36.19, "RU", "RU"),
        ("Réunion", -21.13, 55.53, "RE", "RE"),
    ],
)
def test_disputed_places_follow_the_table(
    place: str, latitude: float, longitude: float, un: str, de_facto: str
) -> None:
    """Each stance of ``gazetteer/disputes.csv`` gives a place its country."""
    assert (country_at("un", latitude, longitude), country_at("de-facto", latitude, longitude)) == (
        un,
        de_facto,
    ), place


@pytest.mark.parametrize("borders", STANCES)
def test_every_outline_is_made_of_closed_rings(borders: str) -> None:
    """For every key, as many border lines arrive at each point as leave it, and there is at least one."""
    basemap = whole(borders)
    for key in sorted(outline_keys(borders)):
        units = basemap.units_of(key)
        balance: Counter[tuple[int, int]] = Counter()
        arcs = basemap.around(units)
        assert arcs, key
        for arc in arcs:
            start, end = (
                (arc.points[0], arc.points[-1]) if arc.left in units else (arc.points[-1], arc.points[0])
            )
            balance[node(start)] += 1
            balance[node(end)] -= 1
        assert not any(balance.values()), key


def test_no_line_crosses_the_antimeridian_or_leaves_the_globe() -> None:
    """Land is cut at 180°, so that nothing streaks across the map; Russia and Fiji lie on both sides."""
    basemap = whole("un")
    for arc in basemap.arcs.values():
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in arc.points)
        assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(arc.points) if abs(a[1]) < 89), arc
    for country in ("RU", "FJ", "AQ"):
        cuts = [arc.points for arc in basemap.around(basemap.units_of(country)) if arc.right == 1]
        assert {x for points in cuts for x, y in points if y > -85} == {-180.0, 180.0}, country


def test_the_region_table_and_the_basemap_agree() -> None:
    """Each region of ``gazetteer/regions.csv`` with an outline has it here, with the region's point inside."""
    basemap = whole("un")
    by_region: dict[str, set[int]] = {}
    for unit, (_, region) in basemap.units.items():
        by_region.setdefault(region, set()).add(unit)
    with (ROOT / "gazetteer" / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["outline"]]
    assert len(rows) > 3000
    outside = []
    for row in rows:
        arcs = basemap.around(by_region[row["outline"]])
        at = float(row["latitude"]), float(row["longitude"])
        if sum(1 for arc in arcs for _ in crossings(arc, *at)) % 2 == 0:
            outside.append(row["name"])
    assert outside == []


@pytest.mark.clocked
@pytest.mark.parametrize("borders", STANCES)
def test_a_page_carries_a_bounded_basemap_made_quickly(borders: str) -> None:
    """At most 330 KB of text whatever the marks, in under 300 ms of processor time."""
    everywhere = [(lat, lon, 50.0) for lat in range(-50, 70, 8) for lon in range(-170, 180, 11)]
    began = time.process_time()
    few = basemap_blob(borders, [KURSK, POKROVSK, SUNAN, NAKHODKA], ["UA", "RU", "KP", "gn:2017623"])
    took = time.process_time() - began
    assert len(few) <= 330_000
    assert len(basemap_blob(borders, everywhere)) <= 330_000
    assert took < 0.3


def test_the_bytes_do_not_depend_on_hash_seed_or_order() -> None:
    """Two processes with different hash seeds write the same blob; the order of outline keys does not matter."""
    code = (
        "from geo.map.basemap import basemap_blob;"
        "print(basemap_blob('un', [(51.7, 36.2, 90.0), (42.8, 132.9, 0.0)], {'gn:2017623', 'MT', 'gn:703883'}))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert basemap_blob("un", outlines=["MT", "GI"]) == basemap_blob("un", outlines=["GI", "MT"])


def test_detail_lies_around_the_marks() -> None:
    """Near Nakhodka the coast is finer than the coarse world's; on the other side of the globe nothing is spent."""
    basemap = read_basemap(basemap_blob("un", [NAKHODKA]))
    assert basemap.detailed
    assert not read_basemap(basemap_blob("un")).detailed
    for number in basemap.detailed:
        assert any(abs(y - 42.8) < 12 and x > 100 for x, y in basemap.arcs[number].points)
    unit = basemap.unit_at(42.83, 132.89)
    assert unit is not None
    assert basemap.units[unit] == ("RU", "gn:2017623")


@pytest.mark.parametrize(
    ("town", "latitude", "longitude"),
    [
        ("Nakhodka", 42.816, 132.873),
        ("Vladivostok", 43.115, 131.885),
        ("Odesa", 46.477, 30.733),
        ("Valletta", 35.899, 14.514),
    ],
)
def test_a_marked_town_on_a_coast_is_not_two_kilometres_out_at_sea(
    town: str, latitude: float, longitude: float
) -> None:
    """With detail around it, there is land within 2 km of a coastal town."""
    basemap = read_basemap(basemap_blob("un", [(latitude, longitude, 0.0)]))
    steps = (-0.018, -0.009, 0, 0.009, 0.018)
    assert any(basemap.unit_at(latitude + dy, longitude + dx) for dy in steps for dx in steps), town


def test_small_outlines_are_whole_when_asked_for() -> None:
    """A small region's border is in the blob only if the page marks it, and then all of it."""
    lija = "gn:8299728"
    plain, asked = read_basemap(basemap_blob("un")), read_basemap(basemap_blob("un", outlines=[lija]))
    assert len(asked.around(asked.units_of(lija))) == len(whole("un").around(whole("un").units_of(lija)))
    assert len(plain.around(plain.units_of(lija))) < len(asked.around(asked.units_of(lija)))


@pytest.mark.parametrize("borders", STANCES)
def test_disputed_borders_are_dashed(borders: str) -> None:
    """Crimea's and Kosovo's disputed borders are marked so; that of France and Germany is not."""
    basemap = whole(borders)
    dashed = [
        (basemap.units[arc.left], basemap.units[arc.right])
        for n, arc in basemap.arcs.items()
        if n in basemap.dashed
    ]
    regions = [{one[1], other[1]} for one, other in dashed]
    countries = [{one[0], other[0]} for one, other in dashed]
    assert {"gn:703883", "gn:706442"} in regions  # Crimea and Kherson
    assert {"XK", "RS"} in countries
    assert {"XK", "AL"} not in countries
    assert {"FR", "DE"} not in countries


def test_disputed_seas_carry_both_names_and_cities_are_labelled() -> None:
    """Labels: both names of the sea between Korea and Japan; capitals flagged; towns near the marks."""
    basemap = read_basemap(basemap_blob("un", [NAKHODKA]))
    assert "Sea of Japan / East Sea" in [label[0] for label in basemap.labels["seas"]]
    capitals = {label[0] for label in basemap.labels["cities"] if label[4]}
    assert {"Kyiv", "Pyongyang", "Paris", "Damascus"} <= capitals
    assert "Nakhodka" in [label[0] for label in basemap.near["towns"]]
    assert "Primorsky Krai" in [label[0] for label in basemap.near["regions"]]
    assert "Ukraine" in [label[0] for label in basemap.labels["countries"]]


def test_town_zoom_is_no_empty_sheet_for_any_mark() -> None:
    """However many great cities a page has marks at, the small towns around a front-line town are labelled, too."""
    cities = [(52.5, 13.4, 0.0), (48.9, 2.4, 0.0), (51.5, -0.1, 0.0), (55.8, 37.6, 0.0), (35.7, 139.7, 0.0)]
    basemap = read_basemap(basemap_blob("un", [*cities, (48.28, 37.18, 0.0)]))
    names = [label[0] for label in basemap.near["towns"]]
    assert {"Dobropillia", "Selydove"} <= set(names)
    assert len(names) <= 160


@pytest.mark.parametrize(
    ("river", "latitude", "longitude"),
    [
        ("Dnieper", 46.64, 32.62),  # Kherson
        ("Nile", 25.69, 32.64),  # Luxor
        ("Euphrates", 35.34, 40.14),  # Deir ez-Zor
        ("Volga", 51.53, 46.03),  # Saratov
        ("Mississippi River", 35.15, -90.05),  # Memphis
        ("Rhine", 50.94, 6.96),  # Cologne
    ],
)
def test_a_river_is_drawn_and_named_on_its_course_at_a_town_on_it(
    river: str, latitude: float, longitude: float
) -> None:
    """A line runs within 12 km of the town; the river's name stands on such a line, within 60 km, at town zoom."""
    basemap = read_basemap(basemap_blob("un", [(latitude, longitude, 0.0)]))
    rivers = basemap.waters[0]
    assert min(km_from_line(latitude, longitude, line) for line in rivers) < 12
    (spots,) = [
        spots for name, least, most, spots in basemap.near["waters"] if name == river and least <= 9 <= most
    ]
    nearest = min(
        zip(spots[::2], spots[1::2], strict=True), key=lambda spot: math.dist(spot, (latitude, longitude))
    )
    assert km_from_line(latitude, longitude, [nearest[::-1]] * 2) < 60
    assert min(km_from_line(*nearest, line) for line in rivers) < 2


def km_from_line(latitude: float, longitude: float, line: Sequence[tuple[float, float]]) -> float:
    """From a point to a line of (longitude, latitude), on a plane good enough for what is near."""
    shrink = math.cos(math.radians(latitude))
    plane = shapely.LineString([((x - longitude) * shrink, y - latitude) for x, y in line])
    return float(plane.distance(shapely.Point(0, 0))) * 111.32


def test_a_river_known_by_one_point_is_named_only_as_far_as_that_tells_where_it_is() -> None:
    """The Southern Bug has no course in the source: its name stays behind once its radius is wider than the map."""
    waters = read_basemap(basemap_blob("un", [(48.0, 31.0, 0.0)])).near["waters"]
    ((_, least, most, spots),) = [water for water in waters if water[0] == "Southern Bug"]
    assert len(spots) == 2
    assert (least, most) == (5, 9)


def test_no_water_is_named_that_lies_far_from_every_mark_nor_one_that_is_gone() -> None:
    """Near Kherson the Rhine says nothing; the Kakhovka reservoir, drained in 2023, is neither named nor drawn."""
    basemap = read_basemap(basemap_blob("un", [(46.64, 32.62, 0.0)]))
    names = {water[0] for water in basemap.near["waters"]}
    assert "Dnieper" in names
    assert not names & {"Rhine", "Kakhovka Reservoir"}
    lakes = [shapely.Polygon(line) for line in basemap.waters[1]]
    assert not any(lake.contains(shapely.Point(34.2, 47.4)) for lake in lakes)
    assert any(lake.contains(shapely.Point(108.0, 53.5)) for lake in lakes), "Baikal"
    assert any(lake.contains(shapely.Point(-87.0, 44.0)) for lake in lakes), "Lake Michigan"


def test_the_waters_named_are_the_gazetteer_s() -> None:
    """Each name and point is that of a row of ``gazetteer/places.csv`` (else run ``python -m tools.build_waters``)."""
    with (ROOT / "gazetteer" / "places.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {
            (row["name"].split(" (")[0], round(float(row["latitude"]), 2), round(float(row["longitude"]), 2))
            for row in csv.DictReader(file)
        }
    lines = (FOLDER / "waters.tsv").read_text(encoding="utf-8").splitlines()
    waters = [line.split("\t") for line in lines]
    assert len(waters) > 400
    assert {(name, float(lat), float(lon)) for name, lat, lon, *_ in waters} <= known


def test_an_unknown_stance_is_refused() -> None:
    """A misspelt stance does not fall back to any."""
    with pytest.raises(ValueError, match="no stance"):
        basemap_blob("UN")
    with pytest.raises(ValueError, match="no stance"):
        outline_keys("defacto")


def test_the_sources_are_named() -> None:
    """GeoNames' licence asks for its name; Natural Earth is named by courtesy."""
    assert "Natural Earth" in ATTRIBUTION
    assert "GeoNames" in ATTRIBUTION


def test_the_table_of_disputes_names_what_the_map_has() -> None:
    """Every code in ``gazetteer/disputes.csv`` has an outline, every label is on the map, every row says why."""
    with (ROOT / "gazetteer" / "disputes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["id"] for row in rows}) == len(rows)
    for borders, column in (("un", "un"), ("de-facto", "de_facto")):
        keys = outline_keys(borders)
        labels = whole(borders).labels
        written = {label[0] for kind in ("countries", "areas", "seas") for label in labels[kind]}
        for row in rows:
            assert row["kind"] in {"area", "line", "sea"}, row["id"]
            assert row["note"], row["id"]
            assert {row[column], *row["claimed_by"].split("|")} - {""} <= keys, row["id"]
            assert not row[f"label_{column}"] or row[f"label_{column}"] in written, row["id"]
    with (ROOT / "gazetteer" / "regions.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    assert {region for row in rows for region in row["regions"].split("|")} - {""} <= known
