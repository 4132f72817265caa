"""Large pages' data made small: lists of records as columns, phrases as forms, and nothing twice.

``docs/page-contract.md`` documents the form; ``static/js/packing.js`` reads it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geo.map.columns import Record, to_columns, to_forms, to_phrases, to_records
from geo.map.evidence import certainty_word

MANY = 2000
"""Mentions above which a page's data is packed."""
_DEFAULTS: dict[str, Any] = {
    "names": [],
    "country": "",
    "precision": "point",
    "radius_km": 0.0,
    "outline": None,
    "region": "",
    "population": 0,
    "note": "",
}


def is_large(payload: Mapping[str, Any]) -> bool:
    """Whether a page has so many mentions that its data is packed."""
    return sum(len(f["properties"]["mentions"]) for f in payload["features"]) > MANY


def pack(payload: Mapping[str, Any]) -> Record:
    """The same data in fewer bytes: ``unpack`` gives it back."""
    features = payload["features"]
    mentions = [_without(m, "certainty") for f in features for m in f["properties"]["mentions"]]
    return {
        **payload,
        "packed": 1,
        "features": to_columns([_packed_place(feature) for feature in features]),
        "mentions": to_columns(mentions),
        "articles": to_columns([_packed_article(article) for article in payload["articles"]]),
        "unresolved": to_columns(payload["unresolved"]),
        "evidence": to_columns([_flat(entry) for entry in payload["evidence"]]),
        "phrases": to_forms(payload["phrases"]),
        "candidates": to_columns(payload["candidates"]),
    }


def unpack(data: Mapping[str, Any]) -> Record:
    """The data of a page as the contract has it, whether it was packed or not."""
    if "packed" not in data:
        return dict(data)
    whole = _without(data, "packed", "mentions")
    whole["unresolved"] = to_records(data["unresolved"])
    whole["evidence"] = [_entry(flat) for flat in to_records(data["evidence"])]
    whole["phrases"] = to_phrases(data["phrases"])
    whole["candidates"] = to_records(data["candidates"])
    mentions = iter(to_records(data["mentions"]))
    whole["features"] = [_feature(place, mentions, whole) for place in to_records(data["features"])]
    whole["articles"] = [_whole_article(article) for article in to_records(data["articles"])]
    return whole


def _packed_place(feature: Mapping[str, Any]) -> Record:
    lon, lat = feature["geometry"]["coordinates"]
    place = {"lon": lon, "lat": lat, **_without(feature["properties"], "why", "runner_up")}
    place["mentions"] = len(place["mentions"])
    follows = {**_DEFAULTS, **_following(place["id"], place["certainty"])}
    return {name: value for name, value in place.items() if name not in follows or value != follows[name]}


def _feature(place: Record, mentions: Iterator[Record], whole: Mapping[str, Any]) -> Record:
    """A place's feature; ``mentions`` are what is left of all mentions, its own in front."""
    entry = None if place["evidence"] is None else whole["evidence"][place["evidence"]]
    clues, others = (entry["why"], entry["others"]) if entry else ([], [])
    properties = {
        **_DEFAULTS,
        "names": [],
        **_following(place["id"], place["certainty"]),
        **_without(place, "lon", "lat"),
        "why": [{"phrase": whole["phrases"][phrase], "points": points} for phrase, points in clues],
        "runner_up": None,
        "mentions": [_whole_mention(next(mentions)) for _ in range(place["mentions"])],
    }
    if others:
        candidate, score, km = others[0]
        properties["runner_up"] = {**whole["candidates"][candidate], "score": score, "km": km}
    geometry = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
    return {"type": "Feature", "id": place["id"], "geometry": geometry, "properties": properties}


def _whole_mention(mention: Record) -> Record:
    return {**mention, "certainty": round(mention["score"] * mention["place_score"], 3)}


def _following(id: str, certainty: float) -> Record:
    """What the rest of a place tells where nothing else is said."""
    scheme, _, number = id.partition(":")
    world = scheme == "gn"
    return {
        "geonameid": number if world else None,
        "source": "GeoNames" if world else "",
        "certainty_word": certainty_word(certainty),
    }


def _flat(entry: Mapping[str, Any]) -> Record:
    return {name: [value for group in groups for value in group] for name, groups in entry.items()}


def _entry(flat: Mapping[str, Any]) -> Record:
    why, others = flat["why"], flat["others"]
    return {
        "why": [why[i : i + 2] for i in range(0, len(why), 2)],
        "others": [others[i : i + 3] for i in range(0, len(others), 3)],
    }


def _packed_article(article: Mapping[str, Any]) -> Record:
    text = article["text"]
    sentences = article["sentences"]
    if text is not None:
        sentences = [{**_without(s, "text"), "length": len(s["text"])} for s in sentences]
    return {**article, "sentences": to_columns(sentences)}


def _whole_article(article: Mapping[str, Any]) -> Record:
    text = article["text"]
    sentences = to_records(article["sentences"])
    if text is not None:
        for sentence in sentences:
            start, length = sentence["start"], sentence.pop("length")
            sentence["text"] = text[start : start + length]
    return {**article, "sentences": sentences}


def _without(record: Mapping[str, Any], *members: str) -> Record:
    return {name: value for name, value in record.items() if name not in members}
