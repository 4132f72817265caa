"""One stance on borders for country codes: the table of disputes, as one chooses to read it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from geo.records import Place


@dataclass(frozen=True, slots=True)
class Borders:
    """The countries of disputed first-level regions, by GeoNames' code and by place id."""

    by_admin1: Mapping[str, str]
    by_id: Mapping[str, str]
    stance: Literal["un", "de-facto"] = "un"

    def apply(self, place: Place) -> Place:
        """The place with the country code of the stance; itself where nothing is in dispute."""
        if place.admin1_code not in self.by_admin1 and place.id not in self.by_id:
            return place
        country = self.by_id.get(place.id) or self.by_admin1.get(place.admin1_code)
        return replace(place, country_code=country) if country and country != place.country_code else place


def read_borders(path: Path, stance: Literal["un", "de-facto"]) -> Borders:
    """Read the stance from ``disputes.csv``."""
    by_admin1: dict[str, str] = {}
    by_id: dict[str, str] = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                country = row["un"] if stance == "un" else row["de_facto"]
                if country:
                    by_admin1 |= dict.fromkeys(filter(None, row["admin1_codes"].split("|")), country)
                    by_id |= dict.fromkeys(filter(None, row["regions"].split("|")), country)
    return Borders(by_admin1, by_id, stance)
