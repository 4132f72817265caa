"""Famous and awkward names mean what news means by them.

The answers (``famous.csv``) are general knowledge, not copied from our rows: a point, how far off the place may lie
(anywhere in it, for a country), and its country.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.spatial import distance_km
from geo.records import Candidate

TABLE = Path(__file__).with_name("famous.csv")
ANY, NONE = "*", "-"


@dataclass(frozen=True)
class Known:
    """A name and where the world knows its place to be."""

    name: str
    lat: float
    lon: float
    within_km: float
    country: str
    means: str

    def is_met_by(self, candidate: Candidate) -> bool:
        place = candidate.place
        if self.country != ANY and place.country_code != ("" if self.country == NONE else self.country):
            return False
        return distance_km((self.lat, self.lon), (place.lat, place.lon)) <= self.within_km


def read_table() -> Iterator[Known]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            for name in row["names"].split("|"):
                point = float(row["latitude"]), float(row["longitude"]), float(row["within_km"])
                yield Known(name, *point, row["country_code"], row["means"])


KNOWN = list(read_table())


def test_the_table_is_large_and_well_formed() -> None:
    """Some thousands of names of a thousand places, each of them with one of the two meanings."""
    assert len(KNOWN) >= 3000
    assert len({(k.lat, k.lon) for k in KNOWN}) >= 1000
    assert {k.means for k in KNOWN} == {"first", "among"}
    assert sum(k.means == "among" for k in KNOWN) < len(KNOWN) / 10
    assert len({(k.name, k.lat, k.lon) for k in KNOWN}) == len(KNOWN)


@pytest.mark.parametrize("means", ["first", "among"])
def test_famous_names_mean_their_place(world: Gazetteer, means: str) -> None:
    """``first``: the very first candidate is the place; ``among``: it is one of several famous places of that name."""
    wrong = []
    for known in (k for k in KNOWN if k.means == means):
        candidates = world.candidates(known.name)
        judged = candidates[:1] if means == "first" else candidates
        if not any(known.is_met_by(c) for c in judged):
            wrong.append((known.name, [(c.place.id, c.place.name) for c in candidates[:3]]))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "hamlet"),
    [
        ("Darfur", "Minnesota"),
        ("Kremlin", "Montana"),
        ("Sahel", "Sahel Region"),
        ("Kashmir", "Washington"),
        ("Moscow", "Idaho"),
        ("Odesa", "Missouri"),
        ("Lebanon", "Pennsylvania"),
        ("Palestine", "Texas"),
        ("Cairo", "Illinois"),
    ],
)
def test_a_hamlet_never_comes_before_what_news_means(world: Gazetteer, name: str, hamlet: str) -> None:
    """A namesake in the countryside may be a candidate, but not the first and not the only one."""
    candidates = world.candidates(name)
    assert hamlet not in (candidates[0].place.admin1_name, candidates[0].place.name)


@cache
def _abbreviations() -> dict[str, str]:
    return {
        "Ala.": "AL", "Ariz.": "AZ", "Ark.": "AR", "Calif.": "CA", "Colo.": "CO", "Conn.": "CT", "Del.": "DE",
        "Fla.": "FL", "Ga.": "GA", "Ill.": "IL", "Ind.": "IN", "Kan.": "KS", "Ky.": "KY", "La.": "LA", "Md.": "MD",
        "Mass.": "MA", "Mich.": "MI", "Minn.": "MN", "Miss.": "MS", "Mo.": "MO", "Mont.": "MT", "Neb.": "NE",
        "Nev.": "NV", "N.H.": "NH", "N.J.": "NJ", "N.M.": "NM", "N.Y.": "NY", "N.C.": "NC", "N.D.": "ND",
        "Okla.": "OK", "Ore.": "OR", "Pa.": "PA", "R.I.": "RI", "S.C.": "SC", "S.D.": "SD", "Tenn.": "TN",
        "Tex.": "TX", "Vt.": "VT", "Va.": "VA", "Wash.": "WA", "W.Va.": "WV", "Wis.": "WI", "Wyo.": "WY",
    }  # fmt: skip


@pytest.mark.parametrize("press", sorted(_abbreviations()))
def test_press_and_postal_abbreviations_agree(world: Gazetteer, press: str) -> None:
    """The AP's abbreviation of a state comes first by itself, and the postal code reaches the same state."""
    state = world.candidates(press)[0].place
    assert (state.country_code, state.feature_code) == ("US", "ADM1")
    assert state.id in [c.place.id for c in world.candidates(_abbreviations()[press])]


@pytest.mark.parametrize(
    "text", ["co", "mt", "mo", "la", "pa", "in", "or", "me", "hi", "ok", "al", "mount", "county"]
)
def test_postal_codes_in_small_letters_mean_no_state(world: Gazetteer, text: str) -> None:
    """ "CO" is Colorado and "MT" Montana only in capitals; "mount" alone is nothing."""
    assert not {c.place.feature_code for c in world.candidates(text)} & {"ADM1", "PCLI"}
