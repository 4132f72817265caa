"""Our own rows: each is well-formed, lies where it says, and is as wide as it is vague."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from geo.gazetteer import check_additions, read_additions
from geo.gazetteer.fields import Addition

# What no town is near to.
LONELY = {"AQ", "GL"}


@pytest.fixture(scope="module")
def rows(root: Path) -> list[Addition]:
    return read_additions(root / "gazetteer" / "places.csv")


def test_there_are_enough_rows(rows: list[Addition]) -> None:
    """At least 1,500 places that packages lack or call otherwise."""
    assert len(rows) >= 1500


def test_no_row_is_faulty(root: Path, rows: list[Addition]) -> None:
    """`geo gazetteer check` finds no error; towns and sites have towns of their own country near by."""
    faults = check_additions([root / "gazetteer" / "places.csv"])
    assert [str(fault) for fault in faults if not fault.warning] == []
    by_line = {row.line: row.place for row in rows}
    strays = [
        by_line[fault.line].name
        for fault in faults
        if "no town of" in fault.what and by_line[fault.line].country_code not in LONELY
    ]
    assert strays == []


def test_every_row_says_whence_it_is(rows: list[Addition]) -> None:
    """Each row has a source, and the project's own sources are the ones that are not required as mentions."""
    assert [row.place.name for row in rows if "source" not in row.given or not row.ours] == []


def test_editors_points_are_no_finer_than_known(rows: list[Addition]) -> None:
    """A row without a package's number has a radius, and none is wider than an ocean."""
    for row in rows:
        if not row.place.geonameid and not row.place.id.startswith("air:"):
            assert 0 < row.place.radius_km <= 8000, row.place.name


WIDEST_KM = {"P": 20, "S": 75, "R": 350, "V": 300, "A": 2700, "T": 4000, "U": 4000, "H": 7500, "L": 8000}
"""No quarter is wider than a great city, no site than a test range, no country than the largest there was."""
LONG_SITES = frozenset({"OILP", "WALL"})
"""Pipelines and walls are as long as countries."""


def test_a_radius_suits_its_kind(rows: list[Addition]) -> None:
    """The circle of a row is no wider than the widest thing of its class."""
    wide = [
        (row.place.name, row.place.radius_km)
        for row in rows
        if row.place.radius_km > WIDEST_KM[row.place.feature_class]
        and row.place.feature_code not in LONG_SITES
    ]
    assert wide == []


def test_no_place_has_two_rows(rows: list[Addition]) -> None:
    """Two rows of one kind within 60 km bear no name in common: one place would have two pins."""
    from geo.gazetteer.names import normalise
    from geo.gazetteer.spatial import distance_km

    bearers: dict[tuple[str, str], list[Addition]] = {}
    for row in rows:
        for key in {normalise(name) for name in row.names}:
            bearers.setdefault((key, row.place.feature_code), []).append(row)
    twice = {
        (one.place.name, other.place.name)
        for group in bearers.values()
        for one, other in combinations(group, 2)
        if not (one.place.geonameid and other.place.geonameid)
        and distance_km((one.place.lat, one.place.lon), (other.place.lat, other.place.lon)) < 60
    }
    assert twice == set()


def test_points_are_where_other_sources_have_them(rows: list[Addition]) -> None:
    """Rows checked against published coordinates (degrees, and kilometres of leeway)."""
    from geo.gazetteer.spatial import distance_km

    published = {
        "Kremlin": (55.7517, 37.6178, 1), "Pentagon": (38.8711, -77.0559, 1), "White House": (38.8977, -77.0365, 1),
        "Zaporizhzhia Nuclear Power Plant": (47.5122, 34.5858, 2), "Three Gorges Dam": (30.823, 111.0037, 2),
        "Baikonur Cosmodrome": (45.965, 63.305, 40), "Vostochny Cosmodrome": (51.8844, 128.3339, 10),
        "Mount Everest": (27.9881, 86.925, 3), "Suez Canal": (30.705, 32.344, 90), "Snake Island": (45.255, 30.2042, 2),
        "Golan Heights": (33.0, 35.75, 30), "Scarborough Shoal": (15.1333, 117.7667, 12),
        "Uluru": (-25.345, 131.0361, 5),
        "Crimean Bridge": (45.3086, 36.5061, 10), "Natanz nuclear facility": (33.7233, 51.7267, 4),
    }  # fmt: skip
    ours = {row.place.name: row.place for row in rows}
    for name, (lat, lon, leeway) in published.items():
        assert distance_km((ours[name].lat, ours[name].lon), (lat, lon)) <= leeway, name
