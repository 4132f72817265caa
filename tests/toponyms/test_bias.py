"""What the user knows beforehand of where the articles play: strong, but not absolute."""

from __future__ import annotations

import pytest

import geo
from geo.gazetteer import Gazetteer
from geo.pipeline import Parsed

TOWNS = "Voters in Birmingham and Cambridge queued."


def parsed(world: Gazetteer, text: str, bias: geo.Bias | None) -> Parsed:
    return geo.parse(text, gazetteer=world, corrections=geo.Corrections(), bias=bias)


def first(world: Gazetteer, text: str, bias: geo.Bias | None) -> str:
    place = parsed(world, text, bias).toponyms[0][0].candidates[0].candidate.place
    return place.admin1_code or place.country_code


@pytest.mark.parametrize(
    ("text", "bias", "without", "with_it"),
    [
        (TOWNS, geo.Bias(countries=("US",)), "GB.ENG", "US.AL"),
        ("Shells fell on Georgia.", geo.Bias(countries=("US",)), "GE", "US.GA"),
        ("The fire department of Paris answered.", geo.Bias(near=(33.66, -95.55)), "FR.11", "US.TX"),
        ("Pupils of Cambridge marched.", geo.Bias(box=(-75.0, 40.0, -69.0, 44.0)), "GB.ENG", "US.MA"),
    ],
)
def test_a_bias_turns_what_the_text_leaves_open(
    world: Gazetteer, text: str, bias: geo.Bias, without: str, with_it: str
) -> None:
    """A country, a point and a box each favour the namesake there."""
    assert (first(world, text, None), first(world, text, bias)) == (without, with_it)


@pytest.mark.parametrize("bias", [geo.Bias(countries=("FR",)), geo.Bias(near=(48.85, 2.35))])
def test_what_the_text_says_outweighs_it(world: Gazetteer, bias: geo.Bias) -> None:
    """ "Paris, Texas" stays in Texas."""
    assert first(world, "He flew to Paris, Texas, on Monday.", bias) == "US.TX"


def test_the_evidence_names_it(world: Gazetteer) -> None:
    """``geo explain`` says that the user asked for it."""
    toponym = parsed(world, TOWNS, geo.Bias(countries=("US",))).toponyms[0][0]
    assert "in US, the country that you gave" in [clue.phrase for clue in toponym.candidates[0].clues]


def test_a_box_may_cross_the_antimeridian(world: Gazetteer) -> None:
    """West greater than east: Fiji lies within 170, -170."""
    toponym = parsed(world, "Waves hit Suva.", geo.Bias(box=(170, -25, -170, -10))).toponyms[0][0]
    assert "in the box that you gave" in [clue.phrase for clue in toponym.candidates[0].clues]


@pytest.mark.parametrize(
    "bias",
    [
        geo.Bias(countries=("XX",)),
        geo.Bias(near=(91.0, 0.0)),
        geo.Bias(near=(0.0, 181.0)),
        geo.Bias(box=(0.0, 10.0, 10.0, 5.0)),
        geo.Bias(box=(0.0, float("nan"), 10.0, 5.0)),
    ],
)
def test_what_is_not_on_earth_is_refused(world: Gazetteer, bias: geo.Bias) -> None:
    """An unknown country, a point beyond the pole, a box upside down."""
    with pytest.raises(geo.UsageError):
        parsed(world, TOWNS, bias)
