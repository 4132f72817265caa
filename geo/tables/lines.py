"""The line that ``geo parse`` writes for an article."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from geo.records import Article, Focus, Footprint, Toponym
from geo.tables.rows import published_row

COORDINATE_DECIMALS = 5
"""Decimals of a degree in what we write: about a metre."""
SCORE_DECIMALS = 4
LINE_SEPARATORS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What JSON allows bare in a string, though many readers end a line there."""


def parse_line(
    article: Article,
    toponyms: Sequence[Toponym],
    *,
    focus: Focus | None = None,
    footprints: Sequence[Footprint] = (),
    learned_from: int | None = None,
) -> str:
    """The article as one line of JSON, without its line end: ``{"id": …, "toponyms": [{…}, …]}``.

    The keys of a toponym are documented in ``docs/cli.md``; what could not be placed has nulls. With a ``focus`` there
    are ``focus`` (place ids) and ``countries`` (codes), both the foremost first, and with footprints ``footprints``.
    ``learned_from`` is written as ``publisher_articles``: the other articles of its publisher that taught its area.
    """
    record: dict[str, Any] = {"id": article.id}
    if learned_from is not None:
        record["publisher_articles"] = learned_from
    if focus is not None:
        record |= {"focus": list(focus.places), "countries": list(focus.countries)}
    record["toponyms"] = [_toponym_record(t) for t in toponyms]
    if footprints:
        record["footprints"] = [_footprint_record(article, footprint) for footprint in footprints]
    return json.dumps(record, ensure_ascii=False).translate(LINE_SEPARATORS)


def _toponym_record(toponym: Toponym) -> dict[str, Any]:
    mention, place = toponym.mention, toponym.place
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "usage": mention.usage,
        "dateline": mention.dateline,
        "place": place.id if place else None,
        "name": place.name if place else None,
        "lat": round(place.lat, COORDINATE_DECIMALS) if place else None,
        "lon": round(place.lon, COORDINATE_DECIMALS) if place else None,
        "geonameid": place.geonameid if place else None,
        "feature_code": place.feature_code if place else None,
        "country_code": place.country_code if place else None,
        "precision": toponym.precision if place else None,
        "radius_km": toponym.radius_km if place else None,
        "score": round(toponym.score, SCORE_DECIMALS) if place else None,
        "place_score": round(mention.place_score, SCORE_DECIMALS),
        "decided_by": published_row(toponym.decided_by),
    }


def _footprint_record(article: Article, footprint: Footprint) -> dict[str, Any]:
    return {
        "start": footprint.start,
        "end": footprint.end,
        "text": article.text[footprint.start : footprint.end],
        "kind": footprint.kind,
        "lat": round(footprint.lat, COORDINATE_DECIMALS),
        "lon": round(footprint.lon, COORDINATE_DECIMALS),
        "radius_km": footprint.radius_km,
        "anchors": list(footprint.anchors),
    }
