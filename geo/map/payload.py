"""Articles and toponyms as the page's JSON: a GeoJSON FeatureCollection of places (``docs/page-contract.md``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from geo.map.evidence import EvidenceTable, certainty_word
from geo.map.kinds import kind_words
from geo.map.other_names import OtherNames, names_for_search
from geo.map.sentences import Sentences, TextMode
from geo.records import Article, Focus, Footprint, Place, Toponym
from geo.tables import anchor_words, is_open, ready_row_of

_SOURCES = {"gn": "GeoNames", "air": "airportsdata", "ne": "Natural Earth"}
_DECIMALS = 5
"""Of degrees: about a metre."""
_Placed = tuple[Toponym, dict[str, Any]]


def build_payload(
    articles: Sequence[Article],
    toponyms: Sequence[Sequence[Toponym]],
    *,
    title: str,
    text: TextMode = "quotes",
    borders: str = "un",
    names: Mapping[str, str] | None = None,
    other_names: OtherNames | None = None,
    footprints: Sequence[Sequence[Footprint]] = (),
    focus: Sequence[Focus] = (),
) -> dict[str, Any]:
    """The page's data for some articles and the toponyms of each, in the same order; so are ``footprints`` and
    ``focus``, where given.

    ``text`` is what the page holds of an article: the quoted sentences, or all of it. ``names`` gives countries'
    names by their ISO 3166-1 alpha-2 codes, ``other_names`` all names of a place by its id. Raises ``ValueError``
    where the sequences differ in number.
    """
    evidence = EvidenceTable(names or {})
    places: dict[str, list[_Placed]] = {}
    records: list[dict[str, Any]] = []
    unresolved: list[dict[str, Any]] = []
    derived: list[dict[str, Any]] = []
    stated = footprints or [()] * len(articles)
    turns_on = focus or [Focus()] * len(articles)
    for number, (article, found, spots, about) in enumerate(
        zip(articles, toponyms, stated, turns_on, strict=True)
    ):
        spans = [(t.mention.start, t.mention.end) for t in found] + [(f.start, f.end) for f in spots]
        sentences = Sentences(article, spans, text)
        for toponym in sorted(found, key=lambda t: (t.mention.start, t.mention.end)):
            mention = _mention(number, article, sentences, toponym, evidence)
            if is_open(toponym):
                unresolved.append(_unresolved(article, toponym, mention))
            if toponym.place is not None:
                places.setdefault(toponym.place.id, []).append((toponym, mention))
        derived += [_footprint(number, article, sentences, spot) for spot in spots]
        records.append(_article(article, sentences, text, about))
    features = [_feature(of_place, names or {}, evidence) for of_place in places.values()]
    features.sort(key=_by_weight)
    _give_names(features, places, other_names)
    return {
        "type": "FeatureCollection",
        "title": title,
        "text": text,
        "borders": borders,
        "features": features,
        "articles": records,
        "unresolved": unresolved,
        "footprints": derived,
        "evidence": evidence.entries(),
        "phrases": evidence.phrases,
        "candidates": evidence.candidates,
    }


def _article(article: Article, sentences: Sentences, text: TextMode, focus: Focus) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "title_is_headline": article.title_is_headline,
        "date": article.date,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "domain": article.domain,
        "language": article.language,
        "focus": list(focus.places),
        "countries": list(focus.countries),
        "sentences": sentences.records(),
        "text": article.text if text == "full" else None,
    }


def _mention(
    number: int, article: Article, sentences: Sentences, toponym: Toponym, evidence: EvidenceTable
) -> dict[str, Any]:
    mention = toponym.mention
    sentence, start, end = sentences.locate(mention.start, mention.end)
    record: dict[str, Any] = {
        "article": number,
        "sentence": sentence,
        "start": start,
        "end": end,
        "usage": mention.usage,
        "dateline": mention.dateline,
        "kind": mention.kind,
    }
    place_score = round(mention.place_score, 3)
    if toponym.place is not None:
        record["score"] = round(toponym.score, 3)
        # Of the rounded values, so that a packed page need not hold it.
        record["certainty"] = round(record["score"] * place_score, 3)
    record["place_score"] = place_score
    record["evidence"] = evidence.add(toponym)
    record["decided_by"] = _without_folder(toponym.decided_by)
    if toponym.anchor is not None:
        anchor = toponym.anchor
        record["anchor"] = {
            "id": anchor.place.id,
            "name": anchor.place.name,
            "words": anchor_words(article, toponym),
        }
    return record


def _unresolved(article: Article, toponym: Toponym, mention: Mapping[str, Any]) -> dict[str, Any]:
    row = ready_row_of(article, toponym)
    said = {key: value for key, value in mention.items() if key not in ("certainty", "score")}
    return {"name": toponym.mention.text, **said, "reason": toponym.reason, "row": row}


def _footprint(number: int, article: Article, sentences: Sentences, spot: Footprint) -> dict[str, Any]:
    sentence, start, end = sentences.locate(spot.start, spot.end)
    return {
        "article": number,
        "sentence": sentence,
        "start": start,
        "end": end,
        "words": " ".join(article.text[spot.start : spot.end].split()),
        "kind": spot.kind,
        "lat": round(spot.lat, _DECIMALS),
        "lon": round(spot.lon, _DECIMALS),
        "radius_km": round(spot.radius_km, 1),
        "anchors": list(spot.anchors),
    }


def _feature(of_place: list[_Placed], names: Mapping[str, str], evidence: EvidenceTable) -> dict[str, Any]:
    """One place with its mentions; the surest of them speaks for it, and names come before demonyms."""
    best, its_mention = max(
        of_place,
        key=lambda pair: (pair[0].mention.kind != "demonym", pair[0].certainty, -pair[0].mention.start),
    )
    place = best.place
    assert place is not None
    number: int | None = its_mention["evidence"]
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {
            "type": "Point",
            "coordinates": [round(place.lon, _DECIMALS), round(place.lat, _DECIMALS)],
        },
        "properties": {
            "id": place.id,
            "name": place.name,
            "names": [],
            "kind": kind_words(place.feature_class, place.feature_code, place.population),
            "feature_class": place.feature_class,
            "feature_code": place.feature_code,
            "country_code": place.country_code,
            "country": names.get(place.country_code, ""),
            "precision": best.precision or place.precision,
            "radius_km": round(place.radius_km if best.radius_km is None else best.radius_km, 1),
            "outline": place.outline,
            "region": place.admin1_name if place.admin1 != place.id else "",
            "population": place.population,
            "geonameid": place.geonameid,
            "source": _source(place),
            "note": place.note,
            "score": round(best.score, 3),
            "certainty": its_mention["certainty"],
            "certainty_word": certainty_word(its_mention["certainty"]),
            "evidence": number,
            "why": evidence.why(number),
            "runner_up": evidence.runner_up(number),
            "mentions": [mention for _, mention in of_place],
        },
    }


def _give_names(
    features: Sequence[dict[str, Any]], places: Mapping[str, list[_Placed]], other_names: OtherNames | None
) -> None:
    for feature in features:
        written = [t.mention.text for t, _ in places[feature["id"]] if t.mention.kind == "name"]
        known = other_names(feature["id"]) if other_names else ()
        properties = feature["properties"]
        properties["names"] = names_for_search(properties["name"], written, known, len(features))


def _source(place: Place) -> str:
    """Where a position comes from; of a user's own row the file's name and line."""
    return _SOURCES.get(place.id.partition(":")[0]) or _without_folder(place.source)


def _without_folder(row: str) -> str:
    """``file:line`` without the folder it stands in, which is nobody's business."""
    return re.split(r"[/\\]", row)[-1]


def _by_weight(feature: Mapping[str, Any]) -> tuple[int, str, str]:
    """Places most named first; then by name, then by id, so that the order is always the same."""
    properties = feature["properties"]
    named = sum(mention["kind"] != "demonym" for mention in properties["mentions"])
    return -named, properties["name"], properties["id"]
