"""Linked Places as a table: World Historical Gazetteer's LP-TSV 0.5 (https://github.com/LinkedPasts/linked-places-format)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.features import parse_feature
from geo.gazetteer.imports import Read
from geo.gazetteer.imports.tables import table_rows
from geo.gazetteer.sheet import Fault, shown

_GEONAMES = re.compile(r"\bgn:\d+")
"""A match is the place of today: with its number, the row would rename it. It goes to the note."""
_WIKIDATA = re.compile(r"\bwd:(Q\d+)")
_FRACTION = re.compile(r"^(-?\d+)(?:-\d{2}){0,2}$")


def read(path: Path) -> Iterator[Read]:
    """The places that have a point."""
    for row in table_rows(path, "\t"):
        if isinstance(row, Fault):
            yield row
            continue
        line, cells = row
        title = cells.get("title", "")
        if not (title and cells.get("lat") and cells.get("lon")):
            missing = "no title" if not title else "no point"
            yield Fault(shown(path), line, f"{cells.get('id', '?')}: {missing}", "left out")
            continue
        kinds = [
            kind.strip() for kind in re.split("[;,]", f"{cells.get('types', '')};{cells.get('fclasses', '')}")
        ]
        matches = cells.get("matches", "")
        countries = re.findall(r"\w+", cells.get("ccodes", ""))
        yield (
            line,
            {
                "name": title,
                "latitude": cells["lat"],
                "longitude": cells["lon"],
                "id": own_id("whg", cells.get("id", "")),
                "feature_code": next((kind for kind in kinds if kind and parse_feature(kind)), ""),
                "country_code": countries[0] if len(countries) == 1 else "",
                "alternate_names": "|".join(
                    filter(None, (v.strip() for v in cells.get("variants", "").split(";")))
                ),
                "start": year(cells.get("start", "")),
                "end": year(cells.get("end", "")),
                "wikidata": found[1] if (found := _WIKIDATA.search(matches)) else "",
                "source": "whg",
                "note": "; ".join(filter(None, [cells.get("description", ""), *_GEONAMES.findall(matches)])),
            },
        )


def year(text: str) -> str:
    """The year of a date."""
    return found[1] if (found := _FRACTION.match(text.strip())) else text.strip()


def own_id(prefix: str, text: str) -> str:
    """An id of ours from a foreign one: what our ids cannot hold becomes a hyphen."""
    slug = re.sub(r"[^\w.]+", "-", text).strip("-")
    return f"{prefix}-{slug}"[:100] if slug else ""
