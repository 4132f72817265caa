"""People of regions: added up from their towns, since no package has them, and near what censuses count."""

from __future__ import annotations

import pytest

from geo import open_gazetteer
from geo.gazetteer.world import World

CENSUS = {
    "US.NY": 20.2, "US.CA": 39.5, "US.TX": 29.1, "US.IL": 12.8, "US.FL": 21.5, "US.WA": 7.7, "US.OH": 11.8,
    "GB.ENG": 56.5, "FR.11": 12.3, "DE.16": 3.7, "ES.29": 6.7, "PL.78": 5.4, "RU.48": 13.0, "RU.47": 8.5,
    "RU.41": 1.1, "UA.12": 2.9, "UA.05": 4.1, "TR.34": 15.5, "EG.11": 10.1, "NG.05": 15.0, "JP.40": 14.0,
    "KR.11": 9.7, "CN.22": 21.9, "AU.02": 8.2, "CA.08": 14.2, "CA.10": 8.5, "BR.27": 44.4, "MX.09": 9.2,
}  # fmt: skip
"""Millions by GeoNames' code of the region, from the censuses or official estimates of 2020 to 2022, rounded."""


@pytest.mark.parametrize(("code", "millions"), CENSUS.items())
def test_a_regions_people_are_near_the_census(code: str, millions: float) -> None:
    """A city's districts, which GeoNames lists as towns, are not counted again: within half as much again."""
    place = open_gazetteer(here=False).place(World().regions_by_code[code].id)
    assert place is not None
    assert 1 / 1.5 <= place.population / 1e6 / millions <= 1.5
