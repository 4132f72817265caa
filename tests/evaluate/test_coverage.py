"""Coverage: for how many linked gold toponyms the gazetteer has a right candidate at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from geo.evaluate import coverage, missed, read_corpus
from geo.evaluate.coverage import fold_of, kind_of
from geo.gazetteer import Gazetteer

CORPORA = Path(
    os.environ.get("DATELINE_CORPORA", Path(__file__).resolve().parents[3] / "shared" / "geoparsing")
)


def gold(text: str, lat: float | None, lon: float | None, **more: Any) -> dict[str, Any]:
    return {"text": text, "start": 0, "end": len(text), "lat": lat, "lon": lon, "demonym": False, **more}


def article(id: str, *toponyms: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "text": "", "toponyms": list(toponyms)}


def test_a_right_candidate_counts_by_the_scorers_rule(world: Gazetteer) -> None:
    """By number, within 161 km, or within the key's radius; demonyms and unlinked names are not asked."""
    articles = [
        article(
            "a",
            gold("Kyiv", 50.4, 30.5),
            gold("Kyiv", 10, 10, geonameid="703448"),
            gold("Russia", 58.0, 85.0, radius_km=3000),
            gold("Kyiv", 10, 10),
            gold("Qqzzxv", 50.4, 30.5),
            gold("Kyiv", None, None),
            gold("Ukrainian", 10, 10) | {"demonym": True},
        )
    ]
    assert coverage(articles, world)["coverage"] == 3 / 5
    assert sum(missed(articles, world).values()) == 2


def test_fold_four_is_told_apart(world: Gazetteer) -> None:
    """The second figure is of the articles of fold 4 alone, None where there are none."""
    ids = {fold_of(str(n)): str(n) for n in range(50)}
    inside, outside = (
        article(ids[4], gold("Kyiv", 50.4, 30.5)),
        article(ids[1], gold("Qqzzxv", 50.4, 30.5)),
    )
    assert coverage([inside, outside], world) == {"coverage": 0.5, "coverage.fold4": 1.0}
    assert coverage([outside], world) == {"coverage": 0.0, "coverage.fold4": None}


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("Elm Street", None, "streets and roads"),
        ("St. Ann's Hospital", None, "schools, hospitals, churches, courts, halls, offices"),
        ("Ozero", "LK", "rivers, lakes and seas"),
        ("Ozero", "PPL", "towns, villages and hamlets"),
        ("Ozero", "PPLX", "quarters of towns"),
        ("Ozero Open", None, "organisations, events and others"),
    ],
)
def test_what_is_missed_has_a_kind(text: str, code: str | None, kind: str) -> None:
    """Kinds go by the words in a name, then by GeoNames' code."""
    assert kind_of(gold(text, 1, 1, fcode=code)) == kind


@pytest.mark.parametrize(("name", "floor"), [("lgl", 0.95), ("trnews", 0.97), ("gwn", 0.81)])
def test_the_corpora_are_covered(world: Gazetteer, name: str, floor: float) -> None:
    """A right candidate exists for at least this share of each corpus's linked toponyms."""
    if not (CORPORA / f"{name}.jsonl").exists():
        pytest.skip(f"NOT RUN: no corpora in {CORPORA} (set DATELINE_CORPORA)")
    share = coverage(read_corpus(CORPORA / f"{name}.jsonl"), world)["coverage"]
    assert share is not None and share >= floor
