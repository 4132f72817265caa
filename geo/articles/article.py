"""Makes an article of a text: its furniture and its sentences, with the values given for it winning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from geo.articles.dates import to_iso
from geo.articles.furniture import Furniture, find_furniture
from geo.articles.language import language_of
from geo.articles.lines import Block, find_blocks, find_lines
from geo.articles.sentences import split_sentences
from geo.records import Article, Sentence

_LONGEST_STAND_IN = 140
_SPACE = re.compile(r"\s+")


def make_article(
    id: str,
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    domain: str | None = None,
) -> Article:
    """The article ``text`` is, as it came in.

    Headline, byline, date, publisher and dateline are looked for in ``text``; a value given wins over one found.
    ``title`` is the given one, else the headline, else the first sentence without dateline (at most 140
    characters), else ``id``. ``date`` is brought to ISO 8601; one that holds no whole date counts as not given.
    ``publisher`` falls back on the agency the text names, then on the web domain. Never raises, whatever the text
    holds.
    """
    title, url, publisher, author = _clean(title), _clean(url), _clean(publisher), _clean(author)
    lines = find_lines(text)
    found = find_furniture(text, lines, title)
    kept = [span for span in (found.dateline, found.byline) if span is not None]
    sentences = split_sentences(text, list(_cut(text, find_blocks(text, lines), found.edges)), kept)
    domain = _clean(domain) or _domain(url)
    headline = text[found.headline.start : found.headline.end] if found.headline else None
    return Article(
        id=id,
        text=text,
        title=title or _one_line(headline or "") or _stand_in(text, sentences, found) or id or "Untitled",
        title_is_headline=bool(title or headline),
        date=(to_iso(date) if date else None) or found.date,
        publisher=publisher or found.publisher or (domain and domain.removeprefix("www.")),
        author=author or found.author,
        url=url,
        domain=domain,
        language=language_of(text),
        headline=found.headline,
        byline=found.byline,
        dateline=found.dateline,
        sentences=sentences,
    )


def _clean(value: str | None) -> str | None:
    return _one_line(value) or None if value else None


def _one_line(value: str) -> str:
    return _SPACE.sub(" ", value).strip()


def _domain(url: str | None) -> str | None:
    if not url:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _cut(text: str, blocks: Sequence[Block], edges: Iterable[int]) -> Iterable[Block]:
    """Cuts the blocks at the furniture's edges, trimming what that leaves of white space."""
    cuts = sorted(set(edges))
    if not cuts:
        yield from blocks
        return
    for block in blocks:
        if block.start > cuts[-1]:
            yield block
            continue
        start = block.start
        for end in [*(cut for cut in cuts if block.start < cut < block.end), block.end]:
            piece = text[start:end]
            left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
            if right > left:
                yield Block(start + left, start + right, block.paragraph)
            start = end


def _stand_in(text: str, sentences: Sequence[Sentence], found: Furniture) -> str:
    """The first sentence of the story, cut at a word if it is long."""
    for sentence in sentences:
        if sentence.end > found.prose:
            words = _one_line(text[max(sentence.start, found.prose) : sentence.end][:2000])
            if not any(map(str.isalnum, words)):
                continue
            if len(words) <= _LONGEST_STAND_IN:
                return words
            cut = words[:_LONGEST_STAND_IN]
            return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"
    return ""
