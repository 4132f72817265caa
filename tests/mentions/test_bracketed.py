"""Places with their region or country in brackets."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.mentions.bracketed import find_bracketed
from geo.mentions.columns import Columns
from geo.mentions.known import symbols
from geo.mentions.spans import Found
from geo.mentions.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "sure", "names"),
    [
        ("A judge in Nashua (NH) agreed", ["Nashua"], ["NH"]),
        ("Bees from Ocala (Florida) came", ["Ocala"], ["Florida"]),
        ("Bees from Ocala (Florida) came", [], []),
        ("Bees from Ocala (FL) came", [], ["Ocala", "FL"]),
        ("A man from Concord (New Hampshire) left", ["Concord"], ["New Hampshire"]),
        ("Men from Santa Cruz (Bolivia) left", ["Santa"], []),
        ("A judge in Nashua (NH, since May) agreed", ["Nashua"], []),
        ("A judge in Nashua (UT) agreed", ["Nashua"], []),
        ("Her assistant (PA) agreed", [], []),
        ("PITTSBURGH (PA) - A judge agreed", ["PITTSBURGH"], []),
        ("Georgia (Georgia) agreed (", ["Georgia"], []),
    ],
)
def test_a_pair_of_a_place_and_its_holder_counts(
    world: Gazetteer, text: str, sure: list[str], names: list[str]
) -> None:
    """Where the gazetteer has the place within what its bracket holds alone; an agency after a dateline is none."""
    tokens = tokenise(text)
    columns = Columns(text, tokens, symbols(world.lexicon))
    found = [Found(i, i + 1, 0.99) for i, t in enumerate(tokens) if t.text in sure]
    pairs = find_bracketed(found[:1], tokens, columns, text, world)
    assert [text[tokens[p.start].start : tokens[p.end - 1].end] for p in pairs] == names
