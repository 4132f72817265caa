"""Pleiades' places, a gazetteer of the ancient world (https://pleiades.stoa.org/downloads; CC BY 3.0)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.features import parse_feature
from geo.gazetteer.imports import Read
from geo.gazetteer.imports.tables import table_rows
from geo.gazetteer.sheet import Fault, shown


def read(path: Path) -> Iterator[Read]:
    """The places that have a representative point."""
    for row in table_rows(path, ","):
        if isinstance(row, Fault):
            yield row
            continue
        line, cells = row
        title = cells.get("title", "")
        lat, lon = cells.get("reprlat", ""), cells.get("reprlong", "")
        if not (title and lat and lon):
            missing = "no title" if not title else "no point"
            yield Fault(shown(path), line, f"{cells.get('id', '?')}: {missing}", "left out")
            continue
        name, *others = [part.strip() for part in title.split("/") if part.strip()] or [title]
        kinds = [kind.strip() for kind in cells.get("featuretypes", "").split(",")]
        number = cells.get("id", "")
        yield (
            line,
            {
                "name": name,
                "latitude": lat,
                "longitude": lon,
                "id": f"pleiades-{number}" if number else "",
                "feature_code": next((kind for kind in kinds if kind and parse_feature(kind)), ""),
                "alternate_names": "|".join(others),
                "start": _year(cells.get("mindate", "")),
                "end": _year(cells.get("maxdate", "")),
                "source": "pleiades",
                "note": cells.get("description", ""),
            },
        )


def _year(text: str) -> str:
    """Years are written as numbers with a fraction ("-550.0")."""
    return text.removesuffix(".0")
