"""Which stretch of an article is quoted for a mention."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geo.map.quotes import QUOTE_LIMIT, quote_around
from geo.records import Article, Sentence


def test_a_mention_is_quoted_with_its_very_sentence() -> None:
    """The quote is the sentence that holds the mention, with its paragraph."""
    text = "One sentence. Lublin woke. A third."
    article = Article("a", text, sentences=(Sentence(0, 13, 0), Sentence(14, 26, 1), Sentence(27, 35, 1)))
    quote = quote_around(article, 14, 20)
    assert text[quote.start : quote.end] == "Lublin woke."
    assert quote.paragraph == 1
    assert not quote.cut_before and not quote.cut_after


def test_a_long_sentence_is_cut_around_the_name_between_words() -> None:
    """A megabyte of words is cut to 400 characters about the name; both ends say that more follows."""
    text = "word " * 100_000 + "Lublin" + " word" * 100_000
    start = text.index("Lublin")
    quote = quote_around(Article("a", text, sentences=(Sentence(0, len(text), 0),)), start, start + 6)
    quoted = text[quote.start : quote.end]
    assert len(quoted) <= QUOTE_LIMIT
    assert "Lublin" in quoted and quoted.startswith("word") and quoted.endswith("word")
    assert quote.cut_before and quote.cut_after


def test_a_mention_outside_any_sentence_is_quoted_with_its_line() -> None:
    """A name in a byline or headline that belongs to no sentence still has its words around it."""
    text = "By Ada in Lublin\nA story."
    quote = quote_around(Article("a", text, sentences=(Sentence(17, 25, 1),)), 10, 16)
    assert text[quote.start : quote.end] == "By Ada in Lublin"


@given(st.text(min_size=1, max_size=1200), st.data())
def test_a_quote_always_holds_its_mention(text: str, data: st.DataObject) -> None:
    """Whatever the text, the sentences and the mention: the quote holds it and keeps to its limit."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    sentences = tuple(Sentence(a, b, n) for n, (a, b) in enumerate(pairwise(cuts)))
    quote = quote_around(Article("a", text, sentences=sentences), start, end)
    assert 0 <= quote.start <= start < end <= quote.end <= len(text)
    assert quote.end - quote.start <= max(QUOTE_LIMIT, end - start)
