"""Which stretch of an article to quote for a mention."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from geo.records import Article

QUOTE_LIMIT = 400
"""The longest quote, in code points, unless the name itself is longer."""
_WORD_LIMIT = 40
"""How far a cut moves inward to fall between words, in code points."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of an article's text; ``cut_before`` and ``cut_after`` say that its sentence goes on there."""

    start: int
    end: int
    paragraph: int
    cut_before: bool = False
    cut_after: bool = False


def quote_around(article: Article, start: int, end: int) -> Quote:
    """The sentence that holds a mention, cut to ``QUOTE_LIMIT`` around it where it is longer.

    A mention across sentences is quoted with all of them, one outside any sentence (in a byline, say) with its line.
    """
    whole = _sentence(article, start, end)
    if whole.end - whole.start <= QUOTE_LIMIT:
        return whole
    return _cut(article.text, whole, start, end)


def _sentence(article: Article, start: int, end: int) -> Quote:
    sentences = article.sentences
    first = bisect_right(sentences, start, key=lambda s: s.start) - 1
    if first < 0 or sentences[first].end <= start:
        return _line(article, start, end, sentences[first].paragraph if first >= 0 else 0)
    last = max(first, bisect_right(sentences, end - 1, key=lambda s: s.start) - 1)
    begins, ends = sentences[first].start, max(sentences[last].end, end)
    return Quote(*_trimmed(article.text, begins, ends, start, end), sentences[first].paragraph)


def _line(article: Article, start: int, end: int, paragraph: int) -> Quote:
    text = article.text
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    return Quote(*_trimmed(text, begins, len(text) if ends < 0 else ends, start, end), paragraph)


def _trimmed(text: str, begins: int, ends: int, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends, but never less than the mention."""
    while begins < start and text[begins].isspace():
        begins += 1
    while ends > end and text[ends - 1].isspace():
        ends -= 1
    return begins, ends


def _cut(text: str, whole: Quote, start: int, end: int) -> Quote:
    room = max(0, QUOTE_LIMIT - (end - start))
    before = min(start - whole.start, max(room // 2, room - (whole.end - end)))
    begins = start - before
    ends = min(whole.end, end + room - before)
    if begins > whole.start:
        begins = next(
            (i for i in range(begins, min(start, begins + _WORD_LIMIT)) if text[i - 1].isspace()), begins
        )
    if ends < whole.end:
        ends = next((i for i in range(ends, max(end, ends - _WORD_LIMIT), -1) if text[i].isspace()), ends)
    begins, ends = _trimmed(text, begins, ends, start, end)
    return Quote(begins, ends, whole.paragraph, begins > whole.start, ends < whole.end)
