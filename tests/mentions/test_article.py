"""Names with their article: "in The Hague"."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.mentions.article import with_article
from geo.mentions.columns import Columns
from geo.mentions.known import symbols
from geo.mentions.spans import Found
from geo.mentions.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Two boats left The Gambia at night", "Gambia", "The Gambia"),
        ("Two boats left the Gambia at night", "Gambia", "Gambia"),
        ("The Gambia held its vote", "Gambia", "Gambia"),
        ("It was calm. The Gambia held its vote", "Gambia", "Gambia"),
        ("He read The Toledo Blade in bed", "Toledo", "Toledo"),
        ("He met The Zzyzxq at night", "Zzyzxq", "Zzyzxq"),
        ("They left The Edmonton at night", "Edmonton", "Edmonton"),
    ],
)
def test_an_article_with_a_capital_within_a_sentence_belongs_to_the_name(
    world: Gazetteer, text: str, name: str, whole: str
) -> None:
    """Not so at a sentence's start, before a longer name, or where no place is known with an article."""
    tokens = tokenise(text)
    at = next(i for i, t in enumerate(tokens) if t.text == name)
    columns = Columns(text, tokens, symbols(world.lexicon))
    found = with_article(Found(at, at + 1, 0.9), tokens, columns, text, world)
    assert text[tokens[found.start].start : tokens[found.end - 1].end] == whole
