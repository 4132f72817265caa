"""The sentences of an article as the page holds them: quoted ones, and the rest in between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from geo.map.quotes import Quote, quote_around
from geo.records import Article

TextMode = Literal["quotes", "full"]


class Sentences:
    """The sentences of one article in order of text, those that hold one of some spans as their quotes.

    ``spans`` are the stretches (start, end) that must be quoted, in any order. A sentence that none needs has no text
    where the page holds quotes only.
    """

    def __init__(self, article: Article, spans: Iterable[tuple[int, int]], text: TextMode) -> None:
        quotes: list[Quote] = []
        for start, end in sorted(spans):
            if not (quotes and quotes[-1].start <= start <= end <= quotes[-1].end):
                quotes.append(quote_around(article, start, end))
        self._text = article.text
        self._whole = text == "full"
        self._quoted = frozenset(quotes)
        quotes = sorted(self._quoted, key=lambda q: (q.start, q.end))
        self._stretches = sorted([*quotes, *_between(article, quotes)], key=lambda q: (q.start, q.end))

    def locate(self, start: int, end: int) -> tuple[int, int, int]:
        """The index of the sentence that quotes a span, and where in it the span starts and ends."""
        last = bisect_right(self._stretches, start, key=lambda q: q.start) - 1
        for index in range(last, -1, -1):
            quote = self._stretches[index]
            if quote in self._quoted and quote.start <= start <= end <= quote.end:
                return index, start - quote.start, end - quote.start
        raise ValueError(f"no quote holds the span at {start}")

    def records(self) -> list[dict[str, Any]]:
        """The sentences as the page's data has them."""
        return [
            _record(self._text, quote, left_out=not self._whole and quote not in self._quoted)
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


def _record(text: str, quote: Quote, *, left_out: bool) -> dict[str, Any]:
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
