"""Linked Places Format 1.2, as World Historical Gazetteer gives it (https://github.com/LinkedPasts/linked-places-format)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.gazetteer.features import parse_feature
from geo.gazetteer.imports import Read
from geo.gazetteer.imports.features import no_point, point_cells, point_of_geometry, read_features, text_of
from geo.gazetteer.imports.lp_tsv import own_id, year
from geo.gazetteer.sheet import Fault


def read(path: Path) -> Iterator[Read]:
    """The places that have a title and a geometry."""
    for found in read_features(path):
        if isinstance(found, Fault):
            yield found
            continue
        number, feature = found
        properties = feature.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        title = text_of(properties.get("title"))
        point = point_of_geometry(feature.get("geometry"))
        if not title or point is None:
            yield no_point(path, number, title)
            continue
        names = [text_of(name.get("toponym")) for name in _objects(feature.get("names"))]
        kinds = [
            text_of(kind.get("label") or kind.get("sourceLabel")) for kind in _objects(feature.get("types"))
        ]
        codes = properties.get("ccodes")
        yield (
            number,
            {
                "name": title,
                **point_cells(point),
                "id": own_id("whg", text_of(feature.get("@id"))),
                "feature_code": next((kind for kind in kinds if kind and parse_feature(kind)), ""),
                "country_code": text_of(codes[0]) if isinstance(codes, list) and len(codes) == 1 else "",
                "alternate_names": "|".join(
                    dict.fromkeys(n for n in names if n and n != title and "|" not in n)
                ),
                "start": _bound(feature, "start", min),
                "end": _bound(feature, "end", max),
                "source": "whg",
            },
        )


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _bound(feature: dict[str, Any], side: str, pick: Any) -> str:
    """The first or last year of a feature's time spans, "" where it gives none."""
    when = feature.get("when")
    years: list[int] = []
    for span in _objects(when.get("timespans") if isinstance(when, dict) else None):
        stated = span.get(side)
        for value in stated.values() if isinstance(stated, dict) else ():
            try:
                years.append(int(year(text_of(value))))
            except ValueError:
                continue
    return str(pick(years)) if years else ""
