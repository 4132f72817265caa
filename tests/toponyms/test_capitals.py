"""A capital and the region that has its name."""

from __future__ import annotations

import pytest

import geo
from geo.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Tokyo's navy sent two ships on Monday.", "Tokyo"),
        ("Ankara's military cooperation with Baku has deepened.", "Ankara"),
        ("Bangkok's army closed the border.", "Bangkok"),
    ],
)
def test_the_capital_stands_for_its_countrys_army(world: Gazetteer, text: str, capital: str) -> None:
    """Where a capital's name is said of an army, the city is meant, not the region of that name."""
    place = geo.parse(text, gazetteer=world, corrections=geo.Corrections()).toponyms[0][0].place
    assert place is not None
    assert (place.name, place.feature_code) == (capital, "PPLC")
