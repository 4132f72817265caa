"""Articles and toponyms as the page's JSON: a GeoJSON FeatureCollection of places (``docs/page-contract.md``)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from geo.map.evidence import certainty_word, runner_up, why
from geo.map.kinds import kind_words
from geo.map.quotes import Quote, quote_around
from geo.records import Article, Place, Toponym

TextMode = Literal["quotes", "full"]
_SOURCES = {"gn": "GeoNames", "air": "airportsdata", "ne": "Natural Earth"}
_DECIMALS = 5
"""Of degrees: about a metre."""


def build_payload(
    articles: Sequence[Article],
    toponyms: Sequence[Sequence[Toponym]],
    *,
    title: str,
    text: TextMode = "quotes",
    borders: str = "un",
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The page's data for some articles and the toponyms of each, in the same order.

    ``text`` is what the page holds of an article: the quoted sentences, or all of it. ``names`` gives countries'
    names by their ISO 3166-1 alpha-2 codes. Raises ``ValueError`` where articles and toponyms differ in number.
    """
    names = names or {}
    places: dict[str, list[tuple[Toponym, dict[str, Any]]]] = {}
    records: list[dict[str, Any]] = []
    unresolved: list[dict[str, Any]] = []
    for number, (article, found) in enumerate(zip(articles, toponyms, strict=True)):
        ordered = sorted(found, key=lambda t: (t.mention.start, t.mention.end))
        sentences = _Sentences(article, ordered, text)
        for toponym in ordered:
            mention = _mention(number, sentences, toponym)
            if toponym.place is None:
                unresolved.append({"name": toponym.mention.text, **mention, "reason": toponym.reason})
            else:
                places.setdefault(toponym.place.id, []).append((toponym, mention))
        records.append(_article(article, sentences, text))
    features = [_feature(of_place, names) for of_place in places.values()]
    features.sort(key=_by_weight)
    return {
        "type": "FeatureCollection",
        "title": title,
        "text": text,
        "borders": borders,
        "features": features,
        "articles": records,
        "unresolved": unresolved,
    }


class _Sentences:
    """The sentences of one article in order of text, those that are quoted as their quotes.

    A sentence that no mention needs has no text where the page holds quotes only.
    """

    def __init__(self, article: Article, ordered: Sequence[Toponym], text: TextMode) -> None:
        quotes: list[Quote] = []
        for mention in (toponym.mention for toponym in ordered):
            if not (quotes and quotes[-1].start <= mention.start <= mention.end <= quotes[-1].end):
                quotes.append(quote_around(article, mention.start, mention.end))
        self._text = article.text
        self._whole = text == "full"
        self._stretches = sorted([*quotes, *_between(article, quotes)], key=lambda q: (q.start, q.end))
        self._quoted = frozenset(quotes)

    def locate(self, start: int, end: int) -> tuple[int, int, int]:
        """The index of the sentence that quotes a mention, and where in it the mention starts and ends."""
        last = bisect_right(self._stretches, start, key=lambda q: q.start) - 1
        for index in range(last, -1, -1):
            quote = self._stretches[index]
            if quote in self._quoted and quote.start <= start <= end <= quote.end:
                return index, start - quote.start, end - quote.start
        raise ValueError(f"no quote holds the mention at {start}")

    def records(self) -> list[dict[str, Any]]:
        return [
            _sentence(self._text, quote, left_out=not self._whole and quote not in self._quoted)
            for quote in self._stretches
        ]


def _between(article: Article, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The sentences that no quote touches."""
    starts = [quote.start for quote in quotes]
    for sentence in article.sentences:
        after = bisect_right(starts, sentence.start)
        before = quotes[after - 1] if after else None
        following = quotes[after] if after < len(quotes) else None
        if (before is None or before.end <= sentence.start) and (
            following is None or sentence.end <= following.start
        ):
            yield Quote(sentence.start, sentence.end, sentence.paragraph)


def _sentence(text: str, quote: Quote, *, left_out: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "text": None if left_out else text[quote.start : quote.end],
        "paragraph": quote.paragraph,
        "start": quote.start,
    }
    if quote.cut_before:
        record["cut_before"] = True
    if quote.cut_after:
        record["cut_after"] = True
    return record


def _article(article: Article, sentences: _Sentences, text: TextMode) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "title_is_headline": article.title_is_headline,
        "date": article.date,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "sentences": sentences.records(),
        "text": article.text if text == "full" else None,
    }


def _mention(number: int, sentences: _Sentences, toponym: Toponym) -> dict[str, Any]:
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
    if toponym.place is not None:
        record["certainty"] = round(toponym.certainty, 3)
    return record


def _feature(of_place: list[tuple[Toponym, dict[str, Any]]], names: Mapping[str, str]) -> dict[str, Any]:
    """One place with its mentions; the surest of them speaks for it, and names come before demonyms."""
    best = max(
        (toponym for toponym, _ in of_place),
        key=lambda t: (t.mention.kind != "demonym", t.certainty, -t.mention.start),
    )
    place = best.place
    assert place is not None
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {
            "type": "Point",
            "coordinates": [round(place.lon, _DECIMALS), round(place.lat, _DECIMALS)],
        },
        "properties": {
            **_identity(place, names),
            "precision": best.precision or place.precision,
            "radius_km": round(place.radius_km if best.radius_km is None else best.radius_km, 1),
            "outline": place.outline,
            "region": place.admin1_name if place.admin1 != place.id else "",
            "population": place.population,
            "geonameid": place.geonameid,
            "source": _source(place),
            "note": place.note,
            "score": round(best.score, 3),
            "certainty": round(best.certainty, 3),
            "certainty_word": certainty_word(best.certainty),
            "why": why(best),
            "runner_up": runner_up(best, names),
            "mentions": [mention for _, mention in of_place],
        },
    }


def _source(place: Place) -> str:
    """Where a position comes from; of a user's own row the file's name and line, never its folder."""
    scheme = place.id.partition(":")[0]
    return _SOURCES.get(scheme) or re.split(r"[/\\]", place.source)[-1]


def _identity(place: Place, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": kind_words(place.feature_class, place.feature_code, place.population),
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "country_code": place.country_code,
        "country": names.get(place.country_code, ""),
    }


def _by_weight(feature: Mapping[str, Any]) -> tuple[int, str, str]:
    """Places most named first; then by name, then by id, so that the order is always the same."""
    properties = feature["properties"]
    named = sum(mention["kind"] != "demonym" for mention in properties["mentions"])
    return -named, properties["name"], properties["id"]
