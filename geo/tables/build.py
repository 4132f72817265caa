"""From toponyms to tables: scalars only, one row a thing, joined by ids."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.records import Article, Focus, Footprint, Place, Toponym
from geo.tables import schema
from geo.tables.rows import published_row

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geo.gazetteer import Gazetteer

CRS = "EPSG:4326"
NEAREST_NAMES = 3
ROW_COLUMNS = (
    "name", "latitude", "longitude", "id", "feature_code", "country_code", "admin1", "alternate_names",
    "population", "radius_km", "start", "end", "geonameid", "wikidata", "source", "note",
)  # fmt: skip
"""The header of ``gazetteer/places.csv``, for which the rows of ``unresolved`` are made."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """The tables; ``mentions``, ``places``, ``footprints`` have points, EPSG:4326. Columns: ``geo.tables.schema``."""

    articles: pd.DataFrame
    mentions: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    unresolved: pd.DataFrame
    footprints: gpd.GeoDataFrame


def build_tables(
    articles: Sequence[Article],
    toponyms: Sequence[Sequence[Toponym]],
    *,
    gazetteer: Gazetteer | None = None,
    footprints: Sequence[Sequence[Footprint]] = (),
    focus: Sequence[Focus] = (),
) -> Tables:
    """The tables for some articles and the toponyms of each, in the same order; so are ``footprints`` and ``focus``,
    where given.

    With a ``gazetteer``, names that could not be placed get the most similar ones it has. Raises ``ValueError``
    where articles and toponyms differ in number.
    """
    focus = focus or [Focus()] * len(articles)
    pairs = [(a, t) for a, found in zip(articles, toponyms, strict=True) for t in found]
    of_places: dict[str, list[tuple[Article, Toponym]]] = {}
    for article, toponym in pairs:
        if toponym.place:
            of_places.setdefault(toponym.place.id, []).append((article, toponym))
    return Tables(
        articles=_frame(
            [_article_row(a, t, f) for a, t, f in zip(articles, toponyms, focus, strict=True)],
            schema.ARTICLES,
        ),
        mentions=_geoframe([_mention_row(n, a, t) for n, (a, t) in enumerate(pairs)], schema.MENTIONS),
        places=_geoframe([_place_row(of_place) for of_place in of_places.values()], schema.PLACES),
        unresolved=_frame(
            [_unresolved_row(a, t, gazetteer) for a, t in pairs if is_open(t)], schema.UNRESOLVED
        ),
        footprints=_geoframe(
            [
                _footprint_row(a, one)
                for a, f in zip(articles, footprints, strict=bool(footprints))
                for one in f
            ],
            schema.FOOTPRINTS,
        ),
    )


def _frame(rows: Sequence[Row], columns: Sequence[schema.Column]) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame({c.name: [row[c.name] for row in rows] for c in columns})
    return frame.astype({c.name: c.dtype for c in columns})


def _geoframe(rows: Sequence[Row], columns: Sequence[schema.Column]) -> gpd.GeoDataFrame:
    import geopandas as gpd

    frame = _frame(rows, columns)
    points = gpd.points_from_xy(frame["lon"], frame["lat"], crs=CRS)
    points[frame["lat"].isna().to_numpy()] = None
    return gpd.GeoDataFrame(frame, geometry=points, crs=CRS)


def _article_row(article: Article, found: Sequence[Toponym], focus: Focus) -> Row:
    return {
        "article": article.id,
        "title": article.title,
        "title_is_headline": article.title_is_headline,
        "date": article.date,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "domain": article.domain,
        "language": article.language,
        "mentions": len(found),
        "places": len({t.place.id for t in found if t.place}),
        "unresolved": sum(map(is_open, found)),
        "focus": " ".join(focus.places) or None,
        "countries": " ".join(focus.countries) or None,
    }


def _footprint_row(article: Article, footprint: Footprint) -> Row:
    sentence, paragraph = _sentence(article, footprint.start, footprint.end)
    return {
        "article": article.id,
        "start": footprint.start,
        "end": footprint.end,
        "text": article.text[footprint.start : footprint.end],
        "kind": footprint.kind,
        "sentence": sentence,
        "paragraph": paragraph,
        "anchors": " ".join(footprint.anchors),
        "lat": footprint.lat,
        "lon": footprint.lon,
        "radius_km": footprint.radius_km,
    }


def _located(place: Place | None, toponym: Toponym | None = None) -> Row:
    """The cells that mentions and places share."""
    if place is None:
        return {c.name: float("nan") if c.dtype == schema.NUMBER else None for c in schema.PLACE_COLUMNS}
    radius = place.radius_km if toponym is None or toponym.radius_km is None else toponym.radius_km
    return {
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "feature_code": place.feature_code,
        "country_code": place.country_code or None,
        "admin1": place.admin1,
        "admin1_name": place.admin1_name or None,
        "admin1_code": place.admin1_code or None,
        "precision": (toponym and toponym.precision) or place.precision,
        "radius_km": radius,
    }


def _mention_row(number: int, article: Article, toponym: Toponym) -> Row:
    mention, place = toponym.mention, toponym.place
    sentence, paragraph = _sentence(article, mention.start, mention.end)
    nothing = float("nan")
    return {
        "mention": number,
        "article": article.id,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "usage": mention.usage,
        "dateline": mention.dateline,
        "sentence": sentence,
        "paragraph": paragraph,
        "place": place.id if place else None,
        "name": place.name if place else None,
        **_located(place, toponym),
        "score": toponym.score if place else nothing,
        "place_score": mention.place_score,
        "certainty": toponym.certainty if place else nothing,
        "match": toponym.candidates[0].candidate.match if place and toponym.candidates else None,
        "runner_up": toponym.candidates[1].candidate.place.id
        if place and len(toponym.candidates) > 1
        else None,
        "anchor": toponym.anchor.place.id if toponym.anchor else None,
        "anchor_words": anchor_words(article, toponym),
        "decided_by": published_row(toponym.decided_by),
    }


def _place_row(of_place: Sequence[tuple[Article, Toponym]]) -> Row:
    place = of_place[0][1].place
    assert place is not None
    names = [t for _, t in of_place if t.mention.kind != "demonym"]
    return {
        "place": place.id,
        "name": place.name,
        **_located(place),
        "feature_class": place.feature_class,
        "population": place.population,
        "names": len(names),
        "demonyms": len(of_place) - len(names),
        "datelines": sum(t.mention.dateline for t in names),
        "articles": len({a.id for a, _ in of_place}),
        "certainty": max(t.certainty for _, t in of_place),
        # A user's row is named by its file, never by the folder on somebody's disk.
        "source": re.split(r"[/\\]", place.source)[-1] or None,
        "note": place.note or None,
    }


def _unresolved_row(article: Article, toponym: Toponym, gazetteer: Gazetteer | None) -> Row:
    mention = toponym.mention
    sentence, _ = _sentence(article, mention.start, mention.end)
    return {
        "article": article.id,
        "start": mention.start,
        "end": mention.end,
        "mention": mention.text,
        "sentence": sentence,
        "reason": toponym.reason,
        "nearest": _nearest(mention.text, toponym, gazetteer),
        "row": ready_row_of(article, toponym),
    }


def is_open(toponym: Toponym) -> bool:
    """Whether the gazetteer still lacks a place for a mention: it has none, or stands at an anchor."""
    return toponym.place is None or toponym.anchor is not None


def anchor_words(article: Article, toponym: Toponym) -> str | None:
    """The words that say where a name is that no gazetteer has, with single spaces."""
    anchor = toponym.anchor
    return " ".join(article.text[anchor.start : anchor.end].split()) if anchor else None


def ready_row_of(article: Article, toponym: Toponym) -> str:
    """A row for ``gazetteer/places.csv`` for a mention that is open; with an anchor it holds the approximate point."""
    cells = {"name": " ".join(toponym.mention.text.split())}
    place = toponym.place
    if place is not None:
        cells |= {
            "latitude": f"{round(place.lat, 4):g}",
            "longitude": f"{round(place.lon, 4):g}",
            "country_code": place.country_code,
            "radius_km": f"{place.radius_km:g}",
            "note": f"approximate: {anchor_words(article, toponym)}",
        }
    return ready_row(cells)


def ready_row(cells: Mapping[str, str]) -> str:
    """A row for ``gazetteer/places.csv`` without its line end; cells that are not given are empty."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([cells.get(column, "") for column in ROW_COLUMNS])
    return line.getvalue()


def _nearest(text: str, toponym: Toponym, gazetteer: Gazetteer | None) -> str | None:
    """ "Nakhodka (gn:2019528); …": the mention's own candidates, else the gazetteer's most similar names."""
    candidates = [ranked.candidate for ranked in toponym.candidates]
    if not candidates and gazetteer is not None:
        candidates = list(gazetteer.candidates(text, fuzzy=True))
    shown = dict.fromkeys(f"{c.place.name} ({c.place.id})" for c in candidates)
    return "; ".join(list(shown)[:NEAREST_NAMES]) or None


def _sentence(article: Article, start: int, end: int) -> tuple[str, int]:
    """The text of the sentence that holds a mention, and its paragraph; the mention itself where none does."""
    index = bisect_right(article.sentences, start, key=lambda s: s.start) - 1
    if index < 0 or article.sentences[index].end <= start:
        return article.text[start:end], 0
    sentence = article.sentences[index]
    return article.text[sentence.start : max(sentence.end, end)], sentence.paragraph
