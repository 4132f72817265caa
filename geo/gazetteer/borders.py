"""One stance on borders for country codes: the table of disputes, as one chooses to read it."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from geo.gazetteer.spatial import KM_A_DEGREE
from geo.records import Place

REACH = 3.0
"""Land of some shape lies within so many radii of the circle of its area (Western Sahara, the longest: 2.6)."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Borders:
    """The countries of disputed first-level regions, by GeoNames' code and by place id.

    ``boxes`` (south, west, north, east) hold all land that the two stances give to different countries.
    """

    by_admin1: Mapping[str, str]
    by_id: Mapping[str, str]
    stance: Literal["un", "de-facto"] = "un"
    boxes: tuple[Box, ...] = ()
    parties: frozenset[str] = frozenset()
    """The countries that one stance or the other gives such land to."""

    def may_differ(self, place: Place) -> bool:
        """Whether the stances may disagree on the country of a place; only the outlines say whether they do."""
        return place.country_code in self.parties and any(
            south <= place.lat <= north and west <= place.lon <= east
            for south, west, north, east in self.boxes
        )

    def apply(self, place: Place) -> Place:
        """The place with the country code of the stance; itself where nothing is in dispute."""
        country = self.by_id.get(place.id) or self.by_admin1.get(place.admin1_code)
        return replace(place, country_code=country) if country and country != place.country_code else place


def read_borders(path: Path, stance: Literal["un", "de-facto"]) -> Borders:
    """Read the stance from ``disputes.csv``."""
    by_admin1: dict[str, str] = {}
    by_id: dict[str, str] = {}
    boxes: list[Box] = []
    parties: set[str] = set()
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                country = row["un"] if stance == "un" else row["de_facto"]
                if country:
                    by_admin1 |= dict.fromkeys(filter(None, row["admin1_codes"].split("|")), country)
                    by_id |= dict.fromkeys(filter(None, row["regions"].split("|")), country)
                if row["kind"] == "area" and row["un"] and row["de_facto"] not in {"", row["un"]}:
                    parties |= {row["un"], row["de_facto"]}
                    boxes.append(
                        _box(float(row["latitude"]), float(row["longitude"]), float(row["radius_km"]))
                    )
    return Borders(by_admin1, by_id, stance, tuple(boxes), frozenset(parties))


def _box(lat: float, lon: float, radius_km: float) -> Box:
    tall = REACH * radius_km / KM_A_DEGREE
    wide = tall / math.cos(math.radians(lat))
    return lat - tall, lon - wide, lat + tall, lon + wide
