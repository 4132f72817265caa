"""The two first articles, read by hand: every place found and right, and nothing else.

The key stands in ``tests/data/seeds_gold.csv``: offsets into the seeds, and how near a pin must be.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

import geo
from geo.evaluate import score
from geo.records import Toponym

TRAPS = {
    "Kursk": ("gn:538555", "the oblast, not the city"),
    "Pokrovsk": ("gn:704422", "in Donetsk oblast, not Engels, which also bore the name"),
    "Sergeevka": ("gn:2016961", "about 95 km north-east of Dunai, of more than a hundred Sergeyevkas"),
    "Primorskyi Krai": ("gn:2017623", "a spelling that no gazetteer has"),
    "Dunai": ("gn:2024800", "the settlement by Nakhodka, not the Danube"),
    "Nakhodka": ("gn:2019528", "the port"),
}


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, list[dict[str, Any]]]:
    articles: dict[str, list[dict[str, Any]]] = {}
    with (root / "tests/data/seeds_gold.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            articles.setdefault(row["article"], []).append(
                {
                    "start": int(row["start"]),
                    "end": int(row["end"]),
                    "text": row["text"],
                    "type": "Demonym" if row["kind"] == "demonym" else "Literal",
                    "demonym": row["kind"] == "demonym",
                    "lat": float(row["lat"]) if row["lat"] else None,
                    "lon": float(row["lon"]) if row["lon"] else None,
                    "geonameid": row["geonameid"] or None,
                    **({"within_km": float(row["within_km"])} if row["within_km"] else {}),
                }
            )
    return articles


@pytest.fixture(scope="module")
def parsed(root: Path, world: geo.Gazetteer) -> dict[str, tuple[Toponym, ...]]:
    result = geo.parse(geo.read_sources([root / "seeds"]), gazetteer=world)
    return {article.id: found for article, found in zip(result.documents, result.toponyms, strict=True)}


def test_the_key_quotes_the_seeds(gold: dict[str, list[dict[str, Any]]], root: Path) -> None:
    """Every row of the key is the text between its offsets, in the seed as it stands."""
    for name, rows in gold.items():
        text = (root / "seeds" / name).read_bytes().decode("utf-8")
        assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_every_place_is_found_and_right_and_nothing_else(
    gold: dict[str, list[dict[str, Any]]], parsed: dict[str, tuple[Toponym, ...]], root: Path
) -> None:
    """Precision, recall and F1 of the whole system are 1.0 by the corpora's own rule."""
    gold_documents = [
        {
            "id": name,
            "corpus": "seeds",
            "text": (root / "seeds" / name).read_bytes().decode("utf-8"),
            "toponyms": rows,
        }
        for name, rows in gold.items()
    ]
    predicted = [
        {
            "id": name,
            "toponyms": [
                {
                    "start": t.mention.start,
                    "end": t.mention.end,
                    "kind": t.mention.kind,
                    "lat": t.place.lat if t.place else None,
                    "lon": t.place.lon if t.place else None,
                    "geonameid": t.place.geonameid if t.place else None,
                    "score": t.score,
                }
                for t in toponyms
            ],
        }
        for name, toponyms in parsed.items()
    ]
    figures = score(gold_documents, predicted)
    assert figures["e2e.f1.f1"] == 1.0
    assert figures["rec.overlap.f1"] == 1.0
    assert figures["demonym.f1"] == 1.0


@pytest.mark.parametrize(
    ("text", "place", "why"), [(t, p, w) for t, (p, w) in TRAPS.items()], ids=list(TRAPS)
)
def test_the_traps(parsed: dict[str, tuple[Toponym, ...]], text: str, place: str, why: str) -> None:
    """Names that a lesser reader pins elsewhere."""
    meant = {
        t.place.id if t.place else None for found in parsed.values() for t in found if t.mention.text == text
    }
    assert meant == {place}, why


def test_sunan_is_the_airport_of_pyongyang(parsed: dict[str, tuple[Toponym, ...]]) -> None:
    """Not Gansu's Sunan, not Wuxi's Sunan Shuofang airport."""
    found = [t for toponyms in parsed.values() for t in toponyms if t.mention.text.startswith("Sunan")]
    assert len(found) == 3
    assert all(t.place and t.place.feature_code == "AIRP" and t.place.country_code == "KP" for t in found)


def test_people_are_no_places(parsed: dict[str, tuple[Toponym, ...]]) -> None:
    """Town is an analyst, Kim a head of state, CNN a broadcaster."""
    texts = {t.mention.text for found in parsed.values() for t in found}
    assert not texts & {"Town", "Kim", "CNN", "Putin", "Stimson", "May", "March"}
