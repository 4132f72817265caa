"""A long text costs in proportion to its length."""

from __future__ import annotations

import time
from typing import Any

import pytest

from geo.articles import make_article
from geo.records import Mention
from geo.toponyms import Resolver

SECONDS = 15.0
"""For thousands of mentions; the whole way from a text with ten thousand is to take less than 30."""


def marked(sentences: list[tuple[str, tuple[str, ...]]]) -> tuple[str, list[Mention]]:
    """Sentences one after another, with the names in them as mentions."""
    text, mentions = "", []
    for sentence, names in sentences:
        for name in names:
            start = len(text) + sentence.index(name)
            mentions.append(Mention(start, start + len(name), name))
        text += sentence + " "
    return text, sorted(mentions, key=lambda mention: mention.start)


CASES = {
    "many names": [
        (f"Rain fell in Osham{n % 3000} on Monday.", (f"Osham{n % 3000}",)) for n in range(10_000)
    ],
    "one name, each time with another distance": [
        (f"A hut {n} km north of Osham burned.", ("Osham",)) for n in range(1, 5_001)
    ],
    "pairs tied by distances": [
        (f"A hut in Veldra, {n % 90} km east of Osham{n % 50}, burned.", ("Veldra", f"Osham{n % 50}"))
        for n in range(1, 2_001)
    ],
    "one region that holds all": [
        (f"Osham{n}, Veldra, voted on Monday.", (f"Osham{n}", "Veldra")) for n in range(3_000)
    ],
}


@pytest.mark.parametrize("case", CASES)
def test_thousands_of_mentions_are_resolved_in_seconds(atlas: Any, case: str) -> None:
    """Many names, one name over and over, ties to one place: none makes the resolver quadratic."""
    atlas.add("gn:1", "Osham", (50, 10), population=9_000).add("gn:2", "Osham", (20, 40), population=9_000)
    atlas.add("ne:3", "Veldra", (50, 10), "A.ADM1", "NO", 800_000, radius=90)
    atlas.add("gn:4", "Veldra", (20, 40), population=30_000)
    for number in range(5_000):
        atlas.add(f"gn:{number + 10}", f"Osham{number}", (50 + number % 90 / 30, 10 + number % 70 / 20))
    text, mentions = marked(CASES[case])
    begun = time.process_time()
    (toponyms,) = Resolver.load().resolve([(make_article("long", text), mentions)], atlas)
    assert len(toponyms) == len(mentions)
    assert time.process_time() - begun < SECONDS
